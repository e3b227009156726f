"""The table that says what a picture shows."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from customs_app.figures.picture import PictureTable
from customs_app.ui.session import Session
from customs_app.ui.widgets.table import Table

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
_TEXTS = frozenset({int(_Role.DisplayRole), int(_Role.AccessibleTextRole)})
_LEAST, _MOST, _SAMPLE = 56, 340, 60
_PADDING = 22


class EqualModel(QAbstractTableModel):
    """Texts in rows, as the picture gives them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = PictureTable((), ())

    def show_table(self, table: PictureTable) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.table.head)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(_Role.DisplayRole)
    ) -> Any:  # noqa: ANN401 - Qt's own type
        """Names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role in _TEXTS:
            return self.table.head[section]
        return None

    def data(self, index: Index, role: int = int(_Role.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's own type
        """The text of a cell."""
        if index.isValid() and role in _TEXTS:
            return self.table.rows[index.row()][index.column()]
        return None


class EqualTable(Table):
    """Shows and copies it; a picture with other columns gets columns of its own widths.

    `left` when Esc was pressed.
    """

    left = Signal()

    def __init__(self, session: Session, name: str) -> None:
        super().__init__(session, name)
        self._model = EqualModel(self)
        self.setModel(self._model)
        self.setAccessibleName(session.words.text("The picture as a table"))

    def show_table(self, table: PictureTable) -> None:
        """Show what a picture says; the current row stays."""
        heads, row = self._model.table.head, self.currentIndex().row()
        self._model.show_table(table)
        if heads != table.head:
            self._fit_columns(table)
        if table.rows:
            self.selectRow(min(max(row, 0), len(table.rows) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the picture."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _fit_columns(self, table: PictureTable) -> None:
        header = self.horizontalHeader()
        bold = header.fontMetrics()
        for column, head in enumerate(table.head):
            widest = max(
                (self.fontMetrics().horizontalAdvance(row[column]) for row in table.rows[:_SAMPLE]), default=0
            )
            wide = max(widest, bold.horizontalAdvance(head)) + _PADDING
            header.resizeSection(column, min(max(wide, _LEAST), _MOST))
