"""Reads a proposal, writes its pages and makes pictures of them, beside the event loop.

A thread of its own, not the queue of long jobs: it works after every change, and must neither show its
progress at the foot of the window nor wait until an export has ended.
"""

import atexit
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Signal

from customs_app.catalogue.file import open_catalogue
from customs_app.domain.job import Cancelled
from customs_app.domain.proposal import Proposal
from customs_app.domain.text import Language
from customs_app.reports.content import Content, saved_proposal_content
from customs_app.ui.garbage import collect_on_gui_thread
from customs_app.ui.proposals.paper import Paper, PaperFile

_JOIN_S = 10.0
_GIVE_WAY_S = 0.15


@dataclass(frozen=True, slots=True)
class PageWanted:
    """A picture that the preview wants: of a page, so many device pixels wide."""

    page: int
    width: int


@dataclass(frozen=True, slots=True)
class _Wanted:
    turn: int
    path: Path
    proposal: Proposal
    language: Language


class PaperMaker(QObject):
    """Makes the pages of the proposal asked for last.

    `read` carries the Content as soon as it is there, `written` the Paper later; both with the turn that
    `ask` gave. `painted` carries a PageWanted, the turn of its paper and its QImage. `failed` carries the
    turn and the error.
    """

    read = Signal(int, object)
    written = Signal(object)
    painted = Signal(object, int, object)
    failed = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._turn = 0
        self._desk: _Desk | None = None

    @property
    def turn(self) -> int:
        """The turn of what was asked for last."""
        return self._turn

    def ask(self, path: Path, proposal: Proposal, language: Language) -> int:
        """Read and write a proposal of the catalogue at a path; what was asked before is given up."""
        self._turn += 1
        desk = self._started()
        with desk.bell:
            desk.wanted = _Wanted(self._turn, path, proposal, language)
            desk.bell.notify()
        return self._turn

    def forget(self) -> None:
        """Give up what was asked for."""
        self._turn += 1
        if self._desk is not None:
            with self._desk.bell:
                self._desk.wanted = None
                self._desk.given_up = True
                self._desk.bell.notify()

    def ask_pages(self, pages: Sequence[PageWanted]) -> None:
        """Make pictures of pages of the paper that was written last, in this order and no others."""
        desk = self._started()
        with desk.bell:
            desk.pages = list(pages)
            desk.bell.notify()

    def _started(self) -> "_Desk":
        if self._desk is None:
            desk, relay = _Desk(), _Relay()
            relay.read.connect(self._on_read)
            relay.written.connect(self._on_written)
            relay.painted.connect(self.painted)
            relay.failed.connect(self._on_failed)

            def end() -> None:
                desk.end()  # must not hold the maker: it is gone when this is called

            self.destroyed.connect(end)
            collect_on_gui_thread()
            worker = _Worker(desk, relay)
            threading.Thread(target=worker.work, name="pages of the proposal", daemon=True).start()
            self._desk = desk
        return self._desk

    def _on_read(self, turn: int, content: Content) -> None:
        if turn == self._turn:
            self.read.emit(turn, content)

    def _on_written(self, paper: Paper) -> None:
        if paper.turn == self._turn:
            self.written.emit(paper)

    def _on_failed(self, turn: int, error: BaseException) -> None:
        if turn == self._turn:
            self.failed.emit(turn, error)


class _Relay(QObject):
    """Carries what the thread made to the thread of the window."""

    read = Signal(int, object)
    written = Signal(object)
    painted = Signal(object, int, object)
    failed = Signal(int, object)


@dataclass(slots=True)
class _Desk:
    """What is wanted next; looked at and changed with the bell in hand."""

    bell: threading.Condition = field(default_factory=threading.Condition)
    wanted: _Wanted | None = None
    pages: list[PageWanted] = field(default_factory=list)
    ended: bool = False
    given_up: bool = False

    def end(self) -> None:
        """Ask the thread to end."""
        with self.bell:
            self.ended = True
            self.bell.notify()


class _Worker:
    def __init__(self, desk: _Desk, relay: _Relay) -> None:
        self._desk, self._relay = desk, relay
        self._folder = TemporaryDirectory(prefix="customs-app-", ignore_cleanup_errors=True)
        self._shown: tuple[int, PaperFile] | None = None
        self._done = threading.Event()

    def work(self) -> None:
        """Do what is wanted, papers before pictures, until the end."""
        try:
            while (job := self._next()) is not None:
                if isinstance(job, _Wanted):
                    self._make(job)
                else:
                    self._paint(job)
        finally:
            if self._shown is not None:
                self._shown[1].close()
                atexit.unregister(self._end_at_exit)
            self._folder.cleanup()
            self._done.set()

    def _next(self) -> _Wanted | PageWanted | None:
        desk = self._desk
        with desk.bell:
            desk.bell.wait_for(lambda: desk.ended or desk.wanted is not None or desk.pages)
            if desk.ended:
                return None
            if desk.wanted is not None:
                wanted, desk.wanted, desk.given_up = desk.wanted, None, False
                return wanted
            return desk.pages.pop(0)

    def _make(self, wanted: _Wanted) -> None:
        try:
            with open_catalogue(wanted.path, read_only=True) as catalogue:
                content = saved_proposal_content(catalogue, wanted.proposal)
            self._go_on(0, 1)
            self._relay.read.emit(wanted.turn, content)
            self._give_way()
            self._show(wanted, content, self._write(wanted, content))
        except Cancelled:
            return  # something newer is wanted
        except Exception as error:
            self._relay.failed.emit(wanted.turn, error)

    def _give_way(self) -> None:
        """Let the window show what was read: both at once would hold each other up."""
        desk = self._desk
        with desk.bell:
            desk.bell.wait_for(lambda: desk.ended or desk.given_up or desk.wanted is not None, _GIVE_WAY_S)
        self._go_on(0, 1)

    def _write(self, wanted: _Wanted, content: Content) -> Path:
        from customs_app.reports.proposal_pdf import write_proposal  # noqa: PLC0415 - not at start

        path = Path(self._folder.name) / f"{wanted.turn}.pdf"
        write_proposal(content, path, wanted.language, self._go_on)
        return path

    def _show(self, wanted: _Wanted, content: Content, path: Path) -> None:
        opened = PaperFile(path)
        if self._shown is None:
            # After the library's own, so that it is called before: no page is under way when that ends.
            atexit.register(self._end_at_exit)
        else:
            self._shown[1].close()
            self._shown[1].path.unlink(missing_ok=True)
        self._shown = wanted.turn, opened
        with self._desk.bell:
            self._desk.pages.clear()
        edition = content.edition.sha256[:8]
        paper = Paper(wanted.turn, wanted.language, edition, opened.sizes, opened.spots())
        self._relay.written.emit(paper)

    def _go_on(self, done: int, of: int) -> None:
        """Give up what is no longer wanted; meanwhile make pictures of the pages that still stand."""
        del done, of
        desk = self._desk
        with desk.bell:
            if desk.ended or desk.given_up or desk.wanted is not None:
                raise Cancelled
            page = desk.pages.pop(0) if desk.pages else None
        if page is not None:
            self._paint(page)

    def _paint(self, wanted: PageWanted) -> None:
        if self._shown is None:
            return
        turn, file = self._shown
        if wanted.page < len(file.sizes):
            self._relay.painted.emit(wanted, turn, file.picture(wanted.page, wanted.width))

    def _end_at_exit(self) -> None:
        self._desk.end()
        self._done.wait(_JOIN_S)
