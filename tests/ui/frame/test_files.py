"""The menu File as a person uses it: only the answers of the desktop's own file dialogs are given."""

import csv
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import load_workbook  # noqa: TID253 - what an office does
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from customs_app.catalogue.commands.marks import SetMark
from customs_app.catalogue.commands.proposals import SaveProposal
from customs_app.catalogue.file import open_catalogue
from customs_app.catalogue.triggers import drop_guards, write_guards
from customs_app.domain.codes import CaseKind, Mode, ProposalStatus, Regime, Verdict
from customs_app.domain.proposal import Proposal
from customs_app.domain.text import Language
from customs_app.exchange.office_workbook.export import export_workbook
from customs_app.paths import STARTING
from customs_app.ui.app import Shell
from customs_app.ui.main_window import MainWindow

ROAD = "KZ-P-import-road"


def _trigger(window: MainWindow, name: str) -> None:
    action = window.findChild(QAction, name)
    assert isinstance(action, QAction)
    assert action.isEnabled()
    action.trigger()


def _dialog(window: MainWindow, qtbot: QtBot, name: str) -> QDialog:
    def shown() -> bool:
        dialog = window.findChild(QDialog, name)
        return dialog is not None and dialog.isVisible()

    qtbot.waitUntil(shown, timeout=20_000)
    dialog = window.findChild(QDialog, name)
    assert isinstance(dialog, QDialog)
    return dialog


def _rows(dialog: QDialog) -> list[list[str]]:
    table = dialog.findChild(QTableWidget)
    assert isinstance(table, QTableWidget)
    cells = [[table.item(row, column) for column in range(4)] for row in range(table.rowCount())]
    return [[cell.text() if cell is not None else "" for cell in row] for row in cells]


def _consent(dialog: QDialog) -> QPushButton:
    button = dialog.findChild(QPushButton, "import_consent")
    assert isinstance(button, QPushButton)
    return button


def _told(window: MainWindow, qtbot: QtBot, part: str) -> None:
    qtbot.waitUntil(lambda: part in window.foot.notice.label.text(), timeout=20_000)


def _change(path: Path, what: Callable[[list[dict[str, str]]], None]) -> None:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        rows, heads = list(reader), reader.fieldnames
    assert heads is not None
    what(rows)
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, heads)
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def kz(tmp_path: Path) -> Path:
    """The folder of Kazakhstan as the starting content has it."""
    shutil.copytree(STARTING / "countries" / "KZ", tmp_path / "KZ")
    return tmp_path / "KZ"


@pytest.fixture
def edited(kz: Path) -> Path:
    """The folder with another law in one step."""

    def edit(rows: list[dict[str, str]]) -> None:
        next(row for row in rows if row["procedure_id"] == ROAD)["legal_basis"] = "Article 1"

    _change(kz / "steps.csv", edit)
    return kz


@pytest.fixture
def shortened(kz: Path) -> Path:
    """The folder without the last step of the road import, on which no other step rests."""

    def shorten(rows: list[dict[str, str]]) -> None:
        named = {one for row in rows for column in ("depends_on", "time_covers", "cost_covers")
                 for one in row[column].split(";")}  # fmt: skip
        rows.remove([row for row in rows if row["procedure_id"] == ROAD and row["id"] not in named][-1])

    with (kz / "steps.csv").open(encoding="utf-8-sig", newline="") as lines:
        before = {row["id"] for row in csv.DictReader(lines)}
    _change(kz / "steps.csv", shorten)
    with (kz / "steps.csv").open(encoding="utf-8-sig", newline="") as lines:
        (gone,) = before - {row["id"] for row in csv.DictReader(lines)}
    _change(kz / "step_documents.csv", lambda rows: _drop(rows, gone))
    return kz


def _drop(rows: list[dict[str, str]], step_id: str) -> None:
    rows[:] = [row for row in rows if row["step_id"] != step_id]


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], None]:
    """Makes the desktop's dialogs answer with a path, or as cancelled."""

    def answer(path: Path | None) -> None:
        name = str(path) if path is not None else ""
        for asked in ("getSaveFileName", "getOpenFileName"):
            monkeypatch.setattr(QFileDialog, asked, lambda *_args: (name, ""))
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: name)

    return answer


Choose = Callable[[Path | None], None]


