"""A band that heads a part of the page: a heading, and a note beside it."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.session import Session
from customs_app.ui.widgets.labels import ElidedLabel


class Band(QWidget):
    """28 high, on the ground of headers, with a line above and below."""

    def __init__(self, session: Session, title: str, note: str = "") -> None:
        super().__init__()
        self._colours = session.palette
        self.setFixedHeight(tokens.DOCK_TITLE)
        self._title = QLabel(title)
        self._title.setProperty("role", "second")
        self._title.setFont(fonts.font(tokens.TABLE, bold=True))
        self._note = ElidedLabel(note)
        self._note.setProperty("role", "second")
        self._note.setFont(fonts.font(tokens.SMALL))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(10)
        row.addWidget(self._title)
        row.addWidget(self._note, 1)
        self._row = row
        self.setAccessibleName(title)

    def set_title(self, title: str) -> None:
        """Head the part with another text."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_note(self, note: str) -> None:
        """Say something else beside the heading."""
        self._note.set_text(note)

    def put_beside(self, widget: QWidget) -> None:
        """Put something at the right end."""
        self._row.addWidget(widget)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and lines."""
        painter = QPainter(self)
        box = self.rect()
        painter.fillRect(box, QColor(self._colours.window))
        painter.fillRect(box.x(), box.top(), box.width(), 1, QColor(self._colours.line))
        painter.fillRect(box.x(), box.bottom(), box.width(), 1, QColor(self._colours.line))
        painter.end()
