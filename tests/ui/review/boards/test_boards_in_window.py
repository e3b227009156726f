"""A person at the boards in the window: tabs, the shared filters, into the catalogue and back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from customs_app.analysis.board import Gap
from customs_app.catalogue.commands.marks import SetMark
from customs_app.domain.codes import Mode, Regime, Verdict
from customs_app.domain.review import Reviewer
from customs_app.ui.main_window import MainWindow
from customs_app.ui.review.boards.agreement import AgreementBoard
from customs_app.ui.review.boards.coverage import CoverageBoard
from customs_app.ui.review.boards.coverage_model import FIRST_GAP, GAPS
from customs_app.ui.review.boards.data import DataBoard
from customs_app.ui.review.boards.page import BoardPage
from customs_app.ui.review.effect.board import EffectBoard
from customs_app.ui.review.left_pane import TABS
from customs_app.ui.review.workspace import ReviewWorkspace
from tests.ui.conftest import WHO

KG = Reviewer("D. Lee", "KG")


def _open(review: ReviewWorkspace, qtbot: QtBot, key: str) -> BoardPage:
    """Click on a tab, and wait until its board has worked out what it shows."""
    button = review.side.tabs.buttons[list(TABS).index(key)]
    assert isinstance(button, QAbstractButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    board = review.boards.current
    assert isinstance(board, BoardPage)
    qtbot.waitUntil(lambda: not board._newest.busy, timeout=20_000)
    return board


def test_the_boards_follow_the_filters_of_the_findings(review: ReviewWorkspace, qtbot: QtBot) -> None:
    coverage = _open(review, qtbot, "coverage")
    assert isinstance(coverage, CoverageBoard)
    assert coverage.model.rows[0].steps == 1378
    bar = review.side.bar
    bar.regime.setCurrentIndex(bar.regime.findData(Regime.IMPORT))
    bar.mode.setCurrentIndex(bar.mode.findData(Mode.ROAD))
    qtbot.waitUntil(lambda: not coverage._newest.busy, timeout=20_000)
    loaded = review.session.findings.known
    assert loaded is not None
    wanted = [
        full
        for full in loaded.procedures.values()
        if full.procedure.regime is Regime.IMPORT and full.procedure.mode in (Mode.ROAD, Mode.ANY)
    ]
    assert coverage.model.rows[0].below == len(wanted)
    assert coverage.model.rows[0].steps == sum(len(full.steps) for full in wanted)
    data = _open(review, qtbot, "data")
    assert isinstance(data, DataBoard)
    assert data.list.lines.rowCount() == 1 + len(wanted)


def test_steps_are_worked_through_in_the_catalogue_one_after_another(
    window: MainWindow, review: ReviewWorkspace, qtbot: QtBot
) -> None:
    coverage = _open(review, qtbot, "coverage")
    assert isinstance(coverage, CoverageBoard)
    row = coverage.model.row_of("TJ-P-import-road")
    coverage.table.setCurrentIndex(coverage.model.index(row, FIRST_GAP + GAPS.index(Gap.LAW)))
    coverage.table.setFocus()
    listed = [one.step.id for one in coverage.steps_model.rows]
    qtbot.keyClick(coverage.table, Qt.Key.Key_N)
    assert coverage.steps.row is not None
    assert coverage.steps.row.step.id == listed[1]
    qtbot.keyClick(coverage.steps, Qt.Key.Key_Return)
    assert window.current is not review
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.current is review)
    qtbot.waitUntil(lambda: not coverage._newest.busy, timeout=20_000)
    assert coverage.steps.row.step.id == listed[1]
    place = coverage.steps.visualRect(coverage.steps.currentIndex()).center()
    qtbot.mouseClick(coverage.steps.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(coverage.steps.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.current is not review


def test_two_delegations_mark_agree_and_see_what_it_changes(review: ReviewWorkspace, qtbot: QtBot) -> None:
    catalogue, step = review.session.catalogue, "TJ-P-import-road-15"
    agreement = _open(review, qtbot, "agreement")
    assert isinstance(agreement, AgreementBoard)
    assert "Nothing is marked here yet." in agreement.currentWidget().accessibleName()
    review.session.run(SetMark(step, Verdict.REMOVE, "seen before"))
    catalogue.run(SetMark(step, Verdict.REMOVE, "the same"), KG)
    review.session.refresh()
    qtbot.waitUntil(lambda: len(agreement.model.rows) == 1, timeout=20_000)
    assert agreement.model.rows[0].target.agree == (WHO.delegation, "KG")
    effect = _open(review, qtbot, "effect")
    assert isinstance(effect, EffectBoard)
    qtbot.waitUntil(lambda: len(effect.changes_model.rows) == 1, timeout=20_000)
    assert effect.changes_model.rows[0].step.id == step
    steps = effect.figures_model.rows[0]
    assert int(steps.as_is.text) - int(steps.to_be.text) == 1
    review.session.undo()
    qtbot.waitUntil(lambda: review.session.catalogue.marks() != (), timeout=5_000)


def test_the_focus_goes_to_what_a_tab_shows(review: ReviewWorkspace, qtbot: QtBot) -> None:
    coverage = _open(review, qtbot, "coverage")
    qtbot.waitUntil(coverage.main.hasFocus)
    agreement = _open(review, qtbot, "agreement")
    button = agreement.findChild(QAbstractButton, "empty_agreement_findings")
    assert button is not None
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert review.side.tab == list(TABS).index("findings")
    assert review.side.view.hasFocus()


def test_a_ranked_finding_is_shown_among_the_findings(review: ReviewWorkspace, qtbot: QtBot) -> None:
    effect = _open(review, qtbot, "effect")
    assert isinstance(effect, EffectBoard)
    effect.choose("")
    qtbot.waitUntil(lambda: not effect._newest.busy and bool(effect.ranking_model.rows), timeout=30_000)
    row = effect.ranking_model.rows[-1]
    effect.ranking.selectRow(len(effect.ranking_model.rows) - 1)
    effect.ranking.setFocus()
    qtbot.keyClick(effect.ranking, Qt.Key.Key_Return)
    assert review.side.tab == list(TABS).index("findings")
    qtbot.waitUntil(lambda: review.findings.desk.finding is not None)
    assert review.findings.desk.finding is not None
    assert review.findings.desk.finding.key == row.finding.key
