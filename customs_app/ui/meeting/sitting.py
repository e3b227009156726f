"""A meeting as it stands in the catalogue, with all that its window shows of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from customs_app.analysis.agenda import Item, agenda, by_step
from customs_app.analysis.blind import Seen
from customs_app.analysis.choose import choose
from customs_app.analysis.votes import Votes, votes
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import Mode, Regime, RoundState
from customs_app.domain.meeting import Decision, Meeting, Note, Round
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting with its agenda, decisions (by step id), notes, rounds, and the marks that are seen."""

    meeting: Meeting
    items: tuple[Item, ...]
    decisions: Mapping[str, tuple[Decision, ...]]
    notes: tuple[Note, ...]
    rounds: tuple[Round, ...]
    seen: Seen
    reference: Reference

    def decision(self, item: Item, document_id: str | None = None) -> Decision | None:
        """What was decided about a step itself, or about a document of it."""
        own = self.decisions.get(item.step.id, ())
        return next((one for one in own if one.document_id == document_id), None)

    def on_documents(self, item: Item) -> tuple[Decision, ...]:
        """What was decided about documents of a step."""
        own = self.decisions.get(item.step.id, ())
        return tuple(one for one in own if one.document_id is not None)

    def notes_on(self, item: Item) -> tuple[Note, ...]:
        """The notes about a step."""
        return tuple(note for note in self.notes if note.step_id == item.step.id)

    def votes(self, item: Item, document_id: str | None = None) -> Votes:
        """What the delegations marked on a step, or a document of it, as far as it is seen."""
        hidden = self.seen.hidden.get(item.step.id, ())
        delegations = self.meeting.delegations
        return votes(item.step.id, self.seen.marks, delegations, hidden, document_id=document_id)

    def round_of(self, item: Item) -> Round | None:
        """The round in which the step stands: one that is still blind, else the last one."""
        own = [one for one in self.rounds if one.takes_in(item.full.procedure.id)]
        blind = [one for one in own if one.state is RoundState.BLIND]
        fitting = blind or own
        return fitting[-1] if fitting else None

    def place_of(self, step_id: str | None) -> int | None:
        """Where a step stands on the agenda."""
        return next((at for at, item in enumerate(self.items) if item.step.id == step_id), None)

    @property
    def going_on(self) -> int:
        """Where a meeting goes on: the open step after the one decided last, else the first open one."""
        every = [one for own in self.decisions.values() for one in own]
        last = max(every, key=lambda one: (one.at, one.id), default=None)
        place = self.place_of(last.step_id) if last is not None else None
        return self.next_open(-1 if place is None else place) or 0

    def next_open(self, after: int) -> int | None:
        """The next step that is not decided, from the beginning again after the last; None where all are."""
        count = len(self.items)
        around = ((after + 1 + at) % count for at in range(count))
        return next((at for at in around if self.decision(self.items[at]) is None), None)

    @property
    def decided(self) -> int:
        """How many steps are decided."""
        return sum(self.decision(item) is not None for item in self.items)


def read_sitting(catalogue: Catalogue, meeting_id: str, seen: Seen) -> Sitting | None:
    """A meeting as it stands now; None where there is none of that id any more."""
    meeting = next((one for one in catalogue.meetings() if one.id == meeting_id), None)
    if meeting is None:
        return None
    procedures = {full.procedure.id: full for full in catalogue.full_procedures(ids=meeting.procedures)}
    return Sitting(
        meeting,
        agenda(meeting, procedures),
        by_step(catalogue.decisions(meeting_id=meeting_id)),
        catalogue.notes(meeting_id),
        catalogue.rounds(),
        seen,
        catalogue.reference(),
    )


def documents_of(item: Item) -> tuple[str, ...]:
    """The documents (ids) that a step takes, shows or issues, each once, in their order."""
    return tuple(dict.fromkeys(use.document_id for use in item.full.uses.get(item.step.id, ())))


class Peers:
    """The procedures with which those of a meeting are compared, one a country, read when first asked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._read: dict[tuple[Regime, Mode], tuple[FullProcedure, ...]] = {}

    def forget(self) -> None:
        """Read anew the next time."""
        self._read.clear()

    def of(self, full: FullProcedure) -> Sequence[FullProcedure]:
        """The procedure of each country of one regime and mode; of the own country it is `full`."""
        own = full.procedure
        kind = own.regime, own.mode
        if kind not in self._read:
            rows = self._catalogue.procedures()
            steps = {row.procedure.id: row.steps for row in rows}
            best = choose([row.procedure for row in rows], *kind, steps=steps)
            ids = [one.id for one in best.values()]
            self._read[kind] = self._catalogue.full_procedures(ids=ids)
        others = [one for one in self._read[kind] if one.procedure.country != own.country]
        return (full, *others)
