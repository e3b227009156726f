"""Dialogs of the frame do what they say through the journal."""

import pytest
from PySide6.QtWidgets import QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from customs_app.catalogue.commands import SetRate
from customs_app.domain.errors import Problem
from customs_app.domain.text import Message
from customs_app.ui.dialogs.about import about_text
from customs_app.ui.dialogs.lists import history_dialog, problems_dialog
from customs_app.ui.dialogs.rates import RatesDialog, read_number
from customs_app.ui.session import Notice, Session


def _texts(table: QTableWidget) -> list[list[str]]:
    def cell(row: int, column: int) -> str:
        item = table.item(row, column)
        return item.text() if item is not None else ""

    return [[cell(row, column) for column in range(table.columnCount())] for row in range(table.rowCount())]


def test_a_rate_is_set_by_typing_and_undone(session: Session, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = RatesDialog(session, parent)
    row = next(row for row, cells in enumerate(_texts(dialog.table)) if cells[0] == "KZT")
    before = session.catalogue.fingerprint()
    item = dialog.table.item(row, 1)
    assert item is not None
    item.setText("512,5")
    assert session.catalogue.reference().rates["KZT"].units_per_usd == 512.5
    assert _texts(dialog.table)[row][1] == "512.5"
    session.undo()
    assert session.catalogue.fingerprint() == before


@pytest.mark.parametrize(("column", "typed"), [(1, "much"), (1, "-3"), (1, "nan"), (2, "yesterday")])
def test_what_is_no_rate_is_told_and_taken_back(
    session: Session, qtbot: QtBot, column: int, typed: str
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    notices: list[Notice] = []
    session.noticed.connect(notices.append)
    dialog = RatesDialog(session, parent)
    before = _texts(dialog.table)
    item = dialog.table.item(0, column)
    assert item is not None
    item.setText(typed)
    assert _texts(dialog.table) == before
    assert typed in session.words.say(notices[0].message)
    assert session.catalogue.next_undo() is None


@pytest.mark.parametrize(
    ("typed", "value"), [("1,234.5", 1234.5), ("0,5", 0.5), ("1 234,5", 1234.5), ("84.5085", 84.5085)]
)
def test_numbers_as_people_type_them(typed: str, value: float) -> None:
    assert read_number(typed) == value


def test_history_follows_and_undoes(session: Session, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = history_dialog(parent, session)
    assert _texts(dialog.table) == []
    undo = dialog.findChild(QPushButton, "history_undo")
    assert isinstance(undo, QPushButton)
    assert not undo.isEnabled()
    session.run(SetRate("KZT", 500.0, "2026-11-24"))
    when, who, state, what = _texts(dialog.table)[0]
    assert when
    assert who == "A. Karimova · Secretariat"
    assert state == "done"
    assert "KZT" in what
    undo.click()
    assert _texts(dialog.table)[0][3].startswith("Undo:")
    assert not undo.isEnabled()


def test_problems_are_listed_by_file_row_and_column(session: Session, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    problems = [
        Problem("steps.csv", 7, "time_typ_h", Message("a number")),
        Problem("sources.csv", None, None, Message("a file")),
    ]
    dialog = problems_dialog(parent, session, "The folder has faults", problems)
    assert _texts(dialog.table) == [
        ["steps.csv", "7", "time_typ_h", "a number"],
        ["sources.csv", "", "", "a file"],
    ]


def test_about_names_the_licences(session: Session) -> None:
    text = about_text(session.words)
    assert "LGPL-3.0" in text
    assert "Apache-2.0" in text
