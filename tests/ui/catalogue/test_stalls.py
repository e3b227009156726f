"""Browsing never lets the window stand still."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from customs_app.ui.catalogue.workspace import CatalogueWorkspace

# The look allows 50 ms, which the benchmark holds. Here the GUI thread's own work is counted, so that
# other work on the machine does not matter, with room for a slow processor.
LIMIT_MS = 100.0


def _longest_turn(does: Callable[[], object]) -> float:
    """The most work in ms that the GUI thread did in one turn: the action itself, then what it entails."""
    turns = []
    for turn in (does, *[QApplication.processEvents] * 4):
        began = time.thread_time()
        turn()
        turns.append((time.thread_time() - began) * 1000)
    return max(turns)


@pytest.fixture
def settled(workspace: CatalogueWorkspace, qtbot) -> CatalogueWorkspace:
    """The workspace once the findings are there."""
    view = workspace.side.findings.view
    qtbot.waitUntil(lambda: view.lines.rowCount() > 0, timeout=30_000)
    return workspace


def test_opening_a_procedure_is_short_work(settled: CatalogueWorkspace) -> None:
    ids = [row.procedure.id for row in settled.session.catalogue.procedures()[::10]]
    spent = {one: _longest_turn(lambda one=one: settled.open_procedure(one)) for one in ids}
    assert sorted(spent.values())[len(spent) // 2] < LIMIT_MS, spent


def test_going_from_step_to_step_is_short_work(settled: CatalogueWorkspace) -> None:
    ids = [step.id for step in settled.opened.full.steps]
    spent = {one: _longest_turn(lambda one=one: settled.show_step(one)) for one in ids}
    assert sorted(spent.values())[len(spent) // 2] < LIMIT_MS / 2, spent


def test_filtering_is_short_work(settled: CatalogueWorkspace) -> None:
    box = settled.pane.bar.text
    spent = {text: _longest_turn(lambda text=text: box.setText(text)) for text in ("c", "cu", "cus", "")}
    assert sorted(spent.values())[2] < LIMIT_MS, spent
