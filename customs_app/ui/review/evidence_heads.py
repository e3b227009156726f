"""The heads of the evidence: titles of the steps above it, names of the fields at its left."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.icons import paint_icon
from customs_app.ui.review.evidence_model import COLUMN_ROLE, FOLDED_ROLE, ROW_ROLE
from customs_app.ui.review.sheet import Column, Row
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import badge_width, paint_badge

_PAD_X, _PAD_Y = 8, 7
_MOST_LINES = 3
FIELD_WIDTH = 106
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class StepsHead(QHeaderView):
    """Number and title of each step; the one that is to be marked has the edge of the accent colour."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._colours, self._language = session.palette, session.language
        self._font = fonts.font(tokens.BODY, bold=True)
        self._several = False
        self.marked: str | None = None
        self.setObjectName("evidence_steps")
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)
        self.setSectionsMovable(False)

    def fit(self, widths: dict[int, int]) -> None:
        """Be as high as the longest title needs: section -> its width."""
        metrics, most = QFontMetrics(self._font), 0
        columns = [(section, self._column(section)) for section in widths]
        self._several = sum(1 for _, column in columns if column is not None and column.own) > 1
        for section, column in columns:
            if column is not None:
                room = QRect(0, 0, widths[section] - 2 * _PAD_X - self._before(column), 1000)
                most = max(most, metrics.boundingRect(room, _WRAP, _title(column)).height())
        self.setFixedHeight(min(most, _MOST_LINES * metrics.lineSpacing()) + 2 * _PAD_Y)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint the head of one step, or of the gap between two."""
        colours, column = self._colours, self._column(section)
        marked = column is not None and column.step is not None and column.step.id == self.marked
        painter.save()
        painter.fillRect(rect, QColor(colours.accentbg if marked and self._several else colours.window))
        painter.setPen(QColor(colours.line2))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if column is not None:
            if marked and self._several:
                painter.fillRect(rect.x(), rect.y(), rect.width(), 3, QColor(colours.accent))
            self._paint_title(painter, rect, column, marked=marked and self._several)
        painter.restore()

    def _paint_title(self, painter: QPainter, rect: QRect, column: Column, *, marked: bool) -> None:
        colours = self._colours
        x = rect.x() + _PAD_X
        if not column.own and column.country:
            paint_badge(painter, QPointF(x, rect.y() + _PAD_Y + 8), column.country, colours)
        x += self._before(column)
        box = QRect(x, rect.y() + _PAD_Y, rect.right() - x - _PAD_X + 1, rect.height() - 2 * _PAD_Y)
        painter.setFont(self._font)
        painter.setPen(QColor(colours.on_accentbg if marked else colours.text))
        painter.drawText(box, _WRAP, _title(column))
        if column.title.language is not self._language:
            at = QPointF(rect.right() - badge_width("EN") - 2, rect.bottom() - 10)
            paint_badge(painter, at, "EN", colours, plain=True)

    def _before(self, column: Column) -> int:
        return round(badge_width(column.country)) + 6 if not column.own and column.country else 0

    def _column(self, section: int) -> Column | None:
        found = self.model().headerData(section, Qt.Orientation.Horizontal, COLUMN_ROLE)
        return found if isinstance(found, Column) else None


class FieldsHead(QHeaderView):
    """Names of the fields, top left in their rows; `fold_asked` when that of the equal ones is clicked."""

    fold_asked = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._colours = session.palette
        self._font = fonts.font(tokens.SMALL)
        self.setObjectName("evidence_fields")
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)
        self.setFixedWidth(FIELD_WIDTH)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """Always of one width."""
        return QSize(FIELD_WIDTH, super().sizeHint().height())

    def least_height(self, section: int) -> int:
        """The height that a name with a tag below it asks for; 0 where it has none."""
        row = self.model().headerData(section, Qt.Orientation.Vertical, ROW_ROLE)
        if not (isinstance(row, Row) and row.untranslated):
            return 0
        return 5 + QFontMetrics(self._font).lineSpacing() + 22

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint the name of a field, with a tag where it is not translated."""
        colours, model = self._colours, self.model()
        orientation = Qt.Orientation.Vertical
        row = model.headerData(section, orientation, ROW_ROLE)
        folded = bool(model.headerData(section, orientation, FOLDED_ROLE))
        painter.save()
        painter.fillRect(rect, QColor(colours.panel))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        x = rect.x() + _PAD_X
        if folded:
            paint_icon(painter, QRectF(x - 2, rect.y() + 7, 12, 12), "chevron-right", colours.text3)
            x += 14
        painter.setFont(self._font)
        painter.setPen(QColor(colours.text2))
        box = QRect(x, rect.y() + 5, rect.right() - x - 4, rect.height() - 6)
        painter.drawText(box, _WRAP, str(model.headerData(section, orientation)))
        if isinstance(row, Row) and row.untranslated:
            below = QFontMetrics(self._font).lineSpacing()
            paint_badge(painter, QPointF(x, rect.y() + 5 + below + 10), "EN", colours, plain=True)
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the line of the equal fields unfolds them."""
        section = self.logicalIndexAt(event.position().toPoint())
        if self.model().headerData(section, Qt.Orientation.Vertical, FOLDED_ROLE):
            self.fold_asked.emit()
            return
        super().mousePressEvent(event)


def _title(column: Column) -> str:
    return f"{column.step.seq}  {column.title.text}" if column.step is not None else column.title.text
