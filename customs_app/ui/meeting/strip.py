"""The strip of all steps on the agenda: the colour of the stage, what was decided, and where one is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from customs_app.domain.codes import Stage
from customs_app.figures.qt_painter import paint
from customs_app.figures.shapes import Drawing
from customs_app.figures.tokens import Palette
from customs_app.ui.meeting.chips import text_width
from customs_app.ui.meeting.scale import CAPTION, FACT, Scale
from customs_app.ui.widgets.tips import plain

_LEAST_WIDTH, _GAP, _BETWEEN, _BAR, _HEIGHT = 36, 6, 14, 4, 46
_MORE = 30


@dataclass(frozen=True, slots=True)
class Cell:
    """One step: its number, stage, the sign of what was decided, and all of it in words.

    `objected`: a delegation dissents. `first`: another procedure begins with it.
    """

    number: str
    stage: Stage | None
    sign: Drawing | None
    says: str
    objected: bool = False
    first: bool = False


class Strip(QWidget):
    """Shows as many steps as there is room for, the current one among them; `chosen` carries a place."""

    chosen = Signal(int)

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._colours = palette
        self._cells: tuple[Cell, ...] = ()
        self._current = 0
        self._scale = Scale()
        self.setObjectName("meeting_strip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_cells(self, cells: Sequence[Cell], current: int, says: str) -> None:
        """Show the steps; `says` tells in words where one is."""
        self._cells, self._current = tuple(cells), current
        self.setAccessibleName(says)
        self.update()

    def set_scale(self, scale: Scale) -> None:
        """Take another size."""
        self._scale = scale
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, self._scale.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """A few steps."""
        return QSize(self._scale.px(4 * _LEAST_WIDTH), self._scale.px(_HEIGHT))

    def boxes(self) -> list[tuple[int, QRectF]]:
        """The places that are shown, and where."""
        if not self._cells:
            return []
        first, last = self._shown()
        left = self._scale.px(_MORE) if first else 0
        right = self._scale.px(_MORE) if last < len(self._cells) else 0
        gaps = [
            self._scale.px(_BETWEEN if self._cells[place].first else _GAP) for place in range(first + 1, last)
        ]
        width = (self.width() - left - right - sum(gaps)) / (last - first)
        x, found = float(left), []
        for place in range(first, last):
            found.append((place, QRectF(round(x), 0, round(x + width) - round(x), self.height())))
            x += width + (gaps[place - first] if place - first < len(gaps) else 0)
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cells, and at the ends how many steps are not shown."""
        painter = QPainter(self)
        boxes = self.boxes()
        for place, box in boxes:
            self._paint_cell(painter, box, self._cells[place], current=place == self._current)
        if boxes:
            self._paint_rest(painter, boxes[0][0], len(self._cells) - 1 - boxes[-1][0])
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the step that was clicked."""
        place = self._place_at(event.position().x())
        if place is not None and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(place)

    def event(self, event: QEvent) -> bool:
        """Tell of the step under the mouse."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place_at(event.pos().x())
            QToolTip.showText(
                event.globalPos(), plain(self._cells[place].says) if place is not None else "", self
            )
            return True
        return super().event(event)

    def _place_at(self, x: float) -> int | None:
        return next((place for place, box in self.boxes() if box.left() <= x < box.right()), None)

    def _shown(self) -> tuple[int, int]:
        """The first place that is shown, and the one after the last."""
        each = self._scale.px(_LEAST_WIDTH) + self._scale.px(_BETWEEN)
        room = max(1, int((self.width() - 2 * self._scale.px(_MORE)) / each))
        count = len(self._cells)
        if count <= max(room, int(self.width() / each)):
            return 0, count
        first = min(max(0, self._current - room // 2), count - room)
        return first, first + room

    def _paint_cell(self, painter: QPainter, box: QRectF, cell: Cell, *, current: bool) -> None:
        colours, px = self._colours, self._scale.px
        bar = QRectF(box.x(), 0, box.width(), px(_BAR))
        body = QRectF(box.x(), px(_BAR), box.width(), box.height() - px(_BAR))
        painter.fillRect(body, QColor(colours.sel if current else colours.group))
        if cell.stage is not None:
            painter.fillRect(bar, QColor(colours.stage[cell.stage]))
        ink = colours.on_sel if current else colours.text3
        painter.setPen(QColor(ink))
        painter.setFont(self._scale.font(FACT if current else CAPTION, bold=current))
        side = min(px(20), body.width() - 4)
        if cell.sign is None:
            painter.drawText(body, Qt.AlignmentFlag.AlignCenter, cell.number)
        elif current and body.width() >= text_width(cell.number, self._scale, FACT) + side + px(12):
            half = body.width() / 2
            painter.drawText(body.adjusted(0, 0, -half + px(2), 0), Qt.AlignmentFlag.AlignCenter, cell.number)
            self._paint_sign(
                painter, QRectF(body.x() + half, body.center().y() - side / 2, side, side), cell.sign
            )
        else:
            self._paint_sign(
                painter,
                QRectF(body.center().x() - side / 2, body.center().y() - side / 2, side, side),
                cell.sign,
            )
        if cell.objected:
            mark = px(6)
            painter.fillRect(
                QRectF(body.right() - mark, body.bottom() - mark, mark, mark), QColor(colours.bad)
            )
        if current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(body.adjusted(1, 0, -1, -1))

    def _paint_sign(self, painter: QPainter, box: QRectF, sign: Drawing) -> None:
        if self._colours.outlined:
            # The sign has the colours of the base; on a full colour it brings that along.
            painter.fillRect(box.adjusted(-2, -2, 2, 2), QColor(self._colours.base))
        paint(painter, box, sign)

    def _paint_rest(self, painter: QPainter, before: int, after: int) -> None:
        painter.setFont(self._scale.font(CAPTION))
        painter.setPen(QColor(self._colours.text3))
        more = self._scale.px(_MORE)
        for count, box in (
            (before, QRectF(0, 0, more - 4, self.height())),
            (after, QRectF(self.width() - more + 4, 0, more - 4, self.height())),
        ):
            if count:
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"+{count}")
