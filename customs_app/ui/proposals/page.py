"""The centre: the part of the proposal that is open, or the sentence that stands where there is nothing."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from customs_app.analysis.dossier.result import Dossier
from customs_app.ui.proposals.edits import Edits
from customs_app.ui.proposals.front_page import FrontPage
from customs_app.ui.proposals.measure.editor import MeasureEditor
from customs_app.ui.proposals.paper import MEASURES, SUMMARY, TABLES, TITLE
from customs_app.ui.proposals.summary_page import SummaryPage
from customs_app.ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from customs_app.ui.proposals.table_pages import PartPage

MEASURE = "measure"
"""The part that is one measure, whichever."""


class ProposalPage(QWidget):
    """One page a part, each made when it is first asked for.

    `measure_asked` carries the key of a measure and a country ("" where none is meant), `step_asked` a
    procedure and a step. `turned`, `moved` and `measure_chosen` come from the table of measures: the chosen
    one is to be left out or taken in, one is to stand before a row, one was chosen. `language_chosen`
    carries the Language of the texts, `reached` tells that a text is begun, `left` that Esc leads out of it.
    """

    measure_asked = Signal(str, str)
    step_asked = Signal(str, str)
    language_chosen = Signal(object)
    reached = Signal()
    left = Signal()
    told = Signal()
    turned = Signal()
    moved = Signal(str, int)
    measure_chosen = Signal(str)

    def __init__(self, edits: Edits, without: Sequence[QAction], of_measure: Sequence[QAction]) -> None:
        super().__init__()
        self._edits, self._words = edits, edits.session.words
        self._of_measure = of_measure
        self._dossier: Dossier | None = None
        self.part = TITLE
        self.front = FrontPage(edits)
        self._summary: SummaryPage | None = None
        self._editor: MeasureEditor | None = None
        self._pages: dict[str, PartPage] = {}
        self._empty: PartPage | None = None
        self._without = EmptyState("", without)
        self._without.setObjectName("proposal_without_measures")
        self._waiting = EmptyState("")
        self._stack = QStackedWidget()
        for page in (self.front, self._without, self._waiting):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    @property
    def editor(self) -> MeasureEditor:
        """The editor of a measure."""
        if self._editor is None:
            self._editor = MeasureEditor(self._edits, self._of_measure)
            self._editor.step_asked.connect(self.step_asked)
            self._editor.language_chosen.connect(self.language_chosen)
            self._editor.reached.connect(self.reached)
            self._editor.left.connect(self.left)
            self._editor.country_changed.connect(self.told)
            self._stack.addWidget(self._editor)
        return self._editor

    @property
    def busy(self) -> bool:
        """Whether the part that is open is still being shown."""
        texts = self._summary is not None and self._summary.busy
        return texts or self._empty is not None or (self.part == MEASURE and self.editor.busy)

    @property
    def summary(self) -> SummaryPage:
        """The texts of the whole proposal."""
        if self._summary is None:
            self._summary = SummaryPage(self._edits)
            self._summary.reached.connect(self.reached)
            self._summary.left.connect(self.left)
            self._stack.addWidget(self._summary)
            self._summary.show_dossier(self._dossier)
        return self._summary

    def table(self, key: str) -> "PartPage":
        """The page of a part that is a table."""
        from customs_app.ui.proposals.table_pages import MAKERS, MeasuresPage  # noqa: PLC0415 - when first shown

        if key not in self._pages:
            page = MAKERS[key](self._edits.session)
            page.measure_asked.connect(self.measure_asked)
            if isinstance(page, MeasuresPage):
                page.turned.connect(self.turned)
                page.moved.connect(self.moved)
                page.chosen.connect(self.measure_chosen)
            self._pages[key] = page
            self._stack.addWidget(page)
        return self._pages[key]

    @property
    def current(self) -> QWidget:
        """The page that is shown."""
        return self._stack.currentWidget() or self.front

    def show_dossier(self, dossier: Dossier | None) -> None:
        """Show the dossier in the part that is open; None as long as it is being read."""
        self._dossier = dossier
        self.front.show_dossier(dossier)
        if self._summary is not None:
            self._summary.show_dossier(dossier)
        if dossier is None and self._editor is not None:
            self._editor.forget()
        if self.part != MEASURE:
            self.show_part(self.part)

    def show_part(self, key: str) -> None:
        """Show a part that is no measure."""
        self.part = key
        if key == TITLE:
            self._stack.setCurrentWidget(self.front)
        elif self._dossier is None:
            self.show_waiting()
        elif key == MEASURES and not (self._dossier.measures or self._dossier.left_out):
            self._show_without(self._dossier)
        elif key == SUMMARY:
            self._stack.setCurrentWidget(self.summary)
        elif key in TABLES:
            new = key not in self._pages
            page = self.table(key)
            self._stack.setCurrentWidget(page)
            if new:  # dressing a table and filling it in one turn would be felt
                self._empty = page
                QTimer.singleShot(0, page, self._fill)
            else:
                page.show_dossier(self._dossier)

    def _fill(self) -> None:
        page, self._empty = self._empty, None
        if self._dossier is not None and page is not None:
            page.show_dossier(self._dossier)

    def show_measure(self, key: str, country: str | None = None) -> None:
        """Show a measure in the editor."""
        self.part = MEASURE
        if self._dossier is None:
            self.show_waiting()
            return
        self.editor.show_measure(self._dossier, self._dossier.measure(key), country)
        self._stack.setCurrentWidget(self.editor)

    def show_waiting(self) -> None:
        """Say that the proposal is being read."""
        self._waiting.set_sentence(self._words.text("Reading the proposal…"))
        self._stack.setCurrentWidget(self._waiting)

    def show_failure(self, sentence: str) -> None:
        """Say why the proposal cannot be read."""
        self._waiting.set_sentence(sentence)
        if self.part != TITLE:
            self._stack.setCurrentWidget(self._waiting)

    def commit(self) -> None:
        """Write all that is being written."""
        does: list[Callable[[], None]] = [self.front.commit]
        if self._summary is not None:
            does.append(self._summary.commit)
        if self._editor is not None:
            does.append(self._editor.commit)
        for commit in does:
            commit()

    def _show_without(self, dossier: Dossier) -> None:
        text = self._words.text
        if dossier.from_findings:
            self._without.set_sentence(text("The rules suggest nothing for these procedures"))
        else:
            self._without.set_sentence(
                text("No agreed marks yet. Mark steps in the review, or start from what the rules suggest.")
            )
        self._stack.setCurrentWidget(self._without)
