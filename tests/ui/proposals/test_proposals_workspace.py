"""Making, editing, exporting and deleting proposals as an official does it."""

import re
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from customs_app.catalogue.commands import EditStep
from customs_app.domain.codes import CaseKind, Mode, Regime, Verdict
from customs_app.domain.proposal import MadeFrom
from customs_app.domain.text import Language
from customs_app.ui.app import Shell
from customs_app.ui.main_window import MainWindow
from customs_app.ui.preview.zoom import Fit
from customs_app.ui.proposals.checks_view import CheckLine
from customs_app.ui.proposals.workspace import ProposalsWorkspace
from tests.ui.proposals.hands import child, click
from tests.ui.proposals.planted import IDS, LONG_MS, MARKS, SUGGESTED, lacking_law, mark, save, step_ids

Show = Callable[[], ProposalsWorkspace]
Wait = Callable[[ProposalsWorkspace], ProposalsWorkspace]


def _choose_countries(qtbot: QtBot, dialog: QDialog, *countries: str) -> None:
    click(qtbot, dialog, "countries_none")
    for iso2 in countries:
        child(dialog, QAbstractButton, f"country_{iso2}").click()


def _saved(workspace: ProposalsWorkspace):
    return workspace.session.catalogue.proposals()


def _remarks(workspace: ProposalsWorkspace) -> list[str]:
    lines = workspace.side.checks.findChildren(CheckLine)
    return [line.accessibleName() for line in lines if not line.isHidden()]


def test_without_proposals_one_is_told_what_they_are(opened: Show) -> None:
    workspace = opened()
    button = child(workspace, QAbstractButton, "empty_proposals_new")
    assert button.isVisible()
    sentences = [label.text() for label in workspace.findChildren(QLabel) if label.isVisible()]
    assert any("brings the marks of the reviewers together" in sentence for sentence in sentences)
    assert workspace.status_text() == "0 proposals"
    assert not any(action.isEnabled() for action in workspace.export_targets())


def test_a_proposal_is_made_of_suggestions(opened: Show, read: Wait, qtbot: QtBot) -> None:
    workspace = opened()
    click(qtbot, workspace, "empty_proposals_new")
    dialog = child(workspace, QDialog, "proposal_scope_dialog")
    title = child(dialog, QLineEdit, "new_proposal_title")
    assert title.text() == "Import by road: proposal to simplify and harmonise"
    mode = child(dialog, QComboBox, "new_proposal_mode")
    mode.setCurrentIndex(mode.findData(Mode.RAIL))
    assert title.text() == "Import by rail: proposal to simplify and harmonise"
    mode.setCurrentIndex(mode.findData(Mode.ROAD))
    _choose_countries(qtbot, dialog)
    ok = child(dialog, QAbstractButton, "new_proposal_ok")
    assert not ok.isEnabled()
    assert ok.toolTip() == "Choose at least one country"
    _choose_countries(qtbot, dialog, "KZ", "UZ")
    note = child(dialog, QLabel, "new_proposal_note")
    assert note.text() == "No step of these procedures is marked for a change yet."
    child(dialog, QAbstractButton, "new_proposal_findings").click()
    assert "nobody has decided" in note.text()
    click(qtbot, dialog, "new_proposal_ok")
    (proposal,) = _saved(workspace)
    assert proposal.procedures == IDS
    assert (proposal.regime, proposal.mode, proposal.made_from) == (
        Regime.IMPORT,
        Mode.ROAD,
        MadeFrom.FINDINGS,
    )
    read(workspace)
    assert workspace.dossier is not None
    assert workspace.dossier.from_findings
    assert len(workspace.measures) > 3
    assert workspace.measure is workspace.measures[0]
    assert child(workspace, QLabel, "measure_number").text() == "Suggestion 1"
    assert "Suggestions: nobody has decided on them yet" in _remarks(workspace)
    workspace.show_part("title")
    assert child(workspace, QLabel, "proposal_not_decided").isVisible()
    assert workspace.preview.pages.paper is not None
    assert workspace.preview.bar.place.of.text() == f"of {len(workspace.preview.pages.paper.sizes)}"
    qtbot.waitUntil(lambda: workspace.preview.pages.pictured(0), timeout=LONG_MS)
    edition = workspace.session.catalogue.fingerprint()[:8]
    assert workspace.preview.about.full_text.endswith(f"A4 · edition {edition}")


