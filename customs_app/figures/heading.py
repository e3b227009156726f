"""The heading of a picture: its title, and a line that says what it is of."""

from customs_app.figures.legend import Block
from customs_app.figures.measure import Measure
from customs_app.figures.shapes import Glyph, Shape
from customs_app.figures.tokens import Palette
from customs_app.figures.wrapping import Type, wrap

_TITLE, _BELOW = Type(16.0, bold=True), Type(11.5)


def heading(title: str, below: str, width: float, palette: Palette, measure: Measure) -> Block:
    """Title and line, each in as many lines as the width asks for, with room below them."""
    shapes: list[Shape] = []
    y = 0.0
    for text, type_, ink, leading in (
        (title, _TITLE, palette.text, 23.0),
        (below, _BELOW, palette.text2, 17.0),
    ):
        for line in wrap(text, width, type_, measure).lines if text else ():
            shapes.append(Glyph(line, 0, y + leading / 2, type_.size, ink, type_.bold, "start"))
            y += leading
    return Block(tuple(shapes), y + 9)
