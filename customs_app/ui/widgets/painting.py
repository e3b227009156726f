"""What both tables of the comparison paint alike: fonts, texts on one line, grid, frames, small signs."""

from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from customs_app.domain.codes import Verdict
from customs_app.domain.review import Mark
from customs_app.figures import tokens
from customs_app.figures.qt_painter import pixmap
from customs_app.figures.signs import verdict_sign
from customs_app.figures.tokens import PALETTES, Palette
from customs_app.language.words import Words
from customs_app.ui import fonts
from customs_app.ui.icons import icon_pixmap

PADDING = 6
BAR = 4
ICON = 15
SIGN = 15
_MATRIX_TYPE = 9.0
_ELIDE = Qt.TextElideMode.ElideRight


class Type:
    """A font with its measures; widths of texts are remembered, for they are asked at every paint."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetrics(font)
        self._rise = (self._metrics.ascent() - self._metrics.descent()) / 2
        self._widths: dict[str, int] = {}
        self._fitted: dict[tuple[str, int], str] = {}

    @property
    def height(self) -> int:
        """The height of a line."""
        return self._metrics.height()

    def width(self, text: str) -> int:
        """The width of a text in logical pixels."""
        known = self._widths.get(text)
        if known is None:
            known = self._widths[text] = self._metrics.horizontalAdvance(text)
        return known

    def fitted(self, text: str, room: int) -> str:
        """The text, or as much of it as there is room for."""
        if self.width(text) <= room:
            return text
        known = self._fitted.get((text, room))
        if known is None:
            known = self._fitted[text, room] = self._metrics.elidedText(text, _ELIDE, room)
        return known

    def draw(self, painter: QPainter, x: float, middle: float, text: str, colour: str) -> None:
        """Draw a text from x, its middle at a height."""
        painter.setFont(self.font)
        painter.setPen(colour_of(colour))
        painter.drawText(QPointF(x, middle + self._rise), text)


class Types:
    """The fonts of the matrix."""

    def __init__(self) -> None:
        self.plain = Type(fonts.tabular(_MATRIX_TYPE))
        self.bold = Type(fonts.tabular(_MATRIX_TYPE, bold=True))
        self.small = Type(fonts.tabular(tokens.SMALL))
        self.small_bold = Type(fonts.tabular(tokens.SMALL, bold=True))
        self.caption = Type(fonts.font(tokens.CAPTION))


@cache
def colour_of(colour: str) -> QColor:
    """A colour (`#RRGGBB`), read once: a cell is painted in a tenth of a millisecond."""
    return QColor(colour)


def paint_grid(painter: QPainter, rect: QRect, colour: str) -> None:
    """The lines at the right and at the foot of a cell."""
    painter.fillRect(rect.right(), rect.y(), 1, rect.height(), colour_of(colour))
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, colour_of(colour))


def paint_frame(painter: QPainter, rect: QRect, colour: str, width: int = 2) -> None:
    """A frame just inside a cell and its grid."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour_of(colour), 1))
    inner = rect.adjusted(0, 0, -2, -2)
    for inset in range(width):
        painter.drawRect(inner.adjusted(inset, inset, -inset, -inset))


def paint_sign_icon(painter: QPainter, at: QPointF, name: str, colour: str, size: int = ICON) -> None:
    """An icon, its middle left at a point, as a picture that is drawn once for each screen."""
    painter.drawPixmap(QPointF(at.x(), at.y() - size / 2), icon_pixmap(name, colour, size, _ratio(painter)))


def tag_width(text: str, font: Type) -> int:
    """The width of a small framed word such as `if`."""
    return font.width(text) + 7


def paint_tag(painter: QPainter, at: QPointF, text: str, font: Type, *, inside: str, line: str) -> None:
    """A small framed word on whatever ground it stands, its middle left at a point."""
    box = QRectF(at.x() + 0.5, round(at.y() - 7.5) + 0.5, tag_width(text, font) - 1, 14)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(colour_of(line))
    painter.drawRoundedRect(box, 2.5, 2.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    font.draw(painter, at.x() + 3.5, at.y(), text, inside)


def paint_mark(painter: QPainter, at: QPointF, mark: Mark, palette: Palette, words: Words) -> None:
    """The sign of a mark, its middle left at a point."""
    picture = _verdict(mark.verdict, bool(mark.stale), palette.name, words, _ratio(painter))
    painter.drawPixmap(QPointF(at.x(), at.y() - SIGN / 2), picture)


def new_picture(painter: QPainter, rect: QRect) -> QPixmap:
    """An empty picture of a cell's size for the screen of a painter."""
    ratio = _ratio(painter)
    picture = QPixmap(round(rect.width() * ratio), round(rect.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    return picture


@cache
def _verdict(verdict: Verdict, stale: bool, palette: str, words: Words, ratio: float) -> QPixmap:
    drawing = verdict_sign(verdict, PALETTES[palette], words, stale=stale)
    return pixmap(drawing, ratio, QSizeF(SIGN, SIGN))


def _ratio(painter: QPainter) -> float:
    return painter.device().devicePixelRatioF()
