"""The rows of two procedures set against each other, as a table of three columns."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from customs_app.language.words import Words
from customs_app.reports.pair.answer import LEFT, RIGHT
from customs_app.reports.pair.lines import PairLine, StepLook, Tie
from customs_app.ui.widgets.tips import plain

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 91
"""The PairLine of a row."""
COLUMNS = (LEFT, "between", RIGHT)
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
_DISPLAY, _TIP, _SPOKEN = int(_Role.DisplayRole), int(_Role.ToolTipRole), int(_Role.AccessibleTextRole)


class PairModel(QAbstractTableModel):
    """Left step, what differs, right step."""

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._heads: tuple[str, str, str] = ("", "", "")
        self.lines: tuple[PairLine, ...] = ()

    def show_lines(self, lines: Sequence[PairLine], heads: tuple[str, str, str]) -> None:
        """Show these rows under these heads."""
        self.beginResetModel()
        self.lines, self._heads = tuple(lines), heads
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """The row that has a key or, else, one of its steps; -1 for none."""
        for row, line in enumerate(self.lines):
            if line.key == key:
                return row
        wanted = set(key.split()) - {"-"}
        for row, line in enumerate(self.lines):
            if not wanted.isdisjoint(line.key.split()):
                return row
        return -1

    def rowCount(self, parent: Index = _ROOT) -> int:
        """One for each step that stands alone or in a pair."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Both sides, and what stands between them."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """Names of the sides."""
        if orientation is not Qt.Orientation.Horizontal or role not in (_DISPLAY, _SPOKEN):
            return None
        return self._heads[section]

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """The row, and text, tooltip and spoken text of a cell."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        side = COLUMNS[index.column()]
        if side not in (LEFT, RIGHT):
            return self._between(line, role)
        look = line.look(side)
        if look is None:
            return {_DISPLAY: "", _SPOKEN: self._words.text("no such step")}.get(role)
        if role == _TIP:
            return plain(self._tip(look))
        return {_DISPLAY: f"{look.number} {look.title}", _SPOKEN: look.spoken}.get(role)

    def _tip(self, look: StepLook) -> str:
        parts = [f"{look.number} {look.title}", look.time_says]
        if look.condition:
            parts.insert(1, self._words.text("If: {condition}", condition=look.condition))
        return "\n".join(parts)

    def _between(self, line: PairLine, role: int) -> str | None:
        if role == _TIP:
            return plain(line.tip)
        if role == _SPOKEN:
            return line.tip
        if role != _DISPLAY:
            return None
        if line.tie is Tie.SAME:
            return "= ?" if line.open else "="
        return " · ".join(line.said)
