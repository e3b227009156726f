"""Paints one step of an opened row: its number and title, and below them what it rests on and its figure."""

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter

from customs_app.figures.figure_text import ABSENT, UNKNOWN
from customs_app.figures.icon_shapes import CHANNEL_ICONS
from customs_app.figures.tokens import Palette
from customs_app.language.words import Words
from customs_app.ui.compare.cell_painter import paint_evidence
from customs_app.ui.compare.step_looks import StepLook
from customs_app.ui.widgets.painting import PADDING, Types, colour_of, paint_grid, paint_sign_icon, paint_tag
from customs_app.ui.widgets.painting import tag_width as width_of_tag
from customs_app.ui.widgets.wrapped_text import Wrapped

_LINES = 3
_FOOT = 20
_ICON = 13
_GAP = 4


class StepPainter:
    """A cell is as wide as its column, and as high as three lines of its title and a line below them."""

    def __init__(self, palette: Palette, words: Words, types: Types) -> None:
        self._colours, self._words, self._types = palette, words, types
        self._if = words.text("if")
        self._title = Wrapped(types.small.font, _LINES)

    @property
    def height(self) -> int:
        """The height of a row of steps."""
        return self._title.height + _FOOT + 2 * _GAP

    def needed(self, look: StepLook) -> int:
        """The width in which the line below the title is whole."""
        return self._foot_width(look) + 2 * PADDING + 1

    def key(self, look: StepLook) -> tuple[object, ...]:
        """What makes two steps look alike."""
        signs = (look.channel, look.evidence, look.conditional, look.outside)
        return (look.number, look.title, look.figure, *signs)

    def paint(self, painter: QPainter, rect: QRect, look: StepLook | None, *, chosen: bool) -> None:
        """Paint a step with its ground and grid; None is a country that has no more."""
        colours, types = self._colours, self._types
        painter.fillRect(rect, colour_of(colours.sel if chosen else colours.panel))
        paint_grid(painter, rect, colours.line)
        if look is None:
            x = rect.x() + (rect.width() - types.plain.width(ABSENT)) / 2
            ink = colours.on_sel if chosen else colours.text3
            types.plain.draw(painter, x, rect.y() + rect.height() / 2, ABSENT, ink)
            return
        soft = colours.on_sel if chosen else colours.text2
        ink = colours.on_sel if chosen else colours.text2 if look.outside else colours.text
        at = QPointF(rect.x() + PADDING, rect.y() + _GAP)
        text = f"{look.number} {look.title}"
        self._title.draw(painter, at, text, rect.width() - 2 * PADDING, ink)
        middle = rect.bottom() - _GAP - _FOOT / 2
        self._foot(painter, rect.x() + PADDING, middle, look, soft, chosen=chosen)
        faint = look.figure == UNKNOWN and not chosen
        figure = types.small.fitted(look.figure, rect.width() - 2 * PADDING - self._signs_width(look))
        x = rect.right() - PADDING - types.small.width(figure)
        types.small.draw(painter, x, middle, figure, colours.text3 if faint else ink)

    def _foot(
        self, painter: QPainter, x: float, middle: float, look: StepLook, ink: str, *, chosen: bool
    ) -> None:
        types, colours = self._types, self._colours
        if look.channel is not None:
            paint_sign_icon(painter, QPointF(x, middle), CHANNEL_ICONS[look.channel], ink, _ICON)
        else:
            types.small.draw(painter, x + 3, middle, UNKNOWN, ink)
        x += _ICON + _GAP
        paint_evidence(painter, QPointF(x, middle), look.evidence, colours, self._words, chosen=chosen)
        x += 15 + _GAP
        if look.conditional:
            line = ink if chosen and colours.outlined else colours.ctl
            paint_tag(painter, QPointF(x, middle), self._if, types.caption, inside=ink, line=line)

    def _signs_width(self, look: StepLook) -> int:
        tag = width_of_tag(self._if, self._types.caption) + _GAP if look.conditional else 0
        return _ICON + 15 + 2 * _GAP + tag

    def _foot_width(self, look: StepLook) -> int:
        return self._signs_width(look) + self._types.small.width(look.figure)
