"""Time by stage of each country, stacked: like for like where that can be, and all that is counted, apart."""

from collections.abc import Sequence

from customs_app.analysis.compare import Comparison
from customs_app.domain.codes import Stage
from customs_app.domain.reference import Reference
from customs_app.figures.compose import Box, hatching, mixed, moved
from customs_app.figures.heading import heading
from customs_app.figures.legend import Entry, legend
from customs_app.figures.measure import shipped_fonts
from customs_app.figures.picture import About, Hotspot, Picture, PictureTable
from customs_app.figures.scale import Scale, scale
from customs_app.figures.shapes import Drawing, Glyph, Line, Pen, Point, Shape, rectangle
from customs_app.figures.stage_hours import StageHours, Stages, stage_hours
from customs_app.figures.style import Style
from customs_app.figures.tokens import Palette, contrast
from customs_app.figures.wrapping import Type, wrap
from customs_app.language.labels import label
from customs_app.language.numbers import number
from customs_app.language.words import Words

_MARGIN, _NAMES, _END = 16.0, 150.0, 150.0
_ROW, _BAR = 30.0, 18.0
_SMALL = 10.5
_Part = tuple[list[Shape], list[Hotspot], float]


def time_by_stage(
    comparison: Comparison,
    reference: Reference,
    palette: Palette,
    words: Words,
    *,
    width: float = 960.0,
    titled: bool = True,
) -> Picture:
    """Hours by stage, a bar a country, in the order of the comparison.

    Above stand the activities that every country has a time for, with one scale; below all that is counted,
    where bars must not be held against each other, as is said. Where there is nothing like for like, the
    picture says why.
    """
    style = Style(palette, words, shipped_fonts(), reference)
    alike = comparison.like_for_like
    every = [stage_hours(comparison.procedures[c], comparison.case, reference) for c in comparison.countries]
    same = [
        stage_hours(comparison.procedures[c], comparison.case, reference, alike.time_activities)
        for c in comparison.countries
    ]
    title = words.text("Time by stage")
    kind = (comparison.regime, comparison.mode, comparison.case.kind)
    below = " · ".join(label(code, words) for code in kind)
    room = width - 2 * _MARGIN
    parts: list[_Part] = []
    if titled:
        head = heading(title, below, room, palette, style.measure)
        parts.append((list(head.shapes), [], head.height))
    if alike.no_time is None:
        names = tuple(reference.activities[code].name[words.language] for code in alike.time_activities)
        parts.append(
            _said(words.text("Like for like, time over: {activities}", activities=names), room, style)
        )
        parts.append(_bars(same, room, style, whole=False))
    else:
        parts.append(_said(words.say(alike.no_time), room, style, warn=True))
    unlike = words.text(
        "All that is counted. Countries have figures for different steps, so these bars say nothing about "
        "who is faster."
    )
    parts += [
        _said(unlike, room, style, warn=True),
        _bars(every, room, style, whole=True),
        _key([*every, *same], room, style),
    ]
    shapes, spots, height = _under_each_other(parts)
    drawing = Drawing(width, height + 2 * _MARGIN, tuple(moved(shapes, _MARGIN, _MARGIN)), title)
    moved_spots = tuple(spot._replace(x=spot.x + _MARGIN, y=spot.y + _MARGIN) for spot in spots)
    return Picture(title, drawing, moved_spots, _table(every, same, style), palette.base, _MARGIN + _NAMES)


def _under_each_other(parts: Sequence[_Part]) -> _Part:
    shapes: list[Shape] = []
    spots: list[Hotspot] = []
    y = 0.0
    for drawn, places, height in parts:
        shapes += moved(drawn, 0, y)
        spots += [spot._replace(y=spot.y + y) for spot in places]
        y += height
    return shapes, spots, y


def _said(text: str, width: float, style: Style, *, warn: bool = False) -> _Part:
    """A sentence above the bars that it is about."""
    ink = style.palette.warn if warn else style.palette.text
    lines = wrap(text, width, Type(11.5, bold=not warn), style.measure).lines
    shapes: list[Shape] = [
        Glyph(line, 0, 10 + 17 * i, 11.5, ink, bold=not warn, anchor="start") for i, line in enumerate(lines)
    ]
    return shapes, [], 17 * len(lines) + 10


def _bars(rows: Sequence[StageHours], width: float, style: Style, *, whole: bool) -> _Part:
    """Bars on one scale; `whole`: all that is counted, with how many steps have a time."""
    axis = scale(max((row.sum for row in rows), default=0.0), width - _NAMES - _END, 70.0)
    bottom = _ROW * len(rows)
    shapes = _grid(axis, bottom, style)
    spots: list[Hotspot] = []
    for i, row in enumerate(rows):
        drawn, places = _bar(row, i * _ROW, axis, style, whole=whole)
        shapes += drawn
        spots += places
    return shapes, spots, bottom + 34


def _grid(axis: Scale, bottom: float, style: Style) -> list[Shape]:
    palette, words = style.palette, style.words
    shapes: list[Shape] = []
    for value in axis.ticks():
        x = _NAMES + axis.at(value)
        shapes.append(Line(((x, 0), (x, bottom)), Pen(palette.line if value else palette.line2, 1.0)))
        text = number(value, words.language)
        text = words.text("{hours} h", hours=text) if value == axis.top else text
        shapes.append(Glyph(text, x, bottom + 10, _SMALL, palette.text2))
    return shapes


