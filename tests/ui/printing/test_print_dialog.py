"""A paper is printed by keys and clicks, with commands that stand in for those of CUPS."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from customs_app.domain.errors import CatalogueError
from customs_app.domain.job import Progress
from customs_app.domain.text import Language, Message
from customs_app.ui.printing.dialog import PrintDialog
from customs_app.ui.printing.printing import print_paper
from customs_app.ui.session import Notice, Session

NAME = Message("Minutes: {title}", {"title": "a sitting"})
Open = Callable[..., PrintDialog]


@pytest.fixture
def opened(owner: Callable[[], QWidget], sheets: Path, fake_cups: Path, qtbot: QtBot) -> Open:
    """Opens the dialog and waits until it can print."""

    def write(path: Path, _file: Path, _progress: Progress) -> None:
        shutil.copyfile(sheets, path)

    def show() -> PrintDialog:
        dialog = print_paper(owner(), write, NAME, Language.EN, page=2)  # type: ignore[arg-type]
        qtbot.waitUntil(dialog.print.isEnabled)
        return dialog

    return show


def _told(session: Session, qtbot: QtBot, does: Callable[[], object]) -> Notice:
    with qtbot.waitSignal(session.noticed) as noticed:
        does()
    notice = noticed.args[0]
    assert isinstance(notice, Notice)
    return notice


def test_a_range_goes_to_the_usual_printer(
    opened: Open, session: Session, fake_cups: Path, sheets: Path, qtbot: QtBot
) -> None:
    dialog = opened()
    assert dialog.printer.currentText() == "hall"
    assert "6 pages" in dialog.what.text()
    assert [dialog.printer.itemText(at) for at in range(4)] == [
        "Attic",
        "hall",
        "stopped_one (stopped)",
        "Into a PDF file…",
    ]
    dialog.range.setFocus()
    qtbot.keyClicks(dialog.range, "2-9")
    assert dialog.some.isChecked()
    assert dialog.problem.text() == "There is no page 9: the last is 6"
    assert not dialog.print.isEnabled()
    qtbot.keyClick(dialog.range, Qt.Key.Key_Backspace)
    qtbot.keyClicks(dialog.range, "3, 5")
    assert dialog.problem.isHidden()
    qtbot.keyClick(dialog.copies, Qt.Key.Key_Up)
    assert dialog.copies.text() == "2"
    dialog.sides.setCurrentIndex(2)
    notice = _told(session, qtbot, lambda: qtbot.keyClick(dialog.range, Qt.Key.Key_Return))
    assert session.words.say(notice.message) == "“Minutes: a sitting” was given to the printer hall"
    said = (fake_cups / "said").read_text().splitlines()
    assert said[:8] == ["-d", "hall", "-t", "Minutes: a sitting", "-n", "2", "-P", "2-3,5"]
    assert said[8:-2] == ["-o", "sides=two-sided-long-edge", "-o", "media=A4", "-o", "collate=true"]
    assert (fake_cups / "given.pdf").read_bytes() == sheets.read_bytes()
    folder = Path(said[-1]).parent
    qtbot.waitUntil(lambda: not folder.exists())
    # The next time the same is proposed.
    again = opened()
    assert (again.printer.currentText(), again.sides.currentIndex()) == ("hall", 2)
    assert again.all.isChecked()
    again.reject()


def test_a_printer_that_refuses_is_told_where_another_can_be_chosen(
    opened: Open, session: Session, fake_cups: Path, qtbot: QtBot
) -> None:
    dialog = opened()
    dialog.printer.setCurrentIndex(0)
    qtbot.mouseClick(dialog.print, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.problem.isHidden())
    assert dialog.problem.text() == "The printer Attic accepts no jobs now"
    assert dialog.isVisible()
    assert dialog.print.isEnabled()
    qtbot.keyClick(dialog.printer, Qt.Key.Key_Down)
    assert dialog.printer.currentText() == "hall"
    assert dialog.problem.isHidden()
    dialog.this.setChecked(True)
    assert dialog.this.text() == "Page 3 alone"
    _told(session, qtbot, lambda: qtbot.mouseClick(dialog.print, Qt.MouseButton.LeftButton))
    said = (fake_cups / "said").read_text().splitlines()
    assert said[4:-2] == ["-n", "1", "-P", "3", "-o", "media=A4"]


def test_pages_are_printed_into_a_file(
    opened: Open, session: Session, tmp_path: Path, sheets: Path, qtbot: QtBot
) -> None:
    dialog = opened()
    dialog.printer.setCurrentIndex(3)
    assert dialog.print.text() == "Save…"
    assert not dialog.copies.isEnabled()
    qtbot.mouseClick(dialog.print, Qt.MouseButton.LeftButton)
    files = dialog.findChild(QFileDialog, "print_file_dialog")
    assert files is not None
    path = tmp_path / "printed.pdf"
    notice = _told(session, qtbot, lambda: files.fileSelected.emit(str(path)))
    files.reject()
    assert notice.made == path
    assert path.read_bytes() == sheets.read_bytes()
    assert len(pypdf.PdfReader(path).pages) == 6


def test_a_paper_that_cannot_be_laid_out_is_told_and_nothing_can_be_printed(
    owner: Callable[[], QWidget], fake_cups: Path, qtbot: QtBot
) -> None:
    def write(_path: Path, _file: Path, _progress: Progress) -> None:
        raise CatalogueError(Message("The corridor is gone"))

    dialog = print_paper(owner(), write, NAME, Language.EN)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: dialog.problem.text() == "The corridor is gone")
    assert not dialog.print.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
