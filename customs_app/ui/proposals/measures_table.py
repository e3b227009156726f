"""The table of the measures of a proposal."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from customs_app.analysis.measures import Measure
from customs_app.figures.shapes import Drawing
from customs_app.figures.signs import verdict_sign
from customs_app.figures.tokens import Palette
from customs_app.language.labels import label
from customs_app.language.words import N_, Words
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf.savings import saving_lines
from customs_app.ui.proposals.texts import acts_text, codes_text, names_text, saves_text
from customs_app.ui.session import Session
from customs_app.ui.widgets.delegates import SignDelegate
from customs_app.ui.widgets.table import Table
from customs_app.ui.widgets.tips import Index

ROOT = QModelIndex()
_Role = Qt.ItemDataRole
NUMBER, SIGN, TITLE, COUNTRIES, STEPS, ACTS, SAVES = range(7)
_HEADS = (
    N_("#"), N_("Verdict"), N_("Measure"), N_("Countries"), N_("Steps"), N_("Acts"),
    N_("Saves a consignment"),
)  # fmt: skip
_WIDTHS = {NUMBER: 34, SIGN: 30, COUNTRIES: 88, STEPS: 50, ACTS: 126, SAVES: 132}
_RIGHT = frozenset({NUMBER, STEPS})


class MeasuresModel(QAbstractTableModel):
    """One row a measure, in the order of print."""

    def __init__(self, palette: Palette, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._palette, self._words = palette, words
        self._content: Content | None = None
        self._rows: tuple[tuple[str, ...], ...] = ()

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures that are shown."""
        return self._content.measures if self._content is not None else ()

    def show_content(self, content: Content | None) -> None:
        """Show the measures of a proposal."""
        self.beginResetModel()
        self._content = content
        self._rows = tuple(self._texts(number, one) for number, one in enumerate(self.measures, 1))
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """The measures."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Number, verdict, title, countries, steps, acts, saving."""
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """Titles of the columns; that of the signs is told, not shown."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(_HEADS):
            return None
        if role == _Role.DisplayRole:
            return "" if section == SIGN else self._words.text(_HEADS[section])
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            return self._words.text(_HEADS[section])
        if role == _Role.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own type
        """Texts, tooltips with all that a cell stands for, and the colour of what is not known."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = index.row(), index.column()
        if role == _Role.DisplayRole:
            return self._rows[row][column]
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            return self._tip(row, column)
        if role == _Role.TextAlignmentRole:
            return _alignment(column)
        if role == _Role.ForegroundRole and column == ACTS:
            lacking = any(not act.text for act in self.measures[row].acts)
            return QColor(self._palette.warn) if lacking else None
        return None

    def sign(self, index: Index) -> Drawing | None:
        """The sign of a row's verdict."""
        if not 0 <= index.row() < len(self._rows):
            return None
        return verdict_sign(self.measures[index.row()].verdict, self._palette, self._words)

    def _texts(self, number: int, measure: Measure) -> tuple[str, ...]:
        words = self._words
        steps = sum(len(own) for own in measure.steps.values())
        return (
            str(number),
            label(measure.verdict, words),
            words.say(measure.title),
            codes_text(measure.countries, words),
            str(steps),
            acts_text(measure, words),
            saves_text(measure, words),
        )

    def _tip(self, row: int, column: int) -> str | None:
        measure, words = self.measures[row], self._words
        if column == COUNTRIES and self._content is not None:
            return names_text(measure.countries, self._content.reference, words)
        if column == ACTS:
            known = list(dict.fromkeys(act.text for act in measure.acts if act.text))
            unknown = sum(1 for act in measure.acts if not act.text)
            if unknown:
                known.append(words.count("{n} article not known", "{n} articles not known", unknown))
            return "\n".join(known)
        if column == SAVES:
            return saving_lines(measure, words)
        return self._rows[row][column]


def _alignment(column: int) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter


class MeasuresTable(Table):
    """`chosen` carries the row that became current."""

    chosen = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "proposal_measures", fixed=(NUMBER, TITLE), stretch=TITLE)
        self.measures = MeasuresModel(session.palette, session.words, self)
        self.setAccessibleName(session.words.text("Measures"))
        self.setEditTriggers(Table.EditTrigger.NoEditTriggers)
        self.setSelectionMode(Table.SelectionMode.SingleSelection)
        signs = SignDelegate(session.palette, self.measures.sign, self)
        self.setItemDelegateForColumn(SIGN, signs)
        self.setModel(self.measures)
        kept = session.columns["proposal_measures"]
        for column, width in _WIDTHS.items():
            if str(column) not in kept:
                self.horizontalHeader().resizeSection(column, width)
        self._quiet = False
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_content(self, content: Content | None) -> None:
        """Show the measures of a proposal, none chosen yet."""
        self._quiet = True
        self.measures.show_content(content)
        self._quiet = False

    def show_row(self, row: int) -> None:
        """Choose a measure without telling `chosen`."""
        if 0 <= row < self.measures.rowCount() and row != self.currentIndex().row():
            self._quiet = True
            self.setCurrentIndex(self.measures.index(row, TITLE))
            self._quiet = False
        self.scrollTo(self.measures.index(row, TITLE))

    def _on_current(self, current: QModelIndex | QPersistentModelIndex, _before: object) -> None:
        if current.isValid() and not self._quiet:
            self.chosen.emit(current.row())
