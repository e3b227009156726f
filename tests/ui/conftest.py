"""A dressed application, and the window open on a copy of the starting catalogue."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language
from customs_app.figures.tokens import LIGHT
from customs_app.ui import fonts, theme
from customs_app.ui.app import Shell
from customs_app.ui.main_window import MainWindow
from customs_app.ui.session import Session
from customs_app.ui.settings import Settings

WHO = Reviewer("A. Karimova", "Secretariat")


def pytest_configure(config: pytest.Config) -> None:
    """What the offscreen platform says of itself is no fault of ours."""
    for sentence in (
        r"This plugin does not support (propagateSizeHints\(\)|raise\(\)|grabbing the keyboard)",
    ):
        config.addinivalue_line("qt_log_ignore", sentence)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The arguments with which the application is made."""
    return ["customs-app", *theme.STYLE]


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application with its fonts and its light palette."""
    fonts.load_first(Language.EN)
    theme.apply(qapp, LIGHT)
    return qapp


@pytest.fixture(scope="session")
def written_file(starting_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starting catalogue as it is once it has been open for writing; its copies open quicker."""
    path = tmp_path_factory.mktemp("written") / "written.customs"
    shutil.copyfile(starting_file, path)
    open_catalogue(path).close()
    return path


@pytest.fixture
def catalogue_file(written_file: Path, tmp_path: Path) -> Path:
    """A copy of it that the test may change."""
    path = tmp_path / "catalogue.customs"
    shutil.copyfile(written_file, path)
    return path


@pytest.fixture(autouse=True)
def nothing_held() -> Iterator[None]:
    """What a test still holds is let go: Qt remembers the last key and button for all windows."""
    yield
    if QApplication.instance() is None:
        return
    if QApplication.keyboardModifiers() or QApplication.mouseButtons():
        hand = QWidget()
        QTest.keyRelease(hand, Qt.Key.Key_Shift)
        QTest.mouseRelease(hand, Qt.MouseButton.LeftButton)
    QApplication.clipboard().clear()
    left = QApplication.overrideCursor()
    while QApplication.overrideCursor() is not None:
        QApplication.restoreOverrideCursor()
    assert left is None, "a test left the pointer waiting"


@pytest.fixture
def session(dressed: QApplication, catalogue: Catalogue) -> Iterator[Session]:
    """A session on a copy of the starting catalogue, in English, for one person of the Secretariat."""
    session = Session(catalogue, who=WHO)
    yield session
    session.close()
    session.deleteLater()
    dressed.sendPostedEvents(session, QEvent.Type.DeferredDelete)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a user who has said who she is."""
    return Settings(
        tmp_path / "settings.json",
        language="en",
        theme="light",
        name=WHO.name,
        delegation=WHO.delegation,
        asked_who=True,
        workspace="corridors",
    )


@pytest.fixture
def shell(dressed: QApplication, qtbot: QtBot, settings: Settings, catalogue_file: Path) -> Iterator[Shell]:
    """The application's shell, its window open on a copy of the starting catalogue."""
    shell = Shell(dressed, settings)
    shell.start(catalogue_file)
    assert shell.window is not None
    qtbot.waitExposed(shell.window)
    first = shell.window
    qtbot.waitUntil(lambda: first._painted)  # from then on the inspector is there
    yield shell
    if shell.window is not None:
        shell.window.close()
    shell.deleteLater()
    dressed.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.apply(dressed, LIGHT)


@pytest.fixture
def window(shell: Shell) -> MainWindow:
    """The main window on a copy of the starting catalogue, showing the workspace `settings.workspace`."""
    assert shell.window is not None
    return shell.window
