"""Where the letters of a drawing lie, by the measure of the shipped fonts."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from customs_app.figures.measure import shipped_fonts
from customs_app.figures.shapes import Drawing, Glyph


class Place(NamedTuple):
    """A text and the edges of its letters."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def places(drawing: Drawing) -> list[Place]:
    """All texts of a drawing; capital letters are 0.72 of the size high, Chinese ones fill it."""
    return [_place(shape) for shape in drawing.shapes if isinstance(shape, Glyph)]


def _place(glyph: Glyph) -> Place:
    wide = shipped_fonts().width(glyph.text, glyph.size, bold=glyph.bold)
    half = glyph.size * (0.46 if any(char > "\u2e80" for char in glyph.text) else 0.38)
    start = {"start": 0.0, "middle": -wide / 2, "end": -wide}[glyph.anchor]
    if glyph.turned:
        return Place(glyph.text, glyph.x - half, glyph.y - start - wide, glyph.x + half, glyph.y - start)
    return Place(glyph.text, glyph.x + start, glyph.y - half, glyph.x + start + wide, glyph.y + half)


def outside(drawing: Drawing, found: Iterable[Place]) -> list[str]:
    """Texts that leave the drawing."""
    return [
        place.text
        for place in found
        if place.left < 0
        or place.top < 0
        or place.right > drawing.width + 0.01
        or place.bottom > drawing.height + 0.01
    ]


def overlaps(found: Iterable[Place], slack: float = 0.5) -> Iterator[tuple[str, str]]:
    """Pairs of texts that lie on each other by more than `slack`."""
    open_: list[Place] = []
    for place in sorted(found, key=lambda one: one.top):
        open_ = [one for one in open_ if one.bottom - slack > place.top]
        for one in open_:
            if one.left + slack < place.right and place.left + slack < one.right:
                yield one.text, place.text
        open_.append(place)
