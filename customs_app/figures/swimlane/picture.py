"""The swimlane diagram of a procedure as a picture."""

from collections.abc import Iterable, Mapping, Sequence

from customs_app.analysis.case import BASE, Case
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark
from customs_app.figures.compose import moved
from customs_app.figures.heading import heading
from customs_app.figures.legend import Block
from customs_app.figures.measure import Measure, shipped_fonts
from customs_app.figures.picture import About, Hotspot, Picture
from customs_app.figures.shapes import Drawing, Glyph, Line, Pen, Shape, rectangle
from customs_app.figures.style import Style
from customs_app.figures.swimlane.boxes import box_of, draw_box
from customs_app.figures.swimlane.geometry import Layout, Room, layout
from customs_app.figures.swimlane.lanes import Lane, lanes_of
from customs_app.figures.swimlane.legend import foot
from customs_app.figures.swimlane.lines import draw_lines, path_edges
from customs_app.figures.swimlane.look import BOX, Told
from customs_app.figures.swimlane.place import Grid, columns, grid, waits
from customs_app.figures.swimlane.route import routes
from customs_app.figures.swimlane.table import table_of
from customs_app.figures.swimlane.tell import step_tooltip, told_of
from customs_app.figures.tokens import Palette
from customs_app.figures.wrapping import Type, wrap
from customs_app.language.labels import label
from customs_app.language.words import Words

HEAD = 152.0
_MARGIN = 16.0
_LEAST_WIDTH = 720.0
_MOST_OF_HEAD = 6


def swimlane(
    full: FullProcedure,
    reference: Reference,
    palette: Palette,
    words: Words,
    *,
    case: Case = BASE,
    marks: Iterable[Mark] = (),
    measure: Measure | None = None,
) -> Picture:
    """A procedure in lanes, one a body; `marks` show as signs on the boxes of their steps."""
    style = Style(palette, words, measure or shipped_fonts(), reference)
    told = told_of(full, case, marks, reference, words)
    before = waits(full, [step.id for step in full.steps])
    at = columns(full.steps, before)
    lanes = lanes_of(full.steps, at, reference, words)
    number = {lane.agency_id: i for i, lane in enumerate(lanes)}
    placed = grid(full.steps, at, {step.id: number[step.agency_id] for step in full.steps})
    diagram, hotspots = body(told, lanes, placed, before, style)
    title = full.procedure.title[words.language]
    below = words.list_of((style.country(full.procedure.country), label(case.kind, words)))
    return framed((title, below), told, (diagram, hotspots), before, style)


def body(
    told: Told, lanes: Sequence[Lane], placed: Grid, before: Mapping[str, tuple[str, ...]], style: Style
) -> tuple[Drawing, list[Hotspot]]:
    """Lanes, boxes and lines without heading and legend, and the places of the boxes and lanes."""
    steps = {step.id: step for step in told.full.steps if step.id in placed.spots}
    boxes = {step_id: box_of(step, style) for step_id, step in steps.items()}
    heights = [44.0] * placed.rows
    for step_id, box in boxes.items():
        row = placed.spots[step_id].row
        heights[row] = max(heights[row], box.height)
    for row, least in _heights_of_heads(lanes, placed, style).items():
        heights[row] = max(heights[row], least)
    edges = [(other, step_id) for step_id in steps for other in before.get(step_id, ()) if other in steps]
    path = path_edges(told, before)
    found = routes(edges, placed, path)
    laid = layout(placed, found, Room(HEAD, BOX, tuple(heights)))
    shapes, hotspots = _draw_lanes(lanes, laid, style)
    shapes += draw_lines(laid.lines, path, told, style)
    for step_id, box in boxes.items():
        height = heights[placed.spots[step_id].row]
        x, y = laid.boxes[step_id]
        shapes += draw_box(box, (x, y), height, told, style)
        said = step_tooltip(box.step, told, style)
        hotspots.append(Hotspot(x, y, BOX, height, About.STEP, step_id, said))
    return Drawing(laid.width, laid.height, tuple(shapes)), hotspots


