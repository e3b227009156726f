"""A link of as many lines as its text needs, with an icon before it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from customs_app.figures import tokens
from customs_app.ui import fonts
from customs_app.ui.icons import paint_icon
from customs_app.ui.session import Session

_INDENT = 20
_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class WrappedLink(QAbstractButton):
    """Acts like a button, by mouse, Space and Enter."""

    def __init__(self, session: Session, name: str, text: str, picture: str) -> None:
        super().__init__()
        self._session, self._said, self._picture = session, text, picture
        self._font = fonts.font(tokens.BODY)
        self._metrics = QFontMetrics(self._font)
        self.setObjectName(name)
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
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
        return self._box(width).height() + 5

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon and text."""
        colours, painter = self._session.palette, QPainter(self)
        hovered = self.underMouse()
        if hovered:
            painter.fillRect(self.rect(), QColor(colours.accentbg))
        ink = colours.on_accentbg if hovered and colours.outlined else colours.accent
        paint_icon(painter, QRectF(2, 4, 13, 13), self._picture, ink)
        painter.setFont(self._font)
        painter.setPen(QColor(ink))
        painter.drawText(self._box(self.width()).translated(0, 2), _WRAP, self._said)
        if self.hasFocus():
            painter.setPen(QColor(colours.accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _box(self, width: int) -> QRect:
        return self._metrics.boundingRect(
            QRect(_INDENT, 0, max(60, width - _INDENT - 4), 10_000), _WRAP, self._said
        )
