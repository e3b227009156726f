"""Delegates that paint the signs of the look in cells of tables and trees."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from customs_app.domain.codes import Channel, Mode, Stage
from customs_app.figures.qt_painter import paint
from customs_app.figures.shapes import Drawing
from customs_app.figures.tokens import Palette
from customs_app.ui.icons import paint_icon
from customs_app.ui.widgets.labels import badge_width, paint_badge
from customs_app.ui.widgets.table import TipDelegate

Index = QModelIndex | QPersistentModelIndex

CHANNEL_ICONS = {
    Channel.AUTOMATIC: "cpu",
    Channel.ONLINE: "monitor",
    Channel.MIXED: "shuffle",
    Channel.PAPER: "file-text",
    Channel.IN_PERSON: "user-round",
}
MODE_ICONS = {
    Mode.ROAD: "truck",
    Mode.RAIL: "train-front",
    Mode.SEA: "ship",
    Mode.AIR: "plane",
    Mode.ANY: "package",
}
STAGE_BAR = 4


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, palette: Palette) -> str:
    """Paint a cell's ground, chosen or not, and give the ink for what stands on it."""
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    painter.fillRect(option.rect, QColor(palette.sel if chosen else palette.base))
    return palette.on_sel if chosen else palette.text


def paint_stage(painter: QPainter, box: QRect, stage: Stage, palette: Palette) -> None:
    """Paint the bar of a stage along the left edge of a row."""
    painter.fillRect(QRect(box.left(), box.top(), STAGE_BAR, box.height()), QColor(palette.stage[stage]))


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
        ink = paint_ground(painter, option, self._colours)
        sign = self._find(index)
        if isinstance(sign, str):
            painter.setPen(QColor(ink if ink == self._colours.on_sel else self._colours.text2))
            painter.setFont(option.font)
            painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, sign)
        elif sign is not None:
            paint(painter, centred(option.rect, self._size * sign.width / sign.height, self._size), sign)
        painter.restore()


class IconDelegate(TipDelegate):
    """Paints the icon whose name `find(index)` gives, or `?` where it gives None."""

    def __init__(self, palette: Palette, find: Callable[[Index], str | None], parent: QObject) -> None:
        super().__init__(parent)
        self._colours, self._find = palette, find

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell."""
        painter.save()
        ink = paint_ground(painter, option, self._colours)
        name = self._find(index)
        chosen = ink == self._colours.on_sel
        if name is None:
            painter.setPen(QColor(ink if chosen else self._colours.text3))
            painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, "?")
        else:
            soft = ink if chosen and self._colours.outlined else self._colours.text2
            paint_icon(painter, centred(option.rect, 16, 16), name, soft)
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
