"""What delegations do together: a round of marks, a meeting, and what it decides."""

from collections.abc import Mapping

from customs_app.domain.codes import Position, RoundState, Verdict
from customs_app.domain.record import record
from customs_app.domain.review import Reviewer


@record(frozen=True, slots=True)
class Round:
    """A round of review: as long as it is blind nobody sees what others mark in it.

    `number` counts from 1. `procedures` holds ids; empty is every procedure. Times are UTC, ISO 8601;
    `opened_at` and `opened_by` are None as long as the round is blind.
    """

    id: str
    number: int
    procedures: tuple[str, ...]
    state: RoundState
    started_by: Reviewer
    started_at: str
    opened_by: Reviewer | None = None
    opened_at: str | None = None

    def takes_in(self, procedure_id: str) -> bool:
        """Whether marks on the procedure belong to the round."""
        return not self.procedures or procedure_id in self.procedures


@record(frozen=True, slots=True)
class Comment:
    """What somebody says under a mark; `at` is UTC, ISO 8601."""

    id: str
    mark_id: str
    text: str
    reviewer: Reviewer
    at: str


@record(frozen=True, slots=True)
class Dismissal:
    """One reviewer's word that a finding (its key) is none, with the reason.

    `as_stood` is the digest of the finding's evidence when it was dismissed: the dismissal holds as long
    as the evidence has the same digest.
    """

    id: str
    finding: str
    procedure_id: str
    reason: str
    reviewer: Reviewer
    at: str
    as_stood: str


@record(frozen=True, slots=True)
class Meeting:
    """A meeting over the steps of some procedures (ids); `delegations` are those that take part.

    `chair` writes for the meeting. `ended_at` is None as long as it goes on. Times are UTC, ISO 8601.
    """

    id: str
    title: str
    procedures: tuple[str, ...]
    delegations: tuple[str, ...]
    chair: Reviewer
    started_at: str
    ended_at: str | None = None
    steps: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class Dissent:
    """A delegation that does not go along with a decision, or only with a reservation, and why."""

    id: str
    decision_id: str
    delegation: str
    position: Position
    reason: str


@record(frozen=True, slots=True)
class Decision:
    """What a meeting decides about a step, or a document of it; it outranks single marks.

    `votes` are the verdicts that delegations had marked when it was decided (delegation -> verdict).
    `taken_up_at` is when the step came up, `at` when it was decided: UTC, ISO 8601. `as_stood`,
    `stale` and `stands` are as those of a mark.
    """

    id: str
    meeting_id: str
    step_id: str
    verdict: Verdict
    reason: str
    reviewer: Reviewer
    at: str
    taken_up_at: str
    document_id: str | None = None
    article: str | None = None
    merge_into: str | None = None
    votes: Mapping[str, Verdict] | None = None
    dissents: tuple[Dissent, ...] = ()
    as_stood: Mapping[str, str] | None = None
    stale: tuple[str, ...] = ()
    stands: Mapping[str, str] | None = None


@record(frozen=True, slots=True)
class Note:
    """A line that somebody writes into the minutes, about a step or about none."""

    id: str
    meeting_id: str
    step_id: str | None
    text: str
    reviewer: Reviewer
    at: str
