"""The evidence as a table: a column for each step, and a narrow one between neighbours."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from customs_app.language.words import Words
from customs_app.ui.review.cells import Cell, Line, Run, Tone
from customs_app.ui.review.sheet import RELATION_NAMES, Column, Relation, Row, Sheet
from customs_app.ui.widgets.tips import plain

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
CELL_ROLE = int(_Role.UserRole) + 1
RELATION_ROLE = int(_Role.UserRole) + 2
COLUMN_ROLE = int(_Role.UserRole) + 3
ROW_ROLE = int(_Role.UserRole) + 4
FOLDED_ROLE = int(_Role.UserRole) + 5
_DISPLAY, _TIP, _SPOKEN = int(_Role.DisplayRole), int(_Role.ToolTipRole), int(_Role.AccessibleTextRole)


class EvidenceModel(QAbstractTableModel):
    """Fields from top to bottom. Even columns are steps, odd ones say how their neighbours compare.

    Equal fields stand in the last row, folded into one line, or each in a row of its own.
    """

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._sheet = Sheet()
        self._unfolded = False

    @property
    def sheet(self) -> Sheet:
        """What is shown."""
        return self._sheet

    @property
    def unfolded(self) -> bool:
        """Whether equal fields stand in rows of their own."""
        return self._unfolded

    def show_sheet(self, sheet: Sheet) -> None:
        """Show other evidence."""
        self.beginResetModel()
        self._sheet = sheet
        self.endResetModel()

    def unfold(self, *, unfolded: bool) -> None:
        """Show equal fields in rows, or in one line."""
        self.beginResetModel()
        self._unfolded = unfolded
        self.endResetModel()

    def column_at(self, column: int) -> Column | None:
        """The step of a column; None between two."""
        place, between = divmod(column, 2)
        shown = self._sheet.columns
        return shown[place] if not between and place < len(shown) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The fields that are shown."""
        if parent.isValid():
            return 0
        equal = self._sheet.equal
        return len(self._sheet.rows) + (len(equal) if self._unfolded else bool(equal))

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The steps and what stands between them."""
        return 0 if parent.isValid() else max(0, 2 * len(self._sheet.columns) - 1)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """Numbers and titles of the steps; names of the fields."""
        if orientation is Qt.Orientation.Horizontal:
            return self._head(section, role)
        if section >= self.rowCount():
            return None
        return self._field_head(self._row(section), role)

    def _field_head(self, row: Row | None, role: int) -> object:
        if role == ROW_ROLE:
            return row
        if role == FOLDED_ROLE:
            return row is None
        if row is not None:
            return row.name if role in (_DISPLAY, _SPOKEN) else None
        return self._fold_name(role)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """The Cell or Relation of a place, as text too."""
        if not index.isValid():
            return None
        row = self._row(index.row())
        place, between = divmod(index.column(), 2)
        if role == FOLDED_ROLE:
            return row is None
        if row is None:
            return self._folded_data(index.column(), role)
        if between:
            return self._relation_data(row.relations[place], role)
        cell = row.cells[place]
        shown = cell.text if role in (_DISPLAY, _SPOKEN) else None
        return cell if role == CELL_ROLE else shown

    def _relation_data(self, relation: Relation, role: int) -> object:
        if role == RELATION_ROLE:
            return relation
        if role == _DISPLAY:
            return relation.value
        return self._words.text(RELATION_NAMES[relation]) if role in (_TIP, _SPOKEN) else None

    def _fold_name(self, role: int) -> str | None:
        if role in (_DISPLAY, _SPOKEN):
            return self._words.count("{n} field =", "{n} fields =", len(self._sheet.equal))
        if role == _TIP:
            return self._words.text("Show or fold the fields that are equal (H)")
        return None

    def _row(self, row: int) -> Row | None:
        """A field; None where the equal ones stand in one line."""
        rows = self._sheet.rows
        if row < len(rows):
            return rows[row]
        return self._sheet.equal[row - len(rows)] if self._unfolded else None

    def _folded_data(self, column: int, role: int) -> object:
        if column or role not in (CELL_ROLE, _DISPLAY, _SPOKEN):
            return Relation.SAME.value if column % 2 and role == _DISPLAY else None
        text = self._words.text("The same: {fields}", fields=self.equal_text())
        return Cell((Line((Run(text, Tone.SOFT),)),), text) if role == CELL_ROLE else text

    def equal_text(self) -> str:
        """The equal fields in one line."""
        return " · ".join(
            f"{row.name}: {row.cells[0].text.replace(chr(10), ', ')}" for row in self._sheet.equal
        )

    def _head(self, section: int, role: int) -> object:
        column = self.column_at(section)
        if role == COLUMN_ROLE:
            return column
        if column is None:
            return "" if role == _DISPLAY else None
        number = f"{column.step.seq} " if column.step is not None else ""
        text = f"{number}{column.title.text}"
        if role == _DISPLAY:
            return text
        if role == _TIP and column.own:
            return plain(text + "\n" + self._words.text("Click: the mark is for this step (← →)"))
        said = f"{column.country} {text}".strip()
        return {_TIP: plain(said), _SPOKEN: said}.get(role)
