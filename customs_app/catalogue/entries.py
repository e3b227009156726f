"""What the journal tells of its entries: which comes next, and which there were."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from customs_app.domain.text import Message

if TYPE_CHECKING:
    from customs_app.catalogue.results import Entry

Back = Literal["undo", "redo"]
NEXT: dict[Back, str] = {
    "undo": "SELECT id, label FROM entry WHERE kind = 'do' AND state = 'done' ORDER BY seq DESC LIMIT 1",
    "redo": "SELECT id, label FROM entry WHERE kind = 'do' AND state = 'undone' ORDER BY seq LIMIT 1",
}
"""The entry that is undone, or done again, next."""


def next_label(connection: sqlite3.Connection, kind: Back) -> Message | None:
    """What would be undone or redone next; None where there is nothing."""
    found = connection.execute(NEXT[kind]).fetchone()
    if found is None:
        return None
    from customs_app.catalogue import messages  # noqa: PLC0415 - not at the start of a fresh file

    return messages.from_json(found["label"])


def history(connection: sqlite3.Connection, limit: int) -> tuple[Entry, ...]:
    """The newest entries, newest first."""
    rows = connection.execute(
        "SELECT e.*, (SELECT count(*) FROM change WHERE entry_id = e.id) AS changes"
        " FROM entry AS e ORDER BY seq DESC LIMIT ?",
        (limit,),
    )
    return entries_of(rows)


def entries_of(rows: Iterable[sqlite3.Row]) -> tuple[Entry, ...]:
    """Rows of the journal's entries, each with its number of `changes`, as entries."""
    from customs_app.catalogue import messages  # noqa: PLC0415 - not at start
    from customs_app.catalogue.results import Entry  # noqa: PLC0415
    from customs_app.domain.review import Reviewer  # noqa: PLC0415

    return tuple(
        Entry(
            seq=row["seq"],
            id=row["id"],
            kind=row["kind"],
            state=row["state"],
            label=messages.from_json(row["label"]),
            reviewer=Reviewer(row["reviewer"], row["delegation"]),
            at=row["at"],
            changes=row["changes"],
        )
        for row in rows
    )
