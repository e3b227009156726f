"""Single documents of a step are decided on in a meeting, by keys alone, and stand in its minutes."""

from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from customs_app.catalogue.commands.marks import SetMark
from customs_app.catalogue.commands.rounds import OpenRound
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Verdict
from customs_app.domain.meeting import Decision
from customs_app.ui.main_window import MainWindow
from customs_app.ui.meeting.text_box import TextBox
from customs_app.ui.meeting.window import MeetingWindow
from tests.ui.meeting.conftest import KZ, PAPERS, TJ, UZ, Keyboard, begin, save_minutes

Key = Qt.Key
FIRM, TAX, STATISTICS, CHARTER = (f"TJ-D-{name}" for name in ("regcert", "tin", "stat", "charter"))


@pytest.fixture
def catalogue_file(catalogue_file: Path) -> Path:
    """Marks on a document too, and the round opened."""
    with open_catalogue(catalogue_file) as catalogue:
        catalogue.run(SetMark(PAPERS, Verdict.SUBMIT_ONCE, "It is in the register.", TAX), KZ)
        catalogue.run(SetMark(PAPERS, Verdict.KEEP, "Ours is not.", TAX), UZ)
        catalogue.run(OpenRound(catalogue.rounds()[0].id), UZ)
    return catalogue_file


@pytest.fixture
def meeting(window: MainWindow, keyboard: Keyboard) -> MeetingWindow:
    """A new meeting at the step of the papers."""
    return begin(window, keyboard)


def _decided(window: MainWindow) -> dict[str | None, Decision]:
    return {one.document_id: one for one in window.session.catalogue.decisions([TJ])}


def test_p_goes_through_the_documents_and_back_to_the_step(
    meeting: MeetingWindow, keyboard: Keyboard
) -> None:
    step, view = meeting.desk.item.step, meeting.view
    assert view.step.title.text == step.title.en
    seen = []
    for _ in range(4):
        keyboard.press(Key.Key_P)
        seen.append(meeting.desk.document_id)
    assert seen == [FIRM, TAX, STATISTICS, CHARTER]
    assert view.step.title.text == "Charter and incorporation papers"
    assert "document 4 of 4" in view.step.place.text
    keyboard.press(Key.Key_P)
    assert meeting.desk.document_id is None
    assert view.step.title.text == step.title.en
    keyboard.press(Key.Key_P, shift=True)
    assert meeting.desk.document_id == CHARTER
    keyboard.press(Key.Key_Right)
    assert meeting.desk.document_id is None
    keyboard.press(Key.Key_P)
    assert "No document is recorded at this step" in view.foot.minutes.text


def test_a_document_is_decided_with_its_own_votes_and_reasons(
    window: MainWindow, meeting: MeetingWindow, keyboard: Keyboard
) -> None:
    keyboard.press(Key.Key_1, Key.Key_P)
    assert "nobody has marked this document" in meeting.view.votes.accessibleName()
    assert not any(card.isChecked() for card in meeting.view.cards), "the step is decided, not the document"
    keyboard.press(Key.Key_P)
    assert "Kazakhstan: Submit once: It is in the register." in meeting.view.votes.accessibleName()
    keyboard.press(Key.Key_4)
    assert "Step 14, document “Taxpayer identification number”: Submit once" in meeting.reason.heading.text
    keyboard.press(Key.Key_Down, Key.Key_Return)
    assert meeting.reason.reason.text == "It is in the register.", "reasons about the document come first"
    keyboard.press(Key.Key_Return)
    decided = _decided(window)
    assert set(decided) == {None, TAX}
    assert decided[None].verdict is Verdict.KEEP
    decision = decided[TAX]
    assert (decision.step_id, decision.verdict) == (PAPERS, Verdict.SUBMIT_ONCE)
    assert decision.votes == {"KZ": Verdict.SUBMIT_ONCE, "UZ": Verdict.KEEP}
    assert meeting.view.cards[3].isChecked()
    assert (
        "step 14, “Taxpayer identification number” Submit once, no objection"
        in meeting.view.foot.minutes.text
    )
    keyboard.press(Key.Key_D, Key.Key_Down, Key.Key_Return, Key.Key_Down, Key.Key_Return)
    keyboard.write("We have no such register")
    keyboard.press(Key.Key_Return)
    (dissent,) = _decided(window)[TAX].dissents
    assert dissent.delegation == "UZ"
    assert _decided(window)[None].dissents == ()
    keyboard.press(Key.Key_P, shift=True)
    keyboard.press(Key.Key_P, shift=True)
    fact = meeting.view.step.findChild(QWidget, "meeting_fact_decided_documents")
    assert fact is not None
    (told,) = [one.text for one in fact.findChildren(TextBox)]
    assert told == "Taxpayer identification number: Submit once — It is in the register."
    assert meeting.view.cards[0].isChecked()
    assert meeting.desk.sitting.decided == 1
    keyboard.press(Key.Key_Z, control=True)
    keyboard.press(Key.Key_Z, control=True)
    assert set(_decided(window)) == {None}


def test_what_removing_a_document_needs_is_a_reason_and_no_guard(
    window: MainWindow, meeting: MeetingWindow, keyboard: Keyboard
) -> None:
    keyboard.press(Key.Key_P, Key.Key_2)
    assert meeting.reason.guard.isHidden(), "the guard is about steps"
    keyboard.write("Half a sent")
    keyboard.press(Key.Key_Escape, Key.Key_P, Key.Key_2)
    assert meeting.reason.reason.text == "", "each document has its own draft"
    keyboard.press(Key.Key_Escape)
    keyboard.press(Key.Key_P, shift=True)
    keyboard.press(Key.Key_2)
    assert meeting.reason.reason.text == "Half a sent"
    keyboard.write("ence")
    keyboard.press(Key.Key_Return)
    assert _decided(window)[FIRM].reason == "Half a sentence"


def test_decisions_on_documents_are_printed_in_the_minutes(
    meeting: MeetingWindow, keyboard: Keyboard, qtbot: QtBot, tmp_path: Path
) -> None:
    keyboard.press(Key.Key_P, Key.Key_P, Key.Key_4)
    keyboard.write("The tax office has it")
    keyboard.press(Key.Key_Return, Key.Key_Escape, Key.Key_Down, Key.Key_Return)
    pdf = save_minutes(meeting, keyboard, qtbot, tmp_path / "minutes.pdf")
    text = " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(pdf).pages)
    assert "document: Taxpayer identification number" in text
    assert "The tax office has it" in text
    assert "14 (document)" in text
    xlsx = save_minutes(meeting, keyboard, qtbot, tmp_path / "minutes.xlsx", Key.Key_Down)
    book = CalamineWorkbook.from_path(xlsx)
    rows = book.get_sheet_by_name("Decisions").to_python()
    head = next(n for n, row in enumerate(rows) if row[0] == "Country")
    (said,) = [dict(zip(map(str, rows[head]), row, strict=True)) for row in rows[head + 1 :]]
    assert (said["Step no."], said["Document"]) == (14, "Taxpayer identification number")
    first = book.get_sheet_by_name("Minutes").to_python()
    assert ["Submit once", "14 (document)"] in [row[:2] for row in first]
