"""The order on paper of a line that holds text written from right to left.

A small form of the Unicode bidirectional algorithm (UAX 9): letters, numbers and signs of a line get a
level each; runs of a level are turned round. Numbers stay as they are written, brackets are mirrored.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from customs_app.reports.proposal_pdf.rich import Piece, Word

_MIRRORED = str.maketrans("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤")
_BETWEEN_FIGURES = frozenset(",.:/\u00a0٫٬")


@dataclass(slots=True)
class _Item:
    """A piece of one direction or, where `piece` is None, a space, before they are put in order.

    `kind`: L left to right, R right to left, D digits, N neither.
    """

    piece: Piece | None
    width: float
    kind: str
    level: int = 0


def is_backwards(words: Sequence[Word]) -> bool:
    """Whether any of the words has letters written from right to left."""
    return any(piece.face.right_to_left for word in words for piece in word.pieces)


def in_order(words: Sequence[Word], space: float, right_to_left: bool) -> Iterator[tuple[Piece, float]]:
    """The pieces of a line from left to right, each with the space before it (1/1000 of the size)."""
    items = list(_items(words, space))
    _settle(items, 1 if right_to_left else 0)
    gap = 0.0
    for item in _turned(items):
        if item.piece is None:
            gap += item.width
            continue
        yield (_mirrored(item.piece) if item.level % 2 and item.kind == "N" else item.piece), gap
        gap = 0.0


def _items(words: Sequence[Word], space: float) -> Iterator[_Item]:
    for i, word in enumerate(words):
        if i and word.spaced:
            yield _Item(None, space, "N")
        for piece in word.pieces:
            yield from _parts(piece)


def _parts(piece: Piece) -> Iterator[_Item]:
    """A piece cut where letters, digits and other signs meet."""
    if piece.clusters or piece.instead is not None:
        yield _Item(piece, piece.width, "R" if piece.face.right_to_left else "L")
        return
    kind = "N"
    kinds = []
    for char in piece.text:
        kind = kind if unicodedata.category(char).startswith("M") else _kind(char, piece.face.right_to_left)
        kinds.append(kind)
    at = 0
    for kind, group in groupby(kinds):
        text = piece.text[at : at + len(list(group))]
        at += len(text)
        width = piece.face.width(text)
        yield _Item(replace(piece, text=text, width=width), width, kind)


def _kind(char: str, right_to_left: bool) -> str:
    if char.isdigit():
        return "D"
    if char.isalpha():
        return "R" if right_to_left else "L"
    return "N"


def _settle(items: list[_Item], base: int) -> None:
    """Give each item its level: odd levels are read from right to left."""
    _settle_numbers(items, base)
    n = 0
    while n < len(items):
        end = n
        while end < len(items) and items[end].kind == "N":
            end += 1
        if end == n:
            n += 1
            continue
        before = _side(items[n - 1]) if n else base
        after = _side(items[end]) if end < len(items) else base
        for item in items[n:end]:
            side = before if before == after else base
            item.level = side if side >= base else base + 1
        n = end


def _settle_numbers(items: list[_Item], base: int) -> None:
    letters = "R" if base else "L"
    for i, item in enumerate(items):
        if item.kind in "LR":
            letters = item.kind
        elif item.kind == "N" and item.piece is not None and 0 < i < len(items) - 1:
            joins = len(item.piece.text) == 1 and item.piece.text in _BETWEEN_FIGURES
            if joins and items[i - 1].kind in "DF" and items[i + 1].kind == "D":
                item.kind = items[i - 1].kind
        if item.kind == "D" and letters == "L" and base == 0:
            item.kind = "F"
        # F: figures among letters that are read from left to right.
        item.level = {"L": base * 2, "R": 1, "D": 2, "F": 0, "N": base}[item.kind]


def _side(item: _Item) -> int:
    """The direction that a neighbour takes from an item: figures count as right to left."""
    return 0 if item.kind in "LF" else 1


def _turned(items: list[_Item]) -> list[_Item]:
    """The items from left to right: each run of a level or higher is turned round, highest first."""
    order = list(items)
    for level in range(max((item.level for item in items), default=0), 0, -1):
        order = [
            item
            for turned, group in groupby(order, key=lambda item: item.level >= level)
            for item in (reversed(list(group)) if turned else group)
        ]
    return order


def _mirrored(piece: Piece) -> Piece:
    """Signs as they stand in text that is read from right to left; they are copied as they were written."""
    shown = piece.text[::-1].translate(_MIRRORED)
    return piece if shown == piece.text else replace(piece, text=shown, instead=piece.text)
