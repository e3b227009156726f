"""At which height each line enters its box."""

from collections.abc import Mapping, Sequence

from customs_app.figures.swimlane.place import Edge, Grid
from customs_app.figures.swimlane.route import Route, Way

_APART = 8.0
_MARGIN = 5.0


def port_heights(
    grid: Grid,
    found: Sequence[Route],
    streets: Mapping[tuple[int, str], float],
    middle: Mapping[str, float],
    heights: Sequence[float],
) -> dict[Edge, float]:
    """Height of the end of each line; `middle` are those of the middles of boxes (step ids).

    A line that comes along the row of the box ends in its middle, others above or below, in the order in
    which they come; a line alone ends in the middle where nothing else leads there.
    """
    by_target: dict[str, list[Route]] = {}
    for route in found:
        by_target.setdefault(route.edge[1], []).append(route)
    leaving = {route.edge[0] for route in found}
    boxes = {(spot.column, spot.row): step_id for step_id, spot in grid.spots.items()}
    passing = {
        (grid.spots[route.edge[1]].column, grid.spots[route.edge[0]].row)
        for route in found
        if route.way is Way.SOURCE_ROW
    }
    ports: dict[Edge, float] = {}
    for target, routes in by_target.items():
        spot = grid.spots[target]
        neighbour = boxes.get((spot.column - 1, spot.row))
        blocked = (neighbour in leaving) or (spot.column, spot.row) in passing
        centre, room = middle[target], heights[spot.row] / 2 - _MARGIN
        came = {route.edge: _came(route, streets, middle) for route in routes}
        offsets = _offsets(came, centre, blocked)
        apart = min(_APART, room / max(1.0, *map(abs, offsets.values())))
        ports.update({edge: centre + offset * apart for edge, offset in offsets.items()})
    return ports


def _came(route: Route, streets: Mapping[tuple[int, str], float], middle: Mapping[str, float]) -> float:
    """The height from which a line comes to its box."""
    return streets[route.street, route.edge[0]] if route.way is Way.STREET else middle[route.edge[0]]


def _offsets(came: Mapping[Edge, float], centre: float, blocked: bool) -> dict[Edge, float]:
    """How many places above (less than 0) or below the middle each line ends."""
    order = sorted(came, key=lambda edge: came[edge])
    straight = [edge for edge in order if came[edge] == centre]
    above = [edge for edge in order if came[edge] < centre]
    below = [edge for edge in order if came[edge] > centre]
    if not straight and not blocked:
        return {edge: i - (len(order) - 1) / 2 for i, edge in enumerate(order)}
    places = dict.fromkeys(straight, 0.0)
    places.update({edge: float(i - len(above)) for i, edge in enumerate(above)})
    places.update({edge: float(i + 1) for i, edge in enumerate(below)})
    return places
