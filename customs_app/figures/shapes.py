"""The few plain shapes of which every sign, chart and diagram is made; painters paint nothing else.

A Drawing is a box of its own width and height, in logical pixels at 100 %, x to the right, y
downwards. A painter scales the box, with line widths, dashes and type, to the place it is given.
Colours are `#RRGGBB`; None means: no fill, or no line.
"""

from math import cos, radians, sin
from typing import NamedTuple

Point = tuple[float, float]


class Pen(NamedTuple):
    """A line's colour, its width, and the lengths of its dashes and gaps (empty = unbroken)."""

    colour: str
    width: float = 1.0
    dash: tuple[float, ...] = ()


class Polygon(NamedTuple):
    """A closed outline through its points."""

    points: tuple[Point, ...]
    fill: str | None = None
    pen: Pen | None = None


class Circle(NamedTuple):
    """A circle by centre and radius."""

    x: float
    y: float
    radius: float
    fill: str | None = None
    pen: Pen | None = None


class Line(NamedTuple):
    """An open line through its points."""

    points: tuple[Point, ...]
    pen: Pen


class Glyph(NamedTuple):
    """A short text about the point (x, y); `size` is the height of its type in box units.

    `anchor` says which end of the text stands at x: start, middle or end. The middle of the capital
    letters stands at y. `turned` sets it upwards, a quarter of a turn about the point.
    """

    text: str
    x: float
    y: float
    size: float
    colour: str
    bold: bool = False
    anchor: str = "middle"
    turned: bool = False


Shape = Polygon | Circle | Line | Glyph


class Drawing(NamedTuple):
    """Shapes in a box, painted in their order; `says` tells in words what they show."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    says: str = ""


def rectangle(
    x: float, y: float, width: float, height: float, *, fill: str | None = None, pen: Pen | None = None
) -> Polygon:
    """A rectangle by its upper left corner and its size."""
    return Polygon(((x, y), (x + width, y), (x + width, y + height), (x, y + height)), fill, pen)


def arc(x: float, y: float, radius: float, start: float, end: float, *, parts: int = 16) -> tuple[Point, ...]:
    """Points on a circle from one angle to another, in degrees, 0 to the right, clockwise on screen."""
    angles = (radians(start + (end - start) * i / parts) for i in range(parts + 1))
    return tuple((x + radius * cos(angle), y + radius * sin(angle)) for angle in angles)
