"""Delegates that paint the signs of the look in cells of tables and trees."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from customs_app.figures.qt_painter import paint
from customs_app.figures.shapes import Drawing
from customs_app.figures.tokens import Palette, on_chosen
from customs_app.ui.icons import paint_icon
from customs_app.ui.widgets.labels import badge_width, paint_badge
from customs_app.ui.widgets.tips import PADDING, Index, TipDelegate


def ink_palette(option: QStyleOptionViewItem, palette: Palette) -> Palette:
    """The palette for what stands in a cell, chosen or not."""
    return on_chosen(palette) if option.state & QStyle.StateFlag.State_Selected else palette


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, palette: Palette) -> str:
    """Paint a cell's ground, chosen or not, and give the ink for what stands on it."""
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    painter.fillRect(option.rect, QColor(palette.sel if chosen else palette.base))
    return palette.on_sel if chosen else palette.text


class CellDelegate(TipDelegate):
    """Paints one line of text on the ground of the look, 6 px from the cell's edges, elided at the right.

    Colour, font, alignment and ground of a cell come from the model where it gives them.
    """

    def __init__(self, palette: Palette, parent: QObject) -> None:
        super().__init__(parent)
        self._colours = palette

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell."""
        self.initStyleOption(option, index)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = paint_ground(painter, option, self._colours)
        if not chosen and option.backgroundBrush.style() is not Qt.BrushStyle.NoBrush:
            painter.fillRect(option.rect, option.backgroundBrush)
        colour = QColor(ink)
        if not chosen and index.data(Qt.ItemDataRole.ForegroundRole) is not None:
            colour = option.palette.color(QPalette.ColorRole.Text)
        box = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        if not option.icon.isNull():
            option.icon.paint(painter, box.left(), box.top(), 16, box.height())
            box.setLeft(box.left() + 22)
        painter.setPen(colour)
        painter.setFont(option.font)
        line = option.text.replace("\u2028", " ")  # what Qt makes of a line end
        text = option.fontMetrics.elidedText(line, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, option.displayAlignment | Qt.AlignmentFlag.AlignVCenter, text)
        paint_focus(painter, option, self._colours)
        painter.restore()


def paint_focus(painter: QPainter, option: QStyleOptionViewItem, palette: Palette) -> None:
    """Paint the frame of the cell that has the focus."""
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(palette.accent if not palette.outlined else palette.text), palette.ring))
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1))


class SignDelegate(TipDelegate):
    """Paints the sign that `find(index)` gives, in the middle of its cell; a text where it gives one."""

    def __init__(
        self,
        palette: Palette,
        find: Callable[[Index], Drawing | str | None],
        parent: QObject,
        *,
        size: float = 16.0,
    ) -> None:
        super().__init__(parent)
        self._colours, self._find, self._size = palette, find, size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell."""
        painter.save()
        paint_ground(painter, option, self._colours)
        sign, palette = self._find(index), ink_palette(option, self._colours)
        if isinstance(sign, str):
            painter.setPen(QColor(palette.text2))
            painter.setFont(option.font)
            painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, sign)
        elif sign is not None:
            box = centred(option.rect, self._size * sign.width / sign.height, self._size)
            if palette.outlined and palette is not self._colours:
                # The sign has the colours of the base; on the full colour of a chosen row it brings it along.
                painter.fillRect(box.adjusted(-2, -2, 2, 2), QColor(self._colours.base))
            paint(painter, box, sign)
        painter.restore()


class IconDelegate(TipDelegate):
    """Paints the icon whose name `find(index)` gives, or `?` where it gives None."""

    def __init__(self, palette: Palette, find: Callable[[Index], str | None], parent: QObject) -> None:
        super().__init__(parent)
        self._colours, self._find = palette, find

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell."""
        painter.save()
        paint_ground(painter, option, self._colours)
        name, palette = self._find(index), ink_palette(option, self._colours)
        if name is None:
            painter.setPen(QColor(palette.text3))
            painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, "?")
        else:
            paint_icon(painter, centred(option.rect, 16, 16), name, palette.text2)
        painter.restore()


class BadgeDelegate(TipDelegate):
    """Paints the text of a cell as a framed code, such as a country's."""

    def __init__(self, palette: Palette, parent: QObject) -> None:
        super().__init__(parent)
        self._colours = palette

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell."""
        painter.save()
        paint_ground(painter, option, self._colours)
        text = index.data()
        if text:
            middle = QPointF(option.rect.left() + 8, option.rect.center().y() + 0.5)
            paint_badge(painter, middle, str(text), self._colours)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the badge."""
        return QSize(
            round(badge_width(str(index.data() or ""))) + 16, super().sizeHint(option, index).height()
        )


def centred(box: QRect, width: float, height: float) -> QRectF:
    """A rectangle of that size in the middle of another, on whole pixels."""
    left = box.x() + round((box.width() - width) / 2)
    top = box.y() + round((box.height() - height) / 2)
    return QRectF(left, top, width, height)
