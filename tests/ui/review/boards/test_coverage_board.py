"""A person at the coverage board: figures, their steps, sorting, folding, going on."""

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from customs_app.analysis.board import Gap, board
from customs_app.domain.codes import Verdict
from customs_app.language.words import Words
from customs_app.ui.loaded import Loaded
from customs_app.ui.review.boards.coverage import CoverageBoard
from customs_app.ui.review.boards.coverage_lines import Level, Lines, Order
from customs_app.ui.review.boards.coverage_model import FIRST_GAP, GAPS, NAME, STEPS, CoverageModel
from customs_app.ui.review.boards.gap_steps import GapStepsModel
from customs_app.ui.widgets.copying import cells_as_text
from tests.ui.conftest import WHO
from tests.ui.review.stand import Stand

WARN = QAbstractItemModelTester.FailureReportingMode.Warning
KZ, TJ = "KZ-P-import-road", "TJ-P-import-road"
LAW = FIRST_GAP + GAPS.index(Gap.LAW)
VERDICT = FIRST_GAP + GAPS.index(Gap.VERDICT)


def _choose(coverage: CoverageBoard, key: str, column: int) -> None:
    coverage.table.setCurrentIndex(coverage.model.index(coverage.model.row_of(key), column))


def _listed(coverage: CoverageBoard) -> list[str]:
    return [row.step.id for row in coverage.steps_model.rows]


def test_every_figure_is_that_of_the_analysis_and_lists_its_steps(stand: Stand, loaded: Loaded) -> None:
    coverage = stand.show(CoverageBoard)
    stand.look(coverage, (KZ, TJ))
    rows = board([loaded.procedures[KZ], loaded.procedures[TJ]], (), loaded.reference)
    assert [line.level for line in coverage.model.rows] == [
        Level.ALL,
        Level.COUNTRY,
        Level.PROCEDURE,
        Level.COUNTRY,
        Level.PROCEDURE,
    ]
    for row in rows:
        for gap in Gap:
            column = FIRST_GAP + GAPS.index(gap)
            _choose(coverage, row.procedure, column)
            index = coverage.table.currentIndex()
            assert index.data() == f"{len(row.gaps[gap])} of {row.steps}"
            assert _listed(coverage) == list(row.gaps[gap])
    whole = coverage.model.rows[0]
    assert whole.lacking(Gap.LAW) == sum(len(row.gaps[Gap.LAW]) for row in rows)
    _choose(coverage, "", LAW)
    assert len(_listed(coverage)) == whole.lacking(Gap.LAW)
    assert coverage.band.accessibleName() == "Without law"
    _choose(coverage, KZ, STEPS)
    kz = next(row for row in rows if row.procedure == KZ)
    assert set(_listed(coverage)) == {step for steps in kz.gaps.values() for step in steps}


def test_where_there_is_little_room_the_figures_are_seen_without_scrolling(stand: Stand) -> None:
    coverage = stand.show(CoverageBoard)
    stand.look(coverage)
    table = coverage.table
    stand.qtbot.waitUntil(lambda: not table.isColumnHidden(STEPS) and table.columnWidth(NAME) > 200)
    coverage.window().resize(920, 760)
    stand.qtbot.waitUntil(lambda: table.isColumnHidden(STEPS))
    stand.qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
    coverage.window().resize(1100, 760)
    stand.qtbot.waitUntil(lambda: not table.isColumnHidden(STEPS))


def test_a_mark_lowers_the_figure_and_the_list_stays_in_its_place(stand: Stand, loaded: Loaded) -> None:
    coverage = stand.show(CoverageBoard)
    stand.look(coverage, (KZ,))
    _choose(coverage, KZ, VERDICT)
    steps = loaded.procedures[KZ].steps
    assert len(_listed(coverage)) == len(steps)
    coverage.steps.selectRow(2)
    stand.mark(WHO, steps[2].id, Verdict.KEEP)
    stand.look(coverage, (KZ,))
    assert coverage.table.currentIndex().data() == f"{len(steps) - 1} of {len(steps)}"
    assert coverage.steps.row is not None
    assert coverage.steps.row.step.id == steps[3].id
    assert Gap.VERDICT in coverage.steps.row.lacks


def test_n_goes_through_the_steps_and_on_to_the_next_procedure(stand: Stand, qtbot: QtBot) -> None:
    coverage = stand.show(CoverageBoard)
    stand.look(coverage, (KZ, TJ))
    _choose(coverage, KZ, LAW)
    coverage.table.setFocus()
    first = _listed(coverage)
    assert coverage.steps.row is not None
    assert coverage.steps.row.step.id == first[0]
    seen = [first[0]]
    for _ in range(len(first)):
        widget = coverage.steps if coverage.steps.hasFocus() else coverage.table
        qtbot.keyClick(widget, Qt.Key.Key_N)
        assert coverage.steps.row is not None
        seen.append(coverage.steps.row.step.id)
    assert seen[: len(first)] == first
    assert coverage.model.rows[coverage.table.currentIndex().row()].key == TJ
    assert seen[-1] == _listed(coverage)[0]
    qtbot.keyClick(coverage.steps, Qt.Key.Key_Return)
    assert stand.opened == [(TJ, seen[-1])]
    full, step = stand.chosen[-1]  # type: ignore[misc]
    assert (full.procedure.id, step.id) == (TJ, seen[-1])


