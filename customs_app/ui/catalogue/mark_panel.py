"""The panel in which a reviewer records a verdict about a step, or about a document of it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from customs_app.domain.codes import Verdict
from customs_app.domain.procedure import Step
from customs_app.domain.review import Mark
from customs_app.language.labels import label
from customs_app.ui.catalogue.guard_view import GuardView
from customs_app.ui.catalogue.opened import OpenProcedure
from customs_app.ui.session import Session
from customs_app.ui.widgets.combo import ComboBox
from customs_app.ui.widgets.small import take_any_length
from customs_app.ui.widgets.verdicts import VERDICTS, VerdictButtons, lacking


@dataclass(slots=True)
class Draft:
    """A mark that is being written; kept when the panel is left, so that no text is lost."""

    verdict: Verdict | None = None
    reason: str = ""
    article: str = ""
    merge_into: str | None = None


class MarkPanel(QWidget):
    """Eight verdicts, a reason, an article and the step into which to merge; `done` when it is left.

    `recorded` carries what SetMark needs: step id, document id or None, and the Draft.
    """

    recorded = Signal(str, object, object)
    done = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._words = session, session.words
        self._opened: OpenProcedure | None = None
        self._step: Step | None = None
        self._current: str | None = None
        self._drafts: dict[tuple[str, str | None], Draft] = session.drafts("mark_panel")
        self.setObjectName("mark_panel")
        self.setAccessibleName(self._words.text("Mark"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()
        self._check()

    # -- what the inspector tells it

    def open(self, opened: OpenProcedure, step: Step, document_id: str | None = None) -> None:
        """Begin, or go on with, a mark on a step or on one of its documents."""
        self._opened, self._step = opened, step
        self._fill_targets(document_id)
        self._fill_merge()
        self._load()
        self.setFocus()

    @property
    def draft(self) -> Draft:
        """What stands in the panel."""
        verdict = self._choice.verdict
        return Draft(
            verdict,
            self._reason.toPlainText().strip(),
            self._article.text().strip(),
            self._merge.currentData() if verdict is Verdict.MERGE else None,
        )

    def choose(self, verdict: Verdict) -> None:
        """Take a verdict and go on to what it still needs."""
        self._choice.show_verdict(verdict)
        self._check()
        if verdict is Verdict.MERGE and self._merge.currentData() is None:
            self._merge.setFocus()
        else:
            self._reason.setFocus()

    def record(self) -> None:
        """Record the mark where nothing is missing."""
        self._check()
        if not self._record.isEnabled() or self._step is None:
            return
        key = (self._step.id, self._target.currentData())
        draft = self.draft
        self._drafts.pop(key, None)
        self._clear()
        self.recorded.emit(*key, draft)
        self.done.emit()

    def leave(self) -> None:
        """Go back; what was written is kept for the next time."""
        self._keep()
        self.done.emit()

    def keep(self) -> None:
        """Keep what was written for when the step is marked again."""
        self._keep()

    def missing(self) -> str:
        """What is still missing, worded; empty when the mark can be recorded."""
        draft = self.draft
        return lacking(
            draft.verdict,
            draft.reason,
            draft.merge_into,
            self._words,
            sole_safeguard=self._guard.sole_safeguard,
        )

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, Enter records, Esc goes back."""
        digit = event.key() - Qt.Key.Key_1
        if 0 <= digit < len(VERDICTS) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.choose(VERDICTS[digit])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.record()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the reason, Enter records and Shift+Enter begins a line."""
        if watched is self._reason and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.record()
                return True
        return super().eventFilter(watched, event)

    # -- building

    def _build(self) -> None:
        text = self._words.text
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        self._target = ComboBox("mark_target", text("What is marked"), shortest=12)
        self._target.currentIndexChanged.connect(self._change_target)
        self._target.activated.connect(lambda _row: self.setFocus())  # where digits are verdicts
        column.addWidget(self._target)
        column.addLayout(self._verdict_buttons())
        self._merge_label = _caption(text("Merge into"))
        self._merge = ComboBox("mark_merge_into", text("Merge into"), shortest=12)
        self._merge.currentIndexChanged.connect(self._check)
        self._guard = GuardView(self._session)
        self._reason = QPlainTextEdit()
        self._reason.setObjectName("mark_reason")
        self._reason.setAccessibleName(text("Reason"))
        self._reason.setTabChangesFocus(True)
        self._reason.setFixedHeight(96)
        self._reason.installEventFilter(self)
        self._reason.textChanged.connect(self._check)
        self._article = take_any_length(QLineEdit())
        self._article.setObjectName("mark_article")
        self._article.setAccessibleName(text("Article"))
        self._article.setPlaceholderText(text("such as Customs Code, Article 249"))
        column.addWidget(self._merge_label)
        column.addWidget(self._merge)
        column.addWidget(self._guard)
        column.addWidget(_caption(text("Reason")))
        column.addWidget(self._reason)
        column.addWidget(_caption(text("Article of the act that must change, or of the norm")))
        column.addWidget(self._article)
        column.addLayout(self._foot())
        column.addStretch()

    def _verdict_buttons(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        texts = {verdict: label(verdict, self._words) for verdict in VERDICTS}
        self._choice = VerdictButtons(self._session, self, name="verdict", texts=texts)
        self._choice.chosen.connect(self.choose)
        for button in self._choice.buttons:
            column.addWidget(button)
        return column

    def _foot(self) -> QHBoxLayout:
        text = self._words.text
        self._record = QPushButton(text("Record"))
        self._record.setObjectName("mark_record")
        self._record.setProperty("primary", "true")
        self._record.clicked.connect(self.record)
        cancel = QPushButton(text("Back"))
        cancel.setObjectName("mark_back")
        cancel.setToolTip(text("Back to the step; what you wrote is kept (Esc)"))
        cancel.clicked.connect(self.leave)
        self._why = QLabel()
        self._why.setObjectName("mark_missing")
        self._why.setProperty("role", "small")
        self._why.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self._record)
        row.addWidget(cancel)
        row.addWidget(self._why, 1)
        return row

    # -- contents

    def _fill_targets(self, document_id: str | None) -> None:
        if self._opened is None or self._step is None:
            return
        words, reference = self._words, self._opened.reference
        self._target.blockSignals(True)
        self._target.clear()
        title = self._step.title[words.language]
        self._target.addItem(words.text("Step {n}: {title}", n=str(self._step.seq), title=title), None)
        for use in self._opened.full.uses.get(self._step.id, ()):
            document = reference.documents.get(use.document_id)
            if document is not None and self._target.findData(use.document_id) < 0:
                name = words.text("Document: {name}", name=document.name)
                self._target.addItem(name, use.document_id)
        self._target.setCurrentIndex(max(0, self._target.findData(document_id) if document_id else 0))
        self._target.blockSignals(False)
        self._current = self._target.currentData()

    def _fill_merge(self) -> None:
        if self._opened is None or self._step is None:
            return
        self._merge.blockSignals(True)
        self._merge.clear()
        self._merge.addItem(self._words.text("Choose a step"), None)
        for step in self._opened.full.steps:
            if step.id != self._step.id:
                self._merge.addItem(f"{step.seq}  {step.title[self._words.language]}", step.id)
        self._merge.blockSignals(False)

    def _change_target(self) -> None:
        self._keep()
        self._current = self._target.currentData()
        self._load()

    def _keep(self) -> None:
        if self._step is None:
            return
        draft, own = self.draft, self._own_mark(self._current)
        if draft != (Draft() if own is None else _draft_of(own)):
            self._drafts[self._step.id, self._current] = draft

    def _load(self) -> None:
        if self._step is None:
            return
        own = self._own_mark(self._current)
        draft = self._drafts.get((self._step.id, self._current)) or (_draft_of(own) if own else Draft())
        self._clear()
        self._choice.show_verdict(draft.verdict)
        self._reason.setPlainText(draft.reason)
        self._article.setText(draft.article)
        self._merge.setCurrentIndex(max(0, self._merge.findData(draft.merge_into)))
        self._check()

    def _clear(self) -> None:
        self._choice.show_verdict(None)
        self._reason.clear()
        self._article.clear()
        self._merge.setCurrentIndex(0)

    def _own_mark(self, document_id: str | None) -> Mark | None:
        if self._opened is None or self._step is None:
            return None
        for mark in self._opened.marks_of(self._step.id):
            if mark.reviewer == self._session.who and mark.document_id == document_id:
                return mark
        return None

    def _check(self) -> None:
        verdict = self.draft.verdict
        self._merge.setVisible(verdict is Verdict.MERGE)
        self._merge_label.setVisible(verdict is Verdict.MERGE)
        removing = verdict is Verdict.REMOVE and self._opened is not None and self._step is not None
        self._guard.setVisible(removing)
        if removing and self._opened is not None and self._step is not None:
            self._guard.show_risks(self._opened, self._step)
        missing = self.missing()
        self._record.setEnabled(not missing)
        self._record.setToolTip(missing or self._words.text("Record (Enter)"))
        self._why.setText(missing)


def _draft_of(mark: Mark) -> Draft:
    return Draft(mark.verdict, mark.reason, mark.article or "", mark.merge_into)


def _caption(text: str) -> QLabel:
    made = QLabel(text)
    made.setProperty("role", "heading")
    made.setWordWrap(True)
    return made
