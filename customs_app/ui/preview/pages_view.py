"""The pages of a paper as pictures that are made when they come into sight."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from customs_app.figures.tokens import Palette
from customs_app.language.words import Words
from customs_app.ui.preview.finding import Finding
from customs_app.ui.preview.layout import GAP, Layout, lay_out
from customs_app.ui.preview.paper import Area, PageWanted, Paper, Pictured, Spot
from customs_app.ui.preview.zoom import Fit, Zoom, next_step

_KEPT_AROUND = 3
_KEPT_BYTES = 96_000_000
_POINT = 96 / 72
# So wide a picture of an A4 page takes 90 MB; larger ones are stretched.
_WIDEST = 4_000
# A page of which the next is not painted ahead: it would take long and much memory.
_AHEAD = 2_000
_WHITE = QColor("#FFFFFF")
_HIT = QColor("#FFD84D")
_CURRENT = QColor("#F08A00")
_NOTHING = Layout((), 0, 0)


@dataclass(frozen=True, slots=True)
class _Picture:
    turn: int
    width: int
    image: QImage


class PagesView(QAbstractScrollArea):
    """Shows a Paper; `wanted` carries the PageWanted whose pictures are missing, `page_changed` the page.

    `zoomed` is emitted when the pages are shown in another size. While a newer paper is under way the
    old one stays, greyed. Pictures far from sight are let go.
    """

    wanted = Signal(object)
    page_changed = Signal(int)
    zoomed = Signal()

    def __init__(self, palette: Palette, words: Words, finding: Finding) -> None:
        super().__init__()
        self._words, self._finding = words, finding
        self._ground = QColor(palette.window if palette.outlined else palette.line2)
        self._paper: Paper | None = None
        self._layout = _NOTHING
        self._tallest = 0
        self._pictures: dict[int, _Picture] = {}
        self._asked: tuple[PageWanted, ...] = ()
        self._zoom: Zoom = Fit.WIDTH
        self._facing = self._stale = False
        self._page = 0
        self._drag: QPoint | None = None
        self.setObjectName("paper_pages")
        self.setProperty("ringed", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 160)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.viewport().update())
        finding.changed.connect(self._on_found)
        finding.shown.connect(self.show_hit)
        self._say()

    @property
    def paper(self) -> Paper | None:
        """The paper that is shown."""
        return self._paper

    @property
    def stale(self) -> bool:
        """Whether the pages say something else than what they are about does now."""
        return self._stale

    @property
    def page(self) -> int:
        """The page in sight, counted from 0."""
        return self._page

    @property
    def boxes(self) -> tuple[QRect, ...]:
        """Where the pages stand, in logical pixels from the upper left of them all."""
        return self._layout.boxes

    @property
    def zoom(self) -> Zoom:
        """How large the pages are shown."""
        return self._zoom

    @zoom.setter
    def zoom(self, zoom: Zoom) -> None:
        self._relay(zoom, facing=self._facing)

    @property
    def facing(self) -> bool:
        """Whether pages stand side by side as in a book."""
        return self._facing

    @facing.setter
    def facing(self, facing: bool) -> None:
        self._relay(self._zoom, facing=facing)

    @property
    def percent(self) -> float:
        """How large the page in sight is shown, in percent of the paper's size; 0 where there is none."""
        if self._paper is None or not self.boxes:
            return 0.0
        wide = self._paper.sizes[self._page][0] * _POINT
        return 100 * self.boxes[self._page].width() / wide

    def zoom_by(self, by: int, at: QPointF | None = None) -> None:
        """Show the pages one step larger (1) or smaller (-1); what stands at a point stays there."""
        if self.boxes:
            self._relay(next_step(self.percent, by), facing=self._facing, at=at)

    def pictured(self, page: int) -> bool:
        """Whether a page of this very paper is painted."""
        picture, paper = self._pictures.get(page), self._paper
        return picture is not None and paper is not None and picture.turn == paper.turn

    def is_sharp(self, page: int) -> bool:
        """Whether a page is painted with all the pixels that it has on the screen."""
        picture = self._pictures.get(page)
        return self.pictured(page) and picture is not None and picture.width == self._pixels(page)

    def show_paper(self, paper: Paper | None) -> None:
        """Show another paper; where it is a newer state of the same one, the place is kept."""
        top = self.verticalScrollBar().value()
        if paper is None:
            self._pictures.clear()
        self._paper = paper
        self._stale = False
        self._asked = ()
        self._page = min(self._page, len(paper.sizes) - 1) if paper is not None else 0
        self._lay_out()
        self.verticalScrollBar().setValue(top if paper is not None else 0)
        self._on_scrolled()

    def mark_stale(self) -> None:
        """Grey the pages: newer ones are under way."""
        self._stale = True
        self.viewport().update()

    def take(self, pictured: Pictured) -> None:
        """Take the picture of a page."""
        page, width = pictured.wanted.page, pictured.wanted.width
        if self._paper is None or pictured.turn != self._paper.turn or width != self._pixels(page):
            return
        self._pictures[page] = _Picture(pictured.turn, width, pictured.picture)
        self.viewport().update()

    def show_spot(self, spot: Spot) -> None:
        """Scroll to a place on a page."""
        if not 0 <= spot.page < len(self.boxes):
            return
        box = self.boxes[spot.page]
        # At the very top of a page its edge is shown, further down a little of what stands above.
        down = 0 if spot.down < 0.08 else round(box.height() * spot.down) - 12
        self.verticalScrollBar().setValue(box.top() - GAP + down)
        self._on_scrolled()

    def show_page(self, page: int) -> None:
        """Scroll to the top of a page."""
        self.show_spot(Spot(max(0, min(page, len(self.boxes) - 1)), 0.0))

    def show_hit(self, spot: Spot) -> None:
        """Scroll so that a hit is in sight, a third down; where it is in sight already, nothing moves."""
        current = self._finding.current
        if not 0 <= spot.page < len(self.boxes) or current is None:
            return
        areas = self._finding.hits[current.page][current.hit]
        box = self._placed(self.boxes[spot.page])
        if areas and not self.viewport().rect().adjusted(0, 8, 0, -8).contains(_part(box, areas[0]).toRect()):
            middle = QPointF(_part(box, areas[0]).center())
            for bar, value, room in (
                (self.verticalScrollBar(), middle.y(), self.viewport().height() / 3),
                (self.horizontalScrollBar(), middle.x(), self.viewport().width() / 2),
            ):
                bar.setValue(round(bar.value() + value - room))
        self._on_scrolled()

    # -- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages anew, the same page in sight."""
        super().resizeEvent(event)
        bar = self.verticalScrollBar()
        part = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._lay_out()
        bar.setValue(round(part * bar.maximum()))
        self._on_scrolled()
        self.zoomed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down by pages, Home and End to the ends; the arrows scroll."""
        by = 2 if self._facing else 1
        steps = {
            Qt.Key.Key_PageUp: self._page - by, Qt.Key.Key_PageDown: self._page + by,
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.boxes) - 1,
        }  # fmt: skip
        target = steps.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self.show_page(target)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl show the pages larger or smaller, what is under the mouse stays there."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        if event.angleDelta().y():
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the pages."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._drag = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the pages with the mouse."""
        if self._drag is None:
            return
        here = event.position().toPoint()
        by, self._drag = here - self._drag, here
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - by.y())
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - by.x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of the pages."""
        self._drag = None
        self.viewport().unsetCursor()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._ground)
        for page, box in self._in_sight():
            if box.adjusted(-1, -1, 1, 3).intersects(event.rect()):
                self._paint_page(painter, page, box)
                self._paint_hits(painter, page, box)
        painter.end()

    def _paint_page(self, painter: QPainter, page: int, box: QRect) -> None:
        shadow = QColor(0, 0, 0, 36)
        painter.fillRect(box.translated(0, 1).adjusted(-1, -1, 1, 2), shadow)
        painter.fillRect(box, _WHITE)
        picture = self._pictures.get(page)
        if picture is not None:
            ratio = self.devicePixelRatioF()
            if picture.width == round(box.width() * ratio):
                picture.image.setDevicePixelRatio(ratio)
                painter.setClipRect(box)
                painter.drawImage(box.topLeft(), picture.image)
                painter.setClipping(False)
            else:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(QRectF(box), picture.image, QRectF(picture.image.rect()))
        if self._stale:
            veil = QColor(self._ground)
            veil.setAlpha(150)
            painter.fillRect(box, veil)

    def _paint_hits(self, painter: QPainter, page: int, box: QRect) -> None:
        """Mark the hits as with a pen, so that the words stay black; the one that is shown is framed."""
        current = self._finding.current
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        framed: list[QRectF] = []
        for at, areas in enumerate(self._finding.hits.get(page, ())):
            shown = current is not None and (current.page, current.hit) == (page, at)
            for area in areas:
                part = _part(box, area).adjusted(-1, -1, 1, 1)
                painter.fillRect(part, _CURRENT if shown else _HIT)
                if shown:
                    framed.append(part)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QColor("#1A2230"))
        for part in framed:
            painter.drawRect(part.adjusted(-1, -1, 1, 1))

    # -- layout

    def _relay(self, zoom: Zoom, *, facing: bool, at: QPointF | None = None) -> None:
        """Lay the pages out in another way; what stands at a point, or the top of what is seen, stays."""
        point = at or QPointF(self.viewport().width() / 2, GAP)
        page, across, down = self._at(point)
        self._zoom, self._facing = zoom, facing
        self._lay_out()
        if page < len(self.boxes):
            box = self.boxes[page]
            self.horizontalScrollBar().setValue(round(box.left() + across * box.width() - point.x()))
            self.verticalScrollBar().setValue(round(box.top() + down * box.height() - point.y()))
        self._on_scrolled()
        self.zoomed.emit()

    def _at(self, point: QPointF) -> tuple[int, float, float]:
        """The page nearest to a point of the viewport, and where on it, in parts of its width and height."""
        x = point.x() + self.horizontalScrollBar().value()
        y = point.y() + self.verticalScrollBar().value()

        def apart(page: int) -> float:
            box = self.boxes[page]
            aside = max(box.left() - x, x - box.right(), 0.0)
            return aside + max(box.top() - y, y - box.bottom(), 0.0)

        page = min(range(len(self.boxes)), key=apart, default=0)
        if page >= len(self.boxes):
            return 0, 0.0, 0.0
        box = self.boxes[page]
        return page, (x - box.left()) / box.width(), (y - box.top()) / box.height()

    def _lay_out(self) -> None:
        sizes = self._paper.sizes if self._paper is not None else ()
        room = self.viewport().size()
        self._layout = lay_out(sizes, room, self._zoom, facing=self._facing)
        self._tallest = max((box.height() for box in self.boxes), default=0)
        for bar, all_of_it, seen in (
            (self.verticalScrollBar(), self._layout.height, room.height()),
            (self.horizontalScrollBar(), self._layout.width, room.width()),
        ):
            bar.setPageStep(seen)
            bar.setRange(0, max(0, all_of_it - seen))
        self.viewport().update()

    def _placed(self, box: QRect) -> QRect:
        return box.translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def _in_sight(self) -> list[tuple[int, QRect]]:
        room, top = self.viewport().rect(), self.verticalScrollBar().value()
        # Pages stand in the order of their upper edges: those far above and below need not be looked at.
        first = bisect_left(self.boxes, top - self._tallest, key=QRect.top)
        last = bisect_right(self.boxes, top + room.height(), key=QRect.top)
        placed = ((page, self._placed(self.boxes[page])) for page in range(first, last))
        return [(page, box) for page, box in placed if box.intersects(room)]

    def _on_scrolled(self) -> None:
        shown = self._in_sight()
        self.viewport().update()
        if shown:
            third = self.viewport().height() / 3
            top = max((box.top() for _, box in shown if box.top() <= third), default=shown[0][1].top())
            page = next(one for one, box in shown if box.top() == top)
            if page != self._page:
                self._page = page
                self.page_changed.emit(page)
        self._say()
        self._want([page for page, _ in shown])

    def _on_found(self) -> None:
        self.viewport().update()

    def _want(self, shown: list[int]) -> None:
        """Ask for what is missing of the pages in sight and of those beside them."""
        if not shown:
            return
        near = list(shown)
        if self._pixels(shown[0]) <= _AHEAD:
            by = 2 if self._facing else 1
            near += [*range(shown[-1] + 1, shown[-1] + 1 + by), *range(shown[0] - by, shown[0])]
        self._let_go(shown)
        missing = tuple(
            PageWanted(page, self._pixels(page))
            for page in near
            if 0 <= page < len(self.boxes) and not self.is_sharp(page)
        )
        if missing != self._asked:
            self._asked = missing
            if missing:
                self.wanted.emit(missing)

    def _let_go(self, shown: list[int]) -> None:
        """Keep pictures near sight, fewer of them where they are large."""
        far = sorted(self._pictures, key=lambda page: abs(page - shown[0]), reverse=True)
        held = sum(picture.image.sizeInBytes() for picture in self._pictures.values())
        for page in far:
            beyond = abs(page - shown[0]) > len(shown) + _KEPT_AROUND
            if beyond or (held > _KEPT_BYTES and page not in shown):
                held -= self._pictures.pop(page).image.sizeInBytes()

    def _pixels(self, page: int) -> int:
        if not 0 <= page < len(self.boxes):
            return 0
        return min(_WIDEST, round(self.boxes[page].width() * self.devicePixelRatioF()))

    def _say(self) -> None:
        n = len(self.boxes)
        said = self._words.text("Page {page} of {n}", page=str(self._page + 1), n=str(n))
        self.setAccessibleName(said if n else self._words.text("Page preview"))


def _part(box: QRect, area: Area) -> QRectF:
    wide, high = box.width(), box.height()
    return QRectF(
        box.left() + area.left * wide,
        box.top() + area.top * high,
        (area.right - area.left) * wide,
        (area.bottom - area.top) * high,
    )
