"""The whole way of a proposal: marks, measures, a text, positions, an edition, its papers; and undone."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from customs_app.cli.program import main
from customs_app.domain.codes import Position, Verdict
from customs_app.domain.review import Finding, Reviewer
from customs_app.ui.printing.dialog import PrintDialog
from customs_app.ui.proposals.workspace import ProposalsWorkspace
from tests.ui.conftest import WHO
from tests.ui.printing import conftest as printing
from tests.ui.review.office import Office

Key = Qt.Key
ROAD = "UZ-P-import-road"
KZ, UZ = Reviewer("Aigerim S.", "KZ"), Reviewer("B. Yusupov", "UZ")
LONG_MS = 20_000
MINE = "The invoice is handed in once, to the single window."
RESERVE = "Twelve months to change over"
TITLE = "First reading"

fake_cups = printing.fake_cups


@pytest.fixture
def office(dressed: QApplication, qtbot: QtBot, catalogue_file: Path, tmp_path: Path) -> Iterator[Office]:
    """A workstation with a copy of the starting catalogue."""
    made = Office(dressed, qtbot, catalogue_file, tmp_path)
    yield made
    made.leave()


def test_from_marks_to_a_frozen_paper_and_back(
    office: Office, qtbot: QtBot, catalogue_file: Path, tmp_path: Path, fake_cups: Path
) -> None:
    _marks(office)
    workspace = _propose(office, qtbot)
    _write(office, workspace, qtbot)
    _take_positions(office, workspace, qtbot)
    _change_verdict(office, workspace, qtbot)
    _freeze(office, workspace, qtbot)
    papers = _papers(office, qtbot, tmp_path, fake_cups)
    _undo_all(office, qtbot)
    sha256 = _what_the_papers_say(office, *papers)
    office.leave()
    _tampering_is_found(catalogue_file, sha256)


def _finding(office: Office, rule: str) -> Finding:
    """Choose the first finding of a rule in the procedure, in the list of the review."""
    review = office.review()
    found = next(one for one in review.findings.shown if (one.rule, one.procedure) == (rule, ROAD))
    assert review.side.view.show_finding(found.key)
    review.side.view.setFocus()
    return found


def _marks(office: Office) -> None:
    """Kazakhstan follows two findings of the rules, Uzbekistan the first of them as well."""
    for who, rules in ((KZ, ("R01", "R11")), (UZ, ("R01",))):
        office.sit(who, "review")
        for rule in rules:
            _finding(office, rule)
            office.keyboard.press(Key.Key_A, Key.Key_Return)
            office.done()


def _back(office: Office, qtbot: QtBot) -> None:
    """Without a window manager a dialog that closes gives the keys back to nobody."""
    office.window.activateWindow()
    qtbot.waitUntil(office.window.isActiveWindow, timeout=LONG_MS)


def _told(workspace: ProposalsWorkspace, qtbot: QtBot) -> ProposalsWorkspace:
    """Wait until the centre shows the proposal as it is now."""
    qtbot.waitUntil(lambda: workspace.dossier is not None and not workspace.behind, timeout=LONG_MS)
    qtbot.waitUntil(lambda: not workspace.page.busy, timeout=LONG_MS)
    return workspace


def _proposals(office: Office) -> ProposalsWorkspace:
    shown = office.window.current
    assert isinstance(shown, ProposalsWorkspace)
    return shown


def _propose(office: Office, qtbot: QtBot) -> ProposalsWorkspace:
    office.sit(WHO, "proposals")
    workspace = _proposals(office)
    office.keyboard.press(Key.Key_N, control=True, shift=True)
    dialog = workspace.findChild(QDialog, "proposal_scope_dialog")
    assert dialog is not None
    office.click("countries_none")
    for iso2 in ("KZ", "UZ"):
        office.click(f"country_{iso2}")
    office.click("new_proposal_ok")
    office.done()
    _back(office, qtbot)
    _told(workspace, qtbot)
    (first, *_) = workspace.measures
    assert first.verdict is Verdict.SUBMIT_ONCE
    assert {mark.reviewer for mark in first.measure.marks} == {KZ, UZ}
    assert workspace.measure is first
    return workspace


def _write(office: Office, workspace: ProposalsWorkspace, qtbot: QtBot) -> None:
    """Uzbekistan's text proposed is written in the official's own words."""
    edit = workspace.page.editor.texts.proposed.edit
    edit.setFocus()
    office.keyboard.press(Key.Key_A, control=True)
    office.keyboard.write(MINE)
    office.keyboard.press(Key.Key_Escape)
    office.done()
    _told(workspace, qtbot)


def _take_positions(office: Office, workspace: ProposalsWorkspace, qtbot: QtBot) -> None:
    def choose(delegation: str, what: str) -> None:
        button = workspace.page.editor.positions.findChild(QToolButton, f"position_{delegation}")
        assert button is not None
        next(one for one in button.menu().actions() if one.objectName().endswith(what)).trigger()

    choose("UZ", "_for")
    office.done()
    _told(workspace, qtbot)
    choose("KZ", "_reserve")
    field = workspace.page.editor.findChild(QLineEdit, "position_reason")
    assert field is not None
    office.keyboard.write(RESERVE)
    office.keyboard.press(Key.Key_Return)
    office.done()
    _told(workspace, qtbot)
    assert workspace.measure is not None
    stated = {one.delegation: one.stated.position for one in workspace.measure.positions if one.stated}
    assert stated == {"UZ": Position.FOR, "KZ": Position.RESERVE}


def _change_verdict(office: Office, workspace: ProposalsWorkspace, qtbot: QtBot) -> None:
    """The second measure is to ask something else than it was marked for."""
    workspace.side.parts.setFocus()
    office.keyboard.press(Key.Key_Down, control=True)
    second = workspace.measure
    assert second is not None
    assert second.number == 2
    menu = workspace.page.editor.head.verdict.menu()
    menu.popup(workspace.mapToGlobal(workspace.rect().center()))
    qtbot.keyClick(menu, Key.Key_2)
    office.done()
    _back(office, qtbot)
    _told(workspace, qtbot)
    assert workspace.measures[1].verdict is Verdict.REMOVE


def _freeze(office: Office, workspace: ProposalsWorkspace, qtbot: QtBot) -> None:
    action = workspace.findChild(QAction, "proposals_freeze")
    assert isinstance(action, QAction)
    action.trigger()
    qtbot.waitUntil(lambda: office.window.findChild(QLineEdit, "freeze_title") is not None)
    field = office.window.findChild(QLineEdit, "freeze_title")
    field.selectAll()
    qtbot.keyClicks(field, TITLE)
    qtbot.keyClick(field, Key.Key_Return)
    session = office.window.session
    qtbot.waitUntil(lambda: len(session.catalogue.editions()) == 1, timeout=LONG_MS)
    qtbot.waitUntil(lambda: not session.tasks.busy, timeout=LONG_MS)


def _turn(office: Office, text: str) -> None:
    menu = office.window.toolbar.edition.menu()
    menu.aboutToShow.emit()
    (action,) = [one for one in menu.actions() if one.text().partition("\t")[0] == text]
    action.trigger()


def _export(office: Office, qtbot: QtBot, folder: Path, key: Qt.Key) -> Path:
    """Press the key of a paper and take the name that is proposed."""
    workspace = _proposals(office)
    _back(office, qtbot)
    before = office.window.findChildren(QFileDialog, "export_dialog")
    action = workspace.findChild(QAction, f"proposals_{'excel' if key is Key.Key_X else 'pdf'}")
    assert action is not None
    qtbot.waitUntil(action.isEnabled, timeout=LONG_MS)
    office.keyboard.press(key, control=True, shift=True)

    def asked() -> list[QFileDialog]:
        return [one for one in office.window.findChildren(QFileDialog, "export_dialog") if one not in before]

    qtbot.waitUntil(lambda: len(asked()) == 1, timeout=5_000)
    (dialog,) = asked()
    path = folder / Path(dialog.selectedFiles()[0]).name
    with qtbot.waitSignal(office.window.session.noticed, timeout=LONG_MS):
        dialog.setDirectory(str(folder))
        dialog.selectFile(str(path))
        dialog.accept()
    assert path.exists()
    return path


def _papers(office: Office, qtbot: QtBot, folder: Path, cups: Path) -> tuple[Path, Path]:
    """The frozen edition as Excel, as PDF and on the printer, which gets the very pages of the PDF."""
    _turn(office, TITLE)
    session = office.window.session
    qtbot.waitUntil(lambda: session.edition is not None, timeout=LONG_MS)
    workspace = _told(_proposals(office), qtbot)
    assert not workspace.edits.editable
    xlsx = _export(office, qtbot, folder, Key.Key_X)
    pdf = _export(office, qtbot, folder, Key.Key_D)
    _back(office, qtbot)
    qtbot.keyClick(workspace, Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = _print_dialog(office.window, qtbot)
    with qtbot.waitSignal(session.noticed, timeout=LONG_MS):
        qtbot.keyClick(dialog, Key.Key_Return)
    assert (cups / "given.pdf").read_bytes() == pdf.read_bytes()
    _turn(office, "Working copy")
    assert session.edition is None
    return xlsx, pdf


def _print_dialog(window: QWidget, qtbot: QtBot) -> PrintDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(PrintDialog)), timeout=LONG_MS)
    dialog = window.findChildren(PrintDialog)[-1]
    qtbot.waitUntil(dialog.print.isEnabled, timeout=LONG_MS)
    return dialog


def _what_the_papers_say(office: Office, xlsx: Path, pdf: Path) -> str:
    """Both say what was written before the freezing, and bear its hash; that is given."""
    (edition,) = office.window.session.catalogue.editions()
    pages = [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(pdf).pages]
    assert edition.sha256 in "".join(pages[0].split())
    assert all(edition.sha256[:8] in page for page in pages)
    book = CalamineWorkbook.from_path(xlsx)
    cells = [
        str(cell)
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python()
        for cell in row
    ]
    assert edition.sha256 in cells
    for said in (MINE, RESERVE):
        assert any(said in page for page in pages), said
        assert any(said in cell for cell in cells), said
    return edition.sha256


def _undo_all(office: Office, qtbot: QtBot) -> None:
    """All is taken back, entry by entry; the edition stays."""
    _back(office, qtbot)
    session = office.window.session
    for state in reversed(office.states[:-1]):
        _proposals(office).focus_main()
        office.keyboard.press(Key.Key_Z, control=True)
        assert office.fingerprint == state
    assert session.catalogue.proposals() == session.catalogue.marks() == ()
    assert len(session.catalogue.editions()) == 1


def _tampering_is_found(file: Path, sha256: str) -> None:
    """The file is sound; then one byte of what is frozen is another."""
    assert main(["check", str(file)]) == 0
    with closing(sqlite3.connect(file)) as raw, raw:
        ((guard,),) = raw.execute("SELECT sql FROM sqlite_schema WHERE name = 'edition_never_altered'")
        raw.execute("DROP TRIGGER edition_never_altered")
        ((content, sha),) = raw.execute("SELECT content, sha256 FROM edition")
        assert sha == sha256
        changed = bytearray(content)
        changed[len(changed) // 2] ^= 1
        raw.execute("UPDATE edition SET content = ?", (bytes(changed),))
        raw.execute(guard)
    assert main(["check", str(file)]) == 1
