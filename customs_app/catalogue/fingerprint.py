"""A fingerprint of what a catalogue holds, whatever the way it came to hold it."""

import hashlib
import json
import sqlite3

from customs_app.catalogue.connection import in_portions
from customs_app.catalogue.triggers import JOURNALLED

_LINES = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint(connection: sqlite3.Connection) -> str:
    """SHA-256 (hexadecimal) over the rows of all data tables and of all that people say, not the journal.

    Each table is its name and then its rows by key, a row a line of JSON with its columns by name.
    """
    digest = hashlib.sha256()
    for table in sorted(JOURNALLED):
        digest.update(f"{table}\n".encode())
        order = ", ".join(JOURNALLED[table])
        for row in in_portions(connection, f"SELECT * FROM {table} ORDER BY {order}"):  # noqa: S608 - our own tables
            digest.update(_LINES.encode(dict(row)).encode() + b"\n")
    return digest.hexdigest()