def test_an_import_is_shown_then_done_then_undone(
    window: MainWindow, qtbot: QtBot, edited: Path, choose: Choose
) -> None:
    catalogue = window.session.catalogue
    before = catalogue.fingerprint()
    choose(edited)
    _trigger(window, "import")
    assert window.session.tasks.busy, "it is read beside the event loop"
    dialog = _dialog(window, qtbot, "import_preview")
    summary, change = _rows(dialog)
    assert summary == ["KZ/steps.csv", "", "", "0 added, 1 changed, 0 removed"]
    assert change[2] == "changed"
    assert "→ Article 1" in change[3]
    assert catalogue.fingerprint() == before, "nothing before consent"
    assert catalogue.next_undo() is None
    qtbot.mouseClick(_consent(dialog), Qt.MouseButton.LeftButton)
    _told(window, qtbot, "imported as one change")
    assert any(step.legal_basis == "Article 1" for step in catalogue.full_procedure(ROAD).steps)
    assert window.undo_action.isEnabled()
    window.undo_action.trigger()
    assert catalogue.fingerprint() == before


def test_without_consent_nothing_is_imported(
    window: MainWindow, qtbot: QtBot, edited: Path, choose: Choose
) -> None:
    before = window.session.catalogue.fingerprint()
    choose(edited)
    _trigger(window, "import")
    dialog = _dialog(window, qtbot, "import_preview")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(QDialog, "import_preview") is None)
    assert not window.session.tasks.busy
    assert window.session.catalogue.fingerprint() == before
    choose(None)
    _trigger(window, "import")
    assert not window.session.tasks.busy


def test_a_folder_that_says_the_same_is_told(
    window: MainWindow, qtbot: QtBot, kz: Path, choose: Choose
) -> None:
    choose(kz)
    _trigger(window, "import")
    _told(window, qtbot, "holds the same already")
    assert window.session.catalogue.next_undo() is None


def test_a_broken_folder_has_all_its_faults_listed(
    window: MainWindow, qtbot: QtBot, kz: Path, choose: Choose
) -> None:
    def spoil(rows: list[dict[str, str]]) -> None:
        rows[2]["time_typ_h"] = "much"
        rows[4]["activity"] = "XXX-99"

    _change(kz / "steps.csv", spoil)
    before = window.session.catalogue.fingerprint()
    choose(kz)
    _trigger(window, "import")
    dialog = _dialog(window, qtbot, "problems")
    places = {(file.rpartition("/")[2], row, column) for file, row, column, _ in _rows(dialog)}
    assert {("steps.csv", "4", "time_typ_h"), ("steps.csv", "6", "activity")} <= places
    assert window.session.catalogue.fingerprint() == before
    dialog.reject()


def test_a_mark_that_would_go_is_told_before_and_comes_back(
    window: MainWindow, qtbot: QtBot, shortened: Path, choose: Choose
) -> None:
    catalogue = window.session.catalogue
    choose(shortened)
    _trigger(window, "import")
    dialog = _dialog(window, qtbot, "import_preview")
    (gone,) = [row for file, row, what, _ in _rows(dialog) if (file, what) == ("KZ/steps.csv", "removed")]
    dialog.reject()
    qtbot.waitUntil(lambda: window.findChild(QDialog, "import_preview") is None)
    window.session.run(SetMark(gone, Verdict.REMOVE, "Nobody reads it"))
    before = catalogue.fingerprint()
    _trigger(window, "import")
    dialog = _dialog(window, qtbot, "import_preview")
    assert any(gone in says and "mark rests" in says for _, _, _, says in _rows(dialog))
    assert not any("decision" in says for _, _, _, says in _rows(dialog))
    qtbot.mouseClick(_consent(dialog), Qt.MouseButton.LeftButton)
    _told(window, qtbot, "imported as one change")
    assert catalogue.marks() == ()
    window.undo_action.trigger()
    assert catalogue.fingerprint() == before
    assert [mark.step_id for mark in catalogue.marks()] == [gone]


def test_a_proposal_stands_against_an_import(
    window: MainWindow, qtbot: QtBot, kz: Path, choose: Choose
) -> None:
    proposal = Proposal(
        "", "By road", ProposalStatus.DRAFT, Regime.IMPORT, Mode.ROAD, (ROAD,), CaseKind.BASE, delegation="KZ"
    )
    window.session.run(SaveProposal(proposal))
    with (kz / "steps.csv").open(encoding="utf-8-sig", newline="") as lines:
        gone = {row["id"] for row in csv.DictReader(lines) if row["procedure_id"] == ROAD}

    def without(column: str, ids: set[str]) -> Callable[[list[dict[str, str]]], None]:
        def drop(rows: list[dict[str, str]]) -> None:
            rows[:] = [row for row in rows if row[column] not in ids]

        return drop

    _change(kz / "procedures.csv", without("id", {ROAD}))
    _change(kz / "steps.csv", without("procedure_id", {ROAD}))
    _change(kz / "step_documents.csv", without("step_id", gone))
    choose(kz)
    _trigger(window, "import")
    dialog = _dialog(window, qtbot, "import_preview")
    assert any("By road" in says for _, _, _, says in _rows(dialog))
    assert not _consent(dialog).isEnabled()
    dialog.reject()


