"""What each cell of the heat map shows and says."""

from collections.abc import Sequence
from dataclasses import dataclass

from customs_app.analysis.compare import Comparison
from customs_app.analysis.heat import Measure, Standing, evidences, grade, shade, standings
from customs_app.analysis.rows import Cell, Row
from customs_app.analysis.tolerance import Tolerance
from customs_app.domain.codes import Channel
from customs_app.figures.cell_texts import said
from customs_app.figures.figure_text import ABSENT
from customs_app.figures.icon_shapes import CHANNEL_ICONS, icon_drawing
from customs_app.figures.shapes import Drawing, Glyph
from customs_app.figures.signs import evidence_sign
from customs_app.figures.style import Style
from customs_app.figures.wrapping import Type

CELL = Type(10.5)
SIGN = 12.0
GAP = 4.0
_LEAST, _MOST = 58.0, 136.0
_GRADES = tuple(Channel)


@dataclass(frozen=True, slots=True)
class Look:
    """One cell: its text, the sign beside it, its tint, and what it tells on hovering."""

    text: str
    sign: Drawing | None
    fill: str | None
    tip: str


@dataclass(frozen=True, slots=True)
class View:
    """By which measure the comparison is looked at, and which figures count as equal."""

    comparison: Comparison
    by: Measure
    tolerance: Tolerance


def looks_of(row: Row, view: View, style: Style) -> tuple[Look, ...]:
    """The cells of a row in the order of the comparison's countries."""
    comparison = view.comparison
    stand = standings(row, comparison.procedures, view.by, style.reference.rates, view.tolerance)
    return tuple(
        _look(row.cells.get(iso2), iso2, view, stand.get(iso2), style) for iso2 in comparison.countries
    )


def cell_width(looks: Sequence[Sequence[Look]], style: Style) -> float:
    """How wide a column must be for its cells, between bounds."""
    widest = max((content_width(look, style) for row in looks for look in row), default=0.0)
    return min(max(widest + 14, _LEAST), _MOST)


def content_width(look: Look, style: Style) -> float:
    """How wide sign and text of a cell are."""
    return style.width(look.text, CELL.size) + (0.0 if look.sign is None else SIGN + GAP)


def standing_sign(standing: Standing, style: Style) -> Drawing:
    """A cell against the median of its row, 16 x 16."""
    return Drawing(16, 16, (Glyph(standing.value, 8, 8, 12, style.palette.text),))


def _look(cell: Cell | None, iso2: str, view: View, standing: Standing | None, style: Style) -> Look:
    if cell is None:
        return Look(ABSENT, None, None, style.words.text("no such step"))
    figure = said(cell, view.comparison.procedures[iso2], view.by, style.reference, style.words)
    tint = shade(view.by, standing, grade(cell, view.by))
    fill = style.palette.heat.get(_GRADES[tint]) if tint is not None else None
    return Look(figure.text, _sign(cell, view.by, standing, style), fill, figure.tip)


def _sign(cell: Cell, by: Measure, standing: Standing | None, style: Style) -> Drawing | None:
    if by is Measure.CHANNEL:
        return icon_drawing(CHANNEL_ICONS[cell.channel], style.palette.text) if cell.channel else None
    if by is Measure.EVIDENCE:
        weakest = evidences(cell)[0]
        return evidence_sign(weakest, style.palette, style.words) if weakest is not None else None
    return standing_sign(standing, style) if standing is not None else None
