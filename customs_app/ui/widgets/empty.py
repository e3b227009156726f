"""What stands where there is nothing yet: a sentence, and the ways on."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class EmptyState(QWidget):
    """A calm sentence in the middle, with buttons for those of the actions that are visible."""

    def __init__(self, sentence: str, actions: Sequence[QAction] = ()) -> None:
        super().__init__()
        self.setProperty("surface", "base")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(sentence)
        self._label = QLabel(sentence)
        self._label.setProperty("role", "second")
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._label)
        row = QHBoxLayout()
        row.addStretch()
        for action in actions:
            button = QPushButton(action.icon(), action.text())
            button.setObjectName(f"empty_{action.objectName()}")
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            button.setVisible(action.isVisible())
            action.visibleChanged.connect(partial(_follow, button, action))
            row.addWidget(button)
        row.addStretch()
        column.addLayout(row)
        column.addStretch(3)

    def set_sentence(self, sentence: str) -> None:
        """Say something else."""
        self._label.setText(sentence)
        self.setAccessibleName(sentence)


def _follow(button: QPushButton, action: QAction) -> None:
    button.setVisible(action.isVisible())
