"""The way into meeting mode and out of it again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from customs_app.catalogue.commands.meetings import StartMeeting
from customs_app.domain.meeting import Meeting
from customs_app.domain.text import Language, Message
from customs_app.language.words import N_
from customs_app.ui.meeting.leave_panel import Way
from customs_app.ui.meeting.lists import MeetingList
from customs_app.ui.meeting.minutes import write_minutes
from customs_app.ui.meeting.sitting import read_sitting
from customs_app.ui.meeting.start_dialog import StartDialog, Wanted
from customs_app.ui.meeting.window import MeetingWindow
from customs_app.ui.session import Place

if TYPE_CHECKING:
    from customs_app.ui.main_window import MainWindow

_SETTINGS = "meeting"


def ask_meeting(window: "MainWindow") -> None:
    """Ask which meeting is to be held, and open it."""
    session = window.session
    window.commit_edits()
    going_on = [one for one in session.catalogue.meetings() if one.ended_at is None]
    offers = _offers(window)
    if not going_on and not offers:
        session.tell(
            Message(N_("Open a procedure in the catalogue first, or choose a finding in the review"))
        )
        return
    dialog = StartDialog(session, _newest_first(going_on), offers, window)

    def finished(result: int) -> None:
        wanted = dialog.wanted
        dialog.deleteLater()
        if result == QDialog.DialogCode.Accepted:
            _open_wanted(window, wanted)

    dialog.finished.connect(finished)
    dialog.open()


def open_meeting(window: "MainWindow", meeting_id: str, step_id: str | None) -> MeetingWindow | None:
    """Show a meeting at a step, where it goes on where none is given; None where there is nothing."""
    session = window.session
    meeting = next((one for one in session.catalogue.meetings() if one.id == meeting_id), None)
    procedures = meeting.procedures if meeting is not None else ()
    sitting = read_sitting(session.catalogue, meeting_id, session.seen_marks(procedures))
    if sitting is None or not sitting.items:
        session.tell(Message(N_("Nothing to decide in this list")), bad=True)
        return None
    place = sitting.place_of(step_id)
    shown = MeetingWindow(
        session, sitting, sitting.going_on if place is None else place, window, wish=_wish(window)
    )

    def left(place: Place) -> None:
        window.settings.workspaces[_SETTINGS] = {"size": shown.wish}
        window.meeting = None
        shown.deleteLater()
        session.go_to(place.workspace, place.procedure_id, place.step_id)
        window.activateWindow()

    def minutes(way: Way, of: str, language: Language) -> None:
        write_minutes(shown, way, of, language)

    shown.left.connect(left)
    shown.minutes_wanted.connect(minutes)
    window.meeting = shown
    shown.showFullScreen()
    return shown


def _open_wanted(window: "MainWindow", wanted: Wanted) -> None:
    if wanted.meeting is not None:
        open_meeting(window, wanted.meeting.id, None)
    elif wanted.offer is not None:
        offer = wanted.offer
        command = StartMeeting(wanted.title, offer.procedures, wanted.delegations, offer.steps)
        changes = window.session.run(command)
        if changes is not None and changes.new_id is not None:
            open_meeting(window, changes.new_id, offer.current)


def _offers(window: "MainWindow") -> Sequence[MeetingList]:
    """What the current view offers, else what the catalogue has open."""
    current = window.current
    own = tuple(current.meeting_lists()) if current is not None else ()
    catalogue = window.workspaces.get("catalogue")
    return own or (tuple(catalogue.meeting_lists()) if catalogue is not None else ())


def _newest_first(meetings: Sequence[Meeting]) -> list[Meeting]:
    return sorted(meetings, key=lambda one: one.started_at, reverse=True)


def _wish(window: "MainWindow") -> float:
    size = window.settings.workspaces.get(_SETTINGS, {}).get("size")
    return float(size) if isinstance(size, int | float) else 1.0
