"""Prints a paper: lays it out, asks how, and gives it to the printer, all beside the event loop."""

import shutil
import weakref
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from customs_app.domain.errors import CustomsError
from customs_app.domain.job import Progress
from customs_app.domain.text import Language, Message
from customs_app.language.words import N_, words
from customs_app.ui.exporting import PDF, Owner, export_folder, file_name, keep_folder
from customs_app.ui.newest import Desk, Newest
from customs_app.ui.preview.paper_file import PaperFile
from customs_app.ui.printing.dialog import PrintDialog
from customs_app.ui.printing.job import PrintError, Printers, PrintJob, PrintSystem
from customs_app.ui.printing.systems import print_system
from customs_app.ui.printing.to_file import write as write_file
from customs_app.ui.tasks import Task, run_task

WritePdf = Callable[[Path, Path, Progress], object]
"""Reads from the catalogue at the second path and writes the PDF to the first, in the worker."""
_KEPT = "printing"


def print_paper(
    owner: Owner, write: WritePdf, name: Message, language: Language, *, page: int | None = None
) -> PrintDialog:
    """Ask how a paper is to be printed, and print the very PDF that an export would write.

    `name` is what the queue calls it, `page` the page in sight, which can be printed alone.
    """
    return _Printing(owner, write, name, language, page).dialog


class _Printing(QObject):
    """One paper on its way to a printer; it goes with its dialog."""

    def __init__(
        self, owner: Owner, write: WritePdf, name: Message, language: Language, page: int | None
    ) -> None:
        self.session, self._words = owner.session, owner.words
        title = words(language).say(name)
        kept = self.session.papers.get(_KEPT, {})
        self.dialog = PrintDialog(self.session, title, language, kept, owner.window(), page=page)
        super().__init__(self.dialog)
        self._owner, self._title = owner, title
        self._system = print_system()
        self._folder = Path(mkdtemp(prefix="customs-app-"))
        self._clean = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        self._open: list[Task] = []
        self._newest = Newest(self, "printers", _ask_printers)
        self._newest.answered.connect(self.dialog.show_printers)
        self._newest.failed.connect(self._on_no_printers)
        self._newest.ask(self._system)
        self.session.tasks.ended.connect(self._on_ended)
        file = self._folder / "paper.pdf"
        self._run(
            partial(_lay_out, write, file),
            lambda n: self.dialog.show_file(file, int(str(n))),
            self._words.text("Laying out the pages"),
        )
        self.dialog.wanted.connect(self._on_wanted)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _run(
        self,
        job: Callable[[Path, Progress], object],
        on_done: Callable[[object], object],
        title: str,
        made: Path | None = None,
    ) -> None:
        def done(result: object) -> None:
            on_done(result)

        self._open.append(run_task(self, job, done, self._on_failed, title=title, made=made))

    def _on_no_printers(self, error: Exception) -> None:
        if not isinstance(error, CustomsError):
            raise error
        self.dialog.show_printers(Printers(()), self._words.say(error.message))

    def _on_wanted(self, job: PrintJob) -> None:
        self.session.papers[_KEPT] = dict(self.dialog.chosen())
        if not job.printer:
            self._ask_file(job)
            return

        def done(_result: object) -> None:
            self.dialog.accept()
            told = {"title": job.title, "printer": job.printer}
            self.session.tell(Message(N_("“{title}” was given to the printer {printer}"), told))

        self.dialog.show_sending()
        self._run(partial(_give, self._system, job), done, self._words.text("Printing"))

    def _ask_file(self, job: PrintJob) -> None:
        text = self._words.text
        kind = f"{text('PDF files')} (*{PDF})"
        dialog = QFileDialog(self.dialog, text("Print into a file"), export_folder(self._owner), kind)
        dialog.setObjectName("print_file_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(PDF)
        dialog.selectFile(file_name(self._title, PDF))
        dialog.fileSelected.connect(lambda name: self._write(job, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, job: PrintJob, path: Path) -> None:
        keep_folder(self._owner, path)
        self.dialog.show_sending()
        title = self._words.text("Printing")
        self._run(partial(_put, job, path), lambda _done: self.dialog.accept(), title, path)

    def _on_failed(self, message: Message) -> None:
        self.dialog.show_failure(self._words.say(message))

    def _on_ended(self, task: Task) -> None:
        if task not in self._open:
            return
        self._open.remove(task)
        # What came of it is told after this; where nothing did, the foot of the window says why.
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        if self._open:
            return
        if self.dialog.isVisible():
            if self.dialog.idle:
                self.dialog.reject()
            return
        self._clean()
        self.dialog.deleteLater()

    def _on_finished(self, _result: int) -> None:
        """Let go of the paper, once nothing reads or writes it any more."""
        for task in self._open:
            task.cancel()
        QTimer.singleShot(0, self, self._settle)


def _ask_printers(system: PrintSystem, _desk: Desk) -> Printers:
    return system.printers()


def _lay_out(write: WritePdf, path: Path, file: Path, progress: Progress) -> int:
    try:
        write(path, file, progress)
        opened = PaperFile(path)
    except OSError as error:
        raise _worded(error) from error
    opened.close()
    return len(opened.sizes)


def _give(system: PrintSystem, job: PrintJob, _file: Path, progress: Progress) -> None:
    system.send(job, progress)


def _put(job: PrintJob, path: Path, _file: Path, progress: Progress) -> None:
    try:
        write_file(job, path, progress)
    except OSError as error:
        raise _worded(error) from error


def _worded(error: OSError) -> PrintError:
    reason = error.strerror or str(error)
    return PrintError(Message(N_("This cannot be printed: {reason}"), {"reason": reason}))
