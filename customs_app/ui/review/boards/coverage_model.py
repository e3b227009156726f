"""The coverage board as a Qt model: names, steps, and one column for each thing that steps may lack."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from customs_app.analysis.board import Gap
from customs_app.language.numbers import number
from customs_app.language.words import N_, Words
from customs_app.ui.review.boards.coverage_lines import Level, Line
from customs_app.ui.widgets.tips import plain

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
LINE_ROLE = int(_Role.UserRole) + 90
_DISPLAY, _TIP, _SPOKEN = int(_Role.DisplayRole), int(_Role.ToolTipRole), int(_Role.AccessibleTextRole)
NAME, STEPS, FIRST_GAP = 0, 1, 2
GAPS = tuple(Gap)

HEADS = {
    Gap.VERDICT: N_("Without verdict"),
    Gap.LAW: N_("Without law"),
    Gap.TIME: N_("Without time"),
    Gap.COST: N_("Without cost"),
    Gap.SOURCE: N_("Without source"),
}
_TIPS = {
    Gap.VERDICT: N_("Steps that have no mark; in a blind round, none of your own"),
    Gap.LAW: N_("Steps for which no law is recorded"),
    Gap.TIME: N_("Steps without a time of their own that lie in no aggregate either"),
    Gap.COST: N_("Steps without a cost of their own that lie in no aggregate either: unknown, not free"),
    Gap.SOURCE: N_("Steps for which no source is recorded"),
}


class CoverageModel(QAbstractTableModel):
    """Lines by what their steps lack."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Where a country or procedure stands; -1 where it does not."""
        return next((row for row, line in enumerate(self.lines) if line.key == key), -1)

    def gap(self, column: int) -> Gap | None:
        """What a column counts the lack of; None for names and steps."""
        return GAPS[column - FIRST_GAP] if FIRST_GAP <= column < FIRST_GAP + len(GAPS) else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Name, steps, and the gaps."""
        return 0 if parent.isValid() else FIRST_GAP + len(GAPS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """Names of the columns, and what they count."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        text, gap = self._words.text, self.gap(section)
        if role == _TIP and gap is not None:
            return plain(text(_TIPS[gap]))
        if role not in (_DISPLAY, _SPOKEN):
            return None
        if gap is not None:
            return text(HEADS[gap])
        return text("Country and procedure") if section == NAME else text("Steps")

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """The Line of a row; text, tooltip and spoken text of a cell."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == _DISPLAY:
            return self.text(line, index.column())
        if role == _TIP:
            return self._tip(line, index.column())
        return self._said(line, index.column()) if role == _SPOKEN else None

    def text(self, line: Line, column: int) -> str:
        """What a cell shows."""
        gap = self.gap(column)
        if gap is not None:
            return self._words.text("{n} of {of}", n=line.lacking(gap), of=line.steps)
        return line.name if column == NAME else number(line.steps, self._words.language)

    def _tip(self, line: Line, column: int) -> str:
        words, gap = self._words, self.gap(column)
        if gap is None:
            return self._said(line, column)
        said = words.named(words.text(HEADS[gap]), self.text(line, column))
        return f"{line.name}\n{said}\n" + words.text("The list below holds these steps")

    def _said(self, line: Line, column: int) -> str:
        words, gap = self._words, self.gap(column)
        if gap is not None:
            head = words.text(HEADS[gap])
            return f"{line.name}, " + words.named(head, self.text(line, column))
        steps = words.count("{n} step", "{n} steps", line.steps)
        if line.level is Level.PROCEDURE:
            return f"{line.name}, {steps}"
        below = words.count("{n} procedure", "{n} procedures", line.below)
        if line.level is Level.ALL:
            return f"{line.name}, {below}, {steps}"
        state = words.text("folded") if line.folded else words.text("unfolded")
        return f"{line.name}, {below}, {steps}, {state}"
