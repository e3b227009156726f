"""R05: a document is issued that no later step asks for, nor the procedure across the border."""

from collections.abc import Iterator, Sequence

from customs_app.analysis.rules.base import Context, Rule, Suggestion
from customs_app.analysis.rules.common import (
    document_name,
    exclusive,
    is_private,
    rows,
    same_document,
    uses,
)
from customs_app.domain.codes import Confidence, Regime, Role, Stage, Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.text import Message
from customs_app.language.words import N_

_TRAVELS = (Regime.EXPORT, Regime.TRANSIT, Regime.BORDER_CROSSING)
_RECORDS = (Stage.CERTIFY, Stage.DECLARE, Stage.INSPECT, Stage.BORDER)
"""Stages whose papers serve the file of a body, or are looked up: certificates, declarations, records."""
_REGISTERED = ("PRE-01", "PRE-03", "PRE-04")
"""Registrations of traders and contracts, and licences: customs and banks look them up by number."""
_ENDS = (Stage.RELEASE, Stage.CERTIFY, Stage.AFTER)


def _look(full: FullProcedure, context: Context) -> Iterator[Suggestion]:
    for place, step in enumerate(full.steps):
        later = [other for other in full.steps if other.seq > step.seq and not exclusive(other, step)]
        if _is_result(step, full.steps[place + 1 :], context):
            continue
        used = _asked(full, later, context)
        for onward in context.onward:
            used |= _asked(onward, onward.steps, context)
        for use in uses(full, step, Role.OUTPUT):
            if same_document(use.document_id, context.reference) not in used:
                yield _suggest(full, step, later, use.document_id, context)


def _asked(full: FullProcedure, steps: Sequence[Step], context: Context) -> set[str]:
    """Documents that the steps take or show."""
    return {
        same_document(use.document_id, context.reference)
        for step in steps
        for use in uses(full, step, Role.INPUT, Role.SHOWN)
    }


def _is_result(step: Step, later: Sequence[Step], context: Context) -> bool:
    """Whether a release or certificate step ends the procedure: only such steps or later work follow."""
    return _stage(step, context) in (Stage.RELEASE, Stage.CERTIFY) and all(
        _stage(other, context) in _ENDS for other in later
    )


def _stage(step: Step, context: Context) -> Stage | None:
    activity = context.reference.activities.get(step.activity)
    return activity.stage if activity is not None else None


def _suggest(
    full: FullProcedure, step: Step, later: Sequence[Step], document: str, context: Context
) -> Suggestion:
    recorded = sum(1 for other in later if uses(full, other))
    travels = full.procedure.regime in _TRAVELS
    record = _stage(step, context) in _RECORDS or step.activity in _REGISTERED
    own = is_private(step, context.reference)
    return Suggestion(
        steps=(step,),
        documents=(document,),
        confidence=_confidence(travels or record or own, recorded, len(later)),
        evidence=rows(step, document),
        summary=Message(
            "No later step asks for what step {step} issues: {document}",
            {"document": document_name(document, context.reference), "step": step.seq},
        ),
        doubt=_doubt(travels, record, own, recorded, len(later)),
    )


def _confidence(used_elsewhere: bool, recorded: int, later: int) -> Confidence:
    if used_elsewhere or 2 * recorded < later or not later:
        return Confidence.LOW
    return Confidence.HIGH if recorded == later else Confidence.MEDIUM


def _doubt(travels: bool, record: bool, own: bool, recorded: int, later: int) -> Message:
    if travels:
        return Message("The document may travel with the goods and be asked for by the next country.")
    if record:
        return Message(
            "The document may serve the file of the body that issues it, or be looked up in a register."
        )
    if own:
        return Message("This is a paper between private parties; it serves them.")
    if recorded < later:
        return Message(
            "Documents are recorded at {n} of the {later} later steps only; another may ask for it.",
            {"n": recorded, "later": later},
            plural="Documents are recorded at {n} of the {later} later steps only; another may ask for it.",
        )
    return Message("The trader may need the document for his books or for a later audit.")


R05 = Rule("R05", N_("Result nobody uses"), ("RKC-3.16",), Verdict.REMOVE, _look)
