"""Connections to a catalogue file, and its failures in words that an official can act on."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from customs_app.domain.errors import CatalogueError
from customs_app.domain.text import Message

APPLICATION_ID = 0x43555354
"""Stands in the header of each catalogue file; the letters CUST."""

OLDEST_SQLITE = (3, 37, 0)
BUSY_MS = 5000

_P = ParamSpec("_P")
_R = TypeVar("_R")
_Owner = TypeVar("_Owner", bound="_AtPath")


class _AtPath(Protocol):
    @property
    def path(self) -> Path:
        """The catalogue file."""


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A connection with foreign keys on, in autocommit: transactions are begun by `writing`.

    Raises sqlite3.Error as it comes: wrap in `known_failures`. CatalogueError where SQLite is too old.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise CatalogueError(
            Message(
                "The SQLite library here is {version}; the catalogue needs 3.37 or newer.",
                {"version": sqlite3.sqlite_version},
            )
        )
    query = "?mode=ro" if read_only else "?mode=rw"
    if read_only and _stands_on_frozen_ground(path):
        query = "?mode=ro&immutable=1"
    connection = sqlite3.connect(path.absolute().as_uri() + query, uri=True, isolation_level=None)
    try:
        _prepare(connection)
        if not read_only:
            _choose_journal(connection)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def unseen(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that fills a new catalogue file, which nobody sees yet and a failure throws away.

    It is quick, for it guards against nothing that happens meanwhile.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        for pragma in (
            "journal_mode = MEMORY",
            "synchronous = OFF",
            "foreign_keys = ON",
            f"application_id = {APPLICATION_ID}",
        ):
            connection.execute(f"PRAGMA {pragma}")
        yield connection


def _prepare(connection: sqlite3.Connection) -> None:
    connection.row_factory = sqlite3.Row
    for pragma in (
        f"busy_timeout = {BUSY_MS}",
        "foreign_keys = ON",
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "recursive_triggers = ON",
        "synchronous = FULL",
    ):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def _choose_journal(connection: sqlite3.Connection) -> None:
    """Turn to a write-ahead log; where the file system bears none, SQLite keeps its old way."""
    if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
        return
    with suppress(sqlite3.OperationalError):  # another has the file open: its way serves as well
        connection.execute("PRAGMA journal_mode = WAL")


def _stands_on_frozen_ground(path: Path) -> bool:
    """Whether the folder takes no new files, as on a CD; SQLite then cannot keep its log beside the file."""
    has_log = any(path.with_name(path.name + ending).exists() for ending in ("-wal", "-shm"))
    return not has_log and not os.access(path.parent, os.W_OK)


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Let several questions see one state of the file, whatever others write between them."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


_PORTION = 100


def in_portions(
    connection: sqlite3.Connection, query: str, values: Sequence[str] = ()
) -> Iterator[sqlite3.Row]:
    """The rows of a question, read a hundred at a time, so that the window has its turn between them.

    For each row SQLite lets go of Python and takes it again at once, so quickly that no other thread
    ever comes to its turn as long as row follows upon row.
    """
    cursor = connection.execute(query, values)
    while rows := cursor.fetchmany(_PORTION):
        yield from rows


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """One transaction that takes the write lock at once; undone where the block raises."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    try:
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def damaged(path: Path, detail: str) -> CatalogueError:
    """The error for a file whose content cannot be trusted."""
    return CatalogueError(
        Message(
            "{file} is damaged ({detail}). Open a backup, or save what is left with the command “backup”.",
            {"file": str(path), "detail": detail},
        )
    )


def _worded(path: Path, error: sqlite3.Error) -> CatalogueError | None:  # noqa: PLR0911 - one a failure
    """The error as a CatalogueError; None where it is a fault of ours."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    file = {"file": str(path)}
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return CatalogueError(
            Message("{file} is in use by another program. Try again when it has finished.", file)
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return CatalogueError(Message("{file} is read-only: it cannot be changed.", file))
    if code == sqlite3.SQLITE_FULL:
        return CatalogueError(Message("The disk is full: {file} was not changed.", file))
    if code == sqlite3.SQLITE_IOERR:
        return CatalogueError(Message("{file} cannot be read or written: the disk reports an error.", file))
    if code == sqlite3.SQLITE_CANTOPEN:
        return CatalogueError(
            Message("{file} cannot be opened. Check that it exists and that you may read it.", file)
        )
    if code == sqlite3.SQLITE_NOTADB:
        return CatalogueError(Message("{file} is not a catalogue of this application.", file))
    if code == sqlite3.SQLITE_CORRUPT:
        return damaged(path, str(error))
    return None


@contextmanager
def known_failures(path: Path) -> Iterator[None]:
    """Raise CatalogueError for failures of the file; let faults of the program through as they are."""
    try:
        yield
    except sqlite3.Error as error:
        worded = _worded(path, error)
        if worded is None:
            raise
        raise worded from error


def file_failures_worded(
    method: Callable[Concatenate[_Owner, _P], _R],
) -> Callable[Concatenate[_Owner, _P], _R]:
    """`known_failures` around a method of something that has a `path`."""

    @wraps(method)
    def guarded(self: _Owner, /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
        with known_failures(self.path):
            return method(self, *args, **kwargs)

    return guarded
