"""The list of corridors: the mode's icon, and a name on as many lines as it needs."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem

from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.corridors.list_model import LINE_ROLE, CorridorLine, CorridorsModel, Index
from customs_app.ui.icons import paint_icon
from customs_app.ui.session import Session
from customs_app.ui.widgets.delegates import ink_palette, paint_ground
from customs_app.ui.widgets.labels import badge_width, paint_badge
from customs_app.ui.widgets.tips import TipDelegate

_LEFT, _RIGHT, _ABOVE = 32, 8, 6
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class CorridorsView(QListView):
    """Corridors one below the other."""

    def __init__(self, session: Session, model: CorridorsModel) -> None:
        super().__init__()
        self.setObjectName("corridor_list")
        self.setAccessibleName(session.words.text("Corridors"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, so that its coming does not narrow the lines after their heights were taken.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.setFont(fonts.font(tokens.TABLE))
        self.setModel(model)
        self.setItemDelegate(_LineDelegate(session, self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew where the width has changed."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class _LineDelegate(TipDelegate):
    def __init__(self, session: Session, view: CorridorsView) -> None:
        super().__init__(view)
        self._colours, self._view = session.palette, view
        self._metrics = QFontMetrics(view.font())

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the name's lines are."""
        line, width = index.data(LINE_ROLE), self._view.viewport().width()
        if not isinstance(line, CorridorLine):
            return QSize(width, 0)
        return QSize(width, self._box(line, QRect(0, 0, width, 10_000)).height() + 2 * _ABOVE + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint icon, name, and the line below."""
        line = index.data(LINE_ROLE)
        if not isinstance(line, CorridorLine):
            return
        painter.save()
        rect, ink = option.rect, ink_palette(option, self._colours)
        paint_ground(painter, option, self._colours)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(self._colours.line))
        paint_icon(painter, QRectF(rect.x() + 10, rect.y() + _ABOVE + 1, 16, 16), line.icon, ink.text2)
        if line.foreign:
            at = QPointF(rect.right() - _RIGHT - badge_width("EN"), rect.y() + _ABOVE + 9)
            paint_badge(painter, at, "EN", self._colours, plain=True)
        painter.setPen(QColor(ink.text))
        painter.setFont(self._view.font())
        painter.drawText(self._box(line, rect), _WRAP, line.name)
        if option.state & QStyle.StateFlag.State_HasFocus and self._colours.outlined:
            painter.setPen(QColor(ink.text))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _box(self, line: CorridorLine, rect: QRect) -> QRect:
        right = _RIGHT + (round(badge_width("EN")) + 6 if line.foreign else 0)
        room = rect.adjusted(_LEFT, _ABOVE, -right - 2, 0)
        room.setHeight(10_000)
        return self._metrics.boundingRect(room, _WRAP, line.name)
