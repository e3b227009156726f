"""Paints drawings of plain shapes with Qt."""

from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from customs_app.figures.shapes import Circle, Drawing, Glyph, Line, Pen, Point, Polygon, Shape

FINE = 8.0
"""Type sizes are whole pixels: letters are laid out larger and scaled down, so that 8.4 stays 8.4."""


def paint(painter: QPainter, target: QRectF, drawing: Drawing) -> None:
    """Paint a drawing as large as it fits into a rectangle, in its middle, proportions kept."""
    scale = min(target.width() / drawing.width, target.height() / drawing.height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(
        target.x() + (target.width() - drawing.width * scale) / 2,
        target.y() + (target.height() - drawing.height * scale) / 2,
    )
    painter.scale(scale, scale)
    for shape in drawing.shapes:
        _paint_shape(painter, shape)
    painter.restore()


def pixmap(drawing: Drawing, ratio: float = 1.0, size: QSizeF | None = None) -> QPixmap:
    """A drawing as a picture of `size` logical pixels (its own where not given) for a screen's ratio."""
    wanted = size or QSizeF(drawing.width, drawing.height)
    picture = QPixmap(round(wanted.width() * ratio), round(wanted.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, QRectF(QPointF(0, 0), wanted), drawing)
    painter.end()
    return picture


def _paint_shape(painter: QPainter, shape: Shape) -> None:
    match shape:
        case Polygon():
            _set(painter, shape.fill, shape.pen)
            painter.drawPolygon(_polygon(shape.points))
        case Circle():
            _set(painter, shape.fill, shape.pen)
            painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
        case Line():
            _set(painter, None, shape.pen)
            painter.drawPolyline(_polygon(shape.points))
        case Glyph():
            _paint_glyph(painter, shape)
        case _:
            assert_never(shape)


def _polygon(points: tuple[Point, ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _set(painter: QPainter, fill: str | None, pen: Pen | None) -> None:
    painter.setBrush(QBrush(QColor(fill)) if fill else QBrush())
    painter.setPen(pen_of(pen))


def pen_of(pen: Pen | None) -> QPen:
    """A pen as Qt has it; none draws no line."""
    if pen is None:
        return QPen(Qt.PenStyle.NoPen)
    line = QPen(QColor(pen.colour), pen.width)
    line.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if pen.dash:
        line.setCapStyle(Qt.PenCapStyle.FlatCap)
        line.setDashPattern([length / pen.width for length in pen.dash])
    return line


def _paint_glyph(painter: QPainter, glyph: Glyph) -> None:
    font = QFont(painter.font())
    font.setPixelSize(max(1, round(glyph.size * FINE)))
    font.setWeight(QFont.Weight.DemiBold if glyph.bold else QFont.Weight.Normal)
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(glyph.text)
    shift = {"start": 0.0, "middle": width / 2, "end": width}[glyph.anchor]
    rise = rise_of(metrics, glyph.text)
    painter.save()
    painter.translate(glyph.x, glyph.y)
    if glyph.turned:
        painter.rotate(-90)
    painter.scale(1 / FINE, 1 / FINE)
    painter.setFont(font)
    painter.setPen(QColor(glyph.colour))
    painter.drawText(QPointF(-shift, rise), glyph.text)
    painter.restore()


def rise_of(metrics: QFontMetricsF, text: str) -> float:
    """How far the base line stands below the middle of the letters."""
    if len(text) == 1:
        box = metrics.tightBoundingRect(text)
        return -box.y() - box.height() / 2
    return metrics.capHeight() / 2
