"""The differences between countries as sentences for the window, the greatest effect first."""

from collections.abc import Sequence
from dataclasses import dataclass

from customs_app.analysis.differences import Difference
from customs_app.analysis.ranked import RankedDifference
from customs_app.domain.codes import Stage
from customs_app.domain.reference import Reference
from customs_app.language.words import Words
from customs_app.reports.beside_texts import effect_text, why_lines


@dataclass(frozen=True, slots=True)
class Sentence:
    """A difference worded, the activity below it, the stage whose colour it wears, and its effect.

    `effect` says what lies between the two countries that are farthest apart, or is empty where nothing is
    known; `why` says why, or through which rates.
    """

    difference: Difference
    text: str
    below: str
    stage: Stage | None
    effect: str
    why: str
    ranked: RankedDifference

    @property
    def copied(self) -> str:
        """The sentence with its effect, in one line."""
        return f"{self.text} [{self.effect}]" if self.effect else self.text


def sentences(found: Sequence[RankedDifference], reference: Reference, words: Words) -> tuple[Sentence, ...]:
    """The differences worded, in their order."""
    result = []
    for one in found:
        difference = one.difference
        activity = reference.activities.get(difference.activity)
        below = words.text("Totals")
        if activity is not None:
            below = f"{activity.code} · {activity.name[words.language]}"
        result.append(
            Sentence(
                difference,
                words.say(difference.message),
                below,
                activity.stage if activity is not None else None,
                effect_text(one, words),
                "\n".join(why_lines(one, words)),
                one,
            )
        )
    return tuple(result)
