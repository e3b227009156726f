"""A box to choose from, whose text ends in an ellipsis where it does not fit."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from customs_app.ui.widgets.tips import plain


class ComboBox(QComboBox):
    """Named for tests, spoken for readers; the tooltip says what is chosen and all of the chosen text."""

    def __init__(self, name: str, says: str, *, shortest: int | None = None) -> None:
        super().__init__()
        self._says = says
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setToolTip(says)
        if shortest is not None:
            self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.setMinimumContentsLength(shortest)
        self.currentTextChanged.connect(self._say)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box as the style does, its text cut to the room it has."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_text(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def shown_text(self, option: QStyleOptionComboBox) -> str:
        """What is painted of the chosen text."""
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        return self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, field.width() - 2
        )

    def _say(self, text: str) -> None:
        self.setToolTip(plain(f"{self._says}: {text}") if text else self._says)
