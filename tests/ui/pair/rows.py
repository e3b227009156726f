"""Rows of the two lists, for tests."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from customs_app.reports.pair.answer import LEFT, RIGHT
from customs_app.reports.pair.lines import PairLine
from customs_app.ui.pair.workspace import PairWorkspace

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def shown(pair: PairWorkspace) -> tuple[PairLine, ...]:
    return pair.page.table.pair_model.lines


def go(pair: PairWorkspace, left: str, right: str) -> PairLine:
    """Put the cursor on the row that has these numbers; `-` for a side without a step."""
    for row, line in enumerate(shown(pair)):
        if (line.left.number if line.left else "-", line.right.number if line.right else "-") == (
            left,
            right,
        ):
            side = RIGHT if line.left is None else LEFT
            pair.page.table.go_to(row, side)
            pair.page.side().show_now()
            return line
    raise AssertionError(f"no row {left} : {right}")


def press(pair: PairWorkspace, qtbot: QtBot, key: Qt.Key, modifier: Modifier = Modifier.NoModifier) -> None:
    qtbot.keyClick(pair.page.table, key, modifier)