def test_enter_on_a_figure_goes_to_its_steps_and_on_a_name_into_the_catalogue(
    stand: Stand, qtbot: QtBot
) -> None:
    coverage = stand.show(CoverageBoard)
    stand.look(coverage, (KZ,))
    _choose(coverage, KZ, LAW)
    coverage.table.setFocus()
    qtbot.keyClick(coverage.table, Qt.Key.Key_Return)
    assert coverage.steps.hasFocus()
    _choose(coverage, KZ, NAME)
    qtbot.keyClick(coverage.table, Qt.Key.Key_Return)
    assert stand.opened == [(KZ, None)]


def test_a_click_on_a_head_sorts_countries_and_what_is_below_them(stand: Stand, qtbot: QtBot) -> None:
    coverage = stand.show(CoverageBoard)
    stand.look(coverage)
    header = coverage.table.horizontalHeader()
    x = header.sectionViewportPosition(LAW) + 20
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 20))
    lines = coverage.model.rows
    countries = [line.lacking(Gap.LAW) for line in lines if line.level is Level.COUNTRY]
    assert countries == sorted(countries, reverse=True)
    assert len(countries) == 10
    start = next(at for at, line in enumerate(lines) if line.key == "CN")
    own = []
    for line in lines[start + 1 :]:
        if line.level is not Level.PROCEDURE:
            break
        own.append(line.lacking(Gap.LAW))
    assert own == sorted(own, reverse=True)
    assert len(own) == 19
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 20))
    turned = [line.lacking(Gap.LAW) for line in coverage.model.rows if line.level is Level.COUNTRY]
    assert turned == countries[::-1]


def test_countries_fold_by_key_and_click(stand: Stand, qtbot: QtBot) -> None:
    coverage = stand.show(CoverageBoard)
    stand.look(coverage)
    every = len(coverage.model.rows)
    _choose(coverage, KZ, LAW)
    coverage.table.setFocus()
    qtbot.keyClicks(coverage.table, "-")
    assert coverage.model.row_of(KZ) == -1
    assert coverage.model.rows[coverage.table.currentIndex().row()].key == "KZ"
    assert coverage.table.currentIndex().column() == LAW
    qtbot.keyClicks(coverage.table, "+")
    assert coverage.model.row_of(KZ) > 0
    qtbot.keyClicks(coverage.table, "*")
    assert [line.level for line in coverage.model.rows] == [Level.ALL] + [Level.COUNTRY] * 10
    qtbot.keyClicks(coverage.table, "*")
    assert len(coverage.model.rows) == every
    coverage.table.scrollToTop()
    place = coverage.table.frozen.visualRect(coverage.model.index(1, NAME)).center()
    qtbot.mouseClick(coverage.table.frozen.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(coverage.model.rows) == every - 8


def test_the_sums_at_the_left_choose_their_column(stand: Stand, qtbot: QtBot) -> None:
    coverage = stand.show(CoverageBoard)
    stand.look(coverage)
    view = coverage.sums
    place = view.visualRect(view.model().index(GAPS.index(Gap.COST), 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert coverage.table.currentIndex().row() == 0
    assert coverage.model.gap(coverage.table.currentIndex().column()) is Gap.COST
    assert len(_listed(coverage)) == coverage.model.rows[0].lacking(Gap.COST)


def test_figures_are_copied_with_their_heads(stand: Stand) -> None:
    coverage = stand.show(CoverageBoard)
    stand.look(coverage, (KZ,))
    coverage.table.selectAll()
    text = cells_as_text(coverage.table)
    assert text.splitlines()[0].split("\t") == [
        "Country and procedure",
        "Steps",
        "Without verdict",
        "Without law",
        "Without time",
        "Without cost",
        "Without source",
    ]
    assert text.splitlines()[1].startswith("All of the filter\t24\t24 of 24\t")


def test_nothing_to_show_says_what_to_do(stand: Stand, loaded: Loaded) -> None:
    coverage = stand.show(CoverageBoard)
    stand.look(coverage)
    with stand.qtbot.waitSignal(coverage.told):
        coverage.show_scope(type(stand.scope())(loaded, stand.scope().seen, ()))
    assert coverage.currentWidget().accessibleName() == "No procedures with these filters"
    with stand.qtbot.waitSignal(coverage.clear_asked):
        next(action for action in coverage.board_actions if action.objectName() == "coverage_clear").trigger()


def test_what_is_folded_sorted_and_chosen_comes_back(stand: Stand) -> None:
    coverage = stand.show(CoverageBoard)
    stand.look(coverage, (KZ, TJ))
    coverage.sort(LAW)
    _choose(coverage, TJ, LAW)
    coverage.fold(folded=True)
    kept = coverage.save_state()
    again = stand.show(CoverageBoard)
    again.restore_state(kept)
    stand.look(again, (KZ, TJ))
    assert [line.key for line in again.model.rows] == [line.key for line in coverage.model.rows]
    assert again.table.currentIndex() == again.model.index(
        coverage.table.currentIndex().row(), coverage.table.currentIndex().column()
    )
    again.restore_state({"folded": 3, "by": "none such", "column": 99})


def test_models_keep_the_rules_of_qt(loaded: Loaded, english: Words, qtbot: QtBot) -> None:
    model, steps = CoverageModel(english), GapStepsModel(english)
    testers = [QAbstractItemModelTester(one, WARN) for one in (model, steps)]
    rows = board(loaded.procedures.values(), (), loaded.reference)
    lines = Lines(rows, loaded.procedures, loaded.reference, english)
    for folded in ((), ("KZ",), lines.countries):
        for order in (Order(), Order(Gap.COST, True), Order("steps", True)):
            model.show_rows(lines.shown(folded, order))
    assert model.rowCount(QModelIndex()) == 11
    model.show_rows(())
    steps.show_rows(())
    assert len(testers) == 2
