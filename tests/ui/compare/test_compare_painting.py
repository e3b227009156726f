"""What is painted: tints, frames, and nothing that takes long."""

import time
from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customs_app.analysis.heat import Measure
from customs_app.domain.codes import Channel, Mode, Regime, Stage
from customs_app.figures.tokens import LIGHT
from customs_app.ui.compare.board import Board
from customs_app.ui.compare.colouring import Colouring
from customs_app.ui.compare.lines import ActivityLine
from customs_app.ui.compare.workspace import CompareWorkspace

# As for the catalogue: the GUI thread's own work, with room for a slow processor; the look allows 50 ms.
LIMIT_MS = 100.0
Wait = Callable[[CompareWorkspace], None]


def colours(compare: CompareWorkspace, activity: str, iso2: str) -> tuple[str, str]:
    """The colours of a cell at its upper left corner, and a little further in."""
    board = compare.board
    board.show_cell(activity, iso2)
    rect = board.matrix.visualRect(board.matrix.currentIndex())
    board.matrix.selectionModel().clear()  # whatever key an earlier test held down
    picture = board.matrix.viewport().grab(rect).toImage()

    def at(x: int, y: int) -> str:
        return QColor(picture.pixel(QPoint(x, y))).name().upper()

    return at(0, 0), at(3, 3)


def test_cells_wear_the_tint_of_their_channel(compare: CompareWorkspace) -> None:
    in_person = LIGHT.heat[Channel.IN_PERSON]
    assert colours(compare, "DCL-06", "TJ") == (in_person, in_person)
    assert colours(compare, "CRT-04", "KZ") == (LIGHT.base, LIGHT.base)
    compare.viewing.next_colouring()
    compare.viewing.next_colouring()
    assert compare.board.delegate.colouring is Colouring.NONE
    assert colours(compare, "DCL-06", "TJ") == (LIGHT.base, LIGHT.base)


def test_a_cell_that_no_other_country_has_is_framed(compare: CompareWorkspace) -> None:
    assert colours(compare, "CRT-04", "UZ") == (LIGHT.warn, LIGHT.heat[Channel.MIXED])


def test_no_figure_is_cut(compare: CompareWorkspace) -> None:
    for figure in Measure:
        action = compare.bar.findChild(QAction, f"compare_measure_{figure}")
        assert action is not None
        action.trigger()
        seen = set()
        while compare.board.delegate.colouring not in seen:
            seen.add(compare.board.delegate.colouring)
            _is_whole(compare.board, f"{figure} {compare.board.delegate.colouring}")
            compare.viewing.next_colouring()
        assert seen == set(Colouring)


def _is_whole(board: Board, what: str) -> None:
    lines = [line for line in board.model.lines if isinstance(line, ActivityLine)]
    for place, head in enumerate(board.model.heads[1:-1]):
        width = board.matrix.columnWidth(place + 1)
        assert width == board.totals.columnWidth(place + 1)
        assert width >= max(board.delegate.needed(line, place) for line in lines), f"{what} {head.iso2}"
        assert width >= board.header.needed(head), f"{what} {head.iso2}"


def test_the_first_column_shows_itself_alone(compare: CompareWorkspace) -> None:
    for table in (compare.board.matrix, compare.board.totals):
        frozen = table.frozen
        assert frozen.width() == table.columnWidth(0)
        shown = [at for at in range(frozen.model().columnCount()) if not frozen.isColumnHidden(at)]
        assert shown == [0]


def test_a_column_that_was_made_wider_stays_so(compare: CompareWorkspace, answered: Wait) -> None:
    board = compare.board
    board.header.resizeSection(board.model.column_of("KZ"), 190)
    assert board.totals.columnWidth(board.model.column_of("KZ")) == 190
    compare.asking.mode(Mode.RAIL)
    answered(compare)
    assert board.matrix.columnWidth(board.model.column_of("KZ")) == 190
    assert compare.save_state()["widths"] == {"KZ": 190}


def longest_turn(does: Callable[[], object], until: Callable[[], bool]) -> float:
    """The most work in ms that the GUI thread did in one turn, until something has come about."""
    turns, ends = [], time.monotonic() + 10
    step: Callable[[], object] = does
    while time.monotonic() < ends:
        began = time.thread_time()
        step()
        turns.append((time.thread_time() - began) * 1000)
        if until() and len(turns) > 6:
            break
        step = QApplication.processEvents
        time.sleep(0.001)
    return max(turns)


def test_comparing_is_short_work_for_the_window(compare: CompareWorkspace) -> None:
    def ready() -> bool:
        return not compare.asking.loader.busy

    spent = {
        regime: longest_turn(lambda regime=regime: compare.asking.regime(regime), ready)  # type: ignore[misc]
        for regime in (Regime.EXPORT, Regime.IMPORT, Regime.TRANSIT, Regime.EXPORT, Regime.IMPORT)
    }
    assert sorted(spent.values())[1] < LIMIT_MS, spent


def test_folding_filtering_and_moving_are_short_work(compare: CompareWorkspace, qtbot: QtBot) -> None:
    does: dict[str, Callable[[], object]] = {
        "D": lambda: compare.viewing.only_differences(on=True),
        "all": lambda: compare.viewing.only_differences(on=False),
        "fold": compare.viewing.fold_all,
        "unfold": compare.viewing.unfold_all,
        "C": compare.viewing.next_colouring,
        "F": compare.viewing.next_measure,
        "right": lambda: compare.board.show_cell("DCL-06", "UZ"),
        "down": lambda: compare.board.matrix.verticalScrollBar().setValue(400),
    }
    spent = {name: longest_turn(one, lambda: True) for name, one in does.items()}
    assert sorted(spent.values())[4] < LIMIT_MS, spent
    assert Stage.PREPARE in {line.stage for line in compare.board.model.lines}
