"""The chart of time step by step as a picture."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from customs_app.analysis.corridor.result import Chain
from customs_app.domain.procedure import FullProcedure
from customs_app.figures.compose import mixed, moved
from customs_app.figures.cumulative.axis import Axis, Stretch, axis_of, place_of
from customs_app.figures.cumulative.curves import End, curve, least, most, typical
from customs_app.figures.cumulative.gaps import gap_columns, gap_reasons
from customs_app.figures.cumulative.key import key
from customs_app.figures.cumulative.labels import Field, counted_once, figure_labels
from customs_app.figures.cumulative.marks import MARKS, block_name, draw_marks, draw_names, draw_steps
from customs_app.figures.cumulative.told import known_most, point_tooltip, table_of
from customs_app.figures.free_places import FreePlaces, Rect
from customs_app.figures.heading import heading
from customs_app.figures.legend import Block
from customs_app.figures.picture import About, Hotspot, Picture
from customs_app.figures.scale import Scale, scale
from customs_app.figures.shapes import Drawing, Glyph, Line, Pen, Point, Polygon, Shape
from customs_app.figures.style import Style
from customs_app.figures.tokens import Palette
from customs_app.figures.wrapping import Type, wrap
from customs_app.language.labels import label
from customs_app.language.numbers import number
from customs_app.language.words import Words

_LEFT, _RIGHT, _MARGIN = 58.0, 132.0, 12.0
_LEAST_PLOT = 150.0
_SMALL = 10.5


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn and with what: `before` is the chain as it is where `chain` has steps struck out.

    `by_step`: the steps have their names below the axis, else the blocks.
    """

    chain: Chain
    before: Chain | None
    struck: frozenset[str]
    style: Style
    by_step: bool = False

    @property
    def base(self) -> Chain:
        """The chain that has all steps: that of the axis."""
        if self.before is None:
            return self.chain
        known = {point.step_id for point in self.before.points}
        return self.before if all(p.step_id in known for p in self.chain.points) else self.chain


def chart_picture(
    chart: Chart, title: str, below: str, width: float, height: float, *, titled: bool
) -> Picture:
    """The chart about as large as asked: wider where its steps need it, higher where its words do."""
    palette = chart.style.palette
    axis = axis_of(chart.base, _LEFT, width - _LEFT - _RIGHT)
    whole = axis.right + _RIGHT
    head = (
        heading(title, below, whole - 2 * _MARGIN, palette, chart.style.measure) if titled else Block((), 0.0)
    )
    names, deep = (draw_steps if chart.by_step else draw_names)(axis, chart.style)
    signs = key(chart.base, chart.chain, whole - 2 * _MARGIN, chart.style)
    top = _MARGIN + head.height + 8
    fixed = top + MARKS + deep + 8 + signs.height + _MARGIN
    length = max(_LEAST_PLOT, height - fixed)
    bottom = top + length
    known = [chart.chain, *([chart.before] if chart.before else [])]
    rises = scale(max(known_most(one.totals.elapsed) for one in known), length)
    shapes = [
        *moved(head.shapes, _MARGIN, _MARGIN),
        *_plot(chart, axis, rises, top),
        *draw_marks(chart.base, axis, bottom + 9, chart.style, chart.struck),
        *moved(names, 0, bottom + MARKS),
        *moved(signs.shapes, _MARGIN, bottom + MARKS + deep + 8),
    ]
    drawing = Drawing(whole, bottom + MARKS + deep + 8 + signs.height + _MARGIN, tuple(shapes), title)
    spots = _hotspots(chart, axis, top, bottom, deep)
    return Picture(title, drawing, spots, table_of(chart.chain, chart.style.words), palette.base, _LEFT)


