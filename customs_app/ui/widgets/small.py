"""Small widgets: a thin rule, and helpers for buttons, fields and labels."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from customs_app.figures import tokens
from customs_app.figures.tokens import Palette

_ANY_LENGTH = 10_000_000


class Rule(QWidget):
    """A line of one pixel, across or upright."""

    def __init__(self, palette: Palette, parent: QWidget | None = None, *, upright: bool = False) -> None:
        super().__init__(parent)
        self._colour = palette.line
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._colour))
        painter.end()


def show_if(widget: QWidget, shown: bool) -> None:
    """Show or hide a widget; costs nothing where it stands so already, unlike Qt's own."""
    if widget.isHidden() is shown:
        widget.setVisible(shown)


def link(
    name: str, text: str, slot: Callable[[], object], tip: str = "", parent: QWidget | None = None
) -> QPushButton:
    """A button that looks like a link."""
    button = QPushButton(text, parent)
    button.setObjectName(name)
    button.setProperty("link", "true")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setAccessibleName(text)
    button.setToolTip(tip)
    button.clicked.connect(lambda _checked=False: slot())
    return button


def action_button(action: QAction) -> QToolButton:
    """A button of a bar for a command; it is named after it."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setObjectName(f"button_{action.objectName()}")
    button.setAccessibleName(action.text().replace("&", ""))
    button.setFixedHeight(tokens.CONTROL)
    button.setIconSize(QSize(16, 16))
    return button


def take_any_length(line: QLineEdit) -> QLineEdit:
    """Let a field hold any text of the catalogue; Qt's own limit would cut it without a word."""
    line.setMaxLength(_ANY_LENGTH)
    return line


def heading(text: str) -> QLabel:
    """A heading of a section."""
    label = QLabel(text)
    label.setProperty("role", "heading")
    return label
