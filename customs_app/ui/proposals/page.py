"""The centre: head, measures and the details of one, or the sentence that stands where there is nothing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from customs_app.figures import tokens
from customs_app.reports.content import Content
from customs_app.ui.proposals.details import Details
from customs_app.ui.proposals.head import Head
from customs_app.ui.proposals.measures_table import MeasuresTable
from customs_app.ui.session import Session
from customs_app.ui.widgets.band import Band
from customs_app.ui.widgets.empty import EmptyState
from customs_app.ui.widgets.table import row_height

_MOST_ROWS = 6


class ProposalPage(QWidget):
    """`head`, `table` and `details` of the open proposal."""

    def __init__(self, session: Session, review: QAction, suggestions: QAction) -> None:
        super().__init__()
        self._session, self._words = session, session.words
        self.head = Head(session)
        self.band = Band(session, self._words.text("Measures"))
        self.table = MeasuresTable(session)
        self.details = Details(session)
        self._without = EmptyState("", [review, suggestions])
        self._without.setObjectName("proposal_without_measures")
        self._waiting = EmptyState("")
        self._nothing = EmptyState(self._words.text("The rules suggest nothing for these procedures"))
        lower = QSplitter(Qt.Orientation.Vertical)
        lower.setObjectName("proposal_measures_splitter")
        lower.setChildrenCollapsible(False)
        lower.addWidget(self.table)
        lower.addWidget(self.details)
        lower.setStretchFactor(0, 2)
        lower.setStretchFactor(1, 5)
        lower.setSizes([190, 420])
        self._stack = QStackedWidget()
        for page in (lower, self._without, self._waiting, self._nothing):
            self._stack.addWidget(page)
        self._lower = lower
        self._fitted = ""
        self.head.setMinimumHeight(150)
        below = QWidget()
        inner = QVBoxLayout(below)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.band)
        inner.addWidget(self._stack, 1)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setObjectName("proposal_splitter")
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.head)
        self._split.addWidget(below)
        self._split.setStretchFactor(0, 0)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([178, 620])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._split)

    def show_content(self, content: Content | None) -> None:
        """Show the measures; None as long as they are being read."""
        words = self._words
        self.table.show_content(content)
        if content is None:
            self.band.set_title(words.text("Measures"))
            self.band.set_note("")
            self._waiting.set_sentence(words.text("Reading the proposal…"))
            self._stack.setCurrentWidget(self._waiting)
            return
        n = len(content.measures)
        suggested = content.from_findings
        title = words.text("Suggestions of the rules") if suggested else words.text("Measures")
        self.band.set_title(title)
        self.band.set_note(str(n) if n else "")
        if n:
            self._stack.setCurrentWidget(self._lower)
            self._fit(content)
        elif suggested:
            self._stack.setCurrentWidget(self._nothing)
        else:
            self._without.set_sentence(
                words.text(
                    "No agreed marks yet. Mark steps in the review, or start from what the rules suggest."
                )
            )
            self._stack.setCurrentWidget(self._without)

    def _fit(self, content: Content) -> None:
        """Give the table of another proposal the room that its rows need, up to some of them."""
        opened = content.proposal.id if content.proposal is not None else ""
        if opened == self._fitted:
            return
        self._fitted = opened
        rows = min(len(content.measures), _MOST_ROWS)
        wanted = tokens.HEADER + rows * row_height(self._session.language) + 2
        self._lower.setSizes([wanted, max(200, self._lower.height() - wanted)])

    def show_failure(self, sentence: str) -> None:
        """Say why the proposal cannot be read."""
        self.table.show_content(None)
        self._waiting.set_sentence(sentence)
        self._stack.setCurrentWidget(self._waiting)
