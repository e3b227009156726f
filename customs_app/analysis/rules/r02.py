"""R02: one control is done twice."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from customs_app.analysis.rules.base import Context, Rule, Suggestion
from customs_app.analysis.rules.common import (
    activity_name,
    conditional,
    conditions_differ,
    highest,
    may_never_meet,
    never_meet,
    numbers,
    rows_of,
    same_document,
    steps_of,
    together,
    uses,
)
from customs_app.analysis.rules.saving import merging
from customs_app.domain.codes import Confidence, Role, Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.text import Message
from customs_app.language.words import N_

CONTROLS = (*(f"INS-{n:02}" for n in range(2, 11)), "DCL-06", "DCL-07", "TRN-07")
"""Activities that control the goods, the papers or the vehicle."""


def _look(full: FullProcedure, context: Context) -> Iterator[Suggestion]:
    for activity in CONTROLS:
        for steps in together(steps_of(full, activity)):
            if len(steps) > 1:
                yield Suggestion(
                    steps=steps,
                    confidence=highest(
                        _pair(full, one, other, context) for one, other in combinations(steps, 2)
                    ),
                    evidence=rows_of(steps),
                    saving=merging(full, steps),
                    summary=Message(
                        "{activity}: steps {steps}",
                        {"activity": activity_name(activity, context.reference), "steps": numbers(steps)},
                    ),
                    doubt=_doubt(steps),
                )


def _pair(full: FullProcedure, one: Step, other: Step, context: Context) -> Confidence:
    if conditions_differ(one, other):
        return Confidence.LOW
    if conditional(one) or conditional(other):
        return Confidence.MEDIUM
    papers = [
        {
            same_document(use.document_id, context.reference)
            for use in uses(full, step, Role.INPUT, Role.SHOWN)
        }
        for step in (one, other)
    ]
    alike = one.channel is not None and one.channel is other.channel
    return Confidence.HIGH if alike or papers[0] & papers[1] else Confidence.MEDIUM


def _doubt(steps: Sequence[Step]) -> Message:
    if may_never_meet(steps):
        return never_meet()
    if len({step.agency_id for step in steps}) > 1:
        return Message("Two bodies act under one name here; each may look for another risk.")
    return Message("The second step may check what the first one leaves open.")


R02 = Rule("R02", N_("Same control again"), ("TFA-8.1", "RKC-3.35"), Verdict.MERGE, _look)
