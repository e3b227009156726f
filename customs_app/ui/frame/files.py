"""The commands of the menu File: new, open, import, export, back up, check, quit."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu

from customs_app.catalogue.backup import backup
from customs_app.catalogue.file import create, open_catalogue
from customs_app.domain.errors import InputError, Problem
from customs_app.domain.job import Progress
from customs_app.domain.text import Message
from customs_app.language.words import N_
from customs_app.ui.frame import editions
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
        act("export_popup", words.text("Choose what to export"), show_exports, "Ctrl+E"),
        act("backup", words.text("&Back up…"), back_up),
        act("check", words.text("&Check the file"), check_file),
        act("freeze", words.text("&Freeze as an edition…"), editions.freeze),
        None,
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
    if _is_open(window, path):
        return

    def job(_file: Path, progress: Progress) -> object:
        path.unlink(missing_ok=True)  # the file dialog has asked whether to replace it
        create(path, progress=progress)
        return path

    run_task(window, job, window.file_wanted.emit, title=words.text("Making a catalogue"))


def _is_open(window: "MainWindow", path: Path) -> bool:
    """Whether a path is the file that is open, which must not be replaced; it is said then."""
    session = window.session
    if not path.exists() or not path.samefile(session.working):
        return False
    session.tell(Message(N_("{file} is open: choose another name"), {"file": path.name}), bad=True)
    return True


def open_file(window: "MainWindow") -> None:
    """Ask for a catalogue and open it."""
    folder = str(window.session.working.parent)
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


def import_folders(window: "MainWindow", folders: Sequence[Path], *, asked: bool = False) -> None:
    """Show what an import would change, and do it after consent; a folder with faults has them listed.

    `asked` where the user has consented already, and knows what comes.
    """
    if window.session.refuses_changes():
        return
    if asked:
        _import(window, tuple(folders), force=False)
        return
    title = window.session.words.text("Reading a country folder")
    run_task(
        window,
        partial(_preview_job, tuple(folders)),
        partial(_ask_consent, window, tuple(folders)),
        title=title,
    )


def _preview_job(folders: tuple[Path, ...], file: Path, progress: Progress) -> object:
    from customs_app.exchange.country_folder import plan_import  # noqa: PLC0415 - used seldom

    progress(0, 1)
    with open_catalogue(file, read_only=True) as catalogue:
        return plan_import(catalogue, folders)


def _ask_consent(window: "MainWindow", folders: tuple[Path, ...], plan: object) -> None:
    from customs_app.exchange.country_folder import Plan  # noqa: PLC0415 - used seldom
    from customs_app.ui.dialogs.import_preview import import_preview  # noqa: PLC0415

    if not isinstance(plan, Plan):
        raise TypeError(f"a plan is expected, not {plan!r}")
    if not plan.tables:
        window.session.tell(Message(N_("The catalogue holds the same already: nothing was changed.")))
        return
    dialog = import_preview(window, window.session, plan)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(partial(_import, window, folders, force=bool(plan.marks)))
    dialog.open()


def _import(window: "MainWindow", folders: tuple[Path, ...], *, force: bool) -> None:
    session, words = window.session, window.session.words
    who = session.who
    if who == NOBODY and session.ask_who is not None:
        who = session.ask_who()
        session.who = who
    if who == NOBODY:
        session.tell(Message(N_("Nothing was changed: say first who you are")), bad=True)
        return

    def job(file: Path, progress: Progress) -> object:
        from customs_app.exchange import country_folder  # noqa: PLC0415 - used seldom

        progress(0, 1)
        with open_catalogue(file) as catalogue:
            return country_folder.import_folders(catalogue, folders, who, force=force)

    def done(_result: object) -> None:
        names = tuple(folder.name for folder in folders)
        session.refresh()
        session.tell(
            Message(N_("{folders}: imported as one change, which can be undone"), {"folders": names})
        )

    run_task(window, job, done, title=words.text("Importing a country folder"))


def back_up(window: "MainWindow") -> None:
    """Ask for a name and copy the whole catalogue there."""
    words, path = window.session.words, window.session.working
    proposed = path.with_name(f"{path.stem}-copy{path.suffix}")
    name, _ = QFileDialog.getSaveFileName(window, words.text("Back up"), str(proposed), _pattern(window))
    if not name:
        return
    out = Path(name if Path(name).suffix else name + SUFFIX)
    if _is_open(window, out):
        return

    def job(_file: Path, progress: Progress) -> object:
        progress(0, 1)
        out.unlink(missing_ok=True)  # the file dialog has asked whether to replace it
        backup(path, out)
        return out

    run_task(window, job, title=words.text("Backing up"), made=out)


def check_file(window: "MainWindow") -> None:
    """Check the file, the journal, all references and all editions, and list what is wrong."""
    session, working = window.session, window.session.working

    def job(_file: Path, progress: Progress) -> object:
        from customs_app.catalogue.check import check  # noqa: PLC0415 - used seldom

        progress(0, 1)
        return check(working)

    def done(result: object) -> None:
        problems = (
            [problem for problem in result if isinstance(problem, Problem)]
            if isinstance(result, tuple)
            else []
        )
        if problems:
            session.failed.emit(InputError(Message(N_("The file has faults")), problems))
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
