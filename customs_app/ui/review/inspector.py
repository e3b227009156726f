"""The inspector of the review: the activity elsewhere, its place in the flow, and who has marked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QWidget

from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.review import Finding, Mark
from customs_app.ui.loaded import Loaded
from customs_app.ui.review.elsewhere import elsewhere, peer_lines
from customs_app.ui.review.flow import drawing, neighbourhood
from customs_app.ui.review.flow_view import FlowView
from customs_app.ui.review.mark_book import MarkBook
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import wrapped
from customs_app.ui.widgets.lines import LinesView
from customs_app.ui.widgets.mark_row import MarkRow
from customs_app.ui.widgets.section import Section, sections_page
from customs_app.ui.widgets.source_line import SourceLine
from customs_app.ui.widgets.tips import plain


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
        self.peers.view.opened.connect(self.step_asked)
        self._flow = Section(session, "flow", text("Place in the procedure"))
        self.flow = FlowView()
        self._flow.body.addWidget(self.flow)
        self.marks = MarkList(session, "review_marks", text("Who has marked"))
        self.stale = MarkList(session, "review_stale", text("Stale marks"))
        for part in (self.marks, self.stale):
            part.change_asked.connect(self.change_asked)
            part.remove_asked.connect(self.remove_asked)
            part.confirm_asked.connect(self.confirm_asked)
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

    def show_finding(self, finding: Finding, step: Step | None, loaded: Loaded, book: MarkBook) -> None:
        """Show what stands behind a finding, seen from one of its steps."""
        full = loaded.procedures[finding.procedure]
        self._show_step(full, step, finding.steps, loaded)
        self.show_marks(book.of_finding(finding), full, loaded, name_steps=len(finding.steps) > 1)
        self._scroll.verticalScrollBar().setValue(0)

    def show_step(self, full: FullProcedure, step: Step, loaded: Loaded, book: MarkBook) -> None:
        """Show what stands behind a step, with all marks on it."""
        self._show_step(full, step, (step.id,), loaded)
        self.show_marks(book.of_step(step.id), full, loaded, name_steps=False)
        self._scroll.verticalScrollBar().setValue(0)

    def _show_step(
        self, full: FullProcedure, step: Step | None, about: tuple[str, ...], loaded: Loaded
    ) -> None:
        self.setCurrentWidget(self._scroll)
        self.source.hide()
        self.peers.setVisible(step is not None)
        self._flow.setVisible(step is not None)
        if step is not None:
            self.peers.show_step(full, step, loaded)
            flow = neighbourhood(full, step.id, about)
            self.flow.show_drawing(drawing(flow, about, self._session.palette, self._words))
            self._flow.count.setText(self._words.text("step {n}", n=str(step.seq)))

    def show_marks(
        self, marks: Sequence[Mark], full: FullProcedure, loaded: Loaded, *, name_steps: bool
    ) -> None:
        """Show these marks on steps of one procedure; those that are stale apart."""
        stale = [mark for mark in marks if mark.stale]
        rest = [mark for mark in marks if not mark.stale]
        self.marks.show_marks(rest, full, loaded.reference, name_steps=name_steps)
        self.stale.show_marks(stale, full, loaded.reference, name_steps=name_steps)
        self.stale.setVisible(bool(stale))

    def show_source(self, source_id: str, loaded: Loaded) -> None:
        """Show a source above everything else."""
        self.source.show_source(source_id, loaded)
        self._scroll.verticalScrollBar().setValue(0)

    def _page(self) -> QScrollArea:
        parts = (self.source, self.peers, self._flow, self.stale, self.marks)
        return sections_page("review_inspector_page", self._words.text("Inspector"), parts)


class PeersSection(Section):
    """The same activity in other countries, and who lives without it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "peers", session.words.text("The same activity elsewhere"))
        self.view = LinesView(
            "peer_steps", session.words.text("The same activity elsewhere"), session.palette
        )
        self.view.setProperty("surface", "panel")
        self._none = wrapped(role="small")
        self._none.setObjectName("peers_none")
        self._without = wrapped(role="small")
        self._without.setObjectName("peers_without")
        for widget in (self.view, self._none, self._without):
            self.body.addWidget(widget)

    def show_step(self, full: FullProcedure, step: Step, loaded: Loaded) -> None:
        """Show how other countries do what a step does."""
        words, found = self.words, elsewhere(full, step, loaded)
        activity = loaded.reference.activities.get(step.activity)
        self.count.setText(step.activity)
        self.count.setToolTip(plain(activity.name[words.language] if activity else step.activity))
        self.view.show_lines(list(peer_lines(found, self.session.palette, words)))
        self.view.setVisible(bool(found.steps))
        self._none.setText(words.text("No other country has this activity for this regime and mode."))
        self._none.setVisible(not found.steps)
        names = loaded.reference.countries
        without = tuple(names[iso2].name[words.language] if iso2 in names else iso2 for iso2 in found.without)
        self._without.setText(words.text("Without it: {countries}", countries=without))
        self._without.setVisible(bool(found.steps) and bool(without))


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


class MarkList(Section):
    """Marks with their reasons, and what can be done about one's own."""

    change_asked = Signal(object)
    remove_asked = Signal(str)
    confirm_asked = Signal(str)

    def __init__(self, session: Session, name: str, title: str) -> None:
        super().__init__(session, name, title)
        self._rows: list[QWidget] = []

    def show_marks(
        self, marks: Sequence[Mark], full: FullProcedure, reference: Reference, *, name_steps: bool
    ) -> None:
        """Show marks, the newest first; with the numbers of their steps where there are several."""
        while self._rows:
            row = self._rows.pop()
            row.hide()
            row.deleteLater()
        for mark in sorted(marks, key=lambda one: one.at, reverse=True):
            if name_steps:
                number = self.words.text("step {n}", n=str(full.number(mark.step_id)))
                self._add(wrapped(number, role="heading"))
            row = MarkRow(self.session, mark, full, reference)
            row.change_asked.connect(lambda _document, mark=mark: self.change_asked.emit(mark))
            row.remove_asked.connect(self.remove_asked)
            row.confirm_asked.connect(self.confirm_asked)
            self._add(row)
        self.count.setText(str(len(marks)) if marks else self.words.text("nobody yet"))

    def _add(self, widget: QWidget) -> None:
        self._rows.append(widget)
        self.body.addWidget(widget)
