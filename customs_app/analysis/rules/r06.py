"""R06: an activity that no other country asks for."""

from collections.abc import Iterator

from customs_app.analysis.rules.base import Context, Rule, Suggestion
from customs_app.analysis.rules.common import (
    TRADE_ITSELF,
    activity_name,
    conditional,
    is_private,
    numbers,
    once,
    peers_with,
    rows_of,
    rows_of_peers,
    steps_of,
)
from customs_app.analysis.rules.saving import removal
from customs_app.domain.codes import Confidence, Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.text import Message
from customs_app.language.words import N_

COMPARED = 3
"""Countries, this one included, that must have such a procedure."""


def _look(full: FullProcedure, context: Context) -> Iterator[Suggestion]:
    if 1 + len(context.peers) < COMPARED:
        return
    for activity in dict.fromkeys(step.activity for step in full.steps):
        steps = tuple(step for step in steps_of(full, activity) if not conditional(step))
        if steps and activity not in context.elsewhere and not peers_with(context, activity):
            yield _suggest(full, activity, steps, context)


def _suggest(full: FullProcedure, activity: str, steps: tuple[Step, ...], context: Context) -> Suggestion:
    trade = activity in TRADE_ITSELF or all(is_private(step, context.reference) for step in steps)
    other_leg = activity in context.same_trip
    special = not context.ordinary
    seldom = all(map(once, steps))
    others = len(context.peers)
    doubtful = trade or other_leg or special or seldom or others < COMPARED
    return Suggestion(
        steps=steps,
        confidence=Confidence.LOW if doubtful else Confidence.MEDIUM,
        evidence=(*rows_of(steps), *rows_of_peers(context.peers.values())),
        saving=removal(full, steps),
        summary=Message(
            "“{activity}” is asked for here alone, steps {steps}; {n} other country does without",
            {"activity": activity_name(activity, context.reference), "steps": numbers(steps), "n": others},
            plural="“{activity}” is asked for here alone, steps {steps}; {n} other countries do without",
        ),
        doubt=_doubt(trade, other_leg, special, seldom),
    )


def _doubt(trade: bool, other_leg: bool, special: bool, seldom: bool) -> Message:
    if trade:
        return Message("This is part of trade itself; other countries may only not list it.")
    if other_leg:
        return Message(
            "Other countries have this in another procedure of the same journey, as at the border."
        )
    if special:
        return Message("This procedure is for special goods; those of other countries are for ordinary ones.")
    if seldom:
        return Message("A registration is done once and not for every consignment.")
    return Message("Others may do it inside another step, or for other goods.")


R06 = Rule("R06", N_("Only here"), ("TFA-10.1",), Verdict.REMOVE, _look)
