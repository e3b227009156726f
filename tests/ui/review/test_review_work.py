"""A person at the review: chooses a finding, decides by keys, goes on, undoes, filters, confirms."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from customs_app.catalogue.commands.marks import SetMark
from customs_app.catalogue.commands.steps import EditStep
from customs_app.domain.codes import Confidence, Mode, Regime, Verdict
from customs_app.domain.review import Finding, Mark, Reviewer
from customs_app.domain.text import Language
from customs_app.ui.app import Shell
from customs_app.ui.filtering import MarkFilter
from customs_app.ui.main_window import MainWindow
from customs_app.ui.review.finding_pane import FindingPane
from customs_app.ui.review.left_pane import FINDINGS, MARKS
from customs_app.ui.review.workspace import ReviewWorkspace
from tests.ui.conftest import WHO

OTHER = Reviewer("D. Lee", "KG")
PAPERS, PERMITS = "TJ-P-import-road-14", "TJ-P-import-road-15"


def _show(review: ReviewWorkspace, rule: str, procedure: str) -> Finding:
    """Choose the first finding of a rule about a procedure, whatever its confidence."""
    for finding in review.reading.loaded.findings:
        if finding.rule == rule and finding.procedure == procedure:
            review.go_to(None, finding.key)
            assert review.findings.desk.finding == finding
            return finding
    raise AssertionError(f"no {rule} about {procedure}")


def _marks(review: ReviewWorkspace) -> tuple[Mark, ...]:
    return review.session.catalogue.marks()


def _text(review: ReviewWorkspace, name: str) -> str:
    label = review.findChild(QLabel, name)
    assert label is not None, name
    return label.text()


def test_findings_stand_under_their_rules(review: ReviewWorkspace) -> None:
    groups = review.side.model.groups
    assert [group.key for group in groups][:3] == ["R01", "R02", "R04"]
    assert [group.key for group in groups][-2:] == ["R14", "R15"]
    assert all(group.apart for group in groups[-2:])
    shown = [finding for group in groups for finding in group.findings]
    assert Confidence.LOW not in {finding.confidence for finding in shown}
    assert review.status_text() == f"{len(shown)} findings · 0 marked"
    view = review.side.view
    assert {"R14", "R15"} <= view.folded
    assert "R01" not in view.folded
    assert review.findings.desk.finding == shown[0]


def test_remove_asks_for_a_reason_is_recorded_and_goes_on(review: ReviewWorkspace, qtbot: QtBot) -> None:
    finding = _show(review, "R02", "TJ-P-import-road")
    assert set(finding.steps) == {PAPERS, PERMITS}
    after = review.side.view.key_after(finding.key)
    bar = review.pane.bar
    assert bar.guard.isHidden()
    assert not bar.record_button.isEnabled()
    qtbot.keyClick(review.side.view, Qt.Key.Key_2)
    assert bar.reason.hasFocus()
    assert bar.guard.isVisible()
    assert "Before step 15 is removed" in bar.guard.accessibleName()
    assert bar.reason.text() == review.words.say(finding.summary), "the finding speaks for itself"
    bar.reason.clear()
    assert not bar.record_button.isEnabled()
    assert "Write why" in bar.record_button.toolTip()
    qtbot.keyClicks(bar.reason, "Already checked in step 14; see 2")
    assert bar.record_button.isEnabled()
    qtbot.keyClick(bar.reason, Qt.Key.Key_Return)
    (mark,) = _marks(review)
    assert (mark.step_id, mark.verdict, mark.finding) == (PERMITS, Verdict.REMOVE, finding.key)
    assert mark.reason == "Already checked in step 14; see 2"
    assert mark.reviewer == WHO
    assert review.findings.desk.finding is not None
    assert review.findings.desk.finding.key == after
    assert review.side.view.hasFocus()
    assert bar.guard.isHidden()
    assert bar.decision.empty
    assert review.reading.book.of_finding(finding) == (mark,)
    assert not review.status_text().endswith(" · 0 marked")


def test_undo_takes_the_mark_back(review: ReviewWorkspace, qtbot: QtBot) -> None:
    finding = _show(review, "R02", "TJ-P-import-road")
    qtbot.keyClick(review.side.view, Qt.Key.Key_1)
    qtbot.keyClick(review.pane.bar.reason, Qt.Key.Key_Return)
    assert len(_marks(review)) == 1
    assert review.reading.book.of_finding(finding)
    qtbot.keyClick(review.side.view, Qt.Key.Key_U)
    assert _marks(review) == ()
    assert review.reading.book.of_finding(finding) == ()
    assert review.status_text().endswith("0 marked")


def test_a_sole_safeguard_is_said_in_words(review: ReviewWorkspace, qtbot: QtBot) -> None:
    found = None
    bar = review.pane.bar
    for key in review.side.model.keys:
        review.side.view.show_finding(key)
        bar.choose(Verdict.REMOVE)
        if bar.guard.sole_safeguard:
            found = key
            break
    assert found is not None
    assert "no other step" in bar.guard.accessibleName()
    assert bar.record_button.toolTip() == "Write why: nothing else guards against this risk"
    assert not bar.record_button.isEnabled()
    qtbot.keyClick(bar.reason, Qt.Key.Key_Return)
    assert _marks(review) == ()


def test_keep_needs_no_reason(review: ReviewWorkspace, qtbot: QtBot) -> None:
    _show(review, "R02", "TJ-P-import-road")
    qtbot.mouseClick(_button(review, "review_verdict_keep"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(_button(review, "review_record"), Qt.MouseButton.LeftButton)
    assert [mark.verdict for mark in _marks(review)] == [Verdict.KEEP]


def test_space_skips_and_what_is_written_stays(review: ReviewWorkspace, qtbot: QtBot) -> None:
    first = review.findings.desk.finding
    assert first is not None
    bar = review.pane.bar
    qtbot.keyClick(review.side.view, Qt.Key.Key_4)
    qtbot.keyClicks(bar.reason, "The first body may pass it on")
    qtbot.keyClick(bar.reason, Qt.Key.Key_Escape)
    assert review.side.view.hasFocus()
    qtbot.keyClick(review.side.view, Qt.Key.Key_Space)
    assert review.findings.desk.finding != first
    assert bar.decision.empty
    assert _marks(review) == ()
    qtbot.keyClick(review.side.view, Qt.Key.Key_Up)
    assert review.findings.desk.finding == first
    assert bar.decision.verdict is Verdict.SUBMIT_ONCE
    assert bar.reason.text() == "The first body may pass it on"


def test_the_step_to_mark_is_chosen_among_the_columns(review: ReviewWorkspace, qtbot: QtBot) -> None:
    _show(review, "R02", "TJ-P-import-road")
    assert review.pane.bar.target.step_id == PERMITS
    qtbot.keyClick(review.side.view, Qt.Key.Key_E)
    assert review.pane.evidence.hasFocus()
    qtbot.keyClick(review.pane.evidence, Qt.Key.Key_Left)
    assert review.pane.bar.target.step_id == PAPERS
    assert review.pane.evidence.heads.marked == PAPERS
    qtbot.keyClick(review.pane.evidence, Qt.Key.Key_1)
    qtbot.keyClick(review.pane.bar.reason, Qt.Key.Key_Return)
    assert [mark.step_id for mark in _marks(review)] == [PAPERS]


def test_merge_proposes_the_other_step(review: ReviewWorkspace, qtbot: QtBot) -> None:
    _show(review, "R02", "TJ-P-import-road")
    qtbot.keyClick(review.side.view, Qt.Key.Key_3)
    assert review.pane.bar.target_row.merge.isVisible()
    qtbot.keyClicks(review.pane.bar.reason, "One look at the papers is enough")
    qtbot.keyClick(review.pane.bar.reason, Qt.Key.Key_Return)
    (mark,) = _marks(review)
    assert (mark.step_id, mark.verdict, mark.merge_into) == (PERMITS, Verdict.MERGE, PAPERS)


def test_a_document_can_be_marked_in_place_of_its_step(review: ReviewWorkspace, qtbot: QtBot) -> None:
    finding = next(one for one in review.findings.shown if one.rule == "R01")
    review.side.view.show_finding(finding.key)
    box = review.findChild(QComboBox, "review_document")
    assert box is not None
    assert box.isVisible()
    box.setCurrentIndex(1)
    qtbot.keyClick(review.side.view, Qt.Key.Key_4)
    qtbot.keyClicks(review.pane.bar.reason, "Submit it once")
    qtbot.keyClick(review.pane.bar.reason, Qt.Key.Key_Return)
    (mark,) = _marks(review)
    assert mark.document_id in finding.documents
    assert mark.verdict is Verdict.SUBMIT_ONCE


def test_filters_narrow_and_are_cleared(review: ReviewWorkspace, qtbot: QtBot) -> None:
    bar, every = review.side.bar, len(review.findings.shown)
    bar.regime.setCurrentIndex(bar.regime.findData(Regime.IMPORT))
    bar.mode.setCurrentIndex(bar.mode.findData(Mode.ROAD))
    assert 0 < len(review.findings.shown) < every
    own = [review.reading.loaded.procedures[one.procedure].procedure for one in review.findings.shown]
    assert {procedure.regime for procedure in own} == {Regime.IMPORT}
    assert {procedure.mode for procedure in own} <= {Mode.ROAD, Mode.ANY}
    window = review.window()
    qtbot.keyClick(review.side.view, Qt.Key.Key_Slash)
    assert bar.text.hasFocus()
    qtbot.keyClicks(bar.text, "nothing is called so")
    assert review.findings.shown == ()
    assert review.findings.desk.finding is None
    assert not review.pane.isVisible()
    clear = window.findChild(QAbstractButton, "empty_review_clear_filters")
    assert clear is not None
    visible = [
        button
        for button in window.findChildren(QAbstractButton, "empty_review_clear_filters")
        if button.isVisible()
    ]
    qtbot.mouseClick(visible[0], Qt.MouseButton.LeftButton)
    assert len(review.findings.shown) == every
    assert review.pane.isVisible()


def test_low_confidence_is_shown_when_asked_for(review: ReviewWorkspace, qtbot: QtBot) -> None:
    before = len(review.findings.shown)
    button = review.side.findChild(QToolButton, "show_low")
    assert button is not None
    low = sum(one.confidence is Confidence.LOW for one in review.reading.loaded.findings)
    assert f"({low})" in button.text()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(review.findings.shown) == before + low


def test_countries_are_ticked(review: ReviewWorkspace) -> None:
    button = review.side.bar.countries
    for iso2 in ("TJ", "UZ"):
        button._ticks[iso2].trigger()
    assert {one.country for one in review.findings.shown} == {"TJ", "UZ"}
    assert button.text() == "2 countries"


def test_unmarked_ones_go_as_they_are_decided_and_all_decided_is_said(
    review: ReviewWorkspace, qtbot: QtBot
) -> None:
    bar = review.side.bar
    bar.regime.setCurrentIndex(bar.regime.findData(Regime.IMPORT))
    bar.text.setText("R02 Kyrgyzstan")
    bar.marks.setCurrentIndex(bar.marks.findData(MarkFilter.UNMARKED))
    n = len(review.findings.shown)
    assert n >= 1
    for left in range(n, 0, -1):
        assert len(review.findings.shown) == left
        qtbot.keyClick(review.side.view, Qt.Key.Key_1)
        qtbot.keyClick(review.pane.bar.reason, Qt.Key.Key_Return)
        if not review.findings.shown:
            break
    assert review.pages.shows_decided
    assert "Keep" in review.pages.currentWidget().findChild(QLabel).text()


def test_equal_fields_unfold(review: ReviewWorkspace, qtbot: QtBot) -> None:
    _show(review, "R02", "TJ-P-import-road")
    model = review.pane.model
    equal, rows = len(model.sheet.equal), model.rowCount()
    assert equal > 1
    qtbot.keyClick(review.side.view, Qt.Key.Key_H)
    assert model.rowCount() == rows - 1 + equal
    qtbot.keyClick(review.side.view, Qt.Key.Key_H)
    assert model.rowCount() == rows


def test_letters_are_text_in_the_reason(review: ReviewWorkspace, qtbot: QtBot) -> None:
    bar = review.pane.bar
    bar.reason.setFocus()
    qtbot.keyClicks(bar.reason, "12 hue /")
    assert bar.reason.text() == "12 hue /"
    assert bar.decision.verdict is None


def test_a_stale_mark_says_what_changed_and_is_confirmed(review: ReviewWorkspace, qtbot: QtBot) -> None:
    session = review.session
    session.run(SetMark(PERMITS, Verdict.RISK_BASED, "Where the profile asks"))
    session.run(EditStep(PERMITS, {"channel": "paper"}))
    _show(review, "R02", "TJ-P-import-road")
    stale = review.inspecting.inspector.stale
    qtbot.waitUntil(stale.isVisible)
    said = " ".join(label.text() for label in stale.findChildren(QLabel, "mark_stale"))
    assert "how it is done: automatic → paper" in said
    confirm = stale.findChild(QAbstractButton, "mark_confirm")
    assert confirm is not None
    qtbot.mouseClick(confirm, Qt.MouseButton.LeftButton)
    (mark,) = _marks(review)
    assert not mark.stale
    qtbot.waitUntil(stale.isHidden)


def test_an_edit_has_findings_looked_for_again(review: ReviewWorkspace, qtbot: QtBot) -> None:
    _show(review, "R12", "BY-P-export-agri-phyto")
    before = review.reading.loaded
    lacking = review.findings.desk.finding
    assert lacking is not None
    for step_id in lacking.steps:
        review.session.run(EditStep(step_id, {"legal_basis": "Customs Code, Article 1"}))
    assert review.findings.desk.finding == lacking, "the old list stays while findings are looked for"
    qtbot.waitUntil(lambda: review.reading.loaded is not before, timeout=20_000)
    assert lacking.key not in review.reading.loaded.by_key
    assert review.findings.desk.finding is not None
    assert review.findings.desk.finding.key in review.reading.loaded.by_key


def test_marks_of_others_are_shown_with_who_and_why(review: ReviewWorkspace, qtbot: QtBot) -> None:
    review.session.catalogue.run(SetMark(PAPERS, Verdict.KEEP, "It is the only look at the file"), OTHER)
    review.session.refresh()
    review.reading.refresh(None)
    _show(review, "R02", "TJ-P-import-road")
    marks = review.inspecting.inspector.marks
    qtbot.waitUntil(lambda: bool(marks.findChildren(QLabel, "mark_title")))
    said = " ".join(label.text() for label in marks.findChildren(QLabel))
    assert "D. Lee" in said
    assert "Kyrgyzstan" in said
    assert "the only look" in said
    assert marks.findChild(QAbstractButton, "mark_remove") is None, "nobody takes back another's mark"


def test_peers_and_place_are_in_the_inspector(review: ReviewWorkspace, qtbot: QtBot) -> None:
    _show(review, "R02", "TJ-P-import-road")
    lines = review.inspecting.inspector.peers.view.lines
    qtbot.waitUntil(lambda: "15 " in review.inspecting.inspector.flow.accessibleName())
    assert lines.rowCount() > 3
    assert review.inspecting.inspector.peers.count.text() == "DCL-06"
    assert "In order of work" in review.inspecting.inspector.flow.accessibleName()
    assert "15 " in review.inspecting.inspector.flow.accessibleName()


def test_marks_are_worked_through_as_a_table(
    review: ReviewWorkspace, window: MainWindow, qtbot: QtBot
) -> None:
    review.session.run(SetMark(PERMITS, Verdict.RISK_BASED, "Where the profile asks"))
    review.session.catalogue.run(SetMark(PAPERS, Verdict.KEEP, "The only look"), OTHER)
    review.reading.refresh(None)
    qtbot.keyClick(review.side.view, Qt.Key.Key_M)
    assert review.side.tab == MARKS
    assert review.marks.table.hasFocus()
    assert review.marks.shown == 2
    whose = window.findChild(QWidget, "marks_whose")
    whose.setCurrentIndex(whose.lines.index(1, 0))
    qtbot.keyClick(whose, Qt.Key.Key_Return)
    assert review.marks.shown == 1
    assert review.status_text() == "1 of 2 marks shown"
    table = review.marks.table
    table.setFocus()
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert window.current is not None
    assert window.current.key == "catalogue"
    assert window.current.save_state()["step"] == PERMITS


def test_it_is_left_and_found_again(review: ReviewWorkspace, qtbot: QtBot, window: MainWindow) -> None:
    finding = _show(review, "R02", "TJ-P-import-road")
    bar = review.side.bar
    bar.regime.setCurrentIndex(bar.regime.findData(Regime.IMPORT))
    state = review.save_state()
    again = ReviewWorkspace(review.session)
    qtbot.addWidget(again)
    again.restore_state(state)
    again.take(review.reading.loaded)
    assert again.findings.desk.finding == finding
    assert again.side.bar.filter(low=False).regime is Regime.IMPORT
    assert again.save_state() == state
    again.left().deleteLater()
    again.inspector().deleteLater()


def test_the_catalogue_leads_to_the_finding_of_a_step(review: ReviewWorkspace, window: MainWindow) -> None:
    review.side.bar.text.setText("nothing is called so")
    window.session.go_to("review", "TJ-P-import-road", PAPERS)
    assert review.side.tab == FINDINGS
    assert review.findings.desk.finding is not None
    assert review.findings.desk.finding.procedure == "TJ-P-import-road"
    assert PAPERS in review.findings.desk.finding.steps


def test_each_kind_of_evidence_is_shown(review: ReviewWorkspace) -> None:
    for rule in ("R05", "R06", "R08", "R12", "R13", "R15", "R17"):
        finding = next(one for one in review.reading.loaded.findings if one.rule == rule and one.steps)
        review.go_to(None, finding.key)
        assert review.findings.desk.finding == finding
        is_matrix = rule == "R17"
        assert review.pane.matrix.isVisible() is is_matrix
        assert review.pane.evidence.isVisible() is not is_matrix
        if is_matrix:
            assert "asked for" in _text(review, "rekeyed_counts")
        else:
            assert review.pane.model.rowCount() > 3
        assert _text(review, "finding_doubt")
        assert _text(review, "finding_norm")
        assert "unknown" in _text(review, "finding_saving")


def _button(review: ReviewWorkspace, name: str) -> QAbstractButton:
    button = review.findChild(QAbstractButton, name)
    assert button is not None, name
    return button


def test_a_verdict_that_is_being_written_outlives_another_language(
    review: ReviewWorkspace, shell: Shell, qtbot: QtBot
) -> None:
    finding = _show(review, "R02", "TJ-P-import-road")
    qtbot.keyClick(review.side.view, Qt.Key.Key_2)
    qtbot.keyClicks(review.pane.bar.reason, "half a reason")
    shell.set_language(Language.RU)
    window = shell.window
    assert window is not None
    after = window.current
    assert isinstance(after, ReviewWorkspace)
    qtbot.waitUntil(lambda: after.findings.desk.finding is not None, timeout=10000)
    assert after.findings.desk.finding.key == finding.key
    assert after.pane.bar.reason.text() == "half a reason"
    assert after.pane.bar.decision.verdict is Verdict.REMOVE


def test_grounds_have_their_share_from_the_first_finding_on(review: ReviewWorkspace, qtbot: QtBot) -> None:
    pane = review.findChild(FindingPane, "finding_pane")
    scroll = review.findChild(QScrollArea, "finding_grounds_scroll")
    assert pane is not None
    assert scroll is not None
    needed = pane.grounds.heightForWidth(pane.width())
    qtbot.waitUntil(lambda: scroll.height() >= min(needed, round(pane.height() * 0.15)))
