"""The lines of a diagram, with arrows at their ends."""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from customs_app.figures.compose import arrow, rounded
from customs_app.figures.shapes import Line, Pen, Point, Shape
from customs_app.figures.style import Style
from customs_app.figures.swimlane.look import Told
from customs_app.figures.swimlane.place import Edge


def path_edges(path: Sequence[str], before: Mapping[str, tuple[str, ...]]) -> frozenset[Edge]:
    """The lines on a path (step ids); where it leads over steps that the case leaves out, those too."""
    found: set[Edge] = set()
    for one, other in pairwise(path):
        found.update(_between(one, other, before))
    return frozenset(found)


def _between(start: str, end: str, before: Mapping[str, tuple[str, ...]]) -> list[Edge]:
    """The shortest chain of lines from one step to another; empty where there is none."""
    came: dict[str, str] = {}
    waiting = [end]
    while waiting and start not in came:
        current = waiting.pop(0)
        for other in before.get(current, ()):
            if other not in came:
                came[other] = current
                waiting.append(other)
    edges = []
    while start in came and start != end:
        edges.append((start, came[start]))
        start = came[start]
    return edges


def draw_lines(
    lines: Mapping[Edge, Sequence[Point]],
    path: Collection[Edge],
    told: Told,
    style: Style,
    data: Collection[Edge] = (),
) -> list[Shape]:
    """Lines with arrows; those of the longest path are thick and lie on top, dashed at steps left out.

    `data` are lines along which data goes without the trader.
    """
    shapes: list[Shape] = []
    for edge in sorted(lines, key=lambda one: one in path):
        points = lines[edge]
        if edge in path:
            left_out = any(step_id not in told.taken for step_id in edge)
            pen = Pen(style.palette.accent, 2.4, (7.0, 4.0) if left_out else ())
        elif edge in data:
            pen = Pen(style.palette.good, 1.4, (2.0, 2.5))
        else:
            open_ = any(told.optional(told.full.step(step_id)) for step_id in edge)
            pen = Pen(style.palette.text3, 1.1, (4.0, 2.5) if open_ else ())
        tip = points[-1]
        end = (tip[0] - 5.0, tip[1])
        shapes.append(Line(rounded((*points[:-1], end)), pen))
        shapes.append(arrow(end, tip, pen.colour, 8.0 if edge in path else 6.5))
    return shapes
