"""The coverage board: what steps lack, by country and procedure, and the steps themselves below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QSplitter, QVBoxLayout, QWidget

from customs_app.analysis.board import Gap, board
from customs_app.figures import tokens
from customs_app.language.words import N_, Words
from customs_app.ui import fonts
from customs_app.ui.newest import Desk
from customs_app.ui.review.boards.coverage_delegate import HEIGHT, CoverageDelegate
from customs_app.ui.review.boards.coverage_lines import Level, Line, Lines, Order
from customs_app.ui.review.boards.coverage_model import (
    FIRST_GAP,
    GAPS,
    HEADS,
    NAME,
    STEPS,
    CoverageModel,
)
from customs_app.ui.review.boards.gap_steps import GapStep, GapStepsModel, gap_steps_table
from customs_app.ui.review.boards.page import BoardPage, LeftSection
from customs_app.ui.review.tab import Scope
from customs_app.ui.session import Session
from customs_app.ui.widgets.band import Band
from customs_app.ui.widgets.frozen_table import FrozenTable
from customs_app.ui.widgets.lines import Line as ListLine
from customs_app.ui.widgets.lines import LinesView

_NAME_LEAST, _NAME_NARROW, _STEPS_WIDTH, _GAP_LEAST = 150, 120, 60, 84
_HEAD = 40
_DESCENDING = Qt.SortOrder.DescendingOrder


@dataclass(frozen=True, slots=True)
class Answer:
    """The lines of the board, and what each step lacks, by its id."""

    lines: Lines
    lacks: Mapping[str, tuple[Gap, ...]]


class CoverageBoard(BoardPage):
    """Choosing a figure lists its steps; N goes on to the next of them, Enter opens it in the catalogue."""

    key = "coverage"
    title = N_("Coverage")

    def __init__(self, session: Session) -> None:
        super().__init__(session, partial(_answer, session.words))
        text = self.words.text
        self._answer: Answer | None = None
        self._folded: set[str] = set()
        self._order = Order()
        self._cell: tuple[str, int] = ("", FIRST_GAP)
        self.model = CoverageModel(self.words, self)
        self.table = _CoverageTable(session, text("Coverage by country and procedure"))
        self.steps_model = GapStepsModel(self.words, self)
        self.steps = gap_steps_table(session, self.steps_model)
        self.band = Band(session, text("Steps"))
        self.sums = LinesView("coverage_sums", text("What steps lack"), session.palette)
        self.main = self.table
        self.left = LeftSection(session, "coverage_sums", text("What steps lack"), self.sums)
        self._set_up()
        self._body = self._make_body()
        self._connect()
        self._make_actions()

    def _set_up(self) -> None:
        table = self.table
        table.setModel(self.model)
        self.delegate = CoverageDelegate(self.session.palette, table, self.model)
        table.setItemDelegate(self.delegate)
        table.set_row_height(HEIGHT)
        for header in (table.horizontalHeader(), table.frozen.horizontalHeader()):
            _dress(header)
            header.sectionClicked.connect(self.sort)
        table.place_frozen()

    def _make_body(self) -> QSplitter:
        """The board above, the steps below; each is put where it stays before anything is put into it."""
        body = QSplitter(Qt.Orientation.Vertical, self)
        self.addWidget(body)
        body.setObjectName("coverage_parts")
        body.setChildrenCollapsible(False)
        body.addWidget(self.table)
        below = QWidget(body)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addWidget(self.steps, 1)
        body.setStretchFactor(0, 3)
        body.setStretchFactor(1, 2)
        body.setSizes([480, 320])
        return body

    def _connect(self) -> None:
        self.table.selectionModel().currentChanged.connect(self._on_cell)
        self.table.opened.connect(self._on_opened)
        self.table.resized.connect(self._fit)
        self.table.frozen.clicked.connect(self._on_name_clicked)
        self.steps.chosen.connect(lambda row: self.step_chosen.emit((row.full, row.step)))
        self.steps.opened.connect(self._open)
        self.sums.clicked.connect(lambda _index: self._choose_sum(self.sums.current))
        self.sums.opened.connect(self._choose_sum)

    def _make_actions(self) -> None:
        text, both = self.words.text, (self.table, self.steps)
        self.act("next", text("Next step of the figure"), self.go_on, keys="N", views=both)
        self.act("open", text("Open the step in the catalogue"), lambda: self._open(self.steps.row))
        only = (self.table,)
        self.act("fold", text("Fold the country"), lambda: self.fold(folded=True), keys="-", views=only)
        self.act("unfold", text("Unfold the country"), lambda: self.fold(folded=False), keys="+", views=only)
        self.act("fold_all", text("Fold or unfold all countries"), self.turn_all, keys="*", views=only)

    # -- what the review asks

    def question(self, scope: Scope) -> Scope:
        """All of the scope."""
        return scope

    def show_answer(self, answer: Answer) -> None:
        """Show the board; the figure that was chosen, and its step, stay chosen."""
        self._answer = answer
        if not answer.lines.countries:
            self.show_empty(self.words.text("No procedures with these filters"))
            return
        self._fill()
        self._fit()
        self._show_sums(answer.lines.whole)
        self.setCurrentWidget(self._body)

    def status_text(self) -> str:
        """How many steps the chosen figure counts, and the place among them."""
        n = len(self.steps_model.rows)
        if not n:
            return self.words.text("no step lacks this")
        place = self.steps.currentIndex().row() + 1
        return self.words.text("step {place} of {n} in the list", place=place, n=n)

    def keys_text(self) -> str:
        """The most useful keys."""
        return self.words.text("N next step · Enter step in the catalogue · + − fold · * all")

    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys that are no actions."""
        text = self.words.text
        return (
            ("↑ ↓ ← →", text("From figure to figure")),
            ("Enter", text("From a figure to its steps; from a step into the catalogue")),
        )

    def panes(self) -> Sequence[QWidget]:
        """The board, and the steps."""
        return (self.table, self.steps)

    def save_state(self) -> Mapping[str, object]:
        """What is folded, sorted and chosen."""
        step = self.steps.row
        by = self._order.by
        return {
            "folded": sorted(self._folded),
            "by": by.value if isinstance(by, Gap) else by,
            "descending": self._order.descending,
            "line": self._cell[0],
            "column": self._cell[1],
            "step": step.step.id if step is not None else None,
        }

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Fold, sort and choose as it was."""
        folded, by = state.get("folded"), state.get("by")
        self._folded = set(map(str, folded)) if isinstance(folded, list) else set()
        order = Gap(str(by)) if by in set(Gap) else "steps" if by == "steps" else None
        self._order = Order(order, state.get("descending") is True)
        column = state.get("column")
        if isinstance(column, int) and 0 <= column < FIRST_GAP + len(GAPS):
            self._cell = str(state.get("line") or ""), column

    # -- what its keys do

    def go_on(self) -> None:
        """Choose the next step of the figure; after the last, the first of the next figure that has any."""
        if not self.steps.go_on() and not self._next_line():
            return
        self.steps.setFocus()
        self.told.emit()

    def sort(self, column: int) -> None:
        """Sort by a column; once more turns it round. Figures come the largest first."""
        by: Gap | str | None = self.model.gap(column) or ("steps" if column == STEPS else None)
        descending = not self._order.descending if by == self._order.by else by is not None
        self._order = Order(by, descending)
        self._fill()

    def fold(self, *, folded: bool) -> None:
        """Fold or unfold the country of the current line."""
        line = self._line
        country = self._country_of(line) if line is not None else ""
        if not country or (country in self._folded) is folded:
            return
        (self._folded.add if folded else self._folded.discard)(country)
        if folded and line is not None and line.level is Level.PROCEDURE:
            self._cell = country, self._cell[1]
        self._fill()

    def turn_all(self) -> None:
        """Fold all countries, or unfold them where all are folded."""
        if self._answer is None:
            return
        every = set(self._answer.lines.countries)
        if self._folded >= every:
            self._folded -= every
        else:
            line = self._line
            self._cell = (self._country_of(line) if line is not None else ""), self._cell[1]
            self._folded |= every
        self._fill()

    # -- inside

    @property
    def _line(self) -> Line | None:
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _country_of(self, line: Line) -> str:
        if line.level is not Level.PROCEDURE:
            return line.key
        return self.scope.loaded.procedures[line.key].procedure.country if self.scope else ""

    def _fill(self) -> None:
        """Show the lines as they are folded and sorted, with the current cell where it was."""
        if self._answer is None:
            return
        key, column = self._cell
        self.model.show_rows(self._answer.lines.shown(self._folded, self._order))
        self._show_order()
        row = self.model.row_of(key)
        index = self.model.index(max(0, row), column)
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index)

    def _show_order(self) -> None:
        by = self._order.by
        column = FIRST_GAP + GAPS.index(by) if isinstance(by, Gap) else STEPS if by else NAME
        order = _DESCENDING if self._order.descending else Qt.SortOrder.AscendingOrder
        for header in (self.table.horizontalHeader(), self.table.frozen.horizontalHeader()):
            header.setSortIndicator(column, order)

    def _fit(self) -> None:
        """Widths in which every figure is whole; the name takes the rest.

        Where there is little room the steps are left out: each figure says of how many it is.
        """
        lines = self.model.rows
        widths = [
            max([_GAP_LEAST, *(self.delegate.needed(line, FIRST_GAP + at) for line in lines)])
            for at in range(len(GAPS))
        ]
        room = self.table.viewport().width() - sum(widths)
        narrow = self.table.isVisible() and room < _NAME_LEAST + _STEPS_WIDTH
        self.table.setColumnHidden(STEPS, narrow)
        name = max(_NAME_NARROW, room) if narrow else max(_NAME_LEAST, room - _STEPS_WIDTH)
        for column, width in enumerate((name, _STEPS_WIDTH, *widths)):
            self.table.set_width(column, width)

    def _show_sums(self, whole: Line) -> None:
        of = self.words.text
        self.sums.show_lines(
            [
                ListLine(
                    text=of(HEADS[gap]),
                    tip=of(HEADS[gap]),
                    about=gap,
                    right=((of("{n} of {of}", n=whole.lacking(gap), of=whole.steps), 110),),
                )
                for gap in GAPS
            ]
        )

    def _choose_sum(self, gap: object) -> None:
        if isinstance(gap, Gap) and self.model.rows:
            self.table.setCurrentIndex(self.model.index(0, FIRST_GAP + GAPS.index(gap)))

    def _on_name_clicked(self, index: QModelIndex) -> None:
        line = self.model.rows[index.row()]
        if line.level is Level.COUNTRY:
            self.fold(folded=line.key not in self._folded)

    def _on_opened(self, index: QModelIndex) -> None:
        line = self.model.rows[index.row()]
        if index.column() == NAME and line.level is Level.PROCEDURE:
            self.step_asked.emit((line.key, None))
        elif self.steps_model.rows:
            self.steps.setFocus()

    def _on_cell(self, index: QModelIndex, _before: QModelIndex) -> None:
        line = self._line
        if line is None or self._answer is None or self.scope is None:
            return
        same = self._cell == (line.key, index.column())
        self._cell = line.key, index.column()
        place = max(0, self.steps.currentIndex().row())
        gap = self.model.gap(index.column())
        rows = self._steps_of(line, gap)
        if same:
            self.steps.show_rows(rows, _step_id, place)
        else:
            self.steps.show_rows(rows)
        self.band.set_title(self.words.text(HEADS[gap]) if gap else self.words.text("Lacking anything"))
        self.band.set_note(self._note(line))
        if not self.steps_model.rows:
            self.step_chosen.emit(None)
        self.told.emit()

    def _note(self, line: Line) -> str:
        n = len(self.steps_model.rows)
        counted = self.words.text("{n} of {of} steps", n=n, of=line.steps)
        return f"{counted} · {line.name}"

    def _steps_of(self, line: Line, gap: Gap | None) -> list[GapStep]:
        """The steps that a figure counts; for a name or a number of steps those that lack anything."""
        if self._answer is None or self.scope is None:
            return []
        loaded, lacks = self.scope.loaded, self._answer.lacks
        ids = line.missing.get(gap, ()) if gap else _any(line)
        rows = []
        for step_id in ids:
            full = loaded.procedure_of[step_id]
            rows.append(GapStep(full, full.step(step_id), lacks[step_id]))
        if not gap:
            order = {key: at for at, key in enumerate(loaded.procedures)}
            rows.sort(key=lambda row: (order[row.full.procedure.id], row.step.seq))
        return rows

    def _next_line(self) -> bool:
        """Go to the next line below, of the same depth, whose figure counts any step."""
        line, column = self._line, self._cell[1]
        if line is None:
            return False
        gap = self.model.gap(column)
        for row in range(self.table.currentIndex().row() + 1, len(self.model.rows)):
            other = self.model.rows[row]
            if other.level is line.level and (other.lacking(gap) if gap else _any(other)):
                self.table.setCurrentIndex(self.model.index(row, column))
                return True
        return False

    def _open(self, row: GapStep | None) -> None:
        if row is not None:
            self.step_asked.emit((row.full.procedure.id, row.step.id))


class _CoverageTable(FrozenTable):
    """Space on a country's name folds it, as a click does; `resized` when there is another width."""

    resized = Signal()

    def __init__(self, session: Session, says: str) -> None:
        super().__init__(session, "coverage_board", says)
        self.setSelectionMode(FrozenTable.SelectionMode.ExtendedSelection)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell it when all is in its place."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.resized.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space folds or unfolds."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.column() == NAME:
            self.frozen.clicked.emit(index)
            return
        super().keyPressEvent(event)


def _dress(header: QHeaderView) -> None:
    header.setFixedHeight(_HEAD)
    header.setHighlightSections(False)
    header.setSectionsMovable(False)
    header.setSectionsClickable(True)
    header.setSortIndicatorShown(True)
    header.setFont(fonts.font(tokens.SMALL, bold=True))
    header.setDefaultAlignment(
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
    )


def _any(line: Line) -> tuple[str, ...]:
    """All steps of a line that lack anything, each once."""
    return tuple(dict.fromkeys(step for ids in line.missing.values() for step in ids))


def _step_id(row: GapStep) -> str:
    return row.step.id


def _answer(words: Words, scope: Scope, desk: Desk) -> Answer:
    rows = board(scope.procedures, scope.seen.marks, scope.loaded.reference)
    desk.go_on()
    lacks: dict[str, list[Gap]] = {}
    for row in rows:
        for gap, ids in row.gaps.items():
            for step_id in ids:
                lacks.setdefault(step_id, []).append(gap)
    lines = Lines(rows, scope.loaded.procedures, scope.loaded.reference, words)
    return Answer(lines, {step_id: tuple(gaps) for step_id, gaps in lacks.items()})
