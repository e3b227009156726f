"""The inspector of the review: the activity elsewhere, its place in the flow, and who has marked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget

from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.review import Finding, Mark
from customs_app.ui.loaded import Loaded
from customs_app.ui.review.flow import drawing, neighbourhood
from customs_app.ui.review.flow_view import FlowView
from customs_app.ui.review.mark_list import MarkList
from customs_app.ui.review.reading import Reading
from customs_app.ui.review.round_section import RoundSection
from customs_app.ui.session import Session
from customs_app.ui.widgets.peers_section import PeersSection
from customs_app.ui.widgets.section import Section, sections_page
from customs_app.ui.widgets.source_line import SourceLine


class Inspector(QStackedWidget):
    """What stands behind a finding, for the step that is to be marked.

    `step_asked` carries (procedure id, step id) to be shown in the catalogue. `change_asked` carries the
    Mark that is to be changed; `remove_asked` and `confirm_asked` the id of one.
    """

    step_asked = Signal(object)
    change_asked = Signal(object)
    remove_asked = Signal(str)
    confirm_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        text = session.words.text
        self._session, self._words = session, session.words
        self.setObjectName("review_inspector")
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(text("Inspector"))
        self.source = SourceSection(session)
        self.peers = PeersSection(session)
        self.peers.opened.connect(self.step_asked)
        self._flow = Section(session, "flow", text("Place in the procedure"))
        self.flow = FlowView()
        self._flow.body.addWidget(self.flow)
        self.round = RoundSection(session)
        self.marks = MarkList(session, "review_marks", text("Marks"))
        self.stale = MarkList(session, "review_stale", text("Stale marks"))
        for part in (self.marks, self.stale):
            part.change_asked.connect(self.change_asked)
            part.remove_asked.connect(self.remove_asked)
            part.confirm_asked.connect(self.confirm_asked)
        self._shown: tuple[str, str | None, tuple[str, ...]] | None = None
        self._nothing = QLabel(text("Choose a finding or a mark to see what stands behind it"))
        self._nothing.setProperty("role", "second")
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(12)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._scroll = self._page()
        self.addWidget(self._nothing)
        self.addWidget(self._scroll)

    def show_nothing(self) -> None:
        """Say that no finding is chosen."""
        self.setCurrentWidget(self._nothing)

    def show_finding(self, finding: Finding, step: Step | None, loaded: Loaded, reading: Reading) -> None:
        """Show what stands behind a finding, seen from one of its steps."""
        full = loaded.procedures[finding.procedure]
        self._show_step(full, step, finding.steps, loaded)
        self._show_opinions(full, finding.steps, reading.book.of_finding(finding), loaded, reading)

    def show_step(self, full: FullProcedure, step: Step, loaded: Loaded, reading: Reading) -> None:
        """Show what stands behind a step, with all marks on it."""
        self._show_step(full, step, (step.id,), loaded)
        self._show_opinions(full, (step.id,), reading.book.of_step(step.id), loaded, reading)

    def focus_peers(self) -> None:
        """Lead to the countries that live with the activity or without it."""
        self._scroll.ensureWidgetVisible(self.peers)
        self.peers.focus()

    def _show_step(
        self, full: FullProcedure, step: Step | None, about: tuple[str, ...], loaded: Loaded
    ) -> None:
        self.setCurrentWidget(self._scroll)
        shown = full.procedure.id, step.id if step is not None else None, about
        if shown != self._shown:
            self._shown = shown
            self.source.hide()
            self._scroll.verticalScrollBar().setValue(0)
        self.peers.setVisible(step is not None)
        self._flow.setVisible(step is not None)
        if step is not None:
            self.peers.show_step(full, step, loaded)
            flow = neighbourhood(full, step.id, about)
            self.flow.show_drawing(drawing(flow, about, self._session.palette, self._words))
            self._flow.count.setText(self._words.text("step {n}", n=str(step.seq)))

    def _show_opinions(
        self,
        full: FullProcedure,
        steps: tuple[str, ...],
        marks: Sequence[Mark],
        loaded: Loaded,
        reading: Reading,
    ) -> None:
        """Show the marks on steps of one procedure, stale ones apart, and who has marked besides."""
        stale = [mark for mark in marks if mark.stale]
        rest = [mark for mark in marks if not mark.stale]
        several = len(steps) > 1
        self.marks.show_marks(rest, full, loaded.reference, name_steps=several)
        self.stale.show_marks(stale, full, loaded.reference, name_steps=several)
        self.stale.setVisible(bool(stale))
        self.round.show_round(reading.round_of(full), steps, reading.book, loaded)

    def show_source(self, source_id: str, loaded: Loaded) -> None:
        """Show a source above everything else."""
        self.source.show_source(source_id, loaded)
        self._scroll.verticalScrollBar().setValue(0)

    def _page(self) -> QScrollArea:
        parts = (self.source, self.stale, self.peers, self._flow, self.marks, self.round)
        return sections_page("review_inspector_page", self._words.text("Inspector"), parts)


class SourceSection(Section):
    """The source that was asked for, unfolded."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "source", session.words.text("Source"))
        self._line: SourceLine | None = None
        self.hide()

    def show_source(self, source_id: str, loaded: Loaded) -> None:
        """Show a source by its id."""
        source = loaded.reference.sources.get(source_id)
        if self._line is not None:
            self._line.hide()
            self._line.deleteLater()
            self._line = None
        self.setVisible(source is not None)
        if source is not None:
            self._line = SourceLine(self.session)
            self._line.show_source(source)
            self._line.unfold()
            self.body.addWidget(self._line)
            self.count.setText(source.id)
