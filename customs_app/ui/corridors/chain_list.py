"""The list of corridors: the mode's icon, and a name on as many lines as it needs."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyleOptionViewItem

from customs_app.figures import tokens
from customs_app.figures.tokens import Palette
from customs_app.ui import fonts
from customs_app.ui.icons import paint_icon
from customs_app.ui.widgets.delegates import ink_palette, paint_ground
from customs_app.ui.widgets.tips import TipDelegate

_ICON = Qt.ItemDataRole.UserRole + 1
_LEFT, _RIGHT, _ABOVE = 32, 8, 6
_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class ChainList(QListWidget):
    """Corridors one below the other, each with an icon."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.setObjectName("corridor_list")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, so that its coming does not narrow the lines after their heights were taken.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setFont(fonts.font(tokens.TABLE))
        self.setItemDelegate(_ChainDelegate(palette, self))

    def add(self, name: str, icon: str) -> None:
        """Add a corridor."""
        item = QListWidgetItem(name)
        item.setData(_ICON, icon)
        self.addItem(item)


class _ChainDelegate(TipDelegate):
    def __init__(self, palette: Palette, view: ChainList) -> None:
        super().__init__(view)
        self._colours, self._view = palette, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the name's lines are."""
        width = self._view.viewport().width()
        room = QRect(0, 0, width - _LEFT - _RIGHT - 2, 10_000)
        text = QFontMetrics(self._view.font()).boundingRect(room, _FLAGS, str(index.data()))
        return QSize(width, text.height() + 2 * _ABOVE + 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint icon, name, and the line below."""
        painter.save()
        box, ink = option.rect, ink_palette(option, self._colours)
        paint_ground(painter, option, self._colours)
        painter.setPen(QPen(QColor(self._colours.line)))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        paint_icon(painter, QRectF(box.x() + 10, box.y() + _ABOVE + 1, 16, 16), index.data(_ICON), ink.text2)
        painter.setPen(QColor(ink.text))
        painter.setFont(self._view.font())
        painter.drawText(box.adjusted(_LEFT, _ABOVE, -_RIGHT, 0), _FLAGS, str(index.data()))
        painter.restore()
