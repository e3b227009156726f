"""The one scrolling view of both procedures."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from customs_app.reports.pair.answer import LEFT, RIGHT
from customs_app.reports.pair.lines import PairLine
from customs_app.ui.pair.delegate import PairDelegate
from customs_app.ui.pair.header import PairHeader
from customs_app.ui.pair.measures import Layout
from customs_app.ui.pair.model import COLUMNS, PairModel
from customs_app.ui.session import Session
from customs_app.ui.widgets.table import row_height

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class PairTable(QTableView):
    """Rows are chosen whole; the cursor stands on one of the two sides.

    `moved` when another row or side is current; `opened` on Enter or a double click, `left` on Esc,
    `sources_asked` on Space, `copied` on Ctrl+C, `menu_asked` has a place on the screen; `fitted` carries
    the widths of the columns.
    """

    moved = Signal()
    opened = Signal()
    left = Signal()
    sources_asked = Signal()
    copied = Signal()
    menu_asked = Signal(QPoint)
    fitted = Signal(int, int, int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.layout_ = Layout(session.words)
        self.pair_model = PairModel(session.words, self)
        text = session.words.text
        self.header = PairHeader(session.palette, self.layout_, text("What differs"), self)
        self.delegate = PairDelegate(session.palette, session.words, self.layout_, self)
        self.setObjectName("pair_table")
        self.setAccessibleName(text("Steps of both procedures"))
        self._dress(row_height(session.language))
        self.setModel(self.pair_model)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def _dress(self, height: int) -> None:
        self.setHorizontalHeader(self.header)
        self.header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(height)
        self.setItemDelegate(self.delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    # -- what is shown and chosen

    @property
    def side(self) -> str:
        """The side on which the cursor stands."""
        return self.delegate.side

    @property
    def line(self) -> PairLine | None:
        """The current row."""
        row, lines = self.currentIndex().row(), self.pair_model.lines
        return lines[row] if 0 <= row < len(lines) else None

    @property
    def chosen(self) -> tuple[PairLine, ...]:
        """The rows that are chosen, in order."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(self.pair_model.lines[row] for row in rows)

    def show_lines(self, lines: Sequence[PairLine], heads: tuple[str, str, str], key: str) -> None:
        """Show these rows; the row that has the key (or one of its steps) becomes current, or the first."""
        self.layout_.measure(lines)
        self.delegate.forget()
        self.pair_model.show_lines(lines, heads)
        self._fit()
        if lines:
            self.go_to(max(0, self.pair_model.row_of(key)), self.side)

    def go_to(self, row: int, side: str) -> None:
        """Put the cursor on a side of a row."""
        self.delegate.side = side
        index = self.pair_model.index(row, COLUMNS.index(side))
        self.selectionModel().setCurrentIndex(index, _ROWS)
        self.scrollTo(index)
        self._show_current()

    def turn_side(self) -> None:
        """Put the cursor on the other side of its row."""
        row = self.currentIndex().row()
        if row >= 0:
            self.go_to(row, RIGHT if self.side == LEFT else LEFT)

    def show_linking(self, step_id: str) -> None:
        """Frame the step that is being linked; "" for none."""
        self.delegate.linked = step_id
        self.viewport().update()

    # -- keys

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes to the other side; Shift+Tab leaves the view, as F6 does."""
        if forward and self.line is not None:
            self.turn_side()
            return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← and → choose the side, Enter opens, Space shows the sources, Esc leads back."""
        key, bare = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        row = self.currentIndex().row()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif key in _ENTER:
            self.opened.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Space and bare:
            self.sources_asked.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and bare and row >= 0:
            self.go_to(row, LEFT if key == Qt.Key.Key_Left else RIGHT)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the current row."""
        at = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.visualRect(self.currentIndex()).bottomLeft()
        if self.line is not None:
            self.menu_asked.emit(self.viewport().mapToGlobal(at))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the cursor is."""
        super().focusInEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give both sides the same width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.viewport().width()
        between = self.layout_.between(room)
        side = max(60, (room - between) // 2)
        for column, width in enumerate((side, room - 2 * side, side)):
            if self.columnWidth(column) != width:
                self.setColumnWidth(column, width)
        self.fitted.emit(side, room - 2 * side, self.width() - room + side)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        side = COLUMNS[current.column()] if current.isValid() else ""
        if side in (LEFT, RIGHT):
            self.delegate.side = side
        self._show_current()
        self.moved.emit()

    def _show_current(self) -> None:
        line = self.line
        self.delegate.current = self.currentIndex().row()
        self.delegate.pair = line.pair if line is not None and line.parts > 1 else None
        self.viewport().update()
