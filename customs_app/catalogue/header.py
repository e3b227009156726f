"""The head of a catalogue file, read without touching it."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from customs_app.domain.errors import CatalogueError
from customs_app.domain.text import Message

_MAGIC = b"SQLite format 3\0"
_VERSION = slice(60, 64)
_APPLICATION = slice(68, 72)


class Header(NamedTuple):
    """Which application wrote the file, and in the form of which version."""

    application_id: int
    version: int


def read_header(path: Path) -> Header:
    """The header of the file; CatalogueError where it is missing or no SQLite file."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        raise CatalogueError(Message("There is no file {file}.", {"file": str(path)})) from None
    except OSError as error:
        values = {"file": str(path), "reason": error.strerror or str(error)}
        raise CatalogueError(Message("{file} cannot be read ({reason}).", values)) from error
    if len(head) < 100 or not head.startswith(_MAGIC):
        raise CatalogueError(Message("{file} is not a catalogue of this application.", {"file": str(path)}))
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        return _read_with_log(path)
    return Header(_number(head[_APPLICATION]), _number(head[_VERSION]))


def _number(four_bytes: bytes) -> int:
    return int.from_bytes(four_bytes, "big", signed=True)


def _read_with_log(path: Path) -> Header:
    """The header as the write-ahead log has it: after a crash the file itself may lag behind."""
    with closing(sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True)) as connection:
        application_id = connection.execute("PRAGMA application_id").fetchone()[0]
        return Header(application_id, connection.execute("PRAGMA user_version").fetchone()[0])
