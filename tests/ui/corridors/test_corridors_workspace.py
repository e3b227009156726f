"""The corridors workspace by keys and clicks."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from customs_app.domain.codes import CaseKind
from customs_app.domain.corridor import Block
from customs_app.figures.picture import About
from customs_app.ui.corridors.cells_model import CELL_ROLE
from customs_app.ui.corridors.chart_view import ChartView
from customs_app.ui.corridors.corridor_dialog import CorridorDialog
from customs_app.ui.corridors.inspector import ChainInspector
from customs_app.ui.corridors.legs_model import COUNTRY, PLACE
from customs_app.ui.corridors.shown import Shown, Worked
from customs_app.ui.corridors.walk import Stand
from customs_app.ui.corridors.workspace import CorridorsWorkspace
from customs_app.ui.main_window import MainWindow

Answered = Callable[[CorridorsWorkspace], None]
Key = Qt.Key
Found = TypeVar("Found", bound=QWidget)


def shown(workspace: CorridorsWorkspace) -> Shown:
    assert workspace.answer is not None
    assert workspace.answer.shown is not None
    return workspace.answer.shown


def worked(workspace: CorridorsWorkspace) -> Worked:
    assert workspace.answer is not None
    assert workspace.answer.worked is not None
    return workspace.answer.worked


def side(workspace: CorridorsWorkspace) -> ChainInspector:
    assert workspace.side is not None
    return workspace.side


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key)


def find(window: QWidget, kind: type[Found], name: str) -> Found:
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def taken(menu: QMenu, name: str) -> None:
    action = next(one for one in menu.actions() if one.objectName() == name)
    assert action.isEnabled()
    action.trigger()
    menu.close()


def block(workspace: CorridorsWorkspace) -> Block:
    assert workspace.walker.block is not None
    return workspace.walker.block


def open_menu(window: QWidget) -> QMenu:
    menus = [one for one in window.findChildren(QMenu, "corridor_block_menu") if one.isVisible()]
    assert len(menus) == 1
    return menus[0]


@pytest.fixture(autouse=True)
def no_menu_left(qtbot: QtBot) -> Iterator[None]:
    yield
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    assert qtbot is not None


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


# -- what if


def test_a_step_left_out_shortens_the_chain_and_nothing_is_changed(
    corridors: CorridorsWorkspace, answered: Answered, qtbot: QtBot
) -> None:
    before = corridors.session.catalogue.fingerprint()
    typical = worked(corridors).chain.totals.elapsed.typ
    span = next(one for one in worked(corridors).chain.spans if one.block_key == "KZ-transit")
    corridors.page.blocks.setFocus()
    assert not corridors.actions_.strike.isEnabled()
    press(qtbot, Key.Key_W)
    for step_id in span.steps:
        assert worked(corridors).chain.totals.elapsed.typ == typical  # the figure is for all of them
        corridors.walker.stand_at(Stand("KZ-transit", step_id))
        press(qtbot, Key.Key_X)
        answered(corridors)
    chain, as_is = worked(corridors).chain, worked(corridors).as_is
    assert typical is not None
    assert chain.totals.elapsed.typ == pytest.approx(typical - 4.0)
    assert as_is.totals.elapsed.typ == typical
    assert not set(span.steps) & {point.step_id for point in chain.points}
    labels = side(corridors).what_if.findChildren(QLabel, "what_if_figure")
    elapsed = [one.text() for one in labels][-4]
    assert elapsed.endswith("typical 60.09  →  21.09 – 101.1 h, typical 56.09")
    assert side(corridors).steps.steps.steps[14].struck
    assert corridors.session.catalogue.fingerprint() == before


def test_steps_are_put_back_one_by_one_or_all(
    corridors: CorridorsWorkspace, answered: Answered, qtbot: QtBot
) -> None:
    corridors.turn_what_if(on=True)
    view = side(corridors).steps
    for row in (2, 4):
        rect = view.visualRect(view.steps.index(row))
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.x() + 15, rect.center().y())
        )
        answered(corridors)
    assert len(corridors.asking.question.struck) == 2
    first = view.steps.steps[2].step_id
    qtbot.mouseClick(find(side(corridors), QPushButton, f"what_if_back_{first}"), Qt.MouseButton.LeftButton)
    answered(corridors)
    assert corridors.asking.question.struck == {view.steps.steps[4].step_id}
    qtbot.mouseClick(find(side(corridors), QPushButton, "what_if_end"), Qt.MouseButton.LeftButton)
    answered(corridors)
    assert corridors.asking.question.struck == frozenset()
    assert not corridors.striking
    assert shown(corridors).what_if is None


def test_another_corridor_ends_the_what_if(corridors: CorridorsWorkspace, answered: Answered) -> None:
    corridors.turn_what_if(on=True)
    corridors.walker.stand_at(Stand("CN-export", worked(corridors).chain.points[0].step_id))
    corridors.strike_current()
    answered(corridors)
    corridors.go_to(None, "COR-03")
    answered(corridors)
    assert corridors.asking.question.struck == frozenset()
    assert not corridors.actions_.what_if.isChecked()


# -- binding


def test_another_procedure_is_bound_and_unbound_in_the_journal(
    corridors: CorridorsWorkspace, window: MainWindow, answered: Answered, qtbot: QtBot
) -> None:
    corridors.walker.stand_at(Stand("CN-export"))
    other = block(corridors).others[0]
    qtbot.keyClick(corridors.page.blocks, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    taken(open_menu(window), f"bind_{other.id}")
    answered(corridors)
    assert block(corridors).procedure is not None
    assert block(corridors).procedure.procedure == other  # type: ignore[union-attr]
    assert not block(corridors).proposed
    assert shown(corridors).blocks[0].bound
    entry = corridors.session.catalogue.history(1)[0]
    assert "Attach" in corridors.words.say(entry.label)
    corridors.show_block_menu()
    taken(open_menu(window), "unbind")
    answered(corridors)
    assert block(corridors).proposed
    window.session.undo()
    answered(corridors)
    assert not block(corridors).proposed


def test_none_on_purpose_leaves_a_gap_that_is_said(
    corridors: CorridorsWorkspace, window: MainWindow, answered: Answered
) -> None:
    corridors.walker.stand_at(Stand("KZ-transit"))
    corridors.show_block_menu()
    taken(open_menu(window), "bind_none")
    answered(corridors)
    look = next(one for one in shown(corridors).blocks if one.key == "KZ-transit")
    assert (look.open, look.below) == (True, "none, on purpose")
    assert corridors.page.totals.figures["missing"].value.text().endswith("2 blocks without a procedure")


def test_an_empty_block_offers_what_could_stand_there(
    corridors: CorridorsWorkspace, answered: Answered, qtbot: QtBot, window: MainWindow
) -> None:
    corridors.go_to(None, "COR-05")
    answered(corridors)
    button = corridors.page.blocks.buttons["CN-export"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(40, 48))
    open_menu(window).close()
    assert side(corridors).steps.isHidden()
    offer = find(side(corridors), QWidget, "attach_CN-P-export-road")
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    answered(corridors)
    assert block(corridors).procedure is not None
    assert corridors.walker.stand.block == "CN-export"


# -- editing


def dialog(window: MainWindow) -> CorridorDialog:
    return find(window, CorridorDialog, "corridor_dialog")


def test_a_new_corridor_is_made_shown_and_taken_back(
    corridors: CorridorsWorkspace, window: MainWindow, answered: Answered, qtbot: QtBot
) -> None:
    corridors.actions_.new.trigger()
    asked = dialog(window)
    assert not asked.ok.isEnabled()
    asked.lines["name_en"].setText("Bishkek to Tashkent")
    for row, (country, place) in enumerate((("KG", "Bishkek"), ("UZ", "Tashkent"))):
        asked.model.setData(asked.model.index(row, COUNTRY), country)
        asked.model.setData(asked.model.index(row, PLACE), place)
    assert asked.ok.isEnabled()
    qtbot.mouseClick(asked.ok, Qt.MouseButton.LeftButton)
    answered(corridors)
    corridor = worked(corridors).corridor
    assert corridor.name.en == "Bishkek to Tashkent"
    assert [(leg.country, leg.unlocode) for leg in corridor.legs] == [("KG", "KGFRU"), ("UZ", "UZTAS")]
    assert corridors.list.view.currentIndex().data() == "Bishkek to Tashkent"
    assert "15 corridors" in window.status.place.text()
    window.session.undo()
    answered(corridors)
    assert "14 corridors" in window.status.place.text()
    assert worked(corridors).corridor.id == "COR-01"


def test_places_are_edited_by_keys(
    corridors: CorridorsWorkspace, window: MainWindow, answered: Answered, qtbot: QtBot
) -> None:
    corridors.go_to(None, "COR-03")
    answered(corridors)
    corridors.actions_.edit.trigger()
    asked = dialog(window)
    asked.table.setCurrentIndex(asked.model.index(6, PLACE))
    qtbot.mouseClick(find(asked, QPushButton, "corridor_place_remove"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(find(asked, QPushButton, "corridor_place_up"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(find(asked, QPushButton, "corridor_place_down"), Qt.MouseButton.LeftButton)
    asked.table.setCurrentIndex(asked.model.index(0, PLACE))
    asked.table.edit(asked.model.index(0, PLACE))
    editor = find(asked, QWidget, f"leg_editor_{PLACE}")
    editor.selectAll()
    qtbot.keyClicks(editor, "Samarkand")
    asked.lines["name_en"].setText("Shorter road")
    qtbot.mouseClick(asked.ok, Qt.MouseButton.LeftButton)
    answered(corridors)
    corridor = worked(corridors).corridor
    assert corridor.name.en == "Shorter road"
    assert len(corridor.legs) == 6
    assert corridor.legs[0].name is not None
    assert corridor.legs[0].name.en == "Samarkand"
    said = [corridors.words.say(entry.label) for entry in corridors.session.catalogue.history(2)]
    assert said == [
        "Set the places of corridor “Shorter road”",
        "Edit corridor “China - Kyrgyzstan - Uzbekistan road corridor”",
    ]


def test_a_corridor_is_deleted_only_when_that_is_confirmed(
    corridors: CorridorsWorkspace, window: MainWindow, answered: Answered, qtbot: QtBot
) -> None:
    corridors.actions_.delete.trigger()
    box = find(window, QMessageBox, "delete_corridor")
    assert "18 places go with it." in box.informativeText()
    box.reject()
    assert "COR-01" in corridors.session.catalogue.reference().corridors
    corridors.actions_.delete.trigger()
    boxes = [one for one in window.findChildren(QMessageBox, "delete_corridor") if one.isVisible()]
    yes = find(boxes[0], QPushButton, "delete_corridor_yes")
    qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    answered(corridors)
    assert "COR-01" not in corridors.session.catalogue.reference().corridors
    assert worked(corridors).corridor.id == "COR-02"
    window.session.undo()
    answered(corridors)
    assert corridors.list.model.rowCount() == 14


def test_a_catalogue_without_corridors_says_so_and_offers_the_first(
    corridors: CorridorsWorkspace, window: MainWindow, answered: Answered
) -> None:
    from customs_app.catalogue.commands import RemoveCorridor  # noqa: PLC0415 - used here alone

    for corridor_id in list(corridors.session.catalogue.reference().corridors):
        window.session.run(RemoveCorridor(corridor_id))
    answered(corridors)
    assert corridors.answer is not None
    assert corridors.answer.shown is None
    assert find(corridors, QPushButton, "empty_corridors_new").isVisible()
    assert not corridors.actions_.edit.isEnabled()


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
