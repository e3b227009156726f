"""The catalogue workspace, open on the road import of Uzbekistan in a copy of the starting catalogue."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customs_app.analysis.case import BASE
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.text import Language
from customs_app.language.words import Words, words
from customs_app.ui.catalogue.opened import OpenProcedure
from customs_app.ui.catalogue.workspace import CatalogueWorkspace
from customs_app.ui.main_window import MainWindow
from customs_app.ui.settings import Settings

ROAD = "UZ-P-import-road"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a user who has said who she is, and who left the catalogue on the road import."""
    return Settings(
        tmp_path / "settings.json",
        language="en",
        theme="light",
        name="A. Karimova",
        delegation="Secretariat",
        asked_who=True,
        workspace="catalogue",
        workspaces={"catalogue": {"procedure": ROAD, "step": f"{ROAD}-13"}},
    )


@pytest.fixture
def workspace(window: MainWindow, qtbot: QtBot) -> CatalogueWorkspace:
    """The workspace with the focus in its table, step 13 chosen."""
    shown = window.current
    assert isinstance(shown, CatalogueWorkspace)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    qtbot.waitUntil(shown.side.isVisible)
    shown.focus_main()
    assert shown.pane.table.hasFocus()
    return shown


@pytest.fixture
def english() -> Words:
    return words(Language.EN)


@pytest.fixture
def opened(catalogue: Catalogue) -> OpenProcedure:
    """The road import of Uzbekistan in its base case, without marks."""
    return OpenProcedure(catalogue.full_procedure(ROAD), catalogue.reference(), (), BASE)
