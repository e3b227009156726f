"""Verdicts applied to a procedure: the procedure as it would be."""

from collections.abc import Callable, Collection, Sequence

from customs_app.analysis.case import BASE, Case, steps_of_case
from customs_app.analysis.opinions import Target
from customs_app.analysis.rules.common import document_name
from customs_app.analysis.to_be.basis import Applied
from customs_app.analysis.to_be.change import Change, Outcome, ToBe
from customs_app.analysis.to_be.document_verdicts import change_documents, hand_in_once
from customs_app.analysis.to_be.draft import Draft
from customs_app.analysis.to_be.finish import finished
from customs_app.analysis.to_be.removing import remove_steps, say_removed
from customs_app.analysis.to_be.step_verdicts import (
    make_parallel,
    make_risk_based,
    merge_steps,
    move_online,
)
from customs_app.analysis.to_be.told import Told, nothing
from customs_app.analysis.totals import Totals, totals
from customs_app.domain.codes import Verdict
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.text import Message, Value

__all__ = ["Change", "Outcome", "ToBe", "apply"]


def apply(
    full: FullProcedure,
    applied: Sequence[Applied],
    reference: Reference,
    *,
    case: Case = BASE,
    contested: Collection[Target] = (),
) -> ToBe:
    """The procedure with the verdicts applied, in whatever order they are given.

    Verdicts on steps of other procedures are passed over. `contested` are targets that stay as they are,
    also where a verdict on another step would reach them. `case` is the one whose longest path tells which
    changes save no time. ValueError where two verdicts are about one target.
    """
    numbers = {step.id: step.seq for step in full.steps}
    ours = sorted(
        (one for one in applied if one.step_id in numbers),
        key=lambda one: (numbers[one.step_id], one.step_id, one.document_id or ""),
    )
    if len({one.target for one in ours}) < len(ours):
        raise ValueError("two verdicts are about one target")
    draft = Draft(full, reference)
    told = _change(draft, ours, {*contested, *(one.target for one in ours if one.verdict is Verdict.KEEP)})
    total = totals(full, case, reference.rates)
    met = {step.id for step in steps_of_case(full, case)}
    for one in ours:
        if one.verdict is Verdict.REMOVE and one.document_id is None:
            told[one.target] = say_removed(draft, one.step_id, total, one.step_id in met)
    return finished(draft, tuple(_done(one, told[one.target], total) for one in ours))


def _change(draft: Draft, ours: Sequence[Applied], held: Collection[Target]) -> dict[Target, Told]:
    """Apply the verdicts, kind after kind, so that their order does not matter; target -> what it does.

    What removals do is told when all is done.
    """
    told: dict[Target, Told] = {}

    def steps(verdict: Verdict) -> list[str]:
        return [one.step_id for one in ours if one.verdict is verdict and one.document_id is None]

    def take(done: dict[str, Told]) -> None:
        told.update({(step_id, None): what for step_id, what in done.items()})

    take(make_parallel(draft, steps(Verdict.PARALLEL)))
    take(make_risk_based(draft, steps(Verdict.RISK_BASED)))
    remove_steps(draft, steps(Verdict.REMOVE))
    documents, moot = [], {}
    for one in ours:
        if one.document_id is not None:
            why = _moot(draft, one)
            if why is None:
                documents.append(one)
            else:
                moot[one.target] = nothing(why)
    told.update(moot)
    told.update(change_documents(draft, documents))
    merges = {
        one.step_id: one.merge_into
        for one in ours
        if one.verdict is Verdict.MERGE and one.document_id is None
    }
    take(merge_steps(draft, merges))
    take(move_online(draft, steps(Verdict.ONLINE)))
    once = [
        one
        for one in ours
        if one.verdict is Verdict.SUBMIT_ONCE and (one.document_id is None or one in documents)
    ]
    told.update(hand_in_once(draft, once, held))
    for one in ours:
        if one.target not in told and one.verdict is not Verdict.REMOVE:
            told[one.target] = _UNCHANGED[one.verdict](draft, one)
    return told


def _moot(draft: Draft, one: Applied) -> Message | None:
    """Why a verdict on a document changes nothing, whatever it is; None where it may."""
    values: dict[str, Value] = {
        "step": draft.as_is.number(one.step_id),
        "document": document_name(one.document_id or "", draft.reference),
    }
    if one.step_id not in draft.steps:
        return Message("The document falls away with step {step}: {document}.", values)
    if not any(use.document_id == one.document_id for use in draft.as_is.uses.get(one.step_id, ())):
        return Message("Step {step} has nothing to do with the document any more: {document}.", values)
    return None


def _kept(draft: Draft, one: Applied) -> Told:
    return Told(Outcome.KEPT, _about(draft, one, Message("It stays as it is.")))


def _waiting(draft: Draft, one: Applied) -> Told:
    return Told(
        Outcome.WAITING,
        _about(draft, one, Message("The law has to be changed first; until then all stays as it is.")),
    )


def _seldom(draft: Draft, one: Applied) -> Told:
    why = Message("It is asked for only where risk calls for it; how often is not known, so it still counts.")
    return nothing(_about(draft, one, why))


def _beside(draft: Draft, one: Applied) -> Told:
    return nothing(_about(draft, one, Message("A document has no order that could be changed.")))


_UNCHANGED: dict[Verdict, Callable[[Draft, Applied], Told]] = {
    Verdict.KEEP: _kept,
    Verdict.LAW_FIRST: _waiting,
    Verdict.RISK_BASED: _seldom,
    Verdict.PARALLEL: _beside,
}


def _about(draft: Draft, one: Applied, said: Message) -> Message:
    number = draft.as_is.number(one.step_id)
    if one.document_id is None:
        return Message("Step {step}: {said}", {"step": number, "said": said})
    return Message(
        "Step {step}, {document}: {said}",
        {"step": number, "document": document_name(one.document_id, draft.reference), "said": said},
    )


def _done(one: Applied, told: Told, total: Totals) -> Change:
    return Change(
        step_id=one.step_id,
        document_id=one.document_id,
        verdict=one.verdict,
        outcome=told.outcome,
        off_path=one.step_id not in total.path,
        saves=told.saves,
        message=told.message,
        applied=one,
        unknown=told.unknown,
    )