def _plot(chart: Chart, axis: Axis, rises: Scale, top: float) -> list[Shape]:
    palette = chart.style.palette
    bottom = top + rises.length

    def height(hours: float) -> float:
        return bottom - rises.at(hours)

    area = Rect(axis.left, top, axis.right, bottom)
    free = FreePlaces(area)
    ends: tuple[End, ...] = (least, typical, most)
    lines = {end: curve(chart.chain.points, axis, end, height) for end in ends}
    old = curve(chart.before.points, axis, typical, height) if chart.before is not None else ()
    for line in (*lines.values(), old):
        free.take_line(line)
    field = Field(axis, height, top, free)
    grounds, reasons = gap_reasons(field, bottom, chart.style)
    return [
        *_grid(chart, axis, rises, top),
        *gap_columns(axis, (top, bottom), chart.style),
        *_band(lines[least], lines[most], axis, palette),
        *grounds,
        *([Line(old, Pen(palette.text3, 1.6, (3.0, 2.0)))] if old else []),
        *_lines(lines, chart),
        *reasons,
        *counted_once(chart.chain, field, chart.style),
        *figure_labels(chart.chain, _procedure(chart.chain), field, chart.style),
        *_ends(chart, axis, height, (top, bottom)),
    ]


def _lines(lines: Mapping[End, tuple[Point, ...]], chart: Chart) -> list[Shape]:
    """Least and most thin, the typical thick on top; the most is dashed where legal limits are in it."""
    ink = chart.style.palette.charts[0]
    limits = chart.chain.totals.limits > 0
    pens = (
        (least, Pen(ink, 1.0)),
        (most, Pen(ink, 1.1, (5.0, 3.0) if limits else ())),
        (typical, Pen(ink, 2.6)),
    )
    return [Line(lines[end], pen) for end, pen in pens if lines[end]]


def _procedure(chain: Chain) -> Callable[[str], FullProcedure]:
    known = {block.block.key: block.block.procedure for block in chain.blocks}

    def found(key: str) -> FullProcedure:
        full = known[key]
        if full is None:  # a point is a step of a procedure
            raise ValueError(key)
        return full

    return found


def _grid(chart: Chart, axis: Axis, rises: Scale, top: float) -> list[Shape]:
    palette, words = chart.style.palette, chart.style.words
    bottom = top + rises.length
    shapes: list[Shape] = []
    for value in rises.ticks():
        y = bottom - rises.at(value)
        shapes.append(Line(((axis.left, y), (axis.right, y)), Pen(palette.line, 1.0)))
        text = number(value, words.language)
        if value == rises.top:
            text = words.text("{hours} h", hours=text)
        shapes.append(Glyph(text, axis.left - 8, y, _SMALL, palette.text2, anchor="end"))
    for _, stretch in axis.blocks[1:]:
        shapes.append(Line(((stretch.left, top), (stretch.left, bottom + MARKS)), Pen(palette.line2, 1.0)))
    frame = ((axis.left, top), (axis.left, bottom), (axis.right, bottom), (axis.right, top))
    return [*shapes, Line(frame, Pen(palette.line2, 1.0))]


def _band(low: tuple[Point, ...], high: tuple[Point, ...], axis: Axis, palette: Palette) -> list[Shape]:
    """What lies between the least and the most, the gaps left open."""
    if not low or not high or palette.outlined:
        return []
    fill = mixed(palette.charts[0], palette.base, 0.14)
    shapes: list[Shape] = []
    left = axis.left
    for column in [*(stretch for _, stretch in axis.gaps), Stretch(axis.right, axis.right)]:
        if column.left > left:
            upper, lower = _between(high, left, column.left), _between(low, left, column.left)
            shapes.append(Polygon((*upper, *reversed(lower)), fill))
        left = column.right
    return shapes


def _between(line: tuple[Point, ...], left: float, right: float) -> tuple[Point, ...]:
    """The part of a line in steps between two places."""
    inner = [point for point in line if left < point[0] < right]
    start = next(y for x, y in reversed(line) if x <= left)
    end = inner[-1][1] if inner else start
    return ((left, start), *inner, (right, end))


