"""Two languages side by side: the same blocks, set in each of them, made one.

The parts of the proposal know nothing of it: each is laid out once in either language, and since both come
of the same content their blocks answer each other. Prose stands in two columns; a cell of a table has the
second language under the first, smaller; figures, signs and pictures stand once.
"""

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

from customs_app.figures.tokens import LIGHT
from customs_app.reports.proposal_pdf.block import Block
from customs_app.reports.proposal_pdf.engine import Flowable, Spacer, Table
from customs_app.reports.proposal_pdf.named_text import NamedText
from customs_app.reports.proposal_pdf.page import Bookmark, beside
from customs_app.reports.proposal_pdf.pairs import Pairs
from customs_app.reports.proposal_pdf.para import TextBlock
from customs_app.reports.proposal_pdf.picture_block import Floating
from customs_app.reports.proposal_pdf.styles import Align
from customs_app.reports.proposal_pdf.tables import TableTitle, stack_height

_BETWEEN = 14.0
_SMALLER, _LEAST = 0.92, 7.5

Blocks = Sequence[Flowable]


def both(first: Blocks, second: Blocks) -> list[Flowable]:
    """The blocks of one part in two languages as one part.

    A block of one language that answers none of the other stands alone: no text is lost.
    """
    made: list[Flowable] = []
    left, right = [_kind(block) for block in first], [_kind(block) for block in second]
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            made.extend(block for pair in zip(first[a:b], second[c:d], strict=True) for block in _one(*pair))
        else:
            made.extend(_unlike(first[a:b], second[c:d]))
    return made


def _unlike(first: Blocks, second: Blocks) -> list[Flowable]:
    """Blocks of two languages that do not answer each other as they are."""
    if any(isinstance(block, Floating) and block.after for block in (*first, *second)):
        # A picture that only one of them has room for takes what follows it along: that answers the rest.
        return both(_opened(first), _opened(second))
    texts = (TextBlock, NamedText, Pairs, Table)
    return [*first, *(block for block in second if isinstance(block, texts))]


def _opened(blocks: Blocks) -> list[Flowable]:
    """The blocks with those that follow a picture beside it."""
    made: list[Flowable] = []
    for block in blocks:
        made.extend([block.alone(), *block.after] if isinstance(block, Floating) else [block])
    return made


def _kind(block: Flowable) -> tuple[object, ...]:
    if isinstance(block, Table):
        cells = _cells(block)
        return (Table, len(cells), len(cells[0]))
    if isinstance(block, TextBlock):
        return (TextBlock, block.style.size, block.style.bold)
    return (type(block), block.key) if isinstance(block, Bookmark) else (type(block),)


def _one(first: Flowable, second: Flowable) -> list[Flowable]:
    """A block and the one that answers it, as one or both below each other."""
    if isinstance(first, TextBlock) and isinstance(second, TextBlock):
        return [first if _says_same(first, second) else Beside(first, second)]
    if isinstance(first, NamedText) and isinstance(second, NamedText):
        return [_named(first, second)]
    if isinstance(first, Table) and isinstance(second, Table):
        return [_table(first, second)]
    if isinstance(first, Pairs) and isinstance(second, Pairs):
        return [first] if first.plain == second.plain else [first, Spacer(1, 4), second]
    if isinstance(first, Floating) and isinstance(second, Floating):
        return [first.beside(second, both)]
    if isinstance(first, Bookmark) and isinstance(second, Bookmark) and first.title != second.title:
        first.title = beside(first.title, second.title)
    return [first]


def _says_same(first: TextBlock, second: TextBlock) -> bool:
    """Whether the second says nothing that the first does not: the same text, or figures alone."""
    if first.plain == second.plain or not any(map(str.isalpha, second.plain)):
        return True
    digits = [char for char in first.plain if char.isdigit()]
    aligned = first.style.align is not Align.LEFT
    return aligned and bool(digits) and digits == [char for char in second.plain if char.isdigit()]


def _named(first: NamedText, second: NamedText) -> NamedText:
    name: Block | None = first.name
    if isinstance(first.name, TextBlock) and isinstance(second.name, TextBlock):
        name = Stack(_cell(first.name, second.name))
    text = first.text
    if isinstance(first.text, TextBlock) and isinstance(second.text, TextBlock):
        text = first.text if _says_same(first.text, second.text) else Beside(first.text, second.text)
    return NamedText(name, text)


