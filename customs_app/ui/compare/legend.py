"""What the icons, tints and signs of the matrix mean, in one line, or more where it is narrow."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from customs_app.domain.codes import Channel
from customs_app.figures import tokens
from customs_app.figures.icon_shapes import CHANNEL_ICONS
from customs_app.language.labels import label
from customs_app.ui import fonts
from customs_app.ui.compare.colouring import Colouring
from customs_app.ui.compare.figure import UNITS, Figure
from customs_app.ui.session import Session
from customs_app.ui.widgets.painting import Type, paint_sign_icon

_LINE = 22
_BETWEEN = 13
_SWATCH = 14
_ICON = 15


@dataclass(frozen=True, slots=True)
class _Entry:
    """A sign (icon or text), the colour of its swatch, and what it says."""

    says: str
    icon: str = ""
    sign: str = ""
    tint: str = ""


class MatrixLegend(QWidget):
    """Painted; the whole of it is also its accessible name."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._type = Type(fonts.font(tokens.SMALL))
        self._entries: Sequence[_Entry] = ()
        self.setObjectName("compare_legend")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_meaning(Colouring.CHANNEL, Figure.TIME)

    def show_meaning(self, colouring: Colouring, figure: Figure) -> None:
        """Explain the tints of a colouring, and the unit and signs of a figure."""
        self._entries = (*self._channels(tinted=colouring is Colouring.CHANNEL), *self._speeds(colouring))
        self._entries = (*self._entries, *self._signs(figure))
        self.setAccessibleName(
            "; ".join(" ".join(part for part in (one.sign, one.says) if part) for one in self._entries)
        )
        self._settle()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(400, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._settle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the entries."""
        painter = QPainter(self)
        for entry, x, line in self._placed():
            self._paint(painter, entry, x, line * _LINE + _LINE / 2)
        painter.end()

    def _channels(self, *, tinted: bool) -> tuple[_Entry, ...]:
        heat = self._session.palette.heat if tinted else {}
        return tuple(
            _Entry(label(channel, self._session.words), CHANNEL_ICONS[channel], tint=heat.get(channel, ""))
            for channel in Channel
        )

    def _speeds(self, colouring: Colouring) -> tuple[_Entry, ...]:
        if colouring is not Colouring.TIME:
            return ()
        text, palette = self._session.words.text, self._session.palette
        return (
            _Entry(text("slower than the median"), sign="▲", tint=palette.slower),
            _Entry(text("faster"), sign="▼", tint=palette.faster),
            _Entry(text("within 20 %"), sign="="),
        )

    def _signs(self, figure: Figure) -> tuple[_Entry, ...]:
        text = self._session.words.text
        own = (
            (_Entry(text("limit"), sign="≤"),)
            if figure is Figure.TIME
            else (_Entry(text("rate"), sign="%"), _Entry(text("not added"), sign="(7)"))
        )
        return (
            _Entry(text(UNITS[figure]), sign="7"),
            _Entry(text("unknown"), sign="?"),
            _Entry(text("no such step"), sign="–"),
            _Entry(text("two steps"), sign="×2"),
            _Entry(text("aggregate"), sign="[3]"),
            *own,
        )

    def _width(self, entry: _Entry) -> int:
        width = self._type.width(entry.says)
        width += _ICON + 4 if entry.icon else 0
        width += self._type.width(entry.sign) + 4 if entry.sign else 0
        return width + (_SWATCH + 4 if entry.tint else 0)

    def _placed(self) -> list[tuple[_Entry, int, int]]:
        placed, x, line = [], 0, 0
        for entry in self._entries:
            width = self._width(entry)
            if x and x + width > self.width():
                x, line = 0, line + 1
            placed.append((entry, x, line))
            x += width + _BETWEEN
        return placed

    def _settle(self) -> None:
        lines = max((line for _, _, line in self._placed()), default=0) + 1
        self.setFixedHeight(lines * _LINE)

    def _paint(self, painter: QPainter, entry: _Entry, x: float, middle: float) -> None:
        colours = self._session.palette
        if entry.icon:
            paint_sign_icon(painter, QPointF(x, middle), entry.icon, colours.text2)
            x += _ICON + 4
        if entry.sign:
            self._type.draw(painter, x, middle, entry.sign, colours.text)
            x += self._type.width(entry.sign) + 4
        if entry.tint:
            painter.setPen(QColor(colours.line2))
            painter.setBrush(QColor(entry.tint))
            painter.drawRect(int(x), int(middle) - 6, _SWATCH - 2, 11)
            x += _SWATCH + 4
        self._type.draw(painter, x, middle, entry.says, colours.text2)
