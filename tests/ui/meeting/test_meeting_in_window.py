"""Meeting mode and the window around it: where it is offered from, a change of colours, older minutes."""

from pathlib import Path

import pypdf
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from customs_app.catalogue.commands.meetings import EndMeeting, StartMeeting
from customs_app.ui.app import Shell
from customs_app.ui.main_window import MainWindow
from customs_app.ui.meeting.minutes_dialog import MinutesDialog
from customs_app.ui.meeting.start_dialog import StartDialog
from customs_app.ui.preview.window import PaperWindow
from customs_app.ui.review.workspace import ReviewWorkspace
from tests.ui.meeting.conftest import PAPERS, TJ, Keyboard, begin


def test_the_button_of_the_toolbar_asks_for_the_meeting(window: MainWindow, keyboard: Keyboard) -> None:
    window.session.go_to("catalogue", TJ, PAPERS)
    button = window.findChild(QToolButton, "toolbar_meeting_mode")
    assert button is not None
    assert "F11" in button.toolTip()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, StartDialog)
    dialog.reject()


def test_the_review_offers_the_finding_and_its_procedure(window: MainWindow, keyboard: Keyboard) -> None:
    window.show_workspace("review")
    review = window.current
    assert isinstance(review, ReviewWorkspace)
    keyboard.until(lambda: review.findings.desk.finding is not None)
    finding = review.findings.desk.finding
    assert finding is not None
    first, *_, last = review.meeting_lists()
    assert set(first.steps) == set(finding.steps)
    assert (last.steps, last.procedures) == ((), (finding.procedure,))
    keyboard.press(Qt.Key.Key_F11)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, StartDialog)
    keyboard.press(Qt.Key.Key_Return)
    keyboard.until(lambda: window.meeting is not None)
    assert window.meeting is not None
    assert {item.step.id for item in window.meeting.desk.sitting.items} == set(finding.steps)
    window.meeting.leave()


def test_a_change_of_colours_leaves_the_meeting_where_it_was(
    shell: Shell, window: MainWindow, keyboard: Keyboard
) -> None:
    meeting = begin(window, keyboard)
    keyboard.press(Qt.Key.Key_Right, Qt.Key.Key_6)
    keyboard.write("Half a sent")
    where = meeting.where
    shell.set_theme("dark")
    assert shell.window is not None
    again = shell.window.meeting
    assert again is not None
    assert again is not meeting
    assert again.where == where
    keyboard.until(again.isActiveWindow)
    keyboard.press(Qt.Key.Key_6)
    assert again.reason.reason.text == "Half a sent"
    again.leave()
    assert shell.window.meeting is None


def test_closing_the_window_closes_the_meeting_and_the_size_of_type_is_kept(
    window: MainWindow, keyboard: Keyboard
) -> None:
    meeting = begin(window, keyboard)
    keyboard.press(Qt.Key.Key_Plus)
    wish = meeting.wish
    keyboard.press(Qt.Key.Key_Escape, Qt.Key.Key_Return)
    again = begin(window, keyboard)
    assert again.wish == wish > 1
    again.close()
    assert window.settings.workspaces["meeting"] == {"size": wish}


def test_minutes_of_an_older_meeting_are_written_from_the_menu(
    window: MainWindow, keyboard: Keyboard, qtbot: QtBot, tmp_path: Path
) -> None:
    action = window.findChild(QAction, "minutes")
    assert action is not None
    action.trigger()
    assert QApplication.activeModalWidget() is None  # no meeting was held yet
    session = window.session
    for title in ("Day one", "Day two"):
        changes = session.run(StartMeeting(title, (TJ,), ("KZ",)))
        assert changes is not None
        assert changes.new_id is not None
        session.run(EndMeeting(changes.new_id))
    action.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MinutesDialog)
    titles = [dialog.meeting.itemText(row).partition(" (")[0] for row in range(dialog.meeting.count())]
    assert set(titles) == {"Day one", "Day two"}
    dialog.meeting.setCurrentIndex(titles.index("Day one"))
    dialog.accept()
    keyboard.until(lambda: window.findChild(QFileDialog, "export_dialog") is not None)
    paper = window.findChild(QFileDialog, "export_dialog")
    assert paper is not None
    assert "Minutes Day one" in paper.selectedFiles()[0]
    path = tmp_path / "older.pdf"
    with qtbot.waitSignal(session.noticed, timeout=60_000):
        paper.selectFile(str(path))
        paper.accept()
    assert "Day one" in pypdf.PdfReader(path).pages[0].extract_text()
    action.trigger()  # they are looked at, and printed, too
    again = next(one for one in window.findChildren(MinutesDialog) if one.isVisible())
    again.meeting.setCurrentIndex(titles.index("Day two"))
    look = again.findChild(QPushButton, "minutes_preview")
    assert look is not None
    QTest.mouseClick(look, Qt.MouseButton.LeftButton)
    shown = window.findChild(PaperWindow)
    assert shown is not None
    keyboard.until(lambda: shown.pane.pages.pictured(0))
    assert shown.windowTitle() == "Minutes: Day two"
    shown.reject()
