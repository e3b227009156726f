"""The second way to work: through all marks, by reviewer, by verdict, or those that are stale."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStackedWidget, QStyleOptionViewItem, QVBoxLayout, QWidget

from customs_app.domain.codes import Verdict
from customs_app.domain.review import Mark, Reviewer
from customs_app.figures.qt_painter import paint
from customs_app.figures.signs import verdict_sign
from customs_app.language.labels import label
from customs_app.language.words import N_
from customs_app.ui.filtering import MarkFilter, marks_pass
from customs_app.ui.loaded import Loaded
from customs_app.ui.review.list_model import Index
from customs_app.ui.review.marks_model import MARK_ROLE, SORT_ROLE, MarkColumn, MarkRow, MarksModel
from customs_app.ui.session import Session
from customs_app.ui.widgets.delegates import BadgeDelegate, CellDelegate, centred, ink_palette
from customs_app.ui.widgets.empty import EmptyState
from customs_app.ui.widgets.lines import Line, LinesView
from customs_app.ui.widgets.section import Section
from customs_app.ui.widgets.table import Table

_WHOSE = (
    (MarkFilter.ALL, N_("All marks")),
    (MarkFilter.MINE, N_("Made by me")),
    (MarkFilter.OTHERS, N_("Made by others")),
    (MarkFilter.STALE, N_("Stale marks")),
)
_WIDTHS = {
    MarkColumn.COUNTRY: 62,
    MarkColumn.VERDICT: 136,
    MarkColumn.PROCEDURE: 150,
    MarkColumn.STEP: 150,
    MarkColumn.REVIEWER: 104,
    MarkColumn.DATE: 112,
    MarkColumn.STALE: 70,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which marks are shown: whose, and of which verdict (None = of all)."""

    whose: MarkFilter = MarkFilter.ALL
    verdict: Verdict | None = None


class MarksSummary(QWidget):
    """Counts at the left, each of which narrows the table; `chosen` carries what is Wanted."""

    chosen = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        words = session.words
        self._session, self._words = session, words
        self.setObjectName("marks_summary")
        self._whose = LinesView("marks_whose", words.text("Whose marks"), session.palette)
        self._verdicts = LinesView("marks_verdicts", words.text("By verdict"), session.palette)
        for view in (self._whose, self._verdicts):
            view.setProperty("surface", "panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for name, title, view in (
            ("whose", words.text("Whose marks"), self._whose),
            ("verdicts", words.text("By verdict"), self._verdicts),
        ):
            section = Section(session, f"marks_{name}", title)
            section.body.addWidget(view)
            column.addWidget(section)
            view.clicked.connect(lambda _index, view=view: self.chosen.emit(view.current))
            view.opened.connect(self.chosen)
        column.addStretch()

    def show_marks(self, marks: Sequence[Mark], who: Reviewer) -> None:
        """Count the marks."""
        words = self._words
        lines = []
        for whose, name in _WHOSE:
            n = sum(marks_pass([mark], whose, who) for mark in marks)
            lines.append(_line(words.text(name), Wanted(whose), n))
        self._whose.show_lines(lines)
        count = Counter(mark.verdict for mark in marks)
        self._verdicts.show_lines(
            [
                Line(
                    text=label(verdict, words),
                    tip=label(verdict, words),
                    about=Wanted(verdict=verdict),
                    sign=verdict_sign(verdict, self._session.palette, words),
                    right=((str(count[verdict]), 40),),
                )
                for verdict in Verdict
            ]
        )


