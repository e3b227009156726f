"""Distance, indicators and parcels beside the matrix, as an official uses them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from customs_app.analysis.case import BASE, steps_of_case
from customs_app.analysis.distance import ChangeKind, common, distances
from customs_app.catalogue.commands.steps import EditStep
from customs_app.domain.codes import CaseKind
from customs_app.ui.app import Shell
from customs_app.ui.catalogue.workspace import CatalogueWorkspace
from customs_app.ui.compare.distance_page import DistancePage
from customs_app.ui.compare.indicators_model import GroupLine
from customs_app.ui.compare.indicators_page import IndicatorsPage
from customs_app.ui.compare.parcels_page import ParcelsPage
from customs_app.ui.compare.state import View
from customs_app.ui.compare.tabs import Tab, TabPage
from customs_app.ui.compare.workspace import CompareWorkspace
from customs_app.ui.main_window import MainWindow
from customs_app.ui.widgets.source_line import SourceLine

Wait = Callable[[CompareWorkspace], None]
Key = Qt.Key
ALL = ("BY", "CN", "IN", "IR", "KG", "KZ", "PK", "RU", "TJ", "UZ")
WARN = QAbstractItemModelTester.FailureReportingMode.Warning


@pytest.fixture
def opened(compare: CompareWorkspace, qtbot: QtBot) -> Callable[[Tab], TabPage]:
    """Opens a tab by its key and waits for what it shows."""

    def open_tab(tab: Tab) -> TabPage:
        place = list(Tab).index(tab) + 1
        key = Key(Key.Key_0 + place)
        qtbot.keyClick(QApplication.focusWidget(), key, Qt.KeyboardModifier.AltModifier)
        page = compare.page.other
        assert page is not None
        qtbot.waitUntil(lambda: not page.newest.busy, timeout=10_000)  # type: ignore[attr-defined]
        return page

    return open_tab


def distance_of(page: TabPage) -> DistancePage:
    assert isinstance(page, DistancePage)
    return page


def settled(qtbot: QtBot, page: DistancePage) -> None:
    qtbot.waitUntil(lambda: not page.newest.busy, timeout=10_000)


# -- the tabs themselves


def test_tabs_turn_by_key_and_by_click(
    compare: CompareWorkspace, qtbot: QtBot, opened: Callable[[Tab], TabPage]
) -> None:
    tabs = compare.bar.tabs
    page = opened(Tab.DISTANCE)
    assert tabs.currentIndex() == 1
    assert not compare.page.legend.isVisible()
    assert not compare.bar.measure.isVisible()
    assert page.main().hasFocus()
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(0).center())
    assert compare.page.tab is Tab.MATRIX
    assert compare.board.matrix.hasFocus()
    assert compare.bar.measure.isVisible()


def test_keys_of_the_matrix_do_nothing_in_other_tabs(
    compare: CompareWorkspace, qtbot: QtBot, opened: Callable[[Tab], TabPage]
) -> None:
    page = opened(Tab.DISTANCE)
    for key in (Key.Key_D, Key.Key_H, Key.Key_F, Key.Key_S, Key.Key_B):
        qtbot.keyClick(page.main(), key)
    view = compare.viewing.view
    assert view == View()
    assert compare.bar.measure.text() == "Time"
    assert "Enter show in the matrix" in compare.keys_text()


def test_the_tab_is_found_again(
    shell: Shell, compare: CompareWorkspace, qtbot: QtBot, answered: Wait, opened: Callable[[Tab], TabPage]
) -> None:
    page = distance_of(opened(Tab.DISTANCE))
    page.common.chosen.emit("RU")
    settled(qtbot, page)
    page.table.selectRow(4)
    country = page.table.row.distance.country if page.table.row else ""
    kept = dict(compare.save_state())
    shell.set_theme("dark")
    assert shell.window is not None
    again = shell.window.current
    assert isinstance(again, CompareWorkspace)
    answered(again)
    other = again.page.other
    assert isinstance(other, DistancePage)
    settled(qtbot, other)
    assert other.like == "RU"
    assert other.table.row is not None
    assert other.table.row.distance.country == country
    assert dict(again.save_state()) == kept


def test_who_leads_here_to_a_step_sees_the_matrix(
    compare: CompareWorkspace, answered: Wait, opened: Callable[[Tab], TabPage]
) -> None:
    opened(Tab.PARCELS)
    step = compare.session.catalogue.full_procedure("CN-P-import-meat").steps[2]
    compare.session.go_to("compare", "CN-P-import-meat", step.id)
    answered(compare)
    assert compare.page.tab is Tab.MATRIX
    assert compare.board.cell == (step.activity, "CN")


# -- distance


def test_distances_are_those_of_the_analysis(
    compare: CompareWorkspace, opened: Callable[[Tab], TabPage], qtbot: QtBot
) -> None:
    page = distance_of(opened(Tab.DISTANCE))
    comparison = compare.answer.comparison if compare.answer else None
    assert comparison is not None
    reference = compare.session.catalogue.reference()
    for like in (None, "KZ"):
        page.common.chosen.emit(like or "")
        settled(qtbot, page)
        shown = common(comparison.procedures, reference, like)
        expected = distances(comparison.procedures, shown, reference)
        assert [row.distance for row in page.countries.rows] == list(expected.countries)
        assert page.countries.index(0, 2).data() == str(len(expected.countries[0].changes))
        assert f"{len(shown.activities)} activities" in page.sentence.text()
    assert page.countries.rows[0].model
    assert page.countries.index(0, 1).data() == "Kazakhstan (the common procedure)"
    assert page.countries.index(0, 2).data() == "0"
    assert "Fewest changes" in page.status_text()
    assert "Kazakhstan" not in page.status_text()


def test_what_is_unknown_is_never_counted_and_always_said(opened: Callable[[Tab], TabPage]) -> None:
    page = distance_of(opened(Tab.DISTANCE))
    for at, row in enumerate(page.countries.rows):
        counts = [page.countries.index(at, 3 + place).data() for place, _ in enumerate(ChangeKind)]
        assert sum(int(text) for text in counts if text != "–") == int(page.countries.index(at, 2).data())
        if row.distance.unknown:
            assert page.countries.index(at, 9).data(Qt.ItemDataRole.ToolTipRole)
        page.table.selectRow(at)
        told = [one.kind for one in page.changes.rows]
        assert told.count("Not counted") == len(row.distance.unknown)
        assert len(told) == len(row.distance.changes) + len(row.distance.unknown)


def test_a_change_leads_to_its_row_in_the_matrix(
    compare: CompareWorkspace, qtbot: QtBot, opened: Callable[[Tab], TabPage]
) -> None:
    page = distance_of(opened(Tab.DISTANCE))
    page.list.setFocus()
    page.list.selectRow(0)
    activity = page.changes.rows[0].activity
    country = page.table.row.distance.country if page.table.row else ""
    qtbot.keyClick(page.list, Key.Key_Return)
    assert compare.page.tab is Tab.MATRIX
    assert compare.board.cell == (activity, country)


def test_the_changes_are_copied_in_one_gesture(qtbot: QtBot, opened: Callable[[Tab], TabPage]) -> None:
    page = distance_of(opened(Tab.DISTANCE))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.table, Key.Key_C, both)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == page.sentence.text()
    assert lines[1:] == [row.text for row in page.changes.rows]


def test_a_common_country_that_is_left_out_is_given_up(
    compare: CompareWorkspace, qtbot: QtBot, answered: Wait, opened: Callable[[Tab], TabPage]
) -> None:
    page = distance_of(opened(Tab.DISTANCE))
    page.common.chosen.emit("KZ")
    settled(qtbot, page)
    compare.asking.without(frozenset({"KZ"}))
    answered(compare)
    settled(qtbot, page)
    assert page.like == ""
    assert page.common.text() == "the median of the countries compared"
    assert len(page.countries.rows) == 9
    compare.asking.without(frozenset(ALL[1:]))
    answered(compare)
    assert not page.table.isVisible()


# -- indicators


def test_indicators_always_have_their_year(
    compare: CompareWorkspace, opened: Callable[[Tab], TabPage]
) -> None:
    page = opened(Tab.INDICATORS)
    assert isinstance(page, IndicatorsPage)
    model = page.model
    assert tuple(head.iso2 for head in model.heads[1:-1]) == ALL
    groups = [line for line in model.lines if isinstance(line, GroupLine)]
    assert len(groups) >= 4
    for at, line in enumerate(model.lines):
        if isinstance(line, GroupLine):
            continue
        for column in range(1, len(model.heads) - 1):
            own = model.figures(line, column)
            text = str(model.index(at, column).data())
            if not own:
                assert text == "?"
            elif own[0].year:
                assert text.endswith(")")
                assert own[0].year[:4] in text
        years = str(model.index(at, len(model.heads) - 1).data())
        assert years.startswith("≠") is line.years_differ
    assert "measures of countries" in page.status_text()
    assert compare.keys_text().startswith("← → ↑ ↓ figure")


def test_a_figure_shows_its_source_in_the_inspector(
    compare: CompareWorkspace, qtbot: QtBot, opened: Callable[[Tab], TabPage]
) -> None:
    page = opened(Tab.INDICATORS)
    assert isinstance(page, IndicatorsPage)
    qtbot.keyClick(page.table, Key.Key_Down)
    assert compare.side is not None
    assert page.details.isVisible()
    assert compare.side.isAncestorOf(page.details)
    assert page.details.findChildren(SourceLine)
    texts = [label.text() for label in page.details.findChildren(QLabel)]
    index = page.table.currentIndex()
    assert any(str(index.data()) in text for text in texts)


def test_indicators_follow_the_countries(
    compare: CompareWorkspace, qtbot: QtBot, answered: Wait, opened: Callable[[Tab], TabPage]
) -> None:
    page = opened(Tab.INDICATORS)
    assert isinstance(page, IndicatorsPage)
    compare.asking.without(frozenset(ALL) - {"KZ", "UZ"})
    answered(compare)
    qtbot.waitUntil(lambda: not page.newest.busy)
    assert tuple(head.iso2 for head in page.model.heads[1:-1]) == ("KZ", "UZ")


# -- parcels


def test_all_members_stand_in_the_view_of_parcels(
    compare: CompareWorkspace, opened: Callable[[Tab], TabPage]
) -> None:
    page = opened(Tab.PARCELS)
    assert isinstance(page, ParcelsPage)
    assert {row.row.country for row in page.model.rows} == set(ALL)
    assert page.sentence.text().startswith("Base case: parcel imports of all members")
    russia = next(row for row in page.model.rows if row.row.country == "RU")
    assert "EUR (2026)" in russia.cells[2]
    assert "?" in {row.cells[5] for row in page.model.rows}
    for row in page.model.rows:
        if row.row.totals is not None:
            covered = row.row.totals.time_covered
            assert row.cells[6] == f"{covered.n} of {covered.of}"


def test_parcels_follow_the_case_and_open_their_procedure(
    compare: CompareWorkspace,
    window: MainWindow,
    qtbot: QtBot,
    answered: Wait,
    opened: Callable[[Tab], TabPage],
) -> None:
    page = opened(Tab.PARCELS)
    assert isinstance(page, ParcelsPage)
    before = [row.cells[4] for row in page.model.rows]
    compare.asking.case(CaseKind.WORST)
    answered(compare)
    qtbot.waitUntil(lambda: not page.newest.busy)
    assert [row.cells[4] for row in page.model.rows] != before
    page.table.selectRow(3)
    row = page.table.row
    assert row is not None
    assert row.row.procedure is not None
    texts = [label.text() for label in page.details.findChildren(QLabel)]
    assert any(row.country in text for text in texts)
    assert page.details.findChildren(SourceLine)
    qtbot.keyClick(page.table, Key.Key_Return)
    current = window.current
    assert isinstance(current, CatalogueWorkspace)
    assert current.opened is not None
    assert current.opened.full.procedure.id == row.row.procedure.procedure.id


def test_a_change_of_a_parcel_import_is_seen_though_it_is_not_compared(
    compare: CompareWorkspace, qtbot: QtBot, opened: Callable[[Tab], TabPage]
) -> None:
    page = opened(Tab.PARCELS)
    assert isinstance(page, ParcelsPage)
    row = next(one for one in page.model.rows if one.row.country == "RU")
    assert row.row.procedure is not None
    assert row.cells[5] == "?"
    step = steps_of_case(row.row.procedure, BASE)[0]
    values = {"time_typ_h": 3.0, "time_kind": "duration"}
    assert compare.session.run(EditStep(step.id, values)) is not None
    qtbot.waitUntil(lambda: next(one for one in page.model.rows if one.row.country == "RU").cells[5] != "?")


# -- all of them


def test_models_of_the_tabs_keep_the_rules_of_qt(opened: Callable[[Tab], TabPage]) -> None:
    distance, indicators, parcels = opened(Tab.DISTANCE), opened(Tab.INDICATORS), opened(Tab.PARCELS)
    assert isinstance(distance, DistancePage)
    assert isinstance(indicators, IndicatorsPage)
    assert isinstance(parcels, ParcelsPage)
    models = (distance.countries, distance.changes, indicators.model, parcels.model)
    testers = [QAbstractItemModelTester(model, WARN) for model in models]
    distance.countries.show_rows(distance.countries.rows[:3])
    distance.changes.show_rows(())
    parcels.model.show_rows(parcels.model.rows[:1])
    indicators.model.show_rows((), ())
    assert (indicators.model.rowCount(), indicators.model.columnCount()) == (0, 0)
    assert distance.countries.rowCount() == 3
    assert len(testers) == 4


@pytest.mark.parametrize("tab", [Tab.DISTANCE, Tab.INDICATORS, Tab.PARCELS])
def test_everything_that_acts_in_a_tab_has_a_name(opened: Callable[[Tab], TabPage], tab: Tab) -> None:
    page = opened(tab)
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            named = widget.accessibleName() or getattr(widget, "text", str)() or widget.toolTip()
            assert widget.objectName(), widget
            assert named or isinstance(widget, QLabel), widget.objectName()
    assert page.keys()
    assert page.keys_text()
    assert page.status_text()


def test_the_unit_of_a_measure_repeats_no_word_of_its_name(opened: Callable[[Tab], TabPage]) -> None:
    page = opened(Tab.INDICATORS)
    assert isinstance(page, IndicatorsPage)
    names = {str(page.model.index(at, 0).data()) for at in range(page.model.rowCount())}
    assert {"Overall score, 1 to 5", "Overall rank, of 139", "Timeliness, score 1 to 5"} <= names
    assert "Rank for customs" in names or "Rank for customs, of 139" in names
