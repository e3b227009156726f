"""Totals that may be set against each other: over what every country compared has a figure for."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from customs_app.analysis.case import Case, steps_of_case
from customs_app.analysis.counting import CountedCost, CountedTime, counted_costs, counted_times
from customs_app.analysis.critical_path import passage
from customs_app.analysis.totals import add_up
from customs_app.domain.figures import Money, Range
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import ExchangeRate
from customs_app.domain.text import Message

NO_TIME = Message(
    "Countries are not ranked by time: "
    "there is no activity for which every country compared has a counted time."
)
NO_COST = Message(
    "Countries are not ranked by cost: "
    "there is no activity for which every country compared has a counted cost."
)
TOO_FEW = Message("Countries are ranked only where at least two of them are compared.")


@dataclass(frozen=True, slots=True)
class LikeForLike:
    """Totals over the activities that have a counted figure in every country compared.

    `time_activities` and `cost_activities` are codes in order of the reference list. `elapsed` (hours)
    and `cost` (one amount per currency) have countries as keys. Where there is no such activity both
    are empty, and `no_time` or `no_cost` says why there is no ranking.
    """

    time_activities: tuple[str, ...]
    elapsed: Mapping[str, Range]
    no_time: Message | None
    cost_activities: tuple[str, ...]
    cost: Mapping[str, tuple[Money, ...]]
    no_cost: Message | None


def like_for_like(
    procedures: Mapping[str, FullProcedure],
    case: Case,
    activities: Sequence[str],
    rates: Mapping[str, ExchangeRate] | None = None,
) -> LikeForLike:
    """Like-for-like totals of the procedures (country -> procedure); `activities` gives the order.

    An activity has a counted figure where all its steps in the case have one, or lie inside a counted
    aggregate of which all steps belong to activities that count: a figure that spans more than what is
    compared would be no like for like.
    """
    times: dict[str, Mapping[str, CountedTime]] = {}
    costs: dict[str, Mapping[str, CountedCost]] = {}
    for iso2, full in procedures.items():
        times[iso2] = counted_times(full, steps_of_case(full, case))
        costs[iso2] = counted_costs(full, steps_of_case(full, case, "cost", rates))
    timed = _common(procedures, times)
    paid = _common(procedures, costs)
    too_few = TOO_FEW if len(procedures) < 2 else None
    return LikeForLike(
        time_activities=tuple(code for code in activities if code in timed),
        elapsed={iso2: _elapsed(procedures[iso2], times[iso2], timed) for iso2 in procedures if timed},
        no_time=None if timed else too_few or NO_TIME,
        cost_activities=tuple(code for code in activities if code in paid),
        cost={iso2: _cost(procedures[iso2], costs[iso2], paid) for iso2 in procedures if paid},
        no_cost=None if paid else too_few or NO_COST,
    )


def _common(
    procedures: Mapping[str, FullProcedure],
    counted: Mapping[str, Mapping[str, CountedTime] | Mapping[str, CountedCost]],
) -> frozenset[str]:
    """The activities that have a counted figure of their own in every country."""
    if len(procedures) < 2:
        return frozenset()
    spans: list[frozenset[str]] = []
    common: set[str] | None = None
    for iso2, full in procedures.items():
        activity = {step.id: step.activity for step in full.steps}
        known, unknown = set[str](), set[str]()
        held: dict[str, set[str]] = {}
        for step_id, one in counted[iso2].items():
            (known if one.covered else unknown).add(activity[step_id])
            if one.aggregate_id is not None:
                held.setdefault(one.aggregate_id, set()).add(activity[step_id])
        spans.extend(frozenset(names) for names in held.values())
        common = known - unknown if common is None else common & (known - unknown)
    return _whole(common or set(), spans)


def _whole(common: Iterable[str], spans: Iterable[frozenset[str]]) -> frozenset[str]:
    """What is left of the activities when each aggregate that reaches beyond them is taken out."""
    left = frozenset(common)
    while True:
        beyond = frozenset[str]().union(*(span for span in spans if span & left and not span <= left))
        if not beyond:
            return left
        left -= beyond


def _elapsed(full: FullProcedure, times: Mapping[str, CountedTime], among: Collection[str]) -> Range:
    kept = {step.id: times[step.id] for step in _of(full, among) if step.id in times}
    return passage(full, kept).elapsed


def _cost(full: FullProcedure, costs: Mapping[str, CountedCost], among: Collection[str]) -> tuple[Money, ...]:
    return add_up(costs[step.id] for step in _of(full, among) if step.id in costs)


def _of(full: FullProcedure, activities: Collection[str]) -> list[Step]:
    return [step for step in full.steps if step.activity in activities]
