"""Paints pictures with Qt: prepared once, then only what is in sight; and as an image of its own."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF, QStaticText

from customs_app.figures.picture import Picture
from customs_app.figures.qt_painter import FINE, pen_of, rise_of
from customs_app.figures.shapes import Circle, Drawing, Glyph, Line, Shape

_FAMILIES = ["Noto Sans", "Noto Sans Mono", "Noto Sans SC", "Noto Sans Arabic", "Noto Sans Devanagari"]
_BAND = 240.0
"""Shapes are found again by upright bands of the drawing, so broad."""
_READABLE = 2.6
"""Letters lower than this many device pixels are painted as a stroke."""
_SEEN = 2.5
"""Shapes smaller than this many device pixels are left out."""


@dataclass(frozen=True, slots=True)
class _Outline:
    bounds: QRectF
    points: QPolygonF
    closed: bool
    pen: QPen
    brush: QBrush


@dataclass(frozen=True, slots=True)
class _Round:
    bounds: QRectF
    pen: QPen
    brush: QBrush
    centre: QPointF
    radius: float


class _SetText(NamedTuple):
    """A text set once, as wide as it is, and how far its top stands from the middle of its letters."""

    text: QStaticText
    font: QFont
    width: float
    top: float


_Known = dict[tuple[str, float, bool], _SetText]
"""What is set already (text, size, bold): the cells of a matrix say the same few figures again and again."""


@dataclass(frozen=True, slots=True)
class _Letters:
    bounds: QRectF
    text: QStaticText
    font: QFont
    pen: QPen
    at: QPointF
    turn: bool
    where: QPointF
    size: float
    width: float


class PaintedPicture:
    """A drawing made ready for painting again and again at any scale.

    Where that is not to be done `at_once`, `go_on` makes a part of it ready, so that a large one does not
    hold up a window.
    """

    def __init__(self, drawing: Drawing, *, at_once: bool = True) -> None:
        self.drawing = drawing
        self._parts: list[_Outline | _Round | _Letters] = []
        self._by_band: dict[int, list[int]] = {}
        self._known: _Known = {}
        if at_once:
            self.go_on(len(drawing.shapes))

    def go_on(self, shapes: int) -> bool:
        """Make so many more shapes ready; whether all are."""
        done = len(self._parts)
        for shape in self.drawing.shapes[done : done + shapes]:
            part = _prepared(shape, self._known)
            for band in _bands(part.bounds):
                self._by_band.setdefault(band, []).append(len(self._parts))
            self._parts.append(part)
        return len(self._parts) == len(self.drawing.shapes)

    def paint(self, painter: QPainter, exposed: QRectF | None = None) -> None:
        """Paint what lies in `exposed`, all of it where that is None, in the drawing's own units.

        The painter is already moved and scaled to where the drawing is to stand.
        """
        seen = exposed if exposed is not None else QRectF(0, 0, self.drawing.width, self.drawing.height)
        scale = painter.combinedTransform().m11() or painter.combinedTransform().m12()
        scale = abs(scale) * painter.device().devicePixelRatioF()
        least = _SEEN / scale if scale else 0.0
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        for part in self._near(seen):
            bounds = part.bounds
            if not bounds.intersects(seen) or max(bounds.width(), bounds.height()) < least:
                continue
            if isinstance(part, _Outline):
                painter.setPen(part.pen)
                painter.setBrush(part.brush)
                if part.closed:
                    painter.drawPolygon(part.points)
                else:
                    painter.drawPolyline(part.points)
            elif isinstance(part, _Letters):
                _paint_letters(painter, part, scale)
            else:
                painter.setPen(part.pen)
                painter.setBrush(part.brush)
                painter.drawEllipse(part.centre, part.radius, part.radius)

    def _near(self, seen: QRectF) -> Sequence[_Outline | _Round | _Letters]:
        """What may lie in a part of the drawing, in the order of painting."""
        bands = _bands(seen)
        if 2 * len(bands) > len(self._by_band):
            return self._parts
        places = {place for band in bands for place in self._by_band.get(band, ())}
        return [self._parts[place] for place in sorted(places)]


def _bands(bounds: QRectF) -> range:
    """The upright bands of the drawing that a rectangle touches."""
    return range(int(bounds.left() // _BAND), int(bounds.right() // _BAND) + 1)


def image(picture: Picture, ratio: float = 2.0) -> QImage:
    """The picture on its ground, with `ratio` pixels a unit; there must be a QGuiApplication."""
    drawing = picture.drawing
    result = QImage(
        max(1, round(drawing.width * ratio)),
        max(1, round(drawing.height * ratio)),
        QImage.Format.Format_RGB32,
    )
    result.setDotsPerMeterX(round(96 * ratio / 0.0254))
    result.setDotsPerMeterY(round(96 * ratio / 0.0254))
    result.fill(QColor(picture.ground))
    painter = QPainter(result)
    painter.scale(ratio, ratio)
    PaintedPicture(drawing).paint(painter)
    painter.end()
    return result


def _prepared(shape: Shape, known: _Known) -> _Outline | _Round | _Letters:
    if isinstance(shape, Glyph):
        return _letters(shape, known)
    pen = pen_of(shape.pen)
    margin = pen.widthF() / 2 + 1
    brush = QBrush() if isinstance(shape, Line) or shape.fill is None else QBrush(QColor(shape.fill))
    if isinstance(shape, Circle):
        reach = shape.radius + margin
        bounds = QRectF(shape.x - reach, shape.y - reach, 2 * reach, 2 * reach)
        return _Round(bounds, pen, brush, QPointF(shape.x, shape.y), shape.radius)
    points = QPolygonF([QPointF(x, y) for x, y in shape.points])
    bounds = points.boundingRect().adjusted(-margin, -margin, margin, margin)
    return _Outline(bounds, points, not isinstance(shape, Line), pen, brush)


def _font(size: float, bold: bool) -> tuple[QFont, QFontMetricsF]:
    return _font_of(size, bold, threading.get_ident())


@cache
def _font_of(size: float, bold: bool, _thread: int) -> tuple[QFont, QFontMetricsF]:
    """Each thread has fonts of its own: Qt keeps in a font what the thread that uses it has loaded."""
    font = QFont()
    font.setFamilies(_FAMILIES)
    font.setPixelSize(max(1, round(size * FINE)))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font, QFontMetricsF(font)


@cache
def _ink(colour: str) -> QPen:
    return QPen(QColor(colour))


def _set_text(glyph: Glyph) -> _SetText:
    font, metrics = _font(glyph.size, glyph.bold)
    text = QStaticText(glyph.text)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    text.prepare(font=font)
    width = metrics.horizontalAdvance(glyph.text) / FINE
    return _SetText(text, font, width, (rise_of(metrics, glyph.text) - metrics.ascent()) / FINE)


def _letters(glyph: Glyph, known: _Known) -> _Letters:
    key = (glyph.text, glyph.size, glyph.bold)
    if key not in known:
        known[key] = _set_text(glyph)
    text, font, width, top = known[key]
    left = {"start": 0.0, "middle": -width / 2, "end": -width}[glyph.anchor]
    high, reach = glyph.size * 0.8, glyph.size * 0.3
    bounds = QRectF(glyph.x + left - reach, glyph.y - high, width + 2 * reach, 2 * high)
    if glyph.turned:
        bounds = QRectF(glyph.x - high, glyph.y - left - width - reach, 2 * high, width + 2 * reach)
    return _Letters(
        bounds, text, font, _ink(glyph.colour), QPointF(left * FINE, top * FINE), glyph.turned,
        QPointF(glyph.x, glyph.y), glyph.size, width,
    )  # fmt: skip


def _paint_letters(painter: QPainter, part: _Letters, scale: float) -> None:
    painter.setPen(part.pen)
    if part.size * scale < _READABLE:
        middle, half = part.bounds.center(), part.width / 2
        reach = QPointF(0, half) if part.turn else QPointF(half, 0)
        painter.drawLine(middle - reach, middle + reach)
        return
    painter.save()
    painter.translate(part.where)
    if part.turn:
        painter.rotate(-90)
    painter.scale(1 / FINE, 1 / FINE)
    painter.setFont(part.font)
    painter.drawStaticText(part.at, part.text)
    painter.restore()
