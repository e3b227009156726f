"""The swimlane diagram of a procedure as a picture."""

from collections.abc import Iterable

from customs_app.analysis.case import BASE, Case
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark
from customs_app.figures.compose import moved
from customs_app.figures.heading import heading
from customs_app.figures.legend import Block
from customs_app.figures.measure import shipped_fonts
from customs_app.figures.picture import Picture
from customs_app.figures.shapes import Drawing
from customs_app.figures.style import Style
from customs_app.figures.swimlane.diagram import Plan, drawn, room_of
from customs_app.figures.swimlane.geometry import layout
from customs_app.figures.swimlane.lanes import lanes_of
from customs_app.figures.swimlane.legend import foot
from customs_app.figures.swimlane.place import columns, grid, waits
from customs_app.figures.swimlane.table import table_of
from customs_app.figures.swimlane.tell import told_of
from customs_app.figures.tokens import Palette
from customs_app.language.labels import label
from customs_app.language.words import Words

_MARGIN = 16.0
_LEAST_WIDTH = 720.0


def swimlane(
    full: FullProcedure,
    reference: Reference,
    palette: Palette,
    words: Words,
    *,
    case: Case = BASE,
    marks: Iterable[Mark] = (),
    titled: bool = True,
) -> Picture:
    """A procedure in lanes, one a body; `marks` show as signs on the boxes of their steps.

    Where it is not `titled` the heading is left out, for a window that has its own.
    """
    style = Style(palette, words, shipped_fonts(), reference)
    told = told_of(full, case, marks, reference, words)
    before = waits(full, [step.id for step in full.steps])
    at = columns(full.steps, before)
    lanes = lanes_of(full.steps, at, reference, words)
    number = {lane.agency_id: i for i, lane in enumerate(lanes)}
    placed = grid(full.steps, at, {step.id: number[step.agency_id] for step in full.steps})
    plan = Plan(told, lanes, placed, before)
    diagram, hotspots = drawn(plan, layout(placed, plan.routes(), room_of(plan, style)), style)
    width = max(diagram.width, _LEAST_WIDTH)
    title = full.procedure.title[words.language]
    below = f"{style.country(full.procedure.country)} · {label(case.kind, words)}"
    head = heading(title, below, width, palette, style.measure) if titled else Block((), 0.0)
    end = foot(told, style, width)
    top = _MARGIN + head.height
    bottom = top + diagram.height + 12
    shapes = (
        *moved(head.shapes, _MARGIN, _MARGIN),
        *moved(diagram.shapes, _MARGIN, top),
        *moved(end.shapes, _MARGIN, bottom),
    )
    spots = tuple(spot._replace(x=spot.x + _MARGIN, y=spot.y + top) for spot in hotspots)
    drawing = Drawing(width + 2 * _MARGIN, bottom + end.height + _MARGIN, shapes, title)
    table = table_of(told, before, style)
    return Picture(title, drawing, spots, table, palette.base, _MARGIN + told.sizes.head)