def test_a_folder_dragged_in_is_imported_after_consent(
    window: MainWindow, qtbot: QtBot, edited: Path
) -> None:
    _drag_in(window, qtbot, edited)


def test_a_workbook_of_an_office_dragged_in_is_imported_after_consent(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = export_workbook(window.session.catalogue, "TJ", tmp_path / "TJ.xlsx", Language.EN)
    book = load_workbook(path)
    steps = next(sheet for sheet in book.worksheets if sheet["A1"].value == "steps.id")
    place = next(cell.column for cell in steps[1] if cell.value == "steps.locator")
    steps.cell(3, place).value = "page\u00a07"
    book.save(path)
    _drag_in(window, qtbot, path)
    step = str(steps["A3"].value)
    stored = {row["id"]: row for row in window.session.catalogue.rows("step", "TJ")}
    assert stored[step]["locator"] == "page 7"


def _drag_in(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    keys, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(10, 10), copy, data, button, keys)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(10, 10), copy, data, button, keys))
    dialog = _dialog(window, qtbot, "import_preview")
    qtbot.mouseClick(_consent(dialog), button)
    _told(window, qtbot, "imported as one change")
    assert window.session.catalogue.next_undo() is not None


def test_text_dragged_in_is_not_taken(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("a word")
    enter = QDragEnterEvent(
        QPoint(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    window.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_new_makes_a_catalogue_and_opens_it(
    shell: Shell, window: MainWindow, qtbot: QtBot, tmp_path: Path, choose: Choose
) -> None:
    choose(tmp_path / "mine")
    _trigger(window, "new")
    made = tmp_path / "mine.customs"
    qtbot.waitUntil(lambda: window.session.catalogue.path == made, timeout=60_000)
    assert window.session.catalogue.counts().countries == 10
    assert window.windowTitle().startswith("mine.customs")
    assert shell.settings.recent[0] == str(made.resolve())


@pytest.mark.parametrize("action", ["new", "backup"])
def test_the_open_file_is_never_replaced(
    window: MainWindow, qtbot: QtBot, catalogue_file: Path, choose: Choose, action: str
) -> None:
    before = window.session.catalogue.fingerprint()
    choose(catalogue_file)
    _trigger(window, action)
    _told(window, qtbot, "choose another name")
    assert not window.session.tasks.busy
    with open_catalogue(catalogue_file, read_only=True) as again:
        assert again.fingerprint() == before


def test_open_takes_another_file(
    window: MainWindow, starting_file: Path, tmp_path: Path, choose: Choose
) -> None:
    before = window.session.catalogue.path
    choose(None)
    _trigger(window, "open")
    assert window.session.catalogue.path == before
    other = tmp_path / "other.customs"
    shutil.copy(starting_file, other)
    choose(other)
    _trigger(window, "open")
    assert window.session.catalogue.path == other


def test_back_up_copies_all(window: MainWindow, qtbot: QtBot, tmp_path: Path, choose: Choose) -> None:
    window.session.run(SetMark("UZ-P-import-road-13", Verdict.ONLINE, "portal"))
    copy = tmp_path / "copy.customs"
    choose(copy)
    _trigger(window, "backup")
    _told(window, qtbot, "copy.customs is written")
    with open_catalogue(copy, read_only=True) as again:
        assert again.fingerprint() == window.session.catalogue.fingerprint()
        assert len(again.marks()) == 1
        assert again.next_undo() is not None


def test_check_says_that_all_is_whole(window: MainWindow, qtbot: QtBot) -> None:
    _trigger(window, "check")
    _told(window, qtbot, "The file is whole")


def test_check_lists_what_is_wrong(window: MainWindow, qtbot: QtBot, catalogue_file: Path) -> None:
    with closing(sqlite3.connect(catalogue_file)) as raw, raw:
        drop_guards(raw)
        raw.execute(f"UPDATE step SET depends_on = 'nobody' WHERE id = '{ROAD}-01'")
        write_guards(raw)
    _trigger(window, "check")
    dialog = _dialog(window, qtbot, "problems")
    assert [(file, column) for file, _, column, _ in _rows(dialog)] == [(f"step {ROAD}-01", "depends_on")]
    dialog.reject()
