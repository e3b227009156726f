"""Texts in lines of a given width, broken as their script breaks."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from customs_app.figures.measure import Measure

ELLIPSIS = "…"
_NEVER_FIRST = "，。、；：！？）》」』】”’,.;:!?)]}%°/"
_NEVER_LAST = "（《「『【“‘([{"
_LEAST_END = 3
_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
# Spaces at which a line may end: not those that hold a number together.
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
# A word with the space before it; a Chinese character is a word; after a hyphen or stroke a word may end.
_WORD = re.compile(rf" ?(?:[{_CJK}]|[^ {_CJK}/\-–]*[/\-–]+|[^ {_CJK}/\-–]+)")


class Type(NamedTuple):
    """A kind of lettering: its size and weight."""

    size: float
    bold: bool = False


class Wrapped(NamedTuple):
    """A text in lines; `cut` says that some of it is left out at the end."""

    lines: tuple[str, ...]
    cut: bool


def wrap(text: str, width: float, type_: Type, measure: Measure, *, most: int = 99) -> Wrapped:
    """The text in at most so many lines, none wider than `width`; at least one line.

    What does not fit ends in an ellipsis. A word wider than a line is broken with a hyphen. Lines of the
    text itself run on.
    """
    lines: list[str] = []
    line = ""
    for word in _units(_run_on(text)):
        longer = line + word if line else word.lstrip()
        if measure.width(longer, type_.size, bold=type_.bold) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        if len(lines) > most:
            break  # What comes after the line that tells of the cut is not seen.
        *whole, line = _broken(word.strip(), width, type_, measure)
        lines.extend(whole)
    lines.append(line)
    if len(lines) <= most:
        return Wrapped(tuple(lines), cut=False)
    last = elide(lines[most - 1] + " " + lines[most], width, type_, measure)
    return Wrapped((*lines[: most - 1], last), cut=True)


def elide(text: str, width: float, type_: Type, measure: Measure) -> str:
    """The text as it is where it fits, else its beginning with an ellipsis."""
    text = _run_on(text)
    if measure.width(text, type_.size, bold=type_.bold) <= width:
        return text
    room = width - measure.width(ELLIPSIS, type_.size, bold=type_.bold)
    end = _fitting(text, room, type_, measure)
    return text[:end].rstrip(" ,;:–-") + ELLIPSIS


def _run_on(text: str) -> str:
    """A text in one line, a single space between its words."""
    return _SPACES.sub(" ", text).strip()


def _units(text: str) -> Iterator[str]:
    """The parts between which a line may end, joined where signs must not begin or end a line."""
    held = ""
    for match in _WORD.finditer(text):
        part = match.group()
        word = part.lstrip(" ")
        if not held:
            held = part
        elif part[0] != " " and (word[0] in _NEVER_FIRST or held[-1] in _NEVER_LAST):
            held += part
        else:
            yield held
            held = part
    if held:
        yield held


def _broken(word: str, width: float, type_: Type, measure: Measure) -> list[str]:
    """A word in pieces that fit, hyphens between letters; one piece where it fits whole."""
    pieces = []
    while measure.width(word, type_.size, bold=type_.bold) > width and len(word) > 1:
        room = width - measure.width("-", type_.size, bold=type_.bold)
        end = max(1, _fitting(word, room, type_, measure))
        if word.isalpha() and len(word) - end < _LEAST_END <= len(word) - _LEAST_END:
            end = len(word) - _LEAST_END  # no letter stands alone in a line
        hyphen = "-" if word[end - 1].isalpha() and word[end].isalpha() and word[end - 1] < "\u2e80" else ""
        pieces.append(word[:end] + hyphen)
        word = word[end:]
    return [*pieces, word]


def _fitting(text: str, room: float, type_: Type, measure: Measure) -> int:
    """How many characters from the beginning fit."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure.width(text[:middle], type_.size, bold=type_.bold) <= room:
            low = middle
        else:
            high = middle - 1
    return low