def test_another_procedure_of_a_country_can_stand_for_it(opened: Show, qtbot: QtBot) -> None:
    workspace = opened()
    workspace.actions_.new.trigger()
    dialog = child(workspace, QDialog, "proposal_scope_dialog")
    _choose_countries(qtbot, dialog, "KZ")
    variant = child(dialog, QComboBox, "variant_KZ")
    assert variant.currentData() == "KZ-P-import-road"
    variant.setCurrentIndex(1)
    other = variant.currentData()
    case = child(dialog, QComboBox, "new_proposal_case")
    case.setCurrentIndex(case.findData(CaseKind.WORST))
    click(qtbot, dialog, "new_proposal_ok")
    (proposal,) = _saved(workspace)
    assert proposal.procedures == (other,) != ("KZ-P-import-road",)
    assert proposal.case_kind is CaseKind.WORST


def test_a_proposal_can_be_about_a_corridor(opened: Show, told: Wait, qtbot: QtBot) -> None:
    workspace = opened()
    workspace.actions_.new.trigger()
    dialog = child(workspace, QDialog, "proposal_scope_dialog")
    corridor = child(dialog, QComboBox, "new_proposal_corridor")
    corridor.setCurrentIndex(1)
    name, corridor_id = corridor.currentText(), corridor.currentData()
    assert not child(dialog, QComboBox, "new_proposal_regime").isEnabled()
    assert child(dialog, QLineEdit, "new_proposal_title").text() == f"Corridor {name}: simpler procedures"
    child(dialog, QAbstractButton, "new_proposal_findings").click()
    click(qtbot, dialog, "new_proposal_ok")
    (proposal,) = _saved(workspace)
    assert proposal.corridor_id == corridor_id
    assert len(proposal.procedures) > 1
    told(workspace)
    assert workspace.dossier is not None
    assert workspace.dossier.corridor is not None
    assert {full.procedure.id for full in workspace.dossier.procedures} == set(proposal.procedures)
    assert "Corridor · Draft" in workspace.side.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_mark_makes_a_measure(opened: Show, told: Wait, qtbot: QtBot) -> None:
    workspace = opened()
    catalogue = workspace.session.catalogue
    save(catalogue, MARKS)
    workspace.session.refresh()
    told(workspace)
    without = child(workspace, QWidget, "proposal_without_measures")
    assert without.isVisible()
    assert _remarks(workspace) == ["No agreed marks yet"]
    step = step_ids(catalogue, law=True)[2]
    mark(catalogue, step, Verdict.ONLINE)
    workspace.session.refresh()
    qtbot.waitUntil(lambda: len(workspace.measures) == 1, timeout=LONG_MS)
    told(workspace)
    workspace.show_part("measure-1")
    told(workspace)
    assert not without.isVisible()
    full = catalogue.full_procedure(IDS[0])
    editor = workspace.page.editor
    assert editor.country == "KZ"
    reasons = [label.text() for label in editor.findChildren(QLabel, "measure_reason")]
    assert "The single window knows it already" in reasons
    acts = [label.text() for label in editor.findChildren(QLabel, "measure_act")]
    assert full.step(step).legal_basis in acts
    now = child(editor, QPlainTextEdit, "text_now").toPlainText()
    assert f"Step {full.number(step)}" in now
    assert full.step(step).title.en in now
    texts = {label.text() for label in editor.findChildren(QLabel)}
    assert any("A. Karimova · Secretariat" in text for text in texts)
    assert child(editor, QLabel, "measure_origin").accessibleName() == "from 1 mark"


