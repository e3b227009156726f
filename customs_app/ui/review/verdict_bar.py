"""The fixed bar below the evidence: what is marked, eight verdicts, the reason, Record and Skip."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from customs_app.domain.codes import Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.review import Finding
from customs_app.ui.review.decision import Decision, missing
from customs_app.ui.review.guard_panel import GuardPanel
from customs_app.ui.review.key_button import KeyButton
from customs_app.ui.session import Session
from customs_app.ui.widgets.combo import ComboBox
from customs_app.ui.widgets.labels import ElidedLabel
from customs_app.ui.widgets.small import Rule, take_any_length
from customs_app.ui.widgets.verdicts import VerdictButtons


class VerdictBar(QWidget):
    """`recorded` carries the Decision; `skipped` nothing. `target_changed` when another step or document
    is to be marked, `left` when Esc leads back to the list.
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
        self.setObjectName("verdict_bar")
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self._words.text("Verdict"))
        self.guard = GuardPanel(session)
        self._make_target()
        self._make_verdicts()
        self._make_reason()
        self._lay_out()
        self._check()

    # -- what the workspace tells it

    def show_finding(
        self, finding: Finding, full: FullProcedure, steps: Sequence[Step], ref: Reference
    ) -> None:
        """Offer the steps of a finding, the last one first, and its documents; the bar is emptied."""
        self._finding, self._full = finding, full
        with QSignalBlocker(self.step):
            self.step.clear()
            for step in steps:
                self.step.addItem(f"{step.seq}  {step.title[self._words.language]}", step.id)
            self.step.setCurrentIndex(len(steps) - 1)
        self._fill_documents(ref)
        self._fill_merge()
        self.take(replace(self.target, verdict=None))

    def show_nothing(self) -> None:
        """There is no finding to decide about."""
        self._finding, self._full = None, None
        for box in (self.step, self.document, self.merge):
            with QSignalBlocker(box):
                box.clear()
        self.take(Decision())

    def choose_step(self, step_id: str, reference: Reference) -> None:
        """Mark this step."""
        place = self.step.findData(step_id)
        if place >= 0 and place != self.step.currentIndex():
            with QSignalBlocker(self.step):
                self.step.setCurrentIndex(place)
            self._fill_documents(reference)
            self._fill_merge()
            self.target_changed.emit()

    def choose_document(self, document_id: str | None) -> None:
        """Mark this document of the step, or the step itself."""
        place = self.document.findData(document_id)
        if place >= 0:
            with QSignalBlocker(self.document):
                self.document.setCurrentIndex(place)

    @property
    def target(self) -> Decision:
        """What is to be marked, with no verdict yet."""
        return Decision(self.step.currentData(), self.document.currentData())

    @property
    def decision(self) -> Decision:
        """What stands in the bar."""
        verdict = self._choice.verdict
        into = self.merge.currentData() if verdict is Verdict.MERGE else None
        return replace(self.target, verdict=verdict, reason=self.reason.text().strip(), merge_into=into)

    def written(self, target: Decision) -> Decision:
        """What stands in the bar, said of a target that was to be marked."""
        return replace(self.decision, step_id=target.step_id, document_id=target.document_id)

    def take(self, decision: Decision) -> None:
        """Show a decision; its step and document are those of the bar."""
        self._choice.show_verdict(decision.verdict)
        with QSignalBlocker(self.reason):
            self.reason.setText(decision.reason)
        if decision.merge_into is not None:
            with QSignalBlocker(self.merge):
                self.merge.setCurrentIndex(max(0, self.merge.findData(decision.merge_into)))
        self._check()

    def choose(self, verdict: Verdict) -> None:
        """Take a verdict, and go on to the reason."""
        if self._finding is None or self.step.currentData() is None:
            return
        self._choice.show_verdict(verdict)
        self._check()
        if verdict is Verdict.MERGE and self.merge.currentData() is None:
            self.merge.setFocus()
        else:
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

    def _make_target(self) -> None:
        text = self._words.text
        self.step = ComboBox("review_step", text("Step that is marked"), shortest=14)
        self.document = ComboBox("review_document", text("The step itself, or a document of it"), shortest=12)
        self.merge = ComboBox("review_merge_into", text("Step into which it is merged"), shortest=12)
        self._into = _small(text("into"))
        self.step.currentIndexChanged.connect(self._on_step)
        self.document.currentIndexChanged.connect(lambda _: self.target_changed.emit())
        self.merge.currentIndexChanged.connect(lambda _: self._check())

    def _make_verdicts(self) -> None:
        self._choice = VerdictButtons(self._session, self, name="review_verdict")
        self._choice.chosen.connect(self.choose)
        self.buttons = self._choice.buttons

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
        self._lacking = ElidedLabel()
        self._lacking.setObjectName("review_missing")
        self._lacking.setProperty("role", "small")

    def _lay_out(self) -> None:
        text = self._words.text
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, button in enumerate(self.buttons):
            grid.addWidget(button, place // 4, place % 4)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        target = QHBoxLayout()
        target.setSpacing(8)
        target.addWidget(_small(text("Mark this")))
        target.addWidget(self.step, 5)
        target.addWidget(self.document, 4)
        target.addWidget(self._into)
        target.addWidget(self.merge, 4)
        target.addWidget(self._lacking, 4)
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addWidget(_small(text("Reason")))
        last.addWidget(self.reason, 1)
        last.addWidget(self.record_button)
        last.addWidget(self.skip_button)
        inner = QVBoxLayout()
        inner.setContentsMargins(10, 8, 10, 8)
        inner.setSpacing(8)
        inner.addLayout(target)
        inner.addLayout(grid)
        inner.addLayout(last)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Rule(self._session.palette))
        outer.addLayout(inner)

    # -- contents

    def _on_step(self) -> None:
        self._fill_documents(self._session.catalogue.reference())
        self._fill_merge()
        self.target_changed.emit()

    def _fill_documents(self, reference: Reference) -> None:
        """Offer those of the finding's documents that the step handles."""
        words = self._words
        with QSignalBlocker(self.document):
            self.document.clear()
            self.document.addItem(words.text("the step itself"), None)
            step_id = self.step.currentData()
            if self._finding is not None and self._full is not None and step_id is not None:
                own = {use.document_id for use in self._full.uses.get(step_id, ())}
                for document_id in self._finding.documents:
                    document = reference.documents.get(document_id)
                    if document_id in own and document is not None:
                        self.document.addItem(words.text("document: {name}", name=document.name), document_id)
        self.document.setVisible(self.document.count() > 1)

    def _fill_merge(self) -> None:
        """Offer all other steps of the procedure; the finding's other step is proposed."""
        with QSignalBlocker(self.merge):
            self.merge.clear()
            self.merge.addItem(self._words.text("Choose a step"), None)
            own = self.step.currentData()
            for step in self._full.steps if self._full is not None else ():
                if step.id != own:
                    self.merge.addItem(f"{step.seq}  {step.title[self._words.language]}", step.id)
            others = [one for one in (self._finding.steps if self._finding else ()) if one != own]
            self.merge.setCurrentIndex(max(0, self.merge.findData(others[0]) if others else 0))

    def _check(self) -> None:
        decision = self.decision
        merging = decision.verdict is Verdict.MERGE
        self.merge.setVisible(merging)
        self._into.setVisible(merging)
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
        decidable = self._finding is not None and decision.step_id is not None
        for button in self.buttons:
            button.setEnabled(decidable)
        for widget in (self.reason, self.step):
            widget.setEnabled(decidable)
        self.skip_button.setEnabled(self._finding is not None)
        self.record_button.setEnabled(not lacking)
        self.record_button.setToolTip(lacking or self._words.text("Record and go on (Enter)"))
        self._lacking.set_text(lacking if self._finding is not None else "")


def _small(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "second")
    return label