def _table(first: Table, second: Table) -> Table:
    """The table of the first language, its cells those of both."""
    others = _cells(second)
    for y, row in enumerate(_cells(first)):
        row[:] = [_content(one, others[y][x]) for x, one in enumerate(row)]
    return first


def _cells(made: Table) -> list[list[Any]]:
    cells: list[list[Any]] = made._cellvalues  # type: ignore[attr-defined]  # noqa: SLF001 - named nowhere else
    return cells


def _content(first: object, second: object) -> object:
    """What two cells hold, as one."""
    left, right = _blocks(first), _blocks(second)
    if not left or len(left) != len(right):
        return first
    return [block for pair in zip(left, right, strict=True) for block in _stacked(*pair)]


def _blocks(cell: object) -> list[Flowable]:
    """The blocks of a cell; a table that was measured holds them as a tuple."""
    if isinstance(cell, Flowable):
        return [cell]
    return list(cell) if isinstance(cell, list | tuple) else []


def _stacked(first: Flowable, second: Flowable) -> list[Flowable]:
    if isinstance(first, TextBlock) and isinstance(second, TextBlock):
        return list(_cell(first, second))
    if isinstance(first, TableTitle) and isinstance(second, TableTitle):
        return [first, second]
    return _one(first, second)


def _cell(first: TextBlock, second: TextBlock) -> list[TextBlock]:
    if _says_same(first, second):
        return [first]
    size = max(_LEAST, second.style.size * _SMALLER)
    leading = round(second.style.leading * size / second.style.size, 2)
    colour = LIGHT.text2 if second.style.colour == LIGHT.text else second.style.colour
    return [first, second.restyled(replace(second.style, size=size, leading=leading, colour=colour))]


class Stack(Block):
    """Texts one below the other."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        super().__init__()
        self._blocks = blocks
        self._width = 0.0

    def size(self, width: float) -> tuple[float, float]:
        """Width taken and height needed, in points."""
        self._width = width
        return width, stack_height(self._blocks, width)

    def draw(self) -> None:
        """Draw them from the top down."""
        y = self.size(self._width)[1]
        for block in self._blocks:
            y -= block.size(self._width)[1]
            block.drawOn(self.canv, 0, y)


class Beside(Block):
    """A text in two columns, a language in each, both beginning at the top; None where it has ended."""

    def __init__(self, first: TextBlock | None, second: TextBlock | None) -> None:
        super().__init__()
        self._columns = (first, second)
        self._width = 0.0
        like = first or second
        if like is not None:
            self.spaceBefore, self.spaceAfter = like.getSpaceBefore(), like.getSpaceAfter()
            self.keepWithNext = int(like.style.follow)

    def size(self, width: float) -> tuple[float, float]:
        """Width taken and height needed, in points."""
        self._width = width
        column = (width - _BETWEEN) / 2
        return width, max(block.size(column)[1] if block else 0.0 for block in self._columns)

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - reportlab's own names
        """Both columns in two where the page ends; [] where one of them cannot be parted there."""
        column = (aW - _BETWEEN) / 2
        parts = [_parted(block, column, aH) for block in self._columns]
        if any(part is None for part in parts):
            return []
        (a, b), (c, d) = (part for part in parts if part is not None)
        return [Beside(a, c), Beside(b, d)]

    def draw(self) -> None:
        """Draw both from the top down."""
        column = (self._width - _BETWEEN) / 2
        height = self.size(self._width)[1]
        for block, x in zip(self._columns, (0.0, column + _BETWEEN), strict=True):
            if block is not None:
                block.drawOn(self.canv, x, height - block.size(column)[1])


def _parted(
    block: TextBlock | None, width: float, room: float
) -> tuple[TextBlock | None, TextBlock | None] | None:
    if block is None or block.size(width)[1] <= room:
        return block, None
    parts = [part for part in block.split(width, room) if isinstance(part, TextBlock)]
    return (parts[0], parts[1]) if len(parts) == 2 else None
