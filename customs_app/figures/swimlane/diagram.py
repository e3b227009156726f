"""Lanes, boxes and lines of a diagram, without heading and legend."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from customs_app.figures.picture import About, Hotspot
from customs_app.figures.shapes import Drawing, Glyph, Line, Pen, Shape, rectangle
from customs_app.figures.style import Style
from customs_app.figures.swimlane.boxes import box_of, draw_box
from customs_app.figures.swimlane.geometry import Layout, Room, layout
from customs_app.figures.swimlane.lanes import Lane
from customs_app.figures.swimlane.lines import draw_lines, path_edges
from customs_app.figures.swimlane.look import WIDE, Told
from customs_app.figures.swimlane.place import Edge, Grid
from customs_app.figures.swimlane.route import Route, routes
from customs_app.figures.swimlane.tell import step_tooltip
from customs_app.figures.wrapping import Type, wrap

_MOST_OF_HEAD = 9
_LEAST_ROW = 44.0


@dataclass(frozen=True, slots=True)
class Plan:
    """A diagram before it is measured: for which others each step waits, and along which lines data goes."""

    told: Told
    lanes: tuple[Lane, ...]
    grid: Grid
    before: Mapping[str, tuple[str, ...]]
    data: tuple[Edge, ...] = ()

    @property
    def path(self) -> frozenset[Edge]:
        """The lines of the longest path."""
        return path_edges([one for one in self.told.path if one in self.grid.spots], self.before)

    def routes(self) -> tuple[Route, ...]:
        """The ways of all lines."""
        spots = self.grid.spots
        edges = [
            (other, step_id) for step_id in spots for other in self.before.get(step_id, ()) if other in spots
        ]
        return routes([*edges, *(edge for edge in self.data if edge not in edges)], self.grid, self.path)


def room_of(plan: Plan, style: Style) -> Room:
    """The room that the boxes of a diagram need."""
    told = plan.told
    heights = [_LEAST_ROW] * plan.grid.rows
    for step in told.full.steps:
        if step.id in plan.grid.spots:
            row = plan.grid.spots[step.id].row
            heights[row] = max(heights[row], box_of(step, told, style).height)
    for row, number in enumerate(plan.grid.lanes):
        if plan.grid.lanes.count(number) == 1:
            names, whole = _head_lines(plan.lanes[number], _MOST_OF_HEAD, told.sizes.head, style)
            heights[row] = max(heights[row], (len(names) + len(whole)) * style.leading - 12)
    return Room(told.sizes.head, told.sizes.box, tuple(heights))


def on_one_scale(plans: Sequence[Plan], style: Style) -> list[Layout]:
    """Diagrams with the same lanes laid out so that rows are as high and columns as wide in all of them."""
    rooms = [room_of(plan, style) for plan in plans]
    heights = tuple(map(max, zip(*(room.heights for room in rooms), strict=True)))
    found = [plan.routes() for plan in plans]
    room = replace(rooms[0], heights=heights)
    gaps: dict[int, int] = {}
    for plan, ways in zip(plans, found, strict=True):
        for gap, count in layout(plan.grid, ways, room).gaps.items():
            gaps[gap] = max(count, gaps.get(gap, 0))
    room = replace(room, gaps=gaps)
    return [layout(plan.grid, ways, room) for plan, ways in zip(plans, found, strict=True)]


def drawn(plan: Plan, laid: Layout, style: Style) -> tuple[Drawing, list[Hotspot]]:
    """The diagram in its places, and the places of its boxes and lanes."""
    told = plan.told
    shapes, hotspots = _draw_lanes(plan.lanes, laid, told.sizes.head, style)
    shapes += draw_lines(laid.lines, plan.path, told, style, plan.data)
    for step in told.full.steps:
        if step.id not in laid.boxes:
            continue
        x, y = laid.boxes[step.id]
        height = laid.heights[plan.grid.spots[step.id].row]
        shapes += draw_box(box_of(step, told, style), (x, y), height, told, style)
        said = step_tooltip(step, told, style)
        hotspots.append(Hotspot(x, y, told.sizes.box, height, About.STEP, step.id, said))
    return Drawing(laid.width, laid.height, tuple(shapes)), hotspots


def _head_lines(lane: Lane, most: int, wide: float, style: Style) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of a lane's name, and those of the body's whole name where it differs."""
    size = style.type.size
    names = wrap(lane.name, wide - 20, Type(size, bold=True), style.measure, most=most).lines
    left = most - len(names)
    if not left or lane.full == lane.name or wide < WIDE.head:
        return names, ()
    return names, wrap(lane.full, wide - 20, Type(size - 1.5), style.measure, most=left).lines


def _draw_lanes(
    lanes: Sequence[Lane], laid: Layout, wide: float, style: Style
) -> tuple[list[Shape], list[Hotspot]]:
    palette = style.palette
    shapes: list[Shape] = []
    hotspots: list[Hotspot] = []
    edge = Pen(palette.line2, 1.0)
    for lane, (top, bottom) in zip(lanes, laid.lanes, strict=True):
        shapes.append(rectangle(0, top, wide, bottom - top, fill=palette.group))
        shapes.append(Line(((0, top), (laid.width, top)), edge))
        shapes += _lane_head(lane, (top, bottom), wide, style)
        if lane.agency_id is not None:
            hotspots.append(Hotspot(0, top, wide, bottom - top, About.AGENCY, lane.agency_id, lane.full))
    if laid.lanes:
        end = laid.lanes[-1][1]
        frame = ((0.0, 0.0), (laid.width, 0.0), (laid.width, end), (0.0, end), (0.0, 0.0))
        shapes += [Line(frame, edge), Line(((wide, 0), (wide, end)), edge)]
    return shapes, hotspots


def _lane_head(lane: Lane, ends: tuple[float, float], wide: float, style: Style) -> list[Shape]:
    """The lane's name in the middle of its height, the body's whole name below where there is room."""
    palette, (top, bottom) = style.palette, ends
    leading, size = style.leading, style.type.size
    names, whole = _head_lines(lane, max(1, int((bottom - top - 8) // leading)), wide, style)
    y = (top + bottom - (len(names) + len(whole) - 1) * leading) / 2
    shapes: list[Shape] = []
    for i, line in enumerate(names):
        shapes.append(Glyph(line, 10, y + i * leading, size, palette.text, bold=True, anchor="start"))
    for i, line in enumerate(whole, len(names)):
        shapes.append(Glyph(line, 10, y + i * leading, size - 1.5, palette.text2, anchor="start"))
    return shapes
