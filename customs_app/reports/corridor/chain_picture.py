"""The chain as a row of blocks: what each country asks for, and where nothing is recorded."""

from customs_app.analysis.corridor.result import ChainBlock
from customs_app.figures.compose import arrow, hatching
from customs_app.figures.measure import shipped_fonts
from customs_app.figures.shapes import Drawing, Glyph, Line, Pen, Shape, rectangle
from customs_app.figures.tokens import LIGHT
from customs_app.figures.wrapping import Type, wrap
from customs_app.language.corridor_names import role_name
from customs_app.language.words import Words
from customs_app.reports.corridor.paper import CorridorPaper
from customs_app.reports.corridor.texts import gap_said, places_of, timed, way

_ARROW, _PAD, _BELOW = 20.0, 8.0, 16.0
_HEAD, _SMALL = Type(12.0, bold=True), Type(10.5)
_LINES = 4
_MOST = 5
"""So many blocks stand side by side."""

_Line = tuple[str, Type, str]


def chain_drawing(paper: CorridorPaper, words: Words, width: float) -> Drawing:
    """The blocks in order, in rows as wide as `width` (logical pixels); dashed ones have no procedure."""
    blocks = paper.chain.blocks
    rows = -(-len(blocks) // _MOST)
    a_row = -(-len(blocks) // rows) if rows else 1
    # Where the chain goes on in another row, the arrow to it stands within the width.
    box = (width - _ARROW * (a_row - (rows == 1))) / a_row
    shapes: list[Shape] = []
    y = 0.0
    for start in range(0, len(blocks), a_row):
        row = blocks[start : start + a_row]
        texts = [_texts(one, start + n, box, words) for n, one in enumerate(row, 1)]
        height = max(map(_height, texts))
        for n, (one, lines) in enumerate(zip(row, texts, strict=True)):
            x = n * (box + _ARROW)
            shapes += _box(one, lines, (x, y, box, height))
            if start + n + 1 < len(blocks):
                middle = y + height / 2
                line = ((x + box + 4, middle), (x + box + _ARROW - 5, middle))
                shapes += [Line(line, Pen(LIGHT.text3, 1.2)), arrow(*line, LIGHT.text3)]
        y += height + _BELOW
    says = words.text("The chain of procedures, one block after the other")
    return Drawing(width, max(1.0, y - _BELOW), tuple(shapes), says)


def _texts(one: ChainBlock, number: int, width: float, words: Words) -> list[_Line]:
    """The lines of a block: number, country and part; places; how much is known."""
    block = one.block
    room = width - 2 * _PAD
    said: list[tuple[str, Type, str]] = [
        (f"{number} {block.country} · {role_name(block.role, words)}", _HEAD, LIGHT.text)
    ]
    if places := way(places_of(block.places, words)):
        said.append((places, _SMALL, LIGHT.text2))
    known = gap_said(block, words) if block.procedure is None else timed(one.covered, words)
    said.append((known, _SMALL, LIGHT.warn if block.procedure is None else LIGHT.text2))
    measure = shipped_fonts()
    return [
        (line, type_, ink)
        for text, type_, ink in said
        for line in wrap(text, room, type_, measure, most=_LINES).lines
    ]


def _height(lines: list[_Line]) -> float:
    return sum(type_.size * 1.45 for _, type_, _ in lines) + 2 * _PAD


def _box(one: ChainBlock, lines: list[_Line], box: tuple[float, float, float, float]) -> list[Shape]:
    x, y, width, height = box
    gap = one.block.procedure is None
    pen = Pen(LIGHT.warn, 1.2, (4.0, 3.0)) if gap else Pen(LIGHT.ctl, 1.0)
    shapes: list[Shape] = []
    if gap:
        shapes += hatching(box, Pen(LIGHT.warnbg, 1.2), 9.0)
    shapes.append(rectangle(x, y, width, height, fill=None if gap else LIGHT.panel, pen=pen))
    top = y + _PAD
    for text, type_, ink in lines:
        leading = type_.size * 1.45
        shapes.append(Glyph(text, x + _PAD, top + leading / 2, type_.size, ink, type_.bold, "start"))
        top += leading
    return shapes
