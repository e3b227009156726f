"""Rows of texts as a CSV file for a spreadsheet: asked where, then written beside the event loop."""

import csv
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from customs_app.domain.job import Progress
from customs_app.exchange.spreadsheet_text import guarded
from customs_app.reports.atomic import replacing
from customs_app.ui.exporting import export_folder, file_name, keep_folder
from customs_app.ui.tasks import run_task
from customs_app.ui.workspace import Workspace

SUFFIX = ".csv"
MakeRows = Callable[[], Sequence[Sequence[str]]]


def export_rows(owner: Workspace, name: str, title: str, make: MakeRows) -> None:
    """Ask where, then write the rows that `make` gives in the worker, a head first, with progress.

    `name` is offered as the file's name, `title` heads the progress; both are worded.
    """
    text = owner.words.text
    kind = f"{text('CSV files')} (*{SUFFIX})"
    dialog = QFileDialog(owner.window(), text("Export as"), export_folder(owner), kind)
    dialog.setObjectName("export_dialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(SUFFIX)
    dialog.selectFile(file_name(name, SUFFIX))

    def chosen(where: str) -> None:
        path = Path(where)
        keep_folder(owner, path)
        run_task(owner, partial(_job, path, make), title=title, made=path)

    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def write_rows(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """Write rows of texts; none of them can become a formula. Raises OutputError."""
    with replacing(path) as fresh, fresh.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([guarded(text) for text in row] for row in rows)


def _job(path: Path, make: MakeRows, _file: Path, progress: Progress) -> object:
    progress(0, 1)
    write_rows(path, make())
    return path
