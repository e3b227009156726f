"""The longest stall of the event loop while an official browses, searches, compares and exports."""

import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks import proposal_stalls
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Mode, Regime
from customs_app.domain.job import Progress
from customs_app.domain.text import Language
from customs_app.reports.content import proposal_content
from customs_app.reports.subject import Subject
from customs_app.ui import theme
from customs_app.ui.app import Shell
from customs_app.ui.garbage import keep_what_is_loaded
from customs_app.ui.main_window import MainWindow
from customs_app.ui.settings import Settings
from customs_app.ui.stall import StallWatch
from customs_app.ui.tasks import run_task
from customs_app.ui.workspaces import ENTRIES, entry_of

Action = Callable[[], object]
_SEARCHES = ("таможенную декларацию", "海关", "certificate of origin")


def longest(path: Path, folder: Path) -> Mapping[str, float]:
    """Milliseconds of the longest stall for each thing done, on a copy of the catalogue."""
    app = QApplication.instance() or QApplication(["customs-app", *theme.STYLE])
    if not isinstance(app, QApplication):
        raise TypeError("a QApplication is needed")
    copy, planted = folder / "stalls.customs", folder / "forty.customs"
    for file in (copy, planted):
        shutil.copy(path, file)
    with open_catalogue(planted) as catalogue:
        forty, other = proposal_stalls.plant(catalogue)
    entry_of("catalogue").load()
    keep_what_is_loaded()
    shell = Shell(app, _settings(folder))
    window = _opened(shell, copy)
    found = {
        "opening each procedure in turn": _worst(_open_procedures(window)),
        "typing into the search": _worst(_search(window)),
        "showing each workspace again": _worst(_show_workspaces(window)),
        "writing the workbook and the proposal": _export(window, folder),
    }
    window.close()
    shell = Shell(app, _settings(folder))
    window = _opened(shell, planted)
    found |= _with_a_proposal(window, forty, other)
    window.close()
    return found


def _settings(folder: Path) -> Settings:
    return Settings(
        folder / "settings.json", language="en", name="A", delegation="Secretariat", asked_who=True
    )


def _opened(shell: Shell, path: Path) -> MainWindow:
    shell.start(path)
    if shell.window is None:
        raise RuntimeError("the window did not open")
    _turn(6.0)  # fonts and modules that come after the first painting are loaded by then
    return shell.window


def _with_a_proposal(window: MainWindow, forty: str, other: str) -> Mapping[str, float]:
    """What is done with a proposal of forty measures; what its first showing loads is waited for before."""
    workspace = proposal_stalls.shown(window)

    def settle() -> None:
        until = time.perf_counter() + 30
        while not proposal_stalls.settled(workspace) and time.perf_counter() < until:
            _turn(0.02)

    for proposal in (other, forty):
        workspace.open_proposal(proposal)
        settle()
    if len(workspace.measures) != proposal_stalls.MEASURES:
        raise RuntimeError(f"{len(workspace.measures)} measures")
    return {
        what: _worst(actions, settle)
        for what, actions in (
            ("opening a proposal of 40 measures", proposal_stalls.opening(workspace, forty, other)),
            ("choosing each of its measures", proposal_stalls.choosing(workspace)),
            ("typing in a text of a measure", proposal_stalls.typing(workspace)),
            ("moving a measure", proposal_stalls.moving(workspace)),
            ("changing the verdict of a measure", proposal_stalls.changing(workspace)),
        )
    }


def _turn(seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        QApplication.processEvents()
        time.sleep(0.0005)


def _worst(actions: Iterable[Action], settle: Action = lambda: None) -> float:
    """Milliseconds of the longest stall of any of the actions, each watched until the view has settled."""
    worst = 0.0
    for does in actions:
        with StallWatch() as watch:
            _turn(0.02)
            does()
            _turn(0.15)
            settle()
        worst = max(worst, watch.longest_ms)
    return worst


def _open_procedures(window: MainWindow) -> Iterator[Action]:
    window.show_workspace("catalogue")
    for row in window.session.catalogue.procedures():
        yield lambda row=row: window.session.go_to("catalogue", row.procedure.id)


def _search(window: MainWindow) -> Iterator[Action]:
    def type_in(text: str) -> None:
        window.search.setText(text)
        window.search.search_now()

    for words in _SEARCHES:
        for length in range(1, len(words) + 1):
            yield lambda text=words[:length]: type_in(text)
    window.search.clear()
    window.search.results.hide()


def _show_workspaces(window: MainWindow) -> Iterator[Action]:
    """Each workspace a second time; what its first showing builds is waited for before."""
    keys = [entry.key for entry in ENTRIES]
    for key in keys:
        window.show_workspace(key)
        _turn(2.0)
    for key in keys:
        yield lambda key=key: window.show_workspace(key)


def _export(window: MainWindow, folder: Path) -> float:
    """Both papers written by the window's own worker while the loop is watched."""

    def job(file: Path, progress: Progress) -> object:
        from customs_app.reports.proposal_pdf import write_proposal  # noqa: PLC0415 - dear imports, used here
        from customs_app.reports.workbook import write_workbook  # noqa: PLC0415

        with open_catalogue(file, read_only=True) as catalogue:
            content = proposal_content(catalogue, Subject(Regime.IMPORT, Mode.ROAD), use_findings=True)
        write_workbook(content, folder / "stalls.xlsx", Language.ZH, progress)
        write_proposal(content, folder / "stalls.pdf", Language.ZH, progress)
        return None

    ended: list[object] = []
    window.show_workspace("catalogue")
    if window.current is None:
        raise RuntimeError("no workspace is shown")
    with StallWatch() as watch:
        _turn(0.02)
        run_task(window.current, job, ended.append, ended.append, title="export")
        while not ended:
            _turn(0.05)
    if ended != [None]:
        raise RuntimeError(f"the export failed: {ended}")
    return watch.longest_ms
