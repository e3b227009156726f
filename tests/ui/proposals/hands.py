"""What hands do in the proposals workspace: find a thing by its name, press it, write in it."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

_W = TypeVar("_W", bound=QWidget)


def child(parent: QWidget, kind: type[_W], name: str) -> _W:
    """What is named so in a widget."""
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def click(qtbot: QtBot, parent: QWidget, name: str) -> None:
    """Press a button."""
    button = child(parent, QAbstractButton, name)
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def write(line: QLineEdit, text: str, qtbot: QtBot) -> None:
    """Write in place of what stands in a line."""
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)
