"""The chart of the chain: painted as it is computed, walked by mouse and keys, with a readout."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QToolTip, QWidget

from customs_app.figures import tokens
from customs_app.figures.picture import About, Hotspot, Picture
from customs_app.figures.qt_picture import PaintedPicture
from customs_app.ui import fonts
from customs_app.ui.session import Session
from customs_app.ui.widgets.tips import plain

_SOON_MS = 30
_LEAST = QSize(360, 250)
_PAD = 6
_LINE = 17


class ChartView(QWidget):
    """Asks for a picture of its size (`wanted`: width, height) and shows the last one until it is there.

    `walked` tells where one stands then, from the left. `chosen` carries the Hotspot that was clicked,
    `opened` one that was double-clicked or None, `menu_asked` a place on the screen. `walk` takes the keys
    of the whole page.
    """

    wanted = Signal(int, int)
    walked = Signal(int)
    chosen = Signal(object)
    opened = Signal(object)
    menu_asked = Signal(QPoint)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.picture: Picture | None = None
        self._room = _LEAST
        self._coming: tuple[Picture, PaintedPicture | None] | None = None
        self._canvas: QPixmap | None = None
        self.walk: Callable[[QKeyEvent], bool] | None = None
        self._readouts: Mapping[str, Sequence[str]] = {}
        self._step: str | None = None
        self._block: str | None = None
        self._hovered: str | None = None
        self._soon = QTimer(self, interval=_SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._ask)
        self._next = QTimer(self, interval=0, singleShot=True)
        self._next.timeout.connect(self._prepare)
        self.setObjectName("corridor_chart")
        self.setAccessibleName(session.words.text("Cumulative time along the chain"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringed", "true")
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def readout(self) -> Sequence[str]:
        """The lines that stand beside the walking line; empty where there is none."""
        return self._readouts.get(self._hovered or self._step or "", ())

    def fill(self, room: QSize) -> None:
        """Ask for a picture of another size, as soon as it no longer changes."""
        self._room = room
        self._soon.start()

    def show_picture(self, picture: Picture | None, readouts: Mapping[str, Sequence[str]]) -> None:
        """Show a picture; `readouts` has the lines to show at each step, by step id."""
        self._readouts = readouts
        if picture is None:
            self.picture = self._coming = self._canvas = None
            self.update()
            return
        self._coming = picture, None
        self._next.start()

    def walk_to(self, block: str | None, step: str | None) -> None:
        """Stand at a step, or at a block where that is None."""
        self._block, self._step, self._hovered = block, step, None
        lines = self.readout
        if lines:
            self.setAccessibleDescription(", ".join(lines))
        place = self.place_of(step or "") or self.place_of(block or "", About.BLOCK)
        if place is not None:
            self.walked.emit(round(place.center().x()))
        self.update()

    def place_of(self, target: str, about: About = About.STEP) -> QRectF | None:
        """Where something stands in this widget; None where the picture has it not."""
        spots = self.picture.of(target, about) if self.picture is not None else ()
        return self._box(spots[0]) if spots else None

    # -- events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, the chosen block, and the walking line with its readout."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._session.palette.base))
        if self._canvas is not None:
            painter.drawPixmap(self.rect(), self._canvas)
        self._paint_block(painter)
        self._paint_walk(painter)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Walk with the mouse."""
        spot = self._at(event.position())
        step = self._step_at(event.position())
        if step != self._hovered:
            self._hovered = step
            self.update()
        self.setCursor(Qt.CursorShape.PointingHandCursor if spot is not None else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        """Stand again where the keys left off."""
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse."""
        spot = self._at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and spot is not None:
            self.chosen.emit(spot)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is under the mouse."""
        spot = self._at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and spot is not None:
            self.opened.emit(spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk; Enter opens where one stands."""
        if self.walk is not None and self.walk(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(None)
            return
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the picture."""
        self.menu_asked.emit(event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Tell what is under the mouse, where that is no step: those have the readout."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self._at(QPointF(event.pos()))
            tip = spot.tooltip if spot is not None and spot.about is not About.STEP else ""
            QToolTip.showText(event.globalPos(), plain(tip), self)
            return True
        return super().event(event)

    # -- inside

    def _prepare(self) -> None:
        """Make a picture ready in one turn of the loop, and draw it in the next; then it is only copied."""
        if self._coming is None:
            return
        picture, painted = self._coming
        if painted is None:
            self._coming = picture, PaintedPicture(picture.drawing)
            self._next.start()
            return
        self._coming, self.picture, self._hovered = None, picture, None
        self._canvas = self._drawn(picture, painted)
        self.setMinimumSize(self._needed(picture))
        self.setAccessibleDescription(", ".join(self.readout) or picture.title)
        self.update()

    def _needed(self, picture: Picture) -> QSize:
        """The room that a picture needs which is larger than what there is, so that it is scrolled."""
        wide, high = round(picture.drawing.width), round(picture.drawing.height)
        room = self._room
        return QSize(wide if wide > room.width() + 1 else 0, high if high > room.height() + 1 else 0)

    def _drawn(self, picture: Picture, painted: PaintedPicture) -> QPixmap:
        ratio, drawing = self.devicePixelRatioF(), picture.drawing
        canvas = QPixmap(round(drawing.width * ratio), round(drawing.height * ratio))
        canvas.setDevicePixelRatio(ratio)
        canvas.fill(QColor(picture.ground))
        painter = QPainter(canvas)
        painted.paint(painter)
        painter.end()
        return canvas

    def _ask(self) -> None:
        if self.isVisible():
            self.wanted.emit(
                max(self._room.width(), _LEAST.width()), max(self._room.height(), _LEAST.height())
            )

    def _scale(self) -> tuple[float, float]:
        """While another size is under way the picture is stretched to this one."""
        if self.picture is None:
            return 1.0, 1.0
        drawing = self.picture.drawing
        return self.width() / max(1.0, drawing.width), self.height() / max(1.0, drawing.height)

    def _at(self, place: QPointF) -> Hotspot | None:
        across, down = self._scale()
        return self.picture.at(place.x() / across, place.y() / down) if self.picture is not None else None

    def _step_at(self, place: QPointF) -> str | None:
        """The step whose tick is under the mouse, whatever lies above it."""
        if self.picture is None:
            return None
        across, down = self._scale()
        x, y = place.x() / across, place.y() / down
        spots = (
            one for one in reversed(self.picture.hotspots) if one.about is About.STEP and one.holds(x, y)
        )
        return next((one.target for one in spots), None)

    def _box(self, spot: Hotspot) -> QRectF:
        across, down = self._scale()
        return QRectF(spot.x * across, spot.y * down, spot.width * across, spot.height * down)

    def _paint_block(self, painter: QPainter) -> None:
        box = self.place_of(self._block or "", About.BLOCK)
        if box is None:
            return
        colours = self._session.palette
        painter.fillRect(QRectF(box.left(), box.top(), box.width(), 3), QColor(colours.accent))

    def _paint_walk(self, painter: QPainter) -> None:
        box, lines = self.place_of(self._hovered or self._step or ""), self.readout
        if box is None:
            return
        colours = self._session.palette
        x = box.center().x()
        painter.setPen(QPen(QColor(colours.accent), 1, Qt.PenStyle.SolidLine))
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        if lines:
            self._paint_readout(painter, x, box.top(), lines)

    def _paint_readout(self, painter: QPainter, x: float, top: float, lines: Sequence[str]) -> None:
        colours, metrics = self._session.palette, QFontMetrics(fonts.tabular(tokens.SMALL, bold=True))
        most = max(120, min(420, self.width() // 2))
        shown = [metrics.elidedText(line, Qt.TextElideMode.ElideRight, most) for line in lines]
        wide = max(metrics.horizontalAdvance(line) for line in shown) + 2 * _PAD
        left = round(x) + 6 if x + 6 + wide < self.width() else round(x) - 6 - wide
        box = QRect(max(0, left), round(top) + 6, wide, _LINE * len(shown) + _PAD)
        painter.fillRect(box, QColor(colours.panel))
        painter.setPen(QColor(colours.ctl))
        painter.drawRect(box)
        for place, line in enumerate(shown):
            bold = place == 0
            painter.setFont(fonts.tabular(tokens.SMALL, bold=bold))
            painter.setPen(QColor(colours.text if bold else colours.text2))
            room = QRect(box.x() + _PAD, box.y() + _PAD // 2 + _LINE * place, wide - _PAD, _LINE)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, line)


class ChartScroll(QScrollArea):
    """The chart, scrolled where a long chain or long words need more room than there is."""

    def __init__(self, chart: ChartView) -> None:
        super().__init__()
        self._chart = chart
        self.setObjectName("corridor_chart_scroll")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(_LEAST)
        self.setWidget(chart)
        chart.walked.connect(lambda x: self.ensureVisible(x, 0, 80, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chart fills the room."""
        super().resizeEvent(event)
        self._chart.fill(self.viewport().size())
