"""The question before something is deleted."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from customs_app.language.words import Words


def ask_delete(
    parent: QWidget,
    words: Words,
    name: str,
    *,
    title: str,
    question: str,
    details: str,
    go_on: Callable[[], object],
) -> QMessageBox:
    """Ask, with what goes along in the details; `go_on` is called on yes. `name` is for tests."""
    box = QMessageBox(parent)
    box.setObjectName(name)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    box.setInformativeText(details)
    delete = box.addButton(words.text("Delete"), QMessageBox.ButtonRole.AcceptRole)
    delete.setObjectName(f"{name}_yes")
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(delete)

    def finished(_result: int) -> None:
        if box.clickedButton() is delete:
            go_on()
        box.deleteLater()

    box.finished.connect(finished)
    box.open()
    return box
