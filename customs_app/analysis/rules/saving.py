"""What following a finding would bring: unknown is None, never zero."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from customs_app.analysis.counting import Counting, counted_costs, counted_times
from customs_app.analysis.ranges import added
from customs_app.analysis.rules.common import ELECTRONIC, uses
from customs_app.domain.codes import Channel, Role
from customs_app.domain.figures import Money, Range
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.review import Saving

_Known = TypeVar("_Known")


def own_hours(full: FullProcedure, step: Step) -> Range | None:
    """The step's own duration in hours, empty ends filled.

    None where it has none, has but a limit or a lead time, or an aggregate holds it.
    """
    time = counted_times(full, full.steps)[step.id]
    return time.hours if time.state is Counting.OWN else None


def own_cost(full: FullProcedure, step: Step) -> Money | None:
    """The step's own fee; None where it has none, is a rate, or an aggregate holds it."""
    cost = counted_costs(full, full.steps)[step.id]
    return cost.money if cost.state is Counting.OWN else None


def own_visits(step: Step) -> int | None:
    """Visits that the step takes; an in-person step takes at least one, an electronic one none."""
    if step.visits is not None:
        return step.visits
    if step.channel is Channel.IN_PERSON:
        return 1
    return 0 if step.channel in ELECTRONIC else None


def own_documents(full: FullProcedure, step: Step) -> int | None:
    """Documents handed in or shown at the step; None where none are recorded."""
    return len(uses(full, step, Role.INPUT, Role.SHOWN)) if uses(full, step) else None


def removal(full: FullProcedure, steps: Sequence[Step]) -> Saving:
    """What dropping the steps would save; a measure that one of them does not tell is unknown."""
    hours = _all(own_hours(full, step) for step in steps)
    cost = _all(own_cost(full, step) for step in steps)
    documents = _all(own_documents(full, step) for step in steps)
    visits = _all(own_visits(step) for step in steps)
    return Saving(
        hours=added(hours) if hours is not None else None,
        cost=add_money(cost) if cost is not None else None,
        documents=sum(documents) if documents is not None else None,
        visits=sum(visits) if visits is not None else None,
    )


def merging(full: FullProcedure, steps: Sequence[Step]) -> Saving:
    """What doing the steps as one would save: all but the longest; fees stay unknown.

    Documents are those that more than one of the steps asks for, counted beyond the first time.
    """
    hours = _all(own_hours(full, step) for step in steps)
    visits = _all(own_visits(step) for step in steps)
    asked = [use.document_id for step in steps for use in uses(full, step, Role.INPUT, Role.SHOWN)]
    recorded = all(uses(full, step) for step in steps)
    return Saving(
        hours=added(sorted(hours, key=_length)[:-1]) if hours is not None else None,
        documents=len(asked) - len(set(asked)) if recorded else None,
        visits=sum(visits) - max(visits) if visits else None,
    )


def shorter(one: Range | None, other: Range | None) -> Range | None:
    """What is saved where two do their work at once or in one: the shorter of them, end by end."""
    if one is None or other is None:
        return None
    ends = zip((one.min, one.typ, one.max), (other.min, other.typ, other.max), strict=True)
    return Range(*(None if a is None or b is None else min(a, b) for a, b in ends))


def add(savings: Sequence[Saving]) -> Saving:
    """Savings of several findings or marks in one procedure; unknown where one of them is unknown."""
    hours = _all(saving.hours for saving in savings)
    cost = _all(saving.cost for saving in savings)
    documents = _all(saving.documents for saving in savings)
    visits = _all(saving.visits for saving in savings)
    return Saving(
        hours=added(hours) if hours is not None else None,
        cost=add_money([money for part in cost for money in part]) if cost is not None else None,
        documents=sum(documents) if documents is not None else None,
        visits=sum(visits) if visits is not None else None,
    )


def add_money(amounts: Iterable[Money]) -> tuple[Money, ...]:
    """The amounts added within each currency, never across."""
    sums: dict[str, float] = {}
    for money in amounts:
        sums[money.currency] = sums.get(money.currency, 0.0) + money.amount
    return tuple(Money(amount, currency) for currency, amount in sorted(sums.items()))


def _all(values: Iterable[_Known | None]) -> list[_Known] | None:
    """The values, or None where there are none or one of them is unknown."""
    given = list(values)
    known = [value for value in given if value is not None]
    return known if known and len(known) == len(given) else None


def _length(hours: Range) -> float:
    ends = [end for end in (hours.typ, hours.max, hours.min) if end is not None]
    return ends[0]
