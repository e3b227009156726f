"""Reads a proposal, writes its pages and makes pictures of them, beside the event loop."""

import atexit
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from customs_app.catalogue.file import open_catalogue
from customs_app.domain.proposal import Proposal
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language
from customs_app.reports.content import Content, saved_proposal_content
from customs_app.reports.dossier import dossier
from customs_app.ui.newest import Desk, Newest
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
    path: Path
    proposal: Proposal
    texts: Language
    language: Language
    who: Reviewer


@dataclass(frozen=True, slots=True)
class _Painted:
    wanted: PageWanted
    paper: int
    picture: QImage


class PaperMaker(QObject):
    """Makes the pages of the proposal asked for last.

    `read` carries the Dossier as soon as it is there, `written` the Paper later. `painted` carries a
    PageWanted, the number of its paper and its QImage. `failed` carries the error.
    """

    read = Signal(object)
    written = Signal(object)
    painted = Signal(object, int, object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        press = _Press()
        self._newest = Newest(self, "pages of the proposal", press.make, small=press.paint, end=press.close)
        self._newest.told.connect(self.read)
        self._newest.answered.connect(self.written)
        self._newest.failed.connect(self.failed)
        self._newest.answered_small.connect(self._on_painted)

    def ask(self, path: Path, proposal: Proposal, texts: Language, language: Language, who: Reviewer) -> None:
        """Read a proposal of the catalogue at a path, with the marks that `who` sees, and write its paper.

        It is read with its texts in one language, and printed in the other. What was asked before is
        given up.
        """
        self._newest.ask(_Wanted(path, proposal, texts, language, who))

    def forget(self) -> None:
        """Give up what was asked for."""
        self._newest.forget()

    def ask_pages(self, pages: Sequence[PageWanted]) -> None:
        """Make pictures of pages of the paper that was written last, in this order and no others."""
        self._newest.ask_small(pages)

    def _on_painted(self, painted: _Painted) -> None:
        self.painted.emit(painted.wanted, painted.paper, painted.picture)


class _Press:
    """Writes papers, and makes pictures of the pages of the last; all of it in one thread."""

    def __init__(self) -> None:
        self._folder: TemporaryDirectory[str] | None = None
        self._shown: tuple[int, PaperFile] | None = None
        self._made = 0
        self._desk: Desk | None = None
        self._closed = threading.Event()

    def make(self, wanted: _Wanted, desk: Desk) -> Paper:
        """Read and write a proposal; raises Cancelled, known errors, OSError."""
        with open_catalogue(wanted.path, read_only=True) as catalogue:
            desk.tell(dossier(catalogue, wanted.proposal, wanted.texts, wanted.who))
            # The window shows what was read: both at once would hold each other up.
            desk.give_way(_GIVE_WAY_S)
            content = saved_proposal_content(catalogue, wanted.proposal, who=wanted.who)
        desk.go_on()
        return self._show(wanted, content, self._write(wanted, content, desk), desk)

    def paint(self, wanted: PageWanted) -> _Painted | None:
        """Make a picture of a page of the paper that was written last; None where it has no such page."""
        if self._shown is None:
            return None
        number, file = self._shown
        if wanted.page >= len(file.sizes):
            return None
        return _Painted(wanted, number, file.picture(wanted.page, wanted.width))

    def close(self) -> None:
        """Leave nothing behind."""
        if self._shown is not None:
            self._shown[1].close()
            atexit.unregister(self._end_at_exit)
        if self._folder is not None:
            self._folder.cleanup()
        self._closed.set()

    def _write(self, wanted: _Wanted, content: Content, desk: Desk) -> Path:
        from customs_app.reports.proposal_pdf import write_proposal  # noqa: PLC0415 - not at start

        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="customs-app-", ignore_cleanup_errors=True)
        self._made += 1
        path = Path(self._folder.name) / f"{self._made}.pdf"
        # Meanwhile pictures are made of the pages that still stand.
        write_proposal(content, path, wanted.language, lambda _done, _of: desk.go_on())
        return path

    def _show(self, wanted: _Wanted, content: Content, path: Path, desk: Desk) -> Paper:
        opened = PaperFile(path)
        if self._shown is None:
            # After the library's own, so that it is called before: no page is under way when that ends.
            self._desk = desk
            atexit.register(self._end_at_exit)
        else:
            self._shown[1].close()
            self._shown[1].path.unlink(missing_ok=True)
        self._shown = self._made, opened
        desk.forget_small()
        edition = content.edition.sha256[:8]
        return Paper(self._made, wanted.language, edition, opened.sizes, opened.spots())

    def _end_at_exit(self) -> None:
        if self._desk is not None:
            self._desk.end()
            self._closed.wait(_JOIN_S)
