"""Whole copies of a catalogue file, good while others work in it."""

import os
import secrets
import sqlite3
from contextlib import closing
from pathlib import Path

from customs_app.catalogue.connection import connect, damaged, known_failures
from customs_app.catalogue.header import read_header
from customs_app.domain.errors import CatalogueError
from customs_app.domain.text import Message


def backup(path: Path, out: Path) -> None:
    """Copy the catalogue into a new file, with all that has been saved up to now.

    CatalogueError where the copy exists already, cannot be written, or the file is damaged; no half
    copy is left.
    """
    with known_failures(path):
        read_header(path)
        copy_into(path, out)


def copy_into(path: Path, out: Path) -> None:
    """Copy the SQLite file as one transaction sees it; the copy appears when it is whole."""
    if out.exists():
        raise CatalogueError(Message("{file} exists already. Choose another name.", {"file": str(out)}))
    half = out.with_name(f".{out.name}.{secrets.token_hex(4)}.part")
    try:
        with closing(connect(path, read_only=True)) as source:
            half.touch(exist_ok=False)
            _copy(path, source, half)
        half.replace(out)
    except OSError as error:
        values = {"file": str(out), "reason": error.strerror or str(error)}
        raise CatalogueError(Message("{file} cannot be written ({reason}).", values)) from error
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            half.with_name(half.name + ending).unlink(missing_ok=True)


def _copy(path: Path, source: sqlite3.Connection, half: Path) -> None:
    with closing(sqlite3.connect(half, isolation_level=None)) as target:
        source.backup(target)
        # The copy is one file by itself, whatever log the original keeps beside it.
        target.execute("PRAGMA journal_mode = DELETE")
        verdict = target.execute("PRAGMA quick_check").fetchone()[0]
        if verdict != "ok":
            raise damaged(path, verdict)
    with half.open("rb+") as file:
        os.fsync(file.fileno())
