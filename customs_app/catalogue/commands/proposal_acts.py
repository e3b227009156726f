"""Commands about laws to amend that officials name for a measure."""

from dataclasses import dataclass

from customs_app.catalogue.commands.command import found
from customs_app.catalogue.commands.measures import about, named
from customs_app.catalogue.csv_rows import Row
from customs_app.catalogue.ids import stamp
from customs_app.catalogue.tables import Column, Table
from customs_app.catalogue.values import checked
from customs_app.catalogue.writer import Writer
from customs_app.domain.dossier import OwnAct
from customs_app.domain.text import Message

_ACT = Table(
    "proposal_act",
    "proposals",
    ("id",),
    (
        Column("country", required=True, refers_to="country"),
        Column("act", required=True),
        Column("change"),
        Column("step_id", refers_to="step"),
        Column("source_id", refers_to="source"),
        Column("locator"),
    ),
)


@dataclass(frozen=True, slots=True)
class AddAct:
    """Name a law to amend for a measure in a country; the id of the act is not looked at."""

    proposal_id: str
    act: OwnAct

    def label(self, writer: Writer) -> Message:
        """Say of which proposal."""
        return about(writer, self.proposal_id, Message("Add a law to amend to proposal “{proposal}”"))

    def apply(self, writer: Writer) -> None:
        """Write the act."""
        named(writer, self.proposal_id, self.act.measure)
        row = _row(writer, self.act)
        writer.new_id = f"A-{stamp()}"
        writer.insert(
            "proposal_act",
            {"id": writer.new_id, "proposal_id": self.proposal_id, "measure": self.act.measure, **row},
        )


@dataclass(frozen=True, slots=True)
class EditAct:
    """Word a named law anew: the one with the id of the act; proposal and measure stay."""

    act: OwnAct

    def label(self, writer: Writer) -> Message:
        """Say of which proposal."""
        return _of(writer, self.act.id, Message("Edit a law to amend of proposal “{proposal}”"))

    def apply(self, writer: Writer) -> None:
        """Write what differs."""
        found(writer, "proposal_act", self.act.id)
        writer.update("proposal_act", [self.act.id], _row(writer, self.act))


@dataclass(frozen=True, slots=True)
class RemoveAct:
    """Take a named law away."""

    act_id: str

    def label(self, writer: Writer) -> Message:
        """Say of which proposal."""
        return _of(writer, self.act_id, Message("Take a law to amend out of proposal “{proposal}”"))

    def apply(self, writer: Writer) -> None:
        """Delete the act."""
        writer.delete("proposal_act", [self.act_id])


def _row(writer: Writer, act: OwnAct) -> Row:
    given: Row = {column.name: getattr(act, column.name) for column in _ACT.columns}
    return checked(_ACT, given, writer.exists)


def _of(writer: Writer, act_id: str, said: Message) -> Message:
    return about(writer, str(found(writer, "proposal_act", act_id)["proposal_id"]), said)
