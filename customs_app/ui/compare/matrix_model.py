"""The matrix as a Qt model: activities, countries, and in the last column how many countries have them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.ui.compare.lines import ActivityLine, Line, StageLine, StepLine
from customs_app.ui.widgets.copying import COPY_ROLE
from customs_app.ui.widgets.country_header import HEAD_ROLE, Head
from customs_app.ui.widgets.tips import plain

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
LINE_ROLE = int(_Role.UserRole) + 80
_DISPLAY, _TOOLTIP, _ACCESSIBLE = (
    int(_Role.DisplayRole),
    int(_Role.ToolTipRole),
    int(_Role.AccessibleTextRole),
)
_COPY = int(COPY_ROLE)
_WANTED = frozenset({_DISPLAY, _TOOLTIP, _ACCESSIBLE, _COPY})
_HORIZONTAL = Qt.Orientation.Horizontal


class MatrixModel(QAbstractTableModel):
    """Column 0 names the line, then come the countries, then how many have it."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.lines: tuple[Line, ...] = ()
        self.heads: tuple[Head, ...] = ()

    def show_lines(self, heads: Sequence[Head], lines: Sequence[Line]) -> None:
        """Show these lines under the heads of these countries."""
        self.beginResetModel()
        text = self._words.text
        first = Head(text("Stage and activity"))
        last = Head(text("Have it"), tip=text("How many of the countries compared have the activity"))
        self.heads = (first, *heads, last) if heads else ()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The countries and two more."""
        return 0 if parent.isValid() else len(self.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """Name, tooltip, spoken text and the Head of a column."""
        if orientation is not _HORIZONTAL or not 0 <= section < len(self.heads):
            return None
        head = self.heads[section]
        if role == HEAD_ROLE:
            return head
        if role == _DISPLAY:
            return head.title
        if role == _TOOLTIP:
            return plain(head.tip or head.title)
        return f"{head.title}, {head.variant}" if role == _ACCESSIBLE and head.variant else None

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """The Line of a row; text, tooltip, spoken and copied text of a cell."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role not in _WANTED:
            return None
        column = index.column()
        match line:
            case StageLine():
                return self._of_stage(line, column, role)
            case StepLine():
                return self._of_steps(line, column, role)
            case _:
                return self._of_activity(line, column, role)

    def country(self, column: int) -> str:
        """The country of a column (ISO 3166 alpha-2); empty for the first and the last."""
        return self.heads[column].iso2 if 0 <= column < len(self.heads) else ""

    def row_of(self, line_key: str) -> int:
        """Where an activity (its code) or a stage (its name) is shown; -1 where it is not."""
        for row, line in enumerate(self.lines):
            if key_of(line) == line_key:
                return row
        return -1

    def column_of(self, iso2: str) -> int:
        """The column of a country; -1 where it has none."""
        return next((at for at, head in enumerate(self.heads) if head.iso2 == iso2 and iso2), -1)

    def have_text(self, line: ActivityLine | StepLine) -> str:
        """How many countries have an activity, or so many steps of it, as the last column shows it."""
        have = line.row.have
        if isinstance(line, StepLine):
            have = sum(look is not None for look in line.looks)
        if have == 1:
            return self._words.text("only {n}", n=1)
        return self._words.text("{n} of {of}", n=have, of=len(line.row.cells))

    def place_text(self, line: StepLine) -> str:
        """Which of an activity's steps a line has."""
        return self._words.text("its step {n}", n=line.place + 1)

    def stage_text(self, line: StageLine) -> str:
        """How many activities of a stage are shown, and where none differs, that."""
        if line.shown < line.of:
            text = self._words.text("{n} of {of} activities", n=line.shown, of=line.of)
        else:
            text = self._words.count("{n} activity", "{n} activities", line.of)
        return text if line.differing else f"{text} · {self._words.text('no difference')}"

    def _of_stage(self, line: StageLine, column: int, role: int) -> str | None:
        name = label(line.stage, self._words)
        if column == 0:
            text = f"{name}, {self.stage_text(line)}"
            if role == _ACCESSIBLE:
                state = self._words.text("folded") if line.folded else self._words.text("unfolded")
                return f"{text}, {state}"
            return name if role == _TOOLTIP else text
        if column == len(self.heads) - 1:
            return self._words.text("steps")
        steps = line.steps[column - 1]
        if role in (_ACCESSIBLE, _TOOLTIP):
            return f"{self.heads[column].title}, {name}: " + self._words.count("{n} step", "{n} steps", steps)
        return str(steps) if steps else "–"

    def _of_activity(self, line: ActivityLine, column: int, role: int) -> str | None:
        name = line.row.activity.name[self._words.language]
        if column == 0:
            return self._name(line, role)
        if column == len(self.heads) - 1:
            return self.have_text(line)
        look = line.looks[column - 1]
        if role == _ACCESSIBLE:
            return f"{self.heads[column].title}, {name}: {look.spoken}"
        if role == _TOOLTIP:
            return look.tip
        return look.copied

    def _name(self, line: ActivityLine, role: int) -> str:
        """The first cell of an activity: its name, and how to see its steps."""
        words = self._words
        name = line.row.activity.name[words.language]
        if role == _TOOLTIP:
            turn = words.text("− closes its steps") if line.opened else words.text("+ opens its steps")
            return f"{name}\n{label(line.stage, words)}\n{turn}"
        if role == _ACCESSIBLE:
            return f"{name}, {words.text('unfolded') if line.opened else words.text('folded')}"
        return name

    def _of_steps(self, line: StepLine, column: int, role: int) -> str | None:
        name = line.row.activity.name[self._words.language]
        if column == 0:
            place = self.place_text(line)
            return f"{name}, {place}" if role in (_ACCESSIBLE, _TOOLTIP, _COPY) else place
        if column == len(self.heads) - 1:
            return self.have_text(line)
        look = line.looks[column - 1]
        if look is None:
            return "" if role in (_TOOLTIP, _COPY) else self._words.text("no further step")
        if role == _ACCESSIBLE:
            return f"{self.heads[column].title}, {look.spoken}"
        return look.tip if role == _TOOLTIP else look.copied


def key_of(line: Line) -> str:
    """By what a line is found again: the code of its activity, with the place of a step, or its stage."""
    match line:
        case StageLine():
            return str(line.stage)
        case StepLine():
            return f"{line.row.activity.code}/{line.place}"
        case _:
            return line.row.activity.code
