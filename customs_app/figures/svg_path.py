"""The paths of SVG as straight strokes; curves become short lines."""

import re
from math import acos, cos, pi, radians, sin, sqrt

from customs_app.figures.shapes import Point

_COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)"
# The two flags of an arc may stand without a space between them and the number after them.
_ARC = re.compile(
    rf"({_NUMBER})[ ,]*({_NUMBER})[ ,]*({_NUMBER})[ ,]*([01])[ ,]*([01])[ ,]*({_NUMBER})[ ,]*({_NUMBER})"
)
_SIZES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7}
_PARTS = 12


def strokes(d: str) -> list[tuple[Point, ...]]:
    """The points of each stroke of a path's `d`."""
    path = _Path()
    for command, arguments in _COMMAND.findall(d):
        path.command(command, _arc_values(arguments) if command in "aA" else numbers(arguments))
    return path.end()


def numbers(text: str) -> list[float]:
    """The numbers of a list, however they are parted."""
    return [float(value) for value in re.findall(_NUMBER, text)]


class _Path:
    """A pen that follows the commands of a path."""

    def __init__(self) -> None:
        self._done: list[tuple[Point, ...]] = []
        self._points: list[Point] = []
        self._at: Point = (0.0, 0.0)
        self._handle: Point | None = None

    def command(self, command: str, values: list[float]) -> None:
        """Take in one command with all its arguments."""
        upper = command.upper()
        if upper == "Z":
            self._points.append(self._points[0])
            self._at = self._points[0]
            self._lift()
            return
        size = _SIZES[upper]
        for i in range(0, len(values), size):
            part = values[i : i + size]
            # Further pairs after a move are lines.
            kind = "L" if upper == "M" and i else upper
            self._segment(kind, part, self._at if command.islower() else (0.0, 0.0))

    def _segment(self, kind: str, values: list[float], origin: Point) -> None:
        ox, oy = origin
        x, y = self._at
        handle, self._handle = self._handle, None
        match kind:
            case "M":
                self._lift()
                self._at = (values[0] + ox, values[1] + oy)
                self._points = [self._at]
                return
            case "H":
                end = (values[0] + ox, y)
            case "V":
                end = (x, values[0] + oy)
            case _:
                end = (values[-2] + ox, values[-1] + oy)
        pairs = [(values[i] + ox, values[i + 1] + oy) for i in range(0, len(values) - 1, 2)]
        if not self._points:
            self._points = [self._at]
        match kind:
            case "C":
                self._curve(pairs[0], pairs[1], end)
            case "S":
                first = (2 * x - handle[0], 2 * y - handle[1]) if handle else self._at
                self._curve(first, pairs[0], end)
            case "Q":
                (qx, qy) = pairs[0]
                first = (x + (qx - x) * 2 / 3, y + (qy - y) * 2 / 3)
                self._curve(first, (end[0] + (qx - end[0]) * 2 / 3, end[1] + (qy - end[1]) * 2 / 3), end)
            case "A":
                self._points.extend(_elliptic(self._at, values, end))
            case _:
                self._points.append(end)
        self._at = end

    def _curve(self, first: Point, second: Point, end: Point) -> None:
        start = self._at
        for i in range(1, _PARTS + 1):
            t = i / _PARTS
            u = 1 - t
            weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
            nodes = (start, first, second, end)
            self._points.append(
                (
                    sum(w * node[0] for w, node in zip(weights, nodes, strict=True)),
                    sum(w * node[1] for w, node in zip(weights, nodes, strict=True)),
                )
            )
        self._handle = second

    def end(self) -> list[tuple[Point, ...]]:
        """The strokes drawn."""
        self._lift()
        return self._done

    def _lift(self) -> None:
        if self._points:
            self._done.append(tuple(self._points))
        self._points = []


def _arc_values(text: str) -> list[float]:
    return [float(value) for arc in _ARC.findall(text) for value in arc]


def _elliptic(start: Point, values: list[float], end: Point) -> list[Point]:
    """Points on an elliptic arc from its end points, by the rules of SVG (implementation notes, arcs)."""
    rx, ry, tilt, large, sweep = abs(values[0]), abs(values[1]), radians(values[2]), values[3], values[4]
    if rx == 0 or ry == 0 or start == end:
        return [end]
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x1 = cos(tilt) * half_x + sin(tilt) * half_y
    y1 = -sin(tilt) * half_x + cos(tilt) * half_y
    grow = sqrt(max(1.0, (x1 / rx) ** 2 + (y1 / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    under = (rx * ry) ** 2 - (rx * y1) ** 2 - (ry * x1) ** 2
    root = sqrt(max(0.0, under) / ((rx * y1) ** 2 + (ry * x1) ** 2))
    root = -root if large == sweep else root
    cx1, cy1 = root * rx * y1 / ry, -root * ry * x1 / rx
    cx = cos(tilt) * cx1 - sin(tilt) * cy1 + (start[0] + end[0]) / 2
    cy = sin(tilt) * cx1 + cos(tilt) * cy1 + (start[1] + end[1]) / 2
    first = _angle((x1 - cx1) / rx, (y1 - cy1) / ry)
    turn = _angle((-x1 - cx1) / rx, (-y1 - cy1) / ry) - first
    if sweep and turn < 0:
        turn += 2 * pi
    elif not sweep and turn > 0:
        turn -= 2 * pi
    points = []
    for i in range(1, _PARTS + 1):
        angle = first + turn * i / _PARTS
        x, y = rx * cos(angle), ry * sin(angle)
        points.append((cx + cos(tilt) * x - sin(tilt) * y, cy + sin(tilt) * x + cos(tilt) * y))
    return points


def _angle(x: float, y: float) -> float:
    angle = acos(max(-1.0, min(1.0, x / sqrt(x * x + y * y))))
    return angle if y >= 0 else -angle
