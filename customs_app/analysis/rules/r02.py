"""R02: one control is done twice."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from customs_app.analysis.rules.base import Context, Rule, Suggestion
from customs_app.analysis.rules.common import (
    CONTROLS,
    ELECTRONIC,
    activity_name,
    agency_kind,
    conditional,
    conditions_differ,
    highest,
    lower,
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
from customs_app.domain.codes import AgencyKind, Channel, Confidence, Role, Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.text import Message
from customs_app.language.words import N_

_VEHICLE = re.compile(r"\b(lorry|lorries|trucks?|vehicles?|wagons?|drivers?|crew)\b", re.IGNORECASE)


def _look(full: FullProcedure, context: Context) -> Iterator[Suggestion]:
    for activity in CONTROLS:
        for steps in together(steps_of(full, activity)):
            if len(steps) > 1:
                yield _suggest(full, activity, steps, context.reference)


def _suggest(full: FullProcedure, activity: str, steps: tuple[Step, ...], reference: Reference) -> Suggestion:
    return Suggestion(
        steps=steps,
        confidence=highest(_pair(full, one, other, reference) for one, other in combinations(steps, 2)),
        evidence=rows_of(steps),
        saving=merging(full, steps),
        summary=Message(
            "“{activity}” is done more than once: steps {steps}",
            {"activity": activity_name(activity, reference), "steps": numbers(steps)},
        ),
        doubt=_doubt(steps, reference),
    )


def _pair(full: FullProcedure, one: Step, other: Step, reference: Reference) -> Confidence:
    """How far two controls alone carry the finding: high where one body does the same in the same way."""
    if conditions_differ(one, other):
        return Confidence.LOW
    if any(_unmet(step, reference) for step in (one, other)) or _papers_and_goods(one, other):
        return Confidence.LOW
    papers = [
        {same_document(use.document_id, reference) for use in uses(full, step, Role.INPUT, Role.SHOWN)}
        for step in (one, other)
    ]
    alike = one.channel is not None and one.channel is other.channel and one.agency_id == other.agency_id
    always = not conditional(one) and not conditional(other)
    strong = always and (alike or papers[0] & papers[1])
    return lower(Confidence.HIGH if strong else Confidence.MEDIUM, _vehicle_and_goods(one, other))


def _unmet(step: Step, reference: Reference) -> bool:
    """Whether the trader does not meet a control here: a system does it, or he is the one who acts."""
    by_trader = agency_kind(step, reference) in (AgencyKind.TRADER, AgencyKind.BROKER)
    return step.channel is Channel.AUTOMATIC or by_trader


def _papers_and_goods(one: Step, other: Step) -> bool:
    """Whether one step is done on data and the other in person."""
    channels = {one.channel, other.channel}
    return Channel.IN_PERSON in channels and bool(channels & ELECTRONIC)


def _vehicle_and_goods(one: Step, other: Step) -> bool:
    return (_VEHICLE.search(one.title.en) is None) != (_VEHICLE.search(other.title.en) is None)


def _doubt(steps: Sequence[Step], reference: Reference) -> Message:
    if may_never_meet(steps):
        return never_meet()
    pairs = list(combinations(steps, 2))
    if any(_unmet(step, reference) for step in steps):
        return Message(
            "At some of the steps the trader meets no control: a system works, or he sends papers."
        )
    if all(_papers_and_goods(*pair) for pair in pairs):
        return Message("One of the steps looks at data, the other at the goods.")
    if all(_vehicle_and_goods(*pair) for pair in pairs):
        return Message("One of the steps may look at the vehicle and the other at the goods.")
    if len({step.agency_id for step in steps}) > 1:
        return Message("Two bodies act under one name here; each may look for another risk.")
    return Message("The second step may check what the first one leaves open.")


R02 = Rule("R02", N_("Same control again"), ("TFA-8.1", "RKC-3.35"), Verdict.MERGE, _look)
