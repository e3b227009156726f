"""The title of the proposal, edited in place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from customs_app.figures import tokens
from customs_app.ui import fonts

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
