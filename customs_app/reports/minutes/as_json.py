"""The minutes for programs."""

from typing import Any

from customs_app.domain.meeting import Decision, Note
from customs_app.domain.review import Reviewer
from customs_app.reports.minutes.content import Minuted, Minutes


def minutes_json(minutes: Minutes) -> dict[str, Any]:
    """The minutes as plain values; times are UTC (ISO 8601), ids those of the catalogue, unknown is null."""
    meeting = minutes.meeting
    return {
        "meeting": {
            "id": meeting.id,
            "title": meeting.title,
            "started_at": meeting.started_at,
            "ended_at": meeting.ended_at,
            "chair": _who(meeting.chair),
            "delegations": list(meeting.delegations),
            "procedures": list(meeting.procedures),
        },
        "edition": {"sha256": minutes.edition.sha256, "date": minutes.edition.date},
        "agenda": [line.item.step.id for line in minutes.lines],
        "decisions": [_decision(line, decision) for line, decision in minutes.said()],
        "by_verdict": {
            verdict: [line.item.step.id for line in lines] for verdict, lines in minutes.by_verdict.items()
        },
        "notes": [
            *(_note(note) for line in minutes.lines for note in line.notes),
            *(_note(note) for note in minutes.notes),
        ],
        "open": [line.item.step.id for line in minutes.open_points],
        "rounds_opened": [
            {"number": one.number, "at": one.opened_at, "by": _who(one.opened_by)} for one in minutes.rounds
        ],
    }


def _decision(line: Minuted, decision: Decision) -> dict[str, Any]:
    return {
        "id": decision.id,
        "step": decision.step_id,
        "number": line.item.step.seq,
        "procedure": line.item.full.procedure.id,
        "document": decision.document_id,
        "verdict": decision.verdict,
        "reason": decision.reason,
        "article": decision.article,
        "merge_into": decision.merge_into,
        "votes": None if decision.votes is None else dict(decision.votes),
        "dissents": [
            {"delegation": one.delegation, "position": one.position, "reason": one.reason}
            for one in decision.dissents
        ],
        "by": _who(decision.reviewer),
        "taken_up_at": decision.taken_up_at,
        "at": decision.at,
        "stale": list(decision.stale),
    }


def _note(note: Note) -> dict[str, Any]:
    return {"step": note.step_id, "text": note.text, "by": _who(note.reviewer), "at": note.at}


def _who(who: Reviewer | None) -> dict[str, str] | None:
    return None if who is None else {"name": who.name, "delegation": who.delegation}
