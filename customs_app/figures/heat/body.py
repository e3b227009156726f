"""The rows and columns of the heat map."""

from collections.abc import Sequence
from itertools import groupby

from customs_app.analysis.rows import Row
from customs_app.domain.codes import Stage
from customs_app.figures.compose import Box, inside
from customs_app.figures.heat.looks import CELL, GAP, SIGN, Look, View, content_width
from customs_app.figures.picture import About, Hotspot
from customs_app.figures.shapes import Glyph, Line, Pen, Shape, rectangle
from customs_app.figures.style import Style
from customs_app.figures.wrapping import Type, elide, wrap
from customs_app.language.labels import label

NAMES, HAVE = 272.0, 46.0
_HEAD, _STAGE = 40.0, 24.0
_NAME = Type(11.0)
_Drawn = tuple[list[Shape], list[Hotspot], float]
_Rows = Sequence[tuple[Row, tuple[Look, ...]]]


def body(view: View, rows: _Rows, wide: float, style: Style) -> _Drawn:
    """Head, stages and rows from the height 0, columns so `wide`; with the whole height."""
    countries = view.comparison.countries
    right = NAMES + wide * len(countries) + HAVE
    shapes, spots, y = _head(view, wide, style)
    for stage, group in groupby(rows, key=lambda row: row[0].activity.stage):
        shapes += _stage(stage, (0.0, y, right, _STAGE), style)
        y += _STAGE
        for row, looks in group:
            drawn, places, high = _row(row, looks, (y, wide), view, style)
            shapes += drawn
            spots += places
            y += high
    edge = Pen(style.palette.line2, 1.0)
    shapes += [Line(((0, y), (right, y)), edge), Line(((NAMES, 0), (NAMES, y)), edge)]
    return shapes, spots, y


def _head(view: View, wide: float, style: Style) -> _Drawn:
    palette = style.palette
    shapes: list[Shape] = []
    spots: list[Hotspot] = []
    for i, iso2 in enumerate(view.comparison.countries):
        x = NAMES + i * wide
        own = view.comparison.procedures[iso2].procedure
        shapes.append(Glyph(iso2, x + wide / 2, 10, 11.5, palette.text, bold=True))
        name = elide(style.country(iso2), wide - 6, Type(9.5), style.measure)
        shapes.append(Glyph(name, x + wide / 2, 26, 9.5, palette.text2))
        tip = f"{style.country(iso2)}\n{own.title[style.words.language]}"
        spots.append(Hotspot(x, 0, wide, _HEAD, About.COUNTRY, iso2, tip, iso2))
    right = NAMES + wide * len(view.comparison.countries)
    have = style.words.text("Have it")
    lines = wrap(have, HAVE - 4, Type(9.5), style.measure, most=2).lines
    for i, line in enumerate(lines):
        y = 18 + (i - (len(lines) - 1) / 2) * 12
        shapes.append(Glyph(line, right + HAVE / 2, y, 9.5, palette.text2))
    return shapes, spots, _HEAD


def _stage(stage: Stage, box: Box, style: Style) -> list[Shape]:
    palette = style.palette
    x, y, wide, high = box
    return [
        rectangle(x, y, wide, high, fill=palette.group),
        rectangle(x, y, 4, high, fill=palette.stage[stage]),
        Glyph(label(stage, style.words), x + 12, y + high / 2, 11, palette.text, bold=True, anchor="start"),
        Line(((x, y), (x + wide, y)), Pen(palette.line2, 1.0)),
    ]


def _row(row: Row, looks: Sequence[Look], place: tuple[float, float], view: View, style: Style) -> _Drawn:
    """One activity at a height, with columns of a width (`place`)."""
    (y, wide), palette = place, style.palette
    lines = wrap(row.activity.name[style.words.language], NAMES - 20, _NAME, style.measure).lines
    high = max(26.0, len(lines) * style.leading + 10)
    right = NAMES + wide * len(looks)
    shapes: list[Shape] = [rectangle(0, y, 4, high, fill=palette.stage[row.activity.stage])]
    for i, line in enumerate(lines):
        at = y + high / 2 + (i - (len(lines) - 1) / 2) * style.leading
        shapes.append(Glyph(line, 12, at, _NAME.size, palette.text, anchor="start"))
    spots: list[Hotspot] = []
    for i, (iso2, look) in enumerate(zip(view.comparison.countries, looks, strict=True)):
        box = (NAMES + i * wide, y, wide, high)
        shapes += _cell(look, box, style)
        title = f"{style.country(iso2)}: {row.activity.name[style.words.language]}"
        tip = f"{title}\n{look.tip}"
        spots.append(Hotspot(*box, About.ACTIVITY, row.activity.code, tip, iso2))
    have = f"{row.have}/{len(looks)}"
    only = row.have == 1
    ink = palette.warn if only else palette.text2
    shapes.append(Glyph(have, right + HAVE / 2, y + high / 2, 10.5, ink, bold=only))
    shapes.append(Line(((0, y), (right + HAVE, y)), Pen(palette.line, 1.0)))
    return shapes, spots, high


def _cell(look: Look, box: Box, style: Style) -> list[Shape]:
    palette = style.palette
    x, y, wide, high = box
    shapes: list[Shape] = []
    if look.fill is not None:
        shapes.append(rectangle(x + 0.5, y + 0.5, wide - 1, high - 1, fill=look.fill))
    sign = 0.0 if look.sign is None else SIGN + GAP
    text = elide(look.text, wide - sign - 8, CELL, style.measure)
    left = x + (wide - min(content_width(look, style), wide - 8)) / 2
    if look.sign is not None:
        shapes += inside(look.sign, left, y + (high - SIGN) / 2, SIGN)
    quiet = look.fill is None and look.sign is None
    ink = palette.text3 if quiet and text in ("–", "?") else palette.text
    shapes.append(Glyph(text, left + sign, y + high / 2, CELL.size, ink, anchor="start"))
    return shapes
