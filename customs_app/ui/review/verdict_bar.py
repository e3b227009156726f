"""The fixed bar below the evidence: what is marked, the verdicts, the reason, Record and Skip."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from customs_app.domain.codes import Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.review import Finding
from customs_app.ui.review.decision import Decision, missing
from customs_app.ui.review.guard_panel import GuardPanel
from customs_app.ui.review.key_button import KeyButton
from customs_app.ui.review.target_row import TargetRow, small
from customs_app.ui.session import Session
from customs_app.ui.widgets.small import Rule, take_any_length
from customs_app.ui.widgets.verdict_button import ChoiceButton
from customs_app.ui.widgets.verdicts import VerdictButtons

DISMISS_KEY, ACCEPT_KEY = "0", "A"
_COLUMNS = 3


class VerdictBar(QWidget):
    """`recorded` carries the Decision; `skipped` nothing. `target_changed` when another step or document
    is to be marked, `left` when Esc leads back to the list.

    A verdict that follows the finding gets the finding's own words as its reason: they can be written
    over, and Enter takes them. A sole safeguard must be reasoned about in one's own.
    """

    recorded = Signal(object)
    skipped = Signal()
    target_changed = Signal()
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._words = session, session.words
        self._finding: Finding | None = None
        self._full: FullProcedure | None = None
        self._suggested: Verdict | None = None
        self._offered = ""
        self.setObjectName("verdict_bar")
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self._words.text("Verdict"))
        self.guard = GuardPanel(session)
        self.target_row = TargetRow(session)
        self.target_row.changed.connect(self.target_changed)
        self.target_row.merge_changed.connect(self._check)
        self._make_verdicts()
        self._make_reason()
        self._lay_out()
        self._check()

    # -- what the workspace tells it

    def show_finding(
        self,
        finding: Finding,
        full: FullProcedure,
        steps: Sequence[Step],
        reference: Reference,
        suggested: Verdict,
    ) -> None:
        """Offer the steps of a finding, the last one first, and its documents; the bar is emptied."""
        self._finding, self._full = finding, full
        self._suggested = suggested if steps else None
        for button in self.buttons:
            button.show_suggested(ACCEPT_KEY if button.verdict is self._suggested else "")
        self.target_row.show_finding(finding, full, steps, reference)
        self.take(replace(self.target, verdict=None))

    def show_nothing(self) -> None:
        """There is no finding to decide about."""
        self._finding, self._full, self._suggested = None, None, None
        self.target_row.show_nothing()
        self.take(Decision())

    def choose_step(self, step_id: str, reference: Reference) -> None:
        """Mark this step."""
        self.target_row.choose_step(step_id, reference)

    def choose_document(self, document_id: str | None) -> None:
        """Mark this document of the step, or the step itself."""
        self.target_row.choose_document(document_id)

    @property
    def target(self) -> Decision:
        """What is to be marked, with no verdict yet."""
        return Decision(self.target_row.step_id, self.target_row.document_id)

    @property
    def decision(self) -> Decision:
        """What stands in the bar."""
        verdict = self._choice.verdict
        into = self.target_row.merge_into if verdict is Verdict.MERGE else None
        return replace(
            self.target,
            verdict=verdict,
            reason=self.reason.text().strip(),
            merge_into=into,
            dismiss=self.dismiss_button.isChecked(),
        )

    def written(self, target: Decision) -> Decision:
        """What stands in the bar, said of a target that was to be marked."""
        return replace(self.decision, step_id=target.step_id, document_id=target.document_id)

    def take(self, decision: Decision) -> None:
        """Show a decision; its step and document are those of the bar."""
        self._choice.show_verdict(decision.verdict)
        self.dismiss_button.setChecked(decision.dismiss)
        self._offered = ""
        with QSignalBlocker(self.reason):
            self.reason.setText(decision.reason)
        if decision.merge_into is not None:
            self.target_row.choose_merge(decision.merge_into)
        self._check()

    def choose(self, verdict: Verdict) -> None:
        """Take a verdict, and go on to the reason: that of the finding, until another is written."""
        if self._finding is None or self.target_row.step_id is None:
            return
        self.dismiss_button.setChecked(False)
        self._choice.show_verdict(verdict)
        self._check()
        self._offer_reason(verdict)
        if verdict is Verdict.MERGE and self.target_row.merge_into is None:
            self.target_row.merge.setFocus()
        else:
            self.reason.setFocus()
            if self._offered:
                self.reason.selectAll()

    def accept_finding(self) -> None:
        """Take the verdict that the finding suggests."""
        if self._suggested is not None:
            self.choose(self._suggested)

    def dismiss(self) -> None:
        """Say that the finding is none, and go on to the reason."""
        if self._finding is None:
            return
        self._choice.show_verdict(None)
        self.dismiss_button.setChecked(True)
        self._offer("")
        self._check()
        self.reason.setFocus()

    def record(self) -> None:
        """Hand over the decision where nothing is missing."""
        self._check()
        if self.record_button.isEnabled():
            self.recorded.emit(self.decision)

    def refresh(self) -> None:
        """See again whether all is there."""
        self._check()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the reason Enter records, and Esc leads back to the list; the text stays."""
        if watched is self.reason and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.record()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    # -- building

    def _make_verdicts(self) -> None:
        words, colours = self._words, self._session.palette
        self._choice = VerdictButtons(self._session, self, name="review_verdict")
        self._choice.chosen.connect(self.choose)
        self.buttons = self._choice.buttons
        self.dismiss_button = ChoiceButton(
            words.text("Not redundant"), DISMISS_KEY, colours, hue=colours.text2, picture="circle-slash"
        )
        self.dismiss_button.setObjectName("review_dismiss")
        tip = words.text("Dismiss the finding, with a reason: it comes back when its evidence changes (0)")
        self.dismiss_button.setToolTip(tip)
        self.dismiss_button.clicked.connect(self.dismiss)

    def _make_reason(self) -> None:
        text = self._words.text
        self.reason = take_any_length(QLineEdit())
        self.reason.setObjectName("review_reason")
        self.reason.setAccessibleName(text("Reason"))
        self.reason.setFixedHeight(28)
        self.reason.installEventFilter(self)
        self.reason.textChanged.connect(lambda _: self._check())
        colours = self._session.palette
        self.record_button = KeyButton(text("Record"), text("Enter"), colours, primary=True)
        self.record_button.setObjectName("review_record")
        self.record_button.clicked.connect(self.record)
        self.skip_button = KeyButton(text("Skip"), text("Space"), colours)
        self.skip_button.setObjectName("review_skip")
        self.skip_button.setToolTip(text("Go on without a verdict; what is written stays (Space)"))
        self.skip_button.clicked.connect(self.skipped)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, button in enumerate((*self.buttons, self.dismiss_button)):
            grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addWidget(small(self._words.text("Reason")))
        last.addWidget(self.reason, 1)
        last.addWidget(self.record_button)
        last.addWidget(self.skip_button)
        inner = QVBoxLayout()
        inner.setContentsMargins(10, 8, 10, 8)
        inner.setSpacing(8)
        inner.addWidget(self.target_row)
        inner.addLayout(grid)
        inner.addLayout(last)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Rule(self._session.palette))
        outer.addLayout(inner)

    # -- contents

    def _offer_reason(self, verdict: Verdict) -> None:
        """The finding speaks for what changes the procedure, never for keeping it nor against a safeguard."""
        speaks = verdict is not Verdict.KEEP and not (verdict is Verdict.REMOVE and self.guard.sole_safeguard)
        self._offer(self._words.say(self._finding.summary) if speaks and self._finding is not None else "")

    def _offer(self, reason: str) -> None:
        """Propose a reason in place of the one that was proposed; what somebody has written stays."""
        if self.reason.text() in ("", self._offered):
            self._offered = reason
            self.reason.setText(reason)
            self.reason.setCursorPosition(0)

    def _check(self) -> None:
        decision = self.decision
        removing = decision.verdict is Verdict.REMOVE and self._full is not None
        if removing and self._full is not None and decision.step_id is not None:
            self.guard.show_step(self._full, self._full.step(decision.step_id))
        self.guard.setVisible(removing)
        lacking = missing(
            decision,
            self._words,
            sole_safeguard=self.guard.sole_safeguard,
            read_only=self._session.catalogue.read_only,
        )
        found = self._finding is not None
        decidable = found and decision.step_id is not None
        for button in self.buttons:
            button.setEnabled(decidable)
        self.dismiss_button.setEnabled(found)
        self.reason.setEnabled(found)
        self.skip_button.setEnabled(found)
        self.record_button.setEnabled(found and not lacking)
        self.record_button.setToolTip(lacking or self._words.text("Record and go on (Enter)"))
        self.target_row.show_state(
            merging=decision.verdict is Verdict.MERGE,
            decidable=decidable,
            lacking=lacking if found else "",
        )
