"""Writes papers beside the event loop, and answers what the preview wants of the last of them."""

import atexit
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QObject, Signal

from customs_app.domain.text import Language
from customs_app.ui.newest import Desk, Newest
from customs_app.ui.preview.paper import Answer, PageWanted, Paper, Pictured, Searched, Wanted
from customs_app.ui.preview.paper_file import PaperFile

_JOIN_S = 10.0


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: in which language, and the short hash of the edition; empty where it has none."""

    language: Language
    edition: str = ""


Write = Callable[[Any, Path, Desk], Written]
"""Writes the paper that is asked for as PDF to a path, in the thread; calls `desk.go_on()` often."""


class PaperMaker(QObject):
    """Makes the pages of the paper asked for last.

    `told` carries what the writer sends ahead, `written` the Paper, `answered` a Pictured or a Searched,
    `failed` the error.
    """

    told = Signal(object)
    written = Signal(object)
    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject, name: str, write: Write) -> None:
        super().__init__(parent)
        press = _Press(write)
        self._newest = Newest(self, name, press.make, small=press.answer, end=press.close)
        self._newest.told.connect(self.told)
        self._newest.answered.connect(self.written)
        self._newest.failed.connect(self.failed)
        self._newest.answered_small.connect(self.answered)

    def ask(self, question: object) -> None:
        """Write the paper that a question asks for; what was asked before is given up."""
        self._newest.ask(question)

    def forget(self) -> None:
        """Give up what was asked for."""
        self._newest.forget()

    def ask_small(self, wanted: Sequence[Wanted]) -> None:
        """Answer these of the paper that was written last, in this order, and no others."""
        self._newest.ask_small(wanted)


class _Press:
    """Writes papers and reads the last of them; all of it in one thread."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._folder: TemporaryDirectory[str] | None = None
        self._shown: tuple[int, PaperFile] | None = None
        self._made = 0
        self._desk: Desk | None = None
        self._closed = threading.Event()

    def make(self, question: object, desk: Desk) -> Paper:
        """Write a paper and open it; raises Cancelled, known errors, OSError."""
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="customs-app-", ignore_cleanup_errors=True)
        self._made += 1
        path = Path(self._folder.name) / f"{self._made}.pdf"
        written = self._write(question, path, desk)
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
        return Paper(
            self._made, written.language, written.edition, opened.sizes, opened.spots(), opened.outline()
        )

    def answer(self, wanted: Wanted) -> Answer | None:
        """Paint a page of the last paper or search it; None where it has no such page."""
        if self._shown is None:
            return None
        turn, file = self._shown
        if wanted.page >= len(file.sizes):
            return None
        if isinstance(wanted, PageWanted):
            return Pictured(wanted, turn, file.picture(wanted.page, wanted.width))
        return Searched(wanted, turn, file.hits(wanted.page, wanted.text))

    def close(self) -> None:
        """Leave nothing behind."""
        if self._shown is not None:
            self._shown[1].close()
            atexit.unregister(self._end_at_exit)
        if self._folder is not None:
            self._folder.cleanup()
        self._closed.set()

    def _end_at_exit(self) -> None:
        if self._desk is not None:
            self._desk.end()
            self._closed.wait(_JOIN_S)
