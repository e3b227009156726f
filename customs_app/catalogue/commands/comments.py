"""Commands about what is said under a mark."""

from dataclasses import dataclass

from customs_app.catalogue.commands.command import found, own
from customs_app.catalogue.commands.own_comment import reword, said, take_back
from customs_app.catalogue.commands.rounds import refuse_blind
from customs_app.catalogue.commands.verdicts import step_title
from customs_app.catalogue.csv_rows import Cell
from customs_app.catalogue.ids import stamp
from customs_app.catalogue.writer import Writer
from customs_app.domain.text import Message, Text


@dataclass(frozen=True, slots=True)
class AddComment:
    """Say something under a mark; InputError where a blind round hides the mark from who says it."""

    mark_id: str
    text: str

    def label(self, writer: Writer) -> Message:
        """Say where it is said."""
        step = step_title(writer, found(writer, "mark", self.mark_id))
        return Message("Comment on the mark on step “{step}”", {"step": step})

    def apply(self, writer: Writer) -> None:
        """Write the comment."""
        mark = found(writer, "mark", self.mark_id)
        if not own(writer, mark):
            refuse_blind(writer, str(mark["step_id"]))
        writer.new_id = f"C-{stamp()}"
        row: dict[str, Cell] = {
            "id": writer.new_id,
            "mark_id": self.mark_id,
            **said(writer, "comment", self.text),
        }
        writer.insert("comment", row)


@dataclass(frozen=True, slots=True)
class EditComment:
    """Word one's own comment anew; it bears the time of its last wording."""

    comment_id: str
    text: str

    def label(self, writer: Writer) -> Message:
        """Say which comment changes."""
        step = _step(writer, self.comment_id)
        return Message("Edit the comment on the mark on step “{step}”", {"step": step})

    def apply(self, writer: Writer) -> None:
        """Write the new words."""
        reword(writer, "comment", self.comment_id, self.text)


@dataclass(frozen=True, slots=True)
class RemoveComment:
    """Take one's own comment back."""

    comment_id: str

    def label(self, writer: Writer) -> Message:
        """Say which comment goes."""
        step = _step(writer, self.comment_id)
        return Message("Take back the comment on the mark on step “{step}”", {"step": step})

    def apply(self, writer: Writer) -> None:
        """Delete the comment."""
        take_back(writer, "comment", self.comment_id)


def _step(writer: Writer, comment_id: str) -> Text:
    comment = found(writer, "comment", comment_id)
    return step_title(writer, found(writer, "mark", str(comment["mark_id"])))
