"""The head of the two lists: country, number of steps, and which procedure is shown."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from customs_app.figures.tokens import Palette
from customs_app.ui.pair.measures import Layout
from customs_app.ui.widgets.labels import badge_width, paint_badge
from customs_app.ui.widgets.painting import PADDING, colour_of
from customs_app.ui.widgets.tips import plain

_HEIGHT = 42
_UPPER, _LOWER = 14.5, 31.0
_NAME_GAP = 6


@dataclass(frozen=True, slots=True)
class SideHead:
    """The head of one side: badge (ISO 3166), name, number of steps; below it the procedure.

    `warn` where the procedure is of another kind than the other.
    """

    badge: str
    name: str
    steps: str
    below: str
    warn: bool = False
    tip: str = ""


class PairHeader(QHeaderView):
    """Two lines a side; `asked` carries the column (0, 2) of the side that was clicked."""

    asked = Signal(int)

    def __init__(self, palette: Palette, layout: Layout, between: str, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._colours, self._layout, self._between = palette, layout, between
        self._heads: tuple[SideHead, SideHead] | None = None
        self.setObjectName("pair_header")
        self.setFixedHeight(_HEIGHT)
        self.setMinimumSectionSize(60)
        self.setSectionsClickable(False)
        self.setSectionsMovable(False)
        self.setHighlightSections(False)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """As high as two lines."""
        return QSize(super().sizeHint().width(), _HEIGHT)

    def show_heads(self, left: SideHead, right: SideHead) -> None:
        """Show these heads."""
        self._heads = (left, right)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Paint the head of one column."""
        colours = self._colours
        painter.save()
        painter.fillRect(rect, colour_of(colours.window))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, colour_of(colours.line2))
        painter.fillRect(rect.right(), rect.y(), 1, rect.height(), colour_of(colours.line))
        if logical == 1:
            small = self._layout.small_bold
            text = small.fitted(self._between, rect.width() - 2 * PADDING)
            x = rect.x() + (rect.width() - small.width(text)) / 2
            small.draw(painter, x, rect.y() + rect.height() / 2, text, colours.text2)
        elif self._heads is not None:
            self._side(painter, rect, self._heads[0 if logical == 0 else 1])
        painter.restore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks for another procedure."""
        super().mouseReleaseEvent(event)
        column = self.logicalIndexAt(event.position().toPoint().x())
        if event.button() is Qt.MouseButton.LeftButton and column in (0, 2):
            self.asked.emit(column)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The tooltip is that of the column under the mouse."""
        super().mouseMoveEvent(event)
        column = self.logicalIndexAt(event.position().toPoint().x())
        heads = self._heads
        tip = "" if heads is None or column not in (0, 2) else plain(heads[0 if column == 0 else 1].tip)
        self.setToolTip(tip)

    def _side(self, painter: QPainter, rect: QRect, head: SideHead) -> None:
        colours, layout = self._colours, self._layout
        upper = rect.y() + _UPPER
        x = float(rect.x() + PADDING + 4)
        paint_badge(painter, QPointF(x, upper), head.badge, colours)
        x += badge_width(head.badge) + _NAME_GAP
        end = rect.right() + 1 - layout.time - layout.channel
        name = layout.bold.fitted(head.name, int(end - x))
        layout.bold.draw(painter, x, upper, name, colours.text)
        x += layout.bold.width(name) + _NAME_GAP
        if x + layout.small.width(head.steps) <= end:
            layout.small.draw(painter, x, upper, head.steps, colours.text2)
        small = layout.small_bold
        centre = end + (layout.channel - small.width(layout.channel_head)) / 2
        small.draw(painter, centre, upper, layout.channel_head, colours.text2)
        right = rect.right() + 1 - PADDING - small.width(layout.time_head)
        small.draw(painter, right, upper, layout.time_head, colours.text2)
        below = layout.small.fitted(head.below, rect.width() - 2 * PADDING - 8)
        ink = colours.warn if head.warn else colours.text2
        layout.small.draw(painter, rect.x() + PADDING + 4, rect.y() + _LOWER, below, ink)
