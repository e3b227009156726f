"""The comparison as a heat map and as time by stage, by keys and clicks."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customs_app.analysis.heat import Measure
from customs_app.domain.codes import Stage
from customs_app.figures.picture import About, Hotspot
from customs_app.ui.catalogue.workspace import CatalogueWorkspace
from customs_app.ui.compare.picture_page import HeatPage, PictureTab, StagesPage, activity_of
from customs_app.ui.compare.tabs import Tab
from customs_app.ui.compare.workspace import CompareWorkspace
from customs_app.ui.main_window import MainWindow

Open = Callable[[Tab], PictureTab]
LEFT, NONE, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
Key = Qt.Key


def _ready(page: PictureTab, qtbot: QtBot) -> None:
    inner = page.picture
    qtbot.waitUntil(
        lambda: inner.picture is not None and not inner._newest.busy and inner.view._coming is None,
        timeout=10_000,
    )


@pytest.fixture
def opened(compare: CompareWorkspace, qtbot: QtBot) -> Open:
    """Opens a tab by its key and waits for its picture."""

    def open_tab(tab: Tab) -> PictureTab:
        key = Key(Key.Key_0 + list(Tab).index(tab) + 1)
        QTest.keyClick(QApplication.focusWidget(), key, ALT)
        page = compare.page.other
        assert isinstance(page, PictureTab)
        _ready(page, qtbot)
        return page

    return open_tab


def _cell(page: PictureTab, activity: str, country: str) -> Hotspot:
    assert page.picture.picture is not None
    spots = page.picture.picture.of(activity, About.ACTIVITY)
    return next(spot for spot in spots if spot.country == country)


def test_a_click_on_the_heat_map_leads_to_the_cell_of_the_matrix(
    compare: CompareWorkspace, opened: Open
) -> None:
    page = opened(Tab.HEAT)
    view = page.picture.view
    assert view.hasFocus()
    view.select("DCL-04", About.ACTIVITY, "TJ")
    place = view.place_of(_cell(page, "DCL-04", "UZ")).center().toPoint()
    QTest.mouseClick(view.viewport(), LEFT, NONE, place)
    assert compare.page.tab is Tab.MATRIX
    assert compare.board.cell == ("DCL-04", "UZ")
    assert compare.board.matrix.hasFocus()


def test_walking_stays_on_the_heat_map_and_enter_leads_to_the_matrix(
    compare: CompareWorkspace, opened: Open
) -> None:
    page = opened(Tab.HEAT)
    view = page.picture.view
    view.select("DCL-04", About.ACTIVITY, "TJ")
    QTest.keyClick(view, Key.Key_Right)
    assert compare.page.tab is Tab.HEAT
    assert compare.board.cell == ("DCL-04", "UZ"), "so that the inspector shows it"
    QTest.keyClick(view, Key.Key_Return)
    assert compare.page.tab is Tab.MATRIX
    assert compare.board.cell == ("DCL-04", "UZ")


def test_the_head_of_a_column_leads_to_the_procedure(
    window: MainWindow, compare: CompareWorkspace, opened: Open
) -> None:
    page = opened(Tab.HEAT)
    page.picture.view.select("KZ", About.COUNTRY)
    QTest.keyClick(page.picture.view, Key.Key_Return)
    there = window.current
    assert isinstance(there, CatalogueWorkspace)
    assert there.opened is not None
    assert there.opened.full.procedure.country == "KZ"


def test_the_measure_is_chosen_above_it_and_remembered(
    compare: CompareWorkspace, opened: Open, qtbot: QtBot
) -> None:
    page = opened(Tab.HEAT)
    assert isinstance(page, HeatPage)
    before = page.picture.picture
    assert before is not None
    assert page.by.text() == "Steps"
    page.by.chosen.emit(str(Measure.TIME))
    qtbot.waitUntil(lambda: page.picture.picture is not before)
    shown = page.picture.picture
    assert shown is not None
    assert page.by.text() == "Time"
    assert shown.table.rows != before.table.rows
    assert page.picture.view.hasFocus()
    assert compare.save_state()["tabs"] == {"heat": {"measure": "time"}}
    again = HeatPage(compare.session)
    qtbot.addWidget(again)
    again.restore_state({"measure": "time"})
    assert again.measure is Measure.TIME


def test_letters_of_the_matrix_do_nothing_here_and_those_of_the_picture_do(
    compare: CompareWorkspace, opened: Open
) -> None:
    page = opened(Tab.HEAT)
    view, before = page.picture.view, compare.viewing.view
    QTest.keyClicks(view, "+")
    assert view.sight.zoom == pytest.approx(1.2)
    QTest.keyClicks(view, "DCF")
    assert compare.viewing.view == before
    QTest.keyClick(view, Key.Key_T)
    assert page.picture.table.hasFocus()
    assert page.picture.table.model().rowCount() > 30
    names = {action.objectName() for action in compare.actions() if action.isVisible()}
    assert "compare_heat_save" in names
    compare.page.show_tab(Tab.MATRIX)
    names = {action.objectName() for action in compare.actions() if action.isVisible()}
    assert "compare_heat_save" not in names


def test_time_by_stage_fills_the_room_and_leads_to_the_row(
    compare: CompareWorkspace, opened: Open, qtbot: QtBot
) -> None:
    page = opened(Tab.STAGES)
    assert isinstance(page, StagesPage)
    picture = page.picture.picture
    assert picture is not None
    assert abs(picture.drawing.width - page.picture.width()) < 40
    shown = compare.answer.shown if compare.answer is not None else None
    assert shown is not None
    for spot in picture.hotspots:
        code = activity_of(spot, shown.comparison)
        row = next(row for row in shown.comparison.rows if row.activity.code == code)
        cell = row.cells[spot.country or ""]
        assert cell is not None
        if spot.about is About.STAGE:
            assert row.activity.stage is Stage(spot.target)
        else:
            assert spot.target in {step.id for step in cell.steps}
    QTest.keyClick(page.picture.view, Key.Key_Home)
    QTest.keyClick(page.picture.view, Key.Key_Return)
    assert compare.page.tab is Tab.MATRIX
    first = picture.hotspots[0]
    assert compare.board.cell == (activity_of(first, shown.comparison), first.country)
