"""Findings are looked for once after a change, for all who show them, and only while somebody looks."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from customs_app.catalogue.commands.marks import SetMark
from customs_app.catalogue.commands.steps import EditStep
from customs_app.domain.codes import Verdict
from customs_app.domain.job import Progress
from customs_app.ui import loaded as module
from customs_app.ui.catalogue.workspace import CatalogueWorkspace
from customs_app.ui.main_window import MainWindow
from customs_app.ui.review.workspace import ReviewWorkspace
from customs_app.ui.session import Session

STEP = "TJ-P-import-road-15"


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files in which was looked, in turn."""
    files: list[Path] = []
    load = module.load

    def noted(path: Path, progress: Progress) -> module.Loaded:
        files.append(path)
        return load(path, progress)

    monkeypatch.setattr(module, "load", noted)
    return files


def test_two_who_look_share_one_search(session: Session, qtbot: QtBot, looked: list[Path]) -> None:
    one, other = QObject(session), QObject(session)
    with qtbot.waitSignal(session.findings.found, timeout=20_000) as came:
        session.findings.watch(one)
        session.findings.watch(other, at_once=True)
    qtbot.wait(300)
    assert looked == [session.catalogue.path]
    assert session.findings.known is came.args[0]
    found = came.args[0].of_procedure["TJ-P-import-road"]
    assert {finding.procedure for finding in found} == {"TJ-P-import-road"}


def test_after_a_change_is_looked_again_once_and_not_for_a_mark(
    session: Session, qtbot: QtBot, looked: list[Path]
) -> None:
    with qtbot.waitSignal(session.findings.found, timeout=20_000):
        session.findings.watch(session, at_once=True)
    session.run(SetMark(STEP, Verdict.KEEP, "Needed"))
    qtbot.wait(400)
    assert len(looked) == 1
    before = session.findings.known
    with qtbot.waitSignal(session.findings.found, timeout=20_000):
        for law in ("Article 1", "Article 2", "Article 3"):
            session.run(EditStep(STEP, {"legal_basis": law}))
        assert session.findings.known is before, "what was found stays until then"
    assert len(looked) == 2
    assert session.findings.known is not None
    step = session.findings.known.procedures["TJ-P-import-road"].step(STEP)
    assert step.legal_basis == "Article 3"


def test_nobody_looks_so_nothing_is_looked_for(session: Session, qtbot: QtBot, looked: list[Path]) -> None:
    watcher = QObject(session)
    session.findings.watch(watcher)
    session.findings.leave(watcher)
    session.run(EditStep(STEP, {"legal_basis": "Article 1"}))
    qtbot.wait(400)
    assert looked == []
    with qtbot.waitSignal(session.findings.found, timeout=20_000):
        session.findings.watch(watcher)
    assert len(looked) == 1


def test_a_watcher_that_is_gone_watches_no_longer(session: Session, qtbot: QtBot, looked: list[Path]) -> None:
    watcher = QObject()
    session.findings.watch(watcher)
    del watcher
    qtbot.wait(400)
    assert looked == []


def test_catalogue_and_review_share_it_without_a_strip_of_progress(
    window: MainWindow, qtbot: QtBot, looked: list[Path]
) -> None:
    tasks: list[object] = []
    window.session.tasks.started.connect(tasks.append)
    window.session.go_to("catalogue", "TJ-P-import-road", STEP)
    catalogue = window.current
    assert isinstance(catalogue, CatalogueWorkspace)
    lines = catalogue.side.findings.view.lines
    qtbot.waitUntil(lambda: lines.rowCount() > 0, timeout=20_000)
    assert window.session.run(SetMark(STEP, Verdict.KEEP, "Needed")) is not None
    window.session.go_to("review")
    review = window.current
    assert isinstance(review, ReviewWorkspace)
    qtbot.waitUntil(lambda: review.findings.desk.finding is not None)
    assert [mark.step_id for mark in review.reading.book.every] == [STEP], (
        "marked since the findings were found"
    )
    qtbot.wait(400)
    assert len(looked) == 1
    assert tasks == []
