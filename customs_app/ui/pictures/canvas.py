"""What is in sight of a picture, painted once: moving it paints only the strips that come into sight."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QPainter, QPixmap

from customs_app.figures.picture import Picture
from customs_app.figures.qt_picture import PaintedPicture
from customs_app.ui.pictures.frozen import frozen_of
from customs_app.ui.pictures.sight import Sight

_NEAR = 0.4
"""What is stretched or shrunk by more than this cannot be read."""


class Canvas:
    """A picture made ready, and a pixmap with as much of it as is in sight.

    `line` is the colour (`#RRGGBB`) of the edge of what stays in sight while the rest is moved.
    """

    def __init__(self, picture: Picture, painted: PaintedPicture, line: str) -> None:
        self.picture, self.frozen = picture, frozen_of(picture)
        self._painted, self._line = painted, line
        self._pixmap = QPixmap()
        self._of: tuple[QSize, float, float] | None = None
        self._at = QPoint()

    def shown(self, sight: Sight, size: QSize, ratio: float, *, quick: bool = False) -> QPixmap:
        """What is in sight in a window of that size (logical pixels), on a screen of that ratio.

        `quick`: at another zoom than before what was painted is stretched, and only what comes into sight
        is painted: letters of a size not seen before take most of the time.
        """
        of = (size, ratio, sight.zoom)
        at = self._corner(sight, ratio)
        if of == self._of:
            if at != self._at:
                self._move(at, sight, size, ratio)
            return self._pixmap
        if (
            quick
            and self._of is not None
            and self._of[:2] == of[:2]
            and _NEAR < sight.zoom / self._of[2] < 1 / _NEAR
        ):
            return self._stretched(at, sight, size, ratio)
        self._pixmap = _blank(size, ratio)
        self._of, self._at = of, at
        self._paint((self._pixmap, at), [QRect(QPoint(), size)], sight, ratio)
        return self._pixmap

    def place(self, box: tuple[float, float, float, float], sight: Sight) -> tuple[QRectF, QRectF]:
        """Where a box (x, y, width, height) of the picture stands in the window, and what shows it there."""
        x, y, width, height = box
        left = 0.0 if self._in_head(x, y) else sight.x
        above = 0.0 if self._in_crown(y, sight) else sight.y
        top = y - above if above or not sight.y else y - self.frozen.top
        place = QRectF((x - left) * sight.zoom, top * sight.zoom, width * sight.zoom, height * sight.zoom)
        room = QRectF(0, 0, sight.wide, sight.high)
        if sight.x and not self._in_head(x, y) and self._in_span(y):
            room.setLeft(self.frozen.head * sight.zoom)
        if not self._in_crown(y, sight) and self._crowned(sight):
            room.setTop((self.frozen.bottom - self.frozen.top) * sight.zoom)
        return place, room

    def inside(self, left: float, top: float, sight: Sight) -> tuple[float, float]:
        """The point of the picture at a place in the window."""
        x, y = sight.inside(left, top)
        if self._crowned(sight) and top <= (self.frozen.bottom - self.frozen.top) * sight.zoom:
            y = self.frozen.top + top / sight.zoom
        if self._in_span(y) and left <= self.frozen.head * sight.zoom:
            x = left / sight.zoom
        return x, y

    # -- inside

    def _in_head(self, x: float, y: float) -> bool:
        return x < self.frozen.head and self._in_span(y)

    def _in_span(self, y: float) -> bool:
        return any(top <= y <= bottom for top, bottom in self.frozen.spans)

    def _crowned(self, sight: Sight) -> bool:
        """Whether the heads of columns stand at the upper edge, moved away from where they are."""
        return self.frozen.bottom > self.frozen.top and sight.y > self.frozen.top

    def _in_crown(self, y: float, sight: Sight) -> bool:
        return self._crowned(sight) and self.frozen.top <= y < self.frozen.bottom

    @staticmethod
    def _corner(sight: Sight, ratio: float) -> QPoint:
        """The place of the window in the picture, in whole pixels of the screen."""
        scale = sight.zoom * ratio
        return QPoint(round(sight.x * scale), round(sight.y * scale))

    def _stretched(self, at: QPoint, sight: Sight, size: QSize, ratio: float) -> QPixmap:
        """What is painted at the last zoom, as large as it is at this one, with the rest around it."""
        grown = sight.zoom / (self._of[2] if self._of is not None else 1.0)
        whole = QRectF(QPointF(), QSizeF(size))
        left, top = (self._at.x() * grown - at.x()) / ratio, (self._at.y() * grown - at.y()) / ratio
        place = QRectF(left, top, size.width() * grown, size.height() * grown)
        result = _blank(size, ratio)
        result.fill(QColor(self.picture.ground))
        inner = (place & whole).toAlignedRect()
        around = [
            QRect(0, 0, size.width(), inner.top() + 1),
            QRect(0, inner.bottom(), size.width(), size.height() - inner.bottom()),
            QRect(0, 0, inner.left() + 1, size.height()),
            QRect(inner.right(), 0, size.width() - inner.right(), size.height()),
        ]
        bare = [rect for rect in around if rect.width() > 1 and rect.height() > 1]
        self._paint((result, at), bare, sight, ratio)
        painter = QPainter(result)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, self._pixmap, QRectF(self._pixmap.rect()))
        painter.end()
        return result

    def _move(self, at: QPoint, sight: Sight, size: QSize, ratio: float) -> None:
        """Move what is painted, and paint what came into sight and what stays where it was."""
        by = self._at - at
        self._at = at
        whole = self._pixmap.rect()
        if abs(by.x()) >= whole.width() or abs(by.y()) >= whole.height():
            self._paint((self._pixmap, at), [QRect(QPoint(), size)], sight, ratio)
            return
        self._pixmap.scroll(by.x(), by.y(), whole)
        stale = [*_strips(whole, by)]
        stale += [still.united(still.translated(by)) & whole for still in self._still(sight, ratio)]
        self._paint((self._pixmap, at), [_outward(rect, ratio) for rect in stale], sight, ratio)

    def _still(self, sight: Sight, ratio: float) -> Iterator[QRect]:
        """What does not move with the rest, in pixels of the screen."""
        scale = sight.zoom * ratio
        wide, high = self._pixmap.width(), self._pixmap.height()
        if self.frozen.spans:
            yield QRect(0, 0, round(self.frozen.head * scale) + 2, high)
        if self.frozen.bottom > self.frozen.top:
            yield QRect(0, 0, wide, round((self.frozen.bottom - self.frozen.top) * scale) + 2)

    def _paint(
        self, onto: tuple[QPixmap, QPoint], stale: Iterable[QRect], sight: Sight, ratio: float
    ) -> None:
        """Paint parts of the window (logical pixels) onto a pixmap whose corner is given."""
        pixmap, at = onto
        painter = QPainter(pixmap)
        x, y = at.x() / ratio, at.y() / ratio
        ground = QColor(self.picture.ground)
        for rect in stale:
            painter.setClipRect(rect)
            painter.fillRect(rect, ground)
            self._paint_part(painter, QRectF(rect), (x, y), sight.zoom)
            self._paint_head(painter, QRectF(rect), y, sight)
            self._paint_crown(painter, QRectF(rect), x, sight)
        painter.end()

    def _paint_head(self, painter: QPainter, rect: QRectF, y: float, sight: Sight) -> None:
        """The names at the left, over what is moved below them."""
        if not sight.x:
            return
        zoom, wide = sight.zoom, self.frozen.head * sight.zoom
        for top, bottom in self.frozen.spans:
            room = QRectF(0, top * zoom - y, wide, (bottom - top) * zoom)
            seen = room & rect
            if not seen.isEmpty():
                self._paint_over(painter, seen, (0.0, y), zoom)
                painter.setPen(QColor(self._line))
                painter.drawLine(room.topRight(), room.bottomRight())
        painter.setClipRect(rect)

    def _paint_crown(self, painter: QPainter, rect: QRectF, x: float, sight: Sight) -> None:
        """The heads of columns at the upper edge, and the corner above the names."""
        if not self._crowned(sight):
            return
        zoom, frozen = sight.zoom, self.frozen
        band = QRectF(0, 0, sight.wide, (frozen.bottom - frozen.top) * zoom)
        corner = QRectF(0, 0, frozen.head * zoom, band.height())
        for room, at in ((band, x), (corner, 0.0)):
            seen = room & rect
            if not seen.isEmpty():
                self._paint_over(painter, seen, (at, frozen.top * zoom), zoom)
        if not (band & rect).isEmpty():
            painter.setClipRect(rect)
            painter.setPen(QColor(self._line))
            painter.drawLine(band.bottomLeft(), band.bottomRight())

    def _paint_over(self, painter: QPainter, seen: QRectF, at: tuple[float, float], zoom: float) -> None:
        painter.setClipRect(seen)
        painter.fillRect(seen, QColor(self.picture.ground))
        self._paint_part(painter, seen, at, zoom)

    def _paint_part(self, painter: QPainter, rect: QRectF, at: tuple[float, float], zoom: float) -> None:
        """Paint a part of the window; `at` (logical pixels) is the window's corner in the picture."""
        x, y = at
        painter.save()
        painter.translate(-x, -y)
        painter.scale(zoom, zoom)
        exposed = QRectF(
            (rect.x() + x) / zoom, (rect.y() + y) / zoom, rect.width() / zoom, rect.height() / zoom
        )
        self._painted.paint(painter, exposed)
        painter.restore()


def _blank(size: QSize, ratio: float) -> QPixmap:
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _strips(whole: QRect, by: QPoint) -> Iterator[QRect]:
    """What of a pixmap is bare after it was moved."""
    if by.x():
        left = 0 if by.x() > 0 else whole.width() + by.x()
        yield QRect(left, 0, abs(by.x()), whole.height())
    if by.y():
        top = 0 if by.y() > 0 else whole.height() + by.y()
        yield QRect(0, top, whole.width(), abs(by.y()))


def _outward(rect: QRect, ratio: float) -> QRect:
    """A rectangle of the screen in logical pixels, no smaller than it is."""
    left, top = int(rect.left() / ratio), int(rect.top() / ratio)
    right, bottom = int(rect.right() / ratio) + 1, int(rect.bottom() / ratio) + 1
    return QRect(left, top, right - left, bottom - top)
