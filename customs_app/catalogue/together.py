"""Reading what delegations do together: rounds, comments, dismissals, meetings and what they decide."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping

from customs_app.catalogue.connection import in_portions
from customs_app.catalogue.domain_rows import parts
from customs_app.catalogue.marks import Since, Today, of_procedures
from customs_app.domain.codes import Position, RoundState, Verdict
from customs_app.domain.meeting import Comment, Decision, Dismissal, Dissent, Meeting, Note, Round
from customs_app.domain.review import Reviewer


def reviewer_of(row: sqlite3.Row) -> Reviewer:
    """Who has said what the row holds."""
    return Reviewer(row["reviewer"], row["delegation"])


def read_rounds(connection: sqlite3.Connection) -> tuple[Round, ...]:
    """All rounds by their number."""
    return tuple(
        Round(
            id=row["id"],
            number=row["number"],
            procedures=parts(row["procedures"]),
            state=RoundState(row["state"]),
            started_by=reviewer_of(row),
            started_at=row["started_at"],
            opened_by=None
            if row["opened_at"] is None
            else Reviewer(row["opened_reviewer"], row["opened_delegation"]),
            opened_at=row["opened_at"],
        )
        for row in connection.execute("SELECT * FROM round ORDER BY number, id")
    )


def read_comments(connection: sqlite3.Connection, mark_ids: Collection[str] | None) -> tuple[Comment, ...]:
    """The comments under the marks (None: under all), oldest first."""
    return tuple(
        Comment(row["id"], row["mark_id"], row["text"], reviewer_of(row), row["at"])
        for row in connection.execute("SELECT * FROM comment ORDER BY at, id")
        if mark_ids is None or row["mark_id"] in mark_ids
    )


def read_dismissals(connection: sqlite3.Connection) -> tuple[Dismissal, ...]:
    """All dismissals, oldest first."""
    return tuple(
        Dismissal(
            id=row["id"],
            finding=row["finding"],
            procedure_id=row["procedure_id"],
            reason=row["reason"],
            reviewer=reviewer_of(row),
            at=row["at"],
            as_stood=row["as_stood"],
        )
        for row in connection.execute("SELECT * FROM dismissal ORDER BY at, id")
    )


def read_meetings(connection: sqlite3.Connection) -> tuple[Meeting, ...]:
    """All meetings, oldest first."""
    return tuple(
        Meeting(
            id=row["id"],
            title=row["title"],
            procedures=parts(row["procedures"]),
            delegations=parts(row["delegations"]),
            chair=reviewer_of(row),
            started_at=row["started_at"],
            ended_at=row["ended_at"],
            steps=parts(row["steps"]),
        )
        for row in connection.execute("SELECT * FROM meeting ORDER BY started_at, id")
    )


def read_decisions(
    connection: sqlite3.Connection, procedure_ids: Collection[str] | None, meeting_id: str | None
) -> tuple[Decision, ...]:
    """The decisions on steps of the procedures (None: of all) in one meeting (None: in all), oldest first."""
    dissents = _dissents(connection)
    today = Today(connection)
    where, values = of_procedures("s.procedure_id", procedure_ids)
    if meeting_id is not None:
        where, values = f"{where} AND d.meeting_id = ?", (*values, meeting_id)
    rows = in_portions(
        connection,
        "SELECT d.* FROM decision AS d JOIN step AS s ON s.id = d.step_id"  # noqa: S608 - our own columns
        f" WHERE {where} ORDER BY d.at, d.id",
        values,
    )
    return tuple(_decision(row, today.since(row), dissents.get(row["id"], ())) for row in rows)


def _dissents(connection: sqlite3.Connection) -> Mapping[str, tuple[Dissent, ...]]:
    found: defaultdict[str, tuple[Dissent, ...]] = defaultdict(tuple)
    for row in connection.execute("SELECT * FROM dissent ORDER BY delegation"):
        found[row["decision_id"]] += (
            Dissent(
                row["id"], row["decision_id"], row["delegation"], Position(row["position"]), row["reason"]
            ),
        )
    return found


def _decision(row: sqlite3.Row, since: Since, dissents: tuple[Dissent, ...]) -> Decision:
    votes: dict[str, str] | None = None if row["votes"] is None else json.loads(row["votes"])
    return Decision(
        id=row["id"],
        meeting_id=row["meeting_id"],
        step_id=row["step_id"],
        verdict=Verdict(row["verdict"]),
        reason=row["reason"],
        reviewer=reviewer_of(row),
        at=row["at"],
        taken_up_at=row["taken_up_at"],
        document_id=row["document_id"],
        article=row["article"],
        merge_into=row["merge_into"],
        votes=None
        if votes is None
        else {delegation: Verdict(verdict) for delegation, verdict in votes.items()},
        dissents=dissents,
        as_stood=since.stood,
        stale=since.stale,
        stands=since.stands,
    )


def read_notes(connection: sqlite3.Connection, meeting_id: str) -> tuple[Note, ...]:
    """The notes in the minutes of a meeting, oldest first."""
    return tuple(
        Note(row["id"], row["meeting_id"], row["step_id"], row["text"], reviewer_of(row), row["at"])
        for row in connection.execute(
            "SELECT * FROM note WHERE meeting_id = ? ORDER BY at, id", (meeting_id,)
        )
    )
