"""A button that is text: of as many lines as it needs, with room at both sides for signs."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.session import Session

_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_ABOVE = 2
_LEAST = 20


class WrappedButton(QAbstractButton):
    """Acts by mouse, Space and Enter; `left` and `right` are the room (pixels) beside the text."""

    def __init__(self, session: Session, name: str, said: str, *, left: int, right: int) -> None:
        super().__init__()
        self.session = session
        self._said, self._left, self._right = said, left, right
        self.setFont(fonts.font(tokens.BODY))
        self._metrics = QFontMetrics(self.font())
        self.setObjectName(name)
        self.setText(said.replace("&", "&&"))
        self.setAccessibleName(said)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """At the width it has."""
        width = max(self.width(), 120)
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        """It is higher where it is narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped text."""
        return max(_LEAST, self._box(width).height() + 2 * _ABOVE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, signs, text and focus."""
        colours, painter = self.session.palette, QPainter(self)
        hovered = self.underMouse()
        if hovered:
            painter.fillRect(self.rect(), QColor(colours.accentbg))
        painter.setFont(self.font())
        painter.setPen(QColor(self.paint_signs(painter, hovered=hovered)))
        painter.drawText(self._box(self.width()).translated(0, _ABOVE), _WRAP, self._said)
        if self.hasFocus():
            painter.setPen(QColor(colours.accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def paint_signs(self, painter: QPainter, *, hovered: bool) -> str:
        """Paint what stands beside the text; the colour of the text."""
        raise NotImplementedError

    def _box(self, width: int) -> QRect:
        room = QRect(self._left, 0, max(60, width - self._left - self._right), 10_000)
        return self._metrics.boundingRect(room, _WRAP, self._said)
