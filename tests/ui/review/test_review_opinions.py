"""A person accepts and dismisses findings, comments on marks, and works in a blind round."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from customs_app.catalogue.commands.comments import AddComment
from customs_app.catalogue.commands.marks import SetMark
from customs_app.catalogue.commands.steps import EditStep
from customs_app.domain.codes import Confidence, RoundState, Verdict
from customs_app.domain.review import Finding, Reviewer
from customs_app.ui.main_window import MainWindow
from customs_app.ui.review.grouping import DISMISSED
from customs_app.ui.review.left_pane import FINDINGS, MARKS, TABS
from customs_app.ui.review.round_dialogs import StartRoundDialog
from customs_app.ui.review.workspace import ReviewWorkspace
from tests.ui.conftest import WHO

OTHER = Reviewer("D. Lee", "KG")


def _finding(review: ReviewWorkspace, rule: str = "R01") -> Finding:
    """Choose the first listed finding of a rule."""
    finding = next(one for one in review.findings.shown if one.rule == rule)
    assert review.side.view.show_finding(finding.key)
    return finding


def _said(part: QWidget) -> str:
    for _ in range(3):  # rows that were just made are shown a turn or two later
        QApplication.processEvents()
    return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


def _click(window: QWidget, name: str, qtbot: QtBot) -> None:
    _said(window)
    (button,) = [one for one in window.findChildren(QAbstractButton, name) if one.isVisible()]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _dismissed(review: ReviewWorkspace) -> list[str]:
    return [one.key for group in review.side.model.groups if group.dismissed for one in group.findings]


# -- accept


def test_one_key_accepts_with_the_finding_as_reason(review: ReviewWorkspace, qtbot: QtBot) -> None:
    finding, bar = _finding(review), review.pane.bar
    qtbot.keyClick(review.side.view, Qt.Key.Key_A)
    assert bar.decision.verdict is Verdict.SUBMIT_ONCE
    assert bar.reason.hasFocus()
    assert bar.reason.selectedText() == bar.reason.text() == review.words.say(finding.summary)
    qtbot.keyClick(bar.reason, Qt.Key.Key_Return)
    (mark,) = review.session.catalogue.marks()
    assert (mark.verdict, mark.finding) == (Verdict.SUBMIT_ONCE, finding.key)
    assert mark.reason == review.words.say(finding.summary)


def test_the_offered_reason_gives_way_and_what_is_written_stays(
    review: ReviewWorkspace, qtbot: QtBot
) -> None:
    finding, bar = _finding(review), review.pane.bar
    offered = review.words.say(finding.summary)
    bar.choose(Verdict.ONLINE)
    assert bar.reason.text() == offered
    bar.choose(Verdict.KEEP)
    assert bar.reason.text() == "", "the finding is no reason to keep"
    bar.choose(Verdict.MERGE)
    qtbot.keyClick(bar.reason, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(bar.reason, "One look is enough")
    bar.choose(Verdict.KEEP)
    assert bar.reason.text() == "One look is enough"
    bar.dismiss()
    assert bar.reason.text() == "One look is enough"
    assert bar.decision.dismiss
    assert bar.decision.verdict is None
    bar.choose(Verdict.KEEP)
    assert not bar.decision.dismiss


def test_a_sole_safeguard_wants_words_of_one_s_own(review: ReviewWorkspace) -> None:
    bar = review.pane.bar
    for key in review.side.model.keys:
        review.side.view.show_finding(key)
        bar.choose(Verdict.REMOVE)
        if bar.guard.sole_safeguard:
            break
    assert bar.guard.sole_safeguard
    assert bar.reason.text() == ""
    assert not bar.record_button.isEnabled()


def test_the_suggested_verdict_shows_its_key(review: ReviewWorkspace) -> None:
    _finding(review)
    tips = {button.verdict: button.toolTip() for button in review.pane.bar.buttons}
    assert "(A)" in tips[Verdict.SUBMIT_ONCE]
    assert sum("(A)" in tip for tip in tips.values()) == 1


# -- dismiss


def test_a_finding_is_dismissed_with_a_reason_and_taken_back(
    review: ReviewWorkspace, window: MainWindow, qtbot: QtBot
) -> None:
    finding, bar = _finding(review), review.pane.bar
    after = review.side.view.key_after(finding.key)
    qtbot.keyClick(review.side.view, Qt.Key.Key_0)
    assert bar.dismiss_button.isChecked()
    assert bar.reason.hasFocus()
    assert not bar.record_button.isEnabled()
    assert bar.record_button.toolTip() == "Write why it is not redundant"
    qtbot.keyClicks(bar.reason, "Each body keeps its own file by law")
    qtbot.keyClick(bar.reason, Qt.Key.Key_Return)
    (row,) = review.session.catalogue.dismissals()
    assert (row.finding, row.procedure_id, row.reviewer) == (finding.key, finding.procedure, WHO)
    assert row.reason == "Each body keeps its own file by law"
    assert _dismissed(review) == [finding.key]
    assert DISMISSED in review.side.view.folded
    assert review.side.model.groups[-1].key == DISMISSED
    assert review.findings.desk.finding is not None
    assert review.findings.desk.finding.key == after
    assert review.status_text().endswith("1 dismissed")
    assert review.side.view.show_finding(finding.key)
    said = _said(review.pane.dismissed)
    assert "A. Karimova" in said
    assert "Secretariat" in said
    assert "own file by law" in said
    assert bar.decision.dismiss, "one's own word can be changed"
    _click(window, "dismissed_take_back", qtbot)
    assert review.session.catalogue.dismissals() == ()
    assert _dismissed(review) == []
    assert not review.pane.dismissed.isVisible()


def test_a_verdict_on_what_one_dismissed_takes_the_dismissal_back(
    review: ReviewWorkspace, qtbot: QtBot
) -> None:
    finding, bar = _finding(review), review.pane.bar
    qtbot.keyClick(review.side.view, Qt.Key.Key_0)
    qtbot.keyClicks(bar.reason, "No")
    qtbot.keyClick(bar.reason, Qt.Key.Key_Return)
    review.side.view.show_finding(finding.key)
    bar.choose(Verdict.KEEP)
    qtbot.keyClick(bar.reason, Qt.Key.Key_Return)
    assert [mark.verdict for mark in review.session.catalogue.marks()] == [Verdict.KEEP]
    assert _dismissed(review) == []
    assert not review.pane.dismissed.isVisible()
    qtbot.keyClick(review.side.view, Qt.Key.Key_U)
    assert review.session.catalogue.marks() == ()
    assert _dismissed(review) == [finding.key]


def test_undo_takes_a_dismissal_back(review: ReviewWorkspace, qtbot: QtBot) -> None:
    finding = _finding(review)
    qtbot.mouseClick(review.pane.bar.dismiss_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(review.pane.bar.reason, "No")
    qtbot.keyClick(review.pane.bar.reason, Qt.Key.Key_Return)
    assert _dismissed(review) == [finding.key]
    qtbot.keyClick(review.side.view, Qt.Key.Key_U)
    assert _dismissed(review) == []


def test_a_dismissed_finding_comes_back_when_its_evidence_changes(
    review: ReviewWorkspace, qtbot: QtBot
) -> None:
    finding = _finding(review, "R12")
    qtbot.keyClick(review.side.view, Qt.Key.Key_0)
    qtbot.keyClicks(review.pane.bar.reason, "The law is secret")
    qtbot.keyClick(review.pane.bar.reason, Qt.Key.Key_Return)
    assert _dismissed(review) == [finding.key]
    before = review.reading.loaded
    review.session.run(EditStep(finding.steps[0], {"locator": "page 9"}))
    qtbot.waitUntil(lambda: review.reading.loaded is not before, timeout=20_000)
    assert review.reading.loaded is not None
    assert finding.key in review.reading.loaded.by_key
    assert _dismissed(review) == []
    review.go_to(None, finding.key)
    assert "the evidence has changed since" in _said(review.pane.dismissed)


def test_what_another_dismissed_is_told_and_not_to_be_taken_back(
    review: ReviewWorkspace, window: MainWindow, qtbot: QtBot
) -> None:
    finding = _finding(review)
    review.session.who = OTHER
    qtbot.keyClick(review.side.view, Qt.Key.Key_0)
    qtbot.keyClicks(review.pane.bar.reason, "Not ours")
    qtbot.keyClick(review.pane.bar.reason, Qt.Key.Key_Return)
    review.session.who = WHO
    assert _dismissed(review) == [finding.key]
    review.side.view.show_finding(finding.key)
    assert "Kyrgyzstan" in _said(review.pane.dismissed)
    assert window.findChildren(QAbstractButton, "dismissed_take_back") == [
        one for one in window.findChildren(QAbstractButton, "dismissed_take_back") if not one.isVisible()
    ]
    assert not review.pane.bar.decision.dismiss


# -- comments


def _commented(review: ReviewWorkspace) -> Finding:
    finding = _finding(review)
    review.session.catalogue.run(SetMark(finding.steps[-1], Verdict.REMOVE, "Twice"), OTHER)
    review.session.refresh()
    return finding


def test_a_mark_is_commented_on_and_the_comment_changed(
    review: ReviewWorkspace, window: MainWindow, qtbot: QtBot
) -> None:
    _commented(review)
    _click(window, "comment_add", qtbot)
    edit = QApplication.focusWidget()
    assert isinstance(edit, QPlainTextEdit)
    qtbot.keyClicks(edit, "12 years ago")
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(edit, "it was so")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    (comment,) = review.session.catalogue.comments()
    assert comment.text == "12 years ago\nit was so"
    assert comment.text in _said(review.inspecting.inspector.marks)
    _click(window, "comment_edit", qtbot)
    edit = QApplication.focusWidget()
    assert isinstance(edit, QPlainTextEdit)
    assert edit.toPlainText() == comment.text
    edit.selectAll()
    qtbot.keyClicks(edit, "It is so")
    _click(window, "comment_record", qtbot)
    assert [one.text for one in review.session.catalogue.comments()] == ["It is so"]
    _click(window, "comment_remove", qtbot)
    assert review.session.catalogue.comments() == ()


def test_a_comment_that_is_being_written_outlives_what_happens(
    review: ReviewWorkspace, window: MainWindow, qtbot: QtBot
) -> None:
    finding = _commented(review)
    _click(window, "comment_add", qtbot)
    edit = QApplication.focusWidget()
    assert isinstance(edit, QPlainTextEdit)
    qtbot.keyClicks(edit, "half a tho")
    (mark,) = review.session.catalogue.marks()
    review.session.catalogue.run(AddComment(mark.id, "Quite so"), OTHER)
    review.session.run(SetMark("UZ-P-import-road-01", Verdict.KEEP, "Elsewhere"))
    assert "Quite so" in _said(review.inspecting.inspector.marks)
    assert edit.hasFocus(), "nobody is interrupted"
    qtbot.keyClicks(edit, "ught")
    review.side.view.show_finding(review.side.view.key_after(finding.key) or "")
    _said(review.inspecting.inspector)
    review.side.view.show_finding(finding.key)
    assert "Quite so" in _said(review.inspecting.inspector.marks)
    (field,) = [one for one in window.findChildren(QPlainTextEdit, "comment_edit_text") if one.isVisible()]
    assert field.toPlainText() == "half a thought"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()
    _click(window, "comment_add", qtbot)
    assert field.toPlainText() == "half a thought"


def test_only_one_s_own_comment_can_be_changed(review: ReviewWorkspace, window: MainWindow) -> None:
    _commented(review)
    (mark,) = review.session.catalogue.marks()
    review.session.catalogue.run(AddComment(mark.id, "Quite so"), OTHER)
    review.session.refresh()
    said = _said(review.inspecting.inspector.marks)
    assert "Quite so" in said
    assert "D. Lee" in said
    assert [one for one in window.findChildren(QAbstractButton, "comment_edit") if one.isVisible()] == []


# -- rounds


def _start(review: ReviewWorkspace, window: MainWindow, qtbot: QtBot) -> StartRoundDialog:
    review.actions_.rounds.start.trigger()
    dialog = window.findChild(StartRoundDialog)
    assert dialog is not None
    return dialog


def test_a_round_takes_in_what_is_chosen(review: ReviewWorkspace, window: MainWindow, qtbot: QtBot) -> None:
    assert not review.actions_.rounds.open.isEnabled()
    dialog = _start(review, window, qtbot)
    assert dialog.all.isChecked(), "nothing is filtered"
    assert dialog.procedures == ()
    dialog.countries.click()
    assert not dialog.ok.isEnabled()
    dialog.ticks["TJ"].click()
    loaded = review.reading.loaded
    assert loaded is not None
    tajik = {one.procedure.id for one in loaded.procedures.values() if one.procedure.country == "TJ"}
    assert set(dialog.procedures) == tajik
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    (round_,) = review.session.catalogue.rounds()
    assert set(round_.procedures) == tajik
    assert round_.state is RoundState.BLIND
    assert review.actions_.rounds.open.isEnabled()


def test_a_round_over_what_is_filtered(review: ReviewWorkspace, window: MainWindow, qtbot: QtBot) -> None:
    review.side.bar.countries._ticks["UZ"].trigger()
    dialog = _start(review, window, qtbot)
    filtered = dialog.findChild(QRadioButton, "round_filtered")
    assert filtered is not None
    assert filtered.isChecked()
    assert "UZ" in filtered.text()
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    (round_,) = review.session.catalogue.rounds()
    assert {one.partition("-")[0] for one in round_.procedures} == {"UZ"}


def test_a_whole_round_of_two_delegations(review: ReviewWorkspace, window: MainWindow, qtbot: QtBot) -> None:
    finding = _finding(review)
    step = finding.steps[-1]
    qtbot.mouseClick(_start(review, window, qtbot).ok, Qt.MouseButton.LeftButton)
    session, inspector = review.session, review.inspecting.inspector
    qtbot.keyClick(review.side.view, Qt.Key.Key_A)
    qtbot.keyClick(review.pane.bar.reason, Qt.Key.Key_Return)
    session.who = OTHER
    review.side.view.show_finding(finding.key)
    assert review.reading.book.of_step(step) == ()
    assert review.reading.book.hidden_of([step]) == (WHO,)
    assert "0 marked" in review.status_text()
    said = _said(inspector)
    assert "Round 1, blind" in said
    assert "A. Karimova" not in said
    delegations = inspector.round.view.lines
    rows = {delegations.index(row, 0).data(): row for row in range(delegations.rowCount())}
    spoken = delegations.index(rows["Secretariat"], 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Secretariat, marked"
    waited = delegations.index(rows["Kyrgyzstan"], 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert waited == "KG, Kyrgyzstan, awaited"
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)  # the dialog has the keys as long as it is being closed
    review.focus_main()
    qtbot.keyClick(review.side.view, Qt.Key.Key_1)
    qtbot.keyClick(review.pane.bar.reason, Qt.Key.Key_Return)
    assert [mark.reviewer for mark in review.reading.book.every] == [OTHER]
    qtbot.keyClick(review.side.view, Qt.Key.Key_M)
    assert review.marks.shown == 1
    review.actions_.rounds.open.trigger()
    box = window.findChild(QMessageBox, "open_round_dialog")
    assert box is not None
    assert "Kyrgyzstan: 1 step marked" in box.informativeText()
    assert "Secretariat: 1 step marked" in box.informativeText()
    assert "Nothing yet from: Belarus" in box.informativeText()
    _click(box, "open_round_yes", qtbot)
    assert {mark.reviewer for mark in review.reading.book.every} == {WHO, OTHER}
    assert review.marks.shown == 2
    qtbot.keyClick(review.marks.table, Qt.Key.Key_M)
    review.side.view.show_finding(finding.key)
    said = _said(inspector)
    assert "Round 1, opened" in said
    assert "A. Karimova" in said
    assert not review.actions_.rounds.open.isEnabled()
    session.undo()
    assert [mark.reviewer for mark in review.reading.book.every] == [OTHER], "the round is blind again"


def test_a_round_is_not_opened_by_mistake(review: ReviewWorkspace, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(_start(review, window, qtbot).ok, Qt.MouseButton.LeftButton)
    review.actions_.rounds.open.trigger()
    box = window.findChild(QMessageBox, "open_round_dialog")
    assert box is not None
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    (round_,) = review.session.catalogue.rounds()
    assert round_.state is RoundState.BLIND


# -- ways


def test_w_leads_to_those_who_live_without_the_step(
    review: ReviewWorkspace, window: MainWindow, qtbot: QtBot
) -> None:
    assert review.reading.loaded is not None
    finding = next(one for one in review.reading.loaded.findings if one.rule == "R06")
    review.go_to(None, finding.key)
    window.right.hide()
    qtbot.keyClick(review.side.view, Qt.Key.Key_W)
    view = review.inspecting.inspector.peers.view
    assert window.right.isVisible()
    assert view.hasFocus()
    texts = [view.lines.index(row, 0).data() for row in range(view.lines.rowCount())]
    assert texts[0].startswith("no such step · ")
    view.setCurrentIndex(view.lines.index(1, 0))
    place = view.current
    assert isinstance(place, tuple)
    assert place[1] is None
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert window.current is not None
    assert window.current.save_state()["procedure"] == place[0]


def test_tabs_are_gone_through_by_keys(review: ReviewWorkspace, qtbot: QtBot) -> None:
    tabs = review.side.tabs
    tabs.buttons[0].setFocus()
    qtbot.keyClick(tabs.buttons[0], Qt.Key.Key_Right)
    assert review.side.tab == MARKS
    assert tabs.buttons[1].hasFocus()
    qtbot.keyClick(tabs.buttons[1], Qt.Key.Key_Left)
    assert review.side.tab == FINDINGS
    qtbot.keyClick(tabs.buttons[0], Qt.Key.Key_Left)
    assert review.side.tab == FINDINGS


@pytest.mark.parametrize("place", range(2, len(TABS)))
def test_each_board_has_its_place(review: ReviewWorkspace, qtbot: QtBot, place: int) -> None:
    key = list(TABS)[place]
    qtbot.mouseClick(review.side.tabs.buttons[place], Qt.MouseButton.LeftButton)
    board = review.board
    assert board is not None
    assert board.key == key
    assert board.centre.isVisible()
    assert board.left.isVisible()
    assert review.side.bar.regime.isVisible()
    assert not review.side.bar.text.isVisible()
    assert review.dock_titles()[0] == TABS[key]
    state = review.save_state()
    assert state["tab"] == key
    boards = state["boards"]
    assert isinstance(boards, dict)
    assert key in boards
    qtbot.mouseClick(review.side.tabs.buttons[FINDINGS], Qt.MouseButton.LeftButton)
    assert review.board is None
    assert review.pane.isVisible()


def test_a_finding_that_is_low_can_be_asked_for_by_a_board(review: ReviewWorkspace) -> None:
    assert review.reading.loaded is not None
    low = next(one for one in review.reading.loaded.findings if one.confidence is Confidence.LOW)
    review.side.tabs.choose(MARKS)
    review.boards.finding_asked.emit(low.key)
    assert review.side.tab == FINDINGS
    assert review.findings.desk.finding == low


def test_the_tooltip_of_a_cut_tab_tells_its_name(review: ReviewWorkspace) -> None:
    button = review.side.tabs.buttons[2]
    button.resize(30, button.height())
    button.grab()
    assert button.toolTip() == button.text()
