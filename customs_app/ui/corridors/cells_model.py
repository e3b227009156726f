"""A table of the lower pane as a model: texts, and places that lead to steps."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from customs_app.ui.corridors.looks import Cell, TableLook
from customs_app.ui.widgets.tips import plain

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
CELL_ROLE = int(_Role.UserRole) + 71
_DISPLAY, _TIP, _SPOKEN = int(_Role.DisplayRole), int(_Role.ToolTipRole), int(_Role.AccessibleTextRole)
_ALIGN = int(_Role.TextAlignmentRole)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
EMPTY = TableLook("", "", "", (), (), ())


class CellsModel(QAbstractTableModel):
    """The cells of one TableLook; copied, a cell of places gives its spoken text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = EMPTY

    def show_table(self, look: TableLook) -> None:
        """Show another table."""
        self.beginResetModel()
        self.look = look
        self.endResetModel()

    def cell(self, index: Index) -> Cell | None:
        """What stands at a place."""
        return self.look.rows[index.row()][index.column()] if index.isValid() else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.look.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """One for each head."""
        return 0 if parent.isValid() else len(self.look.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """Names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.look.heads):
            return None
        if role == _ALIGN and self.is_figure(section):
            return _RIGHT
        return self.look.heads[section] if role in (_DISPLAY, _SPOKEN) else None

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """Text, tooltip, spoken text, and the cell."""
        cell = self.cell(index)
        if cell is None:
            return None
        if role == CELL_ROLE:
            return cell
        if role == _DISPLAY:
            return cell.text or cell.spoken
        if role == _TIP:
            return plain(cell.tip) if cell.tip else None
        if role == _SPOKEN:
            return cell.spoken or cell.text
        return _RIGHT if role == _ALIGN and cell.figure else None

    def is_figure(self, column: int) -> bool:
        """Whether a column holds figures, which stand at the right."""
        return any(row[column].figure for row in self.look.rows)
