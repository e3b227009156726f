"""A meeting of two delegations, held by keys alone, with dissent, undo, a restart, and its minutes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from customs_app.domain.codes import Position, RoundState, Verdict
from customs_app.domain.meeting import Decision
from customs_app.ui.app import Shell
from customs_app.ui.catalogue.workspace import CatalogueWorkspace
from customs_app.ui.main_window import MainWindow
from customs_app.ui.meeting.start_dialog import StartDialog
from customs_app.ui.meeting.window import MeetingWindow
from customs_app.ui.settings import Settings
from tests.ui.meeting.conftest import PAPERS, TJ, Keyboard, begin, meeting_of, save_minutes

Key = Qt.Key


def _decided(window: MainWindow, step_id: str) -> Decision | None:
    found = [one for one in window.session.catalogue.decisions([TJ]) if one.step_id == step_id]
    assert len(found) < 2
    return found[0] if found else None


def _where(meeting: MeetingWindow) -> str:
    return meeting.desk.item.step.id


@pytest.fixture
def meeting(window: MainWindow, keyboard: Keyboard) -> MeetingWindow:
    """A new meeting, at the step that was open in the catalogue."""
    return begin(window, keyboard)


def test_starting_proposes_who_marked_and_the_own_delegation(window: MainWindow, keyboard: Keyboard) -> None:
    window.session.go_to("catalogue", TJ, PAPERS)
    keyboard.press(Key.Key_F11)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, StartDialog)
    assert set(dialog.wanted.delegations) == {"KZ", "UZ", "Secretariat"}
    assert dialog.wanted.title == "Tajikistan: Import ordinary goods by road"
    keyboard.press(Key.Key_Tab)
    keyboard.press(Key.Key_A, control=True)
    keyboard.write("Day two")
    keyboard.press(Key.Key_Tab, Key.Key_Home, Key.Key_Space)  # Belarus comes too
    keyboard.press(Key.Key_Return)
    keyboard.until(lambda: window.meeting is not None)
    held = meeting_of(window).desk.sitting.meeting
    assert held.title == "Day two"
    assert set(held.delegations) == {"BY", "KZ", "UZ", "Secretariat"}
    assert held.procedures == (TJ,)
    assert _where(meeting_of(window)) == PAPERS


def test_a_meeting_without_a_title_is_not_started(window: MainWindow, keyboard: Keyboard) -> None:
    window.session.go_to("catalogue", TJ, PAPERS)
    keyboard.press(Key.Key_F11)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, StartDialog)
    keyboard.press(Key.Key_Tab)
    keyboard.press(Key.Key_A, control=True)
    keyboard.press(Key.Key_Delete, Key.Key_Return)
    assert not dialog.ok.isEnabled()
    assert dialog.isVisible()
    assert window.session.catalogue.meetings() == ()
    keyboard.press(Key.Key_Escape)
    assert window.meeting is None


def test_the_votes_are_seen_after_the_round_is_opened(
    window: MainWindow, meeting: MeetingWindow, keyboard: Keyboard
) -> None:
    votes = meeting.view.votes
    assert "Round 1, blind" in votes.accessibleName()
    assert "Kazakhstan: marked, not seen" in votes.accessibleName()
    assert "portal" not in votes.accessibleName()
    keyboard.press(Key.Key_O)
    assert meeting.view.panel is meeting.question
    keyboard.press(Key.Key_Escape)
    assert window.session.catalogue.rounds()[0].state is RoundState.BLIND
    keyboard.press(Key.Key_O, Key.Key_Return)
    assert window.session.catalogue.rounds()[0].state is RoundState.OPEN
    said = votes.accessibleName()
    assert "Round 1, opened" in said
    assert "Kazakhstan: Move online: Ours is checked by the portal." in said
    assert "Uzbekistan: Keep: The inspector is answerable." in said
    assert "Secretariat: no mark" in said
    assert said.endswith("agreement 1 of 2")
    keyboard.press(Key.Key_O)
    assert "no blind round" in meeting.view.foot.minutes.text
    keyboard.press(Key.Key_Z, control=True)
    assert "Round 1, blind" in votes.accessibleName()


def test_keep_is_decided_at_once_and_without_the_hidden_votes(
    window: MainWindow, meeting: MeetingWindow, keyboard: Keyboard
) -> None:
    before = meeting.desk.taken_up_at
    keyboard.press(Key.Key_1)
    decision = _decided(window, PAPERS)
    assert decision is not None
    assert (decision.verdict, decision.reason, decision.votes) == (Verdict.KEEP, "", None)
    assert decision.taken_up_at == before
    assert meeting.view.cards[0].isChecked()
    assert _where(meeting) == PAPERS
    assert "step 14 Keep, no objection" in meeting.view.foot.minutes.text
    keyboard.press(Key.Key_R)
    keyboard.write("It stays")
    keyboard.press(Key.Key_Return)
    decision = _decided(window, PAPERS)
    assert decision is not None
    assert (decision.verdict, decision.reason) == (Verdict.KEEP, "It stays")


def test_any_other_verdict_needs_a_reason_which_the_marks_offer(
    window: MainWindow, meeting: MeetingWindow, keyboard: Keyboard
) -> None:
    keyboard.press(Key.Key_O, Key.Key_Return)
    keyboard.press(Key.Key_6)
    panel = meeting.reason
    assert meeting.view.panel is panel
    assert panel.reason.hasFocus()
    assert panel.lacking.text == "Write why"
    keyboard.press(Key.Key_Return)
    assert _decided(window, PAPERS) is None
    keyboard.press(Key.Key_Down, Key.Key_Return)
    assert panel.reason.text == "Ours is checked by the portal."
    keyboard.press(Key.Key_Return)
    decision = _decided(window, PAPERS)
    assert decision is not None
    assert (decision.verdict, decision.reason) == (Verdict.ONLINE, "Ours is checked by the portal.")
    assert decision.votes == {"KZ": Verdict.ONLINE, "UZ": Verdict.KEEP}
    assert meeting.view.panel is None
    assert meeting.view.cards[5].isChecked()


def test_removal_shows_first_what_the_step_guards_against(
    window: MainWindow, meeting: MeetingWindow, keyboard: Keyboard
) -> None:
    keyboard.press(Key.Key_End)
    keyboard.press(Key.Key_Left, Key.Key_Left)
    number = meeting.desk.item.step.seq
    keyboard.press(Key.Key_2)
    assert meeting.reason.guard.isVisible()
    assert f"Before step {number} is removed" in meeting.reason.guard.accessibleName()
    assert _decided(window, _where(meeting)) is None
    keyboard.write("The scanner has seen it")
    keyboard.press(Key.Key_Return)
    decision = _decided(window, _where(meeting))
    assert decision is not None
    assert decision.verdict is Verdict.REMOVE
    keyboard.press(Key.Key_6)
    assert meeting.reason.guard.isHidden()


def test_merging_asks_into_which_step(window: MainWindow, meeting: MeetingWindow, keyboard: Keyboard) -> None:
    keyboard.press(Key.Key_3)
    panel = meeting.reason
    assert panel.merge.hasFocus()
    assert panel.merge.current is None
    keyboard.press(Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert panel.merge.current == f"{TJ}-02"
    assert panel.reason.hasFocus()
    keyboard.write("One visit is enough")
    keyboard.press(Key.Key_Return)
    decision = _decided(window, PAPERS)
    assert decision is not None
    assert (decision.verdict, decision.merge_into) == (Verdict.MERGE, f"{TJ}-02")
    keyboard.press(Key.Key_M, Key.Key_Down, Key.Key_Return, Key.Key_Return)
    decision = _decided(window, PAPERS)
    assert decision is not None
    assert (decision.merge_into, decision.reason) == (f"{TJ}-03", "One visit is enough")


def test_changing_the_law_takes_the_article(
    window: MainWindow, meeting: MeetingWindow, keyboard: Keyboard
) -> None:
    keyboard.press(Key.Key_8)
    keyboard.write("The decree asks for it")
    keyboard.press(Key.Key_Tab)
    assert meeting.reason.article.hasFocus()
    keyboard.write("Decree 5, article 2")
    keyboard.press(Key.Key_Return)
    decision = _decided(window, PAPERS)
    assert decision is not None
    assert (decision.verdict, decision.article) == (Verdict.LAW_FIRST, "Decree 5, article 2")


def test_a_delegation_dissents_changes_its_word_and_goes_along(
    window: MainWindow, meeting: MeetingWindow, keyboard: Keyboard
) -> None:
    keyboard.press(Key.Key_D)
    assert "Decide first" in meeting.view.foot.minutes.text
    keyboard.press(Key.Key_1, Key.Key_D)
    panel = meeting.dissent
    assert panel.delegation.hasFocus()
    assert panel.delegation.current == "KZ"
    keyboard.press(Key.Key_Down, Key.Key_Return, Key.Key_Down, Key.Key_Return)
    assert panel.reason.hasFocus()
    keyboard.press(Key.Key_Return)
    assert panel.lacking.text == "Write why"
    keyboard.write("Our portal does it better")
    keyboard.press(Key.Key_Return)
    decision = _decided(window, PAPERS)
    assert decision is not None
    (dissent,) = decision.dissents
    assert (dissent.delegation, dissent.position) == ("UZ", Position.AGAINST)
    assert dissent.reason == "Our portal does it better"
    assert "1 dissent" in meeting.view.foot.minutes.text
    keyboard.press(Key.Key_D, Key.Key_Down)
    assert panel.reason.text == "Our portal does it better"
    keyboard.press(Key.Key_Return, Key.Key_Up, Key.Key_Return, Key.Key_Return)
    decision = _decided(window, PAPERS)
    assert decision is not None
    assert [one.position for one in decision.dissents] == [Position.RESERVE]
    keyboard.press(Key.Key_D, Key.Key_Down, Key.Key_Delete)
    decision = _decided(window, PAPERS)
    assert decision is not None
    assert decision.dissents == ()


def test_notes_go_into_the_minutes_with_their_step(
    window: MainWindow, meeting: MeetingWindow, keyboard: Keyboard
) -> None:
    keyboard.press(Key.Key_N)
    keyboard.write("Text of the decree by Friday; see 1 and 2")
    keyboard.press(Key.Key_Return)
    (note,) = window.session.catalogue.notes(meeting.desk.sitting.meeting.id)
    assert (note.step_id, note.text) == (PAPERS, "Text of the decree by Friday; see 1 and 2")
    assert _decided(window, PAPERS) is None  # digits in a text are no verdicts
    keyboard.press(Key.Key_N, Key.Key_Return)
    assert meeting.view.panel is None
    assert len(window.session.catalogue.notes(meeting.desk.sitting.meeting.id)) == 1


def test_undo_and_redo_reach_to_the_beginning_of_the_meeting_and_not_beyond(
    window: MainWindow, meeting: MeetingWindow, keyboard: Keyboard
) -> None:
    keyboard.press(Key.Key_1, Key.Key_Right, Key.Key_1)
    keyboard.press(Key.Key_Z, control=True)
    assert _decided(window, f"{TJ}-15") is None
    assert _decided(window, PAPERS) is not None
    keyboard.press(Key.Key_Z, control=True)
    assert _decided(window, PAPERS) is None
    keyboard.press(Key.Key_Z, control=True)
    assert "Nothing of this meeting is left to undo" in meeting.view.foot.minutes.text
    assert len(window.session.catalogue.meetings()) == 1
    keyboard.press(Key.Key_Z, control=True, shift=True)
    assert _decided(window, PAPERS) is not None


def test_what_is_written_stays_when_it_is_put_off(meeting: MeetingWindow, keyboard: Keyboard) -> None:
    keyboard.press(Key.Key_6)
    keyboard.write("Half a sent")
    keyboard.press(Key.Key_Escape)
    assert meeting.view.panel is None
    keyboard.press(Key.Key_6)
    assert meeting.reason.reason.text == "Half a sent"
    keyboard.press(Key.Key_Escape, Key.Key_Right, Key.Key_6)
    assert meeting.reason.reason.text == ""


def test_steps_are_gone_through_and_text_is_made_larger(meeting: MeetingWindow, keyboard: Keyboard) -> None:
    keyboard.press(Key.Key_Right)
    assert _where(meeting) == f"{TJ}-15"
    keyboard.press(Key.Key_Home)
    assert _where(meeting) == f"{TJ}-01"
    keyboard.press(Key.Key_Left)
    assert _where(meeting) == f"{TJ}-01"
    keyboard.press(Key.Key_1, Key.Key_Right, Key.Key_1, Key.Key_Home, Key.Key_Return)
    assert _where(meeting) == f"{TJ}-03"
    usual = meeting.scale.factor
    keyboard.press(Key.Key_Plus, Key.Key_Plus)
    larger = meeting.scale.factor
    assert larger > usual
    keyboard.press(Key.Key_Minus)
    assert usual < meeting.scale.factor < larger
    for _ in range(30):
        keyboard.press(Key.Key_Minus)
    assert meeting.scale.font(12).pointSizeF() >= 11
    assert meeting.scale.font(15).pointSizeF() >= 13


def test_leaving_returns_to_the_same_step(
    window: MainWindow, meeting: MeetingWindow, keyboard: Keyboard
) -> None:
    keyboard.press(Key.Key_Right, Key.Key_Right)
    there = _where(meeting)
    keyboard.press(Key.Key_Escape)
    assert meeting.view.panel is meeting.leaving
    keyboard.press(Key.Key_Escape)
    assert meeting.view.panel is None
    keyboard.press(Key.Key_Escape, Key.Key_Return)
    assert window.meeting is None
    assert isinstance(window.current, CatalogueWorkspace)
    assert window.current.step is not None
    assert window.current.step.id == there
    assert window.session.catalogue.meetings()[0].ended_at is None


def test_an_ended_meeting_takes_no_more_verdicts(
    window: MainWindow, meeting: MeetingWindow, keyboard: Keyboard
) -> None:
    keyboard.press(Key.Key_Escape, Key.Key_Down, Key.Key_Return)
    assert window.session.catalogue.meetings()[0].ended_at is not None
    keyboard.press(Key.Key_Escape, Key.Key_1)
    assert _decided(window, PAPERS) is None
    assert "has ended" in meeting.view.foot.minutes.text


# -- one meeting from its beginning to its papers


@pytest.fixture
def again(
    shell: Shell, settings: Settings, catalogue_file: Path, qtbot: QtBot, dressed: QApplication
) -> Iterator[Callable[[], MainWindow]]:
    """Starts the application once more on the same file."""
    shells: list[Shell] = []

    def start() -> MainWindow:
        settings.workspace = "catalogue"
        shells.append(Shell(dressed, settings))
        shells[-1].start(catalogue_file)
        window = shells[-1].window
        assert window is not None
        qtbot.waitUntil(lambda: window._painted)
        return window

    yield start
    for one in shells:
        if one.window is not None:
            one.window.close()
        one.deleteLater()
    dressed.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_meeting_outlives_a_restart_and_its_minutes_say_what_was_decided(
    shell: Shell, again: Callable[[], MainWindow], keyboard: Keyboard, qtbot: QtBot, tmp_path: Path
) -> None:
    assert shell.window is not None
    begin(shell.window, keyboard)
    keyboard.press(Key.Key_O, Key.Key_Return)
    keyboard.press(Key.Key_6, Key.Key_Down, Key.Key_Return, Key.Key_Return)
    keyboard.press(Key.Key_D, Key.Key_Down, Key.Key_Return, Key.Key_Down, Key.Key_Return)
    keyboard.write("Our law asks for paper")
    keyboard.press(Key.Key_Return, Key.Key_Right, Key.Key_1)
    keyboard.press(Key.Key_Escape, Key.Key_Return)
    shell.window.close()

    window = again()
    meeting = begin(window, keyboard)
    assert _where(meeting) == f"{TJ}-16"  # the open step after the last decision
    assert meeting.desk.sitting.decided == 2
    keyboard.press(Key.Key_Z, control=True)
    assert meeting.desk.sitting.decided == 1
    keyboard.press(Key.Key_Z, control=True, shift=True)
    assert meeting.desk.sitting.decided == 2
    keyboard.press(Key.Key_Escape, Key.Key_Down, Key.Key_Return)

    pdf = save_minutes(meeting, keyboard, qtbot, tmp_path / "minutes.pdf")
    text = " ".join(" ".join(page.extract_text().split()) for page in pypdf.PdfReader(pdf).pages)
    assert "Ours is checked by the portal." in text
    assert "Uzbekistan: against. Our law asks for paper" in text
    assert "19 steps of the agenda were not decided." in text
    xlsx = save_minutes(meeting, keyboard, qtbot, tmp_path / "minutes.xlsx", Key.Key_Down)
    rows = CalamineWorkbook.from_path(xlsx).get_sheet_by_name("Decisions").to_python()
    head = next(n for n, row in enumerate(rows) if row[0] == "Country")
    said = [dict(zip(map(str, rows[head]), row, strict=True)) for row in rows[head + 1 :]]
    assert [(row["Step no."], row["Verdict"]) for row in said] == [(14, "Move online"), (15, "Keep")]
    assert said[0]["Marks before"] == "Keep: UZ\nMove online: KZ"
    keyboard.press(Key.Key_Down, Key.Key_Return)
    assert window.meeting is None
