"""Commands about proposals for the meeting."""

from dataclasses import dataclass

from customs_app.catalogue.commands.command import found
from customs_app.catalogue.ids import stamp
from customs_app.catalogue.step_lists import joined
from customs_app.catalogue.tables import Column, Table
from customs_app.catalogue.values import checked
from customs_app.catalogue.writer import Writer
from customs_app.domain.codes import CaseKind, Mode, Regime
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


@dataclass(frozen=True, slots=True)
class SaveProposal:
    """Save a proposal: a new one where its id is empty, else over the one that has its id."""

    proposal: Proposal

    def label(self, _writer: Writer) -> Message:
        """Say which proposal is saved."""
        return Message("Save proposal “{proposal}”", {"proposal": self.proposal.title})

    def apply(self, writer: Writer) -> None:
        """Write the proposal; its time is that of now, and a delegation not given is that of the user."""
        given = {column.name: getattr(self.proposal, column.name) for column in _PROPOSAL.columns}
        given["procedures"] = joined(self.proposal.procedures)
        given["delegation"] = self.proposal.delegation or writer.who.delegation
        row = checked(_PROPOSAL, given, writer.exists)
        row["procedures"] = row["procedures"] or ""
        row["delegation"] = row["delegation"] or ""
        writer.new_id = self.proposal.id or f"P-{stamp()}"
        earlier = writer.get("proposal", writer.new_id)
        if earlier is None:
            writer.insert("proposal", {"id": writer.new_id, **row, "at": writer.at})
        elif any(earlier[name] != value for name, value in row.items()):
            writer.update("proposal", [writer.new_id], {**row, "at": writer.at})


@dataclass(frozen=True, slots=True)
class DeleteProposal:
    """Delete a proposal; the marks on which it rests stay."""

    proposal_id: str

    def label(self, writer: Writer) -> Message:
        """Say which proposal goes."""
        proposal = found(writer, "proposal", self.proposal_id)
        return Message("Delete proposal “{proposal}”", {"proposal": str(proposal["title"])})

    def apply(self, writer: Writer) -> None:
        """Take the proposal away."""
        writer.delete("proposal", [self.proposal_id])
