"""R15: nothing can be sent before the goods arrive."""

import re
from collections.abc import Iterator

from customs_app.analysis.rules.base import Context, Rule, Suggestion
from customs_app.analysis.rules.common import country_names, peers_with, rows_of, steps_of
from customs_app.domain.codes import Confidence, Regime, TimeKind, Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.text import Message
from customs_app.language.words import N_

ADVANCE = "DCL-01"
ELSEWHERE = 2
"""Other countries that must take advance information."""
_AHEAD = re.compile(r"\b(advance|prior to arrival|pre-?arrival)\b|before\b.*\b(arriv|border)", re.IGNORECASE)


def _look(full: FullProcedure, context: Context) -> Iterator[Suggestion]:
    if full.procedure.regime not in (Regime.IMPORT, Regime.TRANSIT) or steps_of(full, ADVANCE):
        return
    elsewhere = peers_with(context, ADVANCE)
    if len(elsewhere) < ELSEWHERE:
        return
    # The steps in which the same data are given today, once the goods are there.
    steps = steps_of(full, "DCL-02", "DCL-05", "DCL-08")
    doubt = _known_reason(full, steps, context)
    sure = doubt is None and len(elsewhere) > ELSEWHERE
    yield Suggestion(
        steps=steps,
        confidence=Confidence.MEDIUM if sure else Confidence.LOW,
        evidence=(*rows_of(steps), *(row for peer in elsewhere.values() for row in rows_of(peer))),
        summary=Message(
            "No advance information on the cargo is taken here; it is in: {countries}",
            {"countries": country_names(elsewhere, context.reference)},
        ),
        doubt=doubt
        or Message("It may be recorded with the border crossing, or asked of the carrier elsewhere."),
    )


def _known_reason(full: FullProcedure, steps: tuple[Step, ...], context: Context) -> Message | None:
    """Why the country may take the information all the same; None where nothing tells of it."""
    if not steps:
        return Message("No declaration is recorded in this procedure; it may not need one.")
    if any(map(_is_ahead, steps)):
        return Message("One of the steps is done before the goods arrive, under another name.")
    if not context.ordinary:
        return Message(
            "This procedure tells of what is special to its goods; the rest stands in another one."
        )
    if any(other.procedure.mode is full.procedure.mode and steps_of(other, ADVANCE) for other in context.own):
        return Message("Another procedure of this country has it, as at the border.")
    return None


def _is_ahead(step: Step) -> bool:
    said = f"{step.title.en}; {step.condition.en if step.condition else ''}"
    return step.time.kind is TimeKind.LEAD or _AHEAD.search(said) is not None


R15 = Rule("R15", N_("Nothing before arrival"), ("TFA-7.1",), Verdict.ONLINE, _look, apart=True)
