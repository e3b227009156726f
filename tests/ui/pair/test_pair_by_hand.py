"""Steps of two procedures are linked, unlinked and set alone by hand."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from customs_app.reports.pair.answer import RIGHT
from customs_app.ui.main_window import MainWindow
from customs_app.ui.pair.workspace import PairWorkspace
from tests.ui.pair.conftest import Wait
from tests.ui.pair.rows import go, press, shown

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def test_two_steps_are_linked_by_hand_and_undone(
    window: MainWindow, pair: PairWorkspace, qtbot: QtBot, answered: Wait
) -> None:
    page = pair.page
    line = go(pair, "5", "-")
    press(pair, qtbot, Key.Key_L)
    assert page.notice.isVisible()
    assert "go to its like of Belarus" in page.notice.text()
    assert page.table.side == RIGHT
    target = go(pair, "-", "8")
    press(pair, qtbot, Key.Key_L)
    answered(pair)
    assert line.left is not None
    assert target.right is not None
    now = page.table.line
    assert now is not None
    assert (now.pair.left, now.pair.right) == ((line.left.step.id,), (target.right.step.id,))
    assert now.pair.pinned
    assert not page.notice.isVisible()
    pins = pair.session.catalogue.pins()
    assert [(pin.left_step, pin.right_step, pin.linked) for pin in pins] == [
        (line.left.step.id, target.right.step.id, True)
    ]
    page.side().show_now()
    assert page.side().matching.label.text().startswith("By hand: ")
    assert "belongs with" in window.undo_action.toolTip()
    window.undo_action.trigger()
    answered(pair)
    assert pair.session.catalogue.pins() == ()
    go(pair, "5", "-")


def test_enter_links_too_and_esc_leaves_the_linking(
    pair: PairWorkspace, qtbot: QtBot, answered: Wait
) -> None:
    page = pair.page
    go(pair, "5", "-")
    press(pair, qtbot, Key.Key_L)
    press(pair, qtbot, Key.Key_Escape)
    assert not page.notice.isVisible()
    assert pair.isVisible()
    go(pair, "5", "-")
    press(pair, qtbot, Key.Key_L)
    go(pair, "7", "-")
    press(pair, qtbot, Key.Key_Return)
    assert "no step in this row on that side" in page.notice.text()
    go(pair, "-", "3")
    press(pair, qtbot, Key.Key_Return)
    answered(pair)
    assert len(pair.session.catalogue.pins()) == 1
    assert pair.isVisible()


def test_two_steps_are_unlinked_by_hand_and_given_back(
    pair: PairWorkspace, qtbot: QtBot, answered: Wait
) -> None:
    page = pair.page
    line = go(pair, "19", "17")
    assert line.left is not None
    assert line.right is not None
    press(pair, qtbot, Key.Key_L, Modifier.ShiftModifier)
    answered(pair)
    assert not any(
        line.left.step.id in one.pair.left and line.right.step.id in one.pair.right for one in shown(pair)
    )
    go(pair, "19", "-")
    assert page.answer is not None
    assert page.pins
    assert "does not belong with" in page.side().matching.label.text()
    page.actions_.forget.trigger()
    answered(pair)
    assert pair.session.catalogue.pins() == ()
    go(pair, "19", "17")
    assert not page.actions_.forget.isEnabled()


def test_a_step_stands_alone_by_hand_and_takes_it_back(
    pair: PairWorkspace, qtbot: QtBot, answered: Wait
) -> None:
    page = pair.page
    line = go(pair, "19", "17")
    assert line.left is not None
    press(pair, qtbot, Key.Key_A)
    answered(pair)
    (pin,) = pair.session.catalogue.pins()
    assert (pin.left_step, pin.right_step, pin.linked) == (line.left.step.id, None, False)
    go(pair, "19", "-")
    assert "stands alone" in page.side().matching.label.text()
    assert not page.actions_.alone.isEnabled()
    pair.session.undo()
    answered(pair)
    assert pair.session.catalogue.pins() == ()
    go(pair, "19", "17")
    assert page.actions_.alone.isEnabled()


def test_pins_hold_when_the_sides_are_swapped(pair: PairWorkspace, qtbot: QtBot, answered: Wait) -> None:
    go(pair, "19", "17")
    press(pair, qtbot, Key.Key_L, Modifier.ShiftModifier)
    answered(pair)
    press(pair, qtbot, Key.Key_X)
    answered(pair)
    go(pair, "-", "19")
    assert pair.page.pins
