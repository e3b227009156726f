"""A catalogue without procedures says what can be done about it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from customs_app.catalogue.file import create
from customs_app.ui.app import Shell
from customs_app.ui.catalogue.dialogs import NewProcedureDialog
from customs_app.ui.catalogue.workspace import CatalogueWorkspace


@pytest.fixture
def empty(dressed, qtbot: QtBot, settings, tmp_path) -> Iterator[CatalogueWorkspace]:
    """The workspace on a catalogue that has only the reference lists."""
    path = tmp_path / "empty.customs"
    create(path, starting=False)
    settings.workspaces = {}
    shell = Shell(dressed, settings)
    shell.start(path)
    qtbot.waitExposed(shell.window)
    workspace = shell.window.current
    assert isinstance(workspace, CatalogueWorkspace)
    qtbot.waitUntil(workspace.side.isVisible)
    yield workspace
    shell.window.close()
    shell.deleteLater()
    dressed.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _button(workspace, name):
    return workspace.pane.findChild(QPushButton, f"empty_catalogue_{name}")


def test_three_ways_on_are_offered(empty):
    for name in ("take_starting", "import_folder", "first_procedure"):
        assert _button(empty, name).isVisible(), name
    assert not empty.actions_.add.isEnabled()
    assert not empty.pane.table.isVisible()


def test_the_first_procedure_is_written(empty, qtbot):
    _button(empty, "first_procedure").click()
    dialog = empty.findChild(NewProcedureDialog)
    qtbot.keyClicks(dialog.findChild(QLineEdit, "new_procedure_title_en"), "Import tea")
    dialog.accept()
    assert empty.opened.full.procedure.title.en == "Import tea"
    assert not _button(empty, "take_starting").isVisible()
    assert _button(empty, "add_step").isVisible()


def test_the_starting_content_is_taken(empty, qtbot):
    _button(empty, "take_starting").click()
    qtbot.waitUntil(lambda: empty.opened is not None, timeout=30_000)
    assert len(empty.session.catalogue.procedures()) > 100
    assert empty.pane.table.isVisible()
    assert empty.session.catalogue.next_undo() is not None
