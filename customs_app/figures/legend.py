"""What the signs of a picture mean, and notes, in lines below it."""

from collections.abc import Sequence
from typing import NamedTuple

from customs_app.figures.compose import inside
from customs_app.figures.measure import Measure
from customs_app.figures.shapes import Drawing, Glyph, Shape
from customs_app.figures.tokens import Palette
from customs_app.figures.wrapping import Type, wrap

TYPE = Type(10.5)
_BETWEEN, _GAP = 18.0, 6.0


class Entry(NamedTuple):
    """A sign, 16 units high, and what it means."""

    sign: Drawing
    meaning: str


class Block(NamedTuple):
    """Shapes that begin at the height 0, and how high they are."""

    shapes: tuple[Shape, ...]
    height: float


def legend(entries: Sequence[Entry], width: float, palette: Palette, measure: Measure) -> Block:
    """Signs with their meanings one after another, in as many lines as they need."""
    shapes: list[Shape] = []
    x, y, leading, height = 0.0, 0.0, 19.0, 13.0
    for sign, meaning in entries:
        drawn = sign.width * height / sign.height
        room = max(width - drawn - _GAP, 60.0)
        lines = wrap(meaning, room, TYPE, measure).lines
        taken = drawn + _GAP + max(measure.width(line, TYPE.size) for line in lines)
        if x and x + taken > width:
            x, y = 0.0, y + leading
        shapes += inside(sign, x, y + (leading - height) / 2, height)
        for i, line in enumerate(lines):
            at = y + leading * (i + 0.5)
            shapes.append(Glyph(line, x + drawn + _GAP, at, TYPE.size, palette.text2, anchor="start"))
        y += leading * (len(lines) - 1)
        x += taken + _BETWEEN
    return Block(tuple(shapes), y + leading if entries else 0.0)


def notes(texts: Sequence[str], width: float, palette: Palette, measure: Measure, leading: float) -> Block:
    """Notes of a line or more each, in columns of equal width, read downwards and then to the right."""
    columns = max(1, min(int(width // 380), len(texts)))
    room = (width - _BETWEEN * (columns - 1)) / columns
    wrapped = [wrap(text, room, TYPE, measure).lines for text in texts]
    most = -(-sum(map(len, wrapped)) // columns)
    shapes: list[Shape] = []
    column, row, deepest = 0, 0, 0
    for lines in wrapped:
        if row and row + len(lines) > most and column + 1 < columns:
            column, row = column + 1, 0
        for line in lines:
            at = (row + 0.5) * leading
            x = column * (room + _BETWEEN)
            shapes.append(Glyph(line, x, at, TYPE.size, palette.text2, anchor="start"))
            row += 1
        deepest = max(deepest, row)
    return Block(tuple(shapes), deepest * leading)
