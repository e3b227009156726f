"""Small pictures that a long list repeats on every row, drawn once."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from customs_app.figures.qt_painter import paint
from customs_app.figures.shapes import Drawing
from customs_app.figures.tokens import Palette
from customs_app.ui.widgets.labels import BADGE_HEIGHT, badge_width, paint_badge

_MARGIN = 1.0


class Stamps:
    """Badges and signs by what they say, kept for each scale of the screen."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._kept: dict[tuple[Hashable, float], QPixmap] = {}
        self._widths: dict[str, float] = {}

    def badge(self, painter: QPainter, at: QPointF, text: str) -> float:
        """Paint a framed code, its middle left at a point; the width taken."""
        if text not in self._widths:
            self._widths[text] = badge_width(text)
        width, height = self._widths[text], BADGE_HEIGHT + 2 * _MARGIN
        top = round(at.y() - height / 2)

        def draw(on: QPainter) -> None:
            paint_badge(on, QPointF(_MARGIN, height / 2), text, self._palette)

        picture = self._picture(("badge", text), painter, width + 2 * _MARGIN, height, draw)
        painter.drawPixmap(QPointF(at.x() - _MARGIN, top), picture)
        return width

    def sign(self, painter: QPainter, box: QRectF, key: Hashable, drawing: Drawing) -> None:
        """Paint a sign into a box; `key` tells it from others."""

        def draw(on: QPainter) -> None:
            paint(on, QRectF(0, 0, box.width(), box.height()), drawing)

        picture = self._picture(("sign", key), painter, box.width(), box.height(), draw)
        painter.drawPixmap(QPointF(box.x(), round(box.y())), picture)

    def _picture(
        self,
        key: Hashable,
        painter: QPainter,
        width: float,
        height: float,
        draw: Callable[[QPainter], object],
    ) -> QPixmap:
        ratio = painter.device().devicePixelRatio()
        if (key, ratio) not in self._kept:
            picture = QPixmap(round(width * ratio), round(height * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            on = QPainter(picture)
            draw(on)
            on.end()
            self._kept[key, ratio] = picture
        return self._kept[key, ratio]
