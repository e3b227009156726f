"""A measure is edited as an official does it."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from customs_app.analysis.dossier.diff import PieceKind
from customs_app.catalogue.commands import EditStep, SaveProposal, SetStandpoint
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Position, Verdict
from customs_app.domain.dossier import Funds, Terms
from customs_app.domain.figures import Money
from customs_app.domain.job import Cancelled
from customs_app.domain.text import Language
from customs_app.ui.app import Shell
from customs_app.ui.proposals import paper_maker
from customs_app.ui.proposals.edits import Edits
from customs_app.ui.proposals.table_pages import MeasuresPage
from customs_app.ui.proposals.tables.measures import TITLE
from customs_app.ui.proposals.workspace import ProposalsWorkspace
from tests.ui.proposals.hands import child, click
from tests.ui.proposals.planted import IDS, LONG_MS, SUGGESTED, WHO, lacking_law, made, mark, save, step_ids

Show = Callable[[], ProposalsWorkspace]
Wait = Callable[[ProposalsWorkspace], ProposalsWorkspace]


@pytest.fixture(scope="module")
def planted_file(written_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starting catalogue with a proposal of two measures: one of a step without a law."""
    path = tmp_path_factory.mktemp("planted") / "planted.customs"
    shutil.copyfile(written_file, path)
    with open_catalogue(path) as catalogue:
        mark(catalogue, lacking_law(catalogue), Verdict.REMOVE)
        made(catalogue)
    return path


