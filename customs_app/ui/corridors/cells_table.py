"""A table of the lower pane; a click on the number of a step leads to it."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.corridors.cells_delegate import CellsDelegate
from customs_app.ui.corridors.cells_model import CellsModel
from customs_app.ui.corridors.looks import Place, TableLook
from customs_app.ui.session import Session
from customs_app.ui.widgets.table import copy_action, dress_header, row_height

_NARROWEST, _WIDEST, _FIRST = 56, 320, 150
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CellsTable(QTableView):
    """`place_chosen` carries the Place that was taken, `block_chosen` the key of a column's block.

    `cell_chosen` carries the Cell that is current.
    """

    place_chosen = Signal(object)
    block_chosen = Signal(str)
    cell_chosen = Signal(object)

    def __init__(self, session: Session, name: str) -> None:
        super().__init__()
        self.cells = CellsModel(self)
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
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(self._on_current)

    def show_table(self, look: TableLook) -> None:
        """Show another table, its columns as wide as their cells."""
        self.cells.show_table(look)
        self.setAccessibleName(look.title)
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

    def _on_current(self, current: QModelIndex, _before: QModelIndex | None = None) -> None:
        cell = self.cells.cell(current)
        if cell is not None:
            self.cell_chosen.emit(cell)

    def _on_head(self, column: int) -> None:
        block = self.cells.look.blocks[column]
        if block is not None:
            self.block_chosen.emit(block)

    def _share_out(self) -> None:
        """Each column as wide as what stands in it; the first takes the room that is left, or gives it."""
        look, header = self.cells.look, self.horizontalHeader()
        if not look.heads:
            return
        metrics = QFontMetrics(header.font())
        wanted = []
        for column, head in enumerate(look.heads):
            widths = [self._cell_delegate.width_of(row[column]) for row in look.rows]
            limit = _WIDEST if any(row[column].places or row[column].figure for row in look.rows) else 260
            wide = max([min(limit, max(widths, default=0)), metrics.horizontalAdvance(head) + 16, _NARROWEST])
            wanted.append(wide)
        spare = self.viewport().width() - sum(wanted)
        wanted[0] = max(min(wanted[0], _FIRST) if spare < 0 else wanted[0], wanted[0] + spare)
        for column, wide in enumerate(wanted):
            header.resizeSection(column, wide)
