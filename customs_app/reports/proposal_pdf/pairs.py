"""Two texts side by side, line by line, with what goes struck out and what comes underlined."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from customs_app.analysis.dossier.diff import PieceKind, diff
from customs_app.domain.text import Language
from customs_app.figures.tokens import LIGHT
from customs_app.reports.proposal_pdf.block import Block
from customs_app.reports.proposal_pdf.engine import Flowable
from customs_app.reports.proposal_pdf.para import TextBlock, Typesetter
from customs_app.reports.proposal_pdf.rich import Ruled, Span
from customs_app.reports.proposal_pdf.styles import Style

_BETWEEN = 12.0
_PAD = 2.5
_SHORT = 150.0

Pair = tuple[TextBlock, TextBlock]


def compared_pairs(now: str, proposed: str, setter: Typesetter, language: Language) -> "Pairs":
    """The text now and the text proposed, a pair for each of their lines."""
    pieces = diff(now, proposed, language)
    gone = [
        Span(piece.text, colour=LIGHT.bad, ruled=Ruled.STRUCK)
        if piece.kind is PieceKind.REMOVED
        else Span(piece.text)
        for piece in pieces
        if piece.kind is not PieceKind.ADDED
    ]
    come = [
        Span(piece.text, colour=LIGHT.good, ruled=Ruled.UNDER)
        if piece.kind is PieceKind.ADDED
        else Span(piece.text)
        for piece in pieces
        if piece.kind is not PieceKind.REMOVED
    ]
    words, style = setter.words, setter.styles.statement
    rows = [
        (setter.para(left or "", style), setter.para(right or "", style))
        for left, right in zip_longest(_lines(gone), _lines(come))
    ]
    return Pairs(setter, (words.text("Now"), words.text("Proposed")), rows)


def _lines(spans: Iterable[Span]) -> list[tuple[Span, ...]]:
    """The spans of each line of a text."""
    found: list[list[Span]] = [[]]
    for span in spans:
        first, *others = span.text.split("\n")
        found[-1].append(Span(first, span.bold, span.colour, span.ruled))
        found.extend([Span(other, span.bold, span.colour, span.ruled)] for other in others)
    return [tuple(span for span in line if span.text) for line in found]


class Pairs(Block):
    """Pairs of texts under two heads, which come again where they go on on another page."""

    def __init__(self, setter: Typesetter, heads: tuple[str, str], rows: Sequence[Pair]) -> None:
        super().__init__()
        self._setter = setter
        self._heads = heads
        self.rows = rows
        self._width = 0.0
        self.spaceBefore, self.spaceAfter = 3.0, 4.0

    @property
    def plain(self) -> tuple[tuple[str, str], ...]:
        """The texts without their emphases."""
        return tuple((left.plain, right.plain) for left, right in self.rows)

    def size(self, width: float) -> tuple[float, float]:
        """Width taken and height needed, in points."""
        self._width = width
        return width, self._head() + sum(self._height(row) for row in self.rows)

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - reportlab's own names
        """The pairs that fit, the last of them cut where both its texts can be; then the others."""
        self._width = aW
        left = aH - self._head()
        for n, row in enumerate(self.rows):
            height = self._height(row)
            if height <= left:
                left -= height
                continue
            # A short pair goes to the next page whole.
            top, rest = self._cut(row, left - 2 * _PAD) if height > _SHORT else ([], [row])
            here, there = [*self.rows[:n], *top], [*rest, *self.rows[n + 1 :]]
            if not here:
                return []
            return [Pairs(self._setter, self._heads, here), Pairs(self._setter, self._heads, there)]
        return [self]

    def draw(self) -> None:
        """Draw heads, texts and rules, from the top down."""
        width, height = self._width, self.size(self._width)[1]
        half = self._half()
        style = self._head_style()
        y = height - self._head()
        for x, head in zip((0.0, half + _BETWEEN), self._heads, strict=True):
            self._setter.draw(self.canv, head, style, x, y + _PAD + 3)
        self._rule(height, LIGHT.text, 0.75, width)
        for row in self.rows:
            self._rule(y, LIGHT.line2, 0.4, width)
            for x, block in zip((0.0, half + _BETWEEN), row, strict=True):
                _, needed = block.size(half)
                block.drawOn(self.canv, x, y - _PAD - needed)
            y -= self._height(row)
        self._rule(0.0, LIGHT.line2, 0.4, width)

    def _rule(self, y: float, colour: str, pen: float, width: float) -> None:
        self.canv.setStrokeColor(colour)
        self.canv.setLineWidth(pen)
        self.canv.line(0, y, width, y)

    def _cut(self, row: Pair, room: float) -> tuple[list[Pair], list[Pair]]:
        """A pair as what fits into the room and the rest; whole in the rest where it cannot be cut."""
        parts = [self._cut_one(block, room) for block in row]
        if any(part is None for part in parts):
            return [], [row]
        (a, b), (c, d) = (part for part in parts if part is not None)
        return [(a, c)], [(b, d)]

    def _cut_one(self, block: TextBlock, room: float) -> tuple[TextBlock, TextBlock] | None:
        empty = self._setter.para("", self._setter.styles.statement)
        half = self._half()
        if block.size(half)[1] <= room:
            return block, empty
        parts = block.split(half, room)
        if len(parts) != 2 or not all(isinstance(part, TextBlock) for part in parts):
            return None
        first, second = parts
        assert isinstance(first, TextBlock) and isinstance(second, TextBlock)  # noqa: S101, PT018 - for the checker
        return first, second

    def _height(self, row: Pair) -> float:
        half = self._half()
        return max(block.size(half)[1] for block in row) + 2 * _PAD

    def column(self, width: float) -> float:
        """Width of each of the two columns where both have so much, in points."""
        return (width - _BETWEEN) / 2

    def _half(self) -> float:
        return self.column(self._width)

    def _head(self) -> float:
        return self._head_style().leading + 2 * _PAD

    def _head_style(self) -> Style:
        return self._setter.styles.head
