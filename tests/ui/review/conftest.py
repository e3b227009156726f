"""The review workspace, open on a copy of the starting catalogue with its findings looked for."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from customs_app.domain.job import Progress, no_progress
from customs_app.ui import loaded as module
from customs_app.ui.loaded import Loaded, load
from customs_app.ui.main_window import MainWindow
from customs_app.ui.review.workspace import ReviewWorkspace
from customs_app.ui.settings import Settings


@pytest.fixture(scope="session")
def loaded(starting_file: Path) -> Loaded:
    """All that the review shows of the starting catalogue."""
    return load(starting_file, no_progress)


@pytest.fixture(autouse=True)
def found_once(loaded: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test begins on the same content: its findings are looked for once, and anew after changes."""
    first = [loaded]

    def look(path: Path, progress: Progress) -> Loaded:
        return first.pop() if first else load(path, progress)

    monkeypatch.setattr(module, "load", look)


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Settings of somebody who was reviewing."""
    settings.workspace = "review"
    return settings


@pytest.fixture
def review(window: MainWindow, qtbot: QtBot) -> ReviewWorkspace:
    """The review, its first finding chosen and the list focused."""
    workspace = window.current
    assert isinstance(workspace, ReviewWorkspace)
    qtbot.waitUntil(lambda: workspace.findings.desk.finding is not None, timeout=20_000)
    window.activateWindow()
    workspace.focus_main()
    return workspace
