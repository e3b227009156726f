"""The command by which whole country folders come in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from customs_app.catalogue.commands.command import found, title
from customs_app.catalogue.commands.hanging import (
    delete_agency_contents,
    delete_document_contents,
    delete_procedure_contents,
    delete_source_contents,
    delete_step_contents,
)
from customs_app.catalogue.csv_rows import Cell
from customs_app.catalogue.tables import COUNTRY_TABLES, Table
from customs_app.catalogue.writer import Writer
from customs_app.domain.errors import InputError
from customs_app.domain.text import Message

_CONTENTS: Mapping[str, Callable[[Writer, str], None]] = {
    "procedure": delete_procedure_contents,
    "step": delete_step_contents,
    "document": delete_document_contents,
    "agency": delete_agency_contents,
    "source": delete_source_contents,
}

ImportedRows = Mapping[str, Sequence[Mapping[str, Cell]]]
"""Rows by table; each holds the columns of the table's file."""


@dataclass(frozen=True, slots=True)
class ImportRows:
    """Make countries (ISO 3166 alpha-2) hold just the rows given: others of theirs go.

    With them goes what was said of them: marks, decisions, dismissals, pins, bindings. The rows must have
    been checked: this command looks at nothing but ids that other countries own.
    """

    countries: Mapping[str, ImportedRows]

    def label(self, writer: Writer) -> Message:
        """Say which countries come in."""
        names = tuple(title(found(writer, "country", iso2)) for iso2 in self.countries)
        return Message("Import {countries}", {"countries": names})

    def apply(self, writer: Writer) -> None:
        """Delete, alter and add what differs, row by row."""
        for iso2, rows in self.countries.items():
            for table in reversed(COUNTRY_TABLES):
                _delete_missing(writer, table, iso2, rows.get(table.name, ()))
        for table in COUNTRY_TABLES:
            for iso2, rows in self.countries.items():
                for row in rows.get(table.name, ()):
                    _put(writer, table, {"country": iso2, **row})


def _key(table: Table, row: Mapping[str, Cell]) -> tuple[Cell, ...]:
    return tuple(row[name] for name in table.key)


def _delete_missing(writer: Writer, table: Table, iso2: str, given: Sequence[Mapping[str, Cell]]) -> None:
    kept = {_key(table, row) for row in given}
    for row in writer.rows(table.name, country=iso2):
        key = _key(table, row)
        if key in kept:
            continue
        contents = _CONTENTS.get(table.name)
        if contents is not None:
            contents(writer, str(row["id"]))
        writer.delete(table.name, key)


def _put(writer: Writer, table: Table, row: Mapping[str, Cell]) -> None:
    key = _key(table, row)
    there = writer.get(table.name, *key)
    if there is None:
        writer.insert(table.name, row)
        return
    if there["country"] != row["country"]:
        values: dict[str, Any] = {"id": "|".join(map(str, key)), "country": str(there["country"])}
        raise InputError(Message("The id {id} belongs to {country} already.", values))
    writer.update(table.name, key, {name: value for name, value in row.items() if there[name] != value})
