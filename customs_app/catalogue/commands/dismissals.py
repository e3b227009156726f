"""Commands by which a reviewer says that a finding is none."""

from dataclasses import dataclass

from customs_app.catalogue.commands.command import found, own, title
from customs_app.catalogue.csv_rows import Row
from customs_app.catalogue.ids import stamp
from customs_app.catalogue.tables import Column, Table
from customs_app.catalogue.values import checked
from customs_app.catalogue.writer import Writer
from customs_app.domain.errors import InputError
from customs_app.domain.text import Message

_DISMISSAL = Table(
    "dismissal",
    "dismissals",
    ("id",),
    (
        Column("finding", required=True),
        Column("procedure_id", required=True, refers_to="procedure"),
        Column("reason", required=True),
        Column("as_stood", required=True),
    ),
)


@dataclass(frozen=True, slots=True)
class DismissFinding:
    """Say, with a reason, that a finding (its key) about a procedure is none.

    `as_stood` is the digest of its evidence. One's own earlier dismissal of the finding gives way.
    """

    finding_key: str
    procedure_id: str
    reason: str
    as_stood: str

    def label(self, writer: Writer) -> Message:
        """Say in which procedure."""
        procedure = title(found(writer, "procedure", self.procedure_id))
        return Message("Dismiss a finding about “{procedure}”", {"procedure": procedure})

    def apply(self, writer: Writer) -> None:
        """Write the dismissal."""
        given = {
            "finding": self.finding_key,
            "procedure_id": self.procedure_id,
            "reason": self.reason,
            "as_stood": self.as_stood,
        }
        row = checked(_DISMISSAL, given, writer.exists)
        who: Row = {"reviewer": writer.who.name, "delegation": writer.who.delegation}
        target = {"finding": row["finding"], "procedure_id": row["procedure_id"], **who}
        earlier = writer.rows("dismissal", **target)
        rest = {"reason": row["reason"], "as_stood": row["as_stood"], "at": writer.at}
        if earlier:
            writer.new_id = str(earlier[0]["id"])
            writer.update("dismissal", [writer.new_id], rest)
        else:
            writer.new_id = f"X-{stamp()}"
            writer.insert("dismissal", {"id": writer.new_id, **target, **rest})


@dataclass(frozen=True, slots=True)
class TakeBackDismissal:
    """Take one's own dismissal back: the finding is one again."""

    dismissal_id: str

    def label(self, writer: Writer) -> Message:
        """Say in which procedure."""
        row = found(writer, "dismissal", self.dismissal_id)
        procedure = title(found(writer, "procedure", str(row["procedure_id"])))
        return Message("Take back the dismissal of a finding about “{procedure}”", {"procedure": procedure})

    def apply(self, writer: Writer) -> None:
        """Delete the dismissal; InputError where it is another's."""
        row = found(writer, "dismissal", self.dismissal_id)
        if not own(writer, row):
            raise InputError(
                Message(
                    "This finding was dismissed by {reviewer} ({delegation}), who alone can take that back.",
                    {"reviewer": str(row["reviewer"]), "delegation": str(row["delegation"])},
                )
            )
        writer.delete("dismissal", [self.dismissal_id])
