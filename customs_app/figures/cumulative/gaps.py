"""Hatched columns of a chart for pieces of the journey of which nothing is known."""

from collections.abc import Iterator

from customs_app.figures.compose import hatching, mixed
from customs_app.figures.cumulative.axis import Axis, Stretch
from customs_app.figures.cumulative.labels import Field
from customs_app.figures.free_places import Rect
from customs_app.figures.shapes import Glyph, Line, Pen, Shape, rectangle
from customs_app.figures.style import Style
from customs_app.figures.wrapping import Type, elide
from customs_app.language.corridor_names import gap_name

_SIZE = 10.5


def gap_columns(axis: Axis, plot: tuple[float, float], style: Style) -> list[Shape]:
    """The columns themselves, from the top of the plot to its bottom."""
    palette = style.palette
    top, bottom = plot
    faint = mixed(palette.warn, palette.base, 0.35)
    shapes: list[Shape] = []
    for _, stretch in axis.gaps:
        shapes.append(rectangle(stretch.left, top, stretch.width, bottom - top, fill=palette.base))
        shapes += hatching((stretch.left, top, stretch.width, bottom - top), Pen(faint, 0.8))
        for x in (stretch.left, stretch.right):
            shapes.append(Line(((x, top), (x, bottom)), Pen(palette.warn, 1.0, (3.0, 2.0))))
    return shapes


def gap_reasons(field: Field, bottom: float, style: Style) -> tuple[list[Shape], list[Shape]]:
    """Why nothing is known, written upwards in each column, if there is room where no line runs.

    First the grounds of the words, which belong below the lines of the chart, then the words.
    """
    palette = style.palette
    grounds: list[Shape] = []
    said: list[Shape] = []
    for gap, stretch in field.axis.gaps:
        text = elide(gap_name(gap.kind, style.words), bottom - field.top - 12, Type(_SIZE), style.measure)
        wide = style.width(text, _SIZE) + 6
        place = field.free.first_free(_places(stretch, wide, field.top, bottom))
        low = place.bottom if place is not None else bottom - 3
        grounds.append(rectangle(stretch.middle - 6.5, low - wide, 13, wide, fill=palette.base))
        ink = palette.warn
        said.append(Glyph(text, stretch.middle, low - 3, _SIZE, ink, anchor="start", turned=True))
        field.free.take(Rect(stretch.left, field.top, stretch.right, bottom))
    return grounds, said


def _places(stretch: Stretch, wide: float, top: float, bottom: float) -> Iterator[Rect]:
    low = bottom - 3
    while low - wide >= top:
        yield Rect(stretch.middle - 6.5, low - wide, stretch.middle + 6.5, low)
        low -= 6
