"""The inspector of the catalogue: a step read, edited or marked, or the procedure with its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from customs_app.domain.procedure import Step
from customs_app.ui.catalogue.documents_section import DocumentsSection
from customs_app.ui.catalogue.facts_section import FactsSection, HeadSection
from customs_app.ui.catalogue.figures_section import FiguresSection
from customs_app.ui.catalogue.findings_section import FindingsSection
from customs_app.ui.catalogue.mark_panel import MarkPanel
from customs_app.ui.catalogue.marks_section import MarksSection
from customs_app.ui.catalogue.opened import OpenProcedure
from customs_app.ui.catalogue.sources_section import SourcesSection
from customs_app.ui.catalogue.step_editor import StepEditor
from customs_app.ui.session import Session
from customs_app.ui.widgets.section import sections_page
from customs_app.ui.widgets.small import Rule, link, show_if

if TYPE_CHECKING:
    from customs_app.ui.widgets.peers_section import PeersSection


class Inspector(QStackedWidget):
    """Pages: nothing, reading, editing, marking. `step_chosen` carries the id of a linked step.

    `left_page` when editing or marking has ended; `saved` and `recorded` are those of form and panel.
    `place_asked` carries (procedure id, step id or None) of another country.
    """

    step_chosen = Signal(str)
    left_page = Signal()
    edit_asked = Signal()
    saved = Signal(str, object)
    place_asked = Signal(object)
    recorded = Signal(str, object, object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._words = session, session.words
        self._opened: OpenProcedure | None = None
        self._step: Step | None = None
        self.setObjectName("catalogue_inspector")
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self._words.text("Inspector"))
        self._make_sections()
        self._editor: StepEditor | None = None
        self._marking: MarkPanel | None = None
        self._peers: PeersSection | None = None
        self._reading = self._reading_page()
        self._nothing = QLabel(self._words.text("Choose a step to see what stands behind it"))
        self._nothing.setProperty("role", "second")
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(12)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        for page in (self._nothing, self._reading):
            self.addWidget(page)
        session.findings.found.connect(self._show_findings)

    def _make_sections(self) -> None:
        session = self._session
        self.head = HeadSection(session)
        self.facts = FactsSection(session)
        self.figures = FiguresSection(session)
        self.documents = DocumentsSection(session)
        self.findings = FindingsSection(session)
        self.marks = MarksSection(session)
        self.sources = SourcesSection(session)
        self.facts.step_chosen.connect(self.step_chosen)
        self._unsaved = link(
            "unsaved_edit",
            self._words.text("An edit of this step is not saved yet: go on"),
            self.edit_asked.emit,
        )

    def _reading_page(self) -> QScrollArea:
        head = (self.head, self._unsaved, Rule(self._session.palette))
        return sections_page("inspector_reading", self._words.text("Inspector"), (*head, *self._sections()))

    def _sections(self) -> tuple[QWidget, ...]:
        return (self.facts, self.figures, self.documents, self.findings, self.marks, self.sources)

    @property
    def editor(self) -> StepEditor:
        """The form of a step; built when it is first asked for."""
        if self._editor is None:
            self._editor = StepEditor(self._words, self._session.drafts("step_editor"))
            self._editor.saved.connect(self.saved)
            self._editor.done.connect(self._go_back)
            self.addWidget(self._editor)
        return self._editor

    @property
    def marking(self) -> MarkPanel:
        """The panel that marks a step; built when it is first asked for."""
        if self._marking is None:
            self._marking = MarkPanel(self._session)
            self._marking.recorded.connect(self.recorded)
            self._marking.done.connect(self._go_back)
            self.addWidget(self._marking)
        return self._marking

    @property
    def peers(self) -> PeersSection:
        """How other countries live with the activity; built when it is first asked for."""
        if self._peers is None:
            from customs_app.ui.widgets.peers_section import PeersSection  # noqa: PLC0415 - not at start

            self._peers = PeersSection(self._session)
            self._peers.opened.connect(self.place_asked)
            page = self.facts.parentWidget()
            column = page.layout() if page is not None else None
            if isinstance(column, QVBoxLayout):
                column.insertWidget(column.indexOf(self.facts), self._peers)
        return self._peers

    def focus_peers(self) -> None:
        """Show who lives without the activity of the step, and lead there."""
        if self._step is None:
            return
        self._leave_quietly()
        self.setCurrentWidget(self._reading)
        self.peers.show()
        self._show_peers()
        self._reading.verticalScrollBar().setValue(0)
        self.peers.focus()

    @property
    def busy(self) -> bool:
        """Whether a step is being edited or marked."""
        return self.currentWidget() not in (self._nothing, self._reading)

    @property
    def step(self) -> Step | None:
        """The step that is shown."""
        return self._step

    def show_nothing(self) -> None:
        """Show that nothing is chosen."""
        self._opened, self._step = None, None
        self._leave_quietly()
        self.setCurrentWidget(self._nothing)

    def show_step(self, opened: OpenProcedure, step: Step) -> None:
        """Show a step; a text that is being written about another one is kept for later."""
        same = self._step is not None and self._step.id == step.id
        if not same:
            self._leave_quietly()
        self._opened, self._step = opened, step
        self._show_sections(of_step=True)
        self.head.show_step(opened, step)
        self.facts.show_step(opened, step)
        self.figures.show_step(opened, step)
        self.documents.show_step(opened, step)
        self.marks.show_step(opened, step)
        self._show_findings()
        self._say_unsaved()
        if not (same and self.busy):
            self.setCurrentWidget(self._reading)
        if not same:
            self._reading.verticalScrollBar().setValue(0)

    def show_procedure(self, opened: OpenProcedure) -> None:
        """Show a procedure with its sources."""
        self._leave_quietly()
        self._opened, self._step = opened, None
        self._show_sections(of_step=False)
        self.head.show_procedure(opened)
        self.facts.show_procedure(opened)
        self.sources.show_procedure(opened)
        self._unsaved.hide()
        self.setCurrentWidget(self._reading)
        self._reading.verticalScrollBar().setValue(0)

    def edit(self, opened: OpenProcedure, step: Step | None, column: str = "title_en") -> None:
        """Show the form for a step, or for a new one."""
        self.setCurrentWidget(self.editor)
        self.editor.open(opened, step, column)

    def mark(self, opened: OpenProcedure, step: Step, document_id: str | None) -> None:
        """Show the panel that marks a step or one of its documents."""
        self.setCurrentWidget(self.marking)
        self.marking.open(opened, step, document_id)

    def keep_drafts(self) -> None:
        """Keep what is typed and not recorded for the next window."""
        page = self.currentWidget()
        if isinstance(page, StepEditor | MarkPanel):
            page.keep()

    def _show_sections(self, *, of_step: bool) -> None:
        for section in (self.figures, self.documents, self.findings, self.marks):
            show_if(section, of_step)
        if self._peers is not None:
            show_if(self._peers, of_step)
        show_if(self.sources, not of_step)

    def _show_findings(self) -> None:
        if self._step is not None and self._opened is not None:
            known = self._session.findings.known
            own = known.of_procedure.get(self._opened.full.procedure.id, ()) if known is not None else None
            self.findings.show_findings(self._step, own)
            self._show_peers()

    def _show_peers(self) -> None:
        if self._peers is not None and self._step is not None and self._opened is not None:
            self._peers.show_step(self._opened.full, self._step, self._session.findings.known)

    def showEvent(self, event: QShowEvent) -> None:
        """Have findings looked for now that somebody looks."""
        super().showEvent(event)
        self._session.findings.watch(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the rules alone while nobody looks."""
        super().hideEvent(event)
        self._session.findings.leave(self)

    def _say_unsaved(self) -> None:
        draft = (
            self._step is not None
            and self._opened is not None
            and (self._opened.full.procedure.id, self._step.id) in self._session.drafts("step_editor")
        )
        show_if(self._unsaved, draft)

    def _leave_quietly(self) -> None:
        page = self.currentWidget()
        if isinstance(page, StepEditor | MarkPanel):
            self.setCurrentWidget(self._reading)
            page.leave()

    def _go_back(self) -> None:
        shown = self._nothing if self._opened is None else self._reading
        self.setCurrentWidget(shown)
        self._say_unsaved()
        self.left_page.emit()
