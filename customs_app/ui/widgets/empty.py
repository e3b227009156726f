"""What stands where there is nothing yet: a sentence, and the ways on."""

from collections.abc import Sequence

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
            row.addWidget(_WayButton(action))
        row.addStretch()
        column.addLayout(row)
        column.addStretch(3)

    def set_sentence(self, sentence: str) -> None:
        """Say something else."""
        self._label.setText(sentence)
        self.setAccessibleName(sentence)


class _WayButton(QPushButton):
    """Does what its action does, and is seen as long as that is."""

    def __init__(self, action: QAction) -> None:
        super().__init__(action.icon(), action.text())
        self._action = action
        self.setObjectName(f"empty_{action.objectName()}")
        self.setToolTip(action.toolTip())
        self.clicked.connect(action.trigger)
        if not action.isVisible():  # a button that is shown before it has its place would be a window
            self.hide()
        action.visibleChanged.connect(self._follow)

    def _follow(self) -> None:
        self.setVisible(self._action.isVisible())
