"""The heat map as a picture."""

from collections.abc import Sequence

from customs_app.analysis.compare import Comparison
from customs_app.analysis.heat import GRADED, Measure, Standing
from customs_app.analysis.money import USD, convert
from customs_app.analysis.tolerance import USUAL, Tolerance
from customs_app.domain.codes import Channel, Evidence
from customs_app.domain.reference import Reference
from customs_app.figures.compose import moved
from customs_app.figures.heading import heading
from customs_app.figures.heat.body import HAVE, NAMES, body
from customs_app.figures.heat.looks import Look, View, cell_width, looks_of, standing_sign
from customs_app.figures.icon_shapes import CHANNEL_ICONS, icon_drawing
from customs_app.figures.legend import Block, Entry, legend
from customs_app.figures.measure import shipped_fonts
from customs_app.figures.measure_names import UNITS
from customs_app.figures.picture import Picture, PictureTable
from customs_app.figures.shapes import Drawing, Glyph, Pen, Shape, rectangle
from customs_app.figures.signs import evidence_sign
from customs_app.figures.style import Style
from customs_app.figures.tokens import Palette
from customs_app.figures.wrapping import Type, wrap
from customs_app.language.labels import label
from customs_app.language.numbers import day
from customs_app.language.words import Words

_MARGIN = 16.0
_NOTE = Type(11.0)


def heat(
    comparison: Comparison,
    reference: Reference,
    palette: Palette,
    words: Words,
    *,
    by: Measure = Measure.STEPS,
    tolerance: Tolerance = USUAL,
    titled: bool = True,
) -> Picture:
    """A row an activity, a column a country, each cell with its figure by the measure `by`.

    Figures that differ less than the tolerance from the median of their row count as equal to it.
    """
    style = Style(palette, words, shipped_fonts(), reference)
    view = View(comparison, by, tolerance)
    looks = [looks_of(row, view, style) for row in comparison.rows]
    column = cell_width(looks, style)
    wide = NAMES + column * len(comparison.countries) + HAVE
    title = words.text("Activities by country: {measure}", measure=words.text(UNITS[by]))
    shapes: list[Shape] = []
    y = _MARGIN
    if titled:
        kind = (comparison.regime, comparison.mode, comparison.case.kind)
        below = " · ".join(label(code, words) for code in kind)
        head = heading(title, below, wide, palette, style.measure)
        shapes += moved(head.shapes, _MARGIN, y)
        y += head.height
    drawn, places, high = body(view, tuple(zip(comparison.rows, looks, strict=True)), column, style)
    shapes += moved(drawn, _MARGIN, y)
    spots = tuple(spot._replace(x=spot.x + _MARGIN, y=spot.y + y) for spot in places)
    y += high + 10
    signs = legend(_entries(by, style), wide, palette, style.measure)
    shapes += moved(signs.shapes, _MARGIN, y)
    y += signs.height
    note = _note(_rates_said(view, style), wide, style)
    shapes += moved(note.shapes, _MARGIN, y)
    drawing = Drawing(wide + 2 * _MARGIN, y + note.height + _MARGIN, tuple(shapes), title)
    return Picture(title, drawing, spots, _table(comparison, looks, style), palette.base, _MARGIN + NAMES)


def _rates_said(view: View, style: Style) -> str:
    """By which rates amounts of different currencies stand above or below a median; empty where by none."""
    if view.by is not Measure.COST:
        return ""
    words = style.words
    cells = (cell for row in view.comparison.rows for cell in row.cells.values() if cell is not None)
    dates = {date for cell in cells for date in convert(cell.cost, USD, style.reference.rates).dates}
    if not dates:
        return ""
    days = words.list_of(tuple(day(date, words.language) for date in sorted(dates)))
    return words.text("Compared in {currency} by rates of {days}.", currency=USD, days=days)


def _note(text: str, width: float, style: Style) -> Block:
    """A sentence below the legend; no height where there is none."""
    lines = wrap(text, width, _NOTE, style.measure).lines if text else ()
    ink = style.palette.text2
    shapes = tuple(
        Glyph(line, 0, 14 + 16 * at, _NOTE.size, ink, anchor="start") for at, line in enumerate(lines)
    )
    return Block(shapes, 16.0 * len(lines) + (6 if lines else 0))


def _entries(by: Measure, style: Style) -> list[Entry]:
    """What tints and signs mean."""
    words, palette = style.words, style.palette
    found: list[Entry] = []
    if by is Measure.CHANNEL:
        icons = {one: icon_drawing(CHANNEL_ICONS[one], palette.text) for one in Channel}
        found = [_tinted(icons[one], palette.heat.get(one), label(one, words), palette) for one in Channel]
    elif by is Measure.EVIDENCE:
        tints = [palette.heat.get(one) for one in Channel]
        found = [
            _tinted(evidence_sign(one, palette, words), tint, label(one, words), palette)
            for one, tint in zip(Evidence, tints, strict=True)
        ]
    else:
        meanings = {
            Standing.MORE: (palette.slower, words.text("more than the median of the row")),
            Standing.EQUAL: (None, words.text("as the median, or nearly")),
            Standing.LESS: (palette.faster, words.text("less than the median of the row")),
        }
        found = [
            _tinted(standing_sign(one, style), tint, said, palette) for one, (tint, said) in meanings.items()
        ]
    signs: tuple[tuple[str, str], ...] = (("–", words.text("no such step")), ("?", words.text("unknown")))
    if by in GRADED:
        signs = (*signs, ("+1", words.text("and one more")))
    return [
        *found,
        *(Entry(Drawing(14, 16, (Glyph(sign, 7, 8, 11, palette.text),)), said) for sign, said in signs),
    ]


def _tinted(sign: Drawing, fill: str | None, said: str, palette: Palette) -> Entry:
    size = 16 / sign.height
    ground = rectangle(0, 0, 24, 16, fill=fill, pen=Pen(palette.line2, 0.8))
    return Entry(Drawing(24, 16, (ground, *moved(sign.shapes, 5, 1, size * 0.875))), said)


def _table(comparison: Comparison, looks: Sequence[Sequence[Look]], style: Style) -> PictureTable:
    words = style.words
    names = tuple(style.country(iso2) for iso2 in comparison.countries)
    rows = tuple(
        (
            label(row.activity.stage, words),
            row.activity.name[words.language],
            *(" ".join(filter(None, (_spoken(look), look.text))) for look in cells),
            str(row.have),
        )
        for row, cells in zip(comparison.rows, looks, strict=True)
    )
    return PictureTable((words.text("Stage"), words.text("Activity"), *names, words.text("Have it")), rows)


def _spoken(look: Look) -> str:
    """The sign of a cell where it is a letter."""
    shapes = look.sign.shapes if look.sign is not None else ()
    return next((shape.text for shape in shapes if isinstance(shape, Glyph)), "")
