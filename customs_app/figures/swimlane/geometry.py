"""The measured diagram: where boxes, lanes and lines lie, in logical pixels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from customs_app.figures.shapes import Point
from customs_app.figures.swimlane.place import Edge, Grid
from customs_app.figures.swimlane.ports import port_heights
from customs_app.figures.swimlane.route import Route, Way, bundles
from customs_app.figures.swimlane.tracks import Strand, tracks

TRACK = 7.0
"""From one line to the next beside it."""
_GAP, _ARROW = 12.0, 14.0
_STREET, _PADDING = 13.0, 9.0


@dataclass(frozen=True, slots=True)
class Room:
    """The size of what stands in the grid: width of a box, height of the boxes of each row.

    `gaps` says for gaps how many lines side by side they have room for at the least.
    """

    head: float
    box: float
    heights: tuple[float, ...]
    gaps: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything lies: upper left corners of boxes (step id -> x, y), their heights by row.

    `lanes` are top and bottom of each lane; `lines` the corners of each line; `gaps` how many lines run side
    by side in each gap.
    """

    width: float
    height: float
    boxes: Mapping[str, Point]
    lanes: tuple[tuple[float, float], ...]
    lines: Mapping[Edge, tuple[Point, ...]]
    gaps: Mapping[int, int]
    heights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Levels:
    """Heights: tops of rows, and of the lines in streets ((street, source) -> y)."""

    rows: tuple[float, ...]
    streets: Mapping[tuple[int, str], float]
    lanes: tuple[tuple[float, float], ...]


def layout(grid: Grid, found: Sequence[Route], room: Room) -> Layout:
    """The boxes and lines of a diagram in their places."""
    levels = _levels(grid, found, room)
    middle = {
        step_id: levels.rows[spot.row] + room.heights[spot.row] / 2 for step_id, spot in grid.spots.items()
    }
    ports = port_heights(grid, found, levels.streets, middle, room.heights)
    strands = _strands(grid, found, levels, middle, ports)
    lanes_of_gaps = {gap: tracks(tuple(known.values())) for gap, known in strands.items()}
    lefts, gap_starts, width = _columns(grid, lanes_of_gaps, room)
    upright = {
        (gap, source): gap_starts[gap] + lanes_of_gaps[gap][i] * TRACK
        for gap, known in strands.items()
        for i, source in enumerate(known)
    }
    boxes = {step_id: (lefts[spot.column], levels.rows[spot.row]) for step_id, spot in grid.spots.items()}
    lines = {}
    for route in found:
        source, target = route.edge
        start = (boxes[source][0] + room.box, middle[source])
        end = (boxes[target][0], ports[route.edge])
        turns = _turns(route, grid, levels, middle, ports)
        xs = [upright[gap, source] for gap, _ in turns]
        lines[route.edge] = _corners(start, end, xs, [level for _, level in turns])
    bottom = levels.lanes[-1][1] if levels.lanes else 0.0
    side_by_side = {gap: max(known) + 1 for gap, known in lanes_of_gaps.items()}
    return Layout(width, bottom, boxes, levels.lanes, lines, side_by_side, room.heights)


def _levels(grid: Grid, found: Sequence[Route], room: Room) -> _Levels:
    """Heights from the top downwards; a street is as high as its lines side by side need."""
    rows: list[float] = []
    streets: dict[tuple[int, str], float] = {}
    lanes: list[tuple[float, float]] = []
    by_street = bundles(found, grid)
    y = 0.0
    for street in range(grid.rows + 1):
        if street < grid.rows and (street == 0 or grid.lanes[street] != grid.lanes[street - 1]):
            y += _PADDING if street else 0.0
            if lanes:
                lanes[-1] = (lanes[-1][0], y)
            lanes.append((y, y))
        lines = by_street.get(street, ())
        found_tracks = tracks([Strand(source, (first,), (last,)) for source, first, last in lines], 0.5)
        for (source, _, _), track in zip(lines, found_tracks, strict=True):
            streets[street, source] = y + _PADDING + track * TRACK
        y += _STREET + (max(found_tracks) + 1) * TRACK if lines else _STREET if street < grid.rows else 0.0
        if street < grid.rows:
            rows.append(y)
            y += room.heights[street]
    if lanes:
        lanes[-1] = (lanes[-1][0], y + _PADDING)
    return _Levels(tuple(rows), streets, tuple(lanes))


def _turns(
    route: Route, grid: Grid, levels: _Levels, middle: Mapping[str, float], ports: Mapping[Edge, float]
) -> list[tuple[int, float]]:
    """The gaps in which a line runs upright, each with the height at which it leaves it."""
    source, target = route.edge
    first, last = grid.spots[source].column, grid.spots[target].column - 1
    port = ports[route.edge]
    match route.way:
        case Way.NEXT:
            return [(first, port)] if port != middle[source] else []
        case Way.SOURCE_ROW:
            return [(last, port)] if port != middle[source] else []
        case Way.TARGET_ROW:
            return [(first, port)] if port != middle[source] else []
        case Way.STREET:
            return [(first, levels.streets[route.street, source]), (last, port)]


def _strands(
    grid: Grid,
    found: Sequence[Route],
    levels: _Levels,
    middle: Mapping[str, float],
    ports: Mapping[Edge, float],
) -> dict[int, dict[str, Strand]]:
    """What runs upright in each gap: gap -> source -> strand."""
    strands: dict[int, dict[str, Strand]] = {}
    for route in found:
        source = route.edge[0]
        height = middle[source]
        for gap, level in _turns(route, grid, levels, middle, ports):
            if level != height:
                known = strands.setdefault(gap, {})
                before = known.get(source, Strand(source, (), ()))
                known[source] = Strand(source, (*before.before, height), (*before.after, level))
            height = level
    return strands


def _columns(
    grid: Grid, gaps: Mapping[int, Sequence[int]], room: Room
) -> tuple[list[float], dict[int, float], float]:
    """Left edges of columns, where the first upright line of each gap stands, and the whole width."""
    lefts: list[float] = []
    starts: dict[int, float] = {}
    x = room.head + _GAP
    for column in range(grid.columns):
        lefts.append(x)
        x += room.box
        starts[column] = x + _GAP
        count = max(max(gaps.get(column, ()), default=-1) + 1, room.gaps.get(column, 0))
        x += _GAP + max(0, count - 1) * TRACK + _ARROW if column + 1 < grid.columns else _GAP
    return lefts, starts, x


def _corners(start: Point, end: Point, xs: Sequence[float], levels: Sequence[float]) -> tuple[Point, ...]:
    points = [start]
    for x, level in zip(xs, levels, strict=True):
        if level != points[-1][1]:
            points += [(x, points[-1][1]), (x, level)]
    points.append(end)
    return tuple(points)
