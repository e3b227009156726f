"""The boxes of a diagram: number and title of a step, its channel, time, documents, and signs on its edge."""

from collections.abc import Sequence
from dataclasses import dataclass

from customs_app.domain.procedure import Step
from customs_app.figures.compose import inside
from customs_app.figures.figure_text import time_text
from customs_app.figures.icon_shapes import CHANNEL_ICONS, icon_drawing
from customs_app.figures.shapes import Drawing, Glyph, Line, Pen, Point, Polygon, Shape, rectangle
from customs_app.figures.signs import verdict_sign
from customs_app.figures.style import Style
from customs_app.figures.swimlane.look import INSET, STRADDLE, Told
from customs_app.figures.wrapping import Type, elide, wrap

MOST_LINES = 8
_FOOT = 15.0
_END = 6.0
_SIGN = 15.0
_SMALL = 9.5
_TAG = 13.0


@dataclass(frozen=True, slots=True)
class Box:
    """A step with its title in lines, and how high it must be at the least."""

    step: Step
    lines: tuple[str, ...]
    height: float


def box_of(step: Step, told: Told, style: Style) -> Box:
    """A step as a box, its title wrapped."""
    lines = wrap(
        f"{step.seq} {step.title[style.words.language]}",
        told.sizes.box - 2 * INSET - 2, style.type, style.measure, most=MOST_LINES,
    ).lines  # fmt: skip
    return Box(step, lines, STRADDLE + len(lines) * style.leading + _FOOT + _END)


def draw_box(box: Box, at: Point, height: float, told: Told, style: Style) -> list[Shape]:
    """A box with its upper left corner at a point."""
    x, y = at
    shapes = _frame(box.step, at, height, told, style)
    shapes += _title(box, at, told, style)
    if box.step.id not in told.gone:
        shapes += _foot(box.step, (x + INSET, y + height - _END - _FOOT / 2), told, style)
        shapes += _chips(box.step, at, told, style)
        shapes += _signs(box.step, (x + told.sizes.box - INSET, y), told, style)
    return shapes


def _frame(step: Step, at: Point, height: float, told: Told, style: Style) -> list[Shape]:
    palette = style.palette
    x, y = at
    if step.id in told.gone:
        pen = Pen(palette.bad, 1.0, (2.0, 3.0))
        return [rectangle(x, y, told.sizes.box, height, fill=palette.base, pen=pen)]
    on_path = step.id in told.path
    ink = palette.accent if on_path else palette.text3
    fill = palette.base
    if step.id in told.hit:
        ink, fill = palette.bad, palette.badbg
    elif step.id in told.new:
        ink, fill = palette.good, palette.goodbg
    pen = Pen(ink, 2.0 if on_path else 1.1, (5.0, 3.0) if told.optional(step) else ())
    shapes: list[Shape] = [rectangle(x, y, told.sizes.box, height, fill=fill, pen=pen)]
    activity = style.reference.activities.get(step.activity)
    if activity is not None:
        shapes.append(rectangle(x + 1.5, y + 3, 3, height - 6, fill=palette.stage[activity.stage]))
    return shapes


def _title(box: Box, at: Point, told: Told, style: Style) -> list[Shape]:
    palette = style.palette
    x, y = at[0] + INSET, at[1] + STRADDLE + style.leading / 2
    gone = box.step.id in told.gone
    ink = palette.bad if gone else palette.text if box.step.id in told.taken else palette.text2
    size = style.type.size
    number = str(box.step.seq)
    shapes: list[Shape] = [Glyph(number, x, y, size, ink, bold=True, anchor="start")]
    for i, line in enumerate(box.lines):
        shown, left = (line, x) if i else (line[len(number) :].lstrip(), x + _after(number, style))
        at_y = y + i * style.leading
        if shown:
            shapes.append(Glyph(shown, left, at_y, size, ink, anchor="start"))
        if gone:
            right = left + style.width(shown, size)
            shapes.append(Line(((x, at_y), (right, at_y)), Pen(palette.bad, 1.0)))
    return shapes


def _after(number: str, style: Style) -> float:
    return style.width(number, style.type.size, bold=True) + style.width(" ", style.type.size)


