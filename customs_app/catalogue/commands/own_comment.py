"""What comments under a mark and comments on a proposal have in common."""

from customs_app.catalogue.commands.command import found, own
from customs_app.catalogue.csv_rows import Cell, Row
from customs_app.catalogue.tables import Column, Table
from customs_app.catalogue.values import checked
from customs_app.catalogue.writer import Writer
from customs_app.domain.errors import InputError
from customs_app.domain.text import Message

_TEXT = (Column("text", required=True),)


def said(writer: Writer, table: str, text: str) -> dict[str, Cell]:
    """The columns of a comment that tell its words, who says them, and when."""
    return {
        "text": _checked(writer, table, text),
        "reviewer": writer.who.name,
        "delegation": writer.who.delegation,
        "at": writer.at,
    }


def reword(writer: Writer, table: str, comment_id: str, text: str) -> None:
    """Give one's own comment other words, and the time of them; the same words change nothing."""
    row = _own(writer, table, comment_id)
    new = _checked(writer, table, text)
    if new != row["text"]:
        writer.update(table, [comment_id], {"text": new, "at": writer.at})


def take_back(writer: Writer, table: str, comment_id: str) -> None:
    """Delete one's own comment."""
    _own(writer, table, comment_id)
    writer.delete(table, [comment_id])


def _own(writer: Writer, table: str, comment_id: str) -> Row:
    """The comment; InputError where another has said it: nobody speaks for another."""
    row = found(writer, table, comment_id)
    if not own(writer, row):
        raise InputError(
            Message(
                "This comment is that of {reviewer} ({delegation}), who alone can change it.",
                {"reviewer": str(row["reviewer"]), "delegation": str(row["delegation"])},
            )
        )
    return row


def _checked(writer: Writer, table: str, text: str) -> Cell:
    return checked(Table(table, "comments", ("id",), _TEXT), {"text": text}, writer.exists)["text"]
