"""What is done in a meeting: each deed is one entry of the journal, and can be undone."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from customs_app.analysis.agenda import Item
from customs_app.catalogue.commands.decisions import Decide, RemoveDissent, SetDissent
from customs_app.catalogue.commands.meetings import AddNote, EndMeeting
from customs_app.catalogue.commands.rounds import OpenRound
from customs_app.domain.codes import RoundState
from customs_app.domain.errors import CatalogueError
from customs_app.domain.meeting import Decision, Round
from customs_app.domain.text import Message
from customs_app.ui.meeting.dissent_panel import Word
from customs_app.ui.meeting.reason_panel import Draft
from customs_app.ui.meeting.sitting import Peers, Sitting, documents_of, read_sitting
from customs_app.ui.session import Session

if TYPE_CHECKING:
    from customs_app.catalogue.commands.command import Command
    from customs_app.catalogue.results import Changes

_OF_MEETINGS = frozenset({"meeting", "decision", "dissent", "note"})
_LOOKED_BACK = 200


class Desk(QObject):
    """Where in which meeting one is, and what can be done there.

    `document_id` is the document of the step that is at stake, None where it is the step itself.
    `changed` when something else is to be shown; `gone` when the meeting is no longer in the catalogue.
    """

    changed = Signal()
    gone = Signal()

    def __init__(self, session: Session, sitting: Sitting, place: int, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.sitting = sitting
        self.place = place
        self.document_id: str | None = None
        self.taken_up_at = _now()
        self.peers = Peers(session.catalogue)
        session.changed.connect(self._on_changed)
        session.who_changed.connect(lambda: self._on_changed(None))

    @property
    def item(self) -> Item:
        """The step that is at stake."""
        return self.sitting.items[self.place]

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents (ids) of the step."""
        return documents_of(self.item)

    @property
    def decision(self) -> Decision | None:
        """What was decided about what is at stake."""
        return self.sitting.decision(self.item, self.document_id)

    def go(self, place: int) -> None:
        """Take up another step."""
        if 0 <= place < len(self.sitting.items) and (place, None) != (self.place, self.document_id):
            self._take_up(place, None)

    def go_to_document(self, by: int) -> bool:
        """Take up the next document of the step (or the one before); after the last the step itself.

        False where the step has none.
        """
        every: tuple[str | None, ...] = (None, *self.documents)
        if len(every) == 1:
            return False
        self._take_up(self.place, every[(every.index(self.document_id) + by) % len(every)])
        return True

    def decide(self, draft: Draft) -> bool:
        """Record a verdict on what is at stake, with the votes where they are open."""
        own = self.sitting.round_of(self.item)
        blind = own is not None and own.state is RoundState.BLIND
        votes = self.sitting.votes(self.item, self.document_id).by_delegation
        return self._run(
            Decide(
                self.sitting.meeting.id,
                self.item.step.id,
                draft.verdict,
                draft.reason,
                document_id=self.document_id,
                article=draft.article or None,
                merge_into=draft.merge_into,
                votes=None if blind else votes,
                taken_up_at=self.taken_up_at,
            )
        )

    def dissent(self, word: Word) -> bool:
        """Record that a delegation does not go along with what was decided about what is at stake."""
        decision = self.decision
        if decision is None:
            return False
        return self._run(SetDissent(decision.id, word.delegation, word.position, word.reason))

    def take_back_dissent(self, dissent_id: str) -> bool:
        """Record that a delegation goes along after all."""
        return self._run(RemoveDissent(dissent_id))

    def note(self, text: str) -> bool:
        """Write a line about the step into the minutes."""
        return self._run(AddNote(self.sitting.meeting.id, text, self.item.step.id))

    def open_round(self, round_: Round) -> bool:
        """Open the votes."""
        return self._run(OpenRound(round_.id))

    def end(self) -> bool:
        """End the meeting."""
        return self._run(EndMeeting(self.sitting.meeting.id))

    def undo(self) -> bool:
        """Take back the last deed, but not that the meeting was started; False where nothing is left."""
        if self._session.catalogue.next_undo() is None or self._is_the_start():
            return False
        return self._session.undo() is not None

    def redo(self) -> bool:
        """Do again what was taken back."""
        if self._session.catalogue.next_redo() is None:
            return False
        return self._session.redo() is not None

    def read_again(self) -> None:
        """Read the meeting as it stands now, and stay with the step."""
        meeting, step_id = self.sitting.meeting, self.item.step.id
        try:
            fresh = read_sitting(
                self._session.catalogue, meeting.id, self._session.seen_marks(meeting.procedures)
            )
        except CatalogueError as error:
            self._session.saved.emit(error.message)
            return
        if fresh is None or not fresh.items:
            self.gone.emit()
            return
        place = fresh.place_of(step_id)
        self.sitting = fresh
        self.place = min(self.place, len(fresh.items) - 1) if place is None else place
        if place is None or self.document_id not in self.documents:
            self.document_id = None
        self.changed.emit()

    def _take_up(self, place: int, document_id: str | None) -> None:
        self.place, self.document_id = place, document_id
        self.taken_up_at = _now()
        self.changed.emit()

    def _run(self, command: "Command") -> bool:
        return self._session.run(command) is not None

    def _is_the_start(self) -> bool:
        """Whether the entry that would be undone is the one that started this meeting."""
        entries = self._session.catalogue.history(_LOOKED_BACK)
        last = next((entry for entry in entries if entry.kind == "do" and entry.state == "done"), None)
        meeting = self.sitting.meeting
        started = Message("Start the meeting “{meeting}”", {"meeting": meeting.title})
        return last is not None and last.at == meeting.started_at and last.label == started

    def _on_changed(self, changes: "Changes | None") -> None:
        if changes is None or not changes.tables <= _OF_MEETINGS:
            self.peers.forget()
        self.read_again()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
