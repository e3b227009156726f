"""Small painted parts of meeting mode in its sizes: framed codes, caps of keys, signs with a text."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from customs_app.figures.qt_painter import paint
from customs_app.figures.shapes import Drawing
from customs_app.figures.tokens import Palette
from customs_app.ui.icons import paint_icon
from customs_app.ui.meeting.scale import CAPTION, Scale

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def chip_width(text: str, scale: Scale) -> float:
    """How wide a framed code is, in pixels."""
    metrics = QFontMetricsF(scale.font(CAPTION, bold=True))
    return max(scale.px(32), metrics.horizontalAdvance(text) + scale.px(14))


def chip_height(scale: Scale) -> float:
    """How high a framed code is, in pixels."""
    return scale.px(24)


def paint_chip(
    painter: QPainter, at: QPointF, text: str, palette: Palette, scale: Scale, *, width: float | None = None
) -> float:
    """Paint a framed code (`KZ`), its middle left at a point, as wide as it needs; gives the width."""
    width, height = width or chip_width(text, scale), chip_height(scale)
    box = QRectF(at.x() + 0.5, round(at.y() - height / 2) + 0.5, width - 1, height - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(palette.line2), 1))
    painter.setBrush(QColor(palette.base))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QColor(palette.text2))
    painter.setFont(scale.font(CAPTION, bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    return width


class Chip(QWidget):
    """A framed code as a widget; `says` is what it stands for."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._colours, self._text, self._scale = palette, "", Scale()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_code(self, text: str, says: str, scale: Scale) -> None:
        """Show a code."""
        self._text, self._scale = text, scale
        self.setToolTip(says)
        self.setAccessibleName(says)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the code."""
        return QSize(round(chip_width(self._text, self._scale)), round(chip_height(self._scale)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the code."""
        painter = QPainter(self)
        middle = QPointF(0, self.height() / 2)
        paint_chip(painter, middle, self._text, self._colours, self._scale, width=self.width())
        painter.end()


class Picture(QWidget):
    """An icon or a sign as high as a line of text beside it; `?` as long as it shows none."""

    def __init__(self, palette: Palette, side: int, line: int) -> None:
        super().__init__()
        self._colours, self._icon, self._tone = palette, "", "text2"
        self._drawing: Drawing | None = None
        self.set_side(side, line)

    def set_side(self, side: int, line: int) -> None:
        """Be so large (pixels), in the middle of a line so high."""
        self._side = side
        self.setFixedSize(side, max(side, line))

    def show_icon(self, name: str, tone: str = "text2") -> None:
        """Show an icon in a colour token."""
        self._icon, self._tone, self._drawing = name, tone, None
        self.update()

    def show_drawing(self, drawing: Drawing) -> None:
        """Show a sign."""
        self._drawing = drawing
        self.setToolTip(drawing.says)
        self.setAccessibleName(drawing.says)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the middle of the line."""
        painter = QPainter(self)
        box = QRectF(0, (self.height() - self._side) / 2, self._side, self._side)
        if self._drawing is not None:
            paint(painter, box, self._drawing)
        elif self._icon:
            paint_icon(painter, box, self._icon, self._colours.token(self._tone))
        else:
            painter.setFont(self.font())
            painter.setPen(QColor(self._colours.text3))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")
        painter.end()


def cap_width(key: str, scale: Scale) -> float:
    """How wide the cap of a key is, in pixels."""
    metrics = QFontMetricsF(scale.font(CAPTION))
    return max(scale.px(22), metrics.horizontalAdvance(key) + scale.px(10))


def paint_cap(painter: QPainter, at: QPointF, key: str, palette: Palette, scale: Scale) -> float:
    """Paint the cap of a key, its middle left at a point; the width taken."""
    width, height = cap_width(key, scale), scale.px(22)
    box = QRectF(at.x() + 0.5, round(at.y() - height / 2) + 0.5, width - 1, height - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(palette.line2), 1))
    painter.setBrush(QColor(palette.base))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QColor(palette.text2))
    painter.setFont(scale.font(CAPTION))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
    return width


def paint_text(
    painter: QPainter, at: QPointF, text: str, colour: str, scale: Scale, *, points: float = CAPTION
) -> float:
    """Paint a text in one line, its middle left at a point; the width taken."""
    painter.setFont(scale.font(points))
    painter.setPen(QColor(colour))
    width = QFontMetricsF(painter.font()).horizontalAdvance(text)
    painter.drawText(QRectF(at.x(), at.y() - scale.px(20), width + 2, 2 * scale.px(20)), _LEFT, text)
    return width


def text_width(text: str, scale: Scale, points: float = CAPTION) -> float:
    """How wide a text is in one line, in pixels."""
    return QFontMetricsF(scale.font(points)).horizontalAdvance(text)
