"""What others measure of whole countries, as a Qt model: groups, measures, figures with their years."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont

from customs_app.analysis.indicators_beside import GROUP_NAMES, Figure, IndicatorGroup, IndicatorRow
from customs_app.figures import tokens
from customs_app.figures.figure_text import UNKNOWN
from customs_app.figures.tokens import Palette
from customs_app.language.words import Words
from customs_app.reports.beside_texts import figure_value, measure_title, year_text
from customs_app.ui import fonts
from customs_app.ui.widgets.country_header import HEAD_ROLE, Head
from customs_app.ui.widgets.tips import plain

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
_DISPLAY, _TOOLTIP, _SPOKEN = int(_Role.DisplayRole), int(_Role.ToolTipRole), int(_Role.AccessibleTextRole)
_ALIGN, _GROUND, _INK, _FONT = (
    int(_Role.TextAlignmentRole),
    int(_Role.BackgroundRole),
    int(_Role.ForegroundRole),
    int(_Role.FontRole),
)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
DIFFER = "≠"


@dataclass(frozen=True, slots=True)
class GroupLine:
    """Who measures what stands below."""

    group: IndicatorGroup


MeasureLine = GroupLine | IndicatorRow


class IndicatorsModel(QAbstractTableModel):
    """Column 0 names the measure with its unit, then come the countries, then the years."""

    def __init__(self, words: Words, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._colours = words, palette
        self._bold: QFont = fonts.font(tokens.SMALL, bold=True)
        self.lines: tuple[MeasureLine, ...] = ()
        self.heads: tuple[Head, ...] = ()

    def show_rows(self, countries: Sequence[Head], rows: Sequence[IndicatorRow]) -> None:
        """Show measures under the heads of countries, group by group."""
        self.beginResetModel()
        text = self._words.text
        last = Head(
            text("Years"), tip=text("Of which years the figures are; ≠ where they are not of one year")
        )
        self.heads = (Head(text("Measure of the whole country")), *countries, last) if rows else ()
        lines: list[MeasureLine] = []
        for group in IndicatorGroup:
            own = [row for row in rows if row.group is group]
            lines += [GroupLine(group), *own] if own else []
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The countries and two more."""
        return 0 if parent.isValid() else len(self.heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """Name, tooltip and the Head of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.heads):
            return None
        head = self.heads[section]
        if role == HEAD_ROLE:
            return head
        if role == _TOOLTIP:
            return plain(head.tip or head.title)
        return head.title if role == _DISPLAY else None

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own type
        """Text, tooltip and spoken text of a cell, and how it is painted."""
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        if role == _ALIGN:
            return _RIGHT if column else None
        if isinstance(line, GroupLine):
            return self._of_group(line, column, role)
        if role == _INK:
            faint = 0 < column < len(self.heads) - 1 and not self.figures(line, column)
            return QBrush(QColor(self._colours.text3)) if faint else None
        worded = {_DISPLAY: self._text, _TOOLTIP: self._tip, _SPOKEN: self._spoken}.get(role)
        return worded(line, column) if worded is not None else None

    def figures(self, row: IndicatorRow, column: int) -> tuple[Figure, ...]:
        """The figures of the country of a column, the newest first."""
        return row.cells.get(self.heads[column].iso2, ()) if 0 < column < len(self.heads) else ()

    def figure_text(self, figure: Figure) -> str:
        """A figure with its year, always: a year older or newer says something else."""
        text = figure_value(figure, self._words)
        return f"{text} ({year_text(figure, self._words)})" if figure.year else text

    def _of_group(self, line: GroupLine, column: int, role: int) -> object:
        if role == _GROUND:
            return QBrush(QColor(self._colours.group))
        if role == _FONT:
            return self._bold
        name = self._words.text(GROUP_NAMES[line.group])
        return name if column == 0 and role in (_DISPLAY, _SPOKEN, _TOOLTIP) else None

    def _text(self, row: IndicatorRow, column: int) -> str:
        if column == 0:
            return measure_title(row, self._words)
        if column == len(self.heads) - 1:
            return self._years(row)
        own = self.figures(row, column)
        return self.figure_text(own[0]) if own else UNKNOWN

    def _years(self, row: IndicatorRow) -> str:
        years = sorted({own[0].year for own in row.cells.values() if own and own[0].year})
        if not years:
            return "–"
        first, last = years[0][:4], years[-1][:4]
        text = first if first == last else f"{first} – {last}"
        return f"{DIFFER} {text}" if row.years_differ else text

    def _tip(self, row: IndicatorRow, column: int) -> str:
        words = self._words
        if column == 0:
            return self._text(row, 0)
        if column == len(self.heads) - 1:
            if row.years_differ:
                return words.text("The figures are of different years: do not set them against each other.")
            return ""
        own = self.figures(row, column)
        lines = [self.figure_text(one) for one in own] or [words.text("No source read gives it.")]
        return "\n".join([*lines, *(own[0].note for _ in own[:1] if own[0].note)])

    def _spoken(self, row: IndicatorRow, column: int) -> str:
        if column == 0 or column == len(self.heads) - 1:
            return self._text(row, column)
        text = self._text(row, column)
        said = self._words.text("unknown") if text == UNKNOWN else text
        return f"{self.heads[column].title}, {self._words.say(row.name)}: {said}"
