"""The centre of the catalogue: title, bar, steps, totals, and what stands there instead of them."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from customs_app.ui.catalogue.header import FilterBar, TitleBar
from customs_app.ui.catalogue.opened import OpenProcedure
from customs_app.ui.catalogue.steps_model import StepsModel
from customs_app.ui.catalogue.steps_view import StepsView
from customs_app.ui.catalogue.totals_bar import TotalsBar
from customs_app.ui.session import Session
from customs_app.ui.widgets.empty import EmptyState
from customs_app.ui.widgets.small import Rule

_ANY_HEIGHT = 16_777_215  # of Qt's own
_USUAL_TOTALS, _TOTALS_HEIGHTS = 132, range(60, 300)


class StepsPane(QStackedWidget):
    """Pages: the procedure, nothing chosen, an empty catalogue; each is built when it is first shown."""

    def __init__(
        self,
        session: Session,
        parent: QWidget,
        *,
        add: QAction,
        diagram: QAction,
        clear: QAction,
        ways_on: Sequence[QAction],
    ) -> None:
        super().__init__(parent)
        self.model = StepsModel(session.words, self)
        self._make_procedure_page(session, add, diagram)
        self._middle.addWidget(self.table)
        self.addWidget(self._procedure)
        self._text = session.words.text
        self._add, self._clear, self._ways_on = add, clear, ways_on
        self._instead: QWidget | None = None
        self._unfilled: OpenProcedure | None = None

    @cached_property
    def _no_steps(self) -> EmptyState:
        sentence = self._text("No steps yet. Add one (Ins) or import from Excel.")
        return _added(self._middle, EmptyState(sentence, [self._add]))

    @cached_property
    def _none_pass(self) -> EmptyState:
        return _added(self._middle, EmptyState(self._text("No steps with these filters"), [self._clear]))

    @cached_property
    def _nothing(self) -> EmptyState:
        return _added(self, EmptyState(self._text("Choose a procedure on the left, or search (Ctrl+K)")))

    @cached_property
    def _empty(self) -> EmptyState:
        return _added(self, EmptyState(self._text("This catalogue has no procedures yet"), self._ways_on))

    def _make_procedure_page(self, session: Session, add: QAction, diagram: QAction) -> None:
        # Each inside its parent from the beginning: the style sheet looks at all in a widget when it moves.
        page = self._procedure = QWidget(self)
        head = QWidget(page)
        head.setProperty("surface", "window")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title, self.bar = TitleBar(session, head), FilterBar(session, add, diagram, head)
        self._middle = QStackedWidget(page)
        self.table = StepsView(session, self.model, self._middle)
        self._totals = TotalsBar(session, page)
        head_column = QVBoxLayout(head)
        column = QVBoxLayout(page)
        for layout in (head_column, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        head_column.addWidget(self.title)
        head_column.addWidget(self.bar)
        column.addWidget(head)
        column.addWidget(Rule(session.palette, page))
        column.addWidget(self._middle, 1)
        column.addWidget(Rule(session.palette, page))
        column.addWidget(self._totals)

    @property
    def totals(self) -> TotalsBar:
        """The totals, filled by now."""
        self.fill_totals()
        return self._totals

    def show_totals(self, opened: OpenProcedure) -> None:
        """Show the totals of a procedure once `fill_totals` or `totals` is asked for."""
        self._unfilled = opened

    def fill_totals(self) -> bool:
        """Show the totals that are to be shown; whether there were any."""
        opened, self._unfilled = self._unfilled, None
        if opened is not None:
            self._totals.setMinimumHeight(0)
            self._totals.setMaximumHeight(_ANY_HEIGHT)
            self._totals.show_totals(opened)
        return opened is not None

    @property
    def totals_height(self) -> int:
        """How high the totals stand, for the next start."""
        return self._totals.height()

    def keep_room(self, totals_height: object) -> None:
        """Keep as much room for the totals as they took before: nothing moves when they are filled."""
        if self._unfilled is not None:
            height = totals_height if isinstance(totals_height, int) else 0
            self._totals.setFixedHeight(height if height in _TOTALS_HEIGHTS else _USUAL_TOTALS)

    def show_page(self, *, has_procedure: bool, catalogue_empty: bool) -> None:
        """Show the procedure, or why there is none."""
        if has_procedure:
            self.setCurrentWidget(self._procedure)
        else:
            self.setCurrentWidget(self._empty if catalogue_empty else self._nothing)

    def show_table(self, *, steps: int, shown: int) -> None:
        """Show the table, or why it has no rows; or what stands in its place."""
        if self._instead is not None and steps:
            self._middle.setCurrentWidget(self._instead)
        elif shown:
            self._middle.setCurrentWidget(self.table)
        else:
            self._middle.setCurrentWidget(self._none_pass if steps else self._no_steps)
        self._totals.setVisible(bool(steps))

    def show_instead(self, widget: QWidget | None, tools: QWidget | None) -> None:
        """Show a widget in place of the table, with its tools in the bar; None = the table again."""
        if widget is not None and widget.parent() is not self._middle:
            self._middle.addWidget(widget)
        self._instead = widget
        self.bar.show_tools(tools)


def _added(stack: QStackedWidget, page: EmptyState) -> EmptyState:
    stack.addWidget(page)
    return page
