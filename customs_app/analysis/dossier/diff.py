"""What differs between two texts, word by word: what was taken out of the old one, what the new one adds."""

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from customs_app.domain.text import Language

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_SIGNS = re.compile(r"[A-Za-z0-9]+|\s+|.", re.DOTALL)
_LINES = re.compile(r"[^\n]+|\n")
_MOST = 400_000
"""Pairs of like words that are looked through at most: what two texts of a thousand words have."""


class PieceKind(StrEnum):
    """Whether a piece stands in both texts, in the old one alone, or in the new one alone."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of one or both texts."""

    text: str
    kind: PieceKind


def diff(old: str, new: str, language: Language) -> tuple[Piece, ...]:
    """The pieces in order: the same and removed ones make up the old text, the same and added ones the new.

    Between two pieces in a row the kind differs. Chinese, which sets no space between words, is compared
    sign by sign; texts of very many words are compared line by line.
    """
    parts = _SIGNS if language is Language.ZH else _WORDS
    before, after = parts.findall(old), parts.findall(new)
    if _pairs(before, after) > _MOST:
        # Word by word it would take minutes.
        before, after = _LINES.findall(old), _LINES.findall(new)
    found: list[Piece] = []
    for tag, low, high, new_low, new_high in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            _add(found, before[low:high], PieceKind.SAME)
            continue
        _add(found, before[low:high], PieceKind.REMOVED)
        _add(found, after[new_low:new_high], PieceKind.ADDED)
    return tuple(found)


def _pairs(before: list[str], after: list[str]) -> int:
    """How many pairs of like parts two texts have: that is what comparing them takes."""
    counted = Counter(after)
    return sum(n * counted[part] for part, n in Counter(before).items())


def _add(found: list[Piece], parts: list[str], kind: PieceKind) -> None:
    if not parts:
        return
    if found and found[-1].kind is kind:
        found[-1] = Piece(found[-1].text + "".join(parts), kind)
    else:
        found.append(Piece("".join(parts), kind))
