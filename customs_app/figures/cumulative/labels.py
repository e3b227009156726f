"""Words inside a chart of time step by step, where they cover nothing; what finds no place is left out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from customs_app.analysis.corridor.result import Chain, ChainPoint
from customs_app.domain.procedure import FullProcedure
from customs_app.figures.cumulative.axis import Axis, Place, place_of
from customs_app.figures.cumulative.curves import End, most, typical
from customs_app.figures.cumulative.told import point_text
from customs_app.figures.free_places import FreePlaces, Rect
from customs_app.figures.shapes import Glyph, Line, Pen, Point, Polygon, Shape
from customs_app.figures.style import Style
from customs_app.figures.wrapping import Type, elide

_TYPE = Type(10.5)
_HEIGHT = 14.0
_WIDEST = 190.0
_WORTH, _WORTH_LIMIT = 0.03, 0.08
"""A rise of this part of the scale gets a label, in the typical line and in that of the most."""


@dataclass(frozen=True, slots=True)
class Field:
    """The plot: its axis, the height of a number of hours, its top, and what is taken of it."""

    axis: Axis
    height: Callable[[float], float]
    top: float
    free: FreePlaces


def figure_labels(
    chain: Chain, full: Callable[[str], FullProcedure], field: Field, style: Style
) -> list[Shape]:
    """The figures of the steps that add most, the largest first."""
    jumps = [*_jumps(chain, field, typical, _WORTH), *_jumps(chain, field, most, _WORTH_LIMIT)]
    shapes: list[Shape] = []
    seen: set[Place] = set()
    for _, point, y in sorted(jumps, key=lambda jump: -jump[0]):
        place = place_of(point)
        if place in seen:
            continue
        seen.add(place)
        procedure = full(point.block_key)
        step = procedure.step(point.step_id)
        figure = point_text(point, procedure, style.words)
        texts = (f"{figure} {step.title[style.words.language]}", figure)
        shapes += _label(texts, (field.axis.slots[place].middle, y), field, style)
    return shapes


def _jumps(chain: Chain, field: Field, end: End, worth: float) -> list[tuple[float, ChainPoint, float]]:
    """Where a line rises by a part of the scale worth a label: that part, the point, its new height."""
    found: list[tuple[float, ChainPoint, float]] = []
    before = 0.0
    whole = max(field.height(0.0) - field.top, 1.0)
    for point in chain.points:
        value = end(point.cumulative)
        if value is not None and value > before and place_of(point) in field.axis.slots:
            rise = (field.height(before) - field.height(value)) / whole
            if rise >= worth:
                found.append((rise, point, field.height(value)))
            before = value
    return found


def counted_once(chain: Chain, field: Field, style: Style) -> list[Shape]:
    """A diamond on the line where a time that stands on both sides of a border is not counted again."""
    palette, words = style.palette, style.words
    shapes: list[Shape] = []
    by_step = {point.step_id: point for point in chain.points}
    for once in chain.counted_once:
        point = by_step.get(once.not_again)
        if point is None or once.hours is None or place_of(point) not in field.axis.slots:
            continue
        slot = field.axis.slots[place_of(point)]
        x, y = slot.middle, field.height(point.cumulative.typ or 0.0)
        pen = Pen(palette.warn, 1.3)
        text = words.text("same figure, counted once")
        wide = style.width(text, _TYPE.size, bold=True)
        place = field.free.first_free(_above(x, y, wide))
        if place is not None:
            leader = ((x, y), (x, place.bottom))
            field.free.take_line(leader)
            shapes.append(Line(leader, Pen(palette.warn, 1.0, (1.5, 2.0))))
            at = (place.top + place.bottom) / 2
            shapes.append(Glyph(text, place.left, at, _TYPE.size, palette.warn, bold=True, anchor="start"))
        corners = ((x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y))
        shapes.append(Polygon(corners, palette.base, pen))
    return shapes


def _above(x: float, y: float, wide: float) -> Iterator[Rect]:
    for rise in range(26, 180, 8):
        for left in (x - wide / 2, x - 8, x - wide + 8):
            yield Rect(left, y - rise - _HEIGHT, left + wide, y - rise)


def _label(texts: Sequence[str], at: Point, field: Field, style: Style) -> list[Shape]:
    """The first of the texts that finds a place; none where none does."""
    x, y = at
    for text in texts:
        shown = elide(text, _WIDEST, _TYPE, style.measure)
        place = field.free.first_free(_beside(x, y, style.width(shown, _TYPE.size)))
        if place is not None:
            middle = (place.top + place.bottom) / 2
            return [Glyph(shown, place.left, middle, _TYPE.size, style.palette.text, anchor="start")]
    return []


def _beside(x: float, y: float, wide: float) -> Iterator[Rect]:
    """Left of the jump near its upper end, then right of it, below the line first, then above."""
    for shift in (2, 10, 18, 28, 40):
        yield Rect(x - wide - 6, y + shift, x - 6, y + shift + _HEIGHT)
        yield Rect(x + 6, y + shift + 2, x + 6 + wide, y + shift + 2 + _HEIGHT)
        yield Rect(x - wide - 6, y - shift - _HEIGHT, x - 6, y - shift)
        yield Rect(x + 6, y - shift - _HEIGHT - 2, x + 6 + wide, y - shift - 2)