def _bar(
    row: StageHours, y: float, axis: Scale, style: Style, *, whole: bool
) -> tuple[list[Shape], list[Hotspot]]:
    palette, words = style.palette, style.words
    middle, top = y + _ROW / 2, y + (_ROW - _BAR) / 2
    name = wrap(style.country(row.country), _NAMES - 44, Type(11), style.measure, most=2).lines
    shapes: list[Shape] = [Glyph(row.country, 0, middle, 11, palette.text, bold=True, anchor="start")]
    for i, line in enumerate(name):
        at = middle + (i - (len(name) - 1) / 2) * 13
        shapes.append(Glyph(line, 30, at, 10.5 if len(name) > 1 else 11, palette.text, anchor="start"))
    x = _NAMES
    spots: list[Hotspot] = []
    for stages, hours in row.hours.items():
        wide = axis.at(hours)
        shapes += _segment(stages, hours, (x, top, wide, _BAR), style)
        text = words.text("{hours} h", hours=number(hours, words.language))
        said = words.named(style.country(row.country), words.named(stage_names(stages, words), text))
        about, target = (About.STEP, row.steps[stages][0])
        if len(stages) == 1:
            about, target = (About.STAGE, stages[0].value)
        spots.append(Hotspot(x, top, max(wide, 3.0), _BAR, about, target, said, row.country))
        x += wide
    return shapes + _bar_end(row, (x, middle), style, whole=whole), spots


def _bar_end(row: StageHours, at: Point, style: Style, *, whole: bool) -> list[Shape]:
    """The sum at the end of a bar, and of how many steps a time is known.

    Like for like it stands against elapsed times elsewhere, so it says that it is the effort.
    """
    palette, words = style.palette, style.words
    (x, y), end = at, words.text("no time known")
    if row.hours:
        end = words.text("{hours} h", hours=number(row.sum, words.language))
        end = end if whole else words.named(words.text("Effort"), end)
    covered = words.text("{n} of {of} steps", n=row.covered.n, of=row.covered.of) if whole else ""
    left = x + 16 + style.width(end, 11, bold=True)
    room = left - x - 2 + style.width(covered, _SMALL)
    shapes: list[Shape] = [
        rectangle(x + 5, y - 8, room, 16, fill=palette.base),
        Glyph(end, x + 8, y, 11, palette.text, bold=True, anchor="start"),
    ]
    if covered:
        shapes.append(Glyph(covered, left, y, _SMALL, palette.text2, anchor="start"))
    return shapes


def _segment(stages: Stages, hours: float, box: Box, style: Style) -> list[Shape]:
    """The part of one figure, hatched where it spans several stages; its hours stand in it if they fit."""
    palette = style.palette
    x, y, wide, high = box
    several = len(stages) != 1
    fill = mixed(palette.text3, palette.base, 0.25) if several else palette.stage[stages[0]]
    ink = palette.text if several else max(("#FFFFFF", "#1A2230"), key=lambda one: contrast(one, fill))
    shapes: list[Shape] = [rectangle(x, y, wide, high, fill=fill)]
    if several:
        shapes += hatching(box, Pen(palette.text3, 0.8), 5.0)
    shapes.append(rectangle(x, y, wide, high, pen=Pen(palette.base, 1.0)))
    figure = number(hours, style.words.language)
    for text in (f"{stage_names(stages, style.words)} {figure}", figure):
        room = style.width(text, _SMALL) + 8
        if room <= wide:
            if several:
                shapes.append(rectangle(x + (wide - room) / 2, y + 2, room, high - 4, fill=palette.base))
            shapes.append(Glyph(text, x + wide / 2, y + high / 2, _SMALL, ink))
            break
    return shapes


def stage_names(stages: Stages, words: Words) -> str:
    """The stage, or the first and the last of those that one figure spans."""
    if not stages:
        return words.text("no stage")
    first, last = label(stages[0], words), label(stages[-1], words)
    return first if len(stages) == 1 else f"{first} – {last}"


def _key(rows: Sequence[StageHours], width: float, style: Style) -> _Part:
    palette = style.palette
    there = {stages for row in rows for stages in row.hours}
    entries = [
        Entry(
            Drawing(14, 16, (rectangle(0, 2, 13, 12, fill=palette.stage[stage]),)), label(stage, style.words)
        )
        for stage in Stage
        if (stage,) in there
    ]
    if any(len(stages) != 1 for stages in there):
        lines: tuple[Shape, ...] = hatching((0.5, 2.0, 13.0, 12.0), Pen(palette.text3, 0.8), 4.0)
        sign = Drawing(14, 16, (rectangle(0.5, 2, 13, 12, pen=Pen(palette.text3, 1.0)), *lines))
        entries.append(Entry(sign, style.words.text("one figure for several stages")))
    block = legend(entries, width, palette, style.measure)
    return list(block.shapes), [], block.height


def _table(every: Sequence[StageHours], same: Sequence[StageHours], style: Style) -> PictureTable:
    """One row a country: hours by stage, the sum, coverage, and the sum like for like."""
    words = style.words
    there = dict.fromkeys(stages for row in every for stages in row.hours)
    head = (
        words.text("Country"), *(stage_names(stages, words) for stages in there),
        words.text("Sum, hours"), words.text("Steps with a time"),
        words.named(words.text("Like for like, hours"), words.text("Effort")),
    )  # fmt: skip
    rows = []
    for row, alike in zip(every, same, strict=True):
        hours = (number(row.hours[s], words.language) if s in row.hours else "–" for s in there)
        covered = words.text("{n} of {of}", n=row.covered.n, of=row.covered.of)
        whole = number(row.sum, words.language) if row.hours else "?"
        common = number(alike.sum, words.language) if alike.hours else "–"
        rows.append((style.country(row.country), *hours, whole, covered, common))
    return PictureTable(head, tuple(rows))
