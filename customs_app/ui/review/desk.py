"""The finding at hand: what is written about it, and what becomes of it when it is recorded."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from customs_app.catalogue.commands.command import Command
from customs_app.catalogue.commands.dismissals import DismissFinding
from customs_app.catalogue.commands.marks import SetMark
from customs_app.domain.procedure import Step
from customs_app.domain.review import Finding, Mark
from customs_app.ui.loaded import Loaded
from customs_app.ui.review.decision import Decision, of_mark
from customs_app.ui.review.dismissals import digest_of
from customs_app.ui.review.drafts import Drafts
from customs_app.ui.review.finding_pane import FindingPane
from customs_app.ui.review.reading import Reading
from customs_app.ui.session import Session


class Desk(QObject):
    """Joins a finding, the pane that shows it and the opinions that are there already.

    `turned` when another finding, step or document is at hand. `recording` before a decision is written,
    and `recorded` after, with whether it was: whoever keeps the list goes on then.
    """

    turned = Signal()
    recording = Signal()
    recorded = Signal(bool)

    def __init__(self, session: Session, pane: FindingPane, reading: Reading, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._pane, self._reading = session, pane, reading
        self._drafts = Drafts(session.drafts("review"))
        self._target = Decision()
        self._loaded: Loaded | None = None
        self.finding: Finding | None = None
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
        self._show_dismissed()

    def keep(self) -> None:
        """Keep what is written for when the finding is at hand again, in this window or the next."""
        self._keep()

    def clear(self) -> None:
        """Nothing is at hand."""
        self._keep()
        self.finding, self._target = None, Decision()
        self._pane.bar.show_nothing()
        self.turned.emit()

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
        """Show what is written, or recorded, once more: the list has no other finding to go on to."""
        self._show_target()

    def opinions_changed(self) -> None:
        """Show who dismisses the finding now; what is written in the bar stays."""
        self._show_dismissed()
        self.turned.emit()

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
        self._pane.bar.take(self._drafts.of(self.finding, target, self._recorded(target)))
        self._pane.show_marked()
        self.turned.emit()

    def _show_dismissed(self) -> None:
        if self.finding is not None:
            book = self._reading.dismissals
            self._pane.dismissed.show_rows(book.holding(self.finding), book.lapsed(self.finding))

    def _recorded(self, target: Decision) -> Decision:
        """One's own mark on a target, or one's own word that the finding is none; empty without either."""
        who = self._session.who
        if target.step_id is not None:
            own = self._reading.book.own(target.step_id, target.document_id, who)
            if own is not None:
                return of_mark(own)
        held = self._reading.dismissals.holding(self.finding) if self.finding is not None else ()
        reason = next((row.reason for row in held if row.reviewer == who), None)
        return replace(target, verdict=None, reason=reason or "", dismiss=reason is not None)

    def _keep(self) -> None:
        if self.finding is not None:
            written = self._pane.bar.written(self._target)
            self._drafts.keep(self.finding, written, self._recorded(self._target))

    def _record(self, decision: Decision) -> None:
        finding, loaded = self.finding, self._loaded
        if finding is None or loaded is None:
            return
        command = _command(finding, decision, loaded)
        if command is None:
            return
        self._drafts.drop(finding, decision)
        # What stands in the bar is about to be recorded: it is no draft when the list moves on meanwhile.
        self._pane.bar.take(replace(self._pane.bar.target, verdict=None))
        self.recording.emit()
        if self._session.run(command) is None:
            self._drafts.keep(finding, decision, self._recorded(self._target))
            self._show_target()
            self.recorded.emit(False)
            return
        self.recorded.emit(True)


def _command(finding: Finding, decision: Decision, loaded: Loaded) -> Command | None:
    if decision.dismiss:
        return DismissFinding(
            finding.key, finding.procedure, decision.reason, as_stood=digest_of(finding, loaded)
        )
    if decision.step_id is None or decision.verdict is None:
        return None
    return SetMark(
        decision.step_id,
        decision.verdict,
        decision.reason,
        document_id=decision.document_id,
        merge_into=decision.merge_into,
        finding=finding.key,
    )
