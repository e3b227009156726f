"""A person at the effect board: figures side by side, changes, how sure, ranking, a year."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from customs_app.analysis.case import BASE, WORST
from customs_app.analysis.to_be.basis import choose
from customs_app.analysis.to_be.effect import effect
from customs_app.analysis.to_be.sensitivity import Ranked, rank
from customs_app.analysis.to_be.uncertainty import Shape, pair
from customs_app.catalogue.commands.steps import EditStep
from customs_app.domain.codes import Basis, CaseKind, Verdict
from customs_app.domain.figures import Money, Range
from customs_app.figures.figure_text import hours_text
from customs_app.figures.signs import Covered
from customs_app.language.words import Words
from customs_app.ui.loaded import Loaded
from customs_app.ui.review.effect.asked import DRAWS, SEED, ManyEffects, OneEffect
from customs_app.ui.review.effect.board import EffectBoard
from customs_app.ui.review.effect.changes import ChangesModel, change_rows
from customs_app.ui.review.effect.figures import FigureRow, figure_rows
from customs_app.ui.review.effect.figures_table import FiguresModel
from customs_app.ui.review.effect.many import COST, TIME, ManyModel
from customs_app.ui.review.effect.parts import CHANGES, RANKING, SURE, YEAR
from customs_app.ui.review.effect.percentiles import Bar, PercentileBars
from customs_app.ui.review.effect.ranking import RankingModel, RankRow, stays
from customs_app.ui.session import Beside, Place
from tests.ui.conftest import WHO
from tests.ui.review.stand import CN, KG, TJ, Stand

WARN = QAbstractItemModelTester.FailureReportingMode.Warning
TJP, KZP = "TJ-P-import-road", "KZ-P-import-road"
REMOVE, KEEP, ONLINE = Verdict.REMOVE, Verdict.KEEP, Verdict.ONLINE


def _id(loaded: Loaded, procedure: str, seq: int) -> str:
    return next(step.id for step in loaded.procedures[procedure].steps if step.seq == seq)


@pytest.fixture
def marked(stand: Stand, loaded: Loaded) -> Stand:
    """Tajikistan's step 15 is to go for two, 16 is contested, 5 is removed by one alone."""
    for who in (WHO, KG):
        stand.mark(who, _id(loaded, TJP, 15), REMOVE)
    stand.mark(KG, _id(loaded, TJP, 16), REMOVE)
    stand.mark(TJ, _id(loaded, TJP, 16), KEEP)
    stand.mark(CN, _id(loaded, TJP, 5), REMOVE)
    return stand


def _look(stand: Stand, board: EffectBoard, *procedures: str) -> None:
    stand.look(board, procedures)
    stand.qtbot.waitUntil(lambda: not board._newest.busy, timeout=30_000)


@pytest.fixture
def board(marked: Stand) -> EffectBoard:
    """The board on Tajikistan's import, with what most delegations want."""
    made = marked.show(EffectBoard)
    _look(marked, made, TJP, KZP)
    return made


def _wait(stand: Stand, board: EffectBoard) -> None:
    stand.qtbot.waitUntil(lambda: not board._newest.busy, timeout=30_000)


def _row(board: EffectBoard, title: str) -> FigureRow:
    return next(row for row in board.figures_model.rows if row.title == title)


def test_it_begins_with_the_procedure_that_has_most_marks(board: EffectBoard) -> None:
    assert board.list.procedure == TJP
    assert board.bar.title.full_text == "Import ordinary goods by road"
    rights = [line.right[0][0] if line.right else "" for line in board.list.lines._lines[1:]]
    assert rights == ["2", ""]
    assert board.status_text() == "What most delegations want · 2 verdicts"


def test_figures_stand_side_by_side_as_the_analysis_has_them(
    board: EffectBoard, marked: Stand, loaded: Loaded
) -> None:
    full, words = loaded.procedures[TJP], marked.session.words
    chosen = choose(marked.session.catalogue.marks(), (), Basis.PROPOSED, WHO)
    found = effect(full, chosen.applied, BASE, loaded.reference, contested=chosen.contested)
    elapsed = _row(board, "Elapsed, critical path")
    assert elapsed.as_is.text == hours_text(found.as_is.elapsed, words)
    assert elapsed.to_be.text == hours_text(found.to_be.elapsed, words)
    assert elapsed.saving == hours_text(found.saved.elapsed, words)
    steps = _row(board, "Steps of the case")
    assert (steps.as_is.text, steps.to_be.text) == (str(found.as_is.steps), str(found.to_be.steps))
    assert steps.saving == str(found.saved.steps)
    known = found.as_is.time_covered
    assert elapsed.as_is.known == f"{known.n} of {known.of}"
    assert len(elapsed.as_is.covered) == known.of
    assert sum(one is not Covered.UNKNOWN for one in elapsed.as_is.covered) == known.n
    after = found.to_be.time_covered
    assert len(elapsed.to_be.covered) == after.of
    assert sum(one is not Covered.UNKNOWN for one in elapsed.to_be.covered) == after.n
    assert found.as_is.visits_covered.n < found.as_is.visits_covered.of
    visits = _row(board, "Visits").as_is.text
    assert visits == (f"≥ {found.as_is.known_visits}" if found.as_is.known_visits else "?")
    titles = [row.title for row in board.figures_model.rows]
    assert "Fees in USD" in titles
    assert {"Different documents", "Handovers", "Visits", "Sum of steps"} <= set(titles)
    spoken = board.figures_model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"Steps of the case: {found.as_is.steps}"


