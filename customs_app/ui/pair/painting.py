"""Paints the rows of two procedures set against each other: steps, gaps, and what connects them."""

from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from customs_app.domain.alignment import PairKind
from customs_app.figures.tokens import PALETTES, Palette, on_chosen
from customs_app.reports.pair.lines import PairLine, StepLook, Tie
from customs_app.ui.pair.measures import CHIP_HEIGHT, CHIP_PADDING, NUMBER, Layout, chip_text, title_left
from customs_app.ui.widgets.labels import badge_width, paint_badge
from customs_app.ui.widgets.painting import BAR, PADDING, colour_of, paint_sign_icon
from customs_app.ui.widgets.row_signs import CHANNEL_ICONS, paint_stage

_HATCH = 9
_DOT = 3.0
_DASH = (4.0, 3.0)
_PIN = 12


class PairPainter:
    """Paints cells in one palette; `layout` has the fonts and widths."""

    def __init__(self, palette: Palette, layout: Layout, condition: str) -> None:
        self._colours, self.layout = palette, layout
        self._chosen = on_chosen(palette)
        self._if = condition

    def step(self, painter: QPainter, rect: QRect, look: StepLook, *, chosen: bool, alone: bool) -> None:
        """Paint one step; `alone` where the other side has none that belongs to it."""
        colours = self._chosen if chosen else self._colours
        self._ground(painter, rect, chosen=chosen, alone=alone)
        middle = rect.y() + rect.height() / 2
        if look.stage is not None:
            paint_stage(painter, rect, look.stage, self._colours)
        plain, layout = self.layout.plain, self.layout
        ink = colours.on_sel if chosen else colours.text
        soft = colours.on_sel if chosen else colours.text2
        number_right = rect.x() + BAR + NUMBER
        plain.draw(painter, number_right - plain.width(look.number), middle, look.number, soft)
        right = rect.right() + 1 - PADDING
        faint = colours.on_sel if chosen else colours.text3 if look.time == "?" else colours.text
        plain.draw(painter, right - plain.width(look.time), middle, look.time, faint)
        self._channel(painter, rect, look, soft)
        room_right = rect.right() + 1 - layout.time - layout.channel
        for text in ((self._if,) if look.condition else ()) + ((look.tag,) if look.tag else ()):
            room_right -= round(badge_width(text)) + 4
            paint_badge(painter, QPointF(room_right, middle + 0.5), text, self._colours, plain=True)
        left = rect.x() + title_left()
        plain.draw(painter, left, middle, plain.fitted(look.title, int(room_right - left - 4)), ink)
        self._line(painter, rect)

    def gap(self, painter: QPainter, rect: QRect) -> None:
        """Paint the hatched place where a side has no step."""
        painter.drawPixmap(rect.topLeft(), _hatched(painter, rect, self._colours))
        self._line(painter, rect)

    def below(self, painter: QPainter, rect: QRect, *, chosen: bool) -> None:
        """Paint the place below a step that stands against several of the other side."""
        self._ground(painter, rect, chosen=chosen, alone=False)
        self._line(painter, rect)

    def focus(self, painter: QPainter, rect: QRect) -> None:
        """Frame the cell that has the focus."""
        colours = self._colours
        ink = colours.on_sel if colours.outlined else colours.accent
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour_of(ink), 1))
        for inset in range(colours.ring):
            painter.drawRect(rect.adjusted(inset, inset, -1 - inset, -2 - inset))

    def linking(self, painter: QPainter, rect: QRect, *, chosen: bool) -> None:
        """Frame the step for which its like is being looked for."""
        full = chosen and self._colours.outlined
        ink = self._colours.on_sel if full else self._colours.accent
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour_of(ink), 2, Qt.PenStyle.DashLine))
        painter.drawRect(rect.adjusted(1, 1, -2, -2))

    # -- what stands between the sides

    def between(self, painter: QPainter, rect: QRect, line: PairLine, *, chosen: bool) -> None:
        """Paint the connector of a row, and its words."""
        colours = self._chosen if chosen else self._colours
        painter.fillRect(rect, colour_of(self._colours.sel if chosen else self._colours.base))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.tie is Tie.LEFT_ONLY or line.tie is Tie.RIGHT_ONLY:
            self._only(painter, rect, line, colours)
        else:
            self._tie(painter, rect, line, colours, chosen=chosen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        if line.pair.pinned and line.begins:
            self._pin(painter, rect, line, colours)

    def _only(self, painter: QPainter, rect: QRect, line: PairLine, colours: Palette) -> None:
        """A dashed line from the one side to the words that say so."""
        small, ink = self.layout.small, colours.warn
        middle = rect.y() + rect.height() / 2
        text = small.fitted(chip_text(line), rect.width() - 60)
        wide = small.width(text)
        at_left = line.tie is Tie.LEFT_ONLY
        x = rect.x() + _DOT + 1 if at_left else rect.right() - _DOT
        middle_x = rect.x() + rect.width() / 2
        end = middle_x - wide / 2 - 6 if at_left else middle_x + wide / 2 + 6
        pen = QPen(colour_of(ink), 1.3)
        pen.setDashPattern(_DASH)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, middle), QPointF(end, middle))
        painter.setPen(QPen(colour_of(ink), 1.3))
        painter.setBrush(colour_of(self._colours.base))
        painter.drawEllipse(QPointF(x, middle), _DOT, _DOT)
        small.draw(painter, middle_x - wide / 2, middle, text, ink)

    def _tie(self, painter: QPainter, rect: QRect, line: PairLine, colours: Palette, *, chosen: bool) -> None:
        """A line between two dots; where one step is several, it branches beside the several."""
        ink = colours.accent if chosen and not colours.outlined else colours.ctl
        if chosen and colours.outlined:
            ink = colours.on_sel
        middle, top, bottom = rect.y() + rect.height() / 2, float(rect.y()), float(rect.bottom() + 1)
        painter.setPen(QPen(colour_of(ink), 1.6 if chosen else 1.2))
        left, right = rect.x() + _DOT + 1, rect.right() - _DOT
        trunk = right - 12 if line.pair.kind is PairKind.SPLIT else left + 12
        if line.parts > 1:
            if not line.begins:
                painter.drawLine(QPointF(trunk, top), QPointF(trunk, middle))
            if line.part + 1 < line.parts:
                painter.drawLine(QPointF(trunk, middle), QPointF(trunk, bottom))
        from_ = left if line.left is not None else trunk
        to = right if line.right is not None else trunk
        painter.drawLine(QPointF(from_, middle), QPointF(to, middle))
        painter.setBrush(colour_of(ink))
        for x, look in ((left, line.left), (right, line.right)):
            if look is not None:
                painter.drawEllipse(QPointF(x, middle), _DOT, _DOT)
        if line.begins:
            self._chip(painter, rect, line, colours, chosen=chosen)

    def _chip(
        self, painter: QPainter, rect: QRect, line: PairLine, colours: Palette, *, chosen: bool
    ) -> None:
        """The framed words in the middle of a connector."""
        small = self.layout.small
        same = line.tie is Tie.SAME
        text = ("= ?" if line.open else "=") if same else chip_text(line)
        text = small.fitted(text, rect.width() - 2 * (CHIP_PADDING + 14))
        wide = small.width(text) + 2 * (6 if same else CHIP_PADDING)
        middle = rect.y() + rect.height() / 2
        left = round(rect.x() + (rect.width() - wide) / 2)
        box = QRectF(left + 0.5, round(middle - CHIP_HEIGHT / 2) + 0.5, wide - 1, CHIP_HEIGHT - 1)
        ground, edge, ink = colours.base, colours.line2, colours.text2
        if not same:
            ground, edge, ink = colours.warnbg, colours.warn, colours.warn
        if chosen:
            full = colours.outlined
            ground = self._colours.sel if full else self._colours.accentbg
            edge = ink = colours.on_sel if full else self._colours.accent
        painter.setPen(QPen(colour_of(edge), 1))
        painter.setBrush(colour_of(ground))
        painter.drawRoundedRect(box, 3, 3)
        small.draw(painter, left + (wide - small.width(text)) / 2, middle, text, ink)

    def _pin(self, painter: QPainter, rect: QRect, line: PairLine, colours: Palette) -> None:
        at_right = line.tie is Tie.RIGHT_ONLY
        x = rect.x() + 12 if at_right else rect.right() - 12 - _PIN
        painter.fillRect(QRectF(x - 2, rect.y() + 3, _PIN + 4, rect.height() - 6),
                         colour_of(colours.sel if colours is self._chosen else colours.base))  # fmt: skip
        at = QPointF(x, rect.y() + rect.height() / 2)
        paint_sign_icon(painter, at, "pin", colours.text2, _PIN)

    # -- small parts

    def _ground(self, painter: QPainter, rect: QRect, *, chosen: bool, alone: bool) -> None:
        colours = self._colours
        ground = colours.sel if chosen else colours.warnbg if alone else colours.base
        painter.fillRect(rect, colour_of(ground))
        if alone and colours.outlined and not chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour_of(colours.warn), 1, Qt.PenStyle.DashLine))
            painter.drawRect(rect.adjusted(BAR + 1, 1, -2, -3))

    def _channel(self, painter: QPainter, rect: QRect, look: StepLook, ink: str) -> None:
        layout = self.layout
        left = rect.right() + 1 - layout.time - layout.channel
        middle = rect.y() + rect.height() / 2
        if look.channel is None:
            centre = left + layout.channel / 2 - layout.plain.width("?") / 2
            layout.plain.draw(painter, centre, middle, "?", ink)
            return
        size = 15
        at = QPointF(left + (layout.channel - size) // 2, middle)
        paint_sign_icon(painter, at, CHANNEL_ICONS[look.channel], ink, size)

    def _line(self, painter: QPainter, rect: QRect) -> None:
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, colour_of(self._colours.line))


def _hatched(painter: QPainter, rect: QRect, palette: Palette) -> QPixmap:
    return _hatch(rect.width(), rect.height(), painter.device().devicePixelRatioF(), palette.name)


@cache
def _hatch(width: int, height: int, ratio: float, palette: str) -> QPixmap:
    """A field of slanting lines, drawn once for each size."""
    colours = PALETTES[palette]
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(colour_of(colours.base))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour_of(colours.line2 if not colours.outlined else colours.line), 1))
    for x in range(-height, width, _HATCH):
        painter.drawLine(QPointF(x, height), QPointF(x + height, 0))
    painter.end()
    return picture
