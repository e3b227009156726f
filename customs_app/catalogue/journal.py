"""The journal: each action of a user is one entry, and entries can be undone and done again."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from customs_app.catalogue import messages, search_index
from customs_app.catalogue.connection import writing
from customs_app.catalogue.csv_rows import Row
from customs_app.catalogue.entries import NEXT, Back
from customs_app.catalogue.ids import stamp
from customs_app.catalogue.results import Changes, Preview
from customs_app.catalogue.touched import procedures_touched
from customs_app.catalogue.triggers import JOURNALLED, write_recorders
from customs_app.catalogue.writer import Key, Writer
from customs_app.domain.errors import InputError
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Message

if TYPE_CHECKING:  # the commands are read when one is done
    from customs_app.catalogue.commands.command import Command


class _NothingKeptError(Exception):
    """Ends a transaction of which nothing is to stay."""


@dataclass(frozen=True, slots=True)
class Change:
    """One row touched: its table and key, and the whole row before and after; None where there was none."""

    table: str
    row_key: str
    old: Row | None
    new: Row | None


def run(connection: sqlite3.Connection, command: "Command", who: Reviewer) -> Changes:
    """Do a command as one entry; where it changes nothing, no entry is written."""
    write_recorders(connection)
    writer = Writer(connection, who)
    try:
        with writing(connection):
            label = command.label(writer)
            entry_id = _open(connection, "do", None, label, writer)
            command.apply(writer)
            done = _close(connection, entry_id)
            if not done:
                raise _NothingKeptError
            connection.execute("UPDATE entry SET state = 'dropped' WHERE kind = 'do' AND state = 'undone'")
    except _NothingKeptError:
        return Changes(None, label, frozenset(), frozenset())
    return _changes(connection, entry_id, label, done, writer.new_id)


def preview(connection: sqlite3.Connection, command: "Command", who: Reviewer) -> Preview:
    """What a command would change, rows by table; the file stays as it is."""
    write_recorders(connection)
    counted = Preview({}, {}, {})
    try:
        with writing(connection):
            writer = Writer(connection, who)
            entry_id = _open(connection, "do", None, command.label(writer), writer)
            command.apply(writer)
            for change in _close(connection, entry_id):
                kind = counted.altered if change.old and change.new else counted.added
                kind = counted.removed if change.new is None else kind
                kind[change.table] = kind.get(change.table, 0) + 1
            raise _NothingKeptError
    except _NothingKeptError:
        return counted


def turn(connection: sqlite3.Connection, kind: Back, who: Reviewer) -> Changes:
    """Undo the last entry that is done, or redo the one undone last: an entry of its own.

    InputError where there is none.
    """
    write_recorders(connection)
    writer = Writer(connection, who)
    with writing(connection):
        target = connection.execute(NEXT[kind]).fetchone()
        if target is None:
            nothing = (
                Message("There is nothing to undo.")
                if kind == "undo"
                else Message("There is nothing to redo.")
            )
            raise InputError(nothing)
        label = messages.from_json(target["label"])
        entry_id = _open(connection, kind, target["id"], label, writer)
        changes = list(_changes_of(connection, target["id"]))
        if kind == "undo":
            changes = [Change(c.table, c.row_key, c.new, c.old) for c in reversed(changes)]
        for change in changes:
            _put(writer, change)
        done = _close(connection, entry_id)
        state = "undone" if kind == "undo" else "done"
        connection.execute("UPDATE entry SET state = ? WHERE id = ?", (state, target["id"]))
    return _changes(connection, entry_id, label, done, None)


def _put(writer: Writer, change: Change) -> None:
    """Bring one row from its old state to its new one."""
    if change.old is None and change.new is not None:
        writer.insert(change.table, change.new)
        return
    key = _key(change)
    touched = (
        writer.delete(change.table, key)
        if change.new is None
        else writer.update(change.table, key, change.new)
    )
    if touched != 1:
        # sqlite3's own error for a file whose parts contradict one another: worded as damage of the file.
        error = sqlite3.DatabaseError(f"the journal names a row of {change.table} that is not there")
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error


def _key(change: Change) -> Key:
    row = change.old or change.new or {}
    return tuple(row[column] for column in JOURNALLED[change.table])


def _open(
    connection: sqlite3.Connection, kind: str, target: str | None, label: Message, writer: Writer
) -> str:
    entry_id = f"E-{stamp()}"
    connection.execute("PRAGMA defer_foreign_keys = ON")
    connection.execute(
        "INSERT INTO entry (id, kind, target, state, label, reviewer, delegation, at)"
        " VALUES (?, ?, ?, 'done', ?, ?, ?, ?)",
        (entry_id, kind, target, messages.to_json(label), writer.who.name, writer.who.delegation, writer.at),
    )
    connection.execute("UPDATE journal_state SET entry_id = ?", (entry_id,))
    return entry_id


def _close(connection: sqlite3.Connection, entry_id: str) -> list[Change]:
    connection.execute("UPDATE journal_state SET entry_id = NULL")
    changes = list(_changes_of(connection, entry_id))
    search_index.refresh(connection, {(change.table, change.row_key) for change in changes})
    return changes


def _changes_of(connection: sqlite3.Connection, entry_id: str) -> Iterator[Change]:
    rows = connection.execute(
        "SELECT table_name, row_key, old, new FROM change WHERE entry_id = ? ORDER BY n", (entry_id,)
    )
    for table, row_key, old, new in rows:
        yield Change(table, row_key, json.loads(old) if old else None, json.loads(new) if new else None)


def _changes(
    connection: sqlite3.Connection, entry_id: str, label: Message, done: Iterable[Change], new_id: str | None
) -> Changes:
    done = list(done)
    rows = ((change.table, row) for change in done for row in (change.old, change.new) if row is not None)
    procedures = procedures_touched(connection, rows)
    return Changes(entry_id, label, frozenset(change.table for change in done), procedures, new_id)
