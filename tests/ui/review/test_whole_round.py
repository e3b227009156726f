"""A whole round by two delegations, as they play it, then undone and done again, also after restarts."""

from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from customs_app.domain.codes import Basis
from customs_app.domain.review import Reviewer
from customs_app.ui.meeting.start_dialog import StartDialog
from customs_app.ui.review.boards.agreement import AgreementBoard
from customs_app.ui.review.boards.targets import AGREE, DISSENT, OPINIONS
from customs_app.ui.review.effect.board import EffectBoard
from customs_app.ui.review.round_dialogs import StartRoundDialog
from tests.ui.conftest import WHO
from tests.ui.meeting.conftest import save_minutes
from tests.ui.review.office import Office

Key = Qt.Key
ROAD = "UZ-P-import-road"
STORAGE, FEE = f"{ROAD}-10", f"{ROAD}-15"
KZ, UZ = Reviewer("Aigerim S.", "KZ"), Reviewer("B. Yusupov", "UZ")
ONE, STORE, APART = "One payment is enough", "The importer has a store", "The fee is customs income"


@pytest.fixture
def office(dressed: QApplication, qtbot: QtBot, catalogue_file: Path, tmp_path: Path) -> Iterator[Office]:
    """A workstation with a copy of the starting catalogue."""
    made = Office(dressed, qtbot, catalogue_file, tmp_path)
    yield made
    made.leave()


