"""Which way each line of a diagram takes between the boxes, before anything is measured.

Lines run through gaps (upright, gap g is right of column g), streets (level, street r is above row r, the
last one below all rows) and free cells of a row.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from customs_app.figures.swimlane.place import Edge, Grid


class Way(Enum):
    """How a line comes from its box to the other: by which level line, if by any.

    NEXT: the other stands in the next column. SOURCE_ROW, TARGET_ROW: along the free cells of the row of
    either box. STREET: between two rows.
    """

    NEXT = "next"
    SOURCE_ROW = "source row"
    TARGET_ROW = "target row"
    STREET = "street"


@dataclass(frozen=True, slots=True)
class Route:
    """The way of one line; `street` is the number of its street where it takes one."""

    edge: Edge
    way: Way
    street: int = -1


@dataclass(slots=True)
class _Rows:
    """What runs through the cells of rows: row -> (first column, last column, source, target)."""

    grid: Grid
    boxes: frozenset[tuple[int, int]] = field(init=False)
    lines: dict[int, list[tuple[int, int, str, str]]] = field(default_factory=dict)
    streets: dict[int, list[tuple[int, int, str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.boxes = frozenset((spot.column, spot.row) for spot in self.grid.spots.values())

    def free(self, row: int, first: int, last: int, edge: Edge) -> bool:
        """Whether the cells are empty, and no line of another step runs there that is not to the same."""
        if any((column, row) in self.boxes for column in range(first, last + 1)):
            return False
        # A line that only touches the gap beside would meet this one there end to end.
        return not any(
            begin <= last + 1 and end >= first - 1 and source != edge[0] and target != edge[1]
            for begin, end, source, target in self.lines.get(row, ())
        )

    def crowd(self, street: int, first: int, last: int, source: str) -> int:
        """How many lines of other steps already run there."""
        return len(
            {
                other
                for begin, end, other in self.streets.get(street, ())
                if begin <= last and end >= first and other != source
            }
        )


def routes(edges: Sequence[Edge], grid: Grid, first: Collection[Edge] = ()) -> tuple[Route, ...]:
    """The way of each line, in order of `edges`; those among `first` choose first, then short ones."""
    rows = _Rows(grid)
    spots = grid.spots

    def span(edge: Edge) -> tuple[bool, int, int]:
        one, other = spots[edge[0]], spots[edge[1]]
        return edge not in first, other.column - one.column, abs(other.row - one.row)

    found = {edge: _route(edge, rows) for edge in sorted(edges, key=span)}
    return tuple(found[edge] for edge in edges)


def _route(edge: Edge, rows: _Rows) -> Route:
    one, other = rows.grid.spots[edge[0]], rows.grid.spots[edge[1]]
    begin, end = one.column + 1, other.column - 1
    if begin > end:
        return Route(edge, Way.NEXT)
    _, way, street = min(_ways(edge, rows), key=lambda option: option[0])
    if way is Way.STREET:
        rows.streets.setdefault(street, []).append((begin, end, edge[0]))
    else:
        row = one.row if way is Way.SOURCE_ROW else other.row
        rows.lines.setdefault(row, []).append((begin, end, *edge))
    return Route(edge, way, street)


def _ways(edge: Edge, rows: _Rows) -> Iterator[tuple[float, Way, int]]:
    """All ways of a line, each with what it costs to the eye."""
    one, other = rows.grid.spots[edge[0]], rows.grid.spots[edge[1]]
    begin, end = one.column + 1, other.column - 1
    straight = abs(one.row - other.row)
    if rows.free(other.row, begin, end, edge):
        yield straight, Way.TARGET_ROW, -1
    if rows.free(one.row, begin, end, edge):
        yield straight + 0.1, Way.SOURCE_ROW, -1
    for street in range(rows.grid.rows + 1):
        detour = abs(street - one.row - 0.5) + abs(street - other.row - 0.5)
        yield detour + 0.6 + 0.4 * rows.crowd(street, begin, end, edge[0]), Way.STREET, street


def bundles(found: Sequence[Route], grid: Grid) -> Mapping[int, tuple[tuple[str, int, int], ...]]:
    """Lines of each street: street -> (source, first gap, last gap), lines of one step taken together."""
    spans: dict[int, dict[str, tuple[int, int]]] = {}
    for route in found:
        if route.way is Way.STREET:
            source, target = route.edge
            first, last = grid.spots[source].column, grid.spots[target].column - 1
            known = spans.setdefault(route.street, {})
            before = known.get(source, (first, last))
            known[source] = (min(first, before[0]), max(last, before[1]))
    return {
        street: tuple((source, *span) for source, span in known.items()) for street, known in spans.items()
    }
