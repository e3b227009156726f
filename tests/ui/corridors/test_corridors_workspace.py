"""The corridors workspace by keys and clicks."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from customs_app.domain.codes import CaseKind
from customs_app.figures.picture import About
from customs_app.ui.corridors.cells_model import CELL_ROLE
from customs_app.ui.corridors.chart_view import ChartView
from customs_app.ui.corridors.walk import Stand
from customs_app.ui.corridors.workspace import CorridorsWorkspace
from customs_app.ui.main_window import MainWindow
from tests.ui.corridors.conftest import Answered
from tests.ui.corridors.parts import block, find, press, shown, side, worked

Key = Qt.Key


def test_keys_walk_from_block_to_block_and_step_to_step(corridors: CorridorsWorkspace, qtbot: QtBot) -> None:
    assert corridors.walker.stand == Stand("CN-export")
    press(qtbot, Key.Key_Right)
    assert corridors.walker.stand == Stand("KZ-cross_in")
    assert corridors.page.blocks.current == "KZ-cross_in"
    press(qtbot, Key.Key_Down, Key.Key_Down)
    assert block(corridors).procedure is not None
    assert corridors.walker.stand.step == block(corridors).procedure.steps[1].id  # type: ignore[union-attr]
    assert side(corridors).steps.currentIndex().row() == 1
    press(qtbot, Key.Key_Up, Key.Key_Up)
    assert corridors.walker.stand.block == "CN-export"
    press(qtbot, Key.Key_End)
    assert corridors.walker.stand == Stand("RU-import")
    press(qtbot, Key.Key_Right)
    assert corridors.walker.stand == Stand("RU-import")
    press(qtbot, Key.Key_Left)
    assert corridors.walker.stand == Stand("RU-cross_in")


def test_a_click_on_a_block_fills_the_inspector(
    corridors: CorridorsWorkspace, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.mouseClick(corridors.page.blocks.buttons["KZ-transit"], Qt.MouseButton.LeftButton)
    side(corridors).show_now()
    assert side(corridors).head.title.text() == "Road transit through Kazakhstan"
    assert len(side(corridors).steps.steps.steps) == 15
    assert window.right.windowTitle() == "Inspector – block 3 of 5"
    assert not side(corridors).figures.isHidden()


def test_the_chart_leads_to_steps_and_blocks(corridors: CorridorsWorkspace, qtbot: QtBot) -> None:
    chart = corridors.page.chart
    point = worked(corridors).chain.points[30]
    box = chart.place_of(point.step_id)
    assert box is not None
    at = QPoint(round(box.center().x()), round(box.center().y()))
    qtbot.mouseMove(chart, at)
    assert chart.readout == shown(corridors).readouts[point.step_id]
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at)
    assert corridors.walker.stand == Stand(point.block_key, point.step_id)
    below = [spot for spot in chart.picture.hotspots if spot.about is About.BLOCK] if chart.picture else []
    assert {spot.target for spot in below} <= {one.key for one in worked(corridors).blocks}


def test_the_walking_line_follows_the_keys_in_the_chart(corridors: CorridorsWorkspace, qtbot: QtBot) -> None:
    chart = corridors.page.chart
    chart.setFocus()
    press(qtbot, Key.Key_Right, Key.Key_Down)
    assert corridors.walker.stand.block == "KZ-cross_in"
    assert corridors.walker.stand.step is not None
    assert chart.readout == shown(corridors).readouts[corridors.walker.stand.step]
    assert chart.accessibleDescription().startswith("KZ 1 ")


def test_a_number_in_the_table_leads_to_its_step(corridors: CorridorsWorkspace, qtbot: QtBot) -> None:
    table = corridors.page.tables.table
    index = table.cells.index(0, 2)
    place = index.data(CELL_ROLE).places[0]
    rect = table.visualRect(index)
    qtbot.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.x() + 12, rect.center().y())
    )
    assert corridors.walker.stand == Stand("CN-export", place.step_id)
    table.setCurrentIndex(table.cells.index(0, 5))
    table.setFocus()
    press(qtbot, Key.Key_Return)
    assert corridors.walker.stand.block == "RU-import"


def test_space_shows_the_source_of_the_figure(corridors: CorridorsWorkspace, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_Right, *[Key.Key_Down] * 8)
    assert corridors.walker.stand.step == "KZ-P-bcp-khorgos-road-08"
    press(qtbot, Key.Key_Space)
    line = side(corridors).figures.sources[0]
    assert line.title.full_text == "CPMM annual report 2022: Kazakhstan"
    assert not find(line, QWidget, "source_details").isHidden()  # type: ignore[union-attr]


def test_g_goes_from_gap_to_gap(corridors: CorridorsWorkspace, qtbot: QtBot) -> None:
    gaps = []
    for _ in range(5):
        press(qtbot, Key.Key_G)
        gaps.append(corridors.walker.stand.block)
    assert gaps == ["CN-export", "KZ-transit", "RU-cross_in", "RU-import", "CN-export"]


def test_enter_opens_the_step_in_the_catalogue(
    corridors: CorridorsWorkspace, window: MainWindow, qtbot: QtBot
) -> None:
    press(qtbot, Key.Key_Right, Key.Key_Down)
    press(qtbot, Key.Key_Return)
    assert window.current is not None
    assert window.current.key == "catalogue"


def test_another_corridor_and_another_case(
    corridors: CorridorsWorkspace, answered: Answered, qtbot: QtBot
) -> None:
    corridors.list.view.setFocus()
    press(qtbot, Key.Key_Down, Key.Key_Down)
    answered(corridors)
    assert worked(corridors).corridor.id == "COR-03"
    assert corridors.page.title.full_text == "China - Kyrgyzstan - Uzbekistan road corridor"
    base = worked(corridors).chain.totals.steps
    corridors.page.case.chosen.emit(CaseKind.WORST)
    answered(corridors)
    assert worked(corridors).chain.totals.steps > base
    assert corridors.page.totals.figures["elapsed"].title.text() == "Elapsed, worst case"
    assert corridors.save_state()["case"] == "worst"


def test_the_filter_narrows_the_list_and_keeps_what_is_shown(
    corridors: CorridorsWorkspace, qtbot: QtBot, answered: Answered
) -> None:
    press(qtbot, Key.Key_Slash)
    qtbot.keyClicks(QApplication.focusWidget(), "karachi")
    assert corridors.list.model.rowCount() == 3
    assert worked(corridors).corridor.id == "COR-01"
    press(qtbot, Key.Key_Down)
    answered(corridors)
    assert worked(corridors).corridor.id == "COR-05"
    corridors.list.filter.setFocus()
    press(qtbot, Key.Key_Escape)
    assert corridors.list.model.rowCount() == 14


def test_a_search_leads_to_its_corridor(
    corridors: CorridorsWorkspace, window: MainWindow, answered: Answered
) -> None:
    corridors.list.filter.setText("karachi")
    window.session.go_to("corridors", None, "COR-02")
    answered(corridors)
    assert worked(corridors).corridor.id == "COR-02"
    assert corridors.list.view.currentIndex().data() == worked(corridors).corridor.name.en


def test_what_is_in_sight_is_found_again(corridors: CorridorsWorkspace, answered: Answered) -> None:
    corridors.go_to(None, "COR-03")
    answered(corridors)
    corridors.walker.walk(block=1)
    corridors.page.tables.choose("payments")
    state = corridors.save_state()
    assert state == {"corridor": "COR-03", "block": "KG-transit", "table": "payments"}
    corridors.go_to(None, "COR-01")
    answered(corridors)
    corridors.restore_state(state)
    answered(corridors)
    assert corridors.walker.stand == Stand("KG-transit")
    assert corridors.page.tables.key == "payments"
    corridors.restore_state({"corridor": "gone", "block": 5})
    answered(corridors)
    assert worked(corridors).corridor.id == "COR-01"


# -- names, keys, changes elsewhere


def test_all_that_acts_has_a_name(corridors: CorridorsWorkspace) -> None:
    for action in corridors.actions():
        assert action.objectName(), action.text()
    for button in corridors.page.findChildren(QPushButton):
        assert button.objectName() or button.accessibleName()
    for one in corridors.page.blocks.buttons.values():
        assert one.accessibleName()
        assert one.objectName()


def test_a_change_in_a_procedure_of_the_chain_is_shown(
    corridors: CorridorsWorkspace, window: MainWindow, answered: Answered
) -> None:
    from customs_app.catalogue.commands import EditStep  # noqa: PLC0415 - used here alone

    before = worked(corridors).chain.totals.elapsed.typ
    assert before is not None
    window.session.run(
        EditStep("KZ-P-transit-road-15", {"time_min_h": 5.0, "time_typ_h": 5.0, "time_max_h": 5.0})
    )
    answered(corridors)
    assert worked(corridors).chain.totals.elapsed.typ == pytest.approx(before + 1.0)
    answer = corridors.answer
    window.session.run(EditStep("PK-P-import-road-01", {"title_en": "Another title"}))
    assert corridors.answer is answer
    assert not corridors.asking.stale


def test_a_change_in_another_procedure_of_a_country_is_shown_with_the_next_corridor(
    corridors: CorridorsWorkspace, window: MainWindow, answered: Answered
) -> None:
    from customs_app.catalogue.commands import EditStep  # noqa: PLC0415 - used here alone

    assert worked(corridors).blocks[0].country == "CN"  # read with all that its country has
    answer = corridors.answer
    window.session.run(EditStep("CN-P-import-road-01", {"title_en": "Another title"}))
    assert corridors.answer is answer
    corridors.choose("COR-09")
    answered(corridors)
    last = worked(corridors).blocks[-1].procedure
    assert last is not None
    assert last.step("CN-P-import-road-01").title.en == "Another title"


def test_the_chart_is_read_as_a_table(corridors: CorridorsWorkspace, qtbot: QtBot) -> None:
    corridors.page.chart.setFocus()
    press(qtbot, Key.Key_T)
    rows = corridors.page.chart_rows
    assert rows.isVisible()
    assert rows.hasFocus()
    assert rows.model().rowCount() >= len(worked(corridors).chain.points)
    press(qtbot, Key.Key_T)
    assert corridors.page.chart.isVisible()


def test_the_chart_is_copied_as_it_is_shown(corridors: CorridorsWorkspace, qtbot: QtBot) -> None:
    clipboard = QApplication.clipboard()
    with qtbot.waitSignal(clipboard.dataChanged, timeout=10_000):
        corridors.actions_.copy.trigger()
    assert clipboard.mimeData().hasImage()
    drawn = bytes(clipboard.mimeData().data("image/svg+xml").data()).decode()
    assert worked(corridors).corridor.name.en in drawn


def test_the_chart_is_drawn_anew_at_another_size(corridors: CorridorsWorkspace, qtbot: QtBot) -> None:
    chart: ChartView = corridors.page.chart
    before = chart.picture
    assert before is not None
    corridors.page.split.setSizes([520, 180])
    qtbot.waitUntil(lambda: chart.picture is not before, timeout=10_000)
    assert chart.picture is not None
    assert chart.picture.drawing.height == pytest.approx(chart.height(), abs=1)
    assert chart.place_of("nothing") is None
    assert chart._at(QPointF(-5, -5)) is None
