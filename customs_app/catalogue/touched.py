"""Which procedures a change of a row touches."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping

from customs_app.catalogue.csv_rows import Row
from customs_app.catalogue.domain_rows import parts

Touched = tuple[str, Row]
"""A table and one of its rows, as it was before a change or after it."""

_UP: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "step": ("procedure", ("procedure_id",)),
    "step_document": ("step", ("step_id",)),
    "mark": ("step", ("step_id",)),
    "decision": ("step", ("step_id",)),
    "note": ("step", ("step_id",)),
    "comment": ("mark", ("mark_id",)),
    "dissent": ("decision", ("decision_id",)),
    "dismissal": ("procedure", ("procedure_id",)),
    "pin": ("step", ("left_step", "right_step")),
}
"""Tables whose rows hang on one of another: that table, and the columns that name it."""


def procedures_touched(connection: sqlite3.Connection, rows: Iterable[Touched]) -> frozenset[str]:
    """The ids of the procedures to which the rows belong, gone or there."""
    rows = list(rows)
    # What hangs on a row that is gone with it is found among what the entry touched.
    gone = {(table, str(row["id"])): row for table, row in rows if "id" in row}
    read = _reader(connection, gone)
    found: set[str] = set()
    for table, row in rows:
        if table in ("round", "meeting"):
            found |= set(parts(str(row["procedures"]))) or _every(connection, table)
        elif table == "procedure" or table in _UP:
            found |= _procedures(table, row, read)
    return frozenset(found)


def _procedures(table: str, row: Row, read: Callable[[str, str], Row | None]) -> set[str]:
    if table == "procedure":
        return {str(row["id"])}
    table, columns = _UP[table]
    names = [str(row[column]) for column in columns if row[column] is not None]
    if table == "procedure":
        return set(names)
    above = (read(table, name) for name in names)
    return {name for row in above if row is not None for name in _procedures(table, row, read)}


def _reader(
    connection: sqlite3.Connection, gone: Mapping[tuple[str, str], Row]
) -> Callable[[str, str], Row | None]:
    def read(table: str, row_id: str) -> Row | None:
        found = connection.execute(f"SELECT * FROM {table} WHERE id = ?", (row_id,)).fetchone()  # noqa: S608 - our own names
        return gone.get((table, row_id)) if found is None else dict(found)

    return read


def _every(connection: sqlite3.Connection, table: str) -> set[str]:
    """Every procedure for a round, which is about all where it names none; none for a meeting."""
    if table != "round":
        return set()
    return {row[0] for row in connection.execute("SELECT id FROM procedure")}
