"""Drawings put into drawings, and lines and colours that several pictures share."""

from collections.abc import Iterable, Sequence
from math import atan2, cos, hypot, sin

from customs_app.figures.shapes import (
    Circle,
    Drawing,
    Glyph,
    Line,
    Pen,
    Point,
    Polygon,
    Shape,
)

Box = tuple[float, float, float, float]
"""Left, top, width and height."""
_RADIUS = 4.0


def moved(shapes: Iterable[Shape], x: float, y: float, scale: float = 1.0) -> tuple[Shape, ...]:
    """Shapes made `scale` times as large, widths of lines too, and then moved by x and y."""

    def point(at: Point) -> Point:
        return x + at[0] * scale, y + at[1] * scale

    def pen(one: Pen | None) -> Pen | None:
        return one and Pen(one.colour, one.width * scale, tuple(d * scale for d in one.dash))

    done: list[Shape] = []
    for shape in shapes:
        match shape:
            case Polygon():
                done.append(Polygon(tuple(map(point, shape.points)), shape.fill, pen(shape.pen)))
            case Circle():
                cx, cy = point((shape.x, shape.y))
                done.append(Circle(cx, cy, shape.radius * scale, shape.fill, pen(shape.pen)))
            case Line():
                done.append(Line(tuple(map(point, shape.points)), pen(shape.pen) or shape.pen))
            case Glyph():
                gx, gy = point((shape.x, shape.y))
                done.append(shape._replace(x=gx, y=gy, size=shape.size * scale))
    return tuple(done)


def inside(drawing: Drawing, x: float, y: float, height: float) -> tuple[Shape, ...]:
    """A drawing `height` high with its upper left corner at x and y."""
    return moved(drawing.shapes, x, y, height / drawing.height)


def mixed(colour: str, ground: str, share: float) -> str:
    """A colour laid thinly on another: `share` 1 is the colour itself, 0 the ground; all `#RRGGBB`."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(one * share + other * (1 - share)):02X}" for one, other in pairs)


def rounded(points: Sequence[Point]) -> tuple[Point, ...]:
    """A line of level and upright pieces with rounded corners: a branch is no crossing."""
    done: list[Point] = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        bend = min(_RADIUS, _apart(before, corner) / 2, _apart(corner, after) / 2)
        if bend < 1:
            done.append(corner)
            continue
        start, end = _towards(corner, before, bend), _towards(corner, after, bend)
        done.append(start)
        done += [_curve(start, corner, end, share) for share in (0.33, 0.67)]
        done.append(end)
    done.append(points[-1])
    return tuple(done)


def arrow(tail: Point, tip: Point, colour: str, length: float = 6.5) -> Polygon:
    """The head of an arrow that comes from `tail` and ends in `tip`."""
    angle = atan2(tip[1] - tail[1], tip[0] - tail[0])
    back = (tip[0] - length * cos(angle), tip[1] - length * sin(angle))
    across = (sin(angle) * length * 0.42, -cos(angle) * length * 0.42)
    return Polygon(
        (tip, (back[0] + across[0], back[1] + across[1]), (back[0] - across[0], back[1] - across[1])), colour
    )


def hatching(box: Box, pen: Pen, apart: float = 7.0) -> tuple[Line, ...]:
    """Slanting lines that fill a rectangle."""
    x, y, width, height = box
    lines: list[Line] = []
    offset = apart
    while offset < width + height:
        start = (x + min(offset, width), y + max(0.0, offset - width))
        end = (x + max(0.0, offset - height), y + min(offset, height))
        lines.append(Line((start, end), pen))
        offset += apart
    return tuple(lines)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _apart(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _towards(start: Point, end: Point, way: float) -> Point:
    share = way / _apart(start, end)
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _curve(start: Point, corner: Point, end: Point, share: float) -> Point:
    one, two, three = (1 - share) ** 2, 2 * share * (1 - share), share**2
    return (
        start[0] * one + corner[0] * two + end[0] * three,
        start[1] * one + corner[1] * two + end[1] * three,
    )
