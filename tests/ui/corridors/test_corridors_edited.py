"""What officials try and change about corridors: a what-if, procedures of blocks, places."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from customs_app.ui.corridors.corridor_dialog import CorridorDialog
from customs_app.ui.corridors.legs_model import COUNTRY, PLACE
from customs_app.ui.corridors.walk import Stand
from customs_app.ui.corridors.workspace import CorridorsWorkspace
from customs_app.ui.main_window import MainWindow
from tests.ui.corridors.conftest import Answered
from tests.ui.corridors.parts import block, find, open_menu, press, shown, side, taken, worked

Key = Qt.Key


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
    elapsed = [one.text() for one in labels][-6]
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
