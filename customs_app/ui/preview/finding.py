"""The search within a paper: its hits as they come, page by page, and which of them is shown."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from customs_app.ui.preview.paper import Area, Paper, Searched, SearchWanted, Spot


class Place(NamedTuple):
    """Which hit of which page, both counted from 0."""

    page: int
    hit: int


class Finding(QObject):
    """Looks for words in the paper, from the page in sight on.

    `wanted` carries the SearchWanted that are to be answered, `changed` nothing: there are more hits,
    or others; `shown` carries the Spot of the hit that is to be shown.
    """

    wanted = Signal(object)
    changed = Signal()
    shown = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._paper: Paper | None = None
        self._text = ""
        self._hits: dict[int, tuple[tuple[Area, ...], ...]] = {}
        self._current: Place | None = None
        self._from = 0
        self._quiet = False

    @property
    def text(self) -> str:
        """What is looked for; empty where nothing is."""
        return self._text

    @property
    def done(self) -> bool:
        """Whether all pages have been looked through."""
        return self._paper is None or not self._text or len(self._hits) == len(self._paper.sizes)

    @property
    def n(self) -> int:
        """How many hits there are so far."""
        return sum(len(hits) for hits in self._hits.values())

    @property
    def current(self) -> Place | None:
        """The hit that is shown."""
        return self._current

    @property
    def number(self) -> int:
        """Which of all hits is shown, counted from 1; 0 where none is."""
        if self._current is None:
            return 0
        before = sum(len(hits) for page, hits in self._hits.items() if page < self._current.page)
        return before + self._current.hit + 1

    @property
    def hits(self) -> Mapping[int, Sequence[Sequence[Area]]]:
        """The hits by their page."""
        return self._hits

    def look_for(self, text: str, page: int) -> None:
        """Look for another text, from a page on."""
        text = text.strip()
        if text == self._text:
            return
        self._text = text
        self._from = page
        self._begin()

    def show_paper(self, paper: Paper | None) -> None:
        """Look through another paper for the same words; the place stays about where it was."""
        self._paper = paper
        if self._current is not None:
            self._from = self._current.page
        self._begin(keep=self._current is not None)

    def take(self, found: Searched) -> None:
        """Take what was found on a page; the first hit from where one stood is shown."""
        paper = self._paper
        if paper is None or found.turn != paper.turn or found.wanted.text != self._text:
            return
        self._hits[found.wanted.page] = found.hits
        if self._current is None and found.hits and not self._quiet:
            self._show(Place(found.wanted.page, 0))
        elif self._current is None and found.hits:
            self._current = Place(found.wanted.page, 0)
        self.changed.emit()

    def step(self, by: int, page: int) -> None:
        """Show the next (1) or the last (-1) hit, round the ends; seen from a page where none is shown."""
        places = [Place(at, hit) for at in sorted(self._hits) for hit in range(len(self._hits[at]))]
        if not places:
            return
        here = self._current or Place(page, 0 if by < 0 else -1)
        if by > 0:
            target = next((place for place in places if place > here), places[0])
        else:
            target = next((place for place in reversed(places) if place < here), places[-1])
        self._show(target)
        self.changed.emit()

    def _begin(self, *, keep: bool = False) -> None:
        self._hits, self._current = {}, None
        self._quiet = keep
        pages = len(self._paper.sizes) if self._paper is not None and self._text else 0
        begin = min(self._from, max(0, pages - 1))
        order = (*range(begin, pages), *range(begin))
        self.wanted.emit(tuple(SearchWanted(self._text, page) for page in order))
        self.changed.emit()

    def _show(self, place: Place) -> None:
        self._current = place
        areas = self._hits[place.page][place.hit]
        self.shown.emit(Spot(place.page, areas[0].top if areas else 0.0))
