"""What a diagram is drawn with: colours, words, widths of letters, and what is said of steps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from customs_app.analysis.counting import CountedTime
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark
from customs_app.domain.text import Language
from customs_app.figures.measure import Measure
from customs_app.figures.tokens import Palette
from customs_app.figures.wrapping import Type
from customs_app.language.words import Words

BOX = 156.0
INSET = 9.0
STRADDLE = 8.0
"""Height above the first line of a box, into which signs on its edge reach."""


@dataclass(frozen=True, slots=True)
class Style:
    """Everything about the look of a diagram that is the same for all its boxes."""

    palette: Palette
    words: Words
    measure: Measure
    reference: Reference

    @property
    def chinese(self) -> bool:
        """Whether the texts are Chinese, which need more room between lines."""
        return self.words.language is Language.ZH

    @property
    def type(self) -> Type:
        """The lettering of titles."""
        return Type(12.0 if self.chinese else 11.0)

    @property
    def leading(self) -> float:
        """From one line of a title to the next."""
        return 17.0 if self.chinese else 14.5

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Width of a text."""
        return self.measure.width(text, size, bold=bold)


@dataclass(frozen=True, slots=True)
class Told:
    """What a diagram tells of the steps of a procedure; keys are step ids.

    `times` are of all steps; `taken` are those of the case, `path` those on its longest path. `letters` are
    of documents handed in more than once (document id -> letters); `choices` say for a step of a choice its
    number and the letter of its option. `gone` are steps that are no more and stand as outlines, `new` those
    that are marked as changed for the better.
    """

    full: FullProcedure
    times: Mapping[str, CountedTime]
    taken: frozenset[str]
    path: tuple[str, ...]
    letters: Mapping[str, str]
    tags: Mapping[str, tuple[str, ...]]
    choices: Mapping[str, tuple[int, str]]
    marks: Mapping[str, Sequence[Mark]]
    gone: frozenset[str] = frozenset()
    new: frozenset[str] = frozenset()

    def optional(self, step: Step) -> bool:
        """Whether a step comes on a condition only, or is not in the case."""
        return step.condition is not None or step.id not in self.taken