def test_what_is_contested_or_stale_is_named(board: EffectBoard, marked: Stand, loaded: Loaded) -> None:
    rows = {row.step.seq: row for row in board.changes_model.rows}
    assert rows[15].verdict is REMOVE
    assert not rows[15].stale
    assert rows[16].verdict is None
    assert rows[16].does.startswith("Contested:")
    assert "stays as it is, because delegations want different things." in board.said.text()
    sign = board.changes_model.index([row.step.seq for row in board.changes_model.rows].index(16), 0)
    assert sign.data() == "≠"
    marked.session.run(EditStep(_id(loaded, TJP, 15), {"note": "otherwise now"}))
    marked.session.run(EditStep(_id(loaded, TJP, 15), {"channel": "paper"}))
    _look(marked, board, TJP, KZP)
    rows = {row.step.seq: row for row in board.changes_model.rows}
    assert rows[15].stale
    assert "The mark is stale: the step has changed since." in rows[15].does
    assert "1 verdict that is applied is stale" in board.said.text()


def test_b_applies_the_verdicts_of_somebody_else(board: EffectBoard, marked: Stand, qtbot: QtBot) -> None:
    board.changes.setFocus()
    qtbot.keyClick(board.changes, Qt.Key.Key_B)
    _wait(marked, board)
    assert board.status_text() == "What the meeting decided · 1 verdict"
    assert "marked by one delegation alone" in board.said.text()
    alone = [row.step.seq for row in board.changes_model.rows if row.does.startswith("Marked by one")]
    assert alone == [5]
    qtbot.keyClick(board.changes, Qt.Key.Key_B)
    _wait(marked, board)
    assert board.status_text() == "My marks · 1 verdict"
    assert [row.step.seq for row in board.changes_model.rows] == [15]


def test_w_takes_the_worst_case(board: EffectBoard, marked: Stand, loaded: Loaded, qtbot: QtBot) -> None:
    board.changes.setFocus()
    qtbot.keyClick(board.changes, Qt.Key.Key_W)
    _wait(marked, board)
    full = loaded.procedures[TJP]
    chosen = choose(marked.session.catalogue.marks(), (), Basis.PROPOSED, WHO)
    found = effect(full, chosen.applied, WORST, loaded.reference, contested=chosen.contested)
    assert _row(board, "Steps of the case").as_is.text == str(found.as_is.steps)
    assert board.bar.case.text() == "Worst case"


def test_how_sure_it_is_says_draws_seed_and_shape(
    board: EffectBoard, marked: Stand, loaded: Loaded, qtbot: QtBot
) -> None:
    board.parts.tabs.setCurrentIndex(SURE)
    assert "10,000 draws, seed 1" in board.uncertain.basis.text()
    found = board._found
    assert isinstance(found, OneEffect)
    expected = pair(found.full, found.effect.procedure, BASE, draws=DRAWS, seed=SEED, shape=Shape.PERT)
    bars = {bar.name: bar for bar in board.uncertain.bars.bars}
    as_is = bars["As it is"]
    assert (as_is.p10, as_is.p50, as_is.p90) == (
        expected.as_is.p10,
        expected.as_is.p50,
        expected.as_is.p90,
    )
    assert set(bars) == {"As it is", "To be", "Saving"}
    board.uncertain.shape.chosen.emit("triangular")
    _wait(marked, board)
    assert board.uncertain.shape.text() == "Triangular: reaches further out"
    assert board.save_state()["shape"] == "triangular"


def test_the_ranking_says_which_findings_stay_on_top(
    marked: Stand, loaded: Loaded, qtbot: QtBot, english: Words
) -> None:
    board = marked.show(EffectBoard)
    board.restore_state({"procedure": "", "part": RANKING})
    _look(marked, board)
    expected = rank(loaded.findings, loaded.procedures.values(), loaded.reference)
    assert [row.ranked for row in board.ranking_model.rows] == list(expected)
    hours = [row.ranked.saving_h.typ or 0.0 for row in board.ranking_model.rows]
    assert hours == sorted(hours, reverse=True)
    first = board.ranking_model.rows[0]
    shown = board.ranking_model.index(0, 5).data()
    assert shown == f"{round(100 * first.ranked.stays_on_top)} %: {stays(first.ranked.stays_on_top, english)}"
    asked: list[str] = []
    board.finding_asked.connect(asked.append)
    board.ranking.setFocus()
    qtbot.keyClick(board.ranking, Qt.Key.Key_Return)
    assert asked == [first.finding.key]


