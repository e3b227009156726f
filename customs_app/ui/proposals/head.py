"""What stands over the measures: title, status, what the proposal is about, and its summary."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from customs_app.domain.codes import Mode
from customs_app.domain.proposal import MadeFrom, Proposal, ProposalStatus
from customs_app.figures import tokens
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.ui import fonts
from customs_app.ui.session import Session
from customs_app.ui.widgets.band import Band
from customs_app.ui.widgets.labels import ElidedLabel
from customs_app.ui.widgets.small import link

_LONGEST_TITLE = 300


class TitleEdit(QLineEdit):
    """The title, edited in place; Esc gives back what was saved."""

    def __init__(self) -> None:
        super().__init__()
        self._saved = ""
        self.setObjectName("proposal_title")
        self.setMaxLength(_LONGEST_TITLE)
        self.setFont(fonts.font(tokens.LEAD, bold=True))

    @property
    def saved(self) -> str:
        """The title as it is saved."""
        return self._saved

    def show_saved(self, title: str) -> None:
        """Show the title as it is saved, unless another is being written."""
        being_written = self.hasFocus() and self.text() != self._saved
        self._saved = title
        if not being_written:
            self.setText(title)
            self.setCursorPosition(0)

    def give_back(self) -> None:
        """Show again what was saved."""
        self.setText(self._saved)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives back."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._saved:
            self.give_back()
        else:
            super().keyPressEvent(event)


class SummaryEdit(QPlainTextEdit):
    """The summary in plain text; `edited` when the cursor leaves it and it has changed."""

    edited = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._saved = ""
        self.setObjectName("proposal_summary")
        self.setAccessibleName(words.text("Summary"))
        self.setToolTip(words.text("Printed at the head of the summary, as it stands here"))
        self.setPlaceholderText(
            words.text("Write in a few sentences what is proposed and why. Left empty, the figures speak.")
        )
        self.setTabChangesFocus(True)
        self.setMinimumHeight(46)

    def show_saved(self, summary: str) -> None:
        """Show the summary as it is saved, unless another is being written."""
        being_written = self.hasFocus() and self.toPlainText() != self._saved
        self._saved = summary
        if not being_written and self.toPlainText() != summary:
            self.setPlainText(summary)

    def commit(self) -> None:
        """Tell of what was written."""
        if self.toPlainText() != self._saved:
            self.edited.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell of it when the cursor leaves for another field."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()


class Head(QWidget):
    """`changed` carries the Proposal as it was edited; `scope_asked` when its countries are to be changed."""

    changed = Signal(object)
    scope_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session, self._words = session, session.words
        text = self._words.text
        self.setObjectName("proposal_head")
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._proposal: Proposal | None = None
        self.title = TitleEdit()
        self.title.setAccessibleName(text("Title of the proposal"))
        self.title.setToolTip(text("Title of the proposal"))
        self.title.editingFinished.connect(self._on_title)
        self.status = QComboBox()
        self.status.setObjectName("proposal_status")
        self.status.setAccessibleName(text("Status"))
        self.status.setToolTip(text("How far the proposal has come"))
        for status in ProposalStatus:
            self.status.addItem(label(status, self._words), status)
        self.status.activated.connect(lambda _row: self._on_status())
        self.about = ElidedLabel()
        self.about.setObjectName("proposal_about")
        self.about.setProperty("role", "second")
        self.scope = link("proposal_scope", text("Change…"), self.scope_asked.emit, text("Countries, case…"))
        self.summary = SummaryEdit(self._words)
        self.summary.edited.connect(self._on_summary)
        self._lay_out()

    def show_proposal(self, proposal: Proposal, *, editable: bool) -> None:
        """Show a proposal; another one than before takes the place of what is being written."""
        if self._proposal is None or self._proposal.id != proposal.id:
            self.title.clearFocus()
            self.summary.clearFocus()
        self._proposal = proposal
        self.title.show_saved(proposal.title)
        self.summary.show_saved(proposal.summary or "")
        self.status.setCurrentIndex(self.status.findData(proposal.status))
        words = self._words
        parts = [
            label(proposal.regime, words),
            label(proposal.mode or Mode.ANY, words),
            words.count("{n} country", "{n} countries", len(proposal.procedures)),
            label(proposal.case_kind, words),
            label(proposal.made_from, words),
        ]
        self.about.set_text(" · ".join(parts))
        self._suggested.setVisible(proposal.made_from is MadeFrom.FINDINGS)
        self.title.setReadOnly(not editable)
        self.summary.setReadOnly(not editable)
        self.status.setEnabled(editable)
        self.scope.setEnabled(editable)

    def commit(self) -> None:
        """Tell of what is being written."""
        self._on_title()
        self.summary.commit()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 10, 12, 4)
        top.setSpacing(8)
        top.addWidget(self.title, 1)
        top.addWidget(self.status)
        self._suggested = QLabel(self._words.text("not decided"))
        self._suggested.setObjectName("proposal_not_decided")
        self._suggested.setProperty("role", "warn")
        self._suggested.setToolTip(
            self._words.text("The rules suggest these; nobody has decided on them yet")
        )
        below = QHBoxLayout()
        below.setContentsMargins(13, 0, 12, 6)
        below.setSpacing(8)
        below.addWidget(self.about, 1)
        below.addWidget(self._suggested)
        below.addWidget(self.scope)
        text = QHBoxLayout()
        text.setContentsMargins(12, 8, 12, 8)
        text.addWidget(self.summary)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(below)
        band = Band(self._session, self._words.text("Summary"), self._words.text("printed on page 2"))
        column.addWidget(band)
        column.addLayout(text, 1)
        column.setSpacing(0)

    def _on_title(self) -> None:
        if self._proposal is None:
            return
        title = " ".join(self.title.text().split())
        if not title:
            self.title.give_back()
        elif title != self._proposal.title:
            self._tell(title=title)

    def _on_status(self) -> None:
        if self._proposal is not None and self.status.currentData() != self._proposal.status:
            self._tell(status=ProposalStatus(self.status.currentData()))

    def _on_summary(self) -> None:
        self._tell(summary=self.summary.toPlainText().strip() or None)

    def _tell(self, **values: object) -> None:
        if self._proposal is not None:
            self.changed.emit(replace(self._proposal, **values))  # type: ignore[arg-type]
