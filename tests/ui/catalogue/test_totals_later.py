"""Totals are filled a turn of the loop after the steps, and nothing moves when they are."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from customs_app.catalogue.file import open_catalogue
from customs_app.domain.text import Language
from customs_app.figures.tokens import LIGHT
from customs_app.ui.catalogue.workspace import CatalogueWorkspace
from customs_app.ui.session import NOBODY, Session


def _elapsed(workspace: CatalogueWorkspace) -> str:
    label = workspace.findChild(QLabel, "totals_elapsed_value")
    assert label is not None
    return label.text()


def test_another_procedure_has_its_steps_at_once_and_its_totals_a_turn_later(
    workspace: CatalogueWorkspace, qtbot: QtBot
) -> None:
    before = _elapsed(workspace)
    other = next(
        row.procedure.id
        for row in workspace.session.catalogue.procedures()
        if row.steps and row.procedure.country == "KZ"
    )
    workspace.open_procedure(other)
    assert workspace.step is not None
    assert workspace.step.procedure_id == other
    assert _elapsed(workspace) == before, "the table does not wait for them"
    qtbot.waitUntil(lambda: _elapsed(workspace) != before)


def test_whoever_asks_for_the_totals_finds_them_filled(workspace: CatalogueWorkspace) -> None:
    before = _elapsed(workspace)
    first = workspace.session.catalogue.procedures()[0].procedure.id
    workspace.open_procedure(first)
    assert workspace.pane.totals.findChild(QLabel, "totals_elapsed_value") is not None
    assert _elapsed(workspace) != before


def test_before_the_first_painting_the_totals_keep_the_room_they_took(
    catalogue_file: Path, qtbot: QtBot
) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    session = Session(
        open_catalogue(catalogue_file), who=NOBODY, language=Language.EN, palette=LIGHT, parent=around
    )
    workspace = CatalogueWorkspace(session, around)
    workspace.restore_state({"totals_height": 117})
    assert _elapsed(workspace) == ""
    totals = workspace.findChild(QWidget, "totals_bar")
    assert totals is not None
    assert (totals.minimumHeight(), totals.maximumHeight()) == (117, 117)
    workspace.inspector()
    assert _elapsed(workspace) != ""
    assert totals.maximumHeight() > 1000
    assert totals.minimumHeight() == 0
    session.close()
