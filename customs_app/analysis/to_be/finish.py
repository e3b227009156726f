"""A draft made into a procedure again: one to be shown, and one to be counted."""

from dataclasses import replace

from customs_app.analysis.to_be.change import Change, ToBe
from customs_app.analysis.to_be.draft import Draft
from customs_app.domain.figures import CostFigure, TimeFigure
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.text import Text

REST = "~"
"""Ends the id of a figure that stays where the step that carried it comes only on a condition."""


def finished(draft: Draft, changes: tuple[Change, ...]) -> ToBe:
    """The procedure that a draft has become."""
    as_is = draft.as_is
    rests = {step_id: step_id for step_id in draft.left}
    carriers = [
        step_id
        for step_id in draft.spared
        if step_id in draft.steps
        and (draft.shared_time(step_id) != TimeFigure() or draft.shared_cost(step_id) != CostFigure())
    ]
    rests.update({step_id + REST: step_id for step_id in carriers})
    return ToBe(
        as_is=as_is,
        full=FullProcedure(
            as_is.procedure,
            tuple(_shown(draft, step.id) for step in as_is.steps if step.id in draft.steps),
            {step_id: uses for step_id, uses in draft.uses.items() if step_id in draft.steps},
        ),
        counted=FullProcedure(
            as_is.procedure,
            tuple(one for step in as_is.steps for one in _counted(draft, step.id, carriers)),
            dict(draft.uses),
        ),
        changes=changes,
        rests=rests,
        merged=dict(draft.merged),
        spared=frozenset(step_id for step_id in draft.spared if step_id in draft.steps),
    )


def _shown(draft: Draft, step_id: str) -> Step:
    """A step that remains; those that are no more hand on what they waited for."""
    step = draft.steps[step_id]
    after: list[str] = []
    waiting = list(draft.depends[step_id])
    seen: set[str] = set()
    while waiting:
        other = waiting.pop(0)
        if other in seen:
            continue
        seen.add(other)
        if other in draft.left:
            waiting[:0] = draft.depends[other]
        elif other != step_id:
            after.append(other)
    handed_on = tuple(after)
    return step if handed_on == step.depends_on else replace(step, depends_on=handed_on)


def _counted(draft: Draft, step_id: str, carriers: list[str]) -> list[Step]:
    """What a step counts by: itself or what it leaves, and a figure for several steps apart from it."""
    waits = draft.depends[step_id]
    waits = tuple(
        one for other in waits for one in ((other, other + REST) if other in carriers else (other,))
    )
    step = draft.here(step_id)
    if waits != step.depends_on:
        step = replace(step, depends_on=waits)
    if step_id not in carriers:
        return [step]
    time, cost = draft.shared_time(step_id), draft.shared_cost(step_id)
    rest = Step(
        id=step_id + REST,
        procedure_id=step.procedure_id,
        seq=step.seq,
        title=Text(step.title.en, step.title.ru, step.title.zh),
        activity=step.activity,
        depends_on=waits,
        choice=step.choice,
        time=time,
        cost=cost,
    )
    return [
        rest,
        replace(
            step,
            time=TimeFigure() if time != TimeFigure() else step.time,
            cost=CostFigure() if cost != CostFigure() else step.cost,
        ),
    ]
