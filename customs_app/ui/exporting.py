"""Exports to Excel and PDF from the window: language, file name, and the work beside the event loop."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.job import Progress
from customs_app.domain.text import Language, Message
from customs_app.language.words import N_, Words, words
from customs_app.reports.content import Content
from customs_app.ui.frame.bars import LANGUAGES
from customs_app.ui.icons import icon
from customs_app.ui.session import Session
from customs_app.ui.tasks import run_task
from customs_app.ui.workspace import Workspace

ReadContent = Callable[[Catalogue], Content]
"""Reads what is to be printed from a catalogue of its own, in the worker: plain values alone stand in it."""

Printed = TypeVar("Printed")
"""What is printed, as plain values."""

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\/:*?"<>|]+')
WORKBOOK, PDF = ".xlsx", ".pdf"
_LONGEST_NAME = 120
_FOLDER = "export_folder"


class Owner(Protocol):
    """Whose export it is: a workspace, the window, or meeting mode."""

    @property
    def session(self) -> Session:
        """The session of the window."""

    @property
    def words(self) -> Words:
        """The words of the window."""

    def window(self) -> QWidget:
        """The window over which the dialog stands."""


@dataclass(frozen=True, slots=True)
class Paper(Generic[Printed]):
    """A kind of file: its ending, what the dialog and the progress call it, and what writes it."""

    suffix: str
    kind: str
    title: str
    write: Callable[[Printed, Path, Language, Progress], None]


@dataclass(frozen=True, slots=True)
class _Wanted(Generic[Printed]):
    """What is to be printed, what its file is called, and in which language."""

    paper: Paper[Printed]
    content: Callable[[Catalogue], Printed]
    name: Message
    language: Language

    def write(self, path: Path, file: Path, progress: Progress) -> object:
        """Read from the catalogue `file` and write to `path`; done in the worker."""
        progress(0, 1)
        with open_catalogue(file, read_only=True) as catalogue:
            read = self.content(catalogue)
        progress(0, 1)
        self.paper.write(read, path, self.language, progress)
        return path


def export_workbook(owner: Workspace, content: ReadContent, name: Message, language: Language) -> None:
    """Ask where, then write an Excel workbook in a language, with progress and cancel.

    `name` is what the file is called, worded in that language. The sentence at the foot of the window
    then offers to open the file or its folder.
    """
    export_paper(owner, _WORKBOOK, content, name, language)


def export_pdf(owner: Workspace, content: ReadContent, name: Message, language: Language) -> None:
    """Ask where, then write a PDF in a language; as `export_workbook`."""
    export_paper(owner, _PDF, content, name, language)


def export_paper(
    owner: Owner,
    paper: Paper[Printed],
    content: Callable[[Catalogue], Printed],
    name: Message,
    language: Language,
) -> None:
    """Ask where, then write a paper of some kind in a language; as `export_workbook`."""
    _ask_where(owner, _Wanted(paper, content, name, language))


def export_action(
    owner: Workspace, name: str, text: str, start: Callable[[Language], object], *, picture: str = ""
) -> QAction:
    """An entry of the menu Export that asks for the language of the paper in a submenu.

    `text` is worded already. The entries of the submenu are named `{name}_en`, `{name}_ru`, `{name}_zh`.
    """
    menu = QMenu(text, owner)
    menu.setObjectName(f"{name}_languages")
    for language, called in LANGUAGES.items():
        action = menu.addAction(called)
        action.setObjectName(f"{name}_{language}")
        action.triggered.connect(lambda _checked=False, language=language: start(language))
    result = menu.menuAction()
    result.setObjectName(name)
    if picture:
        result.setIcon(icon(picture, owner.session.palette))
    return result


def file_name(title: str, suffix: str, day: date | None = None) -> str:
    """A name for a file that every system takes: the title without signs that some forbid, and the day."""
    plain = " ".join(_FORBIDDEN.sub(" ", title).split()).strip(". ")[:_LONGEST_NAME].rstrip(". ")
    return f"{plain}, {(day or date.today()).isoformat()}{suffix}"


def _ask_where(owner: Owner, wanted: _Wanted[Printed]) -> None:
    text, paper = owner.words.text, wanted.paper
    kind = f"{text(paper.kind)} (*{paper.suffix})"
    dialog = QFileDialog(owner.window(), text("Export as"), export_folder(owner), kind)
    dialog.setObjectName("export_dialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(paper.suffix)
    dialog.selectFile(file_name(words(wanted.language).say(wanted.name), paper.suffix))

    def chosen(name: str) -> None:
        path = Path(name)
        keep_folder(owner, path)
        run_task(owner, partial(wanted.write, path), title=text(paper.title), made=path)

    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def keep_folder(owner: Owner, path: Path) -> None:
    """Begin the next export in the folder of this file."""
    owner.session.setProperty(_FOLDER, str(path.parent))


def export_folder(owner: Owner) -> str:
    """The folder of the last export, else the user's documents, else the home: never a hidden folder."""
    kept = owner.session.property(_FOLDER)
    if isinstance(kept, str) and Path(kept).is_dir():
        return kept
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return documents if documents and Path(documents).is_dir() else str(Path.home())


def _write_workbook(content: Content, path: Path, language: Language, progress: Progress) -> None:
    from customs_app.reports.workbook import write_workbook  # noqa: PLC0415 - used seldom

    write_workbook(content, path, language, progress)


def _write_pdf(content: Content, path: Path, language: Language, progress: Progress) -> None:
    from customs_app.reports.proposal_pdf import write_proposal  # noqa: PLC0415 - used seldom

    write_proposal(content, path, language, progress)


_WORKBOOK = Paper(WORKBOOK, N_("Excel workbooks"), N_("Writing an Excel workbook"), _write_workbook)
_PDF = Paper(PDF, N_("PDF files"), N_("Writing a PDF"), _write_pdf)