def _ends(
    chart: Chart, axis: Axis, height: Callable[[float], float], plot: tuple[float, float]
) -> list[Shape]:
    """What the lines come to, at their right ends, apart from each other."""
    words, palette, totals = chart.style.words, chart.style.palette, chart.chain.totals
    ends: list[tuple[float, list[tuple[str, bool]]]] = []
    hours = totals.elapsed
    if hours.typ is not None and hours.min == hours.max:
        only = words.text("{hours} h", hours=number(hours.typ, words.language))
        return _stacked([(height(hours.typ), [(only, True)])], axis.right + 8, plot, palette)
    if hours.max is not None:
        lines = [
            (words.text("{hours} h at most", hours=number(hours.max, words.language)), hours.typ is None)
        ]
        if totals.limits:
            limits = words.count("with {n} legal limit", "with {n} legal limits", totals.limits)
            lines += [
                (line, False) for line in wrap(limits, _RIGHT - 14, Type(_SMALL), chart.style.measure).lines
            ]
        ends.append((height(hours.max), lines))
    if hours.typ is not None:
        typical_ = words.text("{hours} h typical", hours=number(hours.typ, words.language))
        ends.append((height(hours.typ), [(typical_, True)]))
    if hours.min is not None:
        least_ = words.text("{hours} h at least", hours=number(hours.min, words.language))
        ends.append((height(hours.min), [(least_, False)]))
    if not ends:
        ends.append((height(0.0), [(words.text("no time known"), False)]))
    return _stacked(ends, axis.right + 8, plot, palette)


def _stacked(
    ends: list[tuple[float, list[tuple[str, bool]]]], x: float, plot: tuple[float, float], palette: Palette
) -> list[Shape]:
    """Labels from the top downwards, each at its height or below the one above it."""
    leading = 14.0
    tops: list[float] = []
    y = plot[0] - leading / 2
    for wanted, lines in ends:
        y = max(y, wanted - leading / 2)
        tops.append(y)
        y += leading * len(lines)
    over = max(0.0, y - (plot[1] + leading / 2))
    floor = plot[1] + leading / 2
    for i in range(len(tops) - 1, -1, -1):
        if over:
            floor -= leading * len(ends[i][1])
            tops[i] = min(tops[i], floor)
    shapes: list[Shape] = []
    for top, (_, lines) in zip(tops, ends, strict=True):
        for i, (line, bold) in enumerate(lines):
            ink = palette.charts[0] if bold else palette.text2
            at = top + leading * (i + 0.5)
            shapes.append(Glyph(line, x, at, _SMALL, ink, bold=bold, anchor="start"))
    return shapes


def _hotspots(chart: Chart, axis: Axis, top: float, bottom: float, deep: float) -> tuple[Hotspot, ...]:
    words = chart.style.words
    found: list[Hotspot] = []
    end = bottom + MARKS + deep
    for block, stretch in axis.blocks:
        said = [
            block_name(block, words),
            chart.style.country(block.block.country),
            words.say(block.block.why),
        ]
        spot = Hotspot(
            stretch.left, top, stretch.width, end - top, About.BLOCK, block.block.key, "\n".join(said)
        )
        found.append(spot)
    procedure = _procedure(chart.base)
    once = {one.not_again: one.message for one in chart.base.counted_once if one.hours is not None}
    for point in axis.points:
        slot = axis.slots[place_of(point)]
        full = procedure(point.block_key)
        said_ = point_tooltip(point, full, once, words)
        if point.step_id in chart.struck:
            said_ = f"{said_}\n{words.text('Left out here.')}"
        country = full.procedure.country
        found.append(
            Hotspot(
                slot.left, top, slot.width, bottom + MARKS - top, About.STEP, point.step_id, said_, country
            )
        )
    for gap, stretch in axis.gaps:
        said_gap = words.say(gap.message)
        found.append(
            Hotspot(stretch.left, top, stretch.width, bottom - top, About.GAP, gap.block_key, said_gap)
        )
    return tuple(found)


def case_line(chain: Chain, words: Words) -> str:
    """Which case it is, and how many of its steps have a time."""
    known = chain.totals.time_covered
    covered = words.text("{n} of {of} steps with a time", n=known.n, of=known.of)
    return f"{label(chain.case.kind, words)} · {covered}"
