"""The steps of one procedure as a Qt model: groups, and under them steps."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from customs_app.domain.errors import InputError
from customs_app.language.words import Words
from customs_app.ui.catalogue.cells import accessible, display, offered, sort_key, tooltip, values_of
from customs_app.ui.catalogue.columns import (
    CENTRED,
    EDITED_IN_PLACE,
    RIGHT_ALIGNED,
    Column,
    explained,
    header,
)
from customs_app.ui.catalogue.rows import Group, StepRow, summary

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_Role = Qt.ItemDataRole

_DISPLAY, _TOOLTIP, _ALIGNMENT = int(_Role.DisplayRole), int(_Role.ToolTipRole), int(_Role.TextAlignmentRole)
_ACCESSIBLE, _EDIT = int(_Role.AccessibleTextRole), int(_Role.EditRole)

ROW_ROLE = int(_Role.UserRole) + 40
"""The StepRow of a step, None for a group."""
GROUP_ROLE = int(_Role.UserRole) + 41
"""The Group that a cell is, or under which its step stands."""

_TEXTS = {_DISPLAY: display, _TOOLTIP: tooltip, _ACCESSIBLE: accessible, _EDIT: offered}
_COLUMNS = len(Column)
# Put together once: Qt asks for them at every turn, and flags are slow to join in Python.
_SELECTABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _SELECTABLE | Qt.ItemFlag.ItemIsEditable
_WANTED = frozenset({*_TEXTS, _ALIGNMENT, ROW_ROLE, GROUP_ROLE})


class StepsModel(QAbstractItemModel):
    """Groups at the top, their steps below; ungrouped steps stand at the top themselves.

    An edit does not change the model: `edited` tells it (step id, columns of steps.csv and their
    new values), and the model is filled again once the catalogue has changed. `refused` tells, as a
    Message, why what was typed cannot be read.
    """

    edited = Signal(str, object)
    refused = Signal(object)

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._groups: tuple[Group, ...] = ()
        self._unsorted: tuple[Group, ...] = ()
        self._sort = (Column.NUMBER, Qt.SortOrder.AscendingOrder)
        self.editable = True

    # -- what the workspace tells it

    def show_groups(self, groups: Sequence[Group], words: Words) -> bool:
        """Show these groups; whether the rows stand where they stood (then nothing was reset)."""
        self._unsorted = tuple(groups)
        arranged = self._arranged()
        same = _shape(arranged) == _shape(self._groups) and words is self._words
        self._words = words
        if same:
            self._groups = arranged
            self._tell_all_changed()
            return True
        self.beginResetModel()
        self._groups = arranged
        self.endResetModel()
        return False

    @property
    def flat(self) -> bool:
        """Whether steps stand without groups."""
        return len(self._groups) == 1 and not self._groups[0].key

    def index_of(self, step_id: str, column: int = Column.TITLE) -> QModelIndex:
        """Where a step stands; an invalid index where it is not shown."""
        for place, group in enumerate(self._groups):
            for row, step_row in enumerate(group.rows):
                if step_row.step.id == step_id:
                    parent = QModelIndex() if self.flat else self.index(place, 0)
                    return self.index(row, column, parent)
        return QModelIndex()

    def shown_rows(self, *, without: Collection[str] = ()) -> tuple[StepRow, ...]:
        """All steps shown, from top to bottom; those of the groups `without` (keys) left out."""
        return tuple(row for group in self._groups if group.key not in without for row in group.rows)

    # -- structure

    def rowCount(self, parent: Index = ROOT) -> int:
        """Rows under a group, or groups."""
        if not parent.isValid():
            return len(self._groups[0].rows) if self.flat else len(self._groups)
        if self.flat or parent.internalId() or parent.column() != 0:
            return 0
        return len(self._groups[parent.row()].rows)

    def columnCount(self, _parent: Index = ROOT) -> int:
        """The same columns everywhere."""
        return _COLUMNS

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        """A group has the internal id 0, a step the number of its group from 1."""
        if not (0 <= column < _COLUMNS and 0 <= row < self.rowCount(parent)):
            return QModelIndex()
        inside = parent.row() + 1 if parent.isValid() else int(self.flat)
        return self.createIndex(row, column, inside)

    def parent(self, child: Index = ROOT) -> QModelIndex:  # type: ignore[override]
        """The group of a step."""
        if not child.isValid() or self.flat or not child.internalId():
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, 0)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Steps can be selected, some of their cells edited; groups can only be reached."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._row(index) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return _EDITABLE if self.editable and index.column() in EDITED_IN_PLACE else _SELECTABLE

    # -- contents

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """Texts, tooltips, accessible texts, what is offered for editing, and the row itself."""
        if role not in _WANTED or not index.isValid():
            return None
        row = self._row(index)
        if row is None:
            return self._group_data(index, role)
        if role == ROW_ROLE:
            return row
        if role == GROUP_ROLE:
            return self._group(index)
        column = Column(index.column())
        if role == _ALIGNMENT:
            return _alignment(column)
        return _TEXTS[role](row, column, self._words)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401
        """Names of the columns, and in full as tooltips."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        column = Column(section)
        if role == _DISPLAY:
            return header(column, self._words)
        if role in (_TOOLTIP, _ACCESSIBLE):
            return explained(column, self._words)
        return _alignment(column) if role == _ALIGNMENT else None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:  # noqa: ANN401
        """Tell what was typed into a cell, or why it cannot be read."""
        row = self._row(index) if index.isValid() else None
        if row is None or role != _Role.EditRole:
            return False
        column = Column(index.column())
        if value == offered(row, column, self._words):
            return False
        try:
            values = values_of(row, column, value, self._words)
        except InputError as error:
            self.refused.emit(error.message)
            return False
        self.edited.emit(row.step.id, values)
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the steps within their groups."""
        if not 0 <= column < len(Column):
            return
        self._sort = (Column(column), order)
        self.beginResetModel()
        self._groups = self._arranged()
        self.endResetModel()

    def _arranged(self) -> tuple[Group, ...]:
        column, order = self._sort
        if column is Column.NUMBER and order is Qt.SortOrder.AscendingOrder:
            return self._unsorted
        return tuple(replace(group, rows=self._sorted(group.rows, column, order)) for group in self._unsorted)

    def _sorted(self, rows: tuple[StepRow, ...], column: Column, order: Qt.SortOrder) -> tuple[StepRow, ...]:
        keyed = sorted(((sort_key(row, column, self._words), row) for row in rows), key=lambda pair: pair[0])
        known = [row for key, row in keyed if not key[0]]
        if order is Qt.SortOrder.DescendingOrder:
            known.reverse()
        return (*known, *(row for key, row in keyed if key[0]))

    def _group_data(self, index: Index, role: int) -> Any:  # noqa: ANN401
        group = self._groups[index.row()]
        if role == GROUP_ROLE:
            return group
        if role in (_DISPLAY, _ACCESSIBLE) and index.column() == 0:
            return f"{group.name}  {summary(group, self._words)}"
        return None

    def _group(self, index: Index) -> Group:
        return self._groups[index.internalId() - 1]

    def _row(self, index: Index) -> StepRow | None:
        if not index.internalId():
            return None
        return self._group(index).rows[index.row()]

    def _tell_all_changed(self) -> None:
        last = len(Column) - 1
        for place in range(self.rowCount()):
            top = self.index(place, 0)
            self.dataChanged.emit(top, self.index(place, last))
            if rows := self.rowCount(top):
                self.dataChanged.emit(self.index(0, 0, top), self.index(rows - 1, last, top))


def _shape(groups: tuple[Group, ...]) -> list[tuple[str, list[str]]]:
    return [(group.key, [row.step.id for row in group.rows]) for group in groups]


def _alignment(column: Column) -> Qt.AlignmentFlag:
    if column in RIGHT_ALIGNED:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    if column in CENTRED:
        return Qt.AlignmentFlag.AlignCenter
    return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
