"""R07: a step waits for another although it takes nothing from it."""

from collections.abc import Iterator

from customs_app.analysis.rules.base import Context, Rule, Suggestion
from customs_app.analysis.rules.common import (
    TRADE_ITSELF,
    conditions_differ,
    exclusive,
    first_reason,
    is_private,
    never_meet,
    rows_of,
    same_document,
    uses,
)
from customs_app.analysis.rules.saving import own_hours, shorter
from customs_app.domain.codes import Confidence, Role, Stage, Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.review import Saving
from customs_app.domain.text import Message
from customs_app.language.words import N_

_FREE = (Stage.PREPARE, Stage.CERTIFY)
"""Stages in which the order of work follows neither the lorry nor a declaration."""
_BEFORE = (Stage.PREPARE, Stage.CERTIFY, Stage.DECLARE, Stage.PAY)
_TESTS = frozenset({"CRT-06", "CRT-07", "CRT-08"})
"""Treatment, test and inspection, on which certificates rest."""


def _look(full: FullProcedure, context: Context) -> Iterator[Suggestion]:
    by_id = {step.id: step for step in full.steps}
    for later in full.steps:
        for earlier in (by_id[id_] for id_ in later.depends_on if id_ in by_id):
            if _needless(full, earlier, later, context):
                yield _suggest(full, earlier, later, context)


def _needless(full: FullProcedure, earlier: Step, later: Step, context: Context) -> bool:
    known = earlier.agency_id is not None and later.agency_id is not None
    if not known or earlier.agency_id == later.agency_id or exclusive(earlier, later):
        return False
    if not uses(full, earlier) or not uses(full, later):
        return False
    issued = {same_document(use.document_id, context.reference) for use in uses(full, earlier, Role.OUTPUT)}
    taken = {
        same_document(use.document_id, context.reference) for use in uses(full, later, Role.INPUT, Role.SHOWN)
    }
    return not issued & taken


def _suggest(full: FullProcedure, earlier: Step, later: Step, context: Context) -> Suggestion:
    doubt = _known_reason(full, earlier, later, context)
    return Suggestion(
        steps=(earlier, later),
        confidence=Confidence.LOW if doubt else Confidence.MEDIUM,
        evidence=rows_of((earlier, later)),
        saving=Saving(hours=shorter(own_hours(full, earlier), own_hours(full, later))),
        summary=Message(
            "Step {later} waits for step {earlier} and takes no document from it",
            {"later": later.seq, "earlier": earlier.seq},
        ),
        doubt=doubt or Message("The body may take the result from a register and not from the trader."),
    )


def _known_reason(full: FullProcedure, earlier: Step, later: Step, context: Context) -> Message | None:
    """Why the order may be needed all the same; None where nothing speaks for it."""
    stages = _stage(earlier, context), _stage(later, context)
    return first_reason(
        (conditions_differ(earlier, later), never_meet()),
        (
            any(stage not in _BEFORE for stage in stages) or later.activity == "DCL-02",
            Message("The order may follow the way of the goods and not that of the papers."),
        ),
        (
            any(_is_trade(step, context) for step in (earlier, later)),
            Message("The order may follow the business of the trader and not a demand of the bodies."),
        ),
        (
            not uses(full, earlier, Role.OUTPUT),
            Message("The earlier step may give a decision that is not recorded as a document."),
        ),
        (
            Stage.PAY in stages,
            Message("A payment may follow what is paid for, or be a condition of what comes next."),
        ),
        (
            any(stage not in _FREE for stage in stages),
            Message("A declaration or security may rest on what comes before it, with no paper recorded."),
        ),
        (
            earlier.activity in _TESTS,
            Message("A certificate may rest on the test or treatment before it, with no paper recorded."),
        ),
    )


def _stage(step: Step, context: Context) -> Stage | None:
    activity = context.reference.activities.get(step.activity)
    return activity.stage if activity is not None else None


def _is_trade(step: Step, context: Context) -> bool:
    """Whether the trader orders the step himself: his own business, or his registration once for all."""
    return step.activity == "PRE-01" or step.activity in TRADE_ITSELF or is_private(step, context.reference)


R07 = Rule("R07", N_("Needless sequence"), ("TFA-10.1", "PRINC-05"), Verdict.PARALLEL, _look)
