"""The picture of a procedure before and after its verdicts, at the effect board."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from customs_app.domain.codes import Verdict
from customs_app.domain.procedure import Step
from customs_app.ui.loaded import Loaded
from customs_app.ui.review.effect.board import EffectBoard
from customs_app.ui.review.effect.parts import PICTURE, SURE
from tests.ui.conftest import WHO
from tests.ui.review.stand import KG, Stand

TJP, KZP = "TJ-P-import-road", "KZ-P-import-road"


def _step(loaded: Loaded, seq: int) -> Step:
    return next(step for step in loaded.procedures[TJP].steps if step.seq == seq)


@pytest.fixture
def board(stand: Stand, loaded: Loaded, qtbot: QtBot) -> EffectBoard:
    """The board on Tajikistan's import, whose step 15 two delegations want to be removed."""
    for who in (WHO, KG):
        stand.mark(who, _step(loaded, 15).id, Verdict.REMOVE)
    board = stand.show(EffectBoard)
    stand.look(board, (TJP, KZP))
    qtbot.waitUntil(lambda: not board._newest.busy, timeout=30_000)
    return board


def _pictured(board: EffectBoard, qtbot: QtBot) -> None:
    page = board.picture.page
    qtbot.waitUntil(
        lambda: page.picture is not None and not page._newest.busy and page.view._coming is None,
        timeout=10_000,
    )


@pytest.fixture
def drawn(board: EffectBoard, qtbot: QtBot) -> EffectBoard:
    """The same, with its picture in sight."""
    board.parts.tabs.setCurrentIndex(PICTURE)
    _pictured(board, qtbot)
    board.main.setFocus()
    return board


def test_it_is_drawn_when_its_part_is_chosen_and_gets_most_of_the_height(
    board: EffectBoard, qtbot: QtBot
) -> None:
    assert board.picture.page.picture is None
    before = board.splitter.sizes()
    board.changes.setFocus()
    QTest.keyClick(board.changes, Qt.Key.Key_P)
    assert board.parts.current == PICTURE
    _pictured(board, qtbot)
    upper, lower = board.splitter.sizes()
    assert lower > upper
    QTest.keyClick(board.picture.page.view, Qt.Key.Key_P)
    assert board.parts.current == SURE
    assert board.splitter.sizes() == before


def test_both_diagrams_say_what_becomes_of_a_step(drawn: EffectBoard, loaded: Loaded) -> None:
    picture = drawn.picture.page.picture
    assert picture is not None
    assert len(picture.of(_step(loaded, 15).id)) == 2
    row = next(row for row in picture.table.rows if row[0] == "15")
    assert "no longer done" in row
    assert "As it would be" in picture.table.head


def test_a_step_of_the_picture_is_shown_in_the_inspector_and_opened(
    drawn: EffectBoard, stand: Stand, loaded: Loaded
) -> None:
    view = drawn.picture.page.view
    picture = drawn.picture.page.picture
    assert picture is not None
    spot = next(iter(picture.of(_step(loaded, 15).id)))
    view.select(spot.target)
    QTest.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        view.place_of(spot).center().toPoint(),
    )
    assert stand.chosen[-1] == (loaded.procedures[TJP], _step(loaded, 15))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert stand.opened == [(TJP, _step(loaded, 15).id)]


def test_the_step_of_a_change_is_framed(board: EffectBoard, loaded: Loaded, qtbot: QtBot) -> None:
    board.changes.setFocus()
    board.changes.chosen.emit(board.changes_model.rows[0])
    board.parts.tabs.setCurrentIndex(PICTURE)
    _pictured(board, qtbot)
    current = board.picture.page.view.current
    assert current is not None
    assert current.target == _step(loaded, 15).id


def test_without_a_verdict_it_says_so(board: EffectBoard, qtbot: QtBot) -> None:
    board.choose(KZP)
    qtbot.waitUntil(lambda: not board._newest.busy, timeout=30_000)
    board.parts.tabs.setCurrentIndex(PICTURE)
    assert board.parts.stack.currentWidget() is board.parts.none
    assert board.parts.none.accessibleName().startswith("No verdict is applied here.")


def test_of_several_procedures_there_is_none(drawn: EffectBoard, qtbot: QtBot) -> None:
    drawn.choose("")
    qtbot.waitUntil(lambda: not drawn._newest.busy, timeout=30_000)
    assert not drawn.parts.tabs.isTabVisible(PICTURE)


def test_the_part_is_remembered(drawn: EffectBoard, stand: Stand, qtbot: QtBot) -> None:
    kept = drawn.save_state()
    again = EffectBoard(stand.session)
    qtbot.addWidget(again)
    again.restore_state(kept)
    assert again.parts.current == PICTURE