def test_all_of_the_filter_stands_in_one_table_and_leads_to_one(
    board: EffectBoard, marked: Stand, qtbot: QtBot
) -> None:
    board.changes.setFocus()
    qtbot.keyClick(board.changes, Qt.Key.Key_A)
    _wait(marked, board)
    assert isinstance(board._found, ManyEffects)
    assert board._found.untouched == 1
    assert [one.full.procedure.id for one in board.many_model.rows] == [TJP]
    assert [board.parts.tabs.isTabVisible(at) for at in (CHANGES, SURE, RANKING, YEAR)] == [
        False,
        False,
        True,
        False,
    ]
    before, after = board._found.effects[0].effect.as_is.steps, board._found.effects[0].effect.to_be.steps
    assert board.many_model.index(0, 3).data() == f"{before} → {after}"
    board.many.setFocus()
    qtbot.keyClick(board.many, Qt.Key.Key_Return)
    _wait(marked, board)
    assert board.list.procedure == TJP
    assert board.parts.tabs.isTabVisible(CHANGES)


def test_a_year_says_why_it_is_not_known_and_takes_a_volume(
    board: EffectBoard, marked: Stand, qtbot: QtBot
) -> None:
    board.parts.tabs.setCurrentIndex(YEAR)
    year = board.year
    assert year.why.text() == "How many consignments there are in a year is not recorded."
    assert not year.record.isEnabled()
    qtbot.keyClicks(year.volume, "12,5x")
    assert "is not a number" in year.wrong.text()
    assert not year.record.isEnabled()
    qtbot.keyClick(year.volume, Qt.Key.Key_Escape)
    assert year.volume.text() == ""
    assert not year.wrong.isVisible()
    qtbot.keyClicks(year.volume, "12,000")
    qtbot.keyClicks(year.unit, "lorries")
    assert year.record.isEnabled()
    qtbot.keyClick(year.unit, Qt.Key.Key_Return)
    procedure = marked.session.catalogue.full_procedure(TJP).procedure
    assert (procedure.volume_per_year, procedure.volume_unit) == (12000.0, "lorries")
    undone = marked.session.undo()
    assert undone is not None
    assert marked.session.catalogue.full_procedure(TJP).procedure.volume_per_year is None


def test_what_is_being_written_survives_a_new_answer(
    board: EffectBoard, marked: Stand, loaded: Loaded, qtbot: QtBot
) -> None:
    board.parts.tabs.setCurrentIndex(YEAR)
    qtbot.keyClicks(board.year.volume, "77")
    _look(marked, board, TJP, KZP)
    assert board.year.volume.text() == "77"
    board.choose(KZP)
    _wait(marked, board)
    assert board.year.volume.text() == "139,714"
    assert board.year.unit.text().startswith("lorries")


def test_enter_on_a_change_opens_its_step(
    board: EffectBoard, marked: Stand, loaded: Loaded, qtbot: QtBot
) -> None:
    board.changes.selectRow(0)
    full, step = marked.chosen[-1]  # type: ignore[misc]
    assert (full.procedure.id, step.id) == (TJP, board.changes_model.rows[0].step.id)
    board.changes.setFocus()
    qtbot.keyClick(board.changes, Qt.Key.Key_Return)
    assert marked.opened == [(TJP, step.id)]


def test_without_a_verdict_it_says_what_to_do(stand: Stand) -> None:
    board = stand.show(EffectBoard)
    _look(stand, board, TJP)
    assert board.parts.stack.currentWidget() is board.parts.none
    assert board.parts.none.accessibleName().startswith("No verdict is applied here.")
    with stand.qtbot.waitSignal(board.told):
        board.show_scope(type(stand.scope())(stand.loaded, stand.scope().seen, ()))
    assert board.currentWidget().accessibleName() == "No procedures with these filters"


def test_sentences_that_the_table_shows_are_not_said_again(board: EffectBoard) -> None:
    for sentence in ("Steps:", "Time on the longest path", "Visits that are known", "A cost is known"):
        assert sentence not in board.said.text()
    found = board._found
    assert isinstance(found, OneEffect)
    assert len(board.said.text().splitlines()) == len(found.effect.sentences) - 9


