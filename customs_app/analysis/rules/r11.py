"""R11: a processing fee grows with the value of the goods."""

import re
from collections.abc import Iterator

from customs_app.analysis.rules.base import Context, Rule, Suggestion
from customs_app.analysis.rules.common import activity_name, lower, rows, steps_of
from customs_app.domain.codes import Confidence, CostKind, Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.text import Message
from customs_app.language.words import N_

_BY_VALUE = re.compile(r"ad valorem|\bvalue\b", re.IGNORECASE)
_CEILING = re.compile(
    r"\b(ceiling|maximum|max|at most|(not|no) more than|not exceed\w*|capped|cap of|but not above)\b"
    r"|\(above\)|; above \d|\b(slabs?|scale|bands?) from .* to ",
    re.IGNORECASE,
)
"""Words by which the catalogue says that the fee ends somewhere, or names the top of its scale."""


def _look(full: FullProcedure, context: Context) -> Iterator[Suggestion]:
    for step in steps_of(full, "PAY-02", "PAY-03"):
        if _grows(step) and not _CEILING.search(_said(step)):
            rate = step.cost.kind is CostKind.RATE
            ends = _ends_elsewhere(step, context)
            yield Suggestion(
                steps=(step,),
                confidence=lower(Confidence.HIGH if rate else Confidence.MEDIUM, ends),
                evidence=rows(step),
                summary=Message(
                    "The fee of step {step} grows with the value of the goods: {activity}",
                    {"step": step.seq, "activity": activity_name(step.activity, context.reference)},
                ),
                doubt=_doubt(rate, ends),
            )


def _ends_elsewhere(step: Step, context: Context) -> bool:
    """Whether another procedure of the country names a ceiling of such a fee."""
    return any(
        _grows(other) and other.cost.currency == step.cost.currency and _CEILING.search(_said(other))
        for full in context.own
        for other in steps_of(full, step.activity)
    )


def _doubt(rate: bool, ends: bool) -> Message:
    if ends:
        return Message("Another procedure of this country names a ceiling for such a fee.")
    if rate:
        return Message("The rate may have a ceiling that the catalogue does not record.")
    return Message("The top of the scale may be a ceiling that the catalogue does not record.")


def _grows(step: Step) -> bool:
    """Whether the fee is a share of the value, or one band of a scale by value."""
    basis = step.cost.basis or ""
    if step.cost.kind is CostKind.RATE:
        return True
    return step.cost.kind in (CostKind.BAND, CostKind.FEE) and (
        _BY_VALUE.search(basis) is not None
        if step.cost.kind is CostKind.BAND
        else "ad valorem" in basis.lower()
    )


def _said(step: Step) -> str:
    return f"{step.cost.basis or ''}; {step.note or ''}"


R11 = Rule(
    "R11", N_("Fee not tied to the service"), ("TFA-6.2", "PRINC-09"), Verdict.LAW_FIRST, _look
)  # fmt: skip
