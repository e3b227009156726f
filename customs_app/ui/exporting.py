"""Exports to Excel and PDF from the window: language, file name, and the work beside the event loop."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
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
from customs_app.ui.exporting_kept import Kept
from customs_app.ui.frame.bars import LANGUAGES
from customs_app.ui.icons import icon
from customs_app.ui.session import Session
from customs_app.ui.tasks import run_task
from customs_app.ui.workspace import Workspace

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
    """A kind of file: its ending, what the dialog and the progress call it, and what writes it.

    Of several with one ending the first is the usual one, and `form` tells the others apart; `second` is the
    language that stands beside that of the paper.
    """

    suffix: str
    kind: str
    title: str
    write: Callable[[Printed, Path, Language, Progress], None]
    form: str = ""
    second: Language | None = None

    def name(self, words: Words) -> str:
        """What it is called among the kinds of files."""
        kind = words.text(self.kind)
        if self.second is None:
            return kind
        return words.text("{kind} with {language} beside", kind=kind, language=LANGUAGES[self.second])


@dataclass(frozen=True, slots=True)
class Wanted(Generic[Printed]):
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


@dataclass(frozen=True, slots=True)
class Source(Generic[Printed]):
    """What there are papers of: `key` tells it from others of its catalogue (`proposal:…`).

    `name` is what its files are called, worded in `language`; `content` reads it in the worker.
    """

    key: str
    name: Message
    content: Callable[[Catalogue], Printed]
    papers: Sequence[Paper[Printed]]
    language: Language

    def wanted(self, suffix: str, form: str = "") -> Wanted[Printed]:
        """Its paper of a kind (WORKBOOK or PDF), the usual one where it has no such form; KeyError."""
        found = self.forms(suffix)
        if not found:
            raise KeyError(suffix)
        paper = next((one for one in found if one.form == form), found[0])
        return Wanted(paper, self.content, self.name, self.language)

    def forms(self, suffix: str) -> list[Paper[Printed]]:
        """Its papers with an ending, the usual one first; none has its own language beside it."""
        return [one for one in self.papers if one.suffix == suffix and one.second is not self.language]


def export(owner: Owner, source: Source[Printed], suffix: str) -> None:
    """Ask where, then write a paper of a kind in the language of the source, with progress and cancel.

    The sentence at the foot of the window then offers to open the file or its folder.
    """
    kept = Kept.of(owner.session, source.key)
    _ask_where(owner, source, source.wanted(suffix, kept.form if kept is not None else ""))


def export_again(owner: Owner, source: Source[Printed]) -> None:
    """Write the paper that was exported last of this, to where it stands, in the language it had then."""
    kept = Kept.of(owner.session, source.key)
    if kept is None:
        told = Message(N_("Of this nothing was exported yet: Ctrl+E lets choose what, and where to."))
        owner.session.tell(told)
        return
    _write(owner, replace(source, language=kept.language).wanted(kept.path.suffix, kept.form), kept.path)


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


def _ask_where(owner: Owner, source: Source[Printed], wanted: Wanted[Printed]) -> None:
    text, paper = owner.words.text, wanted.paper
    kinds = {f"{one.name(owner.words)} (*{one.suffix})": one for one in source.forms(paper.suffix)}
    dialog = QFileDialog(owner.window(), text("Export as"), export_folder(owner), ";;".join(kinds))
    dialog.selectNameFilter(next(kind for kind, one in kinds.items() if one is paper))
    dialog.setObjectName("export_dialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(paper.suffix)
    dialog.selectFile(file_name(words(wanted.language).say(wanted.name), paper.suffix))

    def chosen(name: str) -> None:
        path = Path(name)
        keep_folder(owner, path)
        taken = replace(wanted, paper=kinds.get(dialog.selectedNameFilter(), paper))
        if path.suffix == paper.suffix:
            Kept(path, wanted.language, taken.paper.form).keep(owner.session, source.key)
        _write(owner, taken, path)

    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _write(owner: Owner, wanted: Wanted[Printed], path: Path) -> None:
    title = owner.words.text(wanted.paper.title)
    run_task(owner, partial(wanted.write, path), title=title, made=path)


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


def _write_pdf(
    content: Content,
    path: Path,
    language: Language,
    progress: Progress,
    *,
    second: Language | None = None,
    archive: bool = False,
) -> None:
    from customs_app.reports.proposal_pdf import write_proposal  # noqa: PLC0415 - used seldom

    write_proposal(content, path, language, progress, second=second, archive=archive)


def _pdf(*, second: Language | None = None, archive: bool = False) -> Paper[Content]:
    kind = N_("PDF/A-2b files for archives") if archive else N_("PDF files")
    form = f"{'archive' if archive else ''}{second or ''}"
    write = partial(_write_pdf, second=second, archive=archive)
    return Paper(PDF, kind, N_("Writing a PDF"), write, form, second)


CONTENT_PAPERS = (
    Paper(WORKBOOK, N_("Excel workbooks"), N_("Writing an Excel workbook"), _write_workbook),
    *(_pdf(second=second, archive=archive) for archive in (False, True) for second in (None, *Language)),
)
"""The papers of a Content: of a comparison or a proposal."""
