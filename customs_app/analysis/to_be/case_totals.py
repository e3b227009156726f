"""What the procedure as it would be takes in a case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from customs_app.analysis.case import Case, Measure, steps_of_case
from customs_app.analysis.counting import counted_costs, counted_times
from customs_app.analysis.to_be.change import ToBe
from customs_app.analysis.to_be.draft import spans
from customs_app.analysis.totals import Totals, handed_in, totals_of
from customs_app.domain.codes import CaseKind, Role
from customs_app.domain.figures import Coverage
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import ExchangeRate

_Rates = Mapping[str, ExchangeRate]


@dataclass(frozen=True, slots=True)
class Taken:
    """What a case takes of the procedure as it would be.

    `steps` are its steps, `all` besides what steps leave behind that are no more. `timed` and `paid` are
    those of `all` of which the time or the cost counts.
    """

    steps: tuple[Step, ...]
    all: tuple[Step, ...]
    timed: tuple[Step, ...]
    paid: tuple[Step, ...]


def taken(to_be: ToBe, case: Case, measure: Measure = "time", rates: _Rates | None = None) -> Taken:
    """What a case takes.

    In the base case the consignment takes the way that it takes today, without what is removed and without
    what comes only where risk calls for it, unless that is ticked. The worst case is found anew: the
    option that lasts longest today need not do so afterwards. A figure for several steps counts as long as
    the case has the work of one of them.
    """
    if case.kind is CaseKind.WORST:
        found = steps_of_case(to_be.counted, case, measure, rates)
    else:
        today = {step.id for step in steps_of_case(to_be.as_is, case, measure, rates)}
        found = tuple(
            step
            for step in to_be.counted.steps
            if to_be.rests.get(step.id, step.id) in today
            and (step.id not in to_be.spared or step.id in case.ticked)
        )
    alive = {step.id for step in found if step.id not in to_be.rests or step.id in to_be.merged}

    def counts(step: Step, covers: Sequence[str]) -> bool:
        return step.id not in to_be.rests or not covers or not alive.isdisjoint(covers)

    return Taken(
        steps=tuple(step for step in found if step.id not in to_be.rests),
        all=found,
        timed=tuple(step for step in found if counts(step, spans(step.time))),
        paid=tuple(step for step in found if counts(step, spans(step.cost))),
    )


def to_be_totals(to_be: ToBe, case: Case, rates: _Rates | None = None) -> Totals:
    """Totals of the procedure as it would be.

    `steps`, `path`, `visits` and coverage speak of the steps that remain; a fee that stays to be paid for a
    step that is merged counts in `cost_covered` as before. Where all that was recorded of documents falls
    away there are none, not an unknown number.
    """
    time = taken(to_be, case)
    cost = taken(to_be, case, "cost", rates)
    counted = to_be.counted
    found = totals_of(counted, case, time.timed, cost.paid)
    times, costs = counted_times(counted, time.timed), counted_costs(counted, cost.paid)
    documents = handed_in(counted, time.all)
    if documents is None and handed_in(to_be.as_is, to_be.as_is.steps) is not None:
        documents = []
    paid = [one for one in cost.paid if one.id not in to_be.rests or one.cost.amount is not None]
    return replace(
        found,
        steps=len(time.steps),
        all_steps=len(to_be.full.steps),
        path=tuple(step_id for step_id in found.path if step_id not in to_be.rests),
        documents=None if documents is None else len(set(documents)),
        handovers=None if documents is None else len(documents),
        time_covered=Coverage(sum(times[one.id].covered for one in time.steps), len(time.steps)),
        cost_covered=Coverage(sum(costs[one.id].covered for one in paid), len(paid)),
        law_covered=Coverage(sum(bool(one.legal_basis) for one in time.steps), len(time.steps)),
        visits_covered=Coverage(sum(one.visits is not None for one in time.steps), len(time.steps)),
    )


def shown(full: FullProcedure, steps: Sequence[Step]) -> int:
    """How many times a document is shown at the steps."""
    return sum(use.role is Role.SHOWN for step in steps for use in full.uses.get(step.id, ()))
