"""The lines of a chart of time step by step: least, typical and most, and what lies between."""

from collections.abc import Callable, Sequence

from customs_app.analysis.corridor.result import ChainPoint
from customs_app.domain.figures import Range
from customs_app.figures.cumulative.axis import Axis, place_of
from customs_app.figures.shapes import Point

End = Callable[[Range], float | None]


def least(hours: Range) -> float | None:
    """The least."""
    return hours.min


def typical(hours: Range) -> float | None:
    """The typical value."""
    return hours.typ


def most(hours: Range) -> float | None:
    """The most."""
    return hours.max


def curve(
    points: Sequence[ChainPoint], axis: Axis, end: End, height: Callable[[float], float]
) -> tuple[Point, ...]:
    """A line in steps from the left of the axis to its right; empty where that end is never known."""
    if not any(end(point.cumulative) is not None for point in points):
        return ()
    level = height(0.0)
    line: list[Point] = [(axis.left, level)]
    for point in points:
        slot, value = axis.slots.get(place_of(point)), end(point.cumulative)
        if slot is None or value is None or height(value) == level:
            continue
        line += [(slot.middle, level), (slot.middle, height(value))]
        level = height(value)
    line.append((axis.right, level))
    return tuple(line)