def test_from_the_empty_proposal_on_to_review_and_to_suggestions(
    opened: Show, told: Wait, qtbot: QtBot
) -> None:
    workspace = opened()
    save(workspace.session.catalogue, MARKS)
    workspace.session.refresh()
    told(workspace)
    asked: list[object] = []
    workspace.session.navigate.disconnect()
    workspace.session.navigate.connect(asked.append)
    click(qtbot, workspace, "empty_proposals_review")
    assert [(place.workspace, place.procedure_id) for place in asked] == [("review", IDS[0])]
    click(qtbot, workspace, "empty_proposals_suggestions")
    assert _saved(workspace)[0].made_from is MadeFrom.FINDINGS
    qtbot.waitUntil(lambda: len(workspace.measures) > 3, timeout=LONG_MS)


def test_what_is_written_is_saved_before_another_proposal_is_opened(
    opened: Show, told: Wait, qtbot: QtBot
) -> None:
    workspace = opened()
    catalogue = workspace.session.catalogue
    first, second = save(catalogue, MARKS), save(catalogue, SUGGESTED)
    workspace.session.refresh()
    workspace.open_proposal(first)
    told(workspace)
    workspace.show_part("summary")
    summary = child(workspace, QPlainTextEdit, "proposal_summary")
    summary.setFocus()
    summary.selectAll()
    qtbot.keyClicks(summary, "Of the first")
    row = workspace.side.list.proposals.index_of(second)
    workspace.side.list.setCurrentIndex(row)
    assert workspace.proposal is not None
    assert workspace.proposal.id == second
    assert [one.text for one in catalogue.proposal_parts(first).texts] == ["Of the first"]
    assert not catalogue.proposal_parts(second).texts
    told(workspace)
    workspace.show_part("summary")
    assert "Of the first" not in summary.toPlainText()


