"""Frozen editions in the window: frozen, opened, read, left again, as a person does it."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands import EditStep, SetMark
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Verdict
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language
from customs_app.figures.tokens import DARK, HIGH_CONTRAST, LIGHT, Palette
from customs_app.ui.app import Shell
from customs_app.ui.frame import files
from customs_app.ui.main_window import MainWindow
from customs_app.ui.settings import Settings

ROAD = "KZ-P-import-road"
STEP = f"{ROAD}-01"
WHO = Reviewer("A. Karimova", "Secretariat")
READING = "Чтение 1"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    settings.workspace = "catalogue"
    return settings


@pytest.fixture(scope="module")
def frozen_file(written_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starting catalogue with an edition."""
    path = tmp_path_factory.mktemp("frozen") / "frozen.customs"
    shutil.copyfile(written_file, path)
    with open_catalogue(path) as opened:
        opened.freeze(READING, WHO)
    return path


@pytest.fixture
def frozen(frozen_file: Path, catalogue_file: Path) -> None:
    """An edition is there before the window opens. What is opened of it is made once for all tests."""
    shutil.copyfile(frozen_file, catalogue_file)


@pytest.fixture
def window(shell: Shell) -> MainWindow:
    assert shell.window is not None
    shell.window.session.go_to("catalogue", ROAD, STEP)
    return shell.window


def _menu(window: MainWindow) -> list[QAction]:
    """The menu of the edition button, as it is when it opens."""
    menu = window.toolbar.edition.menu()
    menu.aboutToShow.emit()
    return [action for action in menu.actions() if not action.isSeparator()]


def _entry(window: MainWindow, text: str) -> QAction:
    (found,) = [action for action in _menu(window) if action.text().partition("\t")[0] == text]
    return found


def _freeze(window: MainWindow, qtbot: QtBot, title: str) -> None:
    _entry(window, "Freeze as an edition…").trigger()
    qtbot.waitUntil(lambda: window.findChild(QDialog, "freeze") is not None)
    dialog = window.findChild(QDialog, "freeze")
    assert isinstance(dialog, QDialog)
    field = dialog.findChild(QLineEdit, "freeze_title")
    assert isinstance(field, QLineEdit)
    assert field.text().startswith("As reviewed on ")
    yes = dialog.findChild(QPushButton, "freeze_yes")
    assert isinstance(yes, QPushButton)
    field.clear()
    assert not yes.isEnabled()
    qtbot.keyClicks(field, title)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    titles = [one.title for one in window.session.catalogue.editions()]
    qtbot.waitUntil(
        lambda: title in [one.title for one in window.session.catalogue.editions()], timeout=20_000
    )
    assert title not in titles, "it is frozen beside the event loop"
    qtbot.waitUntil(lambda: not window.session.tasks.busy, timeout=20_000)


def _open(window: MainWindow, qtbot: QtBot, title: str) -> None:
    _entry(window, title).trigger()
    qtbot.waitUntil(lambda: window.session.edition is not None, timeout=30_000)
    qtbot.waitUntil(lambda: not window.session.tasks.busy, timeout=20_000)


