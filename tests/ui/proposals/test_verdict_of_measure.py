"""The verdict of a measure is changed in the editor, as an official does it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from customs_app.domain.codes import Verdict
from customs_app.ui.proposals.workspace import ProposalsWorkspace
from tests.ui.proposals.hands import child
from tests.ui.proposals.planted import made

Show = Callable[[], ProposalsWorkspace]
Wait = Callable[[ProposalsWorkspace], ProposalsWorkspace]


def test_a_digit_in_the_menu_changes_the_verdict_and_undo_takes_it_back(
    opened: Show, told: Wait, qtbot: QtBot
) -> None:
    workspace = opened()
    catalogue = workspace.session.catalogue
    made(catalogue, Verdict.ONLINE)
    workspace.session.refresh()
    told(workspace)
    editor, measure = workspace.page.editor, workspace.measure
    assert measure is not None
    key, number_of_entries = measure.key, len(catalogue.history())
    drafted = editor.texts.proposed.edit.toPlainText()
    editor.grounds.box.edit.setFocus()
    qtbot.keyClicks(editor.grounds.box.edit, "Mine: ")
    button = child(editor, QToolButton, "measure_verdict")
    title = editor.head.title.toPlainText()
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    assert [one.text()[:2] for one in editor.head.verdicts.all] == ["&2", "&3", "&4", "&5", "&6", "&7", "&8"]
    assert child(editor, QAction, "measure_verdict_online").isChecked()
    qtbot.keyClick(menu, Qt.Key.Key_2)
    told(workspace)

    now = workspace.measure
    assert now is not None
    assert (now.key, now.verdict, now.measure.asked) == (key, Verdict.REMOVE, Verdict.ONLINE)
    # What was being written is one entry, the verdict another.
    assert len(catalogue.history()) == number_of_entries + 2
    assert (button.text(), editor.head.title.toPlainText() != title) == ("Remove", True)
    assert "asked: Move online" in child(editor, QLabel, "measure_origin").toolTip()
    assert editor.texts.proposed.edit.toPlainText() != drafted
    assert editor.grounds.box.edit.toPlainText().startswith("Mine: ")
    assert editor.grounds.box.flag.isVisible()
    assert child(editor, QAction, "measure_verdict_online").text() == "&6  Move online (as is asked)"

    workspace.session.undo()
    told(workspace)
    assert workspace.measure is not None
    assert (workspace.measure.verdict, workspace.measure.measure.asked) == (Verdict.ONLINE, None)
    assert editor.texts.proposed.edit.toPlainText() == drafted
    # The verdict that it has already writes nothing.
    child(editor, QAction, "measure_verdict_online").trigger()
    assert len(catalogue.history()) == number_of_entries + 3  # the undo itself
