"""A table of the lower pane; a click on the number of a step leads to it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.corridors.cells_delegate import CellsDelegate
from customs_app.ui.corridors.cells_model import CellsModel
from customs_app.ui.corridors.looks import Place, TableLook
from customs_app.ui.session import Session
from customs_app.ui.widgets.table import copy_action, dress_header, row_height

_NARROWEST, _LEAST, _WIDEST, _FIRST, _MEASURED = 56, 96, 320, 150, 60
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CellsTable(QTableView):
    """`place_chosen` carries the Place that was taken, `block_chosen` the key of a column's block."""

    place_chosen = Signal(object)
    block_chosen = Signal(str)

    def __init__(self, session: Session, name: str) -> None:
        super().__init__()
        self.cells = CellsModel(self)
        self._widths: tuple[list[int], list[int]] = ([], [])
        self.setObjectName(name)
        self.setFont(fonts.tabular(tokens.TABLE))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self._cell_delegate = CellsDelegate(session.palette, self)
        self.setItemDelegate(self._cell_delegate)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(row_height(session.language))
        dress_header(self.horizontalHeader())
        self.horizontalHeader().setSectionsMovable(False)
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().sectionClicked.connect(self._on_head)
        self.addAction(copy_action(self, session))
        self.setModel(self.cells)

    def show_table(self, look: TableLook) -> None:
        """Show another table, its columns as wide as their cells."""
        if look == self.cells.look:
            return
        self.cells.show_table(look)
        self.setAccessibleName(look.name)
        self._measure()
        self._share_out()

    def show_step(self, step_id: str | None) -> None:
        """Make the first cell current that leads to a step, without telling."""
        for row, cells in enumerate(self.cells.look.rows):
            for column, cell in enumerate(cells):
                if any(place.step_id == step_id for place in cell.places):
                    blocked = self.selectionModel().blockSignals(True)
                    self.setCurrentIndex(self.cells.index(row, column))
                    self.selectionModel().blockSignals(blocked)
                    self.viewport().update()
                    return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new width."""
        super().resizeEvent(event)
        self._share_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a number leads to its step."""
        super().mousePressEvent(event)
        place = self._place_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and place is not None:
            self.place_chosen.emit(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand where a click leads somewhere."""
        super().mouseMoveEvent(event)
        place = self._place_at(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if place is not None else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads to the first step of the current cell."""
        cell = self.cells.cell(self.currentIndex())
        if event.key() in _ENTER and cell is not None and cell.places:
            self.place_chosen.emit(cell.places[0])
            return
        super().keyPressEvent(event)

    def _place_at(self, at: QPoint) -> Place | None:
        index = self.indexAt(at)
        cell = self.cells.cell(index)
        return self._cell_delegate.place_at(cell, self.visualRect(index), at) if cell is not None else None

    def _on_head(self, column: int) -> None:
        block = self.cells.look.blocks[column]
        if block is not None:
            self.block_chosen.emit(block)

    def _measure(self) -> None:
        """How wide each column would be, and how narrow it may become."""
        metrics = QFontMetrics(self.horizontalHeader().font())
        wanted, least = [], []
        for column, head in enumerate(self.cells.look.heads):
            cells = [row[column] for row in self.cells.look.rows]
            fixed = any(cell.places or cell.figure for cell in cells)
            name = max(metrics.horizontalAdvance(head) + 16, _NARROWEST)
            widest = max((self._cell_delegate.width_of(cell) for cell in cells[:_MEASURED]), default=0)
            wanted.append(max(name, min(widest, _WIDEST)))
            narrow = _FIRST if column == 0 else _LEAST
            least.append(wanted[-1] if fixed else max(name, min(wanted[-1], narrow)))
        self._widths = wanted, least

    def _share_out(self) -> None:
        """Each column as wide as what stands in it; the first takes the room that is left, or gives it."""
        for column, wide in enumerate(fitted(*self._widths, self.viewport().width())):
            if self.columnWidth(column) != wide:
                self.horizontalHeader().resizeSection(column, wide)


def fitted(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Widths that fill the room: the first takes what is left; where it is too little the widest give."""
    widths = list(wanted)
    if not widths:
        return widths
    while sum(widths) > room:
        at = max(range(len(widths)), key=lambda at: widths[at] - least[at])
        give = min(widths[at] - least[at], sum(widths) - room, 20)
        if give <= 0:
            return widths
        widths[at] -= give
    widths[0] += room - sum(widths)
    return widths
