"""Icons of the one family, in a colour of the look, crisp at every size and scale."""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from customs_app.figures.tokens import Palette
from customs_app.paths import ICONS

_STROKE = b'stroke-width="1.75"'
_TRANSPARENT = Qt.GlobalColor.transparent


@cache
def renderer(name: str, colour: str) -> QSvgRenderer:
    """The picture of an icon in a colour; FileNotFoundError where it is not among resources/icons."""
    svg = (ICONS / f"{name}.svg").read_bytes()
    svg = svg.replace(b"currentColor", colour.encode()).replace(b'stroke-width="2"', _STROKE)
    return QSvgRenderer(QByteArray(svg))


def paint_icon(painter: QPainter, target: QRectF, name: str, colour: str) -> None:
    """Paint an icon in a colour (`#RRGGBB`) into a rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer(name, colour).render(painter, target)
    painter.restore()


@cache
def icon(name: str, palette: Palette, colour: str = "text2", on: str = "accent") -> QIcon:
    """An icon in a colour token of the palette, and in another when its action is checked."""
    if not palette.outlined:
        return QIcon(_Engine(name, palette.token(colour), palette.token(on), palette.ctl))
    # What is pressed or under the mouse stands on a full fill there, not on a tint.
    filled = palette.on_accentbg
    return QIcon(_Engine(name, palette.token(colour), filled, palette.ctl, filled))


@cache
def icon_pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """An icon of `size` logical pixels for a screen of that ratio."""
    side = round(size * ratio)
    picture = QPixmap(side, side)
    picture.setDevicePixelRatio(ratio)
    picture.fill(_TRANSPARENT)
    painter = QPainter(picture)
    paint_icon(painter, QRectF(0, 0, size, size), name, colour)
    painter.end()
    return picture


class _Engine(QIconEngine):
    def __init__(self, name: str, colour: str, on: str, off: str, hovered: str | None = None) -> None:
        super().__init__()
        self._name, self._colour, self._on, self._off, self._hovered = name, colour, on, off, hovered

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint the icon as a widget asks for it."""
        colour = self._on if state is QIcon.State.On else self._colour
        if mode is QIcon.Mode.Disabled:
            colour = self._off
            painter.setOpacity(0.55)
        elif self._hovered is not None and mode in {QIcon.Mode.Active, QIcon.Mode.Selected}:
            colour = self._hovered
        side = min(rect.width(), rect.height())
        left, top = rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2
        paint_icon(painter, QRectF(left, top, side, side), self._name, colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon in so many device pixels."""
        picture = QPixmap(size)
        picture.fill(_TRANSPARENT)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        """Another engine that paints the same."""
        return _Engine(self._name, self._colour, self._on, self._off, self._hovered)
