"""The legend of a chart of time step by step: only what occurs in it."""

from customs_app.analysis.corridor.result import Chain
from customs_app.analysis.counting import Counting
from customs_app.figures.compose import hatching, mixed
from customs_app.figures.legend import Block, Entry, legend
from customs_app.figures.shapes import Circle, Drawing, Line, Pen, Polygon, Shape, rectangle
from customs_app.figures.style import Style

_SIGN = 16.0


def key(base: Chain, chain: Chain, width: float, style: Style) -> Block:
    """What lines and signs mean; `base` is the chain of the axis, `chain` the one whose lines are drawn."""
    entries = [*_lines(base, chain, style), *_signs(base, style)]
    return legend(entries, width, style.palette, style.measure)


def _lines(base: Chain, chain: Chain, style: Style) -> list[Entry]:
    palette, words = style.palette, style.words
    ink = palette.charts[0]
    hours = chain.totals.elapsed
    found: list[Entry] = []
    if hours.typ is not None:
        found.append(Entry(_drawn(24, Line(((0, 8), (24, 8)), Pen(ink, 2.6))), words.text("typical")))
    if base is not chain:
        old = Line(((0, 8), (24, 8)), Pen(palette.text3, 1.6, (3.0, 2.0)))
        found.append(Entry(_drawn(24, old), words.text("typical today")))
    if hours.min is not None and hours.max is not None and hours.min != hours.max:
        fill = rectangle(0, 3, 20, 10, fill=mixed(ink, palette.base, 0.14), pen=Pen(ink, 0.8))
        found.append(Entry(_drawn(20, fill), words.text("least to most")))
    if chain.totals.limits:
        dashed = Line(((0, 8), (24, 8)), Pen(ink, 1.1, (5.0, 3.0)))
        found.append(Entry(_drawn(24, dashed), words.text("most, with legal limits in it")))
    return found


def _signs(chain: Chain, style: Style) -> list[Entry]:
    palette, words = style.palette, style.words
    ink = palette.charts[0]
    states = {point.state for point in chain.points}
    found: list[Entry] = []
    if chain.spans:
        pen = Pen(palette.warn, 1.4)
        bracket = Line(((1, 4), (1, 11), (21, 11), (21, 4)), pen)
        found.append(Entry(_drawn(22, bracket), words.text("one figure for these steps")))
    if states & {Counting.OWN, Counting.AGGREGATE}:
        found.append(Entry(_drawn(8, rectangle(1, 5, 6, 6, fill=ink)), words.text("timed")))
    if Counting.LIMIT in states:
        frame = rectangle(1, 5, 6, 6, pen=Pen(ink, 1.0, (1.6, 1.2)))
        found.append(Entry(_drawn(8, frame), words.text("limit")))
    if Counting.UNKNOWN in states:
        circle = Circle(4, 8, 2.7, None, Pen(palette.text3, 1.0))
        found.append(Entry(_drawn(8, circle), words.text("unknown")))
    if any(point.same_as for point in chain.points):
        diamond = Polygon(((5, 3), (10, 8), (5, 13), (0, 8)), palette.base, Pen(palette.warn, 1.2))
        found.append(Entry(_drawn(11, diamond), words.text("counted on the other side of the border")))
    if chain.gaps:
        faint = Pen(mixed(palette.warn, palette.base, 0.5), 0.8)
        frame = rectangle(0.5, 2, 14, 12, pen=Pen(palette.warn, 1.0, (3.0, 2.0)))
        found.append(Entry(_drawn(15, frame, *hatching((0.5, 2, 14, 12), faint, 4.0)), words.text("gap")))
    return found


def _drawn(width: float, *shapes: Shape) -> Drawing:
    return Drawing(width, _SIGN, shapes)
