"""A push button that shows beside its name the key that does the same."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter

from customs_app.figures import tokens
from customs_app.figures.tokens import Palette
from customs_app.ui import fonts

_PAD, _GAP, _CAP = 12, 8, 17


class KeyButton(QPushButton):
    """Its name and a small framed key, side by side; `primary` is the one that Enter presses."""

    def __init__(self, text: str, key: str, palette: Palette, *, primary: bool = False) -> None:
        super().__init__(text)
        self._key, self._colours, self._primary = key, palette, primary
        self._caption = fonts.font(tokens.CAPTION)
        self._bold = fonts.font(tokens.BODY, bold=primary)
        self.setProperty("primary", "true" if primary else "false")
        self.setFixedHeight(28)

    def sizeHint(self) -> QSize:
        """As wide as name and key."""
        wide = QFontMetrics(self._bold).horizontalAdvance(self.text())
        return QSize(round(2 * _PAD + wide + _GAP + self._cap_width()), 28)

    def minimumSizeHint(self) -> QSize:
        """No narrower."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button as the style does, then name and key."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        styled = QStylePainter(self)
        styled.drawControl(QStyle.ControlElement.CE_PushButton, option)
        styled.end()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._colours
        ink = colours.text if not self._primary else colours.on_accent
        if not self.isEnabled():
            ink = colours.ctl
            painter.setOpacity(0.5 if colours.outlined else 1.0)
        elif self.underMouse():
            ink = colours.on_accentbg
        painter.setFont(self._bold)
        painter.setPen(QColor(ink))
        box = QRectF(_PAD, 0, self.width(), self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
        width = self._cap_width()
        cap = QRectF(self.width() - _PAD - width + 0.5, (self.height() - _CAP) / 2 + 0.5, width, _CAP - 1)
        painter.setPen(QColor(ink if self._primary and self.isEnabled() else colours.line2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, 3, 3)
        painter.setFont(self._caption)
        painter.setPen(QColor(ink if self._primary or not self.isEnabled() else colours.text2))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
        painter.end()

    def _cap_width(self) -> float:
        return QFontMetrics(self._caption).horizontalAdvance(self._key) + 9.0