def _foot(step: Step, at: Point, told: Told, style: Style) -> list[Shape]:
    """Channel and time at the left, letters of documents at the right."""
    palette = style.palette
    x, y = at
    shapes: list[Shape] = []
    if step.channel is not None:
        icon = icon_drawing(CHANNEL_ICONS[step.channel], palette.text2)
        shapes += inside(icon, x, y - 6, 12.0)
        x += 16
    end = at[0] + told.sizes.box - 2 * INSET
    tags = _tags(told.tags.get(step.id, ()), (end, y), end - x - 34, style)
    room = (end if not tags else min(_left(tag) for tag in tags) - 6) - x
    text = elide(time_text(told.times[step.id], told.full, style.words), room, Type(_SMALL), style.measure)
    ink = palette.text2 if told.times[step.id].covered else palette.text3
    shapes.append(Glyph(text, x, y, _SMALL, ink, anchor="start"))
    return shapes + tags


def _left(shape: Shape) -> float:
    return min(x for x, _ in shape.points) if isinstance(shape, Polygon) else float("inf")


def _tags(letters: Sequence[str], end: Point, room: float, style: Style) -> list[Shape]:
    """Letters in small frames that end at a point; `+3` stands for those that find no room."""
    fit = max(int((room - 1) // (_TAG + 2)), 1)
    shown = list(letters)
    if len(letters) > fit:
        shown = [*letters[: fit - 1], f"+{len(letters) - fit + 1}"]
    shapes: list[Shape] = []
    x = end[0]
    for letter in reversed(shown):
        width = max(_TAG, style.width(letter, 8.5, bold=True) + 4)
        x -= width
        shapes += tag(letter, x, end[1], width, style)
        x -= 2
    return shapes


def tag(letter: str, x: float, y: float, width: float, style: Style) -> list[Shape]:
    """A letter in a frame, its left edge at x and its middle at y."""
    palette = style.palette
    frame = rectangle(x, y - _TAG / 2, width, _TAG, fill=palette.base, pen=Pen(palette.warn, 1.0))
    return [frame, Glyph(letter, x + width / 2, y, 8.5, palette.warn, bold=True)]


def _chips(step: Step, at: Point, told: Told, style: Style) -> list[Shape]:
    """On the upper edge: `if`, and the choice of which the step is one option."""
    palette = style.palette
    x, y = at[0] + INSET, at[1]
    shapes: list[Shape] = []
    if step.condition is not None:
        text = style.words.text("if")
        width = style.width(text, _SMALL) + 8
        shapes.append(rectangle(x, y - 6.5, width, 13, fill=palette.base, pen=Pen(palette.text3, 1.0)))
        shapes.append(Glyph(text, x + width / 2, y, _SMALL, palette.text))
        x += width + 4
    if step.id in told.choices:
        drawn = choice_sign(*told.choices[step.id], style)
        shapes.append(rectangle(x - 1, y - 6.5, drawn.width + 2, 13, fill=palette.base))
        shapes += inside(drawn, x, y - drawn.height / 2, drawn.height)
    return shapes


def choice_sign(number: int, option: str, style: Style) -> Drawing:
    """The sign of one option of a choice: a diamond, the number of the choice, the letter of the option."""
    palette = style.palette
    text = f"{number}{option}"
    width = style.width(text, _SMALL, bold=True)
    diamond = Polygon(
        ((6, 1), (11, 6), (6, 11), (1, 6)),
        None if palette.outlined else palette.accentbg,
        Pen(palette.accent, 1.2),
    )
    letters = Glyph(text, 14, 6, _SMALL, palette.accent, bold=True, anchor="start")
    return Drawing(14 + width, 12, (diamond, letters))


def _signs(step: Step, corner: Point, told: Told, style: Style) -> list[Shape]:
    """The verdicts of reviewers on the upper edge, right; each verdict once, at most four."""
    shapes: list[Shape] = []
    x, y = corner
    marks = {(mark.verdict, bool(mark.stale)): mark for mark in told.marks.get(step.id, ())}
    for verdict, stale in reversed(list(marks)[:4]):
        x -= _SIGN
        shapes.append(rectangle(x - 1, y - _SIGN / 2, _SIGN + 2, _SIGN, fill=style.palette.base))
        sign = verdict_sign(verdict, style.palette, style.words, stale=stale)
        shapes += inside(sign, x, y - _SIGN / 2, _SIGN)
        x -= 2
    return shapes