def test_a_whole_round_is_played_undone_and_done_again(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    _start_round(office)
    _first_marks_blind(office)
    _second_sees_nothing_of_it(office)
    _round_is_opened(office)
    _step_changes(office)
    _totals_follow(office)
    _hold_meeting(office, qtbot, tmp_path)
    _undo_all(office)
    _redo_all(office)
    _undo_all_with_restarts(office)
    _redo_all(office)


def _start_round(office: Office) -> None:
    """The Secretariat starts a blind round over the procedures of Uzbekistan."""
    office.sit(WHO, "review")
    review = office.review()
    review.side.bar.countries._ticks["UZ"].trigger()
    review.actions_.rounds.start.trigger()
    dialog = office.window.findChild(StartRoundDialog)
    assert dialog is not None
    office.click("start_round_ok")
    office.done()
    (round_,) = review.session.catalogue.rounds()
    assert ROAD in round_.procedures


def _first_marks_blind(office: Office) -> None:
    office.sit(KZ)
    office.at_step(ROAD, FEE)
    office.merge("14", ONE)
    assert ONE in office.said()
    office.at_step(ROAD, STORAGE)
    office.mark(Key.Key_2, STORE)
    assert office.figures()["Steps of the case"] == ("15", "13", "2")


def _second_sees_nothing_of_it(office: Office) -> None:
    """Uzbekistan sees that Kazakhstan has marked, and not what; then it marks itself."""
    office.sit(UZ)
    for step in (FEE, STORAGE):
        office.at_step(ROAD, step)
        said = office.said()
        assert "Aigerim S. (Kazakhstan)" in said
        assert ONE not in said
        assert STORE not in said
        rows = office.catalogue.pane.model.shown_rows()
        assert [row.marks for row in rows if row.step.id == step] == [()]
    office.tab("marks")
    assert office.review().marks.shown == 0
    office.tab("agreement")
    review = office.review()
    review.side.bar.countries._ticks["UZ"].trigger()
    board = review.boards.current
    assert isinstance(board, AgreementBoard)
    office.settled(board)
    assert "So far 1 other delegation has marked steps of it." in board.currentWidget().accessibleName()
    assert office.figures() == {}
    assert "No verdict is applied in these procedures." in office.said()
    office.at_step(ROAD, FEE)
    office.mark(Key.Key_1, APART)
    office.at_step(ROAD, STORAGE)
    office.mark(Key.Key_2, "It goes home at once")
    office.tab("marks")
    assert office.review().marks.shown == 2


def _round_is_opened(office: Office) -> None:
    office.sit(WHO, "review")
    review = office.review()
    review.actions_.rounds.open.trigger()
    box = office.window.findChild(QMessageBox, "open_round_dialog")
    assert box is not None
    assert "Kazakhstan: 2 steps marked" in box.informativeText()
    assert "Uzbekistan: 2 steps marked" in box.informativeText()
    office.click("open_round_yes")
    office.done()
    assert _agreement(office) == [
        ["Remove: Kazakhstan, Uzbekistan", "2 of 2", ""],
        ["Keep: Uzbekistan; Merge into another: Kazakhstan", "a tie", ""],
    ]


def _agreement(office: Office) -> list[list[str]]:
    """What the agreement board says of the two steps."""
    office.tab("agreement")
    board = office.review().boards.current
    assert isinstance(board, AgreementBoard)
    model = board.model
    return [
        [str(model.index(row, column).data()) for column in (OPINIONS, AGREE, DISSENT)]
        for row in range(model.rowCount())
    ]


def _effect(office: Office) -> EffectBoard:
    office.tab("effect")
    board = office.review().boards.current
    assert isinstance(board, EffectBoard)
    return board


def _step_changes(office: Office) -> None:
    """Somebody learns how long the storage lasts: the marks on it are stale until they are confirmed."""
    before = office.figures()
    assert before["Steps of the case"] == ("15", "14", "1"), "the fee is contested and stays"
    assert before["Elapsed, critical path"] == ("153", "153", "?")
    assert "1 step or document stays as it is" in _effect(office).said.text()
    office.sit(UZ)
    office.at_step(ROAD, STORAGE)
    office.type_time("200")
    said = office.said(office.catalogue.side.marks)
    assert said.count("Changed since:\ntypical time: unknown → 200") == 2
    office.click("mark_confirm")
    office.done()
    assert office.said(office.catalogue.side.marks).count("Changed since:") == 1
    assert office.figures()["Elapsed, critical path"] == ("208.5", "153", "55.5")
    assert "1 verdict that is applied is stale" in _effect(office).said.text()
    office.sit(KZ)
    office.at_step(ROAD, STORAGE)
    office.click("mark_confirm")
    office.done()
    assert "Changed since:" not in office.said(office.catalogue.side.marks)
    office.figures()
    assert "stale" not in _effect(office).said.text()


def _totals_follow(office: Office) -> None:
    """One delegation goes over to the other: the to-be figures change as the marks do."""
    office.sit(UZ)
    office.at_step(ROAD, FEE)
    office.merge("14", "The treasury parts them")
    assert _agreement(office) == [
        ["Remove: Kazakhstan, Uzbekistan", "2 of 2", ""],
        ["Merge into another: Kazakhstan, Uzbekistan", "2 of 2", ""],
    ]
    assert office.figures()["Steps of the case"] == ("15", "13", "2")
    assert "stays as it is" not in _effect(office).said.text()
    office.at_step(ROAD, STORAGE)
    office.mark(Key.Key_5, "It is needed for lorries without an owner")
    after = office.figures()
    assert after["Steps of the case"] == ("15", "14", "1")
    assert after["Elapsed, critical path"] == ("208.5", "208.5", "?")
    office.at_step(ROAD, STORAGE)
    office.mark(Key.Key_2, "The owner is known by then")
    assert office.figures()["Elapsed, critical path"] == ("208.5", "153", "≥ 55.5")


def _hold_meeting(office: Office, qtbot: QtBot, folder: Path) -> None:
    """The Secretariat holds a meeting by keys: a decision, a dissent, a note, and its end."""
    window = office.sit(WHO)
    keyboard = office.keyboard
    office.at_step(ROAD, STORAGE)
    keyboard.press(Key.Key_F11)
    office.until(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, StartDialog)
    assert set(dialog.wanted.delegations) == {"KZ", "UZ", "Secretariat"}
    keyboard.press(Key.Key_Return)
    office.until(lambda: window.meeting is not None and window.meeting.isActiveWindow())
    office.done()
    meeting = window.meeting
    assert meeting is not None
    assert "Kazakhstan: Remove: The importer has a store" in meeting.view.votes.accessibleName()
    keyboard.press(Key.Key_2, Key.Key_Down, Key.Key_Return, Key.Key_Return)
    office.done()
    keyboard.press(Key.Key_D, Key.Key_Down, Key.Key_Return, Key.Key_Down, Key.Key_Return)
    keyboard.write("Not before our owners have stores")
    keyboard.press(Key.Key_Return)
    office.done()
    keyboard.press(Key.Key_N)
    keyboard.write("Numbers of the stores by Friday")
    keyboard.press(Key.Key_Return)
    office.done()
    keyboard.press(Key.Key_Escape, Key.Key_Down, Key.Key_Return)
    office.done()
    _read_pdf(save_minutes(meeting, keyboard, qtbot, folder / "minutes.pdf"))
    _read_workbook(save_minutes(meeting, keyboard, qtbot, folder / "minutes.xlsx", Key.Key_Down))
    keyboard.press(Key.Key_Down, Key.Key_Return)
    assert window.meeting is None
    board = _effect(office)
    board.choose_basis(Basis.AGREED)
    office.settled(board)
    assert board.status_text() == "What the meeting decided · 2 verdicts"
    assert office.figures()["Elapsed, critical path"] == ("208.5", "153", "≥ 55.5")
    assert office.figures()["Steps of the case"] == ("15", "13", "2")


def _read_pdf(path: Path) -> None:
    text = " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages)
    for said in (
        "The importer has a store",
        "Not before our owners have stores",
        "Numbers of the stores by Friday",
        "23 steps of the agenda were not decided.",
    ):
        assert said in text


def _read_workbook(path: Path) -> None:
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name("Decisions").to_python()
    head = next(n for n, row in enumerate(rows) if row[0] == "Country")
    (said,) = [dict(zip(map(str, rows[head]), row, strict=True)) for row in rows[head + 1 :]]
    assert (said["Step no."], said["Verdict"], said["Reason"]) == (10, "Remove", STORE)
    assert said["Marks before"] == "Remove: KZ, UZ"


def _undo_all(office: Office) -> None:
    """Undo in one window, by its key, until nothing is left."""
    window = office.sit(KZ)
    for before in reversed(office.states[:-1]):
        assert window.undo_action.isEnabled()
        office.keyboard.press(Key.Key_Z, control=True)
        assert office.fingerprint == before
    assert not window.undo_action.isEnabled()
    assert not office.catalogue.session.catalogue.marks()


def _redo_all(office: Office) -> None:
    window = office.sit(UZ)
    for after in office.states[1:]:
        assert window.redo_action.isEnabled()
        office.keyboard.press(Key.Key_Z, control=True, shift=True)
        assert office.fingerprint == after
    assert not window.redo_action.isEnabled()


def _undo_all_with_restarts(office: Office) -> None:
    """Undo, the window closed and opened on the file before each."""
    for place, before in enumerate(reversed(office.states[:-1])):
        window = office.sit((KZ, UZ, WHO)[place % 3])
        assert window.undo_action.isEnabled()
        office.keyboard.press(Key.Key_Z, control=True)
        assert office.fingerprint == before
    assert not office.sit(WHO).undo_action.isEnabled()
