"""The centre of the workspace: heading, blocks, chart, totals and tables of one corridor."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from customs_app.analysis.case import BASE, WORST, Case
from customs_app.figures.picture import Picture
from customs_app.ui.corridors.blocks_view import BlocksView
from customs_app.ui.corridors.chart_view import ChartScroll, ChartView
from customs_app.ui.corridors.shown import Shown
from customs_app.ui.corridors.tables_pane import TablesPane
from customs_app.ui.corridors.totals_band import TotalsBand
from customs_app.ui.pictures.equal_table import EqualTable
from customs_app.ui.session import Session
from customs_app.ui.widgets.choice_button import ChoiceButton
from customs_app.ui.widgets.empty import EmptyState
from customs_app.ui.widgets.labels import ElidedLabel
from customs_app.ui.widgets.small import show_if
from customs_app.ui.widgets.tips import plain


class CorridorPage(QWidget):
    """Blank until the first answer is there; a sentence where there is no corridor."""

    def __init__(self, session: Session, empty: EmptyState) -> None:
        super().__init__()
        self._session = session
        text = session.words.text
        self.title, self.below, self.right = ElidedLabel(), ElidedLabel(), QLabel()
        self.title.setObjectName("corridor_title")
        self.title.setProperty("role", "title")
        self.below.setProperty("role", "second")
        self.right.setProperty("role", "small")
        self.right.setTextFormat(Qt.TextFormat.PlainText)
        self.case = ChoiceButton(session, "corridor_case", text("Case of the totals"), steady=True)
        self.blocks = BlocksView(session)
        self.chart = ChartView(session)
        self.chart_rows = EqualTable(session, "corridor_chart_rows")
        self.chart_stack = QStackedWidget()
        self.totals = TotalsBand(session)
        self.tables = TablesPane(session)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.head_row = QHBoxLayout()
        self._stack = QStackedWidget()
        self._lay_out(empty)

    def show_corridor(self, shown: Shown, case: Case) -> None:
        """Show a corridor."""
        self.title.set_text(shown.title)
        below = " · ".join(part for part in (shown.below, shown.about) if part)
        self.below.set_text(below)
        show_if(self.below, bool(below))
        self.right.setText(shown.right)
        self.right.setToolTip(plain(shown.right))
        text = self._session.words.text
        self.case.show_entries(((BASE.kind, text("Base case")), (WORST.kind, text("Worst case"))), case.kind)
        self.chart.setAccessibleName(shown.chart_title)
        self.blocks.show_blocks(shown.blocks)
        self.totals.show_totals(shown.totals)
        self._stack.setCurrentIndex(1)

    def show_picture(self, picture: Picture, shown: Shown) -> None:
        """Show the chart, and in its table what it says."""
        self.chart.show_picture(picture, shown.readouts)
        self.chart_rows.show_table(picture.table)

    @property
    def tabled(self) -> bool:
        """Whether the chart is shown as a table."""
        return self.chart_stack.currentWidget() is self.chart_rows

    def show_chart(self, *, as_table: bool) -> None:
        """Show the chart, or the table that says the same."""
        focused = self.chart.hasFocus() or self.chart_rows.hasFocus()
        self.chart_stack.setCurrentIndex(1 if as_table else 0)
        if focused:
            (self.chart_rows if as_table else self.chart).setFocus()

    def show_nothing(self) -> None:
        """Show that there is no corridor."""
        self._stack.setCurrentIndex(2)

    def _lay_out(self, empty: EmptyState) -> None:
        blank = QFrame()
        blank.setProperty("surface", "base")
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        column.addWidget(self.split, 1)
        lower = QWidget()
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.totals)
        below.addWidget(self.tables, 1)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.chart_stack.addWidget(ChartScroll(self.chart))
        self.chart_stack.addWidget(self.chart_rows)
        self.split.addWidget(self.chart_stack)
        self.split.addWidget(lower)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([370, 330])
        for widget in (blank, page, empty):
            self._stack.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _make_head(self) -> QWidget:
        head = QFrame()
        head.setProperty("surface", "base")
        first = QHBoxLayout()
        first.setContentsMargins(12, 0, 12, 0)
        first.setSpacing(10)
        first.addWidget(self.title, 1)
        first.addWidget(self.case)
        first.addLayout(self.head_row)
        second = QHBoxLayout()
        second.setContentsMargins(12, 0, 12, 0)
        second.setSpacing(12)
        second.addWidget(self.below, 1)
        second.addWidget(self.right)
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 8, 0, 4)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.blocks)
        return head
