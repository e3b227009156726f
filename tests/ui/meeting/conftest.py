"""A catalogue that two delegations have marked in a blind round, and a person at the keyboard."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from customs_app.catalogue.commands.marks import SetMark
from customs_app.catalogue.commands.rounds import StartRound
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Verdict
from customs_app.domain.review import Reviewer
from customs_app.ui.main_window import MainWindow
from customs_app.ui.meeting.window import MeetingWindow
from customs_app.ui.session import Notice
from customs_app.ui.settings import Settings
from tests.ui.conftest import WHO

TJ = "TJ-P-import-road"
PAPERS = f"{TJ}-14"
KZ, UZ = Reviewer("Aigerim S.", "KZ"), Reviewer("B. Yusupov", "UZ")


@pytest.fixture
def catalogue_file(written_file: Path, tmp_path: Path) -> Path:
    """A copy of the starting catalogue with the marks of a blind round."""
    path = tmp_path / "catalogue.customs"
    shutil.copyfile(written_file, path)
    with open_catalogue(path) as catalogue:
        catalogue.run(StartRound((TJ,)), WHO)
        catalogue.run(SetMark(PAPERS, Verdict.ONLINE, "Ours is checked by the portal."), KZ)
        catalogue.run(SetMark(PAPERS, Verdict.KEEP, "The inspector is answerable."), UZ)
    return path


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Settings of somebody who was reading the catalogue."""
    settings.workspace = "catalogue"
    return settings


class Keyboard:
    """Presses keys wherever the focus is, as a person without a mouse."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def press(self, *keys: Qt.Key, control: bool = False, shift: bool = False) -> None:
        """Press keys one after another."""
        held = Qt.KeyboardModifier.NoModifier
        if control:
            held |= Qt.KeyboardModifier.ControlModifier
        if shift:
            held |= Qt.KeyboardModifier.ShiftModifier
        for key in keys:
            QTest.keyClick(self._focus, key, held)
            QApplication.processEvents()

    def write(self, text: str) -> None:
        """Type a text."""
        QTest.keyClicks(self._focus, text)

    def until(self, happened: Callable[[], object]) -> None:
        """Wait for something that a key has set going."""
        self._qtbot.waitUntil(lambda: bool(happened()), timeout=20_000)

    @property
    def _focus(self) -> QWidget:
        focus = QApplication.focusWidget() or QApplication.activeWindow()
        assert focus is not None
        return focus


@pytest.fixture
def keyboard(qtbot: QtBot) -> Keyboard:
    """The keyboard."""
    return Keyboard(qtbot)


def meeting_of(window: MainWindow) -> MeetingWindow:
    """The meeting that stands over a window."""
    assert window.meeting is not None
    return window.meeting


def begin(window: MainWindow, keyboard: Keyboard) -> MeetingWindow:
    """Start or go on with the first meeting that is offered, from the papers' step of Tajikistan."""
    window.session.go_to("catalogue", TJ, PAPERS)
    window.activateWindow()
    keyboard.until(window.isActiveWindow)
    keyboard.press(Qt.Key.Key_F11)
    keyboard.until(lambda: QApplication.activeModalWidget() is not None)
    keyboard.press(Qt.Key.Key_Return)
    keyboard.until(lambda: window.meeting is not None and window.meeting.isActiveWindow())
    return meeting_of(window)


def save_minutes(meeting: MeetingWindow, keyboard: Keyboard, qtbot: QtBot, path: Path, *way: Qt.Key) -> Path:
    """Save the minutes by keys: the way in the list, Enter, the path typed in the dialog, Enter."""
    keyboard.press(*way, Qt.Key.Key_Return)
    keyboard.until(lambda: meeting.findChild(QFileDialog, "export_dialog") is not None)
    dialog = meeting.findChild(QFileDialog, "export_dialog")
    assert dialog is not None
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    keyboard.until(name.hasFocus)
    name.selectAll()
    with qtbot.waitSignal(meeting.session.noticed, timeout=60_000) as noticed:
        keyboard.write(str(path))
        keyboard.press(Qt.Key.Key_Return)
    assert isinstance(noticed.args[0], Notice)
    assert noticed.args[0].made == path
    assert f"{path.name} is written" in meeting.view.foot.minutes.text
    meeting.activateWindow()  # as a window manager does when the dialog over it closes
    keyboard.until(meeting.isActiveWindow)
    return path
