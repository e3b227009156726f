"""What stands in a cell of the evidence: lines of text in a few tones, with an icon or sign before them."""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum

from customs_app.domain.codes import Evidence


class Tone(StrEnum):
    """How strongly a part of a line speaks."""

    PLAIN = "plain"
    STRONG = "strong"
    SOFT = "soft"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a line in one tone; `link` is `step:<id>`, `source:<id>` or `procedure:<id>`."""

    text: str
    tone: Tone = Tone.PLAIN
    link: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph; at most one of `icon`, `badge` and `signed` (by `evidence`) stands before it."""

    runs: tuple[Run, ...]
    icon: str = ""
    badge: str = ""
    signed: bool = False
    evidence: Evidence | None = None

    @property
    def text(self) -> str:
        """The words of the line."""
        words = "".join(run.text for run in self.runs)
        return f"{self.badge} {words}" if self.badge else words


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines, and what they are compared by; `key` is None where nothing is known."""

    lines: tuple[Line, ...]
    key: Hashable

    @property
    def text(self) -> str:
        """The words of the cell, a line each."""
        return "\n".join(line.text for line in self.lines)


def plain(text: str, key: Hashable = None, *, icon: str = "") -> Cell:
    """A cell with one line, compared by its key, or by its text where none is given."""
    return Cell((Line((Run(text),), icon),), text if key is None else key)


def unknown(text: str) -> Cell:
    """A cell that says that nothing is known."""
    return Cell((Line((Run(text, Tone.SOFT),)),), None)
