"""The finding at hand: what is written about it, and what becomes of it when it is recorded."""

from PySide6.QtCore import QObject, Signal

from customs_app.catalogue.commands.marks import SetMark
from customs_app.domain.procedure import Step
from customs_app.domain.review import Finding, Mark
from customs_app.ui.loaded import Loaded
from customs_app.ui.review.decision import Decision
from customs_app.ui.review.drafts import Drafts
from customs_app.ui.review.finding_pane import FindingPane
from customs_app.ui.review.mark_book import MarkBook
from customs_app.ui.session import Session


class Desk(QObject):
    """Joins a finding, the pane that shows it and the marks that are there already.

    `turned` when another finding, step or document is at hand. `recording` before a mark is written, and
    `recorded` after, with whether it was: whoever keeps the list goes on then. `book` has the marks;
    whoever reads them sets it.
    """

    turned = Signal()
    recording = Signal()
    recorded = Signal(bool)

    def __init__(self, session: Session, pane: FindingPane, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._pane = session, pane
        self._drafts = Drafts(session.drafts("review"))
        self._target = Decision()
        self._loaded: Loaded | None = None
        self.finding: Finding | None = None
        self.book = MarkBook()
        pane.bar.target_changed.connect(self._on_target)
        pane.bar.recorded.connect(self._record)
        pane.step_chosen.connect(self._choose_step)

    @property
    def step(self) -> Step | None:
        """The step that is to be marked."""
        if self.finding is None or self._loaded is None or self._target.step_id is None:
            return None
        return self._loaded.procedures[self.finding.procedure].step(self._target.step_id)

    def put(self, finding: Finding, loaded: Loaded) -> None:
        """Take a finding to hand; what is written about the last one is kept."""
        if finding == self.finding and loaded is self._loaded:
            return
        self._keep()
        same = self.finding is not None and self.finding.key == finding.key
        target = self._target
        self.finding, self._loaded = finding, loaded
        self._pane.show_finding(finding, loaded)
        if same and target.step_id is not None:
            self._pane.bar.choose_step(target.step_id, loaded.reference)
            self._pane.bar.choose_document(target.document_id)
        self._show_target()

    def keep(self) -> None:
        """Keep what is written for when the finding is at hand again, in this window or the next."""
        self._keep()

    def clear(self) -> None:
        """Nothing is at hand."""
        self._keep()
        self.finding, self._target = None, Decision()
        self._pane.bar.show_nothing()

    def change(self, mark: Mark) -> bool:
        """Go on with a mark, where it is one on the finding at hand; whether it is."""
        if self.finding is None or self._loaded is None or mark.step_id not in self.finding.steps:
            return False
        bar = self._pane.bar
        bar.choose_step(mark.step_id, self._loaded.reference)
        bar.choose_document(mark.document_id)
        self._on_target()
        bar.reason.setFocus()
        return True

    def show_again(self) -> None:
        """Show what is written, or one's own mark, once more: the list has no other finding to go on to."""
        self._show_target()

    def _choose_step(self, step_id: str) -> None:
        if self._loaded is not None:
            self._pane.bar.choose_step(step_id, self._loaded.reference)

    def _on_target(self) -> None:
        """Another step or document is to be marked: what was written about the last one is kept."""
        self._keep()
        self._show_target()

    def _show_target(self) -> None:
        if self.finding is None:
            return
        self._target = target = self._pane.bar.target
        self._pane.bar.take(self._drafts.of(self.finding, target, self._own(target)))
        self._pane.show_marked()
        self.turned.emit()

    def _own(self, target: Decision) -> Mark | None:
        if target.step_id is None:
            return None
        return self.book.own(target.step_id, target.document_id, self._session.who)

    def _keep(self) -> None:
        if self.finding is not None and self._target.step_id is not None:
            written = self._pane.bar.written(self._target)
            self._drafts.keep(self.finding, written, self._own(self._target))

    def _record(self, decision: Decision) -> None:
        finding = self.finding
        if finding is None or decision.step_id is None or decision.verdict is None:
            return
        command = SetMark(
            decision.step_id,
            decision.verdict,
            decision.reason,
            document_id=decision.document_id,
            merge_into=decision.merge_into,
            finding=finding.key,
        )
        self._drafts.drop(finding, decision)
        # What stands in the bar is about to be a mark: it is no draft when the list moves on meanwhile.
        self._target = Decision()
        self.recording.emit()
        if self._session.run(command) is None:
            self._target = self._pane.bar.target
            self._drafts.keep(finding, decision, None)
            self.recorded.emit(False)
            return
        self.recorded.emit(True)
