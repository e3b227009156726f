"""What the centre shows of the findings: one of them, or a sentence where there is none."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from customs_app.domain.codes import Verdict
from customs_app.domain.review import Mark
from customs_app.language.labels import label
from customs_app.ui.review.finding_pane import FindingPane
from customs_app.ui.session import Session
from customs_app.ui.widgets.empty import EmptyState


class Pages(QStackedWidget):
    """One page at a time."""

    def __init__(self, session: Session, finding: FindingPane) -> None:
        super().__init__()
        text = session.words.text
        self._words = session.words
        self.finding = finding
        self._looking = EmptyState(text("Findings are being looked for…"))
        self._none = QWidget()
        self._decided = QWidget()
        self._decided_state: EmptyState | None = None
        for page in (self._looking, finding, self._none, self._decided):
            self.addWidget(page)

    @property
    def shows_decided(self) -> bool:
        """Whether the page says that all is marked."""
        return self.currentWidget() is self._decided

    def offer(self, clear: QAction, propose: QAction) -> None:
        """Make the empty states with their ways on."""
        text = self._words.text
        _fill(self._none, EmptyState(text("No findings with these filters"), [clear]))
        self._decided_state = EmptyState("", [propose, clear])
        _fill(self._decided, self._decided_state)

    def show_finding(self) -> None:
        """Show the finding."""
        self.setCurrentWidget(self.finding)

    def show_looking(self) -> None:
        """Say that findings are being looked for."""
        self.setCurrentWidget(self._looking)

    def show_failed(self, sentence: str) -> None:
        """Say why none can be looked for."""
        self._looking.set_sentence(sentence)
        self.setCurrentWidget(self._looking)

    def show_none(self) -> None:
        """Say that the filters leave nothing."""
        self.setCurrentWidget(self._none)

    def show_decided(self, n: int, marks: Iterable[Mark], dismissed: int = 0) -> None:
        """Say that all `n` findings have a mark or are dismissed, with their verdicts counted."""
        words, count = self._words, Counter(mark.verdict for mark in marks)
        counts = [f"{label(one, words)} {count[one]}" for one in Verdict if count[one]]
        if dismissed:
            counts.append(words.count("{n} dismissed", "{n} dismissed", dismissed))
        head = words.count(
            "The {n} finding with these filters is decided.",
            "All {n} findings with these filters are decided.",
            n,
        )
        if self._decided_state is not None:
            self._decided_state.set_sentence(f"{head}\n{words.list_of(tuple(counts))}")
        self.setCurrentWidget(self._decided)


def _fill(page: QWidget, state: EmptyState) -> None:
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(state)
