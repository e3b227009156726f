"""Which pictures and searches are still wanted of the thread, the most urgent first."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from customs_app.ui.preview.paper import Answer, PageWanted, SearchWanted, Wanted


class Errands(QObject):
    """Puts together what the pages, the search and the thumbnails want; `wanted` carries the list."""

    wanted = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # Each in the order in which they are wanted.
        self._pages: dict[Wanted, None] = {}
        self._searches: dict[Wanted, None] = {}
        self._thumbnails: dict[Wanted, None] = {}

    def want_pages(self, pages: Sequence[PageWanted]) -> None:
        """Want these pages in place of those before; they come first."""
        self._pages = dict.fromkeys(pages)
        self._tell()

    def want_searches(self, searches: Sequence[SearchWanted]) -> None:
        """Want these searches in place of those before."""
        self._searches = dict.fromkeys(searches)
        self._tell()

    def want_thumbnails(self, thumbnails: Sequence[PageWanted]) -> None:
        """Want these thumbnails in place of those before; they come last."""
        self._thumbnails = dict.fromkeys(thumbnails)
        self._tell()

    def take(self, answer: Answer) -> None:
        """An answer has come: it is no longer wanted."""
        for wanted in (self._pages, self._searches, self._thumbnails):
            wanted.pop(answer.wanted, None)

    def forget(self) -> None:
        """Want nothing more."""
        self._pages, self._searches, self._thumbnails = {}, {}, {}

    def _tell(self) -> None:
        self.wanted.emit((*self._pages, *self._searches, *self._thumbnails))
