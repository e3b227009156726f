"""Words set in lines, and the order in which a line's words stand on paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from customs_app.reports.proposal_pdf.bidi import in_order, is_backwards
from customs_app.reports.proposal_pdf.fonts import FontSet
from customs_app.reports.proposal_pdf.rich import Piece, Rich, Word, cut, paragraphs

SPACE = 260.0
"""Width of a space in 1/1000 of the size, that of Noto Sans."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one line in order of reading, and its width in 1/1000 of the size.

    `backwards`: it is read from right to left; `wrapped`: its paragraph has more lines than this one.
    """

    words: tuple[Word, ...]
    width: float
    backwards: bool = False
    wrapped: bool = False


def set_lines(text: Rich, limit: float, fonts: FontSet) -> tuple[Line, ...]:
    """The text in lines no wider than the limit (1/1000 of the size); at least one, maybe empty."""
    lines: list[Line] = []
    for words in paragraphs(text, fonts):
        backwards = _reads_right_to_left(words)
        filled = list(_fill(words, limit, fonts))
        lines.extend(Line(line.words, line.width, backwards, len(filled) > 1) for line in filled)
    return tuple(lines)


def _fill(words: list[Word], limit: float, fonts: FontSet) -> Iterator[Line]:
    line: list[Word] = []
    used = 0.0
    for word in words:
        room = SPACE if word.spaced and line else 0.0
        if used + room + word.width > limit and word.width > limit:
            # A word that no line can hold begins on the line at hand if a good part of it fits there.
            first = limit - used - room if limit - used - room > limit / 3 else limit
            if line and first == limit:
                yield Line(tuple(line), used)
                line, used, room = [], 0.0, 0.0
            *heads, last = cut(word, first, limit, fonts)
            for head in heads:
                yield Line((*line, head), used + room + head.width)
                line, used, room = [], 0.0, 0.0
            line.append(last)
            used += room + last.width
            continue
        if line and used + room + word.width > limit:
            yield Line(tuple(line), used)
            line, used, room = [], 0.0, 0.0
        line.append(word)
        used += room + word.width
    yield Line(tuple(line), used)


def _reads_right_to_left(words: list[Word]) -> bool:
    """Whether most letters of the text are of a script written from right to left."""
    if not is_backwards(words):
        return False
    right = left = 0
    for word in words:
        for piece in word.pieces:
            letters = sum(map(str.isalpha, piece.text))
            if piece.face.right_to_left:
                right += letters
            else:
                left += letters
    return right > left


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece, or plain neighbours joined to one, and where it begins (1/1000 of the size).

    `before` is how much room before it is ruled with it: the space after a piece with the same line.
    """

    piece: Piece
    x: float
    before: float = 0.0


def visual(line: Line) -> Iterator[Placed]:
    """The pieces of a line from left to right."""
    x = 0.0
    held: list[tuple[Piece, float]] = []
    begins = before = 0.0
    for piece, gap in _ordered(line):
        if held and gap in (0.0, SPACE) and _joins(held[-1][0], piece, gap):
            held.append((piece, gap))
        else:
            if held:
                yield Placed(_joined(held), begins, before)
                before = gap if held[-1][0].span.ruled is piece.span.ruled else 0.0
            held, begins = [(piece, 0.0)], x + gap
        x += gap + piece.width
    if held:
        yield Placed(_joined(held), begins, before)


def _ordered(line: Line) -> Iterator[tuple[Piece, float]]:
    """The pieces from left to right, each with the space before it."""
    if line.backwards or is_backwards(line.words):
        yield from in_order(line.words, SPACE, line.backwards)
        return
    for n, word in enumerate(line.words):
        gap = SPACE if n and word.spaced else 0.0
        for piece in word.pieces:
            yield piece, gap
            gap = 0.0


def _joins(left: Piece, right: Piece, gap: float) -> bool:
    plain = not (left.clusters or right.clusters or left.instead or right.instead)
    same = left.face is right.face and _looks(left) == _looks(right)
    # The space drawn must be as wide as the gap it stands for.
    return plain and same and (gap == 0.0 or left.face.widths[0x20] == SPACE)


def _looks(piece: Piece) -> tuple[object, ...]:
    return piece.span.colour, piece.span.ruled


def _joined(held: Sequence[tuple[Piece, float]]) -> Piece:
    """Neighbours of one look, each with the space before it, as one piece."""
    first = held[0][0]
    if len(held) == 1:
        return first
    text = "".join(f" {piece.text}" if gap else piece.text for piece, gap in held)
    return Piece(text, first.face, first.span, sum(piece.width + gap for piece, gap in held))
