"""The table of the evidence: steps side by side, rows as high as their texts, links one click away."""

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.review.cells import Cell
from customs_app.ui.review.evidence_heads import FieldsHead, StepsHead
from customs_app.ui.review.evidence_model import CELL_ROLE, FOLDED_ROLE, RELATION_ROLE, EvidenceModel, Index
from customs_app.ui.review.rich import LaidLines
from customs_app.ui.review.sheet import Relation, Sheet
from customs_app.ui.session import Session
from customs_app.ui.widgets.delegates import paint_focus
from customs_app.ui.widgets.table import copy_action

_BETWEEN = 30
_NARROWEST = 180
_AT_ONCE = 4
_PAD_X, _PAD_Y = 8, 5


class EvidenceView(QTableView):
    """`step_chosen` carries the id of the step that is to be marked; `link_opened` a link of a cell.

    `entered` when Enter is pressed.
    """

    step_chosen = Signal(str)
    link_opened = Signal(str)
    entered = Signal()

    def __init__(self, session: Session, model: EvidenceModel) -> None:
        super().__init__()
        self._evidence = model
        self._laid: dict[tuple[int, int], LaidLines] = {}
        self._session = session
        self.heads = StepsHead(session, self)
        self.fields = FieldsHead(session, self)
        self.setObjectName("evidence")
        self.setAccessibleName(session.words.text("Evidence, steps side by side"))
        self.setHorizontalHeader(self.heads)
        self.setVerticalHeader(self.fields)
        self.setFont(fonts.tabular(tokens.TABLE))
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_EvidenceDelegate(session, self))
        self.setModel(model)
        self.addAction(copy_action(self, session))
        self.heads.sectionClicked.connect(self._on_head)
        self.fields.fold_asked.connect(self.turn_equal)
        self._fitting = QTimer(self, interval=0, singleShot=True)
        self._fitting.timeout.connect(self.fit)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show other evidence."""
        self._laid.clear()
        self._evidence.show_sheet(sheet)
        self.fit()
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(0)

    def show_marked(self, step_id: str | None) -> None:
        """Show which step is to be marked."""
        self.heads.marked = step_id
        self.heads.viewport().update()
        section = self._section_of(step_id)
        if section is not None and self._evidence.rowCount():
            row = max(0, self.currentIndex().row())
            index = self._evidence.index(min(row, self._evidence.rowCount() - 1), section)
            self.setCurrentIndex(index)

    def turn_equal(self, *, always: bool = False) -> None:
        """Show equal fields in rows of their own, or fold them into one line.

        `always` turns it also where there are none now, for the evidence that comes.
        """
        if not self._evidence.sheet.equal and not always:
            return
        marked = self.heads.marked
        self._laid.clear()
        self._evidence.unfold(unfolded=not self._evidence.unfolded)
        self.fit()
        self.show_marked(marked)

    def laid(self, index: Index) -> LaidLines | None:
        """The lines of a cell, laid out in its width."""
        key = index.row(), index.column()
        if key not in self._laid:
            cell = index.data(CELL_ROLE)
            if not isinstance(cell, Cell):
                return None
            across = self._folded(index.row())
            width = self.heads.length() if across else self.columnWidth(index.column())
            self._laid[key] = LaidLines(
                cell.lines, width - 2 * _PAD_X, self._session.palette, self._session.words
            )
        return self._laid[key]

    def fit(self) -> None:
        """Give columns and rows their sizes, and the view the height of all it holds."""
        model = self._evidence
        columns, rows = model.columnCount(), model.rowCount()
        widths = self._widths(columns)
        if any(self.columnWidth(section) != width for section, width in widths.items()):
            self._laid.clear()
        for section, width in widths.items():
            self.setColumnWidth(section, width)
        self.heads.fit(widths)
        self.clearSpans()
        for row in range(rows):
            if self._folded(row) and columns > 1:
                self.setSpan(row, 0, 1, columns)
            self.setRowHeight(row, self._row_height(row, columns))
        bar = self.horizontalScrollBar().sizeHint().height() if self._overflows(columns) else 0
        self.setMaximumHeight(self.heads.height() + self.fields.length() + bar)
        self.setMinimumHeight(min(self.maximumHeight(), 120))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as all it holds."""
        return QSize(super().sizeHint().width(), self.maximumHeight())

    # -- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← and → go from step to step."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        by = {Qt.Key.Key_Left: -2, Qt.Key.Key_Right: 2}.get(Qt.Key(event.key()))
        if by is None or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
            return
        column = self.currentIndex().column() // 2 * 2 + by
        if 0 <= column < self._evidence.columnCount():
            self.setCurrentIndex(self._evidence.index(max(0, self.currentIndex().row()), column))
            self._choose(column)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses the step; on a link it opens the link."""
        super().mousePressEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        if self._folded(index.row()):
            self.turn_equal()
            return
        link = self._link_at(index, event.position())
        if link:
            self.link_opened.emit(link)
        else:
            self._choose(index.column())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over links."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        over = index.isValid() and bool(self._link_at(index, event.position()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fitting.start()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other rows."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_fitting"):
            self._laid.clear()
            self._fitting.start()

    # -- inside

    def _widths(self, columns: int) -> dict[int, int]:
        steps = (columns + 1) // 2
        if not steps:
            return {}
        shown = min(steps, _AT_ONCE)
        room = self.viewport().width() - _BETWEEN * (shown - 1)
        if steps > _AT_ONCE:
            room -= 40  # a part of the next one shows that there is more
        each = max(_NARROWEST, room // shown)
        widths = {section: _BETWEEN if section % 2 else each for section in range(columns)}
        if steps <= _AT_ONCE:
            widths[columns - 1] = max(_NARROWEST, room - each * (steps - 1))
        return widths

    def _overflows(self, columns: int) -> bool:
        return sum(self._widths(columns).values()) > self.viewport().width()

    def _row_height(self, row: int, columns: int) -> int:
        step = columns if self._folded(row) else 2
        heights = [
            laid.height
            for column in range(0, columns, step or 1)
            if (laid := self.laid(self._evidence.index(row, column))) is not None
        ]
        return max(tokens.ROW, round(max(heights, default=0)) + 2 * _PAD_Y, self.fields.least_height(row))

    def _folded(self, row: int) -> bool:
        return bool(self._evidence.headerData(row, Qt.Orientation.Vertical, FOLDED_ROLE))

    def _link_at(self, index: QModelIndex, place: QPointF) -> str:
        laid = self.laid(index)
        corner = self.visualRect(index).topLeft()
        return laid.link_at(place - QPointF(corner) - QPointF(_PAD_X, _PAD_Y)) if laid else ""

    def _on_head(self, section: int) -> None:
        self.setFocus()
        self._choose(section)

    def _choose(self, section: int) -> None:
        column = self._evidence.column_at(section)
        if column is not None and column.own and column.step is not None:
            self.step_chosen.emit(column.step.id)

    def _section_of(self, step_id: str | None) -> int | None:
        for place, column in enumerate(self._evidence.sheet.columns):
            if column.step is not None and column.step.id == step_id:
                return 2 * place
        return None


class _EvidenceDelegate(QStyledItemDelegate):
    def __init__(self, session: Session, view: EvidenceView) -> None:
        super().__init__(view)
        self._colours, self._view = session.palette, view
        self._sign = fonts.font(tokens.BODY)
        self._sign.setWeight(QFont.Weight.DemiBold)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell of a step, or how two of them compare."""
        colours, rect = self._colours, QRect(option.rect)
        relation = index.data(RELATION_ROLE)
        painter.save()
        if relation is not None:
            # Qt hands the enumeration over as the text that it is.
            self._paint_relation(painter, rect, Relation(relation))
        else:
            several = len(self._view.selectedIndexes()) > 1
            chosen = several and bool(option.state & QStyle.StateFlag.State_Selected)
            painter.fillRect(rect, QColor(colours.accentbg if chosen else colours.base))
            laid = self._view.laid(index)
            if laid is not None:
                painter.setClipRect(rect)
                laid.paint(painter, QPointF(rect.x() + _PAD_X, rect.y() + _PAD_Y))
                painter.setClipping(False)
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if self._view.hasFocus():
            paint_focus(painter, option, colours)
        painter.restore()

    def _paint_relation(self, painter: QPainter, rect: QRect, relation: Relation) -> None:
        colours = self._colours
        differs = relation is Relation.DIFFERENT
        painter.fillRect(rect, QColor(colours.warnbg if differs else colours.panel))
        painter.setFont(self._sign)
        painter.setPen(QColor(colours.warn if differs else colours.text3))
        box = QRect(rect.x(), rect.y(), rect.width(), min(rect.height(), tokens.ROW + 2))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, relation.value)
