"""Whether editions are still what was frozen."""

import sqlite3
from collections.abc import Iterator

from customs_app.catalogue.connection import in_portions
from customs_app.catalogue.editions import LAST, faults
from customs_app.domain.errors import Problem
from customs_app.domain.text import Message

_GUARDS = frozenset({"edition_never_altered", "edition_never_removed", "edition_never_replaced"})


def edition_problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Editions of which content, hash, title or anything else has changed, and those that are gone."""
    guards = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")}
    if not guards >= _GUARDS:
        expected = Message("editions that nothing can alter, remove or replace")
        yield Problem("edition", None, None, expected)
    before: object = None
    for row in in_portions(connection, "SELECT * FROM edition ORDER BY rowid"):
        place = f"edition {row['id']} ({row['title']})"
        for fault in faults(dict(row)):
            yield Problem(place, None, None, fault)
        if row["before"] != before:
            yield Problem(place, None, None, Message("the edition that was frozen before this one"))
        before = row["seal"]
    last = connection.execute("SELECT value FROM about WHERE key = ?", (LAST,)).fetchone()
    if (last["value"] if last is not None else None) != before:
        yield Problem("edition", None, None, Message("the edition that was frozen last"))
