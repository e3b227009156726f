"""A view that paints a picture: zoomed, moved, and walked through by mouse and keys."""

from collections.abc import Callable, Mapping
from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QToolTip, QWidget

from customs_app.figures.picture import About, Hotspot, Picture
from customs_app.figures.qt_picture import PaintedPicture
from customs_app.figures.tokens import Palette
from customs_app.ui.pictures.canvas import Canvas
from customs_app.ui.pictures.sight import STEP, Sight
from customs_app.ui.pictures.walk import above_or_below, follow
from customs_app.ui.widgets.tips import plain

_AT_ONCE = 120
"""So many shapes are made ready in one turn of the event loop."""
_NOTCH = 120
_REST_MS = 90
"""So long after it was zoomed last the picture is painted sharp."""
_FRAME, _GAP = 2.5, 2.5
_PAN = 60
_Key = Qt.Key
_ENTER = (_Key.Key_Return, _Key.Key_Enter)


class _Follows(Enum):
    """What the zoom follows when the view or the picture has another size."""

    NOTHING = 0
    READABLE = 1
    WHOLE = 2


class PictureView(QAbstractScrollArea):
    """Shows the newest picture as soon as it is ready, and until then the one before.

    `ready` when it is; `sized` when the view has another size (logical pixels); `chosen` carries the
    Hotspot that was clicked or walked to, `clicked` the one that was clicked, `opened` the one that was
    double-clicked or entered, `left` nothing: Esc was pressed;
    `menu_asked` a place on the screen; `zoomed` when the zoom is another.
    """

    ready = Signal()
    sized = Signal(int, int)
    chosen = Signal(object)
    clicked = Signal(object)
    opened = Signal(object)
    left = Signal()
    menu_asked = Signal(QPoint)
    zoomed = Signal()

    def __init__(self, palette: Palette, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self.sight = Sight()
        self.current: Hotspot | None = None
        self.hovered: Hotspot | None = None
        self._canvas: Canvas | None = None
        self._coming: tuple[Picture, PaintedPicture, bool] | None = None
        self._wanted: tuple[str, About, str | None] | None = None
        self._grip: tuple[QPoint, float, float] | None = None
        self._dragged = self._telling = False
        self._follows = _Follows.READABLE
        self._zooming = QTimer(self, interval=_REST_MS, singleShot=True)
        self._zooming.timeout.connect(self.viewport().update)
        self._prepare = QTimer(self, interval=0)
        self._prepare.timeout.connect(self._go_on)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringed", "true")
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setSingleStep(_PAN)
            bar.valueChanged.connect(self._on_scrolled)

    # -- what is shown

    @property
    def picture(self) -> Picture | None:
        """The picture in sight; None until the first is ready."""
        return self._canvas.picture if self._canvas is not None else None

    def show_picture(self, picture: Picture | None, *, anew: bool = True) -> None:
        """Show a picture, `anew` from its beginning, otherwise where and as large as the last one stood."""
        if picture is None:
            self._prepare.stop()
            self._canvas = self._coming = self.current = self.hovered = None
            self.viewport().update()
            return
        anew = anew or self._canvas is None or (self._coming is not None and self._coming[2])
        self._coming = picture, PaintedPicture(picture.drawing, at_once=False), anew
        self._prepare.start()

    def select(self, target: str, about: About = About.STEP, country: str | None = None) -> None:
        """Frame what stands for something, and bring it into sight; nothing is told."""
        self._wanted = target, about, country
        spot = self._found()
        if spot is None or spot == self.current:
            return
        self._frame(spot)

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Show it larger or smaller; what stands at a place of the view stays there."""
        middle = QPointF(self.sight.wide / 2, self.sight.high / 2) if at is None else at
        if at is None and self.current is not None and self._canvas is not None:
            place, room = self._canvas.place(_box(self.current), self.sight)
            middle = place.center() if room.contains(place.center()) else middle
        self._follows = _Follows.NOTHING
        self.sight.scale(self.sight.zoom * factor, (middle.x(), middle.y()))
        self._moved(zoomed=True)

    def fit(self) -> None:
        """Show all of it; where that is so already, as large as it was made."""
        sight = self.sight
        self._follows = _Follows.NOTHING if sight.fits else _Follows.WHOLE
        sight.scale(1.0 if sight.fits else sight.fitting, (0.0, 0.0))
        if self.current is not None:
            self._reveal(self.current)
        self._moved(zoomed=True)

    def place_of(self, spot: Hotspot) -> QRectF:
        """Where a place of the picture stands in the view."""
        return self._canvas.place(_box(spot), self.sight)[0] if self._canvas is not None else QRectF()

    # -- events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight, and frames about the current place and the one under the mouse."""
        painter = QPainter(self.viewport())
        if self._canvas is None:
            painter.fillRect(event.rect(), QColor(self._palette.base))
        else:
            size = self.viewport().size()
            quick = self._zooming.isActive()
            shown = self._canvas.shown(self.sight, size, self.devicePixelRatioF(), quick=quick)
            painter.drawPixmap(0, 0, shown)
            if self.hovered is not None and self.hovered != self.current:
                self._paint_frame(painter, self.hovered, 1.0)
            if self.current is not None:  # apart from the box, whose own border may have the same colour
                self._paint_frame(painter, self.current, _FRAME, _GAP)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep showing all of it, where that was asked for."""
        super().resizeEvent(event)
        self._measure()
        self._follow()
        self.sight.move(self.sight.x, self.sight.y)
        self._moved(zoomed=True)
        self.sized.emit(self.maximumViewportSize().width(), self.maximumViewportSize().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip = event.position().toPoint(), self.sight.x, self.sight.y
            self._dragged = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the picture that is held; otherwise show what can be chosen here."""
        if self._grip is not None:
            start, x, y = self._grip
            way = event.position().toPoint() - start
            self._dragged = self._dragged or way.manhattanLength() >= QApplication.startDragDistance()
            if self._dragged:
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
                self.sight.move(x - way.x() / self.sight.zoom, y - way.y() / self.sight.zoom)
                self._moved()
            return
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

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl larger and smaller; otherwise up and down, or across where that is the only way."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP ** (event.angleDelta().y() / _NOTCH), event.position())
            event.accept()
        elif not self.sight.room[1] and not event.angleDelta().x():
            QApplication.sendEvent(self.horizontalScrollBar(), event)
        else:
            super().wheelEvent(event)

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

    def scrollContentsBy(self, _across: int, _down: int) -> None:
        """The picture is moved by the bars' own signal."""

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
            _Key.Key_Right: lambda: self._pan(1, 0),
            _Key.Key_Left: lambda: self._pan(-1, 0),
            _Key.Key_Down: lambda: self._pan(0, 1),
            _Key.Key_Up: lambda: self._pan(0, -1),
        }

    def _pan(self, across: int, down: int) -> None:
        step = _PAN / self.sight.zoom
        self.sight.move(self.sight.x + across * step, self.sight.y + down * step)
        self._moved()

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
        self._reveal(spot)
        self._moved()

    def _name(self) -> None:
        """What a screen reader says of the view: the current place, or the picture."""
        title = self.picture.title if self.picture is not None else ""
        if self.current is None:
            self.setAccessibleName(title)
            return
        first, *rest = self.current.tooltip.split("\n")
        self.setAccessibleName(first)
        self.setAccessibleDescription("\n".join([*rest, title]))

    def _reveal(self, spot: Hotspot) -> None:
        frozen = self._canvas.frozen if self._canvas is not None else None
        if frozen is None or (spot.x < frozen.head and spot.x + spot.width <= frozen.head + 1):
            return
        high = frozen.bottom - frozen.top
        self.sight.reveal((spot.x, spot.y - high, spot.width, spot.height + high), frozen.head)

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

    def _go_on(self) -> None:
        """Make the next shapes ready; when all are, show the picture."""
        if self._coming is None:
            self._prepare.stop()
            return
        picture, painted, anew = self._coming
        if not painted.go_on(_AT_ONCE):
            return
        self._prepare.stop()
        self._coming, self.hovered = None, None
        self._canvas = Canvas(picture, painted, self._palette.line2)
        self.sight.width, self.sight.height = picture.drawing.width, picture.drawing.height
        self._measure()
        if anew:
            self._follows = _Follows.READABLE
            self.sight.begin()
        else:
            self._follow()
            self.sight.move(self.sight.x, self.sight.y)
        self.current = self._found()
        self._name()
        if self.current is not None and anew:
            self._reveal(self.current)
        self._moved(zoomed=True)
        self.ready.emit()

    def _follow(self) -> None:
        """Zoom as was chosen last, or as nothing was chosen."""
        if self._follows is _Follows.READABLE:
            self.sight.zoom = self.sight.readable
        elif self._follows is _Follows.WHOLE:
            self.sight.zoom = self.sight.fitting

    def _measure(self) -> None:
        self.sight.wide, self.sight.high = float(self.viewport().width()), float(self.viewport().height())

    def _moved(self, *, zoomed: bool = False) -> None:
        """Let the bars tell where the picture stands, and paint it there."""
        sight = self.sight
        across, down = sight.room
        before, self._telling = self._telling, True  # a bar that comes or goes leads back here
        for bar, room, at, page in (
            (self.horizontalScrollBar(), across, sight.x, sight.wide),
            (self.verticalScrollBar(), down, sight.y, sight.high),
        ):
            # Not with their signals blocked: they come and go by them.
            bar.setPageStep(round(page))
            bar.setRange(0, round(room * sight.zoom))
            bar.setValue(round(at * sight.zoom))
        self._telling = before
        if zoomed:
            self._zooming.start()
            self.zoomed.emit()
        self.viewport().update()

    def _on_scrolled(self) -> None:
        if self._telling:
            return
        sight = self.sight
        sight.move(
            self.horizontalScrollBar().value() / sight.zoom, self.verticalScrollBar().value() / sight.zoom
        )
        self.viewport().update()


def _box(spot: Hotspot) -> tuple[float, float, float, float]:
    return spot.x, spot.y, spot.width, spot.height
