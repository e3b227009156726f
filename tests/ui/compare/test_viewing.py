"""How a comparison is looked at, by keys and menus: figures, heat, rows, steps, order, tolerance, totals."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from customs_app.analysis.heat import Measure
from customs_app.analysis.like_for_like import NO_TIME
from customs_app.analysis.ordering import Order
from customs_app.domain.codes import Stage
from customs_app.ui.app import Shell
from customs_app.ui.catalogue.workspace import CatalogueWorkspace
from customs_app.ui.compare.cell_panel import StepLink
from customs_app.ui.compare.colouring import Colouring
from customs_app.ui.compare.lines import ActivityLine, StageLine, StepLine
from customs_app.ui.compare.totals_rows import BRIEF, Total
from customs_app.ui.compare.workspace import CompareWorkspace
from customs_app.ui.main_window import MainWindow
from customs_app.ui.session import Beside
from customs_app.ui.widgets.source_line import SourceLine
from tests.ui.compare.seen import ALL, Wait, activities, countries

Key = Qt.Key


def cell(compare: CompareWorkspace, activity: str, iso2: str, role: int = Qt.ItemDataRole.DisplayRole) -> str:
    model = compare.board.model
    return str(model.index(model.row_of(activity), model.column_of(iso2)).data(role))


def action(compare: CompareWorkspace, name: str) -> QAction:
    found = next((one for one in compare.findChildren(QAction) if one.objectName() == name), None)
    assert found is not None, name
    return found


# -- figures and heat


def test_f_goes_through_all_seven_figures_and_back(compare: CompareWorkspace, qtbot: QtBot) -> None:
    matrix, seen = compare.board.matrix, []
    for _ in Measure:
        qtbot.keyClick(matrix, Key.Key_F)
        seen.append(compare.bar.measure.text())
    assert seen == ["Cost", "Documents", "Visits", "Channel", "Evidence", "Steps", "Time"]
    qtbot.keyClick(matrix, Key.Key_F, Qt.KeyboardModifier.ShiftModifier)
    assert compare.bar.measure.text() == "Steps"


@pytest.mark.parametrize(
    ("measure", "iso2", "copied"),
    [
        (Measure.STEPS, "KG", "online, 2 of 3"),
        (Measure.TIME, "RU", "online, ≤ 4"),
        (Measure.DOCUMENTS, "IR", "mixed, if, 5"),
        (Measure.CHANNEL, "TJ", "in person ×2"),
        (Measure.EVIDENCE, "KG", "online ×3, guide +1"),
    ],
)
def test_each_figure_says_what_it_counts(
    compare: CompareWorkspace, measure: Measure, iso2: str, copied: str
) -> None:
    compare.viewing.measure(measure)
    assert cell(compare, "DCL-06", iso2) == copied


def test_heat_follows_the_figure_and_never_is_colour_alone(compare: CompareWorkspace) -> None:
    compare.viewing.colouring(Colouring.MEASURE)
    compare.viewing.measure(Measure.STEPS)
    lines = [line for line in compare.board.model.lines if isinstance(line, ActivityLine)]
    tinted = [look for line in lines for look in line.looks if look.shade is not None]
    assert tinted
    assert all(look.standing is not None for look in tinted)
    legend = compare.page.legend.accessibleName()
    assert "▲ above the row’s median" in legend
    assert "= exactly equal" in legend
    compare.viewing.measure(Measure.EVIDENCE)
    lines = [line for line in compare.board.model.lines if isinstance(line, ActivityLine)]
    tinted = [look for line in lines for look in line.looks if look.shade is not None]
    assert tinted
    assert all(look.evidence is not None for look in tinted)
    assert "derived" in compare.page.legend.accessibleName()


def test_a_tip_says_how_the_figure_stands(compare: CompareWorkspace) -> None:
    compare.viewing.measure(Measure.STEPS)
    tip = cell(compare, "DCL-06", "KG", Qt.ItemDataRole.ToolTipRole)
    assert "▲ above the median of this row" in tip
    compare.viewing.measure(Measure.DOCUMENTS)
    assert "nothing is handed in" in cell(compare, "DCL-06", "KG", Qt.ItemDataRole.ToolTipRole)


# -- rows


def test_h_hides_what_all_have(compare: CompareWorkspace, qtbot: QtBot) -> None:
    before = activities(compare)
    rows = {
        line.row.activity.code: line.row
        for line in compare.board.model.lines
        if isinstance(line, ActivityLine)
    }
    shared = {code for code, row in rows.items() if row.have == len(ALL)}
    assert shared
    qtbot.keyClick(compare.board.matrix, Key.Key_H)
    assert activities(compare) == [code for code in before if code not in shared]
    assert compare.bar.rows.isChecked()
    assert "Hide what all have" in compare.bar.rows.toolTip()
    qtbot.keyClick(compare.board.matrix, Key.Key_H)
    assert activities(compare) == before
    assert not compare.bar.rows.isChecked()


def test_a_sentence_uncovers_a_row_that_all_have(compare: CompareWorkspace) -> None:
    compare.viewing.hide_common(on=True)
    assert "DCL-05" not in activities(compare)
    compare.reveal("DCL-05", ("RU",))
    assert compare.board.cell == ("DCL-05", "RU")


def test_stages_without_differences_are_folded_and_unfolded(
    compare: CompareWorkspace, qtbot: QtBot, answered: Wait
) -> None:
    matrix = compare.board.matrix
    fold = compare.actions_.view.fold_equal
    assert fold.isChecked()
    assert not any(line.folded for line in compare.board.model.lines if isinstance(line, StageLine))
    said: list[object] = []
    compare.session.noticed.connect(said.append)
    qtbot.keyClick(matrix, Key.Key_Equal)
    assert not said
    qtbot.keyClick(matrix, Key.Key_Equal)
    assert [compare.words.say(one.message) for one in said] == ["Every stage has differences."]  # type: ignore[attr-defined]
    compare.asking.without(frozenset(ALL) - {"BY", "RU"})
    answered(compare)
    assert compare.viewing.shown is not None
    every = compare.viewing.shown.every
    equal = every.equal_stages()
    rows = compare.viewing.shown.comparison.rows
    assert equal
    assert equal.isdisjoint({row.activity.stage for row in rows if every.differs(row.activity.code)})

    def folded() -> set[Stage]:
        lines = compare.board.model.lines
        return {line.stage for line in lines if isinstance(line, StageLine) and line.folded}

    assert folded() == equal
    lines = [line for line in compare.board.model.lines if isinstance(line, StageLine) and line.folded]
    assert all(compare.board.model.stage_text(line).endswith("no difference") for line in lines)
    one = next(iter(equal))
    compare.board.show_cell(str(one), "RU")
    qtbot.keyClick(matrix, Key.Key_Plus)
    assert folded() == equal - {one}
    assert fold.isChecked()
    qtbot.keyClick(matrix, Key.Key_Equal)
    assert folded() == set()
    qtbot.keyClick(matrix, Key.Key_Equal)
    assert folded() == equal
    code = next(row.activity.code for row in rows if row.activity.stage in equal)
    compare.reveal(code, ("BY",))
    assert compare.board.cell == (code, "BY")


# -- the very steps


def test_plus_opens_a_row_to_the_steps_of_each_country(
    compare: CompareWorkspace, qtbot: QtBot, answered: Wait
) -> None:
    board = compare.board
    board.show_cell("DCL-06", "TJ")
    qtbot.keyClick(board.matrix, Key.Key_Plus)
    steps = [line for line in board.model.lines if isinstance(line, StepLine)]
    assert len(steps) == 3
    assert cell(compare, "DCL-06/1", "TJ").startswith("15 Customs verifies permits")
    assert cell(compare, "DCL-06/1", "RU") == "no further step"
    heights = {board.matrix.rowHeight(board.model.row_of(f"DCL-06/{place}")) for place in range(3)}
    assert heights == {board.delegate.height(steps[0])}
    assert board.matrix.rowHeight(board.model.row_of("DCL-07")) == 25
    qtbot.keyClick(board.matrix, Key.Key_Down)
    assert board.cell == ("DCL-06/0", "TJ")
    answered(compare)
    assert compare.side is not None
    links = compare.side.cell.findChildren(StepLink)
    assert [link.text() for link in links] == ["14 Customs opens the file and checks the papers"]
    qtbot.keyClick(board.matrix, Key.Key_Minus)
    assert board.cell == ("DCL-06", "TJ")
    assert not any(isinstance(line, StepLine) for line in board.model.lines)
    assert "DCL-06" in activities(compare)


def test_the_steps_are_in_sight_when_a_row_is_opened(compare: CompareWorkspace, qtbot: QtBot) -> None:
    board = compare.board
    board.show_cell("DCL-06", "KG")
    qtbot.keyClick(board.matrix, Key.Key_Plus)
    seen = board.matrix.viewport().rect()
    for key in ("DCL-06", "DCL-06/0", "DCL-06/1"):
        assert seen.contains(board.matrix.visualRect(board.model.index(board.model.row_of(key), 1)).center())


def test_a_click_on_the_chevron_opens_and_folds(compare: CompareWorkspace, qtbot: QtBot) -> None:
    board = compare.board
    board.matrix.verticalScrollBar().setValue(0)

    def click(key: str) -> None:
        frozen = board.matrix.frozen
        rect = frozen.visualRect(board.model.index(board.model.row_of(key), 0))
        at = QPoint(rect.x() + 12, rect.center().y())
        qtbot.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=at)

    click("PRE-04")
    assert board.model.row_of("PRE-04/0") > 0
    click("PRE-04")
    assert board.model.row_of("PRE-04/0") < 0
    click("Prepare")
    assert "PRE-04" not in activities(compare)


def test_enter_on_the_name_opens_the_row_and_on_a_step_the_catalogue(
    compare: CompareWorkspace, window: MainWindow, qtbot: QtBot
) -> None:
    board = compare.board
    board.show_cell("DCL-06", "")
    qtbot.keyClick(board.matrix, Key.Key_Return)
    assert board.model.row_of("DCL-06/2") > 0
    board.show_cell("DCL-06/1", "TJ")
    qtbot.keyClick(board.matrix, Key.Key_Return)
    current = window.current
    assert isinstance(current, CatalogueWorkspace)
    assert current.step is not None
    assert current.step.seq == 15


def test_the_source_is_one_key_away(compare: CompareWorkspace, window: MainWindow, qtbot: QtBot) -> None:
    assert compare.side is not None
    compare.board.show_cell("DCL-06", "TJ")
    qtbot.keyClick(compare.board.matrix, Key.Key_I)
    sources = compare.side.cell.findChildren(SourceLine)
    assert sources
    assert sources[0].title.hasFocus()
    details = sources[0].findChild(QLabel, "source_details")
    assert details is not None
    assert "http" in details.text()
    assert details.isVisible()


def test_a_chosen_step_shows_its_source_at_once(compare: CompareWorkspace, answered: Wait) -> None:
    compare.board.show_cell("DCL-06", "TJ")
    compare.viewing.fold(folded=False)
    compare.board.show_cell("DCL-06/1", "TJ")
    answered(compare)
    assert compare.side is not None
    sources = compare.side.cell.findChildren(SourceLine)
    assert sources
    assert all(one.findChild(QLabel, "source_details").isVisible() for one in sources)  # type: ignore[union-attr]


def test_steps_are_copied(compare: CompareWorkspace, qtbot: QtBot) -> None:
    compare.board.show_cell("DCL-06", "RU")
    compare.viewing.fold(folded=False)
    compare.board.show_cell("DCL-06/0", "RU")
    qtbot.keyClick(compare.board.matrix, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, copied = QGuiApplication.clipboard().text().splitlines()
    assert head == "Russia"
    assert copied.startswith("16 Check the declaration and documents, ≤ 4, ")


# -- order and tolerance


def test_countries_are_ordered_by_like_for_like_alone(
    compare: CompareWorkspace, qtbot: QtBot, answered: Wait
) -> None:
    time, cost = action(compare, "compare_order_time"), action(compare, "compare_order_cost")
    assert not time.isEnabled()
    assert not cost.isEnabled()
    assert compare.words.say(NO_TIME) in time.toolTip()
    reason = compare.bar.order.list.findChild(QLabel, "compare_order_reason")
    assert reason is not None
    assert compare.words.say(NO_TIME) in reason.text()
    said: list[object] = []
    compare.session.noticed.connect(said.append)
    qtbot.keyClick(compare.board.matrix, Key.Key_S)
    assert len(said) == 1
    assert countries(compare) == ALL
    compare.asking.without(frozenset(ALL) - {"BY", "RU"})
    answered(compare)
    assert countries(compare) == ("BY", "RU")
    assert time.isEnabled()
    compare.board.show_cell("REL-01", "BY")
    qtbot.keyClick(compare.board.matrix, Key.Key_S)
    answered(compare)
    assert countries(compare) == ("RU", "BY")
    assert time.isChecked()
    assert compare.board.cell == ("REL-01", "BY")
    assert compare.bar.order.isChecked()
    assert cell(compare, "REL-01", "RU").endswith("0.07 – 4")
    qtbot.keyClick(compare.board.matrix, Key.Key_S)
    answered(compare)
    assert cost.isChecked()
    assert countries(compare) == ("BY", "RU")


def test_an_order_that_is_no_longer_possible_is_given_up(compare: CompareWorkspace, answered: Wait) -> None:
    compare.asking.without(frozenset(ALL) - {"BY", "RU"})
    answered(compare)
    compare.viewing.order(Order.TIME)
    answered(compare)
    compare.asking.without(frozenset())
    answered(compare)
    assert countries(compare) == ALL
    assert action(compare, "compare_order_list").isChecked()
    assert not compare.bar.order.isChecked()


def test_a_wider_tolerance_takes_sentences_and_signs_away(compare: CompareWorkspace, answered: Wait) -> None:
    compare.viewing.colouring(Colouring.MEASURE)
    assert compare.viewing.shown is not None
    before = len(compare.viewing.shown.sentences)
    action(compare, "compare_tolerance_time_3.0").trigger()
    answered(compare)
    action(compare, "compare_tolerance_cost_3.0").trigger()
    answered(compare)
    assert len(compare.viewing.shown.sentences) < before
    assert "= up to three times" in compare.page.legend.accessibleName()
    assert "Times count as equal: up to three times" in compare.bar.rows.toolTip()
    action(compare, "compare_tolerance_time_1.2").trigger()
    answered(compare)
    assert "Times" not in compare.bar.rows.toolTip()


def test_t_opens_the_menu_of_rows(compare: CompareWorkspace, qtbot: QtBot) -> None:
    qtbot.keyClick(compare.board.matrix, Key.Key_T)
    menu = compare.bar.rows.list
    assert menu.isVisible()
    assert menu.activeAction() is compare.actions_.view.differences
    assert [one.title() for one in menu.findChildren(type(menu))] == [
        "Times count as equal",
        "Costs count as equal",
    ]
    menu.close()


# -- totals


def test_totals_stand_in_brief_and_never_without_what_they_cover(
    compare: CompareWorkspace, qtbot: QtBot
) -> None:
    board = compare.board
    every, high = [row.key for row in board.totals_model.rows], board.matrix.height()
    qtbot.keyClick(board.matrix, Key.Key_B)
    left = [row.key for row in board.totals_model.rows]
    assert left == [key for key in every if key in BRIEF]
    assert {Total.ELAPSED, Total.TIMED} <= set(left)
    qtbot.waitUntil(lambda: board.matrix.height() > high)
    qtbot.keyClick(board.matrix, Key.Key_B)
    assert [row.key for row in board.totals_model.rows] == every


def test_where_the_window_is_low_the_totals_scroll_beside_and_keep_their_width(
    compare: CompareWorkspace, window: MainWindow, qtbot: QtBot
) -> None:
    board = compare.board
    compare.asking.without(frozenset(ALL) - {"BY", "RU"})
    window.resize(1280, 640)
    qtbot.waitUntil(lambda: len(board.model.heads) == 4)
    qtbot.waitUntil(board.totals.beside.isVisible)
    assert board.totals.viewport().width() == board.matrix.viewport().width()
    assert not board.totals.horizontalScrollBar().isVisible()
    board.totals.beside.setValue(board.totals.beside.maximum())
    last = board.totals_model.index(board.totals_model.rowCount() - 1, 1)
    assert board.totals.viewport().rect().contains(board.totals.visualRect(last).center())
    window.resize(1440, 1000)
    qtbot.waitUntil(lambda: not board.totals.beside.isVisible())


# -- two countries


def test_two_columns_are_chosen_and_set_against_each_other(
    compare: CompareWorkspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Beside] = []
    said: list[object] = []
    monkeypatch.setattr(compare.session, "set_beside", asked.append)
    compare.session.noticed.connect(said.append)
    board = compare.board
    board.show_cell("DCL-06", "KZ")
    qtbot.keyClick(board.matrix, Key.Key_P)
    assert not asked
    assert len(said) == 1
    qtbot.keyClick(board.matrix, Key.Key_Space)
    assert board.chosen == ("KZ",)
    board.show_cell("DCL-06", "UZ")
    qtbot.keyClick(board.matrix, Key.Key_P)
    here = "KZ-P-import-road-21"  # the first of the activity on which one stands
    assert asked[-1] == Beside("KZ-P-import-road", "UZ-P-import-road", came_from="compare", step_id=here)
    qtbot.keyClick(board.matrix, Key.Key_Space)
    board.show_cell("DCL-06", "RU")
    qtbot.keyClick(board.matrix, Key.Key_Space)
    assert board.chosen == ("UZ", "RU")
    qtbot.keyClick(board.matrix, Key.Key_P)
    assert (asked[-1].left, asked[-1].right) == ("UZ-P-import-road", "RU-P-import-road")
    qtbot.keyClick(board.matrix, Key.Key_Space)
    assert board.chosen == ("UZ",)


# -- what is kept


def test_how_it_is_looked_at_is_found_again(shell: Shell, compare: CompareWorkspace, answered: Wait) -> None:
    compare.asking.without(frozenset(ALL) - {"BY", "RU"})
    answered(compare)
    viewing = compare.viewing
    viewing.measure(Measure.VISITS)
    viewing.colouring(Colouring.MEASURE)
    viewing.hide_common(on=True)
    viewing.brief(on=True)
    viewing.tolerance(time=1.5, cost=2.0)
    viewing.order(Order.TIME)
    answered(compare)
    compare.reveal("REL-01", ("RU",))
    viewing.fold(folded=False)
    compare.board.show_cell("REL-01/0", "RU")
    kept = dict(compare.save_state())
    shell.set_theme("dark")
    assert shell.window is not None
    again = shell.window.current
    assert isinstance(again, CompareWorkspace)
    answered(again)
    assert dict(again.save_state()) == kept
    assert countries(again) == ("RU", "BY")
    assert again.board.cell == ("REL-01/0", "RU")
    assert again.bar.measure.text() == "Visits"
    assert Stage.RELEASE in {line.stage for line in again.board.model.lines}
