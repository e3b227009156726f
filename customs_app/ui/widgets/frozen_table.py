"""A table whose first column stays where it is while the others scroll sideways."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QHeaderView, QTableView

from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.session import Session
from customs_app.ui.widgets.table import copy_action

Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FIXED = QHeaderView.ResizeMode.Fixed
_PER_PIXEL = QAbstractItemView.ScrollMode.ScrollPerPixel
_OFF = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class FrozenTable(QTableView):
    """Cells chosen one by one or many; Enter or a double click opens.

    `opened` carries the index; `left_end` is sent by ↓ on the last row and ↑ on the first (+1, -1),
    `down_asked` by Alt+↓.
    """

    opened = Signal(QModelIndex)
    down_asked = Signal()
    left_end = Signal(int)

    def __init__(self, session: Session, name: str, says: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        _dress(self)
        self.setHorizontalScrollMode(_PER_PIXEL)
        self.frozen = _Frozen(self)
        self.addAction(copy_action(self, session))
        self.doubleClicked.connect(self.opened)
        self.frozen.doubleClicked.connect(self.opened)
        self.frozen.customContextMenuRequested.connect(self._on_menu_asked)
        self.verticalScrollBar().valueChanged.connect(self.frozen.verticalScrollBar().setValue)
        self.frozen.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model in both parts."""
        super().setModel(model)
        self.frozen.setModel(model)
        self.frozen.setSelectionModel(self.selectionModel())

    def setItemDelegate(self, delegate: QAbstractItemDelegate) -> None:
        """Paint both parts with one delegate."""
        super().setItemDelegate(delegate)
        self.frozen.setItemDelegate(delegate)

    def set_headers(self, header: QHeaderView | None, frozen: QHeaderView | None) -> None:
        """Take headers for both parts, or none at all."""
        for view, own in ((self, header), (self.frozen, frozen)):
            if own is None:
                view.horizontalHeader().hide()
            else:
                view.setHorizontalHeader(own)
                own.show()
        self.frozen.raise_()  # a new header lies above what was there before
        self.place_frozen()

    def set_width(self, column: int, width: int) -> None:
        """Give a column a width in both parts."""
        self.setColumnWidth(column, width)
        if column == 0:
            self.frozen.setColumnWidth(0, width)
            self.place_frozen()

    def set_height(self, row: int, height: int) -> None:
        """Give a row a height in both parts."""
        self.setRowHeight(row, height)
        self.frozen.setRowHeight(row, height)

    def set_row_height(self, height: int) -> None:
        """Give all rows one height."""
        for view in (self, self.frozen):
            view.verticalHeader().setDefaultSectionSize(height)

    def place_frozen(self) -> None:
        """Lay the first column over the left edge."""
        header, columns = self.horizontalHeader(), 0 if self.model() is None else self.model().columnCount()
        for column in range(columns):
            if self.frozen.isColumnHidden(column) != (column > 0):
                self.frozen.setColumnHidden(column, column > 0)
        self.frozen.horizontalHeader().setOffset(0)
        above = header.height() if header.isVisible() else 0
        self.frozen.setGeometry(0, 0, self.columnWidth(0) if columns else 0, above + self.viewport().height())

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into sight, out from under the first column."""
        bar = self.horizontalScrollBar()
        stood = bar.value()
        super().scrollTo(index, hint)
        if index.column() == 0:
            bar.setValue(stood)
            return
        hidden = self.columnWidth(0) - self.visualRect(index).left()
        if hidden > 0:
            bar.setValue(bar.value() - hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the first column in its place."""
        super().resizeEvent(event)
        self.place_frozen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; ↑ and ↓ leave the table at its ends."""
        key, row = event.key(), self.currentIndex().row()
        if key in _ENTER and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        elif key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.down_asked.emit()
        elif key == Qt.Key.Key_Down and row == self.model().rowCount() - 1:
            self.left_end.emit(1)
        elif key == Qt.Key.Key_Up and row == 0:
            self.left_end.emit(-1)
        else:
            super().keyPressEvent(event)

    def repaint_cells(self) -> None:
        """Paint both parts anew."""
        self.viewport().update()
        self.frozen.viewport().update()

    def _on_menu_asked(self, at: QPoint) -> None:
        own = self.viewport().mapFromGlobal(self.frozen.viewport().mapToGlobal(at))
        self.customContextMenuRequested.emit(own)


class _Frozen(QTableView):
    """The first column, laid over the table; what it is asked for goes to the table."""

    def __init__(self, table: FrozenTable) -> None:
        super().__init__(table)
        self._table = table
        self.setObjectName(f"{table.objectName()}_first")
        self.setAccessibleName(table.accessibleName())
        _dress(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(table)
        self.setAutoScroll(False)
        self.setHorizontalScrollBarPolicy(_OFF)
        self.setVerticalScrollBarPolicy(_OFF)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click brings the focus to the table."""
        self._table.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel turns the whole table."""
        self._table.wheelEvent(event)


def _dress(view: QTableView) -> None:
    view.setFont(fonts.tabular(tokens.TABLE))
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setVerticalScrollMode(_PER_PIXEL)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setCornerButtonEnabled(False)
    view.setMouseTracking(True)
    view.setShowGrid(False)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    rows = view.verticalHeader()
    rows.hide()
    rows.setMinimumSectionSize(16)
    rows.setSectionResizeMode(_FIXED)