@pytest.fixture(autouse=True)
def no_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody reads the pages here, which take longer than all that is done."""

    def given_up(*_: object, **__: object) -> NoReturn:
        raise Cancelled

    monkeypatch.setattr(paper_maker, "saved_proposal_content", given_up)


@pytest.fixture
def planted(planted_file: Path, catalogue_file: Path) -> None:
    """The proposal is there before the window opens."""
    shutil.copyfile(planted_file, catalogue_file)


@pytest.fixture
def workspace(planted: None, opened: Show, told: Wait) -> ProposalsWorkspace:
    """The workspace with that proposal."""
    return told(opened())


@pytest.fixture
def parts(workspace: ProposalsWorkspace) -> Callable[[], object]:
    """What officials have added to the open proposal."""
    return lambda: workspace.session.catalogue.proposal_parts(workspace.proposal.id)


def test_texts_stand_side_by_side_and_show_what_changes(
    workspace: ProposalsWorkspace, told: Wait, qtbot: QtBot
) -> None:
    texts = workspace.page.editor.texts
    now, proposed = texts.now.edit.toPlainText(), texts.proposed.edit.toPlainText()
    assert now != proposed
    for painter, text, kind in (
        (texts._taken_out, now, PieceKind.REMOVED),
        (texts._added, proposed, PieceKind.ADDED),
    ):
        assert {one for _, _, one in painter.spans} == {kind}
        assert all(at + long <= len(text) for at, long, _ in painter.spans)
    assert texts.now.edit.height() == texts.proposed.edit.height()
    texts.proposed.edit.setFocus()
    texts.proposed.edit.setPlainText(now)
    qtbot.waitUntil(lambda: not texts._added.spans and not texts._taken_out.spans, timeout=LONG_MS)


def test_a_rewritten_text_is_kept_when_figures_change(
    workspace: ProposalsWorkspace, told: Wait, qtbot: QtBot, parts: Callable[[], object]
) -> None:
    editor = workspace.page.editor
    measure = workspace.measure
    assert measure is not None
    edit = editor.texts.now.edit
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "As the ministry sees it.")
    workspace.side.parts.setFocus()
    assert [one.text for one in parts().texts] == ["As the ministry sees it."]
    told(workspace)
    workspace.session.run(EditStep(measure.parts[0].steps[0], {"title_en": "Quite another title"}))
    told(workspace)
    flag = editor.texts.now.flag
    assert flag.isVisible()
    assert edit.toPlainText() == "As the ministry sees it."
    remarks = workspace.side.checks.findChildren(QWidget, "proposal_check")
    assert "Figures changed under 1 rewritten text" in [one.accessibleName() for one in remarks]
    click(qtbot, editor, "text_now_keep")
    told(workspace)
    assert not flag.isVisible()
    assert edit.toPlainText() == "As the ministry sees it."


def test_texts_are_written_before_anything_else_is_shown(
    workspace: ProposalsWorkspace, told: Wait, qtbot: QtBot, parts: Callable[[], object]
) -> None:
    editor = workspace.page.editor
    edit = editor.texts.proposed.edit
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "Gone by key")
    qtbot.keyClick(edit, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert workspace.measure is workspace.measures[1]
    assert [one.text for one in parts().texts] == ["Gone by key"]
    assert edit.toPlainText() != "Gone by key"
    told(workspace)
    workspace.show_measure(workspace.measures[0])
    assert edit.toPlainText() == "Gone by key"


def test_no_word_is_lost_when_the_language_of_the_window_changes(
    workspace: ProposalsWorkspace, shell: Shell, told: Wait, qtbot: QtBot
) -> None:
    edit = workspace.page.editor.grounds.box.edit
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "Typed right before")
    catalogue, proposal = workspace.session.catalogue, workspace.proposal
    assert proposal is not None
    shell.set_language(Language.RU)
    assert [one.text for one in catalogue.proposal_parts(proposal.id).texts] == ["Typed right before"]
    assert shell.window is not None
    again = shell.window.current
    assert isinstance(again, ProposalsWorkspace)
    told(again)
    # The texts stay in the language in which they are written; the window speaks another.
    assert again.page.editor.grounds.box.edit.toPlainText() == "Typed right before"


def test_texts_can_be_written_in_another_language(
    workspace: ProposalsWorkspace, told: Wait, qtbot: QtBot, parts: Callable[[], object]
) -> None:
    editor = workspace.page.editor
    english = editor.texts.now.edit.toPlainText()
    action = editor.findChild(QAction, "texts_language_ru")
    assert action is not None
    action.trigger()
    told(workspace)
    russian = editor.texts.now.edit.toPlainText()
    assert russian != english
    assert any("а" <= letter <= "я" for letter in russian)
    editor.texts.now.edit.setFocus()
    editor.texts.now.edit.setPlainText("Своими словами")
    workspace.commit_edits()
    assert [one.text for one in parts().texts] == ["Своими словами"]
    (text,) = parts().texts
    assert (text.text, text.place.language) == ("Своими словами", Language.RU)
    assert workspace.session.language is Language.EN


def test_an_act_that_is_not_known_is_named_edited_and_taken_away(
    workspace: ProposalsWorkspace, told: Wait, qtbot: QtBot, parts: Callable[[], object]
) -> None:
    lacking = next(
        one for one in workspace.measures if any(a.text is None for p in one.parts for a in p.acts)
    )
    workspace.show_measure(lacking)
    told(workspace)
    editor = workspace.page.editor

    def unknown() -> list[QLabel]:
        return [one for one in editor.findChildren(QLabel, "measure_act_unknown") if one.isVisible()]

    assert len(unknown()) == 1
    (edit,) = [one for one in editor.findChildren(QAbstractButton, "act_edit") if one.isVisible()]
    edit.click()
    dialog = child(editor, QDialog, "act_dialog")
    assert not child(dialog, QAbstractButton, "act_ok").isEnabled()
    qtbot.keyClicks(child(dialog, QPlainTextEdit, "act_text"), "Decree No. 12")
    dialog.reject()
    QApplication.processEvents()
    edit.click()
    dialog = next(one for one in editor.findChildren(QDialog, "act_dialog") if one.isVisible())
    assert child(dialog, QPlainTextEdit, "act_text").toPlainText() == "Decree No. 12"
    click(qtbot, dialog, "act_ok")
    (act,) = parts().acts
    assert (act.act, act.measure, act.country) == ("Decree No. 12", lacking.key, "UZ")
    assert act.step_id == lacking_law(workspace.session.catalogue)
    told(workspace)
    assert unknown() == []
    shown = [one.text() for one in editor.findChildren(QLabel, "measure_act") if one.isVisible()]
    assert "Decree No. 12" in shown
    remove = [one for one in editor.findChildren(QAbstractButton, "act_remove") if one.isVisible()]
    remove[0].click()
    assert parts().acts == ()
    told(workspace)
    assert len(unknown()) == 1


def test_positions_are_set_by_menu_and_a_reservation_needs_its_reason(
    workspace: ProposalsWorkspace, told: Wait, qtbot: QtBot, parts: Callable[[], object]
) -> None:
    editor = workspace.page.editor
    measure = workspace.measure
    assert measure is not None

    def choose(delegation: str, what: str) -> None:
        button = editor.positions.findChild(QToolButton, f"position_{delegation}")
        assert button is not None
        next(one for one in button.menu().actions() if one.objectName().endswith(what)).trigger()

    choose("KZ", "_for")
    (one,) = parts().standpoints
    assert (one.delegation, one.position, one.measure) == ("KZ", Position.FOR, measure.key)
    choose("UZ", "_reserve")
    field = child(editor, QLineEdit, "position_reason")
    assert field.isVisible()
    assert not child(editor, QAbstractButton, "position_record").isEnabled()
    qtbot.keyClicks(field, "After a year")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert len(parts().standpoints) == 1
    choose("UZ", "_reserve")
    assert field.text() == "After a year"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    held = {one.delegation: (one.position, one.reason) for one in parts().standpoints}
    assert held["UZ"] == (Position.RESERVE, "After a year")
    told(workspace)
    assert editor.positions.findChild(QToolButton, "position_UZ").text() == "for, with a reservation"
    choose("KZ", "_back")
    assert {one.delegation for one in parts().standpoints} == {"UZ"}


def test_another_delegation_can_state_its_position(
    workspace: ProposalsWorkspace, told: Wait, parts: Callable[[], object]
) -> None:
    positions = workspace.page.editor.positions
    assert positions.findChild(QToolButton, "position_IN") is None
    add = positions.findChild(QAction, "position_add_IN")
    assert add is not None
    add.trigger()
    button = positions.findChild(QToolButton, "position_IN")
    assert button is not None
    assert button.text() == "not stated"
    next(one for one in button.menu().actions() if one.objectName().endswith("_against"))
    next(one for one in button.menu().actions() if one.objectName().endswith("_considering")).trigger()
    assert [(one.delegation, one.position) for one in parts().standpoints] == [("IN", Position.CONSIDERING)]
    told(workspace)
    assert positions.findChild(QToolButton, "position_IN").text() == "under consideration"


@pytest.mark.parametrize("typed", ["a lot", "-5", "1.000.000"])
def test_a_cost_that_is_no_number_says_so_and_stays(
    workspace: ProposalsWorkspace, qtbot: QtBot, parts: Callable[[], object], typed: str
) -> None:
    terms = workspace.page.editor.terms
    terms.amount.setFocus()
    qtbot.keyClicks(terms.amount, typed)
    workspace.side.parts.setFocus()
    assert terms.amount.property("wrong") == "true"
    assert "number is expected" in terms.amount.accessibleDescription()
    assert terms.amount.text() == typed
    assert not parts().terms


@pytest.mark.parametrize("typed", ["0", "1201", "²", "1.5"])
def test_a_term_of_so_many_months_is_a_whole_number(
    workspace: ProposalsWorkspace, qtbot: QtBot, parts: Callable[[], object], typed: str
) -> None:
    terms = workspace.page.editor.terms
    terms.kind.setCurrentIndex(terms.kind.findData("months"))
    terms.kind.activated.emit(terms.kind.currentIndex())
    terms.when.setText(typed)
    workspace.commit_edits()
    assert "whole number" in terms.when.accessibleDescription()
    assert not parts().terms


def test_terms_are_written_field_by_field(
    workspace: ProposalsWorkspace, told: Wait, qtbot: QtBot, parts: Callable[[], object]
) -> None:
    terms = workspace.page.editor.terms

    def saved() -> Terms:
        return parts().terms[0].terms

    terms.amount.setFocus()
    qtbot.keyClicks(terms.amount, "120000")
    terms.note.setFocus()
    workspace.side.parts.setFocus()
    assert saved().cost == Money(120000.0, terms.currency.currentData())
    terms.currency.setCurrentIndex(terms.currency.findData("USD"))
    terms.currency.activated.emit(terms.currency.currentIndex())
    assert saved().cost == Money(120000.0, "USD")
    terms.funds.setCurrentIndex(terms.funds.findData(Funds.DEVELOPMENT_INSTITUTION))
    terms.funds.activated.emit(terms.funds.currentIndex())
    assert terms.note.isVisible()
    terms.note.setFocus()
    qtbot.keyClicks(terms.note, "A bank")
    qtbot.keyClick(terms.note, Qt.Key.Key_Return)
    assert (saved().funds, saved().funds_note) == (Funds.DEVELOPMENT_INSTITUTION, "A bank")
    terms.kind.setCurrentIndex(terms.kind.findData("months"))
    terms.kind.activated.emit(terms.kind.currentIndex())
    assert terms.when.hasFocus()
    qtbot.keyClicks(terms.when, "soon")
    qtbot.keyClick(terms.when, Qt.Key.Key_Return)
    assert terms.when.property("wrong") == "true"
    assert saved().months is None
    assert terms.when.text() == "soon"
    terms.when.selectAll()
    qtbot.keyClicks(terms.when, "12")
    qtbot.keyClick(terms.when, Qt.Key.Key_Return)
    assert saved().months == 12
    assert terms.when.property("wrong") == ""
    told(workspace)
    assert terms.amount.text() == "120,000"
    assert terms.when.text() == "12"


def test_a_comment_is_said_and_taken_back(
    workspace: ProposalsWorkspace, told: Wait, qtbot: QtBot, parts: Callable[[], object]
) -> None:
    measure = workspace.measure
    assert measure is not None
    workspace.side.parts.setFocus()
    qtbot.keyClick(workspace.side.parts, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    field = child(workspace.page.editor, QPlainTextEdit, "comment_edit_text")
    assert field.hasFocus()
    qtbot.keyClicks(field, "Is this right?")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    (comment,) = parts().comments
    assert (comment.text, comment.measure) == ("Is this right?", measure.key)
    told(workspace)
    shown = [one.text() for one in workspace.page.editor.findChildren(QLabel, "proposal_comment_text")]
    assert shown == ["Is this right?"]
    click(qtbot, workspace.page.editor, "proposal_comment_remove")
    assert parts().comments == ()


def test_a_measure_is_left_out_and_taken_in_again(
    workspace: ProposalsWorkspace, told: Wait, qtbot: QtBot
) -> None:
    first, second = workspace.measures
    workspace.actions_.leave_out.trigger()
    told(workspace)
    assert [one.key for one in workspace.measures] == [second.key]
    assert workspace.measure is not None
    assert workspace.measure.number == 0
    assert child(workspace.page.editor, QLabel, "measure_number").text() == "Left out"
    assert workspace.actions_.leave_out.text() == "Take the measure in again"
    workspace.show_part("measures")
    told(workspace)
    page = workspace.page.current
    assert isinstance(page, MeasuresPage)
    row = [one.key for one in page.table.measures.rows].index(first.key)
    page.table.setCurrentIndex(page.table.measures.index(row, TITLE))
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    told(workspace)
    assert {one.key for one in workspace.measures} == {first.key, second.key}


def test_measures_are_put_in_another_order(workspace: ProposalsWorkspace, told: Wait, qtbot: QtBot) -> None:
    first, second = workspace.measures
    workspace.side.parts.setFocus()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(workspace.side.parts, Qt.Key.Key_Down, both)
    told(workspace)
    assert [one.key for one in workspace.measures] == [second.key, first.key]
    assert workspace.measure is not None
    assert workspace.measure.key == first.key
    assert workspace.status_text() == "Measure 2 of 2"
    assert not workspace.actions_.down.isEnabled()
    workspace.page.moved.emit(first.key, 0)
    told(workspace)
    assert [one.key for one in workspace.measures] == [first.key, second.key]


def test_a_copy_is_a_proposal_of_its_own(workspace: ProposalsWorkspace, told: Wait, qtbot: QtBot) -> None:
    edit = workspace.page.editor.texts.now.edit
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, "Taken along")
    before = workspace.proposal
    assert before is not None
    workspace.actions_.copy.trigger()
    told(workspace)
    assert workspace.proposal is not None
    assert workspace.proposal.id != before.id
    assert workspace.proposal.title == f"{before.title} (copy)"
    assert edit.toPlainText() == "Taken along"


def test_every_part_opens(workspace: ProposalsWorkspace, told: Wait, qtbot: QtBot) -> None:
    view = workspace.side.parts
    view.setFocus()
    seen = []
    for row in range(view.parts.rowCount()):
        view.setCurrentIndex(view.parts.index(row))
        QApplication.processEvents()
        assert view.part is not None
        assert workspace.page.current.isVisible()
        seen.append((view.part.key, type(workspace.page.current).__name__))
    assert dict(seen)["laws"] == "LawsPage"
    assert dict(seen)["measure-2"] == "MeasureEditor"
    assert len(seen) == 13


def test_laws_are_a_worklist_that_leads_to_its_measure(
    workspace: ProposalsWorkspace, told: Wait, qtbot: QtBot
) -> None:
    workspace.show_part("laws")
    told(workspace)
    page = workspace.page.table("laws")
    table = page.table
    n = table.model().rowCount()
    only = page.findChild(QAbstractButton, "laws_only_unknown")
    assert only is not None
    only.click()
    assert 0 < table.model().rowCount() < n
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert workspace.part == "measure"
    assert workspace.page.editor.country == "UZ"


def test_a_read_only_file_can_be_read_alone(
    workspace: ProposalsWorkspace, told: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    measure = workspace.measure
    proposal = workspace.proposal
    assert measure is not None
    assert proposal is not None
    catalogue = workspace.session.catalogue
    catalogue.run(SetStandpoint(proposal.id, "KZ", Position.FOR, "", measure.key), WHO)
    monkeypatch.setattr(Edits, "editable", property(lambda _self: False))
    workspace.session.refresh()
    told(workspace)
    editor = workspace.page.editor
    for name in ("text_now", "text_proposed", "measure_title", "grounds_text", "control_text"):
        assert child(editor, QPlainTextEdit, name).isReadOnly(), name
    assert not editor.terms.amount.isEnabled()
    assert not editor.acts.add.isVisible()
    assert not child(editor.positions, QToolButton, "position_KZ").isEnabled()
    assert not editor.comments.add.isVisible()
    for action in (workspace.actions_.leave_out, workspace.actions_.copy, workspace.actions_.new):
        assert not action.isEnabled()
    assert workspace.actions_.pdf.isEnabled()


def test_a_corridor_is_what_it_is_about(opened: Show, told: Wait) -> None:
    workspace = opened()
    catalogue = workspace.session.catalogue
    corridor = next(iter(catalogue.reference().corridors.values()))
    proposal_id = save(catalogue, SUGGESTED)
    saved = next(one for one in catalogue.proposals() if one.id == proposal_id)
    catalogue.run(SaveProposal(replace(saved, corridor_id=corridor.id)), WHO)
    workspace.session.refresh()
    told(workspace)
    workspace.show_part("title")
    assert corridor.name.en in child(workspace, QLabel, "proposal_about").text()
    assert workspace.dossier is not None
    assert workspace.dossier.corridor == corridor


def test_steps_of_the_marks_stay_named(workspace: ProposalsWorkspace) -> None:
    full = workspace.session.catalogue.full_procedure(IDS[0])
    step = step_ids(workspace.session.catalogue, law=True)[2]
    shown = [one for one in workspace.measures if step in one.measure.steps.get("KZ", ())]
    assert shown
    workspace.show_measure(shown[0])
    assert str(full.number(step)) in workspace.page.editor.texts.now.note.full_text
