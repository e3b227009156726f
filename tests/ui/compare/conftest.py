"""The compare workspace, open on the starting catalogue's import by road."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import CaseKind, Mode, Regime
from customs_app.domain.text import Language
from customs_app.language.words import Words, words
from customs_app.reports.content import Content, comparison_content
from customs_app.reports.subject import Subject
from customs_app.ui.compare.shown import Shown, worded
from customs_app.ui.compare.workspace import CompareWorkspace
from customs_app.ui.main_window import MainWindow
from customs_app.ui.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a user who left the window on the comparison, and never compared anything."""
    return Settings(
        tmp_path / "settings.json",
        language="en",
        theme="light",
        name="A. Karimova",
        delegation="Secretariat",
        asked_who=True,
        workspace="compare",
    )


@pytest.fixture
def answered(qtbot: QtBot) -> Callable[[CompareWorkspace], None]:
    """Waits until what was asked last is shown, and the current cell is explained."""

    def wait(workspace: CompareWorkspace) -> None:
        qtbot.waitUntil(
            lambda: workspace.answer is not None and not workspace.asking.loader.busy, timeout=10_000
        )
        if workspace.side is not None:
            workspace.side.cell.show_now()

    return wait


@pytest.fixture
def compare(
    window: MainWindow, qtbot: QtBot, answered: Callable[[CompareWorkspace], None]
) -> CompareWorkspace:
    """The workspace with the focus in its matrix."""
    workspace = window.current
    assert isinstance(workspace, CompareWorkspace)
    window.resize(1440, 900)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    answered(workspace)
    workspace.focus_main()
    return workspace


@pytest.fixture
def english() -> Words:
    return words(Language.EN)


@pytest.fixture
def by_road(catalogue: Catalogue) -> Content:
    """Import by road as the exports read it."""
    return comparison_content(catalogue, Subject(Regime.IMPORT, Mode.ROAD, case=CaseKind.BASE))


@pytest.fixture
def shown(by_road: Content, english: Words) -> Shown:
    """Import by road, worded."""
    return worded(by_road.comparison, by_road.reference, "USD", english)