def test_what_is_chosen_comes_back(board: EffectBoard, marked: Stand) -> None:
    board.choose_basis(Basis.MINE)
    board.choose_case(CaseKind.WORST)
    board.parts.tabs.setCurrentIndex(YEAR)
    _wait(marked, board)
    kept = board.save_state()
    again = marked.show(EffectBoard)
    again.restore_state({**kept, "basis": str(kept["basis"]), "case": str(kept["case"])})
    _look(marked, again, TJP, KZP)
    assert again.save_state() == kept
    assert again.bar.basis.text() == "My marks"
    again.restore_state({"procedure": 7, "basis": "none such", "case": 1, "shape": "round", "part": 44})


def test_more_and_less_are_told_apart(loaded: Loaded, english: Words) -> None:
    full = loaded.procedures[TJP]
    found = effect(full, (), BASE, loaded.reference)
    rows = figure_rows(full, found, BASE, loaded.reference.rates, english)
    assert all(row.nothing or row.saving in ("0", "?") for row in rows)
    assert not any(row.loss for row in rows)


def test_bars_say_their_figures(stand: Stand) -> None:
    bars = PercentileBars(stand.session)
    stand.qtbot.addWidget(bars)
    bars.resize(700, 160)
    bars.show_bars(
        (Bar("As it is", 2.0, 3.0, 4.5), Bar("To be", 1.0, 1.0, 1.0), Bar("Saving", None, None, None))
    )
    assert bars.accessibleName() == "As it is: 2 – 4.5 h, middle 3; To be: 1 h; Saving: ?"
    picture = bars.grab().toImage()
    ratio = picture.devicePixelRatio()
    colours = {picture.pixelColor(round(x * ratio), round(17 * ratio)).name() for x in range(110, 510)}
    assert stand.session.palette.charts[0].lower() in colours
    assert stand.session.palette.text.lower() in colours


def test_what_is_saved_is_told_alike_for_one_procedure_and_for_many(
    marked: Stand, board: EffectBoard, english: Words
) -> None:
    found = board._found
    assert isinstance(found, OneEffect)
    more = frozenset({"elapsed", "cost"})
    as_is = replace(found.effect.as_is, cost=(Money(9, "USD"),))
    for hours, money in ((Range(2, 2, 2), Money(5, "USD")), (Range(-3, -3, -3), Money(-5, "USD"))):
        saved = replace(found.effect.saved, elapsed=hours, cost=(money,), more=more)
        told = replace(found.effect, saved=saved, as_is=as_is)
        rows = figure_rows(found.full, told, BASE, {}, english)
        model = ManyModel(english)
        model.show_rows((replace(found, effect=told),))
        alike = [row.saving for row in rows if row.lead or row.title == "Fees in USD"]
        assert [model.index(0, column).data() for column in (TIME, COST)] == alike
        assert alike[0] == ("≥ 2" if hours.min == 2 else "3 more")


def test_models_keep_the_rules_of_qt(marked: Stand, board: EffectBoard, english: Words) -> None:
    found = board._found
    assert isinstance(found, OneEffect)
    models = (FiguresModel(english), ChangesModel(english), ManyModel(english), RankingModel(english))
    testers = [QAbstractItemModelTester(one, WARN) for one in models]
    models[0].show_rows(found.figures)
    models[1].show_rows(change_rows(found, english))
    models[2].show_rows((found,))
    finding = board.scope.loaded.findings[0] if board.scope else None
    assert finding is not None
    place = Ranked(finding.key, Range(1.0, 2.0, 3.0), 1, 0.4, 1, 14)
    models[3].show_rows((RankRow(place, finding),))
    assert [models[3].index(0, column).data() for column in (0, 4, 5, 6)] == [
        "1",
        "1 – 3",
        "40 %: at times on top",
        "1 – 14",
    ]
    assert models[0].rowCount(QModelIndex()) == len(found.figures)
    assert models[0].rows[0].as_is.text
    for model in models:
        model.show_rows(())
    assert len(testers) == 4


def test_as_it_is_stands_beside_as_it_would_be_step_by_step(
    board: EffectBoard, marked: Stand, qtbot: QtBot
) -> None:
    asked: list[Place] = []
    marked.session.navigate.connect(asked.append)
    board.choose_case(CaseKind.WORST)
    qtbot.waitUntil(lambda: not board._newest.busy, timeout=30_000)
    board.changes.setFocus()
    qtbot.keyClick(board.changes, Qt.Key.Key_S)
    row = board.changes.row
    assert row is not None
    expected = Beside(TJP, TJP, Basis.PROPOSED, worst=True, came_from="review", step_id=row.step.id)
    assert asked == [Place("pair", beside=expected)]
    board.choose("")
    qtbot.waitUntil(lambda: not board._newest.busy, timeout=30_000)
    assert not board.step_by_step.isEnabled()
