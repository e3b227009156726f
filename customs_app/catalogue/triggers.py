"""The triggers that write each change of a row into the journal, and refuse it where no entry is open.

Two kinds, because SQLite before 3.42 lets no trigger that stands in a file make JSON where the file's
schema is not trusted: guards stand in the file and hold for whoever opens it; recorders are temporary
and written anew by each connection before its first change.
"""

import sqlite3
from collections.abc import Iterator, Mapping

from customs_app.catalogue.tables import TABLES

OPINIONS = (
    *("mark", "comment", "dismissal", "round"),
    *("meeting", "decision", "dissent", "note", "proposal"),
)
"""Tables of what reviewers and delegations say; no file of a country folder carries them."""

CORRECTIONS: Mapping[str, tuple[str, ...]] = {"binding": ("corridor_id", "block"), "pin": ("id",)}
"""Tables of what officials correct in the application's own proposals, with the columns of their key."""

PROPOSED: Mapping[str, tuple[str, ...]] = {
    "proposal_head": ("proposal_id",),
    "proposal_measure": ("proposal_id", "measure"),
    "proposal_text": ("proposal_id", "measure", "country", "kind", "language"),
    "proposal_terms": ("proposal_id", "measure", "country"),
    "proposal_act": ("id",),
    "proposal_standpoint": ("proposal_id", "measure", "delegation"),
    "proposal_comment": ("id",),
}
"""Tables of what officials add to a proposal, with the columns of their key; each has a `proposal_id`."""

JOURNALLED: Mapping[str, tuple[str, ...]] = {
    **{table.name: table.key for table in TABLES.values()},
    **dict.fromkeys(OPINIONS, ("id",)),
    **CORRECTIONS,
    **PROPOSED,
}
"""Tables whose changes are journalled, with the columns of their key."""

_ACTIONS = ("INSERT", "UPDATE", "DELETE")
_REFUSED = "nothing changes outside the journal"


def write_guards(connection: sqlite3.Connection) -> None:
    """Write the triggers that refuse a change while no entry of the journal is open.

    A file on its way to the form of this release has not all the tables yet.
    """
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    for table in JOURNALLED.keys() & there:
        for action in _ACTIONS:
            connection.execute(
                f"CREATE TRIGGER guard_{table}_{action.lower()} BEFORE {action} ON {table}"  # noqa: S608 - our own names
                " WHEN (SELECT recording = 1 AND entry_id IS NULL FROM journal_state)"
                f" BEGIN SELECT RAISE(ABORT, '{_REFUSED}'); END"
            )


def drop_guards(connection: sqlite3.Connection) -> None:
    """Take the guards away, so that a migration can change tables and rows."""
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'guard%'"
    ).fetchall():
        connection.execute(f"DROP TRIGGER {name}")


def write_recorders(connection: sqlite3.Connection) -> None:
    """Write the triggers that record changes, where this connection has none yet."""
    if connection.execute("SELECT count(*) FROM sqlite_temp_schema WHERE type = 'trigger'").fetchone()[0]:
        return
    for table, key in JOURNALLED.items():
        columns = connection.execute(f"PRAGMA table_info ({table})").fetchall()
        for statement in _recorders(table, key, {column["name"]: column["type"] for column in columns}):
            connection.execute(statement)


def _recorders(table: str, key: tuple[str, ...], kinds: Mapping[str, str]) -> Iterator[str]:
    old, new = _as_json("old", kinds), _as_json("new", kinds)
    old_key, new_key = _row_key("old", key), _row_key("new", key)
    yield _recorder(table, "INSERT", (new_key, "NULL", new))
    yield _recorder(table, "DELETE", (old_key, old, "NULL"))
    differs = " OR ".join(f"old.{name} IS NOT new.{name}" for name in kinds)
    yield _recorder(table, "UPDATE", (old_key, old, new), f"WHEN {differs}")


def _recorder(table: str, action: str, change: tuple[str, str, str], when: str = "") -> str:
    return (
        f"CREATE TEMP TRIGGER record_{table}_{action.lower()} AFTER {action} ON main.{table} {when} BEGIN"  # noqa: S608 - names of our own tables
        " INSERT INTO change (entry_id, table_name, row_key, old, new)"
        f" SELECT entry_id, '{table}', {', '.join(change)} FROM journal_state WHERE recording = 1; END"
    )


def _row_key(row: str, key: tuple[str, ...]) -> str:
    return " || '|' || ".join(f"{row}.{name}" for name in key)


def _as_json(row: str, kinds: Mapping[str, str]) -> str:
    pairs = ", ".join(f"'{name}', {_value(row, name, kind)}" for name, kind in kinds.items())
    return f"json_object({pairs})"


def _value(row: str, name: str, kind: str) -> str:
    if kind != "REAL":
        return f"{row}.{name}"
    # SQLite's own JSON keeps 15 digits of a number; 17 tell every number of ours from its neighbours.
    return f"CASE WHEN {row}.{name} IS NULL THEN NULL ELSE json(printf('%!.17g', {row}.{name})) END"
