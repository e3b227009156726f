"""What a procedure takes in all: time, cost, documents, visits, and how much of it is known."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from customs_app.analysis.case import Case, steps_of_case
from customs_app.analysis.counting import CountedCost, CountedTime, Counting, counted_costs, counted_times
from customs_app.analysis.critical_path import passage
from customs_app.domain.codes import Channel, Role
from customs_app.domain.figures import Coverage, Money, Range
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.record import record
from customs_app.domain.reference import ExchangeRate


@record(frozen=True, slots=True)
class Totals:
    """Totals of one procedure (id) in one case; None, or an empty tuple of money, is unknown, never zero.

    `elapsed` is the critical path in hours and `path` its step ids, `effort` the sum in hours. `cost` is
    one amount per currency, `rates` the ids of steps that cost a percentage. `documents` are different
    documents handed in, `handovers` how many times one is handed in; both None where the procedure has
    no document recorded. `visits` is the sum where known; `in_person` counts in-person steps of which
    the visits are not known. `steps`, documents, handovers, visits and law are those of the time case.
    `aggregates`, `limits` and `derived` count the steps of the time that rest on one.
    """

    procedure: str
    country: str
    case: Case
    steps: int
    all_steps: int
    elapsed: Range
    effort: Range
    path: tuple[str, ...]
    cost: tuple[Money, ...]
    rates: tuple[str, ...]
    documents: int | None
    handovers: int | None
    visits: int | None
    in_person: int
    time_covered: Coverage
    cost_covered: Coverage
    law_covered: Coverage
    visits_covered: Coverage
    aggregates: int
    limits: int
    derived: int
    cost_aggregates: int

    @property
    def known_visits(self) -> int | None:
        """Visits that are known, a step done in person counted as one at least; None where none is."""
        if self.visits is None and not self.in_person:
            return None
        return (self.visits or 0) + self.in_person


def totals(full: FullProcedure, case: Case, rates: Mapping[str, ExchangeRate] | None = None) -> Totals:
    """Totals of a procedure in a case; `rates` serve only to find the dearest option of a choice."""
    last = _last[0]
    if last is not None and last[0] is full and last[1] is rates and last[2] == case:
        return last[3]
    found = totals_of(full, case, steps_of_case(full, case), steps_of_case(full, case, "cost", rates))
    _last[0] = (full, rates, case, found)
    return found


_Rates = Mapping[str, ExchangeRate] | None
_last: list[tuple[FullProcedure, _Rates, Case, Totals] | None] = [None]
"""What was asked last: one verdict after another is weighed against the same procedure as it is.

Held by its procedure and rates themselves, not by what equals them; replaced whole, for threads.
"""


def totals_of(full: FullProcedure, case: Case, steps: Sequence[Step], paid: Sequence[Step]) -> Totals:
    """Totals over given steps of a procedure: `steps` for all but the cost, `paid` for the cost."""
    times = counted_times(full, steps)
    costs = counted_costs(full, paid)
    lasts = passage(full, times)
    documents = handed_in(full, steps)
    visits = [step.visits for step in steps if step.visits is not None]
    return Totals(
        procedure=full.procedure.id,
        country=full.procedure.country,
        case=case,
        steps=len(steps),
        all_steps=len(full.steps),
        elapsed=lasts.elapsed,
        effort=lasts.effort,
        path=lasts.path,
        cost=add_up(costs.values()),
        rates=tuple(step.id for step in paid if costs[step.id].rate is not None),
        documents=None if documents is None else len(set(documents)),
        handovers=None if documents is None else len(documents),
        visits=sum(visits) if visits else None,
        in_person=sum(step.channel is Channel.IN_PERSON and step.visits is None for step in steps),
        time_covered=_coverage(time.covered for time in times.values()),
        cost_covered=_coverage(cost.covered for cost in costs.values()),
        law_covered=_coverage(bool(step.legal_basis) for step in steps),
        visits_covered=Coverage(len(visits), len(steps)),
        aggregates=_how_many(times.values(), Counting.AGGREGATE),
        limits=_how_many(times.values(), Counting.LIMIT),
        derived=sum(time.derived for time in times.values()),
        cost_aggregates=_how_many(costs.values(), Counting.AGGREGATE),
    )


def add_up(costs: Iterable[CountedCost]) -> tuple[Money, ...]:
    """Counted amounts, one sum per currency in order of appearance; empty where none is known."""
    sums: dict[str, float] = {}
    for cost in costs:
        if cost.money is not None:
            sums[cost.money.currency] = sums.get(cost.money.currency, 0.0) + cost.money.amount
    return tuple(Money(amount, currency) for currency, amount in sums.items())


def handed_in(full: FullProcedure, steps: Sequence[Step]) -> list[str] | None:
    """Ids of the documents that steps take in, one for each handing-over; None where none is recorded."""
    if not any(use.role is Role.INPUT for uses in full.uses.values() for use in uses):
        return None
    return [use.document_id for step in steps for use in full.uses.get(step.id, ()) if use.role is Role.INPUT]


def _coverage(covered: Iterable[bool]) -> Coverage:
    answers = list(covered)
    return Coverage(sum(answers), len(answers))


def _how_many(counted: Collection[CountedTime] | Collection[CountedCost], state: Counting) -> int:
    return sum(one.state is state for one in counted)
