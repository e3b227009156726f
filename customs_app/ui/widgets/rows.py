"""Tables of which each row stands for one thing: their cells are worded, chosen and opened alike."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from customs_app.figures import tokens
from customs_app.language.words import Words
from customs_app.ui.session import Session
from customs_app.ui.widgets.delegates import BadgeDelegate
from customs_app.ui.widgets.table import Table
from customs_app.ui.widgets.tips import plain

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
ROW_ROLE = int(_Role.UserRole) + 90
_DISPLAY, _TIP, _SPOKEN = int(_Role.DisplayRole), int(_Role.ToolTipRole), int(_Role.AccessibleTextRole)
_ALIGN = int(_Role.TextAlignmentRole)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter)
_HEAD_LEFT = int(Qt.AlignmentFlag.AlignLeft) | _WRAPPED
_HEAD_RIGHT = int(Qt.AlignmentFlag.AlignRight) | _WRAPPED
_HEAD_PAD = 18
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowsModel(QAbstractTableModel, Generic[Row]):
    """One row a thing; `heads` are the sentences of the columns, `figures` those that stand at the right."""

    heads: ClassVar[tuple[str, ...]] = ()
    figures: ClassVar[frozenset[int]] = frozenset()
    head_tips: ClassVar[Mapping[int, str]] = {}

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.rows: tuple[Row, ...] = ()

    def text(self, row: Row, column: int) -> str:
        """What a cell shows."""
        raise NotImplementedError

    def tip(self, _row: Row, _column: int) -> str:
        """What a cell says at greater length; empty where that is nothing more."""
        return ""

    def spoken(self, row: Row, column: int) -> str:
        """What a screen reader says of a cell."""
        return self.text(row, column)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """One for each head."""
        return 0 if parent.isValid() else len(self.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """Names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _ALIGN:
            return _HEAD_RIGHT if section in self.figures else _HEAD_LEFT
        if role == _TIP and section in self.head_tips:
            return plain(self.words.text(self.head_tips[section]))
        return self.words.text(self.heads[section]) if role in (_DISPLAY, _SPOKEN) else None

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """What a row stands for; text, tooltip and spoken text of a cell."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == ROW_ROLE:
            return row
        if role == _ALIGN:
            return _RIGHT if column in self.figures else None
        if role == _TIP:
            return self.tip(row, column) or None
        worded = {_DISPLAY: self.text, _SPOKEN: self.spoken}.get(role)
        return worded(row, column) if worded is not None else None


class RowsTable(Table, Generic[Row]):
    """`chosen` carries what the current row stands for, `opened` what Enter or a double click opened."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        session: Session,
        model: RowsModel[Row],
        name: str,
        says: str,
        *,
        stretch: int,
        widths: Mapping[int, int],
        badges: Sequence[int] = (),
    ) -> None:
        super().__init__(session, name, fixed=(stretch,), stretch=stretch)
        self.rows_model = model
        self.setAccessibleName(says)
        self.setEditTriggers(Table.EditTrigger.NoEditTriggers)
        kept: Mapping[str, object] = dict(session.columns.get(name, {}))
        self.setModel(model)
        for column, width in widths.items():
            if str(column) not in kept:
                self.horizontalHeader().resizeSection(column, width)
        self._fit_heads(stretch)
        for column in badges:
            self.setItemDelegateForColumn(column, BadgeDelegate(session.palette, self))
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self._open)

    @property
    def row(self) -> Row | None:
        """What the current row stands for."""
        at, rows = self.currentIndex().row(), self.rows_model.rows
        return rows[at] if 0 <= at < len(rows) else None

    def show_rows(self, rows: Sequence[Row], same: Callable[[Row], object] = id, place: int = 0) -> None:
        """Show these; what was current stays so where one row is the `same`, else the one at `place` is."""
        before = self.row
        key = same(before) if before is not None else None
        self.rows_model.show_rows(rows)
        at = next((at for at, row in enumerate(rows) if before is not None and same(row) == key), place)
        if rows:
            self.selectRow(max(0, min(at, len(rows) - 1)))

    def _fit_heads(self, stretch: int) -> None:
        """No word of a head is cut; where one does not fit in a line, all heads have two."""
        header, long = self.horizontalHeader(), False
        measure = header.fontMetrics().horizontalAdvance
        for column, head in enumerate(self.rows_model.heads):
            if column == stretch or not head:
                continue
            title = self.rows_model.words.text(head)
            least = max(map(measure, title.split()), default=0) + _HEAD_PAD
            if header.sectionSize(column) < least:
                header.resizeSection(column, least)
            long = long or measure(title) + _HEAD_PAD > header.sectionSize(column)
        header.setFixedHeight(tokens.HEADER_2 if long else tokens.HEADER)

    def go_on(self) -> bool:
        """Make the next row current; whether there was one."""
        row = self.currentIndex().row() + 1
        if row >= len(self.rows_model.rows):
            return False
        self.selectRow(row)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in _ENTER:
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self.rows_model.rows[current.row()])

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.rows_model.rows[index.row()])
