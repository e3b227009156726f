"""Commands about proposals for the meeting."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from customs_app.catalogue.commands.command import found
from customs_app.catalogue.csv_rows import Cell, Row
from customs_app.catalogue.ids import stamp
from customs_app.catalogue.step_lists import joined
from customs_app.catalogue.tables import Column, Table
from customs_app.catalogue.triggers import JOURNALLED, PROPOSED
from customs_app.catalogue.values import checked, refuse
from customs_app.catalogue.writer import Writer
from customs_app.domain.codes import CaseKind, Mode, Regime
from customs_app.domain.errors import Problem
from customs_app.domain.proposal import MadeFrom, Proposal, ProposalStatus
from customs_app.domain.text import Message

_PROPOSAL = Table(
    "proposal",
    "proposals",
    ("id",),
    (
        Column("title", required=True),
        Column("status", required=True, codes=ProposalStatus),
        Column("regime", required=True, codes=Regime),
        Column("mode", codes=Mode),
        Column("procedures", refers_to="procedure", many=True),
        Column("case_kind", required=True, codes=CaseKind),
        Column("made_from", required=True, codes=MadeFrom),
        Column("summary"),
        Column("delegation"),
    ),
)
_HEAD = Table(
    "proposal_head",
    "proposals",
    ("proposal_id",),
    (
        Column("number"),
        Column("day"),
        Column("mandate"),
        Column("standards", refers_to="standard", many=True),
        Column("corridor_id", refers_to="corridor"),
    ),
)
_NOT_COPIED = frozenset({"proposal_standpoint", "proposal_comment"})


@dataclass(frozen=True, slots=True)
class SaveProposal:
    """Save a proposal: a new one where its id is empty, else over the one that has its id."""

    proposal: Proposal

    def label(self, _writer: Writer) -> Message:
        """Say which proposal is saved."""
        return Message("Save proposal “{proposal}”", {"proposal": self.proposal.title})

    def apply(self, writer: Writer) -> None:
        """Write the proposal; its time is that of now, and a delegation not given is that of the user."""
        given: Row = {column.name: getattr(self.proposal, column.name) for column in _PROPOSAL.columns}
        given["procedures"] = joined(self.proposal.procedures)
        given["delegation"] = self.proposal.delegation or writer.who.delegation
        row = checked(_PROPOSAL, given, writer.exists)
        row["procedures"] = row["procedures"] or ""
        row["delegation"] = row["delegation"] or ""
        head = self._head(writer)
        writer.new_id = self.proposal.id or f"P-{stamp()}"
        earlier = writer.get("proposal", writer.new_id)
        if earlier is None:
            writer.insert("proposal", {"id": writer.new_id, **row, "at": writer.at})
            _put_head(writer, writer.new_id, head)
        else:
            changed = _put_head(writer, writer.new_id, head)
            if changed or any(earlier[name] != value for name, value in row.items()):
                writer.update("proposal", [writer.new_id], {**row, "at": writer.at})

    def _head(self, writer: Writer) -> Row:
        given: Row = {column.name: getattr(self.proposal, column.name) for column in _HEAD.columns}
        given["standards"] = joined(self.proposal.standards)
        row = checked(_HEAD, given, writer.exists)
        refuse(list(day_problems(_HEAD.file, "day", row["day"])))
        row["standards"] = row["standards"] or ""
        return row


def day_problems(file: str, column: str, day: Cell) -> Iterator[Problem]:
    """Where a cell holds something else than a day (ISO 8601) or nothing."""
    if day is None:
        return
    try:
        right = date.fromisoformat(str(day)).isoformat() == day
    except ValueError:
        right = False
    if not right:
        yield Problem(file, None, column, Message("a day, such as 2026-11-24"))


def _put_head(writer: Writer, proposal_id: str, head: Row) -> bool:
    """Write what the title page says besides; whether it differs from what stood there."""
    earlier = writer.get("proposal_head", proposal_id)
    if not any(head.values()):
        return writer.delete("proposal_head", [proposal_id]) == 1
    if earlier is None:
        writer.insert("proposal_head", {"proposal_id": proposal_id, **head})
        return True
    if all(earlier[name] == value for name, value in head.items()):
        return False
    return writer.update("proposal_head", [proposal_id], head) == 1


@dataclass(frozen=True, slots=True)
class CopyProposal:
    """Make a new proposal of another: a draft of the user's delegation, without number and day.

    What is written about its measures comes along; positions and comments do not, since they were about
    the other one.
    """

    proposal_id: str
    title: str

    def label(self, writer: Writer) -> Message:
        """Say what is copied."""
        proposal = found(writer, "proposal", self.proposal_id)
        return Message("Copy proposal “{proposal}”", {"proposal": str(proposal["title"])})

    def apply(self, writer: Writer) -> None:
        """Write the copy with its parts."""
        proposal = found(writer, "proposal", self.proposal_id)
        title = checked(_PROPOSAL, {"title": self.title}, writer.exists)["title"]
        writer.new_id = f"P-{stamp()}"
        own: Row = {
            "id": writer.new_id,
            "title": title,
            "status": str(ProposalStatus.DRAFT),
            "delegation": writer.who.delegation,
            "at": writer.at,
        }
        writer.insert("proposal", {**proposal, **own})
        for table in PROPOSED:
            if table not in _NOT_COPIED:
                for row in _anew(table, writer.rows(table, proposal_id=self.proposal_id)):
                    writer.insert(table, {**row, "proposal_id": writer.new_id})


def _anew(table: str, rows: list[Row]) -> list[Row]:
    """Rows as a copy has them: without number and day, acts under ids of their own in the same order."""
    if table == "proposal_head":
        return [{**row, "number": None, "day": None} for row in rows]
    if table == "proposal_act":  # which are read by id, and ids of one millisecond come in no order
        ids = sorted(f"A-{stamp()}" for _ in rows)
        in_order = sorted(rows, key=lambda row: str(row["id"]))
        return [{**row, "id": own} for own, row in zip(ids, in_order, strict=True)]
    return rows


@dataclass(frozen=True, slots=True)
class DeleteProposal:
    """Delete a proposal with all that is written about it; the marks on which it rests stay."""

    proposal_id: str

    def label(self, writer: Writer) -> Message:
        """Say which proposal goes."""
        proposal = found(writer, "proposal", self.proposal_id)
        return Message("Delete proposal “{proposal}”", {"proposal": str(proposal["title"])})

    def apply(self, writer: Writer) -> None:
        """Take the proposal away with its parts."""
        for table in PROPOSED:
            for row in writer.rows(table, proposal_id=self.proposal_id):
                writer.delete(table, [row[name] for name in JOURNALLED[table]])
        writer.delete("proposal", [self.proposal_id])
