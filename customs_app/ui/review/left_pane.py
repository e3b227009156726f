"""The left side of the review: tabs, the filters of all of them, and what the current one has there."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QToolButton, QVBoxLayout, QWidget

from customs_app.figures import tokens
from customs_app.language.words import N_
from customs_app.ui import fonts
from customs_app.ui.review.filter_bar import FilterBar
from customs_app.ui.review.legend import ConfidenceLegend
from customs_app.ui.review.list_model import FindingsModel
from customs_app.ui.review.list_view import FindingsView
from customs_app.ui.review.tab_grid import TabGrid
from customs_app.ui.session import Session
from customs_app.ui.widgets.small import Rule

FINDINGS, MARKS = 0, 1
TABS: Mapping[str, str] = {
    "findings": N_("Findings"),
    "marks": N_("Marks"),
    "coverage": N_("Coverage"),
    "agreement": N_("Agreement"),
    "effect": N_("Effect"),
    "data": N_("Data"),
}
"""The tabs by key, in order; those after FINDINGS and MARKS are boards."""


class LeftPane(QWidget):
    """`tab_changed` carries the place of the tab that is current, `filter_changed` nothing."""

    tab_changed = Signal(int)
    filter_changed = Signal()

    def __init__(self, session: Session, marks: QWidget) -> None:
        super().__init__()
        words = session.words
        self._words = words
        self.setObjectName("review_left")
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        names = [(key, words.text(name)) for key, name in TABS.items()]
        self.tabs = TabGrid(session, "review_tabs", words.text("What is worked through"), names)
        self.bar = FilterBar(session)
        self.model = FindingsModel(words, self)
        self.view = FindingsView(session, self.model)
        self.low = QToolButton()
        self.low.setObjectName("show_low")
        self.low.setCheckable(True)
        self.low.setProperty("framed", "true")
        self.low.setFont(fonts.font(tokens.SMALL))
        self.low.setToolTip(words.text("Show low confidence: findings that are often explained otherwise"))
        self.show_low_count(0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._findings_page(session))
        self._stack.addWidget(marks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.bar)
        column.addWidget(Rule(session.palette))
        column.addWidget(self._stack, 1)
        self.tabs.changed.connect(self._on_tab)
        self.bar.changed.connect(self.filter_changed)
        self.low.toggled.connect(lambda _: self.filter_changed.emit())
        self.bar.text.installEventFilter(self)

    @property
    def tab(self) -> int:
        """Place of the current tab: FINDINGS, MARKS, or that of a board."""
        return self.tabs.current

    def show_counts(self, findings: int, marks: int) -> None:
        """Say beside the names of the tabs how much they hold."""
        text = self._words.text
        self.tabs.set_text(FINDINGS, text("Findings {n}", n=findings))
        self.tabs.set_text(MARKS, text("Marks {n}", n=marks))

    def show_low_count(self, n: int) -> None:
        """Say how many findings of low confidence there are."""
        says = self._words.text("Show low confidence ({n})", n=n)
        self.low.setText(says)
        self.low.setAccessibleName(says)

    def set_low(self, *, shown: bool) -> None:
        """Show low confidence or not, without telling."""
        with QSignalBlocker(self.low):
            self.low.setChecked(shown)

    def show_board(self, left: QWidget) -> None:
        """Show what a board has at the left."""
        if self._stack.indexOf(left) < 0:
            self._stack.addWidget(left)
        self._stack.setCurrentWidget(left)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the filter, ↓ and Enter lead into the list; Esc empties it first."""
        if watched is self.bar.text and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.view.setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape:
                if self.bar.text.text():
                    self.bar.text.clear()
                else:
                    self.view.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _findings_page(self, session: Session) -> QWidget:
        page = QWidget()
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 6, 12, 6)
        foot.setSpacing(4)
        foot.addWidget(ConfidenceLegend(session))
        foot.addWidget(self.low, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(Rule(session.palette))
        column.addLayout(foot)
        return page

    def _on_tab(self, tab: int) -> None:
        self.bar.show_second(shown=tab == FINDINGS)
        if tab in (FINDINGS, MARKS):
            self._stack.setCurrentIndex(tab)
        self.tab_changed.emit(tab)
