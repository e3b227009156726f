"""R08: a step is done in person or on paper that other countries do online."""

from collections.abc import Iterator, Mapping

from customs_app.analysis.rules.base import Context, Rule, Suggestion
from customs_app.analysis.rules.common import (
    ELECTRONIC,
    PHYSICAL,
    activity_name,
    country_names,
    first_reason,
    is_private,
    lower,
    own_work,
    peers_with,
    rows,
    rows_of,
    same_document,
    steps_of,
    uses,
)
from customs_app.analysis.rules.saving import own_visits
from customs_app.domain.codes import Channel, Confidence, Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.review import Saving
from customs_app.domain.text import Message, Value
from customs_app.language.words import N_

ONLINE_ELSEWHERE = 2
"""Other countries that must do the activity online or automatically."""
_CARNETS = frozenset({"952", "955"})
"""TIR and ATA carnets."""


def _look(full: FullProcedure, context: Context) -> Iterator[Suggestion]:
    for step in full.steps:
        if step.channel in (Channel.IN_PERSON, Channel.PAPER):
            online = {
                country: electronic
                for country, steps in peers_with(context, step.activity).items()
                if (electronic := tuple(other for other in steps if other.channel in ELECTRONIC))
            }
            if len(online) >= ONLINE_ELSEWHERE:
                yield _suggest(full, step, online, context)


def _suggest(
    full: FullProcedure, step: Step, online: Mapping[str, tuple[Step, ...]], context: Context
) -> Suggestion:
    reason = _known_reason(full, step, context)
    strong = Confidence.HIGH if len(online) > ONLINE_ELSEWHERE else Confidence.MEDIUM
    here_too = any(other.channel in ELECTRONIC for other in steps_of(full, step.activity))
    values: dict[str, Value] = {
        "step": step.seq,
        "activity": activity_name(step.activity, context.reference),
        "countries": country_names(online, context.reference),
    }
    if step.channel is Channel.IN_PERSON:
        summary = Message(
            "“{activity}” is done in person here, step {step}, and online in: {countries}", values
        )
    else:
        summary = Message(
            "“{activity}” is done on paper here, step {step}, and online in: {countries}", values
        )
    return Suggestion(
        steps=(step,),
        confidence=Confidence.LOW
        if reason
        else lower(strong, here_too + is_private(step, context.reference) + (not context.ordinary)),
        evidence=(*rows(step), *(row for steps in online.values() for row in rows_of(steps))),
        saving=Saving(visits=own_visits(step)),
        summary=summary,
        doubt=reason or _doubt(step, here_too, context),
    )


def _known_reason(full: FullProcedure, step: Step, context: Context) -> Message | None:
    """Why it may need presence or paper all the same; None where nothing speaks for it."""
    carnet = any(same_document(use.document_id, context.reference) in _CARNETS for use in uses(full, step))
    return first_reason(
        (
            step.activity in PHYSICAL,
            Message("Goods or a vehicle are handled; online may mean only the booking or the record."),
        ),
        (carnet, Message("A carnet is a paper by its convention until its electronic form is in force.")),
        (
            own_work(step, context.reference),
            Message("The trader does this himself; how he does it is his choice."),
        ),
    )


def _doubt(step: Step, here_too: bool, context: Context) -> Message:
    reason = first_reason(
        (here_too, Message("An electronic step of this kind stands in the procedure already.")),
        (
            is_private(step, context.reference),
            Message("The trader does this himself; how he does it is his choice."),
        ),
        (
            not context.ordinary,
            Message("This procedure is for special goods; those of other countries are for ordinary ones."),
        ),
    )
    return reason or Message("Elsewhere the online step may cover only a part of this one.")


R08 = Rule(
    "R08",
    N_("In person where others are online"),
    ("TFA-10.4", "RKC-7.1"),
    Verdict.ONLINE,
    _look,
)