def _ground(window: MainWindow) -> QColor:
    """The colour between the search box and the export button."""
    bar = window.toolbar
    return bar.grab().toImage().pixelColor(bar.width() // 2 + 200, 4)


def _title_shown(window: MainWindow) -> str:
    (full,) = window.session.catalogue.full_procedures(ids=[ROAD])
    return full.steps[0].title.en


def test_freeze_edit_turn_to_the_edition_and_back(window: MainWindow, qtbot: QtBot) -> None:
    session, file = window.session, window.session.catalogue.path
    was = _title_shown(window)
    assert next(action.text() for action in _menu(window)) == "Working copy"
    _freeze(window, qtbot, "First reading")
    sha = session.catalogue.fingerprint()
    session.run(EditStep(STEP, {"title_en": "Altered afterwards"}))
    session.run(SetMark(STEP, Verdict.REMOVE, "twice"))
    now = session.catalogue.fingerprint()

    _open(window, qtbot, "First reading")
    assert (_title_shown(window), session.catalogue.fingerprint()) == (was, sha)
    assert session.edition is not None
    assert session.working == file != session.catalogue.path
    assert window.windowTitle().startswith(f"First reading – {file.name} – ")
    assert window.toolbar.edition.text() == "First reading"
    assert sha in window.toolbar.edition.toolTip()
    assert _ground(window) == QColor(LIGHT.warnbg)
    assert window.top_right.saved.text() == "Read only"
    for action in (window.undo_action, window.redo_action, window.meeting_action):
        assert not action.isEnabled()
    for name in ("edit", "edit_all", "add_step", "delete_step", "move_up", "mark", "new_procedure"):
        action = window.findChild(QAction, f"catalogue_{name}")
        assert isinstance(action, QAction)
        assert not action.isEnabled(), name
    assert session.run(EditStep(STEP, {"title_en": "No"})) is None
    assert session.undo() is None
    assert session.catalogue.fingerprint() == sha
    assert not _entry(window, "Freeze as an edition…").isEnabled()

    _entry(window, "Working copy").trigger()
    assert session.edition is None
    assert session.catalogue.path == file
    assert session.catalogue.fingerprint() == now
    assert _title_shown(window) == "Altered afterwards"
    assert window.windowTitle().startswith(f"{file.name} – ")
    assert _ground(window) == QColor(LIGHT.window)
    assert window.undo_action.isEnabled()
    assert window.meeting_action.isEnabled()
    session.undo()
    session.undo()
    assert session.catalogue.fingerprint() == sha


def test_every_workspace_shows_an_edition_and_leaves_it_as_it_is(
    frozen: None, window: MainWindow, qtbot: QtBot
) -> None:
    session = window.session
    session.run(EditStep(STEP, {"title_en": "Altered afterwards"}))
    _open(window, qtbot, READING)
    assert session.edition is not None
    for key in ("review", "compare", "corridors", "proposals", "catalogue"):
        window.show_workspace(key)
        window.settle()
        qtbot.wait(50)
    assert session.catalogue.fingerprint() == session.edition.sha256
    _entry(window, "Working copy").trigger()
    for key in ("review", "compare", "corridors", "proposals", "catalogue"):
        window.show_workspace(key)
        window.settle()
    assert _title_shown(window) == "Altered afterwards"


@pytest.mark.parametrize("palette", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda palette: palette.name)
def test_another_language_and_theme_keep_the_edition(
    frozen: None, shell: Shell, window: MainWindow, qtbot: QtBot, palette: Palette
) -> None:
    _open(window, qtbot, READING)
    shell.set_language(Language.RU)
    shell.set_theme(palette.name)
    again = shell.window
    assert again is not None
    assert again is not window
    qtbot.waitUntil(lambda: again._painted)
    assert again.toolbar.edition.text() == READING
    assert _ground(again) == QColor(palette.warnbg)
    assert again.windowTitle().startswith(f"{READING} – ")
    assert not again.undo_action.isEnabled()
    shell.set_language(Language.EN)


def test_files_are_dealt_with_by_the_working_copy(
    frozen: None, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = window.session
    session.run(EditStep(STEP, {"note": "x"}))
    now = session.catalogue.fingerprint()
    _open(window, qtbot, READING)
    out = tmp_path / "copy.customs"
    monkeypatch.setattr(files.QFileDialog, "getSaveFileName", lambda *_arguments: (str(out), ""))
    files.back_up(window)
    qtbot.waitUntil(lambda: out.exists() and not session.tasks.busy, timeout=20_000)
    with open_catalogue(out, read_only=True) as copy:
        assert copy.fingerprint() == now
        assert copy.edition() is None
    told: list[object] = []
    session.noticed.connect(told.append)
    files.import_folders(window, [tmp_path])
    assert len(told) == 1
    assert "frozen edition" in str(told[0])
    assert not session.tasks.busy


def test_another_file_that_is_opened_is_its_own_working_copy(
    frozen: None, shell: Shell, window: MainWindow, qtbot: QtBot, written_file: Path
) -> None:
    session = window.session
    other = session.catalogue.path.with_name("other.customs")
    shutil.copyfile(written_file, other)
    _open(window, qtbot, READING)
    shell.open_file(other)
    assert session.working == session.catalogue.path == other
    assert session.edition is None
    assert [action.objectName() for action in _menu(window)].count("edition_frozen") == 0
    assert window.toolbar.edition.text() == "Working copy"


def test_an_edition_that_was_tampered_with_is_not_opened(
    frozen: None, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = window.session
    raw = session.catalogue._connection
    raw.execute("DROP TRIGGER edition_never_altered")
    raw.execute("UPDATE edition SET title = 'Other'")
    told: list[str] = []
    session.noticed.connect(lambda notice: told.append(session.words.say(notice.message)))
    _entry(window, "Other").trigger()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "“Other” is damaged" in told[0]
    assert session.edition is None


def test_the_list_in_the_menu_is_that_of_the_file(
    window: MainWindow, catalogue: Catalogue, qtbot: QtBot
) -> None:
    session = window.session
    with open_catalogue(session.catalogue.path) as elsewhere:
        for title in ("One & two", "Three"):
            elsewhere.freeze(title, Reviewer("Ли", "CN"))
    entries = [action for action in _menu(window) if action.objectName() == "edition_frozen"]
    assert [action.text().partition("\t")[0] for action in entries] == ["Three", "One && two"]
    assert "Ли, China" in entries[0].toolTip()
    _open(window, qtbot, "Three")
    entries = [action for action in _menu(window) if action.objectName() == "edition_frozen"]
    assert [action.isChecked() for action in entries] == [True, False]
