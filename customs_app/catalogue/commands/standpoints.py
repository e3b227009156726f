"""Commands about where delegations stand on a proposal and its measures."""

from dataclasses import dataclass

from customs_app.catalogue.commands.measures import about, named
from customs_app.catalogue.csv_rows import Row
from customs_app.catalogue.tables import Column, Table
from customs_app.catalogue.values import checked, refuse
from customs_app.catalogue.writer import Writer
from customs_app.domain.codes import Position
from customs_app.domain.errors import Problem
from customs_app.domain.text import Message

_STANDPOINT = Table(
    "proposal_standpoint",
    "proposals",
    ("proposal_id", "measure", "delegation"),
    (
        Column("delegation", required=True),
        Column("position", required=True, codes=Position),
        Column("reason"),
    ),
)
NEED_A_REASON = (Position.RESERVE, Position.AGAINST)
"""Positions that are not taken without one."""


@dataclass(frozen=True, slots=True)
class SetStandpoint:
    """Say where a delegation stands on a measure (its key), or on the whole proposal.

    An earlier word of the delegation on the same gives way. A reservation, and a position against, need a
    reason: InputError.
    """

    proposal_id: str
    delegation: str
    position: Position
    reason: str = ""
    measure: str = ""

    def label(self, writer: Writer) -> Message:
        """Say on which proposal."""
        return about(
            writer,
            self.proposal_id,
            Message("Position of {delegation} on proposal “{proposal}”", {"delegation": self.delegation}),
        )

    def apply(self, writer: Writer) -> None:
        """Write the position, and who has noted it."""
        named(writer, self.proposal_id, self.measure, whole=True)
        given: Row = {"delegation": self.delegation, "position": self.position, "reason": self.reason}
        row = checked(_STANDPOINT, given, writer.exists)
        if row["reason"] is None and row["position"] in NEED_A_REASON:
            expected = Message("a reason: only “for” and “under consideration” need none")
            refuse([Problem(_STANDPOINT.file, None, "reason", expected)])
        row["reason"] = row["reason"] or ""
        key = (self.proposal_id, self.measure, row["delegation"])
        noted: Row = {"reviewer": writer.who.name, "reviewer_delegation": writer.who.delegation}
        earlier = writer.get("proposal_standpoint", *key)
        if earlier is None:
            named_key = dict(zip(_STANDPOINT.key, key, strict=True))
            writer.insert("proposal_standpoint", {**named_key, **row, **noted, "at": writer.at})
        elif any(earlier[name] != value for name, value in row.items()):
            writer.update("proposal_standpoint", key, {**row, **noted, "at": writer.at})


@dataclass(frozen=True, slots=True)
class RemoveStandpoint:
    """Take back where a delegation stands on a measure, or on the whole proposal."""

    proposal_id: str
    delegation: str
    measure: str = ""

    def label(self, writer: Writer) -> Message:
        """Say on which proposal."""
        return about(
            writer,
            self.proposal_id,
            Message(
                "Take back the position of {delegation} on proposal “{proposal}”",
                {"delegation": self.delegation},
            ),
        )

    def apply(self, writer: Writer) -> None:
        """Delete the position; where there is none nothing changes."""
        writer.delete("proposal_standpoint", [self.proposal_id, self.measure, self.delegation])
