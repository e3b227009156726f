"""What is asked about a corridor."""

from dataclasses import dataclass, replace
from pathlib import Path

from customs_app.analysis.case import BASE, Case
from customs_app.figures.tokens import Palette
from customs_app.language.words import Words


@dataclass(frozen=True, slots=True)
class Question:
    """Which corridor, in which case; `struck` are ids of steps that a what-if leaves out."""

    corridor: str | None = None
    case: Case = BASE
    struck: frozenset[str] = frozenset()

    def without(self, step_id: str) -> "Question":
        """The question with one step more left out, or taken back where it was left out."""
        return replace(self, struck=self.struck ^ {step_id})


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a catalogue file, and the words in which it is to be answered."""

    question: Question
    path: Path
    words: Words


@dataclass(frozen=True, slots=True)
class ChartAsked:
    """The chart of the newest answer, at a size and in colours."""

    width: int
    height: int
    palette: Palette
