"""Reading and writing rows inside one entry of the journal."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from customs_app.catalogue.csv_rows import Cell, Row
from customs_app.catalogue.marks import standing
from customs_app.catalogue.triggers import JOURNALLED
from customs_app.domain.review import Reviewer

Key = tuple[Cell, ...]


def now() -> str:
    """The time of now: UTC, ISO 8601, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Writer:
    """What a command may do to the tables while its entry is open; the triggers journal all of it.

    `who` acts, `at` is when (UTC, ISO 8601). A command that makes a row leaves its id in `new_id`.
    """

    def __init__(self, connection: sqlite3.Connection, who: Reviewer) -> None:
        self._connection = connection
        self.who = who
        self.at = now()
        self.new_id: str | None = None

    def get(self, table: str, *key: Cell) -> Row | None:
        """The row with this key; None where there is none."""
        found = self.rows(table, **dict(zip(JOURNALLED[table], key, strict=True)))
        return found[0] if found else None

    def rows(self, table: str, **equal: Cell) -> list[Row]:
        """The rows whose columns hold these values (None: are empty), in the order of writing."""
        _known(table)
        where = " AND ".join(f"{column} IS ?" for column in equal) or "1"
        query = f"SELECT * FROM {table} WHERE {where} ORDER BY rowid"  # noqa: S608 - names of our own tables
        return [dict(row) for row in self._connection.execute(query, list(equal.values()))]

    def insert(self, table: str, row: Mapping[str, Cell]) -> None:
        """Add a row; a column that is not given stays empty."""
        _known(table)
        marks = ", ".join("?" * len(row))
        query = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"  # noqa: S608
        self._connection.execute(query, list(row.values()))

    def update(self, table: str, key: Sequence[Cell], values: Mapping[str, Cell]) -> int:
        """Set columns of the row with this key; how many rows there were of that key, 0 or 1."""
        if not values:
            return 1
        assignments = ", ".join(f"{column} = ?" for column in values)
        query = f"UPDATE {table} SET {assignments} WHERE {_where(table)}"  # noqa: S608
        return self._connection.execute(query, [*values.values(), *key]).rowcount

    def delete(self, table: str, key: Sequence[Cell]) -> int:
        """Remove the row with this key; how many rows there were of that key, 0 or 1."""
        query = f"DELETE FROM {table} WHERE {_where(table)}"  # noqa: S608
        return self._connection.execute(query, list(key)).rowcount

    def exists(self, table: str, row_id: str) -> bool:
        """Whether the table has a row of this id."""
        return self.get(table, row_id) is not None

    def standing(self, step_id: str, document_id: str | None) -> dict[str, str]:
        """A step, or a document at a step, as it stands now: what a mark remembers of it."""
        return standing(self._connection, step_id, document_id)


def _where(table: str) -> str:
    _known(table)
    return " AND ".join(f"{column} = ?" for column in JOURNALLED[table])


def _known(table: str) -> None:
    if table not in JOURNALLED:
        raise KeyError(table)
