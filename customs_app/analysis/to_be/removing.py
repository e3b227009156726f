"""A step that falls away, and what is said of it."""

from collections.abc import Mapping, Sequence

from customs_app.analysis.counting import Counting
from customs_app.analysis.rules.common import document_name, uses
from customs_app.analysis.rules.saving import removal
from customs_app.analysis.to_be.change import Kind
from customs_app.analysis.to_be.draft import Draft
from customs_app.analysis.to_be.step_verdicts import one_after_another
from customs_app.analysis.to_be.told import Told, changed
from customs_app.analysis.totals import Totals
from customs_app.domain.codes import Role
from customs_app.domain.figures import CostFigure, TimeFigure
from customs_app.domain.text import Message, Value


def remove_steps(draft: Draft, step_ids: Sequence[str]) -> None:
    """Take steps out. A figure that spans others too stays as long as the work of one of them does."""
    for step_id in step_ids:
        draft.leave(step_id, time=draft.shared_time(step_id), cost=draft.shared_cost(step_id))
        if step_id in draft.uses:
            draft.uses[step_id] = ()
    gone = set(step_ids)
    for step_id in step_ids:
        left = draft.left[step_id]
        time = left.time if set(draft.others(left.time, step_id)) - gone else TimeFigure()
        cost = left.cost if set(draft.others(left.cost, step_id)) - gone else CostFigure()
        draft.leave_only(step_id, time=time, cost=cost)


def say_removed(draft: Draft, step_id: str, total: Totals, met: bool) -> Told:
    """What the removal of a step does, once all verdicts are applied.

    `total` is that of the case as it is; `met` says whether the case takes the step.
    """
    full = draft.as_is
    step = full.step(step_id)
    saves = removal(full, [step])
    unknown = [
        kind
        for kind, value in (
            (Kind.TIME, saves.hours.typ if saves.hours is not None else None),
            (Kind.COST, saves.cost),
            (Kind.DOCUMENTS, saves.documents),
            (Kind.VISITS, saves.visits),
        )
        if value is None and not _whole(draft, step_id, kind)
    ]
    values: Mapping[str, Value] = {"step": step.seq}
    if not met:
        first = Message("Step {step} is removed; the consignment of this case does not meet it.", values)
    else:
        first = _time(draft, step_id, step_id not in total.path)
    parts = [first, *_cost(draft, step_id), *_asked_for(draft, step_id)]
    return changed(one_after_another(parts), saves, *unknown)


def _whole(draft: Draft, step_id: str, kind: Kind) -> bool:
    """Whether a figure holds the step of which nothing is left."""
    if kind is Kind.TIME:
        carrier = draft.times[step_id].aggregate_id
        return (
            carrier in draft.left and carrier not in draft.merged and not draft.left[carrier].time.hours.known
        )
    if kind is Kind.COST:
        carrier = draft.costs[step_id].aggregate_id
        return (
            carrier in draft.left and carrier not in draft.merged and draft.left[carrier].cost.amount is None
        )
    return False


def _time(draft: Draft, step_id: str, off_path: bool) -> Message:
    full = draft.as_is
    time = draft.times[step_id]
    values: dict[str, Value] = {"step": full.number(step_id)}
    shares = _shares(draft, full.step(time.aggregate_id).time, step_id) if time.aggregate_id else ()
    if shares and _whole(draft, step_id, Kind.TIME):
        return Message(
            "Step {step} is removed, and so are all others for which one time is recorded together: it falls "
            "away.",
            values,
        )
    if shares:
        return Message(
            "Step {step} is removed. Its time is recorded together with that of others ({steps}) and cannot "
            "be told apart: the figure stays whole.",
            {**values, "steps": shares},
        )
    if time.hours is None or time.hours.typ is None:
        return Message("Step {step} is removed. How long it takes is not known.", values)
    if not off_path:
        return Message("Step {step} is removed. It lies on the longest path: this saves time.", values)
    cost = draft.costs[step_id]
    if cost.state is Counting.OWN and cost.money is not None and cost.money.amount:
        return Message(
            "Step {step} is removed. This saves cost, not time: the step lies beside the longest path.",
            values,
        )
    return Message(
        "Step {step} is removed. This saves work, not time: the step lies beside the longest path.", values
    )


def _cost(draft: Draft, step_id: str) -> list[Message]:
    cost = draft.costs[step_id]
    if cost.state is Counting.RATE:
        return [Message("The percentage charged there falls away; its amount depends on the goods.")]
    if cost.aggregate_id is None or _whole(draft, step_id, Kind.COST):
        return []
    if not _shares(draft, draft.as_is.step(cost.aggregate_id).cost, step_id):
        return []
    return [Message("Its cost is recorded together with that of other steps and stays whole.")]


def _shares(draft: Draft, figure: TimeFigure | CostFigure, step_id: str) -> tuple[int, ...]:
    """Numbers of the other steps that a figure is for."""
    return tuple(map(draft.as_is.number, draft.others(figure, step_id)))


def _asked_for(draft: Draft, step_id: str) -> list[Message]:
    """Which documents of the step others still ask for."""
    full = draft.as_is
    told = []
    for use in uses(full, full.step(step_id), Role.OUTPUT):
        key = draft.key(use.document_id)
        issued = any(
            other.role is Role.OUTPUT and draft.key(other.document_id) == key
            for used in draft.uses.values()
            for other in used
        )
        asking = tuple(
            step.seq
            for step in full.steps
            if any(draft.key(other.document_id) == key for other in draft.taken(step.id))
        )
        if asking and not issued:
            told.append(
                Message(
                    "Other steps still ask for what it issues ({steps}): {document}.",
                    {"steps": asking, "document": document_name(use.document_id, draft.reference)},
                )
            )
    return told
