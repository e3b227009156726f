"""The centre of the catalogue: title, bar, steps, totals, and what stands there instead of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from customs_app.ui.catalogue.header import FilterBar, TitleBar
from customs_app.ui.catalogue.steps_model import StepsModel
from customs_app.ui.catalogue.steps_view import StepsView
from customs_app.ui.catalogue.totals_bar import TotalsBar
from customs_app.ui.session import Session
from customs_app.ui.widgets.empty import EmptyState
from customs_app.ui.widgets.small import Rule


class StepsPane(QStackedWidget):
    """Pages: the procedure, nothing chosen, an empty catalogue."""

    def __init__(
        self,
        session: Session,
        parent: QWidget,
        *,
        add: QAction,
        clear: QAction,
        ways_on: Sequence[QAction],
    ) -> None:
        super().__init__(parent)
        text = session.words.text
        self.model = StepsModel(session.words, self)
        self._make_procedure_page(session, add)
        self._no_steps = EmptyState(text("No steps yet. Add one (Ins) or import from Excel."), [add])
        self._none_pass = EmptyState(text("No steps with these filters"), [clear])
        for page in (self.table, self._no_steps, self._none_pass):
            self._middle.addWidget(page)
        self._nothing = EmptyState(text("Choose a procedure on the left, or search (Ctrl+K)"))
        self._empty = EmptyState(text("This catalogue has no procedures yet"), ways_on)
        for widget in (self._procedure, self._nothing, self._empty):
            self.addWidget(widget)
        self.setCurrentWidget(self._nothing)

    def _make_procedure_page(self, session: Session, add: QAction) -> None:
        # Each inside its parent from the beginning: the style sheet looks at all in a widget when it moves.
        page = self._procedure = QWidget(self)
        head = QWidget(page)
        head.setProperty("surface", "window")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title, self.bar = TitleBar(session, head), FilterBar(session, add, head)
        self._middle = QStackedWidget(page)
        self.table = StepsView(session, self.model, self._middle)
        self.totals = TotalsBar(session, page)
        head_column = QVBoxLayout(head)
        column = QVBoxLayout(page)
        for layout in (head_column, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        head_column.addWidget(self.title)
        head_column.addWidget(self.bar)
        column.addWidget(head)
        column.addWidget(Rule(session.palette))
        column.addWidget(self._middle, 1)
        column.addWidget(Rule(session.palette))
        column.addWidget(self.totals)

    def show_page(self, *, has_procedure: bool, catalogue_empty: bool) -> None:
        """Show the procedure, or why there is none."""
        if has_procedure:
            self.setCurrentWidget(self._procedure)
        else:
            self.setCurrentWidget(self._empty if catalogue_empty else self._nothing)

    def show_table(self, *, steps: int, shown: int) -> None:
        """Show the table, or why it has no rows."""
        if shown:
            self._middle.setCurrentWidget(self.table)
        else:
            self._middle.setCurrentWidget(self._none_pass if steps else self._no_steps)
        self.totals.setVisible(bool(steps))
