"""The commands of the menu File: new, open, import, export, back up, check, quit."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu

from customs_app.catalogue.backup import backup
from customs_app.catalogue.file import create, open_catalogue
from customs_app.domain.errors import InputError, Problem
from customs_app.domain.job import Progress
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Message
from customs_app.language.words import N_
from customs_app.ui.frame.actions import make
from customs_app.ui.session import NOBODY
from customs_app.ui.tasks import run_task

if TYPE_CHECKING:
    from customs_app.ui.main_window import MainWindow

SUFFIX = ".customs"


def file_actions(window: "MainWindow") -> list[QAction | QMenu | None]:
    """The frame's commands of the menu File."""
    words = window.session.words

    def act(name: str, text: str, slot: Callable[["MainWindow"], object], keys: str = "") -> QAction:
        return make(window, window.session, name, text, partial(slot, window), keys=keys)

    export = window.export_menu
    export.menuAction().setObjectName("export_menu")
    return [
        act("new", words.text("&New…"), new_file, "Ctrl+N"),
        act("open", words.text("&Open…"), open_file, "Ctrl+O"),
        _recent_menu(window),
        None,
        act("import", words.text("&Import a country folder…"), choose_import),
        export,
        act("backup", words.text("&Back up…"), back_up),
        act("check", words.text("&Check the file"), check_file),
        None,
        act("export_popup", words.text("Choose what to export"), show_exports, "Ctrl+E"),
        act("quit", words.text("&Quit"), quit_window, "Ctrl+Q"),
    ]


def _recent_menu(window: "MainWindow") -> QMenu:
    words = window.session.words
    menu = QMenu(words.text("Open &recent"), window)
    menu.setObjectName("recent_menu")

    def show() -> None:
        menu.clear()
        for name in window.settings.recent:
            path = Path(name)
            action = menu.addAction(path.name)
            action.setObjectName("recent_file")
            action.setToolTip(name)
            action.setEnabled(path.is_file())
            action.triggered.connect(partial(window.file_wanted.emit, path))
        if not window.settings.recent:
            menu.addAction(words.text("None yet")).setEnabled(False)

    menu.setToolTipsVisible(True)
    menu.aboutToShow.connect(show)
    return menu


def _pattern(window: "MainWindow") -> str:
    words = window.session.words
    return f"{words.text('Catalogues')} (*{SUFFIX} *.db *.sqlite);;{words.text('All files')} (*)"


def new_file(window: "MainWindow") -> None:
    """Ask for a name and make a catalogue with the starting content there, then open it."""
    words = window.session.words
    name, _ = QFileDialog.getSaveFileName(window, words.text("New catalogue"), "", _pattern(window))
    if not name:
        return
    path = Path(name if Path(name).suffix else name + SUFFIX)

    def job(_file: Path, progress: Progress) -> object:
        path.unlink(missing_ok=True)  # the file dialog has asked whether to replace it
        create(path, progress=progress)
        return path

    run_task(window, job, window.file_wanted.emit, title=words.text("Making a catalogue"))


def open_file(window: "MainWindow") -> None:
    """Ask for a catalogue and open it."""
    folder = str(window.session.catalogue.path.parent)
    title = window.session.words.text("Open a catalogue")
    name, _ = QFileDialog.getOpenFileName(window, title, folder, _pattern(window))
    if name:
        window.file_wanted.emit(Path(name))


def choose_import(window: "MainWindow") -> None:
    """Ask for a country folder and import it."""
    title = window.session.words.text("Country folder")
    name = QFileDialog.getExistingDirectory(window, title)
    if name:
        import_folders(window, [Path(name)])


def import_folders(window: "MainWindow", folders: Sequence[Path]) -> None:
    """Import country folders as one change; a folder with faults changes nothing and has them listed."""
    session, words = window.session, window.session.words
    who = session.who
    if who == NOBODY and session.ask_who is not None:
        who = session.ask_who()
        session.who = who
    if who == NOBODY:
        session.tell(Message(N_("Nothing was changed: say first who you are")), bad=True)
        return

    def done(_result: object) -> None:
        names = tuple(folder.name for folder in folders)
        session.refresh()
        session.tell(
            Message(N_("{folders}: imported as one change, which can be undone"), {"folders": names})
        )

    job = partial(_import_job, tuple(folders), who)
    run_task(window, job, done, title=words.text("Importing a country folder"))


def _import_job(folders: tuple[Path, ...], who: Reviewer, file: Path, progress: Progress) -> object:
    from customs_app.exchange.country_folder import (  # noqa: PLC0415 - used seldom
        import_folders as import_all,
    )

    progress(0, 1)
    with open_catalogue(file) as catalogue:
        return import_all(catalogue, folders, who, dry_run=False)


def back_up(window: "MainWindow") -> None:
    """Ask for a name and copy the whole catalogue there."""
    words, path = window.session.words, window.session.catalogue.path
    proposed = path.with_name(f"{path.stem}-copy{path.suffix}")
    name, _ = QFileDialog.getSaveFileName(window, words.text("Back up"), str(proposed), _pattern(window))
    if not name:
        return
    out = Path(name)

    def job(file: Path, progress: Progress) -> object:
        progress(0, 1)
        out.unlink(missing_ok=True)  # the file dialog has asked whether to replace it
        backup(file, out)
        return out

    run_task(window, job, title=words.text("Backing up"), made=out)


def check_file(window: "MainWindow") -> None:
    """Check the file, the journal and all references, and list what is wrong."""
    session = window.session

    def job(file: Path, progress: Progress) -> object:
        from customs_app.catalogue.check import check  # noqa: PLC0415 - used seldom

        progress(0, 1)
        return check(file)

    def done(result: object) -> None:
        problems = (
            [problem for problem in result if isinstance(problem, Problem)]
            if isinstance(result, tuple)
            else []
        )
        if problems:
            session.fail(InputError(Message(N_("The file has faults")), problems))
        else:
            session.tell(Message(N_("The file is whole: its content, its journal and all references")))

    run_task(window, job, done, title=session.words.text("Checking the file"))


def show_exports(window: "MainWindow") -> None:
    """Open the menu of what this view exports."""
    if window.export_menu.isEnabled():
        window.toolbar.export.showMenu()


def quit_window(window: "MainWindow") -> None:
    """Close the window, and with it the application."""
    window.close()
