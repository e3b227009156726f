"""What still covers a risk when a step is gone, in a sentence."""

from collections.abc import Callable

from customs_app.analysis.dossier.result import ControlLine
from customs_app.analysis.guard import GuardRow, risk_label
from customs_app.language.words import Words


def control_words(
    row: GuardRow | ControlLine, numbers: Callable[[tuple[str, ...]], tuple[str, ...]], words: Words
) -> str:
    """The risk, and the steps that cover it; `numbers` gives those of steps (ids)."""
    risk = risk_label(row.risk, words)
    if row.sole and row.sometimes_by:
        steps = numbers(row.sometimes_by)
        return words.count(
            "{risk}: nothing else always covers it; step {steps} does sometimes",
            "{risk}: nothing else always covers it; steps {steps} do sometimes",
            len(steps),
            risk=risk,
            steps=steps,
        )
    if row.sole:
        return words.text("{risk}: nothing else in this procedure covers it", risk=risk)
    steps = numbers(row.covered_by)
    return words.count(
        "{risk}: still covered by step {steps}",
        "{risk}: still covered by steps {steps}",
        len(steps),
        risk=risk,
        steps=steps,
    )
