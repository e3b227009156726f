"""Editing, adding, moving, deleting and marking steps as an official does, and taking it back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
)

from customs_app.catalogue.commands import EditStep, SetMark
from customs_app.domain.codes import Channel, TimeKind, Verdict
from customs_app.domain.figures import Range
from customs_app.domain.review import Reviewer
from customs_app.ui.catalogue.columns import Column
from customs_app.ui.catalogue.dialogs import DocumentDialog, NewProcedureDialog
from customs_app.ui.catalogue.mark_panel import MarkPanel
from customs_app.ui.catalogue.step_editor import StepEditor
from customs_app.ui.filtering import MarkFilter

ROAD = "UZ-P-import-road"
Key, Modifier = Qt.Key, Qt.KeyboardModifier


def _numbers(workspace):
    return [row.step.seq for row in workspace.pane.model.shown_rows()]


def _undo(workspace, qtbot):
    qtbot.keyClick(workspace.pane.table, Key.Key_Z, Modifier.ControlModifier)


def _begin(workspace, qtbot, number, column):
    """Go to a cell and begin to edit it; its editor."""
    table = workspace.pane.table
    workspace.show_step(f"{ROAD}-{number:02d}")
    table.setCurrentIndex(workspace.pane.model.index_of(f"{ROAD}-{number:02d}", column))
    qtbot.keyClick(table, Key.Key_Return)
    editor = QApplication.focusWidget()
    assert editor.objectName() == "cell_editor"
    return editor


def _finish(workspace, qtbot, editor, key=Key.Key_Return):
    """End an edit by a key; Qt writes it at the next turn of the event loop."""
    with qtbot.waitSignal(workspace.session.changed):
        qtbot.keyClick(editor, key)


def _step(workspace, number):
    return workspace.session.catalogue.full_procedure(ROAD).step(f"{ROAD}-{number:02d}")


# -- in place


def test_a_time_is_edited_in_place_and_taken_back(workspace, qtbot):
    before = workspace.session.catalogue.fingerprint()
    editor = _begin(workspace, qtbot, 5, Column.TIME)
    assert editor.text() == ""
    qtbot.keyClicks(editor, "2 - 4")
    _finish(workspace, qtbot, editor)
    assert _step(workspace, 5).time.hours == Range(2, None, 4)
    assert _step(workspace, 5).time.kind is TimeKind.DURATION
    assert workspace.pane.model.index_of(f"{ROAD}-05", Column.TIME).data() == "2 – 4"
    assert workspace.pane.totals.findChild(QLabel, "coverage_time_text").text() == "Time 10 of 15"
    assert workspace.pane.table.hasFocus()
    _undo(workspace, qtbot)
    assert workspace.session.catalogue.fingerprint() == before
    assert workspace.pane.model.index_of(f"{ROAD}-05", Column.TIME).data() == "?"
    assert workspace.step.seq == 5


def test_the_title_is_edited_with_f2_and_the_inspector_follows(workspace, qtbot):
    workspace.show_step(f"{ROAD}-05")
    qtbot.keyClick(workspace.pane.table, Key.Key_F2)
    editor = workspace.pane.table.findChild(QLineEdit, "cell_editor")
    qtbot.keyClicks(editor, "Pay in advance")  # all of the title stands selected
    _finish(workspace, qtbot, editor)
    assert _step(workspace, 5).title.en == "Pay in advance"
    assert _step(workspace, 5).title.ru == "Оплата поставщику через банк"
    assert workspace.side.findChild(QLabel, "inspector_title").text() == "Pay in advance"


def test_what_cannot_be_read_stays_in_its_cell(workspace, qtbot):
    before = workspace.session.catalogue.fingerprint()
    editor = _begin(workspace, qtbot, 5, Column.TIME)
    qtbot.keyClicks(editor, "soon")
    qtbot.keyClick(editor, Key.Key_Return)
    assert editor.isVisible()
    assert editor.text() == "soon"
    assert "soon" in editor.accessibleDescription()
    qtbot.keyClick(editor, Key.Key_Escape)
    assert workspace.session.catalogue.fingerprint() == before


def test_escape_leaves_the_cell_as_it_was(workspace, qtbot):
    before = workspace.session.catalogue.fingerprint()
    editor = _begin(workspace, qtbot, 5, Column.COST)
    qtbot.keyClicks(editor, "63 USD")
    qtbot.keyClick(editor, Key.Key_Escape)
    assert workspace.session.catalogue.fingerprint() == before


def test_tab_goes_on_to_the_next_cell_of_the_row(workspace, qtbot):
    editor = _begin(workspace, qtbot, 5, Column.TIME)
    qtbot.keyClicks(editor, "3")
    _finish(workspace, qtbot, editor, Key.Key_Tab)
    assert _step(workspace, 5).time.hours.typ == 3
    assert workspace.pane.table.currentIndex().column() == Column.COST
    cost = [one for one in workspace.pane.table.findChildren(QLineEdit, "cell_editor") if one.isVisible()][-1]
    qtbot.keyClicks(cost, "10 usd")
    _finish(workspace, qtbot, cost)
    assert _step(workspace, 5).cost.amount == 10
    assert _step(workspace, 5).cost.currency == "USD"


def test_a_channel_and_an_agency_are_chosen_from_a_list(workspace, qtbot):
    editor = _begin(workspace, qtbot, 5, Column.CHANNEL)
    editor.setCurrentIndex(editor.findData("online"))
    editor.activated.emit(editor.currentIndex())
    assert _step(workspace, 5).channel is Channel.ONLINE
    agency = _begin(workspace, qtbot, 5, Column.AGENCY)
    names = [agency.itemText(n) for n in range(agency.count())]
    assert not any(name.startswith("UZ-") for name in names)
    agency.setCurrentIndex(agency.findData("UZ-A-customs"))
    agency.activated.emit(agency.currentIndex())
    assert _step(workspace, 5).agency_id == "UZ-A-customs"
    assert workspace.pane.model.index_of(f"{ROAD}-05", Column.AGENCY).data() == "Customs"


def test_a_law_is_emptied_to_unknown(workspace, qtbot):
    editor = _begin(workspace, qtbot, 14, Column.LAW)
    assert editor.text().startswith("Customs Code")
    editor.clear()
    _finish(workspace, qtbot, editor)
    assert _step(workspace, 14).legal_basis is None
    assert workspace.pane.model.index_of(f"{ROAD}-14", Column.LAW).data() == "?"


# -- moving, deleting, adding


def test_a_step_moves_with_alt_and_the_arrows(workspace, qtbot):
    workspace.show_step(f"{ROAD}-02")
    qtbot.keyClick(workspace.pane.table, Key.Key_Down, Modifier.AltModifier)
    assert _step(workspace, 2).seq == 3
    assert workspace.step.id == f"{ROAD}-02"
    assert workspace.step.seq == 3
    qtbot.keyClick(workspace.pane.table, Key.Key_Up, Modifier.AltModifier)
    assert _step(workspace, 2).seq == 2


def _question(workspace):
    boxes = workspace.findChildren(QMessageBox, "delete_step")
    assert len(boxes) == 1
    return boxes[0]


def test_deleting_asks_and_says_what_goes_with_it(workspace, qtbot):
    before = workspace.session.catalogue.fingerprint()
    qtbot.keyClick(workspace.pane.table, Key.Key_Delete)
    box = _question(workspace)
    says = box.informativeText()
    assert "8 documents of this step go with it." in says
    assert "14, 15, 16" in says
    assert workspace.session.catalogue.fingerprint() == before
    qtbot.mouseClick(box.findChild(QPushButton, "delete_step_yes"), Qt.MouseButton.LeftButton)
    assert 13 not in _numbers(workspace)
    assert workspace.step.seq == 16  # the one that stood behind it
    _undo(workspace, qtbot)
    assert workspace.session.catalogue.fingerprint() == before
    assert 13 in _numbers(workspace)


def test_deleting_can_be_thought_better_of(workspace, qtbot):
    before = workspace.session.catalogue.fingerprint()
    qtbot.keyClick(workspace.pane.table, Key.Key_Delete)
    _question(workspace).reject()
    assert workspace.session.catalogue.fingerprint() == before
    assert workspace.step.seq == 13


def test_a_step_is_added_behind_the_chosen_one(workspace, qtbot):
    before = workspace.session.catalogue.fingerprint()
    qtbot.keyClick(workspace.pane.table, Key.Key_Insert)
    editor = workspace.side.editor
    title = editor.findChild(QLineEdit, "step_title_en")
    assert title.hasFocus()
    qtbot.keyClick(title, Key.Key_Return)
    assert editor.findChild(QLabel, "step_title_en_wrong").isVisible()
    assert editor.findChild(QLabel, "step_activity_wrong").isVisible()
    assert editor.findChild(QLabel, "step_editor_says").text() == "2 fields are wrong"
    qtbot.keyClicks(title, "Weigh the lorry")
    activity = editor.findChild(QComboBox, "step_activity")
    activity.setCurrentIndex(activity.findData("DCL-04"))
    qtbot.keyClicks(editor.findChild(QLineEdit, "step_depends_on"), "12")
    qtbot.keyClick(title, Key.Key_Return)
    assert workspace.step.title.en == "Weigh the lorry"
    assert workspace.step.seq == 14
    assert workspace.step.depends_on == (f"{ROAD}-12",)
    assert len(_numbers(workspace)) == 25
    assert workspace.side.currentWidget() is not editor
    _undo(workspace, qtbot)
    assert workspace.session.catalogue.fingerprint() == before


# -- the form


@pytest.fixture
def form(workspace, qtbot) -> StepEditor:
    """The form of step 13."""
    workspace.actions_.open_editor()
    assert workspace.side.currentWidget() is workspace.side.editor
    return workspace.side.editor


def test_the_form_shows_names_and_numbers_not_ids(form):
    assert form.findChild(QLineEdit, "step_depends_on").text() == "2, 12"
    assert form.findChild(QLineEdit, "step_time_covers").text() == "1, 2, 4, 13"
    assert form.findChild(QComboBox, "step_agency_id").currentText().startswith("Customs broker")
    assert form.findChild(QLineEdit, "step_time_typ_h").text() == "150"


def test_enter_saves_only_what_was_changed(workspace, form, qtbot):
    before = _step(workspace, 13)
    field = form.findChild(QLineEdit, "step_time_typ_h")
    field.selectAll()
    qtbot.keyClicks(field, "160")
    qtbot.keyClick(field, Key.Key_Return)
    after = _step(workspace, 13)
    assert after.time.hours.typ == 160
    assert after.time.covers == before.time.covers
    assert (after.title, after.cost, after.source_ids) == (before.title, before.cost, before.source_ids)
    assert workspace.pane.table.hasFocus()
    assert workspace.session.catalogue.history(1)[0].changes == 1


def test_nothing_changed_writes_nothing(workspace, form, qtbot):
    qtbot.keyClick(form.findChild(QLineEdit, "step_title_en"), Key.Key_Return)
    assert workspace.session.catalogue.history() == ()
    assert workspace.side.currentWidget() is not form


def test_a_wrong_field_says_what_is_wrong_with_it(workspace, form, qtbot):
    field = form.findChild(QLineEdit, "step_depends_on")
    field.selectAll()
    qtbot.keyClicks(field, "2, 99")
    qtbot.keyClick(field, Key.Key_Return)
    wrong = form.findChild(QLabel, "step_depends_on_wrong")
    assert wrong.isVisible()
    assert "99" in wrong.text()
    assert field.hasFocus()
    assert workspace.session.catalogue.history() == ()


def test_what_the_catalogue_refuses_is_said_at_the_field(workspace, form, qtbot):
    least = form.findChild(QLineEdit, "step_time_min_h")
    qtbot.keyClicks(least, "500")  # more than the typical 150
    qtbot.keyClick(least, Key.Key_Return)
    shown = [label for label in form.findChildren(QLabel) if label.objectName().endswith("_wrong")]
    assert any(label.isVisible() for label in shown)
    assert form.findChild(QLabel, "step_editor_says").isVisible()
    assert workspace.session.catalogue.history() == ()
    assert workspace.side.currentWidget() is form


def test_escape_goes_back_and_keeps_what_was_typed(workspace, form, qtbot):
    field = form.findChild(QLineEdit, "step_locator")
    field.selectAll()
    qtbot.keyClicks(field, "page 4")
    qtbot.keyClick(field, Key.Key_Escape)
    link = workspace.side.findChild(QPushButton, "unsaved_edit")
    assert link.isVisible()
    workspace.show_step(f"{ROAD}-12")
    qtbot.waitUntil(lambda: not link.isVisible())
    workspace.show_step(f"{ROAD}-13")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert field.text() == "page 4"
    qtbot.mouseClick(form.findChild(QPushButton, "step_editor_discard"), Qt.MouseButton.LeftButton)
    assert field.text() == "Uzbekistan row (rank 18)"


def test_choosing_another_step_keeps_what_was_typed(workspace, form, qtbot):
    field = form.findChild(QLineEdit, "step_locator")
    qtbot.keyClicks(field, "x")
    workspace.show_step(f"{ROAD}-12")
    assert workspace.side.currentWidget() is not form
    workspace.show_step(f"{ROAD}-13")
    assert workspace.side.findChild(QPushButton, "unsaved_edit").isVisible()
    assert workspace.session.catalogue.history() == ()


# -- marks


@pytest.fixture
def panel(workspace, qtbot) -> MarkPanel:
    """The panel that marks step 13, opened by its key."""
    qtbot.keyClick(workspace.pane.table, "M")
    assert workspace.side.currentWidget() is workspace.side.marking
    return workspace.side.marking


def _marks(workspace):
    return workspace.session.catalogue.marks([ROAD])


def test_a_step_is_marked_with_three_gestures_and_taken_back(workspace, panel, qtbot):
    before = workspace.session.catalogue.fingerprint()
    qtbot.keyClick(QApplication.focusWidget(), "2")
    reason = QApplication.focusWidget()
    assert reason.objectName() == "mark_reason"
    qtbot.keyClicks(reason, "2019 decree forbids it")
    qtbot.keyClick(reason, Key.Key_Return)
    (mark,) = _marks(workspace)
    assert (mark.step_id, mark.verdict, mark.reason) == (
        f"{ROAD}-13",
        Verdict.REMOVE,
        "2019 decree forbids it",
    )
    assert mark.reviewer == Reviewer("A. Karimova", "Secretariat")
    assert workspace.pane.table.hasFocus()
    assert workspace.pane.model.index_of(f"{ROAD}-13", Column.MARK).data() == "Remove"
    assert workspace.side.findChild(QLabel, "mark_title").text() == "Remove"
    _undo(workspace, qtbot)
    assert workspace.session.catalogue.fingerprint() == before


def test_record_says_why_it_cannot_be_pressed(panel, qtbot):
    record, why = panel.findChild(QPushButton, "mark_record"), panel.findChild(QLabel, "mark_missing")
    assert not record.isEnabled()
    assert why.text() == "Choose a verdict (1 to 8)"
    qtbot.keyClick(panel, "6")
    assert not record.isEnabled()
    assert why.text() == "Write why"
    qtbot.keyClicks(panel.findChild(QPlainTextEdit, "mark_reason"), "portal")
    assert record.isEnabled()
    assert why.text() == ""


def test_keep_needs_no_reason(workspace, panel, qtbot):
    qtbot.keyClick(panel, "1")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert [mark.verdict for mark in _marks(workspace)] == [Verdict.KEEP]


def test_merging_needs_another_step(workspace, panel, qtbot):
    qtbot.keyClick(panel, "3")
    into = panel.findChild(QComboBox, "mark_merge_into")
    assert into.isVisible()
    assert into.findData(f"{ROAD}-13") < 0
    qtbot.keyClicks(panel.findChild(QPlainTextEdit, "mark_reason"), "same data")
    assert panel.missing() == "Choose the step into which it is merged"
    into.setCurrentIndex(into.findData(f"{ROAD}-16"))
    panel.record()
    (mark,) = _marks(workspace)
    assert mark.merge_into == f"{ROAD}-16"
    assert "step 16" in workspace.side.findChild(QLabel, "mark_title").text()


def test_removing_a_safeguard_shows_what_it_protects(workspace, qtbot):
    workspace.show_step(f"{ROAD}-20")
    qtbot.keyClick(workspace.pane.table, "M")
    panel = workspace.side.marking
    guard = panel._guard
    assert not guard.isVisible()
    qtbot.keyClick(panel, "2")
    assert guard.isVisible()
    says = [label.text() for label in guard.findChildren(QLabel)]
    assert any(text.startswith("Revenue: still covered by steps") for text in says)
    assert any("Intellectual property: nothing else" in text for text in says)
    assert panel.missing() == "Write why: nothing else guards against this risk"
    qtbot.keyClick(panel, "1")
    assert not guard.isVisible()


def test_a_document_is_marked_by_itself(workspace, qtbot):
    view = workspace.side.documents.view
    view.setFocus()
    names = [view.lines.index(row).data() for row in range(view.lines.rowCount())]
    view.setCurrentIndex(view.lines.index(names.index("Packing list")))
    qtbot.keyClick(view, "M")
    panel = workspace.side.marking
    assert panel.findChild(QComboBox, "mark_target").currentText() == "Document: Packing list"
    qtbot.keyClick(panel, "2")
    qtbot.keyClicks(panel.findChild(QPlainTextEdit, "mark_reason"), "forbidden")
    qtbot.keyClick(panel.findChild(QPlainTextEdit, "mark_reason"), Key.Key_Return)
    (mark,) = _marks(workspace)
    assert mark.document_id == "UZ-D-packing"
    assert workspace.side.findChild(QLabel, "mark_title").text() == "Remove · Packing list"


def test_escape_leaves_the_panel_and_keeps_the_words(workspace, panel, qtbot):
    qtbot.keyClick(panel, "6")
    reason = panel.findChild(QPlainTextEdit, "mark_reason")
    qtbot.keyClicks(reason, "half a thought")
    qtbot.keyClick(reason, Key.Key_Escape)
    assert workspace.pane.table.hasFocus()
    assert _marks(workspace) == ()
    workspace.show_step(f"{ROAD}-12")
    workspace.show_step(f"{ROAD}-13")
    qtbot.keyClick(workspace.pane.table, "M")
    assert reason.toPlainText() == "half a thought"
    assert panel.draft.verdict is Verdict.ONLINE


def test_one_s_own_mark_is_changed_and_taken_back(workspace, qtbot):
    workspace.session.run(SetMark(f"{ROAD}-13", Verdict.ONLINE, "portal"))
    qtbot.mouseClick(workspace.side.findChild(QPushButton, "mark_change"), Qt.MouseButton.LeftButton)
    panel = workspace.side.marking
    assert panel.draft.reason == "portal"
    qtbot.keyClick(panel, "8")
    panel.record()
    (mark,) = _marks(workspace)
    assert (mark.verdict, mark.reason) == (Verdict.LAW_FIRST, "portal")
    qtbot.mouseClick(workspace.side.findChild(QPushButton, "mark_remove"), Qt.MouseButton.LeftButton)
    assert _marks(workspace) == ()


def test_a_stale_mark_says_what_has_changed_and_is_confirmed(workspace, qtbot):
    workspace.session.run(SetMark(f"{ROAD}-13", Verdict.ONLINE, "portal"))
    workspace.session.run(EditStep(f"{ROAD}-13", {"time_typ_h": 160}))
    stale = workspace.side.findChild(QLabel, "mark_stale")
    assert stale.text() == "Changed since:\ntypical time: 150 → 160"
    qtbot.mouseClick(workspace.side.findChild(QPushButton, "mark_confirm"), Qt.MouseButton.LeftButton)
    assert _marks(workspace)[0].stale == ()


def test_marks_of_others_offer_nothing_and_are_filtered(workspace, qtbot):
    catalogue, session = workspace.session.catalogue, workspace.session
    catalogue.run(SetMark(f"{ROAD}-13", Verdict.KEEP, "needed"), Reviewer("B. Lee", "CN"))
    session.run(SetMark(f"{ROAD}-12", Verdict.PARALLEL, "at once"))
    session.run(SetMark(f"{ROAD}-16", Verdict.ONLINE, "portal"))
    session.run(EditStep(f"{ROAD}-16", {"locator": "elsewhere"}))
    workspace.show_step(f"{ROAD}-13")
    assert "China" in " ".join(label.text() for label in workspace.side.marks.findChildren(QLabel))
    shown = [
        button for button in workspace.side.findChildren(QPushButton, "mark_remove") if button.isVisible()
    ]
    assert shown == []
    box = workspace.pane.findChild(QComboBox, "mark_filter")
    for wanted, numbers in (
        (MarkFilter.MINE, [12, 16]), (MarkFilter.OTHERS, [13]), (MarkFilter.STALE, [16]),
    ):  # fmt: skip
        box.setCurrentIndex(box.findData(wanted))
        assert _numbers(workspace) == numbers
    box.setCurrentIndex(box.findData(MarkFilter.UNMARKED))
    assert len(_numbers(workspace)) == 21


def test_a_mark_under_a_filter_that_hides_it_moves_on(workspace, qtbot):
    box = workspace.pane.findChild(QComboBox, "mark_filter")
    box.setCurrentIndex(box.findData(MarkFilter.UNMARKED))
    workspace.session.run(SetMark(f"{ROAD}-13", Verdict.KEEP, "needed"))
    assert 13 not in _numbers(workspace)
    assert workspace.step is not None
    assert workspace.side.step == workspace.step


# -- documents and procedures


def test_a_document_is_added_and_removed(workspace, qtbot):
    workspace.show_step(f"{ROAD}-05")
    qtbot.mouseClick(workspace.side.findChild(QPushButton, "add_document"), Qt.MouseButton.LeftButton)
    dialog = workspace.findChild(DocumentDialog)
    name = dialog.findChild(QComboBox, "step_document_name")
    name.setCurrentIndex(name.findData("UZ-D-invoice"))
    dialog.accept()
    (use,) = workspace.session.catalogue.full_procedure(ROAD).uses[f"{ROAD}-05"]
    assert use.document_id == "UZ-D-invoice"
    view = workspace.side.documents.view
    assert view.lines.rowCount() == 1
    view.setCurrentIndex(view.lines.index(0))
    workspace.actions_.remove_document.trigger()
    assert f"{ROAD}-05" not in workspace.session.catalogue.full_procedure(ROAD).uses


def test_a_procedure_is_written_and_stands_open_and_empty(workspace, qtbot):
    workspace.actions_.new_procedure.trigger()
    dialog = workspace.findChild(NewProcedureDialog)
    assert dialog.country == "UZ"
    assert not dialog.ok.isEnabled()
    qtbot.keyClicks(dialog.findChild(QLineEdit, "new_procedure_title_en"), "Export silk")
    assert dialog.ok.isEnabled()
    regime = dialog.findChild(QComboBox, "new_procedure_regime")
    regime.setCurrentIndex(1)
    dialog.done(QDialog.DialogCode.Accepted)
    assert workspace.opened.full.procedure.title.en == "Export silk"
    assert workspace.opened.full.steps == ()
    assert not workspace.pane.table.isVisible()
    assert not workspace.pane.totals.isVisible()
    add = workspace.pane.findChild(QPushButton, "empty_catalogue_add_step")
    assert add.isVisible()
    assert workspace.tree.model.index_of(workspace.opened.full.procedure.id).isValid()


def test_what_is_gone_after_an_undo_is_left(workspace, qtbot):
    workspace.actions_.new_procedure.trigger()
    dialog = workspace.findChild(NewProcedureDialog)
    qtbot.keyClicks(dialog.findChild(QLineEdit, "new_procedure_title_en"), "Export silk")
    dialog.done(QDialog.DialogCode.Accepted)
    made = workspace.opened.full.procedure.id
    workspace.session.undo()
    assert workspace.opened.full.procedure.id != made
    assert not workspace.tree.model.index_of(made).isValid()


def test_a_read_only_catalogue_offers_no_change(workspace):
    workspace.session.catalogue.read_only = True
    workspace.session.refresh()
    acts = workspace.actions_
    for action in (acts.add, acts.delete, acts.mark, acts.edit, acts.up, acts.new_procedure):
        assert not action.isEnabled(), action.objectName()
    assert not workspace.pane.findChild(QToolButton, "add_step_button").isEnabled()
    index = workspace.pane.model.index_of(f"{ROAD}-13", Column.TITLE)
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
