"""What asks for the proposal, in free words: a communiqué, an article, a decision."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit

from customs_app.language.words import Words
from customs_app.ui.proposals.plain_text import text_of


class MandateEdit(QPlainTextEdit):
    """The mandate in plain text; `edited` when the cursor leaves it and it has changed."""

    edited = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._saved = ""
        self.setObjectName("proposal_mandate")
        self.setAccessibleName(words.text("Mandate"))
        self.setPlaceholderText(words.text("Which communiqué, article or decision asks for it"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(58)

    def show_saved(self, text: str) -> None:
        """Show the text as it is saved, unless another is being written."""
        being_written = self.hasFocus() and text_of(self) != self._saved
        self._saved = text
        if not being_written and text_of(self) != text:
            self.setPlainText(text)

    def commit(self) -> None:
        """Tell of what was written."""
        if text_of(self) != self._saved:
            self.edited.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell of it when the cursor leaves for another field."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()
