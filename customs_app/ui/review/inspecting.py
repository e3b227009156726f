"""What the inspector of the review shows, and the ways that lead on from there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from customs_app.catalogue.commands.dismissals import TakeBackDismissal
from customs_app.catalogue.commands.marks import ConfirmMark, RemoveMark
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.review import Mark
from customs_app.ui.review.findings_tab import FindingsTab
from customs_app.ui.review.inspector import Inspector
from customs_app.ui.review.left_pane import FINDINGS, MARKS, LeftPane
from customs_app.ui.review.marks_page import MarksPage
from customs_app.ui.review.reading import Reading
from customs_app.ui.session import Session

StepOf = tuple[FullProcedure, Step]


class Inspecting(QObject):
    """Fills the inspector a turn of the event loop later: whoever holds ↓ need not wait for it."""

    def __init__(
        self,
        session: Session,
        side: LeftPane,
        findings: FindingsTab,
        marks: MarksPage,
        *,
        reading: Reading,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._side, self._reading = session, side, reading
        self._findings, self._marks = findings, marks
        self.inspector = Inspector(session)
        self.board_step: Callable[[], StepOf | None] = lambda: None
        self._turn = QTimer(self, interval=0, singleShot=True)
        self._turn.timeout.connect(self._inspect)
        self.soon = self._turn.start
        inspector = self.inspector
        inspector.step_asked.connect(lambda place: session.go_to("catalogue", *place))
        inspector.change_asked.connect(self._change_mark)
        inspector.remove_asked.connect(lambda mark_id: session.run(RemoveMark(mark_id)))
        inspector.confirm_asked.connect(lambda mark_id: session.run(ConfirmMark(mark_id)))
        findings.desk.turned.connect(self.soon)
        findings.pane.dismissed.take_back_asked.connect(lambda one: session.run(TakeBackDismissal(one)))
        marks.table.chosen.connect(lambda _row: self.soon())

    @property
    def step(self) -> StepOf | None:
        """The step that is inspected."""
        loaded = self._reading.loaded
        if loaded is None:
            return None
        if self._side.tab == FINDINGS:
            finding, step = self._findings.desk.finding, self._findings.desk.step
            return (loaded.procedures[finding.procedure], step) if finding and step else None
        if self._side.tab == MARKS:
            row = self._marks.table.row
            return (row.full, row.step) if row is not None else None
        return self.board_step()

    def now(self) -> None:
        """Fill the inspector at once, where that is still to be done."""
        if self._turn.isActive():
            self._turn.stop()
            self._inspect()

    def _inspect(self) -> None:
        """Show what stands behind the finding, or behind the step that is current."""
        loaded, reading, finding = self._reading.loaded, self._reading, self._findings.desk.finding
        found = self.step
        if loaded is not None and self._side.tab == FINDINGS and finding is not None:
            step = found[1] if found is not None else None
            self.inspector.show_finding(finding, step, loaded, reading)
        elif loaded is not None and found is not None:
            self.inspector.show_step(*found, loaded, reading)
        else:
            self.inspector.show_nothing()

    def _change_mark(self, mark: Mark) -> None:
        """Go on with one's own mark: here where a finding led to it, else in the catalogue."""
        loaded = self._reading.loaded
        if loaded is None:
            return
        if self._side.tab != FINDINGS and mark.finding in loaded.by_key:
            self._side.tabs.choose(FINDINGS)
            self._findings.go_to(None, mark.finding)
        if self._side.tab != FINDINGS or not self._findings.desk.change(mark):
            self._session.go_to("catalogue", loaded.procedure_of[mark.step_id].procedure.id, mark.step_id)
