"""Commands about what is said about a proposal and its measures."""

from dataclasses import dataclass

from customs_app.catalogue.commands.command import found
from customs_app.catalogue.commands.measures import about, named
from customs_app.catalogue.commands.own_comment import reword, said, take_back
from customs_app.catalogue.csv_rows import Row
from customs_app.catalogue.ids import stamp
from customs_app.catalogue.writer import Writer
from customs_app.domain.text import Message


@dataclass(frozen=True, slots=True)
class CommentProposal:
    """Say something about a measure (its key), or about the whole proposal."""

    proposal_id: str
    text: str
    measure: str = ""

    def label(self, writer: Writer) -> Message:
        """Say on which proposal."""
        return about(writer, self.proposal_id, Message("Comment on proposal “{proposal}”"))

    def apply(self, writer: Writer) -> None:
        """Write the comment."""
        named(writer, self.proposal_id, self.measure, whole=True)
        writer.new_id = f"C-{stamp()}"
        row: Row = {
            "id": writer.new_id,
            "proposal_id": self.proposal_id,
            "measure": self.measure,
            **said(writer, "proposal_comment", self.text),
        }
        writer.insert("proposal_comment", row)


@dataclass(frozen=True, slots=True)
class EditProposalComment:
    """Word one's own comment anew; it bears the time of its last wording."""

    comment_id: str
    text: str

    def label(self, writer: Writer) -> Message:
        """Say on which proposal."""
        return _of(writer, self.comment_id, Message("Edit a comment on proposal “{proposal}”"))

    def apply(self, writer: Writer) -> None:
        """Write the new words."""
        reword(writer, "proposal_comment", self.comment_id, self.text)


@dataclass(frozen=True, slots=True)
class RemoveProposalComment:
    """Take one's own comment back."""

    comment_id: str

    def label(self, writer: Writer) -> Message:
        """Say on which proposal."""
        return _of(writer, self.comment_id, Message("Take back a comment on proposal “{proposal}”"))

    def apply(self, writer: Writer) -> None:
        """Delete the comment."""
        take_back(writer, "proposal_comment", self.comment_id)


def _of(writer: Writer, comment_id: str, label: Message) -> Message:
    return about(writer, str(found(writer, "proposal_comment", comment_id)["proposal_id"]), label)
