"""Commands about a meeting and the lines of its minutes."""

from collections.abc import Iterable
from dataclasses import dataclass

from customs_app.catalogue.commands.command import found, own
from customs_app.catalogue.csv_rows import Row
from customs_app.catalogue.domain_rows import parts
from customs_app.catalogue.ids import stamp
from customs_app.catalogue.step_lists import joined
from customs_app.catalogue.tables import Column, Table
from customs_app.catalogue.values import checked, refuse
from customs_app.catalogue.writer import Writer
from customs_app.domain.errors import InputError, Problem
from customs_app.domain.text import Message

_MEETING = Table(
    "meeting",
    "meetings",
    ("id",),
    (
        Column("title", required=True),
        Column("procedures", required=True, refers_to="procedure", many=True),
        Column("delegations", required=True, many=True),
        Column("steps", refers_to="step", many=True),
    ),
)
_NOTE = Table("note", "notes", ("id",), (Column("text", required=True), Column("step_id", refers_to="step")))


@dataclass(frozen=True, slots=True)
class StartMeeting:
    """Start a meeting over procedures (ids); who starts it is the chair, `delegations` take part.

    `steps` (ids) is its agenda in order, empty for all steps of the procedures.
    """

    title: str
    procedures: tuple[str, ...]
    delegations: tuple[str, ...]
    steps: tuple[str, ...] = ()

    def label(self, _writer: Writer) -> Message:
        """Say which meeting starts."""
        return Message("Start the meeting “{meeting}”", {"meeting": self.title.strip()})

    def apply(self, writer: Writer) -> None:
        """Write the meeting."""
        given = {
            "title": self.title,
            "procedures": joined(self.procedures),
            "delegations": joined(_without_signs(self.delegations)),
            "steps": joined(self.steps),
        }
        row = checked(_MEETING, given, writer.exists)
        row["steps"] = row["steps"] or ""
        for step_id in self.steps:
            refuse_foreign_step(writer, row, step_id, _MEETING.file, "steps")
        writer.new_id = f"G-{stamp()}"
        chair: Row = {"reviewer": writer.who.name, "delegation": writer.who.delegation}
        writer.insert("meeting", {"id": writer.new_id, **row, **chair, "started_at": writer.at})


def _without_signs(delegations: Iterable[str]) -> Iterable[str]:
    """The delegations; InputError where one bears the sign that parts them in the catalogue."""
    for delegation in delegations:
        if ";" in delegation:
            expected = Message("names of delegations without a semicolon")
            refuse([Problem(_MEETING.file, None, "delegations", expected)])
        yield delegation


@dataclass(frozen=True, slots=True)
class EndMeeting:
    """End a meeting: its minutes are closed."""

    meeting_id: str

    def label(self, writer: Writer) -> Message:
        """Say which meeting ends."""
        row = found(writer, "meeting", self.meeting_id)
        return Message("End the meeting “{meeting}”", {"meeting": str(row["title"])})

    def apply(self, writer: Writer) -> None:
        """Write when it ended."""
        going_on(writer, self.meeting_id)
        writer.update("meeting", [self.meeting_id], {"ended_at": writer.at})


@dataclass(frozen=True, slots=True)
class AddNote:
    """Write a line into the minutes, about a step of the meeting or about none."""

    meeting_id: str
    text: str
    step_id: str | None = None

    def label(self, writer: Writer) -> Message:
        """Say in which minutes."""
        row = found(writer, "meeting", self.meeting_id)
        return Message("Note in the minutes of “{meeting}”", {"meeting": str(row["title"])})

    def apply(self, writer: Writer) -> None:
        """Write the note."""
        meeting = going_on(writer, self.meeting_id)
        row = checked(_NOTE, {"text": self.text, "step_id": self.step_id}, writer.exists)
        if self.step_id is not None:
            refuse_foreign_step(writer, meeting, self.step_id, _NOTE.file, "step_id")
        writer.new_id = f"N-{stamp()}"
        who: Row = {"reviewer": writer.who.name, "delegation": writer.who.delegation}
        writer.insert(
            "note", {"id": writer.new_id, "meeting_id": self.meeting_id, **row, **who, "at": writer.at}
        )


@dataclass(frozen=True, slots=True)
class RemoveNote:
    """Take a line out of the minutes: one's own, or as the chair of the meeting any."""

    note_id: str

    def label(self, writer: Writer) -> Message:
        """Say from which minutes."""
        meeting = found(writer, "meeting", str(found(writer, "note", self.note_id)["meeting_id"]))
        return Message("Remove a note from the minutes of “{meeting}”", {"meeting": str(meeting["title"])})

    def apply(self, writer: Writer) -> None:
        """Delete the note."""
        row = found(writer, "note", self.note_id)
        meeting = going_on(writer, str(row["meeting_id"]))
        if not own(writer, row) and not own(writer, meeting):
            raise InputError(
                Message(
                    "This note is that of {reviewer} ({delegation}); besides, only the chair can remove it.",
                    {"reviewer": str(row["reviewer"]), "delegation": str(row["delegation"])},
                )
            )
        writer.delete("note", [self.note_id])


def going_on(writer: Writer, meeting_id: str) -> Row:
    """The meeting; InputError where it has ended."""
    row = found(writer, "meeting", meeting_id)
    if row["ended_at"] is not None:
        raise InputError(
            Message(
                "The meeting “{meeting}” has ended: its minutes are closed.", {"meeting": str(row["title"])}
            )
        )
    return row


def refuse_foreign_step(writer: Writer, meeting: Row, step_id: str, file: str, column: str) -> None:
    """Raise InputError where the step is none of the procedures that the meeting is about.

    `file` and `column` are where that is said to be wrong.
    """
    step = found(writer, "step", step_id)
    if step["procedure_id"] not in parts(str(meeting["procedures"])):
        refuse([Problem(file, None, column, Message("only steps of the procedures of the meeting"))])
