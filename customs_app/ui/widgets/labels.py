"""Labels of the look: elided with a tooltip, country badges, small tags, signs."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from customs_app.figures import tokens
from customs_app.figures.qt_painter import paint
from customs_app.figures.shapes import Drawing
from customs_app.figures.tokens import Palette
from customs_app.ui import fonts
from customs_app.ui.widgets import tips

_LEAST = QSize(20, 0)


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where it does not fit; the tooltip then shows all of it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._full = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(20)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._full = text
        self.setAccessibleName(text)
        self._elide()

    @property
    def full_text(self) -> str:
        """The text in full."""
        return self._full

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text into the new width."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - self.contentsMargins().left() - self.contentsMargins().right()
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        self.setToolTip(tips.plain(self._full) if shown != self._full else "")

    def minimumSizeHint(self) -> QSize:
        """As narrow as it has to be; its height is that of `sizeHint`."""
        return _LEAST


def wrapped(text: str = "", *, role: str = "") -> QLabel:
    """A label of several lines, plain text, that can be selected and copied."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label


class SignLabel(QWidget):
    """A sign as a widget, with its words as tooltip and accessible name."""

    def __init__(self, drawing: Drawing, *, size: float | None = None) -> None:
        super().__init__()
        self._scale = 1.0 if size is None else size / drawing.height
        self.set_drawing(drawing)

    def set_drawing(self, drawing: Drawing) -> None:
        """Show another sign."""
        self._drawing = drawing
        self.setFixedSize(round(drawing.width * self._scale), round(drawing.height * self._scale))
        self.setToolTip(drawing.says)
        self.setAccessibleName(drawing.says)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sign."""
        painter = QPainter(self)
        paint(painter, QRectF(self.rect()), self._drawing)
        painter.end()


BADGE_HEIGHT = 17.0


@cache
def badge_width(text: str) -> float:
    """Width of a badge with this text, in logical pixels."""
    return max(24.0, QFontMetrics(fonts.font(tokens.CAPTION, bold=True)).horizontalAdvance(text) + 10.0)


def paint_badge(painter: QPainter, at: QPointF, text: str, palette: Palette, *, plain: bool = False) -> float:
    """Paint a framed code (`KZ`, `R01`, `if`, `EN`), its middle left at a point; the width taken."""
    picture = _badge(text, palette, plain, painter.device().devicePixelRatio())
    painter.drawPixmap(round(at.x()), round(at.y() - BADGE_HEIGHT / 2), picture)
    return badge_width(text)


@cache
def _badge(text: str, palette: Palette, plain: bool, ratio: float) -> QPixmap:
    width = badge_width(text)
    picture = QPixmap(round(width * ratio), round(BADGE_HEIGHT * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    box = QRectF(0.5, 0.5, width - 1, BADGE_HEIGHT - 1)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(palette.line2))
    painter.setBrush(QColor(palette.base))
    painter.drawRoundedRect(box, 3, 3)
    painter.setFont(fonts.font(tokens.CAPTION, bold=not plain))
    painter.setPen(QColor(palette.text2))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return picture


class Badge(QWidget):
    """A framed code as a widget: a country, a rule, a condition, the tag of an untranslated text."""

    def __init__(
        self,
        text: str,
        palette: Palette,
        parent: QWidget | None = None,
        *,
        says: str = "",
        plain: bool = False,
    ) -> None:
        super().__init__(parent)
        self._text, self._colours, self._plain = text, palette, plain
        self.setFixedSize(round(badge_width(text)), round(BADGE_HEIGHT) + 1)
        self.setToolTip(tips.plain(says))
        self.setAccessibleName(says or text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the badge."""
        painter = QPainter(self)
        paint_badge(painter, QPointF(0, self.height() / 2), self._text, self._colours, plain=self._plain)
        painter.end()
