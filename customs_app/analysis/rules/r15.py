"""R15: nothing can be sent before the goods arrive."""

from collections.abc import Iterator

from customs_app.analysis.rules.base import Context, Rule, Suggestion
from customs_app.analysis.rules.common import country_names, peers_with, rows_of, steps_of
from customs_app.domain.codes import Confidence, Regime, Verdict
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.text import Message
from customs_app.language.words import N_

ADVANCE = "DCL-01"
ELSEWHERE = 2
"""Other countries that must take advance information."""


def _look(full: FullProcedure, context: Context) -> Iterator[Suggestion]:
    if full.procedure.regime not in (Regime.IMPORT, Regime.TRANSIT) or steps_of(full, ADVANCE):
        return
    elsewhere = peers_with(context, ADVANCE)
    if len(elsewhere) < ELSEWHERE:
        return
    # The steps in which the same data are given today, once the goods are there.
    steps = steps_of(full, "DCL-02", "DCL-05", "DCL-08")
    yield Suggestion(
        steps=steps,
        confidence=Confidence.MEDIUM if steps and len(elsewhere) > ELSEWHERE else Confidence.LOW,
        evidence=(*rows_of(steps), *(row for peer in elsewhere.values() for row in rows_of(peer))),
        summary=Message(
            "No advance cargo information; elsewhere it is taken: {countries}",
            {"countries": country_names(elsewhere, context.reference)},
        ),
        doubt=Message("It may be recorded with the border crossing, or asked of the carrier elsewhere.")
        if steps
        else Message("No declaration is recorded in this procedure; it may not need one."),
    )


R15 = Rule("R15", N_("Nothing before arrival"), ("TFA-7.1",), Verdict.ONLINE, _look, apart=True)
