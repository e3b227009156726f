"""Icons of the one family as plain shapes, for the painters that read no SVG.

The icons are strokes on a box of 24 x 24: paths, lines, circles, ellipses and rectangles, without
transformations. Curves become short straight lines.
"""

import re
from collections.abc import Iterator
from functools import cache

from customs_app.domain.codes import Channel
from customs_app.figures.shapes import Drawing, Line, Pen, Point, Shape, arc
from customs_app.figures.svg_path import numbers, strokes
from customs_app.paths import ICONS

BOX = 24.0
STROKE = 1.75
CHANNEL_ICONS = {
    Channel.AUTOMATIC: "cpu",
    Channel.ONLINE: "monitor",
    Channel.MIXED: "shuffle",
    Channel.PAPER: "file-text",
    Channel.IN_PERSON: "user-round",
}

_ELEMENT = re.compile(r"<(path|line|circle|ellipse|rect|polyline|polygon)\b([^>]*)>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


@cache
def icon_drawing(name: str, colour: str, says: str = "") -> Drawing:
    """An icon in a colour (`#RRGGBB`), 24 x 24; FileNotFoundError where it is not among resources/icons."""
    svg = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    pen = Pen(colour, STROKE)
    shapes: list[Shape] = []
    for kind, attributes in _ELEMENT.findall(svg):
        given = dict(_ATTRIBUTE.findall(attributes))
        shapes.extend(Line(points, pen) for points in _strokes(kind, given) if len(points) > 1)
    return Drawing(BOX, BOX, tuple(shapes), says)


def _strokes(kind: str, given: dict[str, str]) -> Iterator[tuple[Point, ...]]:
    def number(name: str) -> float:
        return float(given.get(name, 0))

    match kind:
        case "path":
            yield from strokes(given["d"])
        case "line":
            yield ((number("x1"), number("y1")), (number("x2"), number("y2")))
        case "circle" | "ellipse":
            rx = number("r") or number("rx")
            ry = number("r") or number("ry")
            yield tuple(
                (number("cx") + x * rx, number("cy") + y * ry) for x, y in arc(0, 0, 1, 0, 360, parts=24)
            )
        case "rect":
            corner = number("rx") or number("ry")
            yield _rectangle(number("x"), number("y"), number("width"), number("height"), corner)
        case _:
            values = numbers(given["points"])
            points = tuple(zip(values[::2], values[1::2], strict=True))
            yield (*points, points[0]) if kind == "polygon" else points


def _rectangle(x: float, y: float, width: float, height: float, corner: float) -> tuple[Point, ...]:
    right, bottom = x + width, y + height
    if not corner:
        return ((x, y), (right, y), (right, bottom), (x, bottom), (x, y))
    points = (
        *arc(x + corner, y + corner, corner, 180, 270, parts=4),
        *arc(right - corner, y + corner, corner, 270, 360, parts=4),
        *arc(right - corner, bottom - corner, corner, 0, 90, parts=4),
        *arc(x + corner, bottom - corner, corner, 90, 180, parts=4),
    )
    return (*points, points[0])
