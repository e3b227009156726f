"""A view that paints a picture: zoomed, moved, and walked through by mouse and keys."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from customs_app.figures.picture import About, Hotspot
from customs_app.figures.tokens import Palette
from customs_app.ui.pictures.moving_view import MovingView
from customs_app.ui.pictures.walk import above_or_below, follow
from customs_app.ui.widgets.tips import plain

_FRAME, _GAP = 2.5, 2.5
_Key = Qt.Key
_ENTER = (_Key.Key_Return, _Key.Key_Enter)


class PictureView(MovingView):
    """Frames the current place, leads from place to place, and tells what each stands for.

    `chosen` carries the Hotspot that was clicked or walked to, `clicked` the one that was clicked, `opened`
    the one that was double-clicked or entered; `left` when Esc was pressed; `menu_asked` carries a place on
    the screen.
    """

    chosen = Signal(object)
    clicked = Signal(object)
    opened = Signal(object)
    left = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, palette: Palette, name: str, parent: QWidget | None = None) -> None:
        super().__init__(palette, name, parent)
        self.current: Hotspot | None = None
        self.hovered: Hotspot | None = None
        self._wanted: tuple[str, About, str | None] | None = None

    def select(self, target: str, about: About = About.STEP, country: str | None = None) -> None:
        """Frame what stands for something, and bring it into sight; nothing is told."""
        self._wanted = target, about, country
        spot = self._found()
        if spot is None:
            self.current = None
            self._name()
            self.viewport().update()
        elif spot != self.current:
            self._frame(spot)

    def place_of(self, spot: Hotspot) -> QRectF:
        """Where a place of the picture stands in the view."""
        return self._canvas.place(_box(spot), self.sight)[0] if self._canvas is not None else QRectF()

    # -- what it adds to a picture that is moved

    def take(self, *, anew: bool) -> None:
        """Frame in another picture what was framed before."""
        self.hovered = None
        self.current = self._found()
        self._name()
        if anew:
            self.reveal_current()

    def middle(self) -> QPointF:
        """The current place, where it is in sight."""
        if self.current is not None and self._canvas is not None:
            place, room = self._canvas.place(_box(self.current), self.sight)
            if room.contains(place.center()):
                return place.center()
        return super().middle()

    def reveal_current(self) -> None:
        """Bring the current place into sight."""
        spot, frozen = self.current, self._canvas.frozen if self._canvas is not None else None
        if spot is None or frozen is None or spot.x + spot.width <= frozen.head + 1:
            return
        high = frozen.bottom - frozen.top
        self.sight.reveal((spot.x, spot.y - high, spot.width, spot.height + high), frozen.head)

    def paint_over(self, painter: QPainter) -> None:
        """Paint frames about the current place and the one under the mouse."""
        if self.hovered is not None and self.hovered != self.current:
            self._paint_frame(painter, self.hovered, 1.0)
        if self.current is not None:  # apart from the box, whose own border may have the same colour
            self._paint_frame(painter, self.current, _FRAME, _GAP)

    # -- events

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the picture that is held; otherwise show what can be chosen here."""
        super().mouseMoveEvent(event)
        if self._grip is None:
            self._hover(self._at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse, where it was not dragged."""
        if event.button() is not Qt.MouseButton.LeftButton or self._grip is None:
            return
        self._grip = None
        spot = self._at(event.position())
        if not self._dragged and spot is not None:
            self._choose(spot)
            self.clicked.emit(spot)
        self._hover(spot, anew=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is under the mouse."""
        spot = self._at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and spot is not None:
            self.opened.emit(spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from place to place; with Ctrl move the picture."""
        key, ctrl = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        ways = self._pans if ctrl else self._walks
        if key in ways:
            ways[key]()
        elif key in _ENTER and self.current is not None and not ctrl:
            self.opened.emit(self.current)
        elif key == _Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of what is under the mouse, or of the current place."""
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            spot = self._at(QPointF(self.viewport().mapFromGlobal(at)))
            if spot is not None:
                self._choose(spot)
        elif self.current is not None:
            at = self.viewport().mapToGlobal(self.place_of(self.current).center().toPoint())
        self.menu_asked.emit(at)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what is under the mouse; zoom as fingers do."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain(spot.tooltip if spot else ""), self.viewport())
            return True
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_by(1 + event.value(), event.position())
            return True
        if event.type() is QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    # -- inside

    @property
    def _walks(self) -> Mapping[int, Callable[[], object]]:
        spots = self.picture.hotspots if self.picture is not None else ()
        return {
            _Key.Key_Right: lambda: self._walk(follow(spots, self.current, 1)),
            _Key.Key_Left: lambda: self._walk(follow(spots, self.current, -1)),
            _Key.Key_Down: lambda: self._walk(above_or_below(spots, self.current, 1)),
            _Key.Key_Up: lambda: self._walk(above_or_below(spots, self.current, -1)),
            _Key.Key_Home: lambda: self._walk(follow(spots, None, 1)),
            _Key.Key_End: lambda: self._walk(follow(spots, None, -1)),
        }

    @property
    def _pans(self) -> Mapping[int, Callable[[], object]]:
        return {
            _Key.Key_Right: lambda: self.pan(1, 0),
            _Key.Key_Left: lambda: self.pan(-1, 0),
            _Key.Key_Down: lambda: self.pan(0, 1),
            _Key.Key_Up: lambda: self.pan(0, -1),
        }

    def _walk(self, spot: Hotspot | None) -> None:
        if spot is not None and spot != self.current:
            self._choose(spot)

    def _choose(self, spot: Hotspot) -> None:
        self._wanted = spot.target, spot.about, spot.country
        self._frame(spot)
        self.chosen.emit(spot)

    def _frame(self, spot: Hotspot) -> None:
        self.current = spot
        self._name()
        self.reveal_current()
        self._moved()

    def _name(self) -> None:
        """What a screen reader says of the view: the current place, or the picture."""
        title = self.picture.title if self.picture is not None else ""
        first, *rest = self.current.tooltip.split("\n") if self.current is not None else (title,)
        self.setAccessibleName(first)
        self.setAccessibleDescription("\n".join([*rest, title] if self.current is not None else ()))

    def _found(self) -> Hotspot | None:
        """The place that is to be framed, in the picture in sight."""
        if self.picture is None or self._wanted is None:
            return None
        target, about, country = self._wanted
        spots = self.picture.of(target, about)
        return next((spot for spot in spots if country in (None, spot.country)), None)

    def _at(self, place: QPointF) -> Hotspot | None:
        if self._canvas is None:
            return None
        return self._canvas.picture.at(*self._canvas.inside(place.x(), place.y(), self.sight))

    def _hover(self, spot: Hotspot | None, *, anew: bool = False) -> None:
        if spot == self.hovered and not anew:
            return
        self.hovered = spot
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if spot is not None else Qt.CursorShape.ArrowCursor
        )
        self.viewport().update()

    def _paint_frame(self, painter: QPainter, spot: Hotspot, width: float, gap: float = 0.0) -> None:
        if self._canvas is None:
            return
        place, room = self._canvas.place(_box(spot), self.sight)
        painter.setClipRect(room)
        pen = QPen(QColor(self._palette.accent), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        out = gap + width / 2
        painter.drawRect(place.adjusted(-out, -out, out, out))


def _box(spot: Hotspot) -> tuple[float, float, float, float]:
    return spot.x, spot.y, spot.width, spot.height
