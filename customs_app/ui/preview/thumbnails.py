"""Small pictures of all pages, in a list beside them."""

from collections import OrderedDict

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from customs_app.figures import tokens
from customs_app.figures.tokens import Palette
from customs_app.language.words import Words
from customs_app.ui import fonts
from customs_app.ui.preview.paper import PageWanted, Paper, Pictured

WIDTH = 96
_NUMBER, _AROUND = 18, 6
_KEPT = 120
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_PICTURE = Qt.ItemDataRole.DecorationRole
_NAME = Qt.ItemDataRole.AccessibleTextRole


class ThumbnailsModel(QAbstractListModel):
    """One row a page; the pictures of a newer paper replace those of the old one as they come."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.paper: Paper | None = None
        self._pictures: OrderedDict[int, tuple[int, QImage]] = OrderedDict()

    def show_paper(self, paper: Paper | None) -> None:
        """Show the pages of another paper."""
        before = len(self.paper.sizes) if self.paper is not None else 0
        after = len(paper.sizes) if paper is not None else 0
        if before == after:
            self.paper = paper  # the list stays where it is
            return
        self.beginResetModel()
        self.paper = paper
        if paper is None:
            self._pictures.clear()
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many pages there are."""
        return 0 if parent.isValid() or self.paper is None else len(self.paper.sizes)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The number of a page, its picture, and its name for readers of the screen."""
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == _PICTURE:
            found = self._pictures.get(index.row())
            return found[1] if found is not None else None
        if role == _NAME:
            n = str(self.rowCount())
            return self._words.text("Page {page} of {n}", page=str(index.row() + 1), n=n)
        return None

    def pictured(self, page: int) -> bool:
        """Whether a page of this very paper has its picture."""
        found = self._pictures.get(page)
        return found is not None and self.paper is not None and found[0] == self.paper.turn

    def take(self, pictured: Pictured) -> None:
        """Take the picture of a page."""
        page = pictured.wanted.page
        if self.paper is None or pictured.turn != self.paper.turn or page >= self.rowCount():
            return
        self._pictures[page] = pictured.turn, pictured.picture
        self._pictures.move_to_end(page)
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        self.dataChanged.emit(self.index(page), self.index(page), [_PICTURE])


class Thumbnails(QListView):
    """The list; `wanted` carries the PageWanted that are missing in sight, `chosen` a page counted from 0."""

    wanted = Signal(object)
    chosen = Signal(int)

    def __init__(self, palette: Palette, words: Words) -> None:
        super().__init__()
        self.setObjectName("paper_thumbnails")
        self.setAccessibleName(words.text("Pages"))
        self.model_ = ThumbnailsModel(words)
        self.setModel(self.model_)
        self.setItemDelegate(_ThumbnailDelegate(self, palette))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(40)
        self.setMinimumWidth(WIDTH + 2 * _AROUND + 24)
        self._width = WIDTH
        self._page = 0
        self._quiet = False
        self.verticalScrollBar().valueChanged.connect(lambda _: self._want())
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_paper(self, paper: Paper | None) -> None:
        """Show the pages of another paper."""
        self._quiet = True
        self.model_.show_paper(paper)
        self._quiet = False
        self._want()

    def show_page(self, page: int) -> None:
        """Mark a page as the one that is seen; where nobody looks, when the list is shown."""
        self._page = page
        index = self.model_.index(page)
        if self.isVisible() and index.isValid() and self.currentIndex().row() != page:
            self._quiet = True
            self.setCurrentIndex(index)
            self._quiet = False

    def take(self, pictured: Pictured) -> None:
        """Take a picture, where it is one of this list."""
        if pictured.wanted.width == self._pixels:
            self.model_.take(pictured)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the pictures once the list is seen."""
        super().showEvent(event)
        self.show_page(self._page)
        self._want()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the pictures that came into sight."""
        super().resizeEvent(event)
        self._want()

    @property
    def _pixels(self) -> int:
        return round(self._width * self.devicePixelRatioF())

    def _want(self) -> None:
        rows = self.model_.rowCount()
        if not rows or not self.isVisible():
            return
        high = max(1, self.sizeHintForRow(0))
        first = max(0, self.verticalScrollBar().value() // high)
        last = min(rows, first + self.viewport().height() // high + 2)
        missing = [page for page in range(first, last) if not self.model_.pictured(page)]
        self.wanted.emit([PageWanted(page, self._pixels) for page in missing])

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._quiet:
            self.chosen.emit(now.row())


class _ThumbnailDelegate(QStyledItemDelegate):
    def __init__(self, view: Thumbnails, palette: Palette) -> None:
        super().__init__(view)
        self._view, self._colours = view, palette

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        paper = self._view.model_.paper
        wide, high = paper.sizes[0] if paper is not None else (210.0, 297.0)
        return QSize(WIDTH + 2 * _AROUND, round(WIDTH * high / wide) + _NUMBER + 2 * _AROUND)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect, colours = option.rect, self._colours
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, QColor(colours.sel))
        high = rect.height() - _NUMBER - 2 * _AROUND
        box = QRect(rect.left() + (rect.width() - WIDTH) // 2, rect.top() + _AROUND, WIDTH, high)
        painter.fillRect(box, QColor("#FFFFFF"))
        picture = index.data(_PICTURE)
        if isinstance(picture, QImage):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(box), picture, QRectF(picture.rect()))
        painter.setPen(QPen(QColor(colours.accent if selected else colours.line2)))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.setFont(fonts.tabular(tokens.SMALL))
        painter.setPen(QColor(colours.on_sel if selected and colours.outlined else colours.text2))
        below = QRect(rect.left(), box.bottom() + 2, rect.width(), _NUMBER)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, index.data())
