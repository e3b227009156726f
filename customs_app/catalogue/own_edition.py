"""Which edition a catalogue file is, where it is one: `about` says it in a file made of an edition."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from customs_app.domain.edition import Edition

KEY = "edition"

_NAMES = ("id", "title", "at", "reviewer", "delegation", "proposal_id", "form", "sha256")


def to_json(row: Mapping[str, object]) -> str:
    """What `about` says of an edition, of its row."""
    import json  # noqa: PLC0415 - not at start

    return json.dumps({name: row[name] for name in _NAMES}, ensure_ascii=False)


def own_edition(connection: sqlite3.Connection) -> Edition | None:
    """The edition that the file holds; None for a catalogue that is worked in."""
    found = connection.execute("SELECT value FROM about WHERE key = ?", (KEY,)).fetchone()
    if found is None:
        return None
    import json  # noqa: PLC0415 - not at start

    from customs_app.catalogue.editions import edition_of  # noqa: PLC0415

    return edition_of(json.loads(found[0]))
