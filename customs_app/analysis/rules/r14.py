"""R14: all goods are examined, and nothing selects by risk."""

from collections.abc import Iterator

from customs_app.analysis.rules.base import Context, Rule, Suggestion
from customs_app.analysis.rules.common import conditional, numbers, rows_of, steps_of
from customs_app.domain.codes import Confidence, Verdict
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.text import Message
from customs_app.language.words import N_


def _look(full: FullProcedure, context: Context) -> Iterator[Suggestion]:
    del context  # the rule looks at the procedure alone
    if steps_of(full, "INS-01"):
        return
    steps = tuple(step for step in steps_of(full, "INS-02") if not conditional(step))
    if steps:
        yield Suggestion(
            steps=steps,
            confidence=Confidence.MEDIUM,
            evidence=rows_of(steps),
            summary=Message(
                "All goods are examined and no step selects by risk: {steps}", {"steps": numbers(steps)}
            ),
            doubt=Message("Selection by risk may be at work and not be recorded as a step."),
        )


R14 = Rule(
    "R14",
    N_("Everything is examined"),
    ("TFA-7.4", "RKC-6.3", "RKC-6.4"),
    Verdict.RISK_BASED,
    _look,
    apart=True,
)
