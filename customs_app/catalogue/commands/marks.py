"""Commands about what reviewers decide."""

from collections.abc import Mapping
from dataclasses import dataclass

from customs_app.catalogue.commands.command import found, own, title
from customs_app.catalogue.commands.hanging import delete_mark
from customs_app.catalogue.commands.verdicts import COLUMNS, checked_verdict, document_of, stands, step_title
from customs_app.catalogue.csv_rows import Cell, Row
from customs_app.catalogue.ids import stamp
from customs_app.catalogue.tables import Column, Table
from customs_app.catalogue.writer import Writer
from customs_app.domain.codes import Verdict
from customs_app.domain.errors import InputError
from customs_app.domain.text import Message

_MARK = Table("mark", "marks", ("id",), (*COLUMNS, Column("finding")))


@dataclass(frozen=True, slots=True)
class SetMark:
    """Decide about a step, or a document of it, as it stands now; one's own earlier mark on it gives way.

    Every verdict but “keep” needs a reason. `finding` is the key of the finding that is its ground: one's
    own word that this finding is none is taken back with it.
    """

    step_id: str
    verdict: Verdict
    reason: str
    document_id: str | None = None
    article: str | None = None
    merge_into: str | None = None
    finding: str | None = None

    def label(self, writer: Writer) -> Message:
        """Say what is marked."""
        step = title(found(writer, "step", self.step_id))
        if self.document_id is None:
            return Message("Mark step “{step}”", {"step": step})
        document = title(found(writer, "document", self.document_id))
        return Message("Mark document “{document}” of step “{step}”", {"document": document, "step": step})

    def apply(self, writer: Writer) -> None:
        """Write the mark with what it speaks of."""
        row = checked_verdict(
            writer, _MARK, {column.name: getattr(self, column.name) for column in _MARK.columns}
        )
        target: Mapping[str, Cell] = {
            "step_id": self.step_id,
            "document_id": self.document_id,
            "reviewer": writer.who.name,
            "delegation": writer.who.delegation,
        }
        earlier = writer.rows("mark", **target)
        rest = {**row, "at": writer.at, "as_stood": stands(writer, self.step_id, self.document_id)}
        if earlier:
            writer.new_id = str(earlier[0]["id"])
            writer.update("mark", [writer.new_id], rest)
        else:
            writer.new_id = f"M-{stamp()}"
            writer.insert("mark", {"id": writer.new_id, **target, **rest})
        if row["finding"] is not None:
            _take_back_dismissals(writer, row["finding"])


def _take_back_dismissals(writer: Writer, finding: Cell) -> None:
    """Whoever gives a verdict on a finding no longer says that it is none."""
    who: Row = {"reviewer": writer.who.name, "delegation": writer.who.delegation}
    for dismissal in writer.rows("dismissal", finding=finding, **who):
        writer.delete("dismissal", [dismissal["id"]])


def _own_mark(writer: Writer, mark_id: str) -> Row:
    """The mark; InputError where another reviewer has made it: nobody speaks for another."""
    row = found(writer, "mark", mark_id)
    if not own(writer, row):
        raise InputError(
            Message(
                "This mark is that of {reviewer} ({delegation}), who alone can change it.",
                {"reviewer": str(row["reviewer"]), "delegation": str(row["delegation"])},
            )
        )
    return row


@dataclass(frozen=True, slots=True)
class RemoveMark:
    """Take one's own mark back, with the comments under it."""

    mark_id: str

    def label(self, writer: Writer) -> Message:
        """Say which mark goes."""
        step = step_title(writer, found(writer, "mark", self.mark_id))
        return Message("Take back the mark on step “{step}”", {"step": step})

    def apply(self, writer: Writer) -> None:
        """Delete the mark and what hangs on it."""
        _own_mark(writer, self.mark_id)
        delete_mark(writer, self.mark_id)


@dataclass(frozen=True, slots=True)
class ConfirmMark:
    """Say that one's own mark holds for its step or document as it stands now: it is no longer stale."""

    mark_id: str

    def label(self, writer: Writer) -> Message:
        """Say which mark is confirmed."""
        step = step_title(writer, found(writer, "mark", self.mark_id))
        return Message("Confirm the mark on step “{step}”", {"step": step})

    def apply(self, writer: Writer) -> None:
        """Remember the target as it stands now."""
        row = _own_mark(writer, self.mark_id)
        now = stands(writer, str(row["step_id"]), document_of(row))
        if now != row["as_stood"]:
            writer.update("mark", [self.mark_id], {"as_stood": now, "at": writer.at})
