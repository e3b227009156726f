"""A few buttons side by side of which one is pressed."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from customs_app.figures import tokens


class Switch(QWidget):
    """`chosen` carries the value whose button was pressed; showing a value sends nothing."""

    chosen = Signal(object)

    def __init__(
        self, name: str, says: str, entries: Sequence[tuple[Hashable, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(says)
        self._buttons: dict[Hashable, QToolButton] = {}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for value, text in entries:
            button = QToolButton(self)
            button.setObjectName(f"{name}_{value}")
            button.setText(text)
            button.setAccessibleName(text)
            button.setToolTip(says)
            button.setCheckable(True)
            button.setProperty("framed", "true")
            button.setFixedHeight(tokens.CONTROL)
            button.clicked.connect(lambda _checked=False, value=value: self.chosen.emit(value))
            group.addButton(button)
            row.addWidget(button)
            self._buttons[value] = button

    def show_chosen(self, value: Hashable) -> None:
        """Press the button of a value."""
        self._buttons[value].setChecked(True)
