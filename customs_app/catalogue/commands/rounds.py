"""Commands about rounds of review, in which nobody sees the marks of others until the round is opened."""

from dataclasses import dataclass

from customs_app.catalogue.commands.command import found
from customs_app.catalogue.csv_rows import Row
from customs_app.catalogue.domain_rows import parts
from customs_app.catalogue.ids import stamp
from customs_app.catalogue.step_lists import joined
from customs_app.catalogue.tables import Column, Table
from customs_app.catalogue.values import checked
from customs_app.catalogue.writer import Writer
from customs_app.domain.codes import RoundState
from customs_app.domain.errors import InputError
from customs_app.domain.text import Message

_ROUND = Table("round", "rounds", ("id",), (Column("procedures", refers_to="procedure", many=True),))


@dataclass(frozen=True, slots=True)
class StartRound:
    """Start a blind round over procedures (ids), over all of them where none is named.

    InputError where another round is still blind for one of them.
    """

    procedures: tuple[str, ...] = ()

    def label(self, writer: Writer) -> Message:
        """Say which round starts."""
        return Message("Start blind round {number}", {"number": _next_number(writer)})

    def apply(self, writer: Writer) -> None:
        """Write the round."""
        row = checked(_ROUND, {"procedures": joined(self.procedures)}, writer.exists)
        wanted = parts(str(row["procedures"] or ""))
        for other in blind_rounds(writer):
            others = parts(str(other["procedures"]))
            if not wanted or not others or set(wanted) & set(others):
                raise InputError(
                    Message(
                        "Round {number} is still blind for procedures of this one. Open it first.",
                        {"number": _number(other)},
                    )
                )
        writer.new_id = f"R-{stamp()}"
        writer.insert(
            "round",
            {
                "id": writer.new_id,
                "number": _next_number(writer),
                "procedures": ";".join(wanted),
                "state": str(RoundState.BLIND),
                "reviewer": writer.who.name,
                "delegation": writer.who.delegation,
                "started_at": writer.at,
            },
        )


@dataclass(frozen=True, slots=True)
class OpenRound:
    """Open a blind round: from then on all see all marks in it; nothing but an undo takes that back."""

    round_id: str

    def label(self, writer: Writer) -> Message:
        """Say which round is opened."""
        row = found(writer, "round", self.round_id)
        return Message("Open round {number}: all marks are seen", {"number": _number(row)})

    def apply(self, writer: Writer) -> None:
        """Write who opens it, and when."""
        row = found(writer, "round", self.round_id)
        if row["state"] != RoundState.BLIND:
            raise InputError(Message("Round {number} has been opened already.", {"number": _number(row)}))
        opened = {
            "state": str(RoundState.OPEN),
            "opened_reviewer": writer.who.name,
            "opened_delegation": writer.who.delegation,
            "opened_at": writer.at,
        }
        writer.update("round", [self.round_id], opened)


def blind_rounds(writer: Writer) -> list[Row]:
    """The rounds that are still blind."""
    return writer.rows("round", state=str(RoundState.BLIND))


def refuse_blind(writer: Writer, step_id: str) -> None:
    """Raise InputError where the step stands in a blind round."""
    procedure_id = found(writer, "step", step_id)["procedure_id"]
    for row in blind_rounds(writer):
        named = parts(str(row["procedures"]))
        if not named or procedure_id in named:
            raise InputError(
                Message(
                    "Round {number} is still blind: marks of others are not seen until it is opened.",
                    {"number": _number(row)},
                )
            )


def _number(row: Row) -> int:
    return int(row["number"] or 0)


def _next_number(writer: Writer) -> int:
    return 1 + max((_number(row) for row in writer.rows("round")), default=0)
