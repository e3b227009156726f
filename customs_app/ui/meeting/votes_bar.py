"""What the delegations marked before the meeting, in one row: codes, signs, and how far they agree."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from customs_app.figures.qt_painter import paint
from customs_app.figures.shapes import Drawing
from customs_app.figures.tokens import Palette
from customs_app.ui.meeting.chips import chip_width, paint_chip, paint_text, text_width
from customs_app.ui.meeting.scale import Scale
from customs_app.ui.widgets.tips import plain

_PAD, _GAP, _SIGN, _ROW, _EDGE = 8, 22, 24, 36, 12
_LABEL = 13.0


@dataclass(frozen=True, slots=True)
class VoteCell:
    """A delegation: its code, the signs of its verdicts, a word where there is none, all of it in words."""

    code: str
    signs: tuple[Drawing, ...]
    word: str
    says: str


class VotesBar(QWidget):
    """A label, the delegations in as many rows as they need, and at the right the agreement."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._colours, self._scale = palette, Scale()
        self._label = self._right = ""
        self._cells: tuple[VoteCell, ...] = ()
        self.setObjectName("meeting_votes")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_votes(self, label: str, cells: Sequence[VoteCell], right: str) -> None:
        """Show the votes on a step."""
        self._label, self._cells, self._right = label, tuple(cells), right
        self.setAccessibleName(
            ". ".join(part for part in (label, *(cell.says for cell in cells), right) if part)
        )
        self.updateGeometry()
        self.update()

    def set_scale(self, scale: Scale) -> None:
        """Take another size."""
        self._scale = scale
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """It has."""
        return True

    def heightForWidth(self, width: int) -> int:
        """One row, or as many as the delegations need."""
        return self._scale.px(_ROW) * self._rows(width) + 2 * self._scale.px(_EDGE)

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(600, self.heightForWidth(max(self.width(), 600)))

    def minimumSizeHint(self) -> QSize:
        """Narrow."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        painter = QPainter(self)
        colours, scale = self._colours, self._scale
        middle = scale.px(_EDGE) + scale.px(_ROW) / 2
        paint_text(painter, QPointF(0, middle), self._label, colours.text2, scale, points=_LABEL)
        right = self.width() - text_width(self._right, scale, _LABEL)
        paint_text(painter, QPointF(right - 1, middle), self._right, colours.text2, scale, points=_LABEL)
        for cell, box in self._boxes(self.width()):
            self._paint_cell(painter, box, cell)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Tell of the delegation under the mouse."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = QPointF(event.pos())
            says = next((cell.says for cell, box in self._boxes(self.width()) if box.contains(at)), "")
            QToolTip.showText(event.globalPos(), plain(says), self)
            return True
        return super().event(event)

    def _paint_cell(self, painter: QPainter, box: QRectF, cell: VoteCell) -> None:
        scale, middle = self._scale, box.center().y()
        x = (
            box.x()
            + paint_chip(painter, QPointF(box.x(), middle), cell.code, self._colours, scale)
            + scale.px(_PAD)
        )
        side = scale.px(_SIGN)
        for sign in cell.signs:
            paint(painter, QRectF(x, middle - side / 2, side, side), sign)
            x += side + scale.px(4)
        if cell.word:
            paint_text(painter, QPointF(x, middle), cell.word, self._colours.text3, scale)

    def _boxes(self, width: int) -> list[tuple[VoteCell, QRectF]]:
        scale, found = self._scale, []
        start = text_width(self._label, scale, _LABEL) + scale.px(_GAP) if self._label else 0.0
        room = width - text_width(self._right, scale, _LABEL) - scale.px(_GAP)
        x, row = start, 0
        for cell in self._cells:
            wide = self._cell_width(cell)
            if x > start and x + wide > (room if row == 0 else width):
                x, row = start, row + 1
            top = scale.px(_EDGE) + row * scale.px(_ROW)
            found.append((cell, QRectF(x, top, wide, scale.px(_ROW))))
            x += wide + scale.px(_GAP)
        return found

    def _cell_width(self, cell: VoteCell) -> float:
        scale = self._scale
        word = text_width(cell.word, scale) if cell.word else 0.0
        signs = len(cell.signs) * (scale.px(_SIGN) + scale.px(4))
        return chip_width(cell.code, scale) + scale.px(_PAD) + signs + word

    def _rows(self, width: int) -> int:
        boxes = self._boxes(width)
        return 1 + round((boxes[-1][1].y() - self._scale.px(_EDGE)) / self._scale.px(_ROW)) if boxes else 1
