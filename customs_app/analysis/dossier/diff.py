"""What differs between two texts, word by word: what was taken out of the old one, what the new one adds."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from customs_app.domain.text import Language

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_SIGNS = re.compile(r"[A-Za-z0-9]+|\s+|.", re.DOTALL)


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
    sign by sign.
    """
    parts = _SIGNS if language is Language.ZH else _WORDS
    before, after = parts.findall(old), parts.findall(new)
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


def _add(found: list[Piece], parts: list[str], kind: PieceKind) -> None:
    if not parts:
        return
    if found and found[-1].kind is kind:
        found[-1] = Piece(found[-1].text + "".join(parts), kind)
    else:
        found.append(Piece("".join(parts), kind))
