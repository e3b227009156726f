"""The differences between countries as sentences for the window."""

from collections.abc import Sequence
from dataclasses import dataclass

from customs_app.analysis.differences import Difference
from customs_app.domain.codes import Stage
from customs_app.domain.reference import Reference
from customs_app.language.words import Words


@dataclass(frozen=True, slots=True)
class Sentence:
    """A difference worded, the activity below it, and the stage whose colour it wears."""

    difference: Difference
    text: str
    below: str
    stage: Stage | None


def sentences(differences: Sequence[Difference], reference: Reference, words: Words) -> tuple[Sentence, ...]:
    """The differences worded, in their order."""
    result = []
    for difference in differences:
        activity = reference.activities.get(difference.activity)
        below = words.text("Totals")
        if activity is not None:
            below = f"{activity.code} · {activity.name[words.language]}"
        stage = activity.stage if activity is not None else None
        result.append(Sentence(difference, words.say(difference.message), below, stage))
    return tuple(result)
