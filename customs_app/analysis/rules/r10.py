"""R10: one agency is paid several times."""

from collections.abc import Iterator
from itertools import combinations

from customs_app.analysis.rules.base import Context, Rule, Suggestion
from customs_app.analysis.rules.common import (
    ELECTRONIC,
    agency_name,
    conditional,
    is_private,
    may_never_meet,
    never_meet,
    numbers,
    rows_of,
    together,
)
from customs_app.analysis.rules.saving import merging
from customs_app.domain.codes import Confidence, CostKind, Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.review import Saving
from customs_app.domain.text import Message
from customs_app.language.words import N_


def _look(full: FullProcedure, context: Context) -> Iterator[Suggestion]:
    payments: dict[str, list[Step]] = {}
    for step in full.steps:
        if step.agency_id is not None and _is_payment(step):
            payments.setdefault(step.agency_id, []).append(step)
    for agency, all_steps in payments.items():
        for steps in together(all_steps):
            if len(steps) > 1:
                yield _suggest(full, agency, steps, context)


def _is_payment(step: Step) -> bool:
    """Whether something is paid here: a step of payment, or a cost of its own.

    An aggregate is the cost of several steps together and tells of no payment, zero of none.
    """
    if step.activity.startswith("PAY-"):
        return True
    return bool(step.cost.amount) and step.cost.kind is not CostKind.AGGREGATE


def _suggest(full: FullProcedure, agency: str, steps: tuple[Step, ...], context: Context) -> Suggestion:
    private = is_private(steps[0], context.reference)
    return Suggestion(
        steps=steps,
        confidence=_confidence(steps, private),
        evidence=rows_of(steps),
        saving=Saving(visits=merging(full, steps).visits),
        summary=Message(
            "{agency}: {n} payment, steps {steps}",
            {"agency": agency_name(agency, context.reference), "n": len(steps), "steps": numbers(steps)},
            plural="{agency}: {n} payments, steps {steps}",
        ),
        doubt=_doubt(steps, private),
    )


def _confidence(steps: tuple[Step, ...], private: bool) -> Confidence:
    if private or may_never_meet(steps):
        return Confidence.LOW
    always = [step for step in steps if not conditional(step)]
    by_hand = [
        step
        for step in always
        if step.activity.startswith("PAY-") and step.channel is not None and step.channel not in ELECTRONIC
    ]
    if any(True for _ in combinations(by_hand, 2)):
        return Confidence.HIGH
    return Confidence.MEDIUM if len(always) > 1 else Confidence.LOW


def _doubt(steps: tuple[Step, ...], private: bool) -> Message:
    if may_never_meet(steps):
        return never_meet()
    if private:
        return Message("The payments go to a private body; each may be the price of another service.")
    return Message("The payments may go to different accounts of the budget, or fall due at different times.")


R10 = Rule("R10", N_("Scattered payments"), ("TFA-7.2", "PRINC-09"), Verdict.MERGE, _look)