def test_measures_countries_and_steps_are_walked(
    opened: Show, read: Wait, window: MainWindow, qtbot: QtBot
) -> None:
    workspace = opened()
    save(workspace.session.catalogue, SUGGESTED)
    workspace.session.refresh()
    read(workspace)
    measures = workspace.measures
    number = next(one.number for one in measures if one.number > 1 and len(one.parts) == 2)
    parts, editor = workspace.side.parts, workspace.page.editor
    parts.setFocus()
    for _ in range(number - 1):
        qtbot.keyClick(parts, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert parts.part is not None
    assert parts.part.key == f"measure-{number}"
    assert child(editor, QLabel, "measure_number").text() == f"Suggestion {number}"
    title = child(editor, QPlainTextEdit, "measure_title")
    assert title.toPlainText() == measures[number - 1].title.text
    assert workspace.status_text() == f"Measure {number} of {len(measures)}"
    assert workspace.preview.pages.paper is not None
    spot = workspace.preview.pages.paper.spots[f"measure-{number}"]
    assert workspace.preview.pages.page in {spot.page, spot.page - 1}
    assert editor.country == "KZ"
    qtbot.keyClick(parts, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert editor.country == "UZ"
    qtbot.keyClick(parts, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert editor.country == "KZ"
    qtbot.keyClick(parts, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert editor.country == "UZ"
    qtbot.waitUntil(lambda: not workspace.page.busy, timeout=LONG_MS)
    asked: list[object] = []
    workspace.session.navigate.disconnect()
    workspace.session.navigate.connect(asked.append)
    go = [one for one in editor.findChildren(QAbstractButton, "measure_step_go") if one.isVisible()]
    assert go
    go[0].click()
    assert [(place.workspace, place.procedure_id) for place in asked] == [("catalogue", IDS[1])]
    assert asked[0].step_id in measures[number - 1].part("UZ").steps
    qtbot.keyClick(parts, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert workspace.measure is measures[number - 2]


def test_a_remark_leads_to_its_measure(opened: Show, told: Wait, qtbot: QtBot) -> None:
    workspace = opened()
    catalogue = workspace.session.catalogue
    mark(catalogue, step_ids(catalogue, IDS[0], law=True)[1], Verdict.ONLINE)
    mark(catalogue, lacking_law(catalogue), Verdict.REMOVE)
    save(catalogue, MARKS)
    workspace.session.refresh()
    told(workspace)
    line = next(
        line
        for line in workspace.side.checks.findChildren(CheckLine)
        if "without a legal basis" in line.accessibleName()
    )
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Space)
    assert workspace.measure is not None
    assert workspace.measure.verdict is Verdict.REMOVE
    assert workspace.page.editor.country == "UZ"
    qtbot.waitUntil(lambda: not workspace.page.busy, timeout=LONG_MS)
    (unknown,) = [
        one for one in workspace.page.editor.findChildren(QLabel, "measure_act_unknown") if one.isVisible()
    ]
    assert unknown.text().endswith(": article not known")


def test_stale_marks_are_remarked_and_shown(opened: Show, told: Wait, qtbot: QtBot) -> None:
    workspace = opened()
    catalogue = workspace.session.catalogue
    step = step_ids(catalogue, law=True)[0]
    mark(catalogue, step)
    save(catalogue, MARKS)
    workspace.session.refresh()
    told(workspace)
    (stale,) = workspace.page.editor.findChildren(QLabel, "measure_stale")
    assert not stale.isVisible()
    workspace.session.run(EditStep(step, {"title_en": "Another title"}))
    qtbot.waitUntil(
        lambda: any(remark.startswith("1 mark is stale: KZ") for remark in _remarks(workspace)),
        timeout=LONG_MS,
    )
    qtbot.waitUntil(stale.isVisible, timeout=LONG_MS)


def _export(qtbot: QtBot, workspace: ProposalsWorkspace, folder: Path) -> Path:
    dialog = child(workspace.window(), QFileDialog, "export_dialog")
    path = folder / Path(dialog.selectedFiles()[0]).name
    dialog.setDirectory(str(folder))
    dialog.selectFile(str(path))
    with qtbot.waitSignal(workspace.session.noticed, timeout=LONG_MS) as noticed:
        dialog.accept()
    assert noticed.args[0].made == path
    return path


def test_both_files_are_exported_in_the_language_of_the_print(
    opened: Show, read: Wait, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace = opened()
    save(workspace.session.catalogue, SUGGESTED)
    workspace.session.refresh()
    read(workspace)
    workspace.preview.findChild(QWidget, "print_language")
    workspace.preview.language_chosen.emit(Language.RU)
    read(workspace)
    assert workspace.preview.foot.language.text() == "Русский"
    workspace.show_part("title")
    title = child(workspace, QLineEdit, "proposal_title")
    title.setFocus()
    title.selectAll()
    title.insert("Ввоз без повторов")
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(title, Qt.Key.Key_D, control)
    pdf = _export(qtbot, workspace, tmp_path)
    assert pdf.name.startswith("Ввоз без повторов, ")
    reader = pypdf.PdfReader(pdf)
    assert "Казахстан" in reader.pages[0].extract_text()
    assert "Выводы правил" in reader.pages[0].extract_text()
    read(workspace)
    assert workspace.preview.pages.paper is not None
    assert len(reader.pages) == len(workspace.preview.pages.paper.sizes)
    click(qtbot, workspace.preview, "preview_excel")
    xlsx = _export(qtbot, workspace, tmp_path)
    assert any("Казахстан" in name for name in CalamineWorkbook.from_path(xlsx).sheet_names)
    assert [action.objectName() for action in workspace.export_targets()] == [
        "proposals_pdf",
        "proposals_excel",
        "proposals_export_again",
        "proposals_preview",
        "proposals_print",
    ]
    # With the same choices it is written again after an edit: no dialog, the same file and language.
    assert workspace.actions_.papers.again.text() == f"Export again: {xlsx.name}"
    workspace.window().activateWindow()
    qtbot.waitUntil(workspace.isActiveWindow)
    before = xlsx.stat().st_mtime_ns
    with qtbot.waitSignal(workspace.session.noticed, timeout=LONG_MS) as noticed:
        qtbot.keyClick(workspace, Qt.Key.Key_E, control)
    assert noticed.args[0].made == xlsx
    assert xlsx.stat().st_mtime_ns > before


def test_deleting_asks_and_can_be_undone(opened: Show, window: MainWindow, read: Wait, qtbot: QtBot) -> None:
    workspace = opened()
    first = save(workspace.session.catalogue, MARKS)
    save(workspace.session.catalogue, SUGGESTED)
    workspace.session.refresh()
    workspace.open_proposal(first)
    workspace.actions_.delete.trigger()
    box = child(workspace, QMessageBox, "delete_proposal")
    assert MARKS.title in box.text()
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert len(_saved(workspace)) == 2
    QApplication.processEvents()
    box.setObjectName("")
    workspace.actions_.delete.trigger()
    click(qtbot, child(workspace, QMessageBox, "delete_proposal"), "delete_proposal_yes")
    assert [one.title for one in _saved(workspace)] == [SUGGESTED.title]
    assert workspace.proposal is not None
    assert workspace.proposal.title == SUGGESTED.title
    window.undo_action.trigger()
    assert {one.title for one in _saved(workspace)} == {MARKS.title, SUGGESTED.title}
    assert workspace.side.list.proposals.rowCount() == 2
    read(workspace)


def test_what_was_open_is_open_again_after_the_window_is_built_anew(
    shell: Shell, opened: Show, read: Wait, qtbot: QtBot
) -> None:
    workspace = opened()
    save(workspace.session.catalogue, MARKS)
    wanted = save(workspace.session.catalogue, SUGGESTED)
    save(workspace.session.catalogue, MARKS)
    workspace.session.refresh()
    workspace.open_proposal(wanted)
    read(workspace)
    measure = next(one for one in workspace.measures if len(one.parts) == 2)
    workspace.show_measure(measure, "UZ")
    workspace.preview.language_chosen.emit(Language.ZH)
    workspace.preview.choose_zoom(Fit.PAGE)
    state = workspace.save_state()
    assert state["measure"] == measure.key
    assert state["country"] == "UZ"
    shell.set_theme("dark")
    assert shell.window is not None
    again = shell.window.current
    assert isinstance(again, ProposalsWorkspace)
    assert again is not workspace
    assert again.save_state() == state
    read(again)
    qtbot.wait(50)
    assert again.save_state() == state
    assert again.proposal is not None
    assert again.proposal.id == wanted
    assert again.measure is not None
    assert again.measure.key == measure.key
    assert again.preview.pages.paper is not None
    assert again.preview.pages.paper.language is Language.ZH


def test_the_scope_can_be_changed_later(opened: Show, told: Wait, qtbot: QtBot) -> None:
    workspace = opened()
    save(workspace.session.catalogue, MARKS)
    workspace.session.refresh()
    told(workspace)
    workspace.show_part("title")
    click(qtbot, workspace, "proposal_scope")
    dialog = child(workspace, QDialog, "proposal_scope_dialog")
    checked = [
        box.objectName()
        for box in dialog.findChildren(QAbstractButton)
        if box.objectName().startswith("country_") and box.isChecked()
    ]
    assert checked == ["country_KZ", "country_UZ"]
    child(dialog, QAbstractButton, "country_KG").click()
    click(qtbot, dialog, "new_proposal_ok")
    assert [one[:2] for one in _saved(workspace)[0].procedures] == ["KG", "KZ", "UZ"]
    assert _saved(workspace)[0].title == MARKS.title
    told(workspace)
    assert workspace.dossier is not None
    assert workspace.dossier.countries == ("KG", "KZ", "UZ")


def test_a_proposal_that_cannot_be_read_says_why(
    opened: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = opened()
    catalogue = workspace.session.catalogue
    save(catalogue, MARKS)
    monkeypatch.setattr(type(catalogue), "path", None, raising=False)
    catalogue.path = Path("/nowhere/gone.customs")
    workspace.session.refresh()
    note = child(workspace.preview, QLabel, "preview_note")
    qtbot.waitUntil(lambda: bool(re.search(r"gone\.customs", note.text())), timeout=LONG_MS)
    assert not workspace.preview.pages.isVisible()


def test_nothing_is_laid_out_where_nobody_looks(
    opened: Show, read: Wait, window: MainWindow, qtbot: QtBot
) -> None:
    workspace = opened()
    catalogue = workspace.session.catalogue
    save(catalogue, MARKS)
    workspace.session.refresh()
    read(workspace)
    window.show_workspace("corridors")
    mark(catalogue, step_ids(catalogue)[0])
    workspace.session.refresh()
    qtbot.wait(500)
    assert not workspace._maker._newest.busy
    window.show_workspace("proposals")
    read(workspace)
    assert len(workspace.measures) == 1
