"""R10: one agency is paid several times."""

from collections.abc import Iterator
from itertools import combinations

from customs_app.analysis.rules.base import Context, Rule, Suggestion
from customs_app.analysis.rules.common import (
    ELECTRONIC,
    agency_kind,
    agency_name,
    conditional,
    highest,
    is_private,
    may_never_meet,
    never_meet,
    numbers,
    once,
    rows_of,
    together,
)
from customs_app.analysis.rules.saving import merging
from customs_app.domain.codes import AgencyKind, Confidence, CostKind, Evidence, Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.review import Saving
from customs_app.domain.text import Message
from customs_app.language.words import N_


def _look(full: FullProcedure, context: Context) -> Iterator[Suggestion]:
    payments: dict[str, list[Step]] = {}
    for step in full.steps:
        # Where the trader is named for a payment he is who pays, and not who is paid.
        himself = agency_kind(step, context.reference) is AgencyKind.TRADER
        if step.agency_id is not None and not himself and _is_payment(step):
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
    return Suggestion(
        steps=steps,
        confidence=_confidence(steps, context),
        evidence=rows_of(steps),
        saving=Saving(visits=merging(full, steps).visits),
        summary=Message(
            "{agency} is paid {n} time: steps {steps}",
            {"agency": agency_name(agency, context.reference), "n": len(steps), "steps": numbers(steps)},
            plural="{agency} is paid {n} times: steps {steps}",
        ),
        doubt=_doubt(steps, context),
    )


def _confidence(steps: tuple[Step, ...], context: Context) -> Confidence:
    if is_private(steps[0], context.reference):
        return Confidence.LOW
    return highest(_pair(one, other) for one, other in combinations(steps, 2))


def _pair(one: Step, other: Step) -> Confidence:
    """How far two payments alone carry the finding: high where both are payments made by hand."""
    if any(conditional(step) or once(step) or _is_average(step) for step in (one, other)):
        return Confidence.LOW
    if _is_one(one, other):
        return Confidence.LOW
    by_hand = (
        step.activity.startswith("PAY-") and step.channel is not None and step.channel not in ELECTRONIC
        for step in (one, other)
    )
    return Confidence.HIGH if all(by_hand) else Confidence.MEDIUM


def _is_average(step: Step) -> bool:
    """Whether the cost is what people were found to spend at the step, and no fee that is named."""
    return not step.activity.startswith("PAY-") and step.evidence in (Evidence.MEASURED, Evidence.SURVEY)


def _is_one(one: Step, other: Step) -> bool:
    """Whether two payments may be one: of one kind, paid by a system, due at one moment."""
    by_system = one.channel in ELECTRONIC and one.channel is other.channel
    due = set(one.depends_on)
    return by_system and one.activity == other.activity and bool(due) and due == set(other.depends_on)


def _doubt(steps: tuple[Step, ...], context: Context) -> Message:
    if may_never_meet(steps):
        return never_meet()
    if is_private(steps[0], context.reference):
        return Message("The payments go to a private body; each may be the price of another service.")
    if all(_is_one(*pair) for pair in combinations(steps, 2)):
        return Message("These may be parts of one payment that the catalogue lists one by one.")
    if all(any(map(_is_average, pair)) for pair in combinations(steps, 2)):
        return Message("The costs were measured at the steps; they need not be fees of this body.")
    if agency_kind(steps[0], context.reference) is AgencyKind.BANK:
        return Message("The bank only passes the money on; the payments may go to different accounts.")
    return Message("The payments may go to different accounts of the budget, or fall due at different times.")


R10 = Rule("R10", N_("Scattered payments"), ("TFA-7.2", "PRINC-09"), Verdict.MERGE, _look)
