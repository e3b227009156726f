"""The preview: true pages, made in sight, greyed while newer ones are under way."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from customs_app.catalogue.file import open_catalogue
from customs_app.domain.text import Language
from customs_app.ui.preview.zoom import Fit
from customs_app.ui.proposals.workspace import ProposalsWorkspace
from tests.ui.proposals.planted import LONG_MS, SUGGESTED, mark, save, step_ids

Show = Callable[[], ProposalsWorkspace]
Wait = Callable[[ProposalsWorkspace], ProposalsWorkspace]


@pytest.fixture
def catalogue_file(catalogue_file: Path) -> Path:
    """With a proposal made of suggestions."""
    with open_catalogue(catalogue_file) as catalogue:
        save(catalogue, SUGGESTED)
    return catalogue_file


@pytest.fixture
def workspace(opened: Show, read: Wait) -> ProposalsWorkspace:
    """The workspace with that proposal, its pages laid out."""
    workspace = read(opened())
    workspace.show_part("title")
    return workspace


def test_only_pages_near_sight_become_pictures(workspace: ProposalsWorkspace, qtbot: QtBot) -> None:
    pages = workspace.preview.pages
    assert pages.paper is not None
    n = len(pages.paper.sizes)
    assert n > 12
    qtbot.waitUntil(lambda: pages.pictured(0) and pages.pictured(1), timeout=LONG_MS)
    assert not pages.pictured(n - 1)
    pages.setFocus()
    qtbot.keyClick(pages, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: pages.pictured(n - 1), timeout=LONG_MS)
    assert pages.page in {n - 1, n - 2}
    assert not pages.pictured(0)
    image = pages.grab().toImage()
    colours = {image.pixel(image.width() // 2, y) for y in range(0, image.height(), 2)}
    assert len(colours) > 3


def test_one_turns_the_pages(workspace: ProposalsWorkspace, qtbot: QtBot) -> None:
    preview = workspace.preview
    assert preview.pages.paper is not None
    n = len(preview.pages.paper.sizes)
    bar = preview.bar
    assert not bar.before.isEnabled()
    qtbot.mouseClick(bar.after, Qt.MouseButton.LeftButton)
    assert (bar.place.field.text(), bar.place.of.text()) == ("2", f"of {n}")
    assert bar.before.isEnabled()
    qtbot.mouseClick(bar.before, Qt.MouseButton.LeftButton)
    assert bar.place.field.text() == "1"
    preview.choose_zoom(Fit.PAGE)
    boxes = preview.pages.boxes
    assert boxes[0].height() <= preview.pages.viewport().height()
    preview.choose_zoom(Fit.WIDTH)
    assert preview.pages.boxes[0].width() == preview.pages.viewport().width() - 20


def test_parts_lead_to_their_pages(workspace: ProposalsWorkspace) -> None:
    pages, parts = workspace.preview.pages, workspace.side.parts
    assert pages.paper is not None
    for key in ("sources", "comparison", "summary", "title"):
        parts.setCurrentIndex(parts.parts.index_of(key))
        assert abs(pages.page - pages.paper.spots[key].page) <= 1, key


def test_pages_follow_a_change_and_are_grey_meanwhile(
    workspace: ProposalsWorkspace, read: Wait, qtbot: QtBot
) -> None:
    pages = workspace.preview.pages
    pages.show_page(3)
    before = pages.paper
    top = pages.verticalScrollBar().value()
    title = workspace.findChild(QLineEdit, "proposal_title")
    assert title is not None
    title.setFocus()
    qtbot.keyClicks(title, "!")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert pages.stale
    assert workspace.preview.about.full_text == "being renewed…"
    assert pages.paper is before
    read(workspace)
    assert pages.paper is not before
    assert pages.verticalScrollBar().value() == top
    assert pages.paper is not None
    assert pages.paper.edition == workspace.session.catalogue.fingerprint()[:8]


def test_what_is_asked_last_is_what_comes(workspace: ProposalsWorkspace, read: Wait) -> None:
    came: list[Language] = []
    workspace._maker.written.connect(lambda paper: came.append(paper.language))
    for language in (Language.RU, Language.ZH, Language.RU):
        action = workspace.preview.findChild(QAction, f"print_language_{language}")
        assert action is not None
        action.trigger()
        workspace._ask()
    read(workspace)
    assert came == [Language.RU]
    assert workspace.session.language is Language.EN
    assert workspace.preview.foot.language.text() == "Русский"


def test_the_window_has_little_to_do_while_pages_are_made(workspace: ProposalsWorkspace) -> None:
    app = QApplication.instance()
    assert app is not None
    turns: list[float] = []
    before = workspace.preview.pages.paper
    mark(workspace.session.catalogue, step_ids(workspace.session.catalogue)[0])
    workspace.session.refresh()
    until = time.monotonic() + LONG_MS / 1000
    while (workspace.preview.pages.paper is before or workspace.preview.pages.stale) and (
        time.monotonic() < until
    ):
        began = time.thread_time()
        app.processEvents()
        turns.append(time.thread_time() - began)
        time.sleep(0.001)
    assert workspace.preview.pages.paper is not before
    assert len(turns) > 50
    # Reading and laying out take a second and more of the processor; the window sees none of it.
    assert max(turns) < 0.25
