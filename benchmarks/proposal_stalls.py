"""Things done with a proposal of forty measures, each to be watched for stalls of the event loop."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands import SaveProposal, SetMark
from customs_app.domain.codes import Mode, ProposalStatus, Regime, Verdict
from customs_app.domain.proposal import Proposal
from customs_app.domain.review import Reviewer
from customs_app.ui.main_window import MainWindow
from customs_app.ui.proposals.workspace import ProposalsWorkspace

Action = Callable[[], object]
MEASURES = 40
_WHO = Reviewer("A", "Secretariat")
_VERDICTS = (Verdict.ONLINE, Verdict.REMOVE, Verdict.RISK_BASED)


def plant(catalogue: Catalogue) -> tuple[str, str]:
    """Mark so much that a proposal has forty measures; ids of that proposal and of an empty one."""
    found = catalogue.full_procedures(regime=Regime.IMPORT, mode=Mode.ROAD)
    topics: dict[tuple[str, Verdict], None] = {}
    for number, step in enumerate(step for full in found for step in full.steps):
        topic = (step.activity, _VERDICTS[number % len(_VERDICTS)])
        if len(topics) < MEASURES or topic in topics:
            topics[topic] = None
            catalogue.run(SetMark(step.id, topic[1], "The single window knows it already"), _WHO)
    ids = tuple(full.procedure.id for full in found)
    return tuple(  # type: ignore[return-value]
        str(catalogue.run(SaveProposal(_proposal(title, which)), _WHO).new_id)
        for title, which in (("Forty measures", ids), ("Another", ids[:1]))
    )


def _proposal(title: str, procedures: tuple[str, ...]) -> Proposal:
    return Proposal("", title, ProposalStatus.DRAFT, Regime.IMPORT, Mode.ROAD, procedures)


def settled(workspace: ProposalsWorkspace) -> bool:
    """Whether centre and pages show the proposal as it is now."""
    pages = workspace.preview.pages
    return not (workspace.behind or workspace.page.busy or pages.stale or pages.paper is None)


def shown(window: MainWindow) -> ProposalsWorkspace:
    """The proposals, in sight."""
    window.show_workspace("proposals")
    workspace = window.current
    if not isinstance(workspace, ProposalsWorkspace):
        raise TypeError("the proposals are not shown")
    return workspace


def opening(workspace: ProposalsWorkspace, forty: str, other: str) -> Iterator[Action]:
    """The proposal is opened, after another."""
    for _ in range(3):
        yield lambda: workspace.open_proposal(other)
        yield lambda: workspace.open_proposal(forty)


def choosing(workspace: ProposalsWorkspace) -> Iterator[Action]:
    """Each measure in turn, from the first."""
    workspace.show_measure(workspace.measures[0])
    for _ in range(len(workspace.measures) - 1):
        yield lambda: workspace.step_measure(1)


def typing(workspace: ProposalsWorkspace) -> Iterator[Action]:
    """Letters into the text proposed, then out of it, which writes it; in three measures."""
    for measure in islice(workspace.measures, 3):
        workspace.show_measure(measure)
        edit = workspace.page.editor.texts.proposed.edit
        yield edit.setFocus
        for letter in "It is handed in once.":
            yield partial(_press, edit, letter)
        yield partial(QTest.keyClick, edit, Qt.Key.Key_Escape)


def _press(edit: QWidget, letter: str) -> None:
    """Press a key as the system does: it comes to the window first."""
    window = edit.window().windowHandle()
    if window is None:
        raise RuntimeError("the window is not shown")
    QTest.keyClick(window, letter)


def moving(workspace: ProposalsWorkspace) -> Iterator[Action]:
    """A measure down its list, and up again."""
    workspace.show_measure(workspace.measures[1])
    for by in (1, 1, 1, -1, -1):
        yield lambda by=by: workspace.move_measure(by)


def changing(workspace: ProposalsWorkspace) -> Iterator[Action]:
    """The verdict of a measure, and back."""
    workspace.show_measure(workspace.measures[0])
    for verdict in (Verdict.MERGE, Verdict.LAW_FIRST):
        yield lambda verdict=verdict: workspace.edits.choose_verdict(workspace.measure_key, verdict)
