"""Below the axis: how each step counts, which steps share one figure, and the names of the blocks."""

from collections.abc import Collection

from customs_app.analysis.corridor.result import Chain, ChainBlock, ChainPoint
from customs_app.analysis.counting import Counting
from customs_app.figures.cumulative.axis import Axis, Place, Stretch, place_of
from customs_app.figures.shapes import Circle, Glyph, Line, Pen, Point, Polygon, Shape, rectangle
from customs_app.figures.style import Style
from customs_app.figures.tokens import Palette
from customs_app.figures.wrapping import Type, wrap
from customs_app.language.corridor_names import role_name
from customs_app.language.words import Words

MARKS = 22.0
"""Height that marks and brackets take."""
_NAME = Type(10.5)
_STEP = Type(10.0)
_STEP_LEADING = 13.0
_LONGEST = 170.0
_LEADING = 14.0
_MOST_LINES = 3


def mark(point: ChainPoint, at: Point, size: float, palette: Palette) -> list[Shape]:
    """The sign of one step about a point."""
    (x, y), ink = at, palette.charts[0]
    half = size / 2
    if point.same_as is not None:
        corners = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
        return [Polygon(corners, palette.base, Pen(palette.warn, 1.2))]
    match point.state:
        case Counting.OWN | Counting.AGGREGATE:
            return [rectangle(x - half, y - half, size, size, fill=ink)]
        case Counting.LIMIT:
            return [rectangle(x - half, y - half, size, size, pen=Pen(ink, 1.0, (1.6, 1.2)))]
        case Counting.INSIDE:
            return [Circle(x, y, 1.1, palette.text3)]
        case Counting.UNKNOWN:
            return [Circle(x, y, half * 0.9, None, Pen(palette.text3, 1.0))]
        case _:
            return [Line(((x - half, y), (x + half, y)), Pen(palette.text3, 1.2))]


def draw_marks(chain: Chain, axis: Axis, y: float, style: Style, struck: Collection[str]) -> list[Shape]:
    """The signs of all steps on one line at y, brackets of shared figures under them."""
    palette = style.palette
    shapes: list[Shape] = []
    for point in axis.points:
        slot = axis.slots[place_of(point)]
        size = min(6.0, slot.width * 0.75)
        if point.step_id in struck:
            pen = Pen(palette.bad, 1.4)
            shapes.append(Line(((slot.middle - 3, y + 3), (slot.middle + 3, y - 3)), pen))
            shapes.append(Line(((slot.middle - 3, y - 3), (slot.middle + 3, y + 3)), pen))
        else:
            shapes += mark(point, (slot.middle, y), size, palette)
    return shapes + _brackets(chain, axis, y + 7, palette)


def _brackets(chain: Chain, axis: Axis, y: float, palette: Palette) -> list[Shape]:
    """One bracket for each figure of several steps; where two would meet the second hangs lower."""
    pen = Pen(palette.warn, 1.4)
    shapes: list[Shape] = []
    ends: list[float] = []
    for span in chain.spans:
        places = [Place(span.block_key, step_id) for step_id in span.steps]
        slots = sorted(axis.slots[place].middle for place in places if place in axis.slots)
        if len(slots) < 2:
            continue
        level = next((i for i, end in enumerate(ends) if end < slots[0] - 2), len(ends))
        ends[level : level + 1] = [slots[-1]]
        low = y + 4 + 4 * min(level, 2)
        shapes.append(Line(((slots[0], y), (slots[0], low), (slots[-1], low), (slots[-1], y)), pen))
        shapes += [Line(((x, low - 2.5), (x, low)), pen) for x in slots[1:-1]]
    return shapes


def name_lines(block: ChainBlock, stretch: Stretch, style: Style) -> tuple[str, ...]:
    """The name of a block in lines that its stretch of the axis holds."""
    return wrap(
        block_name(block, style.words), stretch.width - 8, _NAME, style.measure, most=_MOST_LINES
    ).lines


def block_name(block: ChainBlock, words: Words) -> str:
    """A block's country and what stands there."""
    full = block.block.procedure
    if full is not None:
        return f"{block.block.country} {full.procedure.title[words.language]}"
    places = [leg.name[words.language] for leg in block.block.places if leg.name is not None]
    return " ".join([block.block.country, *(places[:1] or [role_name(block.block.role, words)])])


def draw_names(axis: Axis, style: Style) -> tuple[list[Shape], float]:
    """The names of the blocks under their stretches, from the height 0, and how high they are."""
    shapes: list[Shape] = []
    deepest = 1
    for block, stretch in axis.blocks:
        lines = name_lines(block, stretch, style)
        deepest = max(deepest, len(lines))
        for i, line in enumerate(lines):
            at = _LEADING * (i + 0.5)
            shapes += _name(line, (stretch.left + 4, at), style, first=i == 0)
    return shapes, deepest * _LEADING


def draw_steps(axis: Axis, style: Style) -> tuple[list[Shape], float]:
    """Numbers and titles of the steps, written upwards to the axis, with the colours of their stages."""
    palette = style.palette
    full = {block.block.key: block.block.procedure for block, _ in axis.blocks}
    shapes: list[Shape] = []
    deepest = 12.0
    for point in axis.points:
        slot, procedure = axis.slots[place_of(point)], full[point.block_key]
        if procedure is None:
            continue
        step = procedure.step(point.step_id)
        activity = style.reference.activities.get(step.activity)
        if activity is not None:
            shapes.append(rectangle(slot.left, 0, slot.width, 4, fill=palette.stage[activity.stage]))
        if slot.width < _STEP.size + 1:
            continue
        text = f"{step.seq} {step.title[style.words.language]}"
        most = min(3, int(slot.width // _STEP_LEADING))
        lines = wrap(text, _LONGEST, _STEP, style.measure, most=max(1, most)).lines
        for i, line in enumerate(lines):
            deepest = max(deepest, 10 + style.width(line, _STEP.size))
            x = slot.middle + (i - (len(lines) - 1) / 2) * _STEP_LEADING
            shapes.append(Glyph(line, x, 10, _STEP.size, palette.text2, anchor="end", turned=True))
    return shapes, deepest


def _name(line: str, at: Point, style: Style, *, first: bool) -> list[Shape]:
    """A line of a name; the country at the beginning of the first stands out."""
    (x, y), palette = at, style.palette
    country, _, rest = line.partition(" ")
    if not first or len(country) != 2:
        return [Glyph(line, x, y, _NAME.size, palette.text2, anchor="start")]
    after = x + style.width(country, _NAME.size) + style.width(" ", _NAME.size) + 0.6
    bold = Glyph(country, x, y, _NAME.size - 0.5, palette.text, bold=True, anchor="start")
    return [bold, Glyph(rest, after, y, _NAME.size, palette.text2, anchor="start")] if rest else [bold]
