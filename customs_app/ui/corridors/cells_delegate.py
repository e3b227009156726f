"""Paints cells of the lower tables: a text, or signs with the numbers of steps."""

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from customs_app.figures import tokens
from customs_app.figures.tokens import Palette
from customs_app.ui import fonts
from customs_app.ui.corridors.cells_model import CELL_ROLE, Index
from customs_app.ui.corridors.looks import Cell, Place
from customs_app.ui.icons import icon_pixmap
from customs_app.ui.widgets.delegates import ink_palette, paint_focus, paint_ground
from customs_app.ui.widgets.tips import PADDING, TipDelegate

_SIGN, _AFTER_SIGN, _BETWEEN = 13, 2, 7
_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class CellsDelegate(TipDelegate):
    """Knows where each place of a cell stands, for the mouse."""

    def __init__(self, palette: Palette, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._colours = palette
        self._font, self._bold = fonts.tabular(tokens.TABLE), fonts.tabular(tokens.TABLE, bold=True)
        self._metrics = {False: QFontMetrics(self._font), True: QFontMetrics(self._bold)}

    def width_of(self, cell: Cell) -> int:
        """How wide a cell has to be, so that nothing in it is cut."""
        if cell.places:
            return 2 * PADDING + sum(map(self._room, cell.places)) - _BETWEEN + 4
        return 2 * PADDING + self._metrics[cell.strong].horizontalAdvance(cell.text) + 2

    def place_at(self, cell: Cell, rect: QRect, at: QPoint) -> Place | None:
        """The place under a point of the table."""
        x = rect.x() + PADDING
        for place in cell.places:
            room = self._room(place)
            if x - _BETWEEN // 2 <= at.x() < x + room - _BETWEEN // 2:
                return place
            x += room
        return None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell."""
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return
        painter.save()
        rect, ink = option.rect, ink_palette(option, self._colours)
        paint_ground(painter, option, self._colours)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(self._colours.line))
        painter.fillRect(rect.right(), rect.y(), 1, rect.height(), QColor(self._colours.line))
        box = rect.adjusted(PADDING, 0, -PADDING, 0)
        if cell.places:
            self._paint_places(painter, box, cell, ink)
        else:
            metrics = self._metrics[cell.strong]
            painter.setFont(self._bold if cell.strong else self._font)
            painter.setPen(QColor(ink.text))
            side = Qt.AlignmentFlag.AlignRight if cell.figure else Qt.AlignmentFlag.AlignLeft
            elide = Qt.TextElideMode.ElideNone if cell.figure else Qt.TextElideMode.ElideRight
            painter.drawText(box, side | _FLAGS, metrics.elidedText(cell.text, elide, box.width()))
        paint_focus(painter, option, self._colours)
        painter.restore()

    def _paint_places(self, painter: QPainter, box: QRect, cell: Cell, ink: Palette) -> None:
        painter.setFont(self._font)
        painter.setClipRect(box.adjusted(-PADDING, 0, PADDING, 0))
        x, ratio = box.x(), painter.device().devicePixelRatioF()
        for place in cell.places:
            at = x
            if place.icon:
                picture = icon_pixmap(place.icon, ink.text2 if place.in_case else ink.text3, _SIGN, ratio)
                painter.drawPixmap(QPointF(x, box.center().y() - _SIGN / 2 + 1), picture)
                at += _SIGN + _AFTER_SIGN
            plain = ink.text if place.icon else ink.accent
            painter.setPen(QColor(plain if place.in_case else ink.text3))
            painter.drawText(QRect(at, box.y(), 200, box.height()), _FLAGS, _text(place))
            x += self._room(place)

    def _room(self, place: Place) -> int:
        sign = _SIGN + _AFTER_SIGN if place.icon else 0
        return sign + self._metrics[False].horizontalAdvance(_text(place)) + _BETWEEN


def _text(place: Place) -> str:
    """The step's number; in brackets where the case does not take the step."""
    return str(place.number) if place.in_case else f"({place.number})"
