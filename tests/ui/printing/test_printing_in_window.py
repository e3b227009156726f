"""A corridor is looked at, printed and exported again, by keys."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from customs_app.domain.text import Language
from customs_app.ui.main_window import MainWindow
from customs_app.ui.preview.window import PaperWindow
from customs_app.ui.printing.dialog import PrintDialog
from customs_app.ui.settings import Settings, load

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LONG_MS = 20_000


def _dialog(parent: QDialog | MainWindow, kind: type[QDialog], qtbot: QtBot) -> QDialog:
    qtbot.waitUntil(lambda: len([one for one in parent.findChildren(kind) if one.isVisible()]) == 1)
    QApplication.processEvents()
    return next(one for one in parent.findChildren(kind) if one.isVisible())


def _activate(widget: QDialog | MainWindow, qtbot: QtBot) -> None:
    """A dialog that closes gives the keys back to nobody where there is no window manager."""
    widget.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is widget)


def _assert_kept(settings: Settings, path: Path) -> None:
    """All of it is there after a restart."""
    settings.save()
    again = load(settings.path)
    assert list(again.exports.values()) == [{"path": str(path), "language": "ru"}]
    assert again.papers["printing"]["printer"] == "hall"
    assert again.papers["preview"] == {"zoom": "width", "facing": False, "side": True}


def test_a_corridor_is_looked_at_printed_and_exported_again(
    window: MainWindow, fake_cups: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    _activate(window, qtbot)
    workspace, session = window.current, window.session
    assert workspace is not None
    printing_action = workspace.export_targets()[-1]
    qtbot.waitUntil(printing_action.isEnabled, timeout=LONG_MS)
    qtbot.keyClick(workspace, Qt.Key.Key_P, CTRL | SHIFT)
    paper = _dialog(window, PaperWindow, qtbot)
    assert isinstance(paper, PaperWindow)
    pane = paper.pane
    assert pane.note.text() == "The pages are being laid out…"
    assert not any(action.isEnabled() for action in paper.actions())
    # Another language, chosen here, is that of the file too.
    pane.language_chosen.emit(Language.RU)
    qtbot.waitUntil(lambda: pane.pages.pictured(0), timeout=LONG_MS)
    assert pane.pages.paper is not None
    assert pane.pages.paper.language is Language.RU
    qtbot.keyClick(paper, Qt.Key.Key_S, CTRL)
    files = _dialog(paper, QFileDialog, qtbot)
    path = tmp_path / "corridor.pdf"
    assert isinstance(files, QFileDialog)
    with qtbot.waitSignal(session.noticed, timeout=LONG_MS):
        files.fileSelected.emit(str(path))
    files.reject()
    assert pane.about.full_text == "corridor.pdf is written"
    _activate(paper, qtbot)
    # What is printed is what was exported, byte by byte.
    qtbot.keyClick(paper, Qt.Key.Key_P, CTRL)
    printing = _dialog(paper, PrintDialog, qtbot)
    assert isinstance(printing, PrintDialog)
    qtbot.waitUntil(printing.print.isEnabled, timeout=LONG_MS)
    with qtbot.waitSignal(session.noticed, timeout=LONG_MS):
        qtbot.keyClick(printing, Qt.Key.Key_Return)
    assert (fake_cups / "given.pdf").read_bytes() == path.read_bytes()
    qtbot.keyClick(pane.pages, Qt.Key.Key_Escape)
    assert not paper.isVisible()
    # From the window it is printed in the language of the last export, and exported to the same place.
    _activate(window, qtbot)
    path.unlink()
    with qtbot.waitSignal(session.noticed, timeout=LONG_MS) as noticed:
        qtbot.keyClick(workspace, Qt.Key.Key_E, CTRL | SHIFT)
    assert noticed.args[0].made == path
    assert path.read_bytes() == (fake_cups / "given.pdf").read_bytes()
    qtbot.keyClick(workspace, Qt.Key.Key_P, CTRL)
    printing = _dialog(window, PrintDialog, qtbot)
    assert "Русский" in printing.what.text()
    printing.reject()
    _assert_kept(window.settings, path)
    QApplication.processEvents()
