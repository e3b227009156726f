"""The matrix with the totals below it, in the same columns and scrolled sideways together."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from customs_app.analysis.heat import Measure
from customs_app.figures import tokens
from customs_app.figures.measure_names import UNITS
from customs_app.ui.compare.colouring import Colouring
from customs_app.ui.compare.lines import ActivityLine, Line, StageLine, StepLine
from customs_app.ui.compare.matrix_delegate import MatrixDelegate
from customs_app.ui.compare.matrix_model import MatrixModel, key_of
from customs_app.ui.compare.matrix_table import MatrixTable
from customs_app.ui.compare.shown import Shown
from customs_app.ui.compare.totals_delegate import TotalsDelegate
from customs_app.ui.compare.totals_model import TotalsModel
from customs_app.ui.compare.totals_rows import BRIEF, Total
from customs_app.ui.compare.totals_table import TotalsTable
from customs_app.ui.compare.widths import LAST, share_out
from customs_app.ui.session import Session
from customs_app.ui.widgets.country_header import CountryHeader

_FLASH_MS = 1200
_LEAST_MATRIX = 140
_LEAST_TOTALS = 102
_TOTALS_SHARE = 0.42
_NAME = "activity"
_MOST_CHOSEN = 2


class Board(QWidget):
    """`moved` when another cell is current; `opened` on Enter or double click; `head_asked` has a column.

    `procedure_asked` on Alt+↓; `menu_asked` has a place on the screen; `turned` the Line whose chevron was
    clicked.
    """

    moved = Signal()
    opened = Signal()
    head_asked = Signal(int)
    procedure_asked = Signal()
    menu_asked = Signal(QPoint)
    turned = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        text = session.words.text
        self.matrix = MatrixTable(session, "compare_matrix", text("Activities by country"))
        self.chosen: tuple[str, ...] = ()
        self.totals = TotalsTable(session, "compare_totals", text("Totals by country"))
        self.model = MatrixModel(session.words, self)
        self.totals_model = TotalsModel(session.words, self)
        self.header = CountryHeader(session.palette, self.matrix)
        self._first_header = CountryHeader(session.palette, self.matrix.frozen)
        self._own_widths: dict[str, int] = {}
        self._fitting = False
        self._flash = QTimer(self, interval=_FLASH_MS, singleShot=True)
        self._set_up()
        self._lay_out()
        self._connect()

    def _set_up(self) -> None:
        session = self._session
        self.header.setObjectName("compare_header")
        self._first_header.setObjectName("compare_header_first")
        self.matrix.setModel(self.model)
        self.matrix.set_headers(self.header, self._first_header)
        self.matrix.set_row_height(tokens.MATRIX_ROW)
        self.matrix.setMinimumHeight(_LEAST_MATRIX)
        self.delegate = MatrixDelegate(session.palette, session.words, self.matrix, self.model)
        self.matrix.setItemDelegate(self.delegate)
        self.matrix.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.matrix.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.totals.setModel(self.totals_model)
        self.totals.set_headers(None, None)
        self._totals_delegate = TotalsDelegate(session.palette, self.totals, self.totals_model)
        self.totals.setItemDelegate(self._totals_delegate)

    def _lay_out(self) -> None:
        gap = QWidget()
        gap.setFixedWidth(self.matrix.verticalScrollBar().sizeHint().width())
        gap.setProperty("surface", "panel")
        gap.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        beside = QVBoxLayout(gap)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.totals.beside)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.totals, 1)
        row.addWidget(gap)
        line = QWidget()
        line.setFixedHeight(1)
        line.setStyleSheet(f"background: {self._session.palette.line2};")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.matrix, 1)
        column.addWidget(line)
        column.addLayout(row)

    def _connect(self) -> None:
        across, below = self.matrix.horizontalScrollBar(), self.totals.horizontalScrollBar()
        across.valueChanged.connect(below.setValue)
        below.valueChanged.connect(across.setValue)
        for header in (self.header, self._first_header):
            header.sectionResized.connect(self._on_resized)
        self.header.asked.connect(self.head_asked)
        for table in (self.matrix, self.totals):
            table.opened.connect(lambda _index: self.opened.emit())
        self.matrix.selectionModel().currentChanged.connect(self._on_moved)
        self.totals.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())
        self.matrix.customContextMenuRequested.connect(
            lambda at: self.menu_asked.emit(self.matrix.viewport().mapToGlobal(at))
        )
        self.matrix.down_asked.connect(self.procedure_asked)
        self.matrix.left_end.connect(self._leave_matrix)
        self.totals.left_end.connect(self._leave_totals)
        self._flash.timeout.connect(self._end_flash)
        self.matrix.column_chosen.connect(self._choose)
        self.delegate.turned.connect(lambda row: self.turned.emit(self.model.lines[row]))

    # -- what is shown

    def show_comparison(self, shown: Shown, lines: Sequence[Line], *, brief: bool) -> None:
        """Show a comparison: matrix and totals have the same columns from here on."""
        totals = self.totals.currentIndex()
        row, column = totals.row(), totals.column()
        rows = [one for one in shown.totals if not brief or one.key in BRIEF]
        self.totals_model.show_rows(shown.heads, rows)
        for at, total in enumerate(self.totals_model.rows):
            self.totals.set_height(at, self._totals_delegate.height(total))
        self.show_lines(shown, lines)
        self._show_chosen()
        if 0 <= row < len(rows):
            self.totals.setCurrentIndex(self.totals_model.index(row, column))

    def show_meaning(self, colouring: Colouring, measure: Measure) -> None:
        """Say what tints mean and which figure the cells have; lines with it are shown next."""
        words = self._session.words
        self.delegate.show_meaning(colouring, measure)
        name = words.text("Activities by country")
        self.matrix.setAccessibleName(f"{name}, {words.text(UNITS[measure])}")

    def show_lines(self, shown: Shown, lines: Sequence[Line]) -> None:
        """Show other lines of the same comparison; the current cell and what is in sight stay."""
        cell, height = self.cell, self.matrix.verticalScrollBar().value()
        self.model.show_lines(shown.heads, lines)
        for row, line in enumerate(lines):
            wanted = self.delegate.height(line)
            if self.matrix.rowHeight(row) != wanted:
                self.matrix.set_height(row, wanted)
        self.fit()
        self.matrix.verticalScrollBar().setValue(height)
        if cell is not None:
            self.show_cell(*cell, scroll=False)

    @property
    def cell(self) -> tuple[str, str] | None:
        """Line and country of the current cell of the matrix: code of an activity or name of a stage."""
        line = self.line
        if line is None:
            return None
        return key_of(line), self.model.country(self.matrix.currentIndex().column())

    @property
    def line(self) -> Line | None:
        """The line of the current cell of the matrix."""
        row, lines = self.matrix.currentIndex().row(), self.model.lines
        return lines[row] if 0 <= row < len(lines) else None

    @property
    def activity(self) -> str:
        """The activity (code) of the current line; "" for a stage and for none."""
        line = self.line
        return "" if line is None or isinstance(line, StageLine) else line.row.activity.code

    @property
    def country(self) -> str:
        """The country of the current cell, of the totals where they have the focus; "" for none."""
        table = self.totals if self.totals.hasFocus() else self.matrix
        return self.model.country(table.currentIndex().column())

    def show_cell(self, line: str, iso2: str, *, scroll: bool = True) -> bool:
        """Make a cell current; whether it is there."""
        row, column = self.model.row_of(line), max(0, self.model.column_of(iso2))
        if row < 0:
            return False
        index = self.model.index(row, column)
        self.matrix.setCurrentIndex(index)
        if scroll:
            self.matrix.scrollTo(index)
        return True

    def show_steps(self, activity: str) -> None:
        """Bring the steps below an activity into sight, and the activity itself."""
        first = last = self.model.row_of(activity)
        while last + 1 < len(self.model.lines) and isinstance(self.model.lines[last + 1], StepLine):
            last += 1
        column = max(0, self.matrix.currentIndex().column())
        for row in (last, first):
            if row >= 0:
                self.matrix.scrollTo(self.model.index(row, column))

    def pair(self) -> tuple[str, str] | None:
        """The two countries that are chosen, or the one chosen and the current one; None for fewer."""
        both = self.chosen if len(self.chosen) == _MOST_CHOSEN else (*self.chosen, self.country)
        both = tuple(dict.fromkeys(iso2 for iso2 in both if iso2))
        return (both[0], both[1]) if len(both) == _MOST_CHOSEN else None

    def _choose(self, column: int) -> None:
        """Choose the country of a column, or no longer; of three the one chosen first is given up."""
        iso2 = self.model.country(column)
        if iso2:
            others = tuple(one for one in self.chosen if one != iso2)
            self.chosen = others if iso2 in self.chosen else (*others, iso2)[-_MOST_CHOSEN:]
            self._show_chosen()

    def _show_chosen(self) -> None:
        columns = {iso2: self.model.column_of(iso2) for iso2 in self.chosen}
        self.chosen = tuple(iso2 for iso2, column in columns.items() if column > 0)
        self.header.show_chosen([columns[iso2] for iso2 in self.chosen])

    def below_head(self, column: int) -> QPoint:
        """The place on the screen below the head of a column."""
        x = max(0, self.header.sectionViewportPosition(column))
        return self.header.mapToGlobal(QPoint(x, self.header.height()))

    def flash(self, line: str, countries: tuple[str, ...]) -> None:
        """Frame cells for a moment, so that the eye finds them."""
        self.delegate.flashed = frozenset((line, iso2) for iso2 in countries)
        self.matrix.repaint_cells()
        self._flash.start()

    def show_total(self, key: Total) -> None:
        """Make the cell of a total current, and give it the focus."""
        row = self.totals_model.row_of(key)
        if row >= 0:
            self.totals.setCurrentIndex(self.totals_model.index(row, 0))
            self.totals.setFocus()

    # -- widths

    @property
    def own_widths(self) -> Mapping[str, int]:
        """Widths that the user gave: country, or `activity` for the first column, to pixels."""
        return self._own_widths

    def take_widths(self, widths: Mapping[str, int]) -> None:
        """Give columns the widths that the user gave them earlier."""
        self._own_widths = dict(widths)
        self.fit()

    def fit(self) -> None:
        """Give each column its width."""
        heads = self.model.heads
        if not heads:
            return
        needed = [
            max(
                self.header.needed(head),
                max((self.delegate.needed(line, place) for line in self.model.lines), default=0),
                max((self._totals_delegate.needed(row, place) for row in self.totals_model.rows), default=0),
            )
            for place, head in enumerate(heads[1:-1])
        ]
        named = [line for line in self.model.lines if isinstance(line, ActivityLine)]
        first = max(map(self.delegate.needed_first, named), default=0)
        room = self.matrix.viewport().width() - LAST
        name, widths = share_out(needed, first, room)
        keys = [_NAME, *(head.iso2 for head in heads[1:-1]), ""]
        self._fitting = True
        for column, width in enumerate((name, *widths, LAST)):
            wanted = self._own_widths.get(keys[column], width)
            self.matrix.set_width(column, wanted)
            if self.totals_model.rows:
                self.totals.set_width(column, wanted)
        self._fitting = False
        self.totals.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out; where the window is low the totals scroll rather than hide the matrix."""
        super().resizeEvent(event)
        self.totals.setMaximumHeight(max(_LEAST_TOTALS, round(self.height() * _TOTALS_SHARE)))
        QTimer.singleShot(0, self, self.fit)

    def _on_resized(self, column: int, _old: int, new: int) -> None:
        if self._fitting or new == 0 or column >= len(self.model.heads):
            return
        self._own_widths[self.model.heads[column].iso2 or _NAME] = new
        self.fit()

    # -- inside

    def _on_moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.header.show_current(current.column())
        self.moved.emit()

    def _leave_matrix(self, by: int) -> None:
        if by > 0 and self.totals_model.rows:
            column = max(0, self.matrix.currentIndex().column())
            self.totals.setCurrentIndex(self.totals_model.index(0, column))
            self.totals.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_totals(self, by: int) -> None:
        if by < 0 and self.model.lines:
            column = max(0, self.totals.currentIndex().column())
            self.matrix.setCurrentIndex(self.model.index(len(self.model.lines) - 1, column))
            self.matrix.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_flash(self) -> None:
        self.delegate.flashed = frozenset()
        self.matrix.repaint_cells()
