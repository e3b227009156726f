"""The title page of a proposal is written as an official does it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QPlainTextEdit
from pytestqt.qtbot import QtBot

from customs_app.catalogue.commands import EditStep
from customs_app.domain.proposal import Proposal, ProposalStatus
from customs_app.ui.main_window import MainWindow
from customs_app.ui.proposals.parts_list import PART_ROLE
from customs_app.ui.proposals.workspace import ProposalsWorkspace
from tests.ui.proposals.hands import child, click, write
from tests.ui.proposals.planted import IDS, MARKS, save, step_ids

_Role = Qt.ItemDataRole
Show = Callable[[], ProposalsWorkspace]
Wait = Callable[[ProposalsWorkspace], ProposalsWorkspace]


@pytest.fixture
def workspace(opened: Show, told: Wait) -> ProposalsWorkspace:
    """The workspace with the title page of a proposal open."""
    workspace = opened()
    save(workspace.session.catalogue, MARKS)
    workspace.session.refresh()
    told(workspace)
    workspace.show_part("title")
    return workspace


def _saved(workspace: ProposalsWorkspace) -> Proposal:
    return workspace.session.catalogue.proposals()[0]


def test_the_title_page_is_kept_and_taken_back(
    workspace: ProposalsWorkspace, window: MainWindow, qtbot: QtBot
) -> None:
    title = child(workspace, QLineEdit, "proposal_title")
    assert title.text() == MARKS.title
    write(title, "Roads without paper", qtbot)
    assert _saved(workspace).title == "Roads without paper"
    assert workspace.side.list.currentIndex().data() == "Roads without paper"
    window.undo_action.trigger()
    assert _saved(workspace).title == MARKS.title
    title.clearFocus()
    window.redo_action.trigger()
    assert title.text() == "Roads without paper"
    write(child(workspace, QLineEdit, "proposal_number"), "SCO/12", qtbot)
    write(child(workspace, QLineEdit, "proposal_day"), "2026-11-24", qtbot)
    mandate = child(workspace, QPlainTextEdit, "proposal_mandate")
    mandate.setFocus()
    qtbot.keyClicks(mandate, "Decision of Bishkek")
    assert _saved(workspace).mandate is None
    title.setFocus()
    saved = _saved(workspace)
    assert (saved.number, saved.day, saved.mandate) == ("SCO/12", "2026-11-24", "Decision of Bishkek")
    day = child(workspace, QLineEdit, "proposal_day")
    write(day, "tomorrow", qtbot)
    assert _saved(workspace).day == "2026-11-24"
    assert day.property("wrong") == "true"
    assert day.text() == "tomorrow"
    labels = [workspace.session.words.say(entry.label) for entry in workspace.session.catalogue.history()]
    assert labels[0] == "Save proposal “Roads without paper”"


def test_a_status_leads_only_where_it_may(workspace: ProposalsWorkspace) -> None:
    status = workspace.page.front.status

    def offered() -> list[str]:
        return [action.text() for action in status.menu().actions()]

    assert offered() == ["Draft", "Circulated", "Withdrawn"]
    status.menu().actions()[1].trigger()
    assert _saved(workspace).status is ProposalStatus.CIRCULATED
    assert offered() == ["Draft", "Circulated", "Adopted", "Withdrawn"]
    status.menu().actions()[2].trigger()
    assert _saved(workspace).status is ProposalStatus.ADOPTED
    assert offered() == ["Adopted", "Withdrawn"]


def test_standards_that_ask_for_it_are_picked(workspace: ProposalsWorkspace, qtbot: QtBot) -> None:
    click(qtbot, workspace, "proposal_choose_standards")
    dialog = child(workspace, QDialog, "standards_dialog")
    items = child(dialog, QListWidget, "standards_list")
    child(dialog, QLineEdit, "standards_filter").setText("10.4")
    shown = [items.item(row) for row in range(items.count()) if not items.item(row).isHidden()]
    assert 0 < len(shown) < items.count()
    shown[0].setCheckState(Qt.CheckState.Checked)
    name = shown[0].text()
    click(qtbot, dialog, "standards_ok")
    assert len(_saved(workspace).standards) == 1
    assert name in child(workspace, QLabel, "proposal_standards").text()


def test_a_title_is_never_empty_and_esc_gives_it_back(workspace: ProposalsWorkspace, qtbot: QtBot) -> None:
    title = child(workspace, QLineEdit, "proposal_title")
    write(title, "   ", qtbot)
    assert title.text() == MARKS.title == _saved(workspace).title
    title.setFocus()
    title.selectAll()
    qtbot.keyClicks(title, "Another")
    qtbot.keyClick(title, Qt.Key.Key_Escape)
    assert title.text() == MARKS.title
    assert _saved(workspace).title == MARKS.title


def test_a_text_that_is_being_written_outlives_a_change_elsewhere(
    workspace: ProposalsWorkspace, qtbot: QtBot
) -> None:
    mandate = child(workspace, QPlainTextEdit, "proposal_mandate")
    mandate.setFocus()
    qtbot.keyClicks(mandate, "Half a sen")
    workspace.session.run(EditStep(step_ids(workspace.session.catalogue)[0], {"title_en": "Changed"}))
    assert mandate.toPlainText() == "Half a sen"
    workspace.commit_edits()
    assert _saved(workspace).mandate == "Half a sen"


def test_countries_are_counted_and_not_their_procedures(workspace: ProposalsWorkspace, told: Wait) -> None:
    several = replace(_saved(workspace), procedures=("KZ-P-import-rail", *IDS))
    workspace.save(several)
    about = child(workspace, QLabel, "proposal_about")
    assert "Import · Road · 2 countries" in about.text()
    assert "Import · Road · 2 countries" in workspace.side.list.currentIndex().data(_Role.ToolTipRole)
    told(workspace)
    assert workspace.side.parts.parts.index_of("comparison").data(PART_ROLE).count == "2"
