"""A proposal is frozen, edited, and printed as it was frozen."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from customs_app.catalogue.commands import SaveProposal
from customs_app.domain.proposal import Proposal
from customs_app.ui.main_window import MainWindow
from customs_app.ui.proposals.workspace import ProposalsWorkspace
from tests.ui.proposals.planted import LONG_MS, WHO, made, save

Show = Callable[[], ProposalsWorkspace]
TITLE = "Second reading"


def _freeze(window: MainWindow, workspace: ProposalsWorkspace, qtbot: QtBot) -> None:
    action = workspace.findChild(QAction, "proposals_freeze")
    assert isinstance(action, QAction)
    assert action.isEnabled()
    action.trigger()
    qtbot.waitUntil(lambda: window.findChild(QDialog, "freeze") is not None)
    field = window.findChild(QLineEdit, "freeze_title")
    assert isinstance(field, QLineEdit)
    assert workspace.proposal is not None
    assert field.text().startswith(workspace.proposal.title)
    field.selectAll()
    qtbot.keyClicks(field, TITLE)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(window.session.catalogue.editions()) == 1, timeout=LONG_MS)
    qtbot.waitUntil(lambda: not window.session.tasks.busy, timeout=LONG_MS)


def _turn(window: MainWindow, text: str) -> None:
    menu = window.toolbar.edition.menu()
    menu.aboutToShow.emit()
    (action,) = [one for one in menu.actions() if one.text().partition("\t")[0] == text]
    action.trigger()


def test_the_pages_of_a_frozen_proposal_are_those_of_its_edition(
    window: MainWindow, opened: Show, qtbot: QtBot
) -> None:
    session = window.session
    proposal = made(session.catalogue)
    other = save(session.catalogue, Proposal("", "Another", proposal.status, proposal.regime, None, ()))
    workspace = opened()
    session.refresh()
    workspace.open_proposal(proposal.id)
    _freeze(window, workspace, qtbot)
    (edition,) = session.catalogue.editions()
    assert (edition.title, edition.proposal_id, edition.who) == (TITLE, proposal.id, WHO)

    altered = Proposal(
        proposal.id, "Altered", proposal.status, proposal.regime, proposal.mode, proposal.procedures
    )
    session.run(SaveProposal(altered))
    _turn(window, TITLE)
    qtbot.waitUntil(lambda: session.edition is not None, timeout=LONG_MS)

    def printed() -> bool:
        paper = workspace.preview.pages.paper
        return paper is not None and paper.edition == edition.sha256[:8]

    qtbot.waitUntil(printed, timeout=LONG_MS)
    assert workspace.proposal is not None
    assert workspace.proposal.title == proposal.title
    assert {one.id for one in session.catalogue.proposals()} == {proposal.id}
    for name in ("new", "scope", "delete", "freeze"):
        action = workspace.findChild(QAction, f"proposals_{name}")
        assert isinstance(action, QAction)
        assert not action.isEnabled(), name
    for name in ("pdf", "excel"):
        action = workspace.findChild(QAction, f"proposals_{name}")
        assert isinstance(action, QAction)
        assert action.isEnabled(), name

    _turn(window, "Working copy")
    assert session.edition is None
    assert {one.title for one in session.catalogue.proposals()} == {"Altered", "Another"}
    assert other in {one.id for one in session.catalogue.proposals()}
    qtbot.waitUntil(lambda: not printed(), timeout=LONG_MS)
