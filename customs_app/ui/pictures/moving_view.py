"""A view of a picture that is zoomed by wheel and keys, and moved by mouse, bars and keys."""

from enum import Enum

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from customs_app.figures.picture import Picture
from customs_app.figures.qt_picture import PaintedPicture
from customs_app.figures.tokens import Palette
from customs_app.ui.pictures.canvas import Canvas
from customs_app.ui.pictures.sight import STEP, Sight

_AT_ONCE = 120
"""So many shapes are made ready in one turn of the event loop."""
_NOTCH = 120
_REST_MS = 90
"""So long after it was zoomed last the picture is painted sharp."""
_PAN = 60


class _Follows(Enum):
    """What the zoom follows when the view or the picture has another size."""

    NOTHING = 0
    READABLE = 1
    WHOLE = 2


class MovingView(QAbstractScrollArea):
    """Shows the newest picture as soon as it is ready, and until then the one before.

    `ready` when it is; `sized` when the view has another size (logical pixels); `zoomed` when the zoom is
    another.
    """

    ready = Signal()
    sized = Signal(int, int)
    zoomed = Signal()

    def __init__(self, palette: Palette, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self.sight = Sight()
        self._canvas: Canvas | None = None
        self._coming: tuple[Picture, PaintedPicture, bool] | None = None
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
            self._canvas = self._coming = None
            self.take(anew=True)
            self.viewport().update()
            return
        anew = anew or self._canvas is None or (self._coming is not None and self._coming[2])
        self._coming = picture, PaintedPicture(picture.drawing, at_once=False), anew
        self._prepare.start()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Show it larger or smaller; what stands at a place of the view stays there."""
        middle = at if at is not None else self.middle()
        self._follows = _Follows.NOTHING
        self.sight.scale(self.sight.zoom * factor, (middle.x(), middle.y()))
        self._moved(zoomed=True)

    def fit(self) -> None:
        """Show all of it; where that is so already, as large as it was made."""
        sight = self.sight
        self._follows = _Follows.NOTHING if sight.fits else _Follows.WHOLE
        sight.scale(1.0 if sight.fits else sight.fitting, (0.0, 0.0))
        self.reveal_current()
        self._moved(zoomed=True)

    def pan(self, across: int, down: int) -> None:
        """Move it by so many steps."""
        step = _PAN / self.sight.zoom
        self.sight.move(self.sight.x + across * step, self.sight.y + down * step)
        self._moved()

    # -- what a view with places adds

    def take(self, *, anew: bool) -> None:
        """Another picture is there; `anew` where it is seen from its beginning."""

    def middle(self) -> QPointF:
        """What stays where it is when it is zoomed by a key."""
        return QPointF(self.sight.wide / 2, self.sight.high / 2)

    def reveal_current(self) -> None:
        """Bring into sight what is looked at."""

    def paint_over(self, painter: QPainter) -> None:
        """Paint what stands over the picture."""

    # -- events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight."""
        painter = QPainter(self.viewport())
        if self._canvas is None:
            painter.fillRect(event.rect(), QColor(self._palette.base))
        else:
            size = self.viewport().size()
            quick = self._zooming.isActive()
            shown = self._canvas.shown(self.sight, size, self.devicePixelRatioF(), quick=quick)
            painter.drawPixmap(0, 0, shown)
            self.paint_over(painter)
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
        """Move the picture that is held."""
        if self._grip is None:
            return
        start, x, y = self._grip
        way = event.position().toPoint() - start
        self._dragged = self._dragged or way.manhattanLength() >= QApplication.startDragDistance()
        if self._dragged:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.sight.move(x - way.x() / self.sight.zoom, y - way.y() / self.sight.zoom)
            self._moved()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl larger and smaller; otherwise up and down, or across where that is the only way."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP ** (event.angleDelta().y() / _NOTCH), event.position())
            event.accept()
        elif not self.sight.room[1] and not event.angleDelta().x():
            QApplication.sendEvent(self.horizontalScrollBar(), event)
        else:
            super().wheelEvent(event)

    def scrollContentsBy(self, _across: int, _down: int) -> None:
        """The picture is moved by the bars' own signal."""

    # -- inside

    def _go_on(self) -> None:
        """Make the next shapes ready; when all are, show the picture."""
        if self._coming is None:
            self._prepare.stop()
            return
        picture, painted, anew = self._coming
        if not painted.go_on(_AT_ONCE):
            return
        self._prepare.stop()
        self._coming = None
        self._canvas = Canvas(picture, painted, self._palette.line2)
        self.sight.width, self.sight.height = picture.drawing.width, picture.drawing.height
        self._measure()
        if anew:
            self._follows = _Follows.READABLE
            self.sight.begin()
        else:
            self._follow()
            self.sight.move(self.sight.x, self.sight.y)
        self.take(anew=anew)
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
