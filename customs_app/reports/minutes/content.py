"""What the minutes of a meeting say, read once from the catalogue for both papers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from customs_app.analysis.agenda import Item, agenda, by_step
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import Verdict
from customs_app.domain.errors import InputError
from customs_app.domain.meeting import Decision, Dissent, Meeting, Note, Round
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.text import Message
from customs_app.reports.edition import Edition, edition_of


@dataclass(frozen=True, slots=True)
class Minuted:
    """One step of the agenda: its place (from 1), what was decided about it, and what was noted.

    `decisions` has that on the step itself first, then those on documents of it.
    """

    place: int
    item: Item
    decisions: tuple[Decision, ...]
    notes: tuple[Note, ...]

    @property
    def dissents(self) -> tuple[Dissent, ...]:
        """Who does not go along with any of the decisions."""
        return tuple(dissent for decision in self.decisions for dissent in decision.dissents)


@dataclass(frozen=True, slots=True)
class Minutes:
    """Everything that is printed of a meeting.

    `lines` are the steps of the agenda in its order, `notes` those about no step of it, `rounds` those
    whose votes were opened while it went on. `edition` is the state of the catalogue that was read.
    """

    meeting: Meeting
    procedures: tuple[FullProcedure, ...]
    lines: tuple[Minuted, ...]
    notes: tuple[Note, ...]
    rounds: tuple[Round, ...]
    reference: Reference
    edition: Edition

    @property
    def title(self) -> Message:
        """The title of both papers."""
        return Message("Minutes: {title}", {"title": self.meeting.title})

    @property
    def decided(self) -> tuple[Minuted, ...]:
        """The steps about which something was decided."""
        return tuple(line for line in self.lines if line.decisions)

    @property
    def open_points(self) -> tuple[Minuted, ...]:
        """The steps about which nothing was decided."""
        return tuple(line for line in self.lines if not line.decisions)

    @property
    def by_verdict(self) -> Mapping[Verdict, tuple[Minuted, ...]]:
        """The steps decided with each verdict, in the order of the verdicts; none without a step."""
        found: dict[Verdict, list[Minuted]] = {}
        for line in self.lines:
            for verdict in dict.fromkeys(decision.verdict for decision in line.decisions):
                found.setdefault(verdict, []).append(line)
        return {verdict: tuple(found[verdict]) for verdict in Verdict if verdict in found}

    def said(self) -> Iterator[tuple[Minuted, Decision]]:
        """Each decision with its step, in the order of the agenda."""
        for line in self.lines:
            for decision in line.decisions:
                yield line, decision


def minutes(catalogue: Catalogue, meeting_id: str | None = None) -> Minutes:
    """The minutes of a meeting, of the one begun last where none is named.

    InputError where there is no such meeting, CatalogueError where the file fails.
    """
    meeting = _meeting(catalogue, meeting_id)
    read = {full.procedure.id: full for full in catalogue.full_procedures(ids=meeting.procedures)}
    items = agenda(meeting, read)
    decisions = by_step(catalogue.decisions(meeting_id=meeting.id))
    notes = catalogue.notes(meeting.id)
    lines = tuple(
        Minuted(
            place,
            item,
            decisions.get(item.step.id, ()),
            tuple(note for note in notes if note.step_id == item.step.id),
        )
        for place, item in enumerate(items, start=1)
    )
    on_agenda = {item.step.id for item in items}
    return Minutes(
        meeting,
        tuple(read[one] for one in meeting.procedures if one in read),
        lines,
        tuple(note for note in notes if note.step_id not in on_agenda),
        tuple(one for one in catalogue.rounds() if _opened_in(one, meeting)),
        catalogue.reference(),
        edition_of(catalogue),
    )


def _meeting(catalogue: Catalogue, meeting_id: str | None) -> Meeting:
    meetings = catalogue.meetings()
    if not meetings:
        raise InputError(Message("The catalogue holds no meeting yet."))
    if meeting_id is None:
        return max(meetings, key=lambda one: (one.started_at, one.id))
    found = next((one for one in meetings if one.id == meeting_id), None)
    if found is None:
        known = tuple(one.id for one in meetings)
        raise InputError(
            Message(
                "There is no meeting “{meeting}”. Those in the catalogue: {known}.",
                {"meeting": meeting_id, "known": known},
            )
        )
    return found


def _opened_in(round_: Round, meeting: Meeting) -> bool:
    opened = round_.opened_at
    return (
        opened is not None
        and opened >= meeting.started_at
        and (meeting.ended_at is None or opened <= meeting.ended_at)
        and any(round_.takes_in(procedure) for procedure in meeting.procedures)
    )
