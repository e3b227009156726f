"""All marks as a table to be worked through."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark
from customs_app.language.labels import delegation_name, label
from customs_app.language.numbers import day
from customs_app.language.words import N_, Words
from customs_app.ui.loaded import Loaded

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
MARK_ROLE = int(_Role.UserRole) + 1
SORT_ROLE = int(_Role.UserRole) + 2
_DISPLAY, _TIP, _SPOKEN = int(_Role.DisplayRole), int(_Role.ToolTipRole), int(_Role.AccessibleTextRole)


class MarkColumn(IntEnum):
    """Columns of the table of marks."""

    COUNTRY = 0
    VERDICT = 1
    PROCEDURE = 2
    STEP = 3
    REASON = 4
    REVIEWER = 5
    DATE = 6
    STALE = 7


_HEADS = {
    MarkColumn.COUNTRY: N_("Country"),
    MarkColumn.VERDICT: N_("Verdict"),
    MarkColumn.PROCEDURE: N_("Procedure"),
    MarkColumn.STEP: N_("Step or document"),
    MarkColumn.REASON: N_("Reason"),
    MarkColumn.REVIEWER: N_("Reviewer"),
    MarkColumn.DATE: N_("Date"),
    MarkColumn.STALE: N_("Stale"),
}


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A mark with what it is about."""

    mark: Mark
    full: FullProcedure
    step: Step


class MarksModel(QAbstractTableModel):
    """One row a mark, in order of country, procedure and step."""

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._reference: Reference | None = None
        self._rows: tuple[MarkRow, ...] = ()

    def show_marks(self, marks: Sequence[Mark], loaded: Loaded) -> None:
        """Show these marks; those on steps that are not loaded yet are left out until they are."""
        self.beginResetModel()
        self._reference = loaded.reference
        rows = []
        for mark in marks:
            full = loaded.procedure_of.get(mark.step_id)
            if full is not None:
                rows.append(MarkRow(mark, full, full.step(mark.step_id)))
        rows.sort(key=lambda row: (row.full.procedure.country, row.full.procedure.id, row.step.seq))
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many marks there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The columns of `MarkColumn`."""
        return 0 if parent.isValid() else len(MarkColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """Names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role in (_DISPLAY, _SPOKEN):
            return self._words.text(_HEADS[MarkColumn(section)])
        return None

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """Text, tooltip, what to sort by, and the MarkRow."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], MarkColumn(index.column())
        if role == MARK_ROLE:
            return row
        if role == SORT_ROLE and column is MarkColumn.DATE:
            return row.mark.at
        if role in (_DISPLAY, _SPOKEN, SORT_ROLE):
            return self._texts[column](self, row)
        if role == _TIP and column in (MarkColumn.REASON, MarkColumn.STEP, MarkColumn.PROCEDURE):
            return self._texts[column](self, row)
        return None

    def _verdict(self, row: MarkRow) -> str:
        return label(row.mark.verdict, self._words)

    def _procedure(self, row: MarkRow) -> str:
        return row.full.procedure.title[self._words.language]

    def _step(self, row: MarkRow) -> str:
        text = f"{row.step.seq}  {row.step.title[self._words.language]}"
        if row.mark.document_id is None or self._reference is None:
            return text
        document = self._reference.documents.get(row.mark.document_id)
        name = document.name[self._words.language] if document else row.mark.document_id
        return f"{text} · {name}"

    def _reviewer(self, row: MarkRow) -> str:
        countries = self._reference.countries if self._reference is not None else {}
        delegation = delegation_name(row.mark.reviewer.delegation, countries, self._words)
        return f"{delegation} · {row.mark.reviewer.name}"

    def _date(self, row: MarkRow) -> str:
        return day(row.mark.at, self._words.language)

    def _stale(self, row: MarkRow) -> str:
        return self._words.text("stale") if row.mark.stale else ""

    _texts: dict[MarkColumn, Callable[["MarksModel", MarkRow], str]] = {  # noqa: RUF012 - never changed
        MarkColumn.COUNTRY: lambda _, row: row.full.procedure.country,
        MarkColumn.VERDICT: _verdict,
        MarkColumn.PROCEDURE: _procedure,
        MarkColumn.STEP: _step,
        MarkColumn.REASON: lambda _, row: row.mark.reason,
        MarkColumn.REVIEWER: _reviewer,
        MarkColumn.DATE: _date,
        MarkColumn.STALE: _stale,
    }
