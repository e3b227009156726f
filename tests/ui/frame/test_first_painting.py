"""The first painting of the window needs no library that writes or reads files of other programs."""

import json
import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import json, os, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication
from customs_app.ui.app import Shell
from customs_app.ui.settings import load

class Look(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.tell)
        return False
    def tell(self):
        rows = steps.model().rowCount()
        print(json.dumps([shell.window.current.key, rows, sorted(sys.modules)]), flush=True)
        os._exit(0)

app = QApplication(sys.argv)
settings = load()
settings.asked_who = True
shell = Shell(app, settings)
shell.start(Path(sys.argv[1]))
steps = shell.window.findChild(QAbstractItemView, "steps_table")
look = Look()
steps.viewport().installEventFilter(look)
QTimer.singleShot(30000, lambda: os._exit(3))
app.exec()
"""
HEAVY = {"openpyxl", "reportlab", "sqlite_utils", "pypdfium2", "uharfbuzz", "numpy", "defusedxml"}
NOT_YET = {
    "customs_app.exchange",
    "customs_app.reports.proposal_pdf.write",
    "customs_app.ui.catalogue.inspector",
    "customs_app.ui.compare.workspace",
    "customs_app.ui.corridors.workspace",
    "customs_app.ui.dialogs.identity",
    "customs_app.ui.proposals.workspace",
    "customs_app.ui.review.workspace",
    "customs_app.analysis.findings",
}


def test_first_painting_is_light(catalogue_file: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(catalogue_file)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    key, rows, modules = json.loads(done.stdout)
    assert rows > 0
    assert key == "catalogue"
    assert {module.split(".")[0] for module in modules} & HEAVY == set()
    assert NOT_YET & set(modules) == set()
    assert "customs_app.ui.catalogue.workspace" in modules
