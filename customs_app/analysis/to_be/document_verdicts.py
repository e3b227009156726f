"""Verdicts on documents: remove, merge, online, submit once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from customs_app.analysis.opinions import Target
from customs_app.analysis.rules.common import document_name
from customs_app.analysis.to_be.basis import Applied
from customs_app.analysis.to_be.draft import TAKEN, Draft, meet_alike
from customs_app.analysis.to_be.merging import asked, move
from customs_app.analysis.to_be.submit import drop, submit_once
from customs_app.analysis.to_be.told import Told, changed, nothing
from customs_app.domain.codes import Form, Role, Verdict
from customs_app.domain.review import Saving
from customs_app.domain.text import Message, Value


def change_documents(draft: Draft, applied: Sequence[Applied]) -> dict[Target, Told]:
    """Apply what concerns a document at one step: remove, online, merge; target -> what it does."""
    told: dict[Target, Told] = {}
    for verdict, act in ((Verdict.REMOVE, _remove), (Verdict.ONLINE, _online), (Verdict.MERGE, _merge)):
        for one in applied:
            if one.verdict is verdict and one.document_id is not None:
                told[one.target] = act(draft, one, _values(draft, one.step_id, one.document_id))
    return told


def _values(draft: Draft, step_id: str, document_id: str) -> Mapping[str, Value]:
    return {
        "step": draft.as_is.number(step_id),
        "document": document_name(document_id, draft.reference),
    }


def _remove(draft: Draft, one: Applied, values: Mapping[str, Value]) -> Told:
    uses = [use for use in draft.uses.get(one.step_id, ()) if use.document_id == one.document_id]
    drop(draft, one.step_id, uses)
    brought = sum(use.role in TAKEN for use in uses)
    if brought:
        return changed(
            Message("Step {step} no longer asks for the document: {document}.", values),
            Saving(documents=brought),
        )
    later = [
        step.seq
        for step in draft.as_is.steps
        if step.id != one.step_id and any(use.document_id == one.document_id for use in draft.taken(step.id))
    ]
    if later:
        message = Message(
            "Step {step} no longer issues the document, though other steps still ask for it ({later}): "
            "{document}.",
            {**values, "later": tuple(later)},
        )
    else:
        message = Message("Step {step} no longer issues the document: {document}.", values)
    return changed(message, Saving(documents=0))


def _online(draft: Draft, one: Applied, values: Mapping[str, Value]) -> Told:
    uses = [use for use in draft.uses.get(one.step_id, ()) if use.document_id == one.document_id]
    if all(use.form is Form.ELECTRONIC for use in uses):
        return nothing(
            Message("Step {step} handles the document electronically already: {document}.", values),
            Saving(documents=0),
        )
    draft.uses[one.step_id] = tuple(
        replace(use, form=Form.ELECTRONIC, copies=None) if use in uses else use
        for use in draft.uses[one.step_id]
    )
    return changed(
        Message("Step {step} handles the document electronically: {document}.", values), Saving(documents=0)
    )


def _merge(draft: Draft, one: Applied, values: Mapping[str, Value]) -> Told:
    """Have the document handled at another step."""
    into = one.merge_into
    if into is None or into not in draft.steps or into == one.step_id:
        return nothing(
            Message(
                "Step {step} asks for the document as before: it is not said where else: {document}.", values
            )
        )
    values = {**values, "into": draft.as_is.number(into)}
    uses = [use for use in draft.uses.get(one.step_id, ()) if use.document_id == one.document_id]
    brought = any(use.role is not Role.OUTPUT for use in uses)
    if brought and not meet_alike(draft.steps[one.step_id], draft.steps[into]):
        return nothing(
            Message(
                "Step {step} asks for the document as before, because not the same consignments meet step "
                "{into}: {document}.",
                values,
            )
        )
    known = asked(draft, into)
    less = sum(move(draft, use, into, known) for use in uses)
    return changed(
        Message("The document is handled at step {into} in place of step {step}: {document}.", values),
        Saving(documents=less),
    )


def hand_in_once(draft: Draft, applied: Sequence[Applied], held: Collection[Target]) -> dict[Target, Told]:
    """Have documents handed in once: target -> what that does.

    A verdict on a document speaks of all its handings-in in the procedure, one on a step of what this step
    asks for. `held` are targets that must stay.
    """
    told: dict[Target, Told] = {}
    groups: dict[str, list[Applied]] = {}
    for one in applied:
        if one.document_id is not None:
            groups.setdefault(draft.key(one.document_id), []).append(one)
    for group in groups.values():
        dropped = submit_once(draft, str(group[0].document_id), held)
        owner = {one.step_id: one for one in reversed(group)}
        less = dict.fromkeys((one.target for one in group), 0)
        for step_id, number in dropped.items():
            less[owner.get(step_id, group[0]).target] += number
        for one in group:
            told[one.target] = _once(draft, one, less[one.target], tuple(dropped))
    for one in applied:
        if one.document_id is None:
            told[one.target] = _step_once(draft, one.step_id, held)
    return told


def _once(draft: Draft, one: Applied, less: int, steps: tuple[str, ...]) -> Told:
    values = _values(draft, one.step_id, str(one.document_id))
    if not steps:
        return nothing(
            Message(
                "The document is handed in once already, as far as the same consignments go: {document}.",
                values,
            ),
            Saving(documents=0),
        )
    message = Message(
        "The document is handed in once; other steps take it from the one that has it ({steps}): {document}.",
        {**values, "steps": tuple(map(draft.as_is.number, steps))},
    )
    return changed(message, Saving(documents=less))


def _step_once(draft: Draft, step_id: str, held: Collection[Target]) -> Told:
    number = draft.as_is.number(step_id)
    keys = {draft.key(use.document_id): use.document_id for use in draft.taken(step_id)}
    less: dict[str, int] = {}
    for document_id in keys.values():
        for count in submit_once(draft, document_id, held, only=step_id).values():
            less[document_id] = count
    if less:
        names = tuple(document_name(document_id, draft.reference) for document_id in less)
        message = Message(
            "Step {step} takes what was handed in before from the step that has it: {documents}.",
            {"step": number, "documents": names},
        )
        return changed(message, Saving(documents=sum(less.values())))
    if not draft.as_is.uses.get(step_id):
        return nothing(
            Message("Step {step} stays: which documents it asks for is not recorded.", {"step": number})
        )
    return nothing(
        Message("Step {step} asks for no document that was handed in before.", {"step": number}),
        Saving(documents=0),
    )
