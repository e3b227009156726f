"""Where one stands among the pages, and where one types to which page to go."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from customs_app.figures import tokens
from customs_app.language.words import Words
from customs_app.ui import fonts


class PageField(QWidget):
    """`asked` carries the page, counted from 0, to which one wants to go; `left` that one reads on."""

    asked = Signal(int)
    left = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._page = self._of = 0
        self.field = _Line()
        self.field.setObjectName("preview_page")
        self.field.setFont(fonts.tabular(tokens.BODY))
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setFixedWidth(self.field.fontMetrics().horizontalAdvance("0000") + 12)
        self.field.setToolTip(words.text("Go to page (Ctrl+G)"))
        self.field.returnPressed.connect(self._go)
        self.field.given_up.connect(self._give_up)
        self.field.unfocused.connect(self._show)
        self.of = QLabel()
        self.of.setObjectName("preview_pages")
        self.of.setFont(fonts.tabular(tokens.BODY))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field)
        row.addWidget(self.of)
        self.show_place(0, 0)

    def show_place(self, page: int, of: int) -> None:
        """Say which page of how many is seen; what is being typed stays."""
        self._page, self._of = page, of
        self.of.setText(self._words.text("of {n}", n=str(of)) if of else "")
        self.field.setEnabled(of > 0)
        self.field.setValidator(QIntValidator(1, max(1, of), self.field))
        if not self.field.hasFocus():
            self._show()

    def type_in(self) -> None:
        """Put the cursor where the page is typed."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _show(self) -> None:
        self.field.setText(str(self._page + 1) if self._of else "")
        page, n = str(self._page + 1), str(self._of)
        said = self._words.text("Page {page} of {n}", page=page, n=n) if self._of else ""
        self.field.setAccessibleName(said or self._words.text("Page"))

    def _go(self) -> None:
        wanted = int(self.field.text()) - 1
        self.left.emit()
        self.asked.emit(wanted)
        self._show()

    def _give_up(self) -> None:
        self._show()
        self.left.emit()


class _Line(QLineEdit):
    given_up = Signal()
    unfocused = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.unfocused.emit()
