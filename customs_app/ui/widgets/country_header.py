"""The head of the matrix: a badge and the name of each country, and below them the procedure shown."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from customs_app.figures import tokens
from customs_app.figures.tokens import Palette
from customs_app.ui import fonts
from customs_app.ui.icons import paint_icon
from customs_app.ui.widgets.labels import badge_width, paint_badge

HEAD_ROLE = int(Qt.ItemDataRole.UserRole) + 81
"""The Head of a column."""
HEIGHT = 40
PADDING = 6
_GAP = 6
_CHEVRON = 10
_CHECK = 11
_DRAG = 4
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_CENTRE = Qt.AlignmentFlag.AlignCenter
_ELIDE = Qt.TextElideMode.ElideRight


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column; `iso2` is empty for those that are no country.

    `variant` is what sets the chosen procedure apart: place, goods, view; `warn` where it is of another
    kind than most. `more` says that the country has other procedures to choose from.
    """

    title: str
    iso2: str = ""
    variant: str = ""
    warn: bool = False
    more: bool = False
    tip: str = ""


class CountryHeader(QHeaderView):
    """Two lines a country; `asked` carries the column whose country was clicked."""

    asked = Signal(int)

    def __init__(self, palette: Palette, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._colours = palette
        self._font = fonts.font(tokens.SMALL, bold=True)
        self._small = fonts.font(tokens.CAPTION)
        self._metrics, self._small_metrics = QFontMetrics(self._font), QFontMetrics(self._small)
        self._pressed: tuple[int, int] | None = None
        self._hovered = -1
        self.current = -1
        self._chosen: frozenset[int] = frozenset()
        self.setFixedHeight(HEIGHT)
        self.setMinimumSectionSize(48)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setSectionsMovable(False)
        self.setStretchLastSection(False)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """As high as two lines."""
        return QSize(super().sizeHint().width(), HEIGHT)

    def needed(self, head: Head) -> int:
        """The width in which a country's name is whole; its second line may be cut."""
        badge = _badge_width(head.iso2) + _GAP if head.iso2 else 0
        return ceil(2 * PADDING + badge + self._metrics.horizontalAdvance(head.title)) + 1

    def show_current(self, column: int) -> None:
        """Underline the column of the current cell."""
        if column != self.current:
            self.current = column
            self.viewport().update()

    def show_chosen(self, columns: Collection[int]) -> None:
        """Mark the columns that were chosen, by a check and a line above them."""
        if frozenset(columns) != self._chosen:
            self._chosen = frozenset(columns)
            self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Paint one column's head."""
        head = self.model().headerData(logical, Qt.Orientation.Horizontal, HEAD_ROLE)
        colours = self._colours
        painter.save()
        hovered = isinstance(head, Head) and head.more and logical == self._hovered
        painter.fillRect(rect, QColor(colours.accentbg if hovered else colours.window))
        painter.setPen(QColor(colours.line2))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if isinstance(head, Head):
            if head.iso2:
                self._country(painter, rect, head)
            else:
                painter.setFont(self._font)
                painter.setPen(QColor(colours.text2))
                inner = rect.adjusted(PADDING + (4 if logical == 0 else 0), 0, -PADDING, 0)
                painter.drawText(inner, _LEFT if logical == 0 else _CENTRE, head.title)
        if logical in self._chosen:
            painter.fillRect(rect.x(), rect.y(), rect.width() - 1, 3, QColor(colours.accent))
            at = QRectF(rect.right() - _CHECK - 3, rect.y() + 6, _CHECK, _CHECK)
            paint_icon(painter, at, "check", colours.accent)
        if logical == self.current and logical > 0:
            painter.fillRect(rect.x(), rect.bottom() - 1, rect.width() - 1, 2, QColor(colours.accent))
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, or the dragging of an edge."""
        x = event.position().toPoint().x()
        self._pressed = (self.logicalIndexAt(x), x)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click: an edge that was dragged, or the whole section."""
        pressed, self._pressed = self._pressed, None
        on_edge = self.cursor().shape() is Qt.CursorShape.SplitHCursor
        super().mouseReleaseEvent(event)
        x = event.position().toPoint().x()
        if pressed is None or on_edge or event.button() is not Qt.MouseButton.LeftButton:
            return
        if abs(x - pressed[1]) < _DRAG and self.logicalIndexAt(x) == pressed[0]:
            self.asked.emit(pressed[0])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where a click would open a menu."""
        super().mouseMoveEvent(event)
        self._hover(self.logicalIndexAt(event.position().toPoint().x()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is hovered any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, logical: int) -> None:
        if logical != self._hovered:
            self._hovered = logical
            self.viewport().update()

    def _country(self, painter: QPainter, rect: QRect, head: Head) -> None:
        colours = self._colours
        badge = _badge_width(head.iso2)
        room = rect.width() - 2 * PADDING - badge - _GAP
        name = self._metrics.elidedText(head.title, _ELIDE, int(room))
        wide = badge + _GAP + self._metrics.horizontalAdvance(name)
        left = rect.x() + max(PADDING, (rect.width() - wide) / 2)
        paint_badge(painter, QPointF(left, rect.y() + 12.5), head.iso2, colours)
        painter.setFont(self._font)
        painter.setPen(QColor(colours.text))
        painter.drawText(QRectF(left + badge + _GAP, rect.y() + 3, room + 2, 19), _LEFT, name)
        self._variant(painter, QRect(rect.x() + 4, rect.y() + 20, rect.width() - 8, 17), head)

    def _variant(self, painter: QPainter, line: QRect, head: Head) -> None:
        """The second line, and the chevron of the menu behind it."""
        colours = self._colours
        more = _CHEVRON + 3 if head.more else 0
        text = self._small_metrics.elidedText(head.variant, _ELIDE, line.width() - more)
        wide = self._small_metrics.horizontalAdvance(text) + more
        left = line.x() + (line.width() - wide) / 2
        painter.setFont(self._small)
        painter.setPen(QColor(colours.warn if head.warn else colours.text2))
        painter.drawText(QRectF(left, line.y(), line.width(), line.height()), _LEFT, text)
        if head.more:
            at = QRectF(left + wide - _CHEVRON, line.y() + 4, _CHEVRON, _CHEVRON)
            paint_icon(painter, at, "chevron-down", colours.text2)


@cache
def _badge_width(code: str) -> float:
    """Measured once: a header is painted often."""
    return badge_width(code)
