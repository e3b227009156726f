"""The pages of a paper, one below the other, as pictures that are made when they come into sight."""

from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from customs_app.figures.tokens import Palette
from customs_app.language.words import Words
from customs_app.ui.proposals.paper import Paper, Spot
from customs_app.ui.proposals.paper_maker import PageWanted

_MARGIN, _GAP = 10, 10
_KEPT_AROUND = 3
_POINT = 96 / 72
_WHITE = QColor("#FFFFFF")


class Fit(StrEnum):
    """How large the pages are shown."""

    WIDTH = "width"
    PAGE = "page"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class _Picture:
    turn: int
    width: int
    image: QImage


class PagesView(QAbstractScrollArea):
    """Shows a Paper; `wanted` carries the PageWanted whose pictures are missing, `page_changed` the page.

    While a newer paper is under way the old one stays, greyed. Pictures far from sight are let go.
    """

    wanted = Signal(object)
    page_changed = Signal(int)

    def __init__(self, palette: Palette, words: Words) -> None:
        super().__init__()
        self._words = words
        self._ground = QColor(palette.window if palette.outlined else palette.line2)
        self._paper: Paper | None = None
        self._boxes: tuple[QRect, ...] = ()
        self._pictures: dict[int, _Picture] = {}
        self._asked: tuple[PageWanted, ...] = ()
        self._fit = Fit.WIDTH
        self._stale = False
        self._page = 0
        self.setObjectName("proposal_pages")
        self.setProperty("ringed", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 160)
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.viewport().update())
        self._say()

    @property
    def paper(self) -> Paper | None:
        """The paper that is shown."""
        return self._paper

    @property
    def stale(self) -> bool:
        """Whether the pages say something else than the proposal does now."""
        return self._stale

    @property
    def page(self) -> int:
        """The page in sight, counted from 0."""
        return self._page

    @property
    def fit(self) -> Fit:
        """How large the pages are shown."""
        return self._fit

    @fit.setter
    def fit(self, fit: Fit) -> None:
        page = self._page
        self._fit = fit
        self._lay_out()
        self.show_spot(Spot(page, 0.0))

    def pictured(self, page: int) -> bool:
        """Whether a page of this very paper is painted."""
        picture, paper = self._pictures.get(page), self._paper
        return picture is not None and paper is not None and picture.turn == paper.turn

    def show_paper(self, paper: Paper | None) -> None:
        """Show another paper; where it is a newer state of the same one, the place is kept."""
        top = self.verticalScrollBar().value()
        if paper is None:
            self._pictures.clear()
        self._paper = paper
        self._stale = False
        self._asked = ()
        self._lay_out()
        self.verticalScrollBar().setValue(top if paper is not None else 0)
        self._on_scrolled()

    def mark_stale(self) -> None:
        """Grey the pages: newer ones are under way."""
        self._stale = True
        self.viewport().update()

    def show_picture(self, wanted: PageWanted, turn: int, image: QImage) -> None:
        """Take the picture of a page."""
        if self._paper is None or turn != self._paper.turn:
            return
        self._pictures[wanted.page] = _Picture(turn, wanted.width, image)
        self.viewport().update()

    def show_spot(self, spot: Spot) -> None:
        """Scroll to a place on a page."""
        if not 0 <= spot.page < len(self._boxes):
            return
        box = self._boxes[spot.page]
        # At the very top of a page its edge is shown, further down a little of what stands above.
        down = 0 if spot.down < 0.08 else round(box.height() * spot.down) - 12
        self.verticalScrollBar().setValue(box.top() - _GAP + down)
        self._on_scrolled()

    def show_page(self, page: int) -> None:
        """Scroll to the top of a page."""
        self.show_spot(Spot(page, 0.0))

    # -- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages anew, the same page in sight."""
        super().resizeEvent(event)
        bar = self.verticalScrollBar()
        part = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._lay_out()
        bar.setValue(round(part * bar.maximum()))
        self._on_scrolled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down by pages, Home and End to the ends."""
        steps = {
            Qt.Key.Key_PageUp: self._page - 1, Qt.Key.Key_PageDown: self._page + 1,
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._boxes) - 1,
        }  # fmt: skip
        target = steps.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self.show_page(max(0, min(target, len(self._boxes) - 1)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pages in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._ground)
        for page, box in self._in_sight():
            self._paint_page(painter, page, box)
        painter.end()

    def _paint_page(self, painter: QPainter, page: int, box: QRect) -> None:
        shadow = QColor(0, 0, 0, 36)
        painter.fillRect(box.translated(0, 1).adjusted(-1, -1, 1, 2), shadow)
        painter.fillRect(box, _WHITE)
        picture = self._pictures.get(page)
        if picture is not None:
            ratio = self.devicePixelRatioF()
            if picture.width == self._pixels(box):
                picture.image.setDevicePixelRatio(ratio)
                painter.setClipRect(box)
                painter.drawImage(box.topLeft(), picture.image)
                painter.setClipping(False)
            else:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(QRectF(box), picture.image)
        if self._stale:
            veil = QColor(self._ground)
            veil.setAlpha(150)
            painter.fillRect(box, veil)

    # -- layout

    def _lay_out(self) -> None:
        sizes = self._paper.sizes if self._paper is not None else ()
        room = self.viewport().size()
        boxes: list[QRect] = []
        top = _GAP
        for wide, high in sizes:
            width = self._width(wide, high)
            height = ceil(high * width / wide)
            left = max(_MARGIN, (room.width() - width) // 2)
            boxes.append(QRect(left, top, width, height))
            top += height + _GAP
        self._boxes = tuple(boxes)
        across = max((box.width() for box in boxes), default=0) + 2 * _MARGIN
        self._set_bar(top, across)
        self.viewport().update()

    def _width(self, wide: float, high: float) -> int:
        room = self.viewport().size()
        across = max(60, room.width() - 2 * _MARGIN)
        if self._fit is Fit.FULL:
            return round(wide * _POINT)
        if self._fit is Fit.PAGE:
            return max(60, min(across, int((room.height() - 2 * _GAP) * wide / high)))
        return across

    def _set_bar(self, height: int, width: int) -> None:
        room = self.viewport().size()
        bar = self.verticalScrollBar()
        bar.setPageStep(room.height())
        bar.setRange(0, max(0, height - room.height()))
        across = self.horizontalScrollBar()
        across.setPageStep(room.width())
        across.setRange(0, max(0, width - room.width()))

    def _in_sight(self) -> list[tuple[int, QRect]]:
        move = QPoint(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        room = self.viewport().rect()
        placed = [(page, box.translated(move)) for page, box in enumerate(self._boxes)]
        return [(page, box) for page, box in placed if box.intersects(room)]

    def _on_scrolled(self) -> None:
        shown = self._in_sight()
        self.viewport().update()
        if shown:
            third = self.viewport().height() / 3
            page = max((one for one, box in shown if box.top() <= third), default=shown[0][0])
            if page != self._page:
                self._page = page
                self.page_changed.emit(page)
        self._say()
        self._want([page for page, _ in shown])

    def _want(self, shown: list[int]) -> None:
        """Ask for what is missing of the pages in sight and of the one after them."""
        if not shown:
            return
        near = [*shown, shown[-1] + 1, shown[0] - 1]
        for page in [page for page in self._pictures if abs(page - shown[0]) > len(shown) + _KEPT_AROUND]:
            del self._pictures[page]
        missing = tuple(
            PageWanted(page, self._pixels(self._boxes[page]))
            for page in near
            if 0 <= page < len(self._boxes) and not self._is_sharp(page)
        )
        if missing and missing != self._asked:
            self._asked = missing
            self.wanted.emit(missing)

    def _is_sharp(self, page: int) -> bool:
        picture = self._pictures.get(page)
        return (
            self.pictured(page) and picture is not None and picture.width == self._pixels(self._boxes[page])
        )

    def _pixels(self, box: QRect) -> int:
        return round(box.width() * self.devicePixelRatioF())

    def _say(self) -> None:
        n = len(self._boxes)
        said = self._words.text("Page {page} of {n}", page=str(self._page + 1), n=str(n))
        self.setAccessibleName(said if n else self._words.text("Page preview"))
