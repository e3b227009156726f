"""A paper to be printed, commands that stand in for those of CUPS, and one who prints."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas  # noqa: TID253 - the tests write papers

from customs_app.ui.session import Session

PAGES = 6
_LPSTAT = """#!/bin/sh
case "$1" in
-e) printf 'hall\\nAttic\\nstopped_one\\n' ;;
-d) echo 'system default destination: hall' ;;
-p) echo 'printer hall is idle.  enabled since Tue'; echo 'printer stopped_one disabled since Tue -' ;;
esac
"""
_LP = """#!/bin/sh
for word in "$@"; do printf '%s\\n' "$word"; done > "{folder}/said"
for word in "$@"; do last="$word"; done
cp "$last" "{folder}/given.pdf"
case "$2" in
Attic) echo 'lp: Destination "Attic" is not accepting jobs.' >&2; exit 1 ;;
gone) echo 'lp: The printer or class does not exist.' >&2; exit 1 ;;
stopped_one) echo 'lp: Too many jobs.' >&2; exit 1 ;;
esac
echo 'request id is hall-7 (1 file(s))'
"""


@pytest.fixture(scope="session")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A paper of six A4 pages, each with its number."""
    path = tmp_path_factory.mktemp("sheets") / "sheets.pdf"
    canvas = Canvas(str(path), pagesize=(595.28, 841.89), invariant=1)
    for page in range(1, PAGES + 1):
        canvas.drawString(100, 700, f"This is page {page}.")
        canvas.showPage()
    canvas.save()
    return path


@pytest.fixture
def fake_cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Commands `lp` and `lpstat` before all others; `said` holds the words of `lp`, `given.pdf` the file."""
    folder = tmp_path / "cups"
    folder.mkdir()
    for name, script in (("lpstat", _LPSTAT), ("lp", _LP.replace("{folder}", str(folder)))):
        command = folder / name
        command.write_text(script)
        command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


@pytest.fixture
def owner(session: Session, qtbot: QtBot) -> Callable[[], QWidget]:
    """A window that prints."""

    class Window(QWidget):
        def __init__(self) -> None:
            super().__init__()
            self.session, self.words = session, session.words

    def make() -> QWidget:
        window = Window()
        qtbot.addWidget(window)
        window.show()
        return window

    return make
