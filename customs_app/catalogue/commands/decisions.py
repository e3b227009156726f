"""Commands about what a meeting decides, and who does not go along."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from customs_app.catalogue.commands.command import found, title
from customs_app.catalogue.commands.hanging import delete_decision, delete_dissents
from customs_app.catalogue.commands.meetings import going_on, refuse_foreign_step
from customs_app.catalogue.commands.rounds import refuse_blind
from customs_app.catalogue.commands.verdicts import COLUMNS, checked_verdict, stands, step_title
from customs_app.catalogue.csv_rows import Row
from customs_app.catalogue.domain_rows import parts
from customs_app.catalogue.ids import stamp
from customs_app.catalogue.tables import Column, Table
from customs_app.catalogue.values import checked, refuse
from customs_app.catalogue.writer import Writer
from customs_app.domain.codes import Position, Verdict
from customs_app.domain.errors import Problem
from customs_app.domain.text import Message

_DECISION = Table("decision", "decisions", ("id",), COLUMNS)
_DISSENT = Table(
    "dissent",
    "dissents",
    ("id",),
    (
        Column("delegation", required=True),
        Column("position", required=True, codes=Position),
        Column("reason"),
    ),
)


@dataclass(frozen=True, slots=True)
class Decide:
    """Decide in a meeting about a step, or a document of it, as it stands now.

    Every verdict but “keep” needs a reason. `votes` are the verdicts that delegations had marked
    (delegation -> verdict), None where they were not opened: InputError where a blind round hides them.
    `taken_up_at` is when the step came up (ISO 8601 with its zone), None for now. An earlier decision of
    the meeting on the same target gives way, and with another verdict its dissents too.
    """

    meeting_id: str
    step_id: str
    verdict: Verdict
    reason: str
    document_id: str | None = None
    article: str | None = None
    merge_into: str | None = None
    votes: Mapping[str, Verdict] | None = None
    taken_up_at: str | None = None

    def label(self, writer: Writer) -> Message:
        """Say what is decided on."""
        step = title(found(writer, "step", self.step_id))
        if self.document_id is None:
            return Message("Decide on step “{step}”", {"step": step})
        document = title(found(writer, "document", self.document_id))
        return Message(
            "Decide on document “{document}” of step “{step}”", {"document": document, "step": step}
        )

    def apply(self, writer: Writer) -> None:
        """Write the decision with what it speaks of."""
        meeting = going_on(writer, self.meeting_id)
        given = {column.name: getattr(self, column.name) for column in COLUMNS}
        row = checked_verdict(writer, _DECISION, given)
        refuse_foreign_step(writer, meeting, self.step_id, _DECISION.file, "step_id")
        refuse(list(self._problems(writer)))
        if self.votes is not None:
            refuse_blind(writer, self.step_id)
        self._write(
            writer,
            {
                **row,
                "votes": None if self.votes is None else json.dumps(self.votes, sort_keys=True),
                "reviewer": writer.who.name,
                "delegation": writer.who.delegation,
                "taken_up_at": writer.at if self.taken_up_at is None else _utc(self.taken_up_at),
                "at": writer.at,
                "as_stood": stands(writer, self.step_id, self.document_id),
            },
        )

    def _problems(self, writer: Writer) -> Iterator[Problem]:
        known = [str(verdict) for verdict in Verdict]
        for delegation, verdict in (self.votes or {}).items():
            if not delegation.strip() or verdict not in known:
                expected = Message("for each delegation one of {codes}", {"codes": tuple(known)})
                yield Problem(_DECISION.file, None, "votes", expected)
        taken_up_at = writer.at if self.taken_up_at is None else _utc(self.taken_up_at)
        if taken_up_at is None or taken_up_at > writer.at:
            expected = Message("a past time with its zone, such as 2026-11-24T09:30:00+00:00")
            yield Problem(_DECISION.file, None, "taken_up_at", expected)

    def _write(self, writer: Writer, row: Row) -> None:
        target = {
            "meeting_id": self.meeting_id,
            "step_id": self.step_id,
            "document_id": self.document_id,
        }
        earlier = writer.rows("decision", **target)
        if not earlier:
            writer.new_id = f"V-{stamp()}"
            writer.insert("decision", {"id": writer.new_id, **target, **row})
            return
        writer.new_id = str(earlier[0]["id"])
        if earlier[0]["verdict"] != row["verdict"]:
            delete_dissents(writer, writer.new_id)
        writer.update("decision", [writer.new_id], row)


def _utc(time: str) -> str | None:
    """A time as the catalogue writes it; None where it is none or has no zone."""
    try:
        read = datetime.fromisoformat(time)
    except ValueError:
        return None
    return None if read.tzinfo is None else read.astimezone(UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class RemoveDecision:
    """Take a decision out of a meeting that goes on, with the dissents from it."""

    decision_id: str

    def label(self, writer: Writer) -> Message:
        """Say which decision goes."""
        step = step_title(writer, found(writer, "decision", self.decision_id))
        return Message("Take back the decision on step “{step}”", {"step": step})

    def apply(self, writer: Writer) -> None:
        """Delete the decision and what hangs on it."""
        going_on(writer, str(found(writer, "decision", self.decision_id)["meeting_id"]))
        delete_decision(writer, self.decision_id)


@dataclass(frozen=True, slots=True)
class SetDissent:
    """Say that a delegation of the meeting does not go along with a decision.

    An earlier word of the delegation on the decision gives way. A reservation, and a position
    against, need a reason; who is for it does not dissent: InputError.
    """

    decision_id: str
    delegation: str
    position: Position
    reason: str

    def label(self, writer: Writer) -> Message:
        """Say from which decision."""
        step = step_title(writer, found(writer, "decision", self.decision_id))
        return Message("Dissent from the decision on step “{step}”", {"step": step})

    def apply(self, writer: Writer) -> None:
        """Write the dissent."""
        decision = found(writer, "decision", self.decision_id)
        meeting = going_on(writer, str(decision["meeting_id"]))
        row = self._checked(writer, parts(str(meeting["delegations"])))
        target = {"decision_id": self.decision_id, "delegation": row["delegation"]}
        earlier = writer.rows("dissent", **target)
        if earlier:
            writer.new_id = str(earlier[0]["id"])
            writer.update("dissent", [writer.new_id], row)
        else:
            writer.new_id = f"S-{stamp()}"
            writer.insert("dissent", {"id": writer.new_id, **target, **row})

    def _checked(self, writer: Writer, delegations: tuple[str, ...]) -> Row:
        given = {"delegation": self.delegation, "position": self.position, "reason": self.reason}
        row = checked(_DISSENT, given, writer.exists)
        problems = []
        if row["delegation"] not in delegations:
            expected = Message("one of {codes}, which take part", {"codes": delegations})
            problems.append(Problem(_DISSENT.file, None, "delegation", expected))
        if row["position"] == Position.FOR:
            expected = Message("another position than “for”: take the dissent back instead")
            problems.append(Problem(_DISSENT.file, None, "position", expected))
        elif row["reason"] is None and row["position"] != Position.CONSIDERING:
            expected = Message("a reason: only “under consideration” needs none")
            problems.append(Problem(_DISSENT.file, None, "reason", expected))
        refuse(problems)
        row["reason"] = row["reason"] or ""
        return row


@dataclass(frozen=True, slots=True)
class RemoveDissent:
    """Take a dissent out of a meeting that goes on: the delegation goes along."""

    dissent_id: str

    def label(self, writer: Writer) -> Message:
        """Say from which decision."""
        dissent = found(writer, "dissent", self.dissent_id)
        step = step_title(writer, found(writer, "decision", str(dissent["decision_id"])))
        return Message("Take back the dissent from the decision on step “{step}”", {"step": step})

    def apply(self, writer: Writer) -> None:
        """Delete the dissent."""
        dissent = found(writer, "dissent", self.dissent_id)
        decision = found(writer, "decision", str(dissent["decision_id"]))
        going_on(writer, str(decision["meeting_id"]))
        writer.delete("dissent", [self.dissent_id])
