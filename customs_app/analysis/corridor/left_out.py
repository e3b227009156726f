"""A chain of blocks as it would be without some of its steps."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from customs_app.analysis.case import Case
from customs_app.analysis.to_be.apply import apply
from customs_app.analysis.to_be.basis import Applied
from customs_app.analysis.to_be.case_totals import taken
from customs_app.analysis.to_be.change import Change, ToBe
from customs_app.domain.codes import CaseKind, Verdict
from customs_app.domain.corridor import Block
from customs_app.domain.figures import CostFigure, TimeFigure
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference


def leave_out(
    blocks: Sequence[Block], struck: Collection[str], case: Case, reference: Reference
) -> tuple[tuple[Block, ...], tuple[Change, ...]]:
    """The blocks with steps taken out as a verdict to remove them would, and what becomes of each step."""
    found: list[Block] = []
    changes: list[Change] = []
    for block in blocks:
        full = block.procedure
        ours = [step.id for step in full.steps if step.id in struck] if full is not None else []
        if full is None or not ours:
            found.append(block)
            continue
        verdicts = [Applied(step_id, None, Verdict.REMOVE) for step_id in ours]
        to_be = apply(full, verdicts, reference, case=case)
        found.append(replace(block, procedure=_left(to_be, case, reference)))
        changes.extend(to_be.changes)
    return tuple(found), tuple(changes)


def _left(to_be: ToBe, case: Case, reference: Reference) -> FullProcedure:
    """What counts of a procedure in a case, without steps that leave nothing behind.

    The base case keeps the way that it takes today: leaving out the first of two options does not make the
    consignment take the second.
    """
    time, cost = taken(to_be, case), taken(to_be, case, "cost", reference.rates)
    timed, paid = {step.id for step in time.timed}, {step.id for step in cost.paid}
    met = {step.id for step in (*time.all, *cost.all)}
    kept: dict[str, Step] = {}
    gone: dict[str, tuple[str, ...]] = {}
    for step in to_be.counted.steps:
        left = step
        if step.id in to_be.rests:
            left = replace(
                step,
                time=step.time if step.id in timed else TimeFigure(),
                cost=step.cost if step.id in paid else CostFigure(),
            )
        empty = step.id in to_be.rests and not left.time.hours.known and left.cost.amount is None
        if empty or (case.kind is CaseKind.BASE and step.id not in met):
            gone[step.id] = step.depends_on
        else:
            kept[step.id] = left
    steps = tuple(replace(step, depends_on=_handed_on(step.depends_on, gone)) for step in kept.values())
    uses = {step_id: used for step_id, used in to_be.counted.uses.items() if step_id in kept}
    return FullProcedure(to_be.counted.procedure, steps, uses)


def _handed_on(depends_on: Sequence[str], gone: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """What a step waits for, where steps that are no more hand on what they waited for."""
    after: dict[str, None] = {}
    waiting, seen = list(depends_on), set[str]()
    while waiting:
        step_id = waiting.pop(0)
        if step_id in seen:
            continue
        seen.add(step_id)
        if step_id in gone:
            waiting[:0] = gone[step_id]
        else:
            after[step_id] = None
    return tuple(after)
