"""The frame: workspaces, docks, keys, and a window that is built anew without losing its place."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from customs_app.catalogue.commands.rates import SetRate
from customs_app.domain.text import Message
from customs_app.figures.tokens import DARK, HIGH_CONTRAST
from customs_app.ui.app import Shell, too_small
from customs_app.ui.frame import commands
from customs_app.ui.frame.menus import MENUS
from customs_app.ui.main_window import MainWindow


def _action(window: MainWindow, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert isinstance(found, QAction), name
    return found


def test_opens_on_the_remembered_workspace(window: MainWindow) -> None:
    assert window.current is not None
    assert window.current.key == "corridors"
    assert window.rail.actions_by_key["corridors"].isChecked()
    assert list(window.workspaces) == ["corridors"]
    assert "14 corridors" in window.status.place.text()
    assert "Secretariat · A. Karimova" in window.status.who.text()


def test_menus_stand_in_the_order_of_the_look(window: MainWindow) -> None:
    titles = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert titles == ["File", "Edit", "View", "Go", "Catalogue", "Review", "Proposal", "Tools", "Help"]
    assert [key for key, _ in MENUS] == list(window.menus.by_key)
    assert all(menu.actions() for menu in window.menus.by_key.values())


def test_everything_that_acts_has_a_name(window: MainWindow) -> None:
    for button in window.findChildren(QAbstractButton):
        if button.objectName().startswith("qt_") or isinstance(button.parent(), QLineEdit):
            continue  # Qt's own
        assert button.objectName(), button
        assert button.accessibleName() or button.text() or button.toolTip(), button.objectName()
    for field in window.findChildren(QLineEdit):
        assert field.accessibleName(), field.objectName()
    for action in window.findChildren(QAction):
        if action.isSeparator() or action.menu() is not None or not action.text():
            continue
        assert action.objectName(), action.text()


def test_keys_are_not_given_twice(window: MainWindow) -> None:
    seen: dict[str, str] = {}
    for action in window.findChildren(QAction):
        for shortcut in action.shortcuts():
            if action.shortcutContext() is Qt.ShortcutContext.WidgetShortcut:
                continue
            key = shortcut.toString()
            assert seen.setdefault(key, action.objectName()) == action.objectName(), key


def test_undo_says_what_it_would_take_back(window: MainWindow) -> None:
    undo = _action(window, "undo")
    assert not undo.isEnabled()
    window.session.run(SetRate("KZT", 500.0, "2026-11-24"))
    assert undo.isEnabled()
    assert "KZT" in undo.toolTip()
    assert "Ctrl+Z" in undo.toolTip()
    undo.trigger()
    assert not undo.isEnabled()
    assert _action(window, "redo").isEnabled()


def test_saved_is_always_in_sight(window: MainWindow) -> None:
    saved = window.top_right.saved
    assert saved.text() == "All changes saved"
    window.session.saved.emit(Message("The disk is full"))
    assert saved.text() == "Not saved"
    assert saved.toolTip() == "The disk is full"
    window.session.run(SetRate("KZT", 500.0, "2026-11-24"))
    assert saved.text() == "All changes saved"


@pytest.mark.parametrize(("theme", "palette"), [("dark", DARK), ("high_contrast", HIGH_CONTRAST)])
def test_another_theme_keeps_the_place(shell: Shell, qtbot: QtBot, theme: str, palette: object) -> None:
    old = shell.window
    assert old is not None
    assert old.current is not None
    old.session.go_to("corridors", None, "COR-05")
    size = old.size()
    shell.set_theme(theme)
    window = shell.window
    assert window is not None
    assert window is not old
    qtbot.waitExposed(window)
    assert window.session.palette is palette
    assert window.current is not None
    assert window.current.save_state() == {"corridor": "COR-05"}
    assert window.size() == size
    assert shell.settings.theme == theme


def test_dock_widths_are_remembered(shell: Shell, qtbot: QtBot) -> None:
    window = shell.window
    assert window is not None
    assert window.left.width() == pytest.approx(228, abs=2)
    window.resizeDocks([window.left], [300], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: abs(window.left.width() - 300) < 3)
    shell.set_theme("dark")
    again = shell.window
    assert again is not None
    qtbot.waitUntil(lambda: abs(again.left.width() - 300) < 3)


def test_the_focus_has_a_frame_and_walks_from_pane_to_pane(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    chain = window.findChild(QWidget, "corridor_chain")
    assert chain is not None
    qtbot.waitUntil(chain.isVisible, timeout=10_000)
    names = []
    for _ in range(6):
        window.focus_next_pane()
        focus = window.focusWidget()
        assert focus is not None
        names.append(focus.objectName())
    assert "corridor_list" in names
    assert "corridor_chain" in names


def test_a_file_dragged_in_is_opened(shell: Shell, tmp_path: Path, starting_file: Path) -> None:
    window = shell.window
    assert window is not None
    other = tmp_path / "other.customs"
    other.write_bytes(starting_file.read_bytes())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    assert window.session.catalogue.path == other
    assert window.windowTitle().startswith("other.customs")
    assert shell.settings.recent[0] == str(other.resolve())


def test_what_is_no_catalogue_is_refused_and_changes_nothing(
    shell: Shell, tmp_path: Path, catalogue_file: Path
) -> None:
    window = shell.window
    assert window is not None
    wrong = tmp_path / "letter.txt"
    wrong.write_text("Dear colleague")
    shell.open_file(wrong)
    assert window.session.catalogue.path == catalogue_file
    assert window.foot.notice.isVisible()
    assert "letter.txt" in window.foot.notice.label.text()


def test_slash_goes_to_the_filter_but_is_text_in_a_field(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[int] = []
    assert window.current is not None
    monkeypatch.setattr(type(window.current), "focus_filter", lambda _self: called.append(1))
    window.activateWindow()
    table = window.findChild(QTableView, "corridor_documents")
    assert isinstance(table, QWidget)
    qtbot.waitUntil(table.isVisible, timeout=10_000)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Slash)
    assert called == [1]
    window.search.setFocus()
    qtbot.keyClick(window.search, Qt.Key.Key_Slash)
    assert called == [1]
    assert window.search.text() == "/"


def test_keys_of_the_view_are_listed(window: MainWindow) -> None:
    commands.show_keys(window)
    dialog = window.findChild(QWidget, "keys")
    assert dialog is not None
    table = dialog.table  # type: ignore[attr-defined]
    keys = {table.item(row, 0).text() for row in range(table.rowCount())}
    assert {"Ctrl+K", "F4", "F6", "Ctrl+Z", "Ctrl+1", "Ctrl+5", "/", "?"} <= keys
    dialog.close()


def test_closing_remembers(window: MainWindow, shell: Shell) -> None:
    window.session.go_to("corridors", None, "COR-03")
    window.close()
    text = shell.settings.path.read_text(encoding="utf-8")
    assert '"COR-03"' in text
    assert shell.session is None


@pytest.mark.parametrize(
    ("screen", "small"),
    [((1366, 768), True), ((1440, 900), True), ((1920, 1080), False), ((2880, 1800), False)],
)
def test_a_small_screen_is_filled_at_the_first_start(screen: tuple[int, int], small: bool) -> None:
    assert too_small(QSize(*screen), QSize(1440, 900)) is small


def test_a_workspace_shown_again_is_painted_once_it_stands(window: MainWindow, qtbot: QtBot) -> None:
    """Centre, docks and painting have a turn of the loop each; nothing half done is painted."""
    for key in ("compare", "catalogue"):
        window.show_workspace(key)
        qtbot.waitUntil(window.updatesEnabled)
    window.show_workspace("compare")
    assert not window.updatesEnabled()
    window.settle()
    assert window.updatesEnabled()
    window.show_workspace("corridors")
    window.show_workspace("catalogue")  # before the first change has come to its end
    qtbot.waitUntil(window.updatesEnabled)
    assert window.current is window.workspaces["catalogue"]
    assert window.left.isVisible()
