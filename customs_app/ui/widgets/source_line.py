"""A source in one line, with all that is known of it folded away below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from customs_app.domain.procedure import Source
from customs_app.language.numbers import day
from customs_app.language.words import Words
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import ElidedLabel, wrapped
from customs_app.ui.widgets.small import show_if


class SourceLine(QWidget):
    """The title of a source; a click or Space unfolds publisher, year, address and day of access."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._words = session.words
        self._source: Source | None = None
        self.title = _LinkLabel()
        self.title.setObjectName("source_title")
        self.title.setStyleSheet(f"color: {session.palette.accent};")
        self.title.pressed.connect(self._turn)
        self._details = wrapped(role="small")
        self._details.setObjectName("source_details")
        self._details.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._details.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.title)
        column.addWidget(self._details)

    def show_source(self, source: Source) -> None:
        """Show a source, its details folded."""
        if source is not self._source:
            self._details.hide()
        self._source = source
        self.title.set_text(source.title)
        self._details.setText(source_details(source, self._words))

    def unfold(self) -> None:
        """Show the details."""
        self._details.show()

    def _turn(self) -> None:
        show_if(self._details, self._details.isHidden())


def source_details(source: Source, words: Words) -> str:
    """Publisher, year, address, licence and day of access of a source, one a line."""
    about = " · ".join(part for part in (source.publisher, source.year) if part)
    seen = ""
    if source.accessed:
        try:
            seen = words.text("read on {day}", day=day(source.accessed, words.language))
        except ValueError:
            seen = source.accessed  # such as “archived copy”
    return "\n".join(part for part in (about, source.url, source.licence, seen) if part)


class _LinkLabel(ElidedLabel):
    """A label in one line that acts like a link, by mouse, Space and Enter."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ringed", "true")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Act."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on Space and Enter."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)
