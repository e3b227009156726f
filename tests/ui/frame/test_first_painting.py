"""The first painting of the window loads what it shows, and nothing else."""

import json
import os
import subprocess
import sys

import pytest

from customs_app.catalogue.file import create

SCRIPT = """
import builtins, json, os, sys
from customs_app.cli import main
from customs_app.ui.start import load_window

load_window()

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView
from customs_app.ui import app

class Look(QObject):
    def __init__(self, shell):
        super().__init__()
        self.shell = shell
        self.steps = shell.window.findChild(QAbstractItemView, "steps_table")
        self.steps.viewport().installEventFilter(self)
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.tell)
        return False
    def tell(self):
        rows = self.steps.model().rowCount()
        importing = repr(builtins.__import__)
        print(json.dumps([self.shell.window.current.key, rows, list(sys.modules), importing]), flush=True)
        os._exit(0)

class Shell(app.Shell):
    def _show_window(self, place=None):
        super()._show_window(place)
        self.look = Look(self)
        QTimer.singleShot(30000, lambda: os._exit(3))

app.Shell = Shell
main([sys.argv[1]])
"""
HEAVY = {"openpyxl", "reportlab", "sqlite_utils", "pypdfium2", "uharfbuzz", "numpy", "defusedxml"}
NOT_YET = (
    "customs_app.analysis.compare",
    "customs_app.analysis.findings",
    "customs_app.analysis.rules",
    "customs_app.catalogue.backup",
    "customs_app.catalogue.build",
    "customs_app.catalogue.commands.",
    "customs_app.catalogue.csv_rows",
    "customs_app.catalogue.journal",
    "customs_app.catalogue.search",
    "customs_app.catalogue.tables",
    "customs_app.exchange",
    "customs_app.figures.cumulative",
    "customs_app.figures.measure",
    "customs_app.figures.qt_picture",
    "customs_app.figures.swimlane",
    "customs_app.reports",
    "customs_app.ui.catalogue.diagram",
    "customs_app.ui.catalogue.dialogs",
    "customs_app.ui.catalogue.inspector",
    "customs_app.ui.catalogue.step_editor",
    "customs_app.ui.catalogue.step_form",
    "customs_app.ui.compare",
    "customs_app.ui.corridors",
    "customs_app.ui.dialogs",
    "customs_app.ui.exporting",
    "customs_app.ui.first_start",
    "customs_app.ui.frame.commands",
    "customs_app.ui.frame.files",
    "customs_app.ui.frame.search_results",
    "customs_app.ui.frame.strips",
    "customs_app.ui.pictures",
    "customs_app.ui.proposals",
    "customs_app.ui.review",
    "customs_app.ui.widgets.delegates",
)
"""Modules, or beginnings of their names, that the first painting must not load."""


@pytest.fixture(scope="module")
def first_painting(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, int, list[str], str]:
    """The workspace shown, the groups in its table, the modules that are loaded, and what imports."""

    home = tmp_path_factory.mktemp("home")
    create(home / "catalogue.customs")
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "XDG_DATA_HOME": str(home),
    }
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(home / "catalogue.customs")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    key, rows, modules, importing = json.loads(done.stdout)
    return key, rows, modules, importing


def test_first_painting_is_light(first_painting: tuple[str, int, list[str], str]) -> None:
    key, rows, modules, _ = first_painting
    assert rows > 0
    assert key == "catalogue"
    assert {module.split(".")[0] for module in modules} & HEAVY == set()
    assert [module for module in modules if module.startswith(NOT_YET)] == []
    assert "customs_app.ui.catalogue.workspace" in modules


def test_imports_are_python_s_own(first_painting: tuple[str, int, list[str], str]) -> None:
    """PySide's would read the source of each module of ours."""
    assert first_painting[3] == "<built-in function __import__>"
