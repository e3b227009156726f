"""The corridors workspace, open on the starting catalogue's road from Lianyungang to Saint Petersburg."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customs_app.analysis.case import BASE
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.text import Language
from customs_app.language.words import Words, words
from customs_app.reports.corridor_content import corridor_content
from customs_app.ui.corridors.shown import Shown, Worked, worded
from customs_app.ui.corridors.workspace import CorridorsWorkspace
from customs_app.ui.main_window import MainWindow

Answered = Callable[[CorridorsWorkspace], None]


@pytest.fixture
def english() -> Words:
    return words(Language.EN)


@pytest.fixture
def work_of(catalogue: Catalogue) -> Callable[[str], Worked]:
    """What is found about a corridor in the base case, without a window."""

    def of(corridor_id: str) -> Worked:
        read = corridor_content(catalogue, corridor_id, BASE)
        return Worked(read.corridor, read.blocks, read.chain, read.chain, read.told, frozenset())

    return of


@pytest.fixture
def shown_of(
    work_of: Callable[[str], Worked], catalogue: Catalogue, english: Words
) -> Callable[[str], Shown]:
    """A corridor worded in English."""

    def of(corridor_id: str) -> Shown:
        return worded(work_of(corridor_id), None, catalogue.reference(), english)

    return of


@pytest.fixture
def answered(qtbot: QtBot) -> Answered:
    """Waits until what was asked last is shown in all parts, with its chart."""

    def wait(workspace: CorridorsWorkspace) -> None:
        qtbot.waitUntil(
            lambda: (
                workspace.answer is not None
                and not workspace.asking.loader.busy
                and not workspace.asking.stale
                and not workspace.turns.busy
            ),
            timeout=10_000,
        )
        if workspace.side is not None:
            workspace.side.show_now()

    return wait


@pytest.fixture
def corridors(window: MainWindow, qtbot: QtBot, answered: Answered) -> CorridorsWorkspace:
    """The workspace with the focus in the row of blocks, on the first corridor."""
    workspace = window.current
    assert isinstance(workspace, CorridorsWorkspace)
    window.resize(1440, 900)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    answered(workspace)
    qtbot.waitUntil(lambda: workspace.page.chart.picture is not None, timeout=10_000)
    workspace.focus_main()
    return workspace


@pytest.fixture(autouse=True)
def no_menu_left(qtbot: QtBot) -> Iterator[None]:
    """No menu stays open after a test."""
    yield
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    assert qtbot is not None
