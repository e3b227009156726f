"""Opening an edition: its content becomes a catalogue file of its own, which is only read.

The rows go into the tables of the release that froze them, and from there the same migrations bring them
to the form of this release that bring up any file of that age. So an edition stays readable for as long as
files do: a column that came later holds in it what the migration puts there.

The files stand in a temporary folder of this process, each made once, and are gone when the process ends.
"""

import atexit
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from customs_app.catalogue import editions, search_index
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.connection import connect, known_failures, snapshot, unseen, writing
from customs_app.catalogue.csv_rows import Row
from customs_app.catalogue.file import open_catalogue
from customs_app.catalogue.ids import stamp
from customs_app.catalogue.migrations import migrate
from customs_app.catalogue.own_edition import KEY, to_json
from customs_app.domain.errors import CatalogueError, InputError
from customs_app.domain.job import Progress, no_progress
from customs_app.domain.text import Message


def open_edition(path: Path, edition_id: str, progress: Progress = no_progress) -> Catalogue:
    """Open an edition (id or title) of the catalogue file at `path` as a catalogue of its own, only to read.

    `path` of what is returned is a temporary file, which other threads may open for reading too. InputError
    where there is no such edition. CatalogueError where it is no longer as it was frozen, or a file fails.
    """
    row = _whole(path, edition_id)
    # The seal tells one edition from every other, so that two files with the same id do not meet here.
    file = _folder() / f"{row['seal']}.customs"
    if not file.exists():
        with known_failures(file):
            _build(row, file, progress)
    return open_catalogue(file, read_only=True)


def edition_text(path: Path, edition_id: str) -> str:
    """The content of an edition (id or title), of which the hash is taken; errors as `open_edition`."""
    return editions.unpacked(_whole(path, edition_id)["content"])


def _whole(path: Path, edition_id: str) -> Mapping[str, object]:
    """The row of an edition, which is as it was frozen."""
    with known_failures(path):
        row = _row(path, edition_id)
        fault = next(editions.faults(row), None)
    if fault is not None:
        raise CatalogueError(
            Message(
                "The edition “{title}” is damaged. Expected is {fault}. Open a backup.",
                {"title": str(row["title"]), "fault": fault},
            )
        )
    return row


@cache
def _folder() -> Path:
    kept = TemporaryDirectory(prefix="customs-app-editions-", ignore_cleanup_errors=True)
    atexit.register(kept.cleanup)
    return Path(kept.name)


def _row(path: Path, edition_id: str) -> Mapping[str, object]:
    with closing(connect(path, read_only=True)) as connection, snapshot(connection):
        known = editions.editions(connection)
        wanted = edition_id.casefold()
        for one in known:
            if one.id == edition_id or one.title.casefold() == wanted:
                return dict(connection.execute("SELECT * FROM edition WHERE id = ?", (one.id,)).fetchone())
        names = tuple(f"{one.title} ({one.id})" for one in known)
        raise InputError(
            Message(
                "There is no edition “{edition}”. Those in the catalogue: {known}.",
                {"edition": edition_id, "known": names or Message("none")},
            )
        )


def _build(row: Mapping[str, object], file: Path, progress: Progress) -> None:
    half = file.with_name(f"{stamp()}.part")
    try:
        with unseen(half) as connection:
            _fill(connection, row, progress)
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)


def _fill(connection: sqlite3.Connection, row: Mapping[str, object], progress: Progress) -> None:
    tables, written = editions.content_of(row)
    migrate(connection, int(str(row["form"])))
    with writing(connection):
        connection.execute("PRAGMA defer_foreign_keys = ON")
        for done, table in enumerate(tables):
            progress(done, len(tables) + 2)
            _insert(connection, table, tables[table], written[table])
    migrate(connection)
    with writing(connection):
        progress(len(tables), len(tables) + 2)
        search_index.rebuild(connection)
        connection.execute("INSERT INTO about (key, value) VALUES (?, ?)", (KEY, to_json(row)))
        connection.execute("UPDATE journal_state SET recording = 1")
    connection.execute("ANALYZE")
    progress(len(tables) + 2, len(tables) + 2)


def _insert(connection: sqlite3.Connection, table: str, rows: Sequence[Row], written: Sequence[int]) -> None:
    """Insert the rows in the order in which they were written at the time."""
    names = sorted({name for row in rows for name in row})
    marks = ", ".join("?" * len(names))
    in_order = sorted(zip(written, rows, strict=True), key=lambda pair: pair[0])
    connection.executemany(
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})",  # noqa: S608 - sealed names of our own tables
        ([row.get(name) for name in names] for _, row in in_order),
    )
