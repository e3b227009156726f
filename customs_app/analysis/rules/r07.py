"""R07: a step waits for another although it takes nothing from it."""

from collections.abc import Iterator

from customs_app.analysis.rules.base import Context, Rule, Suggestion
from customs_app.analysis.rules.common import (
    TRADE_ITSELF,
    conditions_differ,
    exclusive,
    is_private,
    never_meet,
    rows_of,
    same_document,
    uses,
)
from customs_app.analysis.rules.saving import own_hours
from customs_app.domain.codes import Confidence, Role, Stage, Verdict
from customs_app.domain.figures import Range
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.review import Saving
from customs_app.domain.text import Message
from customs_app.language.words import N_

_PAPERWORK = (Stage.PREPARE, Stage.CERTIFY, Stage.DECLARE, Stage.PAY)
"""Stages in which the order of work does not follow the lorry."""


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
    issues = bool(uses(full, earlier, Role.OUTPUT))
    paperwork = all(_is_paperwork(step, context) for step in (earlier, later))
    apart = conditions_differ(earlier, later)
    trade = any(_is_trade(step, context) for step in (earlier, later))
    sure = issues and paperwork and not apart and not trade
    return Suggestion(
        steps=(earlier, later),
        confidence=Confidence.MEDIUM if sure else Confidence.LOW,
        evidence=rows_of((earlier, later)),
        saving=Saving(hours=_shorter(own_hours(full, earlier), own_hours(full, later))),
        summary=Message(
            "Step {later} waits for step {earlier} and takes no document from it",
            {"later": later.seq, "earlier": earlier.seq},
        ),
        doubt=_doubt(apart, paperwork, trade, issues),
    )


def _is_paperwork(step: Step, context: Context) -> bool:
    activity = context.reference.activities.get(step.activity)
    return activity is not None and activity.stage in _PAPERWORK


def _is_trade(step: Step, context: Context) -> bool:
    """Whether the trader orders the step himself: his own business, or his registration once for all."""
    return step.activity == "PRE-01" or step.activity in TRADE_ITSELF or is_private(step, context.reference)


def _shorter(one: Range | None, other: Range | None) -> Range | None:
    """What two steps side by side save: the shorter of them, end by end."""
    if one is None or other is None:
        return None
    ends = zip((one.min, one.typ, one.max), (other.min, other.typ, other.max), strict=True)
    return Range(*(None if a is None or b is None else min(a, b) for a, b in ends))


def _doubt(apart: bool, paperwork: bool, trade: bool, issues: bool) -> Message:
    if apart:
        return never_meet()
    if not paperwork:
        return Message("The order may follow the way of the goods and not that of the papers.")
    if trade:
        return Message("The order may follow the business of the trader and not a demand of the bodies.")
    if not issues:
        return Message("The earlier step may give a decision that is not recorded as a document.")
    return Message("The body may take the result from a register and not from the trader.")


R07 = Rule("R07", N_("Needless sequence"), ("TFA-10.1", "PRINC-05"), Verdict.PARALLEL, _look)
