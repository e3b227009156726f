"""The totals as a Qt model, with the same columns as the matrix."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from customs_app.figures.figure_text import UNKNOWN
from customs_app.language.words import Words
from customs_app.ui.compare.totals_rows import Total, TotalRow
from customs_app.ui.widgets.copying import COPY_ROLE
from customs_app.ui.widgets.country_header import Head

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
ROW_ROLE = int(_Role.UserRole) + 82
_DISPLAY, _TOOLTIP, _ACCESSIBLE = (
    int(_Role.DisplayRole),
    int(_Role.ToolTipRole),
    int(_Role.AccessibleTextRole),
)
_COPY = int(COPY_ROLE)
_WANTED = frozenset({_DISPLAY, _TOOLTIP, _ACCESSIBLE, _COPY})


class TotalsModel(QAbstractTableModel):
    """Column 0 names the total, then come the countries, then the unit."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.rows: tuple[TotalRow, ...] = ()
        self.heads: tuple[Head, ...] = ()

    def show_rows(self, heads: Sequence[Head], rows: Sequence[TotalRow]) -> None:
        """Show these totals under the heads of these countries."""
        self.beginResetModel()
        self.heads = (
            (Head(self._words.text("Total")), *heads, Head(self._words.text("Unit"))) if heads else ()
        )
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many totals there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The countries and two more."""
        return 0 if parent.isValid() else len(self.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """The name of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.heads):
            return None
        return self.heads[section].title if role == _DISPLAY else None

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """The TotalRow of a row; text, tooltip, spoken and copied text of a cell."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        return self._text(row, index.column(), role) if role in _WANTED else None

    def _text(self, row: TotalRow, column: int, role: int) -> str:
        if column == 0:
            return f"{row.title}, {row.below}" if row.below else row.title
        if column == len(self.heads) - 1:
            return row.unit
        cell = row.cells[column - 1]
        if role == _TOOLTIP:
            return cell.tip
        if role == _ACCESSIBLE:
            text = self._words.text("unknown") if cell.lines == (UNKNOWN,) else cell.copied
            return f"{self.heads[column].title}, {row.title}: {text} {row.unit}".rstrip()
        return cell.copied

    def row_of(self, key: Total) -> int:
        """Where a total is shown; -1 where it is not."""
        return next((at for at, row in enumerate(self.rows) if row.key is key), -1)

    def country(self, column: int) -> str:
        """The country of a column (ISO 3166 alpha-2); empty for the first and the last."""
        return self.heads[column].iso2 if 0 <= column < len(self.heads) else ""
