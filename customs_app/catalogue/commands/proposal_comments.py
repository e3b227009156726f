"""Commands about what is said about a proposal and its measures."""

from dataclasses import dataclass

from customs_app.catalogue.commands.command import found, own
from customs_app.catalogue.commands.measures import about, named
from customs_app.catalogue.csv_rows import Cell, Row
from customs_app.catalogue.ids import stamp
from customs_app.catalogue.tables import Column, Table
from customs_app.catalogue.values import checked
from customs_app.catalogue.writer import Writer
from customs_app.domain.errors import InputError
from customs_app.domain.text import Message

_COMMENT = Table("proposal_comment", "comments", ("id",), (Column("text", required=True),))


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
            "text": _text(writer, self.text),
            "reviewer": writer.who.name,
            "delegation": writer.who.delegation,
            "at": writer.at,
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
        row = _own_comment(writer, self.comment_id)
        text = _text(writer, self.text)
        if text != row["text"]:
            writer.update("proposal_comment", [self.comment_id], {"text": text, "at": writer.at})


@dataclass(frozen=True, slots=True)
class RemoveProposalComment:
    """Take one's own comment back."""

    comment_id: str

    def label(self, writer: Writer) -> Message:
        """Say on which proposal."""
        return _of(writer, self.comment_id, Message("Take back a comment on proposal “{proposal}”"))

    def apply(self, writer: Writer) -> None:
        """Delete the comment."""
        _own_comment(writer, self.comment_id)
        writer.delete("proposal_comment", [self.comment_id])


def _text(writer: Writer, text: str) -> Cell:
    return checked(_COMMENT, {"text": text}, writer.exists)["text"]


def _of(writer: Writer, comment_id: str, said: Message) -> Message:
    return about(writer, str(found(writer, "proposal_comment", comment_id)["proposal_id"]), said)


def _own_comment(writer: Writer, comment_id: str) -> Row:
    """The comment; InputError where another has said it: nobody speaks for another."""
    row = found(writer, "proposal_comment", comment_id)
    if not own(writer, row):
        raise InputError(
            Message(
                "This comment is that of {reviewer} ({delegation}), who alone can change it.",
                {"reviewer": str(row["reviewer"]), "delegation": str(row["delegation"])},
            )
        )
    return row
