"""R08: a step is done in person or on paper that other countries do online."""

from collections.abc import Iterator, Mapping

from customs_app.analysis.rules.base import Context, Rule, Suggestion
from customs_app.analysis.rules.common import (
    ELECTRONIC,
    PHYSICAL,
    activity_name,
    country_names,
    lower,
    peers_with,
    rows,
    rows_of,
    steps_of,
)
from customs_app.analysis.rules.saving import own_visits
from customs_app.domain.codes import Channel, Confidence, Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.review import Saving
from customs_app.domain.text import Message, Value
from customs_app.language.words import N_

ONLINE_ELSEWHERE = 2
"""Other countries that must do the activity online or automatically."""


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
    here_too = any(other.channel in ELECTRONIC for other in steps_of(full, step.activity))
    values: dict[str, Value] = {
        "step": step.seq,
        "activity": activity_name(step.activity, context.reference),
        "countries": country_names(online, context.reference),
    }
    if step.channel is Channel.IN_PERSON:
        summary = Message("Step {step}, {activity}: in person here; online elsewhere: {countries}", values)
    else:
        summary = Message("Step {step}, {activity}: on paper here; online elsewhere: {countries}", values)
    return Suggestion(
        steps=(step,),
        confidence=_confidence(step, here_too, len(online)),
        evidence=(*rows(step), *(row for steps in online.values() for row in rows_of(steps))),
        saving=Saving(visits=own_visits(step)),
        summary=summary,
        doubt=_doubt(step, here_too),
    )


def _confidence(step: Step, here_too: bool, countries: int) -> Confidence:
    if step.activity in PHYSICAL:
        return Confidence.LOW
    strong = Confidence.HIGH if countries > ONLINE_ELSEWHERE else Confidence.MEDIUM
    return lower(strong) if here_too else strong


def _doubt(step: Step, here_too: bool) -> Message:
    if step.activity in PHYSICAL:
        return Message("Goods or a vehicle are handled; online may mean only the booking or the record.")
    if here_too:
        return Message("An electronic step of this kind stands in the procedure already.")
    return Message("Elsewhere the online step may cover only a part of this one.")


R08 = Rule(
    "R08",
    N_("In person where others are online"),
    ("TFA-10.4", "RKC-7.1"),
    Verdict.ONLINE,
    _look,
)
