"""What of the comparison is in sight, for tests."""

from collections.abc import Callable

from PySide6.QtGui import QAction

from customs_app.domain.codes import Stage
from customs_app.ui.compare.lines import ActivityLine, StageLine
from customs_app.ui.compare.totals_rows import Total
from customs_app.ui.compare.workspace import CompareWorkspace

Wait = Callable[[CompareWorkspace], None]
ALL = ("BY", "CN", "IN", "IR", "KG", "KZ", "PK", "RU", "TJ", "UZ")


def countries(compare: CompareWorkspace) -> tuple[str, ...]:
    return tuple(head.iso2 for head in compare.board.model.heads[1:-1])


def activities(compare: CompareWorkspace) -> list[str]:
    lines = compare.board.model.lines
    return [line.row.activity.code for line in lines if isinstance(line, ActivityLine)]


def stages(compare: CompareWorkspace) -> list[Stage]:
    return [line.stage for line in compare.board.model.lines if isinstance(line, StageLine)]


def total(compare: CompareWorkspace, key: Total, iso2: str) -> str:
    board = compare.board
    index = board.totals_model.index(board.totals_model.row_of(key), board.model.column_of(iso2))
    return str(index.data())


def choose(compare: CompareWorkspace, button: str, value: str) -> None:
    """Take an entry of the list of a button in the bar."""
    action = compare.bar.findChild(QAction, f"{button}_{value}")
    assert action is not None, f"{button}_{value}"
    action.trigger()
