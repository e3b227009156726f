"""The proposals workspace in the window, and a paper that is written."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customs_app.catalogue.file import open_catalogue
from customs_app.domain.text import Language
from customs_app.reports.content import saved_proposal_content
from customs_app.reports.proposal_pdf import write_proposal
from customs_app.ui.main_window import MainWindow
from customs_app.ui.proposals.workspace import ProposalsWorkspace
from customs_app.ui.settings import Settings
from tests.ui.proposals.planted import LONG_MS, SUGGESTED


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """Settings of somebody who was at the proposals."""
    settings.workspace = "proposals"
    return settings


@pytest.fixture
def opened(window: MainWindow) -> Callable[[], ProposalsWorkspace]:
    """Shows the workspace in the window."""

    def show() -> ProposalsWorkspace:
        window.show_workspace("proposals")
        window.activateWindow()
        workspace = window.current
        assert isinstance(workspace, ProposalsWorkspace)
        QApplication.processEvents()
        return workspace

    return show


@pytest.fixture
def read(qtbot: QtBot) -> Callable[[ProposalsWorkspace], ProposalsWorkspace]:
    """Waits until the open proposal has been read and its pages stand as it is now."""

    def wait(workspace: ProposalsWorkspace) -> ProposalsWorkspace:
        def done() -> bool:
            pages = workspace.preview.pages
            return workspace.dossier is not None and pages.paper is not None and not pages.stale

        qtbot.waitUntil(done, timeout=LONG_MS)
        QApplication.processEvents()
        return workspace

    return wait


@pytest.fixture
def told(qtbot: QtBot) -> Callable[[ProposalsWorkspace], ProposalsWorkspace]:
    """Waits until the centre shows the open proposal as it is now; its pages may still be under way."""

    def wait(workspace: ProposalsWorkspace) -> ProposalsWorkspace:
        qtbot.waitUntil(lambda: workspace.dossier is not None and not workspace.behind, timeout=LONG_MS)
        qtbot.waitUntil(lambda: not workspace.page.busy, timeout=LONG_MS)
        return workspace

    return wait


@pytest.fixture(scope="module")
def written(starting_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The paper of a proposal made of suggestions, in Russian."""
    folder = tmp_path_factory.mktemp("paper")
    path = folder / "paper.pdf"
    with open_catalogue(starting_file, read_only=True) as catalogue:
        write_proposal(saved_proposal_content(catalogue, SUGGESTED), path, Language.RU)
    return path
