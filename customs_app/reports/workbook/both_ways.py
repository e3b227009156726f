"""Each step of a procedure as it is and as it would be: what it counts today, what it would count then."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from customs_app.analysis.case import Case, steps_of_case
from customs_app.analysis.counting import CountedCost, CountedTime, counted_costs, counted_times
from customs_app.analysis.to_be.case_totals import taken
from customs_app.analysis.to_be.change import Change, ToBe
from customs_app.domain.codes import Channel, Role
from customs_app.domain.figures import Money
from customs_app.domain.procedure import DocumentUse, FullProcedure, Step
from customs_app.domain.reference import Reference


@dataclass(frozen=True, slots=True)
class Side:
    """What one step counts on one side, in a case.

    `step` is None where it is not there or not in the case. `hours` (typical) and `fee` are what it adds,
    None where it adds nothing known; `handed_in` and `visits` likewise. A step done in person counts as one
    visit where their number is not known: `visits` is `at_least` that. `time` tells how its time counts.
    """

    step: Step | None
    time: CountedTime | None
    hours: float | None
    fee: Money | None
    handed_in: int
    visits: int | None
    at_least: bool


@dataclass(frozen=True, slots=True)
class Both:
    """A step of today, what it counts on both sides, the verdicts on it, and the documents that fall away."""

    step: Step
    now: Side
    then: Side
    changes: tuple[Change, ...]
    dropped: tuple[str, ...]


def both_ways(to_be: ToBe, case: Case, reference: Reference) -> tuple[Both, ...]:
    """The steps of a procedure in order; sums over them are the totals of both sides.

    What a step leaves behind that is no more counts at that step.
    """
    now = _today(to_be.as_is, case, reference)
    then = _then(to_be, case, reference)
    left: dict[str, list[str]] = {}
    for rest, of in to_be.rests.items():
        left.setdefault(of, []).append(rest)
    found = []
    for step in to_be.as_is.steps:
        mine = [step.id, *left.get(step.id, ())]
        found.append(
            Both(
                step=step,
                now=now.side([step.id], step.id),
                then=then.side(mine, step.id),
                changes=tuple(change for change in to_be.changes if change.step_id == step.id),
                dropped=_dropped(to_be, step),
            )
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Counted:
    """What the steps of one side count; keys are step ids."""

    steps: Mapping[str, Step]
    times: Mapping[str, CountedTime]
    costs: Mapping[str, CountedCost]
    uses: Mapping[str, Iterable[DocumentUse]]
    handing: frozenset[str]
    timed: Mapping[str, Step]

    def side(self, ids: list[str], own: str) -> Side:
        hours = [_typical(self.times[one]) for one in ids if one in self.times]
        fees = [
            cost.money for one in ids if (cost := self.costs.get(one)) is not None and cost.money is not None
        ]
        counted = [self.timed[one] for one in ids if one in self.timed]
        visits = [step.visits for step in counted if step.visits is not None]
        in_person = sum(step.channel is Channel.IN_PERSON and step.visits is None for step in counted)
        handed = sum(
            use.role is Role.INPUT for one in ids if one in self.handing for use in self.uses.get(one, ())
        )
        known = [one for one in hours if one is not None]
        return Side(
            step=self.steps.get(own),
            time=self.times.get(own),
            hours=sum(known) if known else None,
            fee=Money(sum(fee.amount for fee in fees), fees[0].currency) if fees else None,
            handed_in=handed,
            visits=sum(visits) + in_person if visits or in_person else None,
            at_least=bool(in_person),
        )


def _today(full: FullProcedure, case: Case, reference: Reference) -> _Counted:
    steps = steps_of_case(full, case)
    paid = steps_of_case(full, case, "cost", reference.rates)
    by_id = {step.id: step for step in steps}
    times, costs = counted_times(full, steps), counted_costs(full, paid)
    return _Counted(by_id, times, costs, full.uses, frozenset(by_id), by_id)


def _then(to_be: ToBe, case: Case, reference: Reference) -> _Counted:
    full = to_be.counted
    time, cost = taken(to_be, case), taken(to_be, case, "cost", reference.rates)
    return _Counted(
        {step.id: step for step in time.steps},
        counted_times(full, time.timed),
        counted_costs(full, cost.paid),
        full.uses,
        frozenset(step.id for step in time.all),
        {step.id: step for step in time.timed},
    )


def _typical(time: CountedTime) -> float | None:
    """What a time adds to a typical total: at least what is known of its least end."""
    if time.hours is None:
        return None
    return time.hours.typ if time.hours.typ is not None else time.hours.min


def _dropped(to_be: ToBe, step: Step) -> tuple[str, ...]:
    """Documents (ids) that the step asks for today and would not then; none where the step goes whole."""
    here = {one.id for one in to_be.full.steps}
    if step.id not in here:
        return ()
    still = {(use.document_id, use.role) for use in to_be.full.uses.get(step.id, ())}
    uses = to_be.as_is.uses.get(step.id, ())
    return tuple(use.document_id for use in uses if (use.document_id, use.role) not in still)
