"""Boards are built beside the work, so that the first click on a tab finds them there."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from customs_app.ui.review.left_pane import TABS
from customs_app.ui.review.workspace import ReviewWorkspace
from customs_app.ui.settings import Settings

BOARDS = len(TABS) - 2
KEPT = {"agreement": {"kind": "contested", "code": "UZ"}, "effect": {"procedure": "TJ-P-import-road"}}


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Settings of somebody who had boards open."""
    settings.workspaces["review"] = {"boards": KEPT}
    return settings


def test_boards_stand_ready_and_are_not_asked_before_they_are_seen(
    review: ReviewWorkspace, qtbot: QtBot
) -> None:
    stack = review.boards
    qtbot.waitUntil(lambda: len(stack._boards) == BOARDS, timeout=20_000)
    assert review.board is None
    built = dict(stack._boards)
    assert all(not board.centre.isVisible() for board in built.values())
    assert all(getattr(board, "scope", None) is None for board in built.values())
    qtbot.mouseClick(review.side.tabs.buttons[2], Qt.MouseButton.LeftButton)
    assert review.board is built[2], "none is built twice"
    assert getattr(review.board, "scope", None) is not None


def test_what_boards_had_open_is_kept_though_they_are_built_early(
    review: ReviewWorkspace, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: len(review.boards._boards) == BOARDS, timeout=20_000)
    boards = review.save_state()["boards"]
    assert isinstance(boards, dict)
    assert boards["agreement"] == KEPT["agreement"]
    assert boards["effect"]["procedure"] == "TJ-P-import-road"


def test_modules_of_the_boards_load_nothing_heavy() -> None:
    said = (
        "import sys; from customs_app.ui.start import load_qt; load_qt(); "
        "from customs_app.ui.review import boards_stack as one; "
        "from customs_app.ui.workspaces import load_packages; list(load_packages(*one._PACKAGES)); "
        "print([name for name in ('numpy', 'openpyxl', 'reportlab', 'krippendorff') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", said], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"
