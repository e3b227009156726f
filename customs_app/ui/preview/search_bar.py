"""The line in which one looks for words on the pages."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.icons import icon
from customs_app.ui.preview.finding import Finding
from customs_app.ui.session import Session

_CALM_MS = 200


class SearchBar(QWidget):
    """`asked` carries the words that are to be looked for, `stepped` 1 or -1, `closed` that it is left."""

    asked = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, session: Session, finding: Finding) -> None:
        super().__init__()
        text = session.words.text
        self._words, self._finding = session.words, finding
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = _Field()
        self.field.setObjectName("paper_search")
        self.field.setPlaceholderText(text("Find in the paper"))
        self.field.setAccessibleName(text("Find in the paper"))
        self.field.setClearButtonEnabled(True)
        self.count = QLabel()
        self.count.setObjectName("paper_search_count")
        self.count.setFont(fonts.tabular(tokens.SMALL))
        self.before = self._button(session, "hit_before", "chevron-up", text("Hit before (Shift+F3)"))
        self.after = self._button(session, "hit_after", "chevron-down", text("Next hit (F3)"))
        self.close_ = self._button(session, "search_close", "x", text("Close the search (Esc)"))
        self._calm = QTimer(self, interval=_CALM_MS, singleShot=True)
        self._calm.timeout.connect(self._ask)
        self.field.textChanged.connect(lambda _: self._calm.start())
        self.field.stepped.connect(self._on_step)
        self.field.left.connect(self.closed)
        self.before.clicked.connect(lambda _=False: self.stepped.emit(-1))
        self.after.clicked.connect(lambda _=False: self.stepped.emit(1))
        self.close_.clicked.connect(lambda _=False: self.closed.emit())
        finding.changed.connect(self._show)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 8, 5)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        for widget in (self.count, self.before, self.after, self.close_):
            row.addWidget(widget)
        self._show()

    def open(self) -> None:
        """Show the line, its words selected, and put the cursor into it."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _on_step(self, by: int) -> None:
        """Enter looks at once, and goes on where it has looked already."""
        if self._calm.isActive() or self.field.text().strip() != self._finding.text:
            self._calm.stop()
            self._ask()
        else:
            self.stepped.emit(by)

    def _ask(self) -> None:
        self.asked.emit(self.field.text())

    def _show(self) -> None:
        found, words = self._finding, self._words
        for button in (self.before, self.after):
            button.setEnabled(found.n > 0)
        if not found.text:
            said = ""
        elif found.n:
            said = words.text("{number} of {n}", number=str(found.number), n=str(found.n))
        else:
            said = words.text("Not found") if found.done else words.text("Looking…")
        self.count.setText(said)
        self.field.setProperty("bad", "true" if found.text and found.done and not found.n else "")
        self.field.setAccessibleDescription(said)

    def _button(self, session: Session, name: str, picture: str, says: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setIcon(icon(picture, session.palette))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(says)
        button.setAccessibleName(says)
        return button


class _Field(QLineEdit):
    """Enter goes on, with Shift back; Esc leaves."""

    stepped = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, back = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if back else 1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