class MarksPage(QStackedWidget):
    """The table of marks; `opened` carries the MarkRow that Enter or a double click opened."""

    opened = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        words = session.words
        self._session = session
        self._wanted = Wanted()
        self._marks: tuple[Mark, ...] = ()
        self._loaded: Loaded | None = None
        self.setObjectName("marks_page")
        self.model = MarksModel(words, self)
        self.table = MarksTable(session, self.model)
        self.table.opened.connect(self.opened)
        self._empty = EmptyState(words.text("No marks of this kind yet."))
        self.addWidget(self.table)
        self.addWidget(self._empty)

    @property
    def shown(self) -> int:
        """How many marks the table shows."""
        return self.model.rowCount()

    def show_marks(self, marks: Sequence[Mark], loaded: Loaded) -> None:
        """Show those of the marks that are wanted."""
        self._marks, self._loaded = tuple(marks), loaded
        self._show()

    def want(self, wanted: Wanted) -> None:
        """Narrow the table."""
        self._wanted = wanted
        self._show()

    def _show(self) -> None:
        if self._loaded is None:
            return
        wanted, who = self._wanted, self._session.who
        shown = [
            mark
            for mark in self._marks
            if marks_pass([mark], wanted.whose, who) and wanted.verdict in (None, mark.verdict)
        ]
        before = self.table.row
        self.model.show_marks(shown, self._loaded)
        self.table.show_mark(before.mark.id if before is not None else None)
        self.setCurrentWidget(self.table if shown else self._empty)


class MarksTable(Table):
    """Marks, sorted by a click on a header; Enter leads to the step in the catalogue.

    `chosen` carries the MarkRow that became current.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, session: Session, model: MarksModel) -> None:
        super().__init__(session, "marks_table", fixed=(MarkColumn.VERDICT,), stretch=MarkColumn.REASON)
        self.setAccessibleName(session.words.text("Marks"))
        self.setEditTriggers(Table.EditTrigger.NoEditTriggers)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSortRole(SORT_ROLE)
        self._sorted.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._sorted.setSourceModel(model)
        kept = dict(session.columns.get("marks_table", {}))
        self.setModel(self._sorted)
        self.selectionModel().currentChanged.connect(self._on_current)
        for column, width in _WIDTHS.items():
            if str(int(column)) not in kept:
                self.horizontalHeader().resizeSection(column, width)
        # The step tells enough beside the country; whoever wants the procedure too chooses the column.
        if f"hidden {int(MarkColumn.PROCEDURE)}" not in kept:
            self.setColumnHidden(MarkColumn.PROCEDURE, True)
        self.setItemDelegateForColumn(MarkColumn.COUNTRY, BadgeDelegate(session.palette, self))
        self.setItemDelegateForColumn(MarkColumn.VERDICT, _VerdictDelegate(session, self))
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(self._open)

    @property
    def row(self) -> MarkRow | None:
        """The mark that is current."""
        row = self.currentIndex().data(MARK_ROLE)
        return row if isinstance(row, MarkRow) else None

    def show_mark(self, mark_id: str | None) -> None:
        """Make a mark current; the first one where it is gone."""
        for place in range(self._sorted.rowCount()):
            row = self._sorted.index(place, 0).data(MARK_ROLE)
            if isinstance(row, MarkRow) and row.mark.id == mark_id:
                self.selectRow(place)
                return
        if self._sorted.rowCount():
            self.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = current.data(MARK_ROLE)
        if isinstance(row, MarkRow):
            self.chosen.emit(row)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(MARK_ROLE)
        if isinstance(row, MarkRow):
            self.opened.emit(row)


class _VerdictDelegate(CellDelegate):
    """The sign of a verdict and its name."""

    def __init__(self, session: Session, view: Table) -> None:
        super().__init__(session.palette, view)
        self._words = session.words

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the sign in the room left of the name."""
        box = option.rect
        row = index.data(MARK_ROLE)
        super().paint(painter, option, index)
        if isinstance(row, MarkRow):
            mark = row.mark
            colours = ink_palette(option, self._colours)
            sign = verdict_sign(mark.verdict, colours, self._words, stale=bool(mark.stale))
            place = centred(box, 15, 15)
            place.moveLeft(box.left() + 7)
            paint(painter, place, sign)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave room for the sign."""
        super().initStyleOption(option, index)
        option.text = f"      {option.text}"


def _line(text: str, about: object, n: int) -> Line:
    return Line(text=text, tip=text, about=about, right=((str(n), 40),))
