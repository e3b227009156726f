"""What every command is: one action of a user, one entry of the journal."""

from typing import Protocol

from customs_app.catalogue.csv_rows import Row
from customs_app.catalogue.writer import Writer
from customs_app.domain.errors import InputError
from customs_app.domain.text import Message, Text


class Command(Protocol):
    """One action of a user."""

    def label(self, writer: Writer, /) -> Message:
        """What the history says about it; asked before `apply`."""

    def apply(self, writer: Writer, /) -> None:
        """Do it; InputError where the catalogue cannot take it."""


def found(writer: Writer, table: str, row_id: str) -> Row:
    """The row with this id; InputError where it is gone, as when another has deleted it."""
    row = writer.get(table, row_id)
    if row is None:
        raise InputError(Message("This row is no longer in the catalogue ({id}).", {"id": row_id}))
    return row


def own(writer: Writer, row: Row) -> bool:
    """Whether who acts has made the row: the same person for the same delegation."""
    return (row["reviewer"], row["delegation"]) == (writer.who.name, writer.who.delegation)


def title(row: Row) -> Text:
    """The title or name of a row of the catalogue."""
    stem = "title" if "title_en" in row else "name"
    english, russian, chinese = (row[f"{stem}_{ending}"] for ending in ("en", "ru", "zh"))
    return Text(str(english), _text(russian), _text(chinese))


def _text(value: object) -> str | None:
    return None if value is None else str(value)
