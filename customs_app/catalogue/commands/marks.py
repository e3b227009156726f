"""Commands about what reviewers decide."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from customs_app.catalogue.commands.command import found, title
from customs_app.catalogue.csv_rows import Cell, Row
from customs_app.catalogue.ids import stamp
from customs_app.catalogue.tables import Column, Table
from customs_app.catalogue.values import checked, refuse
from customs_app.catalogue.writer import Writer
from customs_app.domain.codes import Verdict
from customs_app.domain.errors import InputError, Problem
from customs_app.domain.text import Message

_MARK = Table(
    "mark",
    "marks",
    ("id",),
    (
        Column("step_id", required=True, refers_to="step"),
        Column("document_id", refers_to="document"),
        Column("verdict", required=True, codes=Verdict),
        Column("reason"),
        Column("article"),
        Column("merge_into", refers_to="step"),
        Column("finding"),
    ),
)


@dataclass(frozen=True, slots=True)
class SetMark:
    """Decide about a step, or a document of it, as it stands now; one's own earlier mark on it gives way."""

    step_id: str
    verdict: Verdict
    reason: str
    document_id: str | None = None
    article: str | None = None
    merge_into: str | None = None
    finding: str | None = None

    def label(self, writer: Writer) -> Message:
        """Say what is marked."""
        return _label(writer, self.step_id, self.document_id)

    def apply(self, writer: Writer) -> None:
        """Write the mark with what it speaks of."""
        row = self._checked(writer)
        target: Mapping[str, Cell] = {
            "step_id": self.step_id,
            "document_id": self.document_id,
            "reviewer": writer.who.name,
            "delegation": writer.who.delegation,
        }
        earlier = writer.rows("mark", **target)
        rest = {**row, "at": writer.at, "as_stood": _as_json(writer, self.step_id, self.document_id)}
        if earlier:
            writer.new_id = str(earlier[0]["id"])
            writer.update("mark", [writer.new_id], rest)
        else:
            writer.new_id = f"M-{stamp()}"
            writer.insert("mark", {"id": writer.new_id, **target, **rest})

    def _checked(self, writer: Writer) -> Row:
        given = {column.name: getattr(self, column.name) for column in _MARK.columns}
        row = checked(_MARK, given, writer.exists)
        row["reason"] = row["reason"] or ""  # a verdict may stand without a reason, such as "keep"
        uses = writer.rows("step_document", step_id=self.step_id, document_id=self.document_id)
        problems = []
        if self.document_id is not None and not uses:
            problems.append(Problem("marks", None, "document_id", Message("a document of the step")))
        if self.merge_into == self.step_id:
            problems.append(Problem("marks", None, "merge_into", Message("another step than the one marked")))
        refuse(problems)
        return row


def _as_json(writer: Writer, step_id: str, document_id: str | None) -> str:
    return json.dumps(writer.standing(step_id, document_id), ensure_ascii=False, sort_keys=True)


def _label(writer: Writer, step_id: str, document_id: str | None) -> Message:
    step = title(found(writer, "step", step_id))
    if document_id is None:
        return Message("Mark step “{step}”", {"step": step})
    document = title(found(writer, "document", document_id))
    return Message("Mark document “{document}” of step “{step}”", {"document": document, "step": step})


def _own_mark(writer: Writer, mark_id: str) -> Row:
    """The mark; InputError where another reviewer has made it: nobody speaks for another."""
    row = found(writer, "mark", mark_id)
    if (row["reviewer"], row["delegation"]) != (writer.who.name, writer.who.delegation):
        raise InputError(
            Message(
                "This mark is that of {reviewer} ({delegation}), who alone can change it.",
                {"reviewer": str(row["reviewer"]), "delegation": str(row["delegation"])},
            )
        )
    return row


def _document(row: Row) -> str | None:
    return None if row["document_id"] is None else str(row["document_id"])


@dataclass(frozen=True, slots=True)
class RemoveMark:
    """Take one's own mark back."""

    mark_id: str

    def label(self, writer: Writer) -> Message:
        """Say which mark goes."""
        step = found(writer, "step", str(found(writer, "mark", self.mark_id)["step_id"]))
        return Message("Take back the mark on step “{step}”", {"step": title(step)})

    def apply(self, writer: Writer) -> None:
        """Delete the mark."""
        _own_mark(writer, self.mark_id)
        writer.delete("mark", [self.mark_id])


@dataclass(frozen=True, slots=True)
class ConfirmMark:
    """Say that one's own mark holds for its step or document as it stands now: it is no longer stale."""

    mark_id: str

    def label(self, writer: Writer) -> Message:
        """Say which mark is confirmed."""
        step = found(writer, "step", str(found(writer, "mark", self.mark_id)["step_id"]))
        return Message("Confirm the mark on step “{step}”", {"step": title(step)})

    def apply(self, writer: Writer) -> None:
        """Remember the target as it stands now."""
        row = _own_mark(writer, self.mark_id)
        stands = _as_json(writer, str(row["step_id"]), _document(row))
        if stands != row["as_stood"]:
            writer.update("mark", [self.mark_id], {"as_stood": stands, "at": writer.at})
