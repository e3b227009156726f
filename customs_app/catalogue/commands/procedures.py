"""Commands about whole procedures."""

from collections.abc import Mapping
from dataclasses import dataclass

from customs_app.catalogue.commands.command import found, title
from customs_app.catalogue.csv_rows import Cell
from customs_app.catalogue.ids import stamp
from customs_app.catalogue.tables import PROCEDURE
from customs_app.catalogue.values import checked
from customs_app.catalogue.writer import Writer
from customs_app.domain.text import Message


@dataclass(frozen=True, slots=True)
class AddProcedure:
    """Add a procedure without steps to a country (ISO 3166 alpha-2).

    `values` are columns of procedures.csv; regime, mode and title_en must be given.
    """

    country: str
    values: Mapping[str, Cell]

    def label(self, writer: Writer) -> Message:
        """Say what the new procedure is called, and where it stands."""
        country = title(found(writer, "country", self.country))
        procedure = str(self.values.get("title_en") or "")
        return Message(
            "Add procedure “{procedure}” to {country}", {"procedure": procedure, "country": country}
        )

    def apply(self, writer: Writer) -> None:
        """Write the procedure under a new id."""
        needed = {
            column.name: None for column in PROCEDURE.columns if column.required and column.name != "id"
        }
        row = checked(PROCEDURE, {**needed, **self.values}, writer.exists, frozenset({"id"}))
        writer.new_id = f"{self.country}-P-{row['regime']}-{row['mode']}-{stamp()}"
        writer.insert("procedure", {"country": self.country, "id": writer.new_id, **row})


@dataclass(frozen=True, slots=True)
class EditProcedure:
    """Set columns of a procedure, named as in procedures.csv."""

    procedure_id: str
    values: Mapping[str, Cell]

    def label(self, writer: Writer) -> Message:
        """Say which procedure is edited."""
        procedure = title(found(writer, "procedure", self.procedure_id))
        return Message("Edit procedure “{procedure}”", {"procedure": procedure})

    def apply(self, writer: Writer) -> None:
        """Write the values; InputError names each column that cannot take its own."""
        found(writer, "procedure", self.procedure_id)
        values = checked(PROCEDURE, self.values, writer.exists, frozenset({"id"}))
        writer.update("procedure", [self.procedure_id], values)
