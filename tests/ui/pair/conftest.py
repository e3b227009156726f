"""Russia's and Belarus's import by road, step by step against each other."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import Basis
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language
from customs_app.language.words import Words, words
from customs_app.reports.pair.answer import Answer
from customs_app.ui.main_window import MainWindow
from customs_app.ui.newest import Desk
from customs_app.ui.pair.asked import Asked, answer
from customs_app.ui.pair.workspace import PairWorkspace
from customs_app.ui.session import Beside
from customs_app.ui.settings import Settings

RU, BY, KZ = "RU-P-import-road", "BY-P-import-road", "KZ-P-import-road"
WHO = Reviewer("A. Karimova", "Secretariat")
Ask = Callable[..., Answer]
Wait = Callable[[PairWorkspace], None]


@pytest.fixture
def english() -> Words:
    return words(Language.EN)


@pytest.fixture
def ask(catalogue: Catalogue) -> Ask:
    """Sets two procedures of the catalogue against each other."""

    def found(left: str = RU, right: str = BY, basis: Basis | None = None, *, worst: bool = False) -> Answer:
        shown = answer(Asked(Beside(left, right, basis, worst), catalogue.path, WHO, catalogue.path), Desk())
        assert shown is not None
        return shown

    return found


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a user who left the window on the two procedures."""
    return Settings(
        tmp_path / "settings.json",
        language="en",
        theme="light",
        name=WHO.name,
        delegation=WHO.delegation,
        asked_who=True,
        workspace="pair",
        workspaces={"pair": {"left": RU, "right": BY, "came_from": "catalogue"}},
    )


@pytest.fixture
def answered(qtbot: QtBot) -> Wait:
    """Waits until what was asked last is shown, and the current row is explained."""

    def wait(workspace: PairWorkspace) -> None:
        page = workspace.page
        qtbot.waitUntil(lambda: page.answer is not None and not page.busy, timeout=10_000)
        page.side().show_now()

    return wait


@pytest.fixture
def pair(window: MainWindow, qtbot: QtBot, answered: Wait) -> PairWorkspace:
    """The workspace with the focus in its lists."""
    shown = window.current
    assert isinstance(shown, PairWorkspace)
    window.resize(1440, 900)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    answered(shown)
    shown.focus_main()
    assert shown.page.table.hasFocus()
    return shown
