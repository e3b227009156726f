"""What stands beside the pages: thumbnails of them, and the paper's contents."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QTreeView, QVBoxLayout, QWidget

from customs_app.language.words import Words
from customs_app.ui.preview.paper import Heading, Paper, Spot
from customs_app.ui.preview.thumbnails import Thumbnails
from customs_app.ui.session import Session

_SPOT = Qt.ItemDataRole.UserRole + 1
_PAGES, _CONTENTS = 0, 1


class Side(QWidget):
    """Two tabs; `chosen` carries the Spot of what was chosen."""

    chosen = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        text = session.words.text
        self.setObjectName("paper_side")
        self.thumbnails = Thumbnails(session.palette, session.words)
        self.contents = Contents(session.words)
        self.tabs = QTabBar()
        self.tabs.setObjectName("paper_side_tabs")
        self.tabs.setAccessibleName(text("Beside the pages"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self._stack = QStackedWidget()
        for title, widget in ((text("Pages"), self.thumbnails), (text("Contents"), self.contents)):
            self.tabs.addTab(title)
            self._stack.addWidget(widget)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.thumbnails.chosen.connect(lambda page: self.chosen.emit(Spot(page, 0.0)))
        self.contents.chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)

    def show_paper(self, paper: Paper | None) -> None:
        """Show the pages and the contents of a paper; without contents their tab is closed."""
        self.thumbnails.show_paper(paper)
        self.contents.show_headings(paper.outline if paper is not None else ())
        there = paper is not None and bool(paper.outline)
        self.tabs.setTabEnabled(_CONTENTS, there)
        if not there:
            self.tabs.setCurrentIndex(_PAGES)

    def show_page(self, page: int) -> None:
        """Mark what is seen."""
        self.thumbnails.show_page(page)
        self.contents.show_page(page)


class Contents(QTreeView):
    """The outline of a paper; `chosen` carries the Spot of the heading that was chosen."""

    chosen = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("paper_contents")
        self.setAccessibleName(words.text("Contents"))
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setIndentation(14)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self._headings: tuple[Heading, ...] = ()
        self._items: list[QStandardItem] = []
        self._quiet = False
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_headings(self, headings: Sequence[Heading]) -> None:
        """Show other headings; the same ones stay as they are, folded or not."""
        same = [(one.title, one.level) for one in headings] == [
            (one.title, one.level) for one in self._headings
        ]
        self._headings = tuple(headings)
        if same:
            for item, heading in zip(self._items, headings, strict=True):
                item.setData(heading.spot, _SPOT)
            return
        self._quiet = True
        self._model.clear()
        self._items = []
        above: list[QStandardItem] = []
        for heading in headings:
            item = QStandardItem(heading.title)
            item.setData(heading.spot, _SPOT)
            item.setToolTip(heading.title)
            del above[heading.level :]
            (above[-1] if above else self._model.invisibleRootItem()).appendRow(item)
            above.append(item)
            self._items.append(item)
        self.expandToDepth(0)
        self._quiet = False

    def show_page(self, page: int) -> None:
        """Mark the last heading that stands on a page or before it."""
        at = max((at for at, one in enumerate(self._headings) if one.spot.page <= page), default=-1)
        current = self.currentIndex().data(_SPOT) if self.currentIndex().isValid() else None
        # One that was chosen on this page stays, though another follows it there.
        if at < 0 or (isinstance(current, tuple) and current[0] == page):
            return
        self._quiet = True
        index = self._model.indexFromItem(self._items[at])
        shown = index.parent() if index.parent().isValid() and not self.isExpanded(index.parent()) else index
        self.setCurrentIndex(shown)
        self._quiet = False

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        spot = now.data(_SPOT) if now.isValid() else None
        if spot is not None and not self._quiet:
            self.chosen.emit(Spot(*spot))