def framed(
    heads: tuple[str, str],
    told: Told,
    part: tuple[Drawing, Sequence[Hotspot]],
    before: Mapping[str, tuple[str, ...]],
    style: Style,
) -> Picture:
    """The diagram between its heading (`heads`: title, and what it is of) and its legend."""
    (title, below), (diagram, hotspots) = heads, part
    width = max(diagram.width, _LEAST_WIDTH) + 2 * _MARGIN
    head = heading(title, below, width - 2 * _MARGIN, style.palette, style.measure)
    end: Block = foot(told, style, width - 2 * _MARGIN)
    top = _MARGIN + head.height
    bottom = top + diagram.height + 12
    shapes = (
        *moved(head.shapes, _MARGIN, _MARGIN),
        *moved(diagram.shapes, _MARGIN, top),
        *moved(end.shapes, _MARGIN, bottom),
    )
    spots = tuple(spot._replace(x=spot.x + _MARGIN, y=spot.y + top) for spot in hotspots)
    drawing = Drawing(width, bottom + end.height + _MARGIN, shapes, title)
    return Picture(title, drawing, spots, table_of(told, before, style), style.palette.base, _MARGIN + HEAD)


def _heights_of_heads(lanes: Sequence[Lane], placed: Grid, style: Style) -> dict[int, float]:
    """How high the row of a lane with one row must be for what stands in the lane's head."""
    found = {}
    for row, number in enumerate(placed.lanes):
        if placed.lanes.count(number) == 1:
            names, whole = _head_lines(lanes[number], _MOST_OF_HEAD, style)
            found[row] = (len(names) + len(whole)) * style.leading - 12
    return found


def _head_lines(lane: Lane, most: int, style: Style) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of a lane's name, and those of the body's whole name where it differs."""
    size = style.type.size
    names = wrap(lane.name, HEAD - 20, Type(size, bold=True), style.measure, most=most).lines
    left = most - len(names)
    if not left or lane.full == lane.name:
        return names, ()
    return names, wrap(lane.full, HEAD - 20, Type(size - 1.5), style.measure, most=left).lines


def _draw_lanes(lanes: Sequence[Lane], laid: Layout, style: Style) -> tuple[list[Shape], list[Hotspot]]:
    palette = style.palette
    shapes: list[Shape] = []
    hotspots: list[Hotspot] = []
    edge = Pen(palette.line2, 1.0)
    for lane, (top, bottom) in zip(lanes, laid.lanes, strict=True):
        shapes.append(rectangle(0, top, HEAD, bottom - top, fill=palette.group))
        shapes.append(Line(((0, top), (laid.width, top)), edge))
        shapes += _lane_head(lane, top, bottom, style)
        if lane.agency_id is not None:
            hotspots.append(Hotspot(0, top, HEAD, bottom - top, About.AGENCY, lane.agency_id, lane.full))
    if laid.lanes:
        end = laid.lanes[-1][1]
        frame = ((0.0, 0.0), (laid.width, 0.0), (laid.width, end), (0.0, end), (0.0, 0.0))
        shapes += [Line(frame, edge), Line(((HEAD, 0), (HEAD, end)), edge)]
    return shapes, hotspots


def _lane_head(lane: Lane, top: float, bottom: float, style: Style) -> list[Shape]:
    """The lane's name in the middle of its height, the body's whole name below where there is room."""
    palette = style.palette
    leading, size = style.leading, style.type.size
    names, whole = _head_lines(lane, max(1, int((bottom - top - 8) // leading)), style)
    y = (top + bottom - (len(names) + len(whole) - 1) * leading) / 2
    shapes: list[Shape] = []
    for i, line in enumerate(names):
        shapes.append(Glyph(line, 10, y + i * leading, size, palette.text, bold=True, anchor="start"))
    for i, line in enumerate(whole, len(names)):
        shapes.append(Glyph(line, 10, y + i * leading, size - 1.5, palette.text2, anchor="start"))
    return shapes
