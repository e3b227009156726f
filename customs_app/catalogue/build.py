"""Filling a new catalogue from the CSV files that ship with the application."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import customs_app
from customs_app import paths
from customs_app.catalogue import csv_rows, search_index
from customs_app.catalogue.connection import writing
from customs_app.catalogue.csv_rows import Row
from customs_app.catalogue.tables import COUNTRY_TABLES, REFERENCE_TABLES, Table
from customs_app.domain.job import Progress


def fill(connection: sqlite3.Connection, *, starting: bool, progress: Progress) -> None:
    """Load the reference lists, with `starting` the country folders too, and index all for search.

    From then on the journal records: a change outside it is refused.
    """
    with writing(connection):
        # Sources of the reference lists name no country, but rows of other tables may come before theirs.
        connection.execute("PRAGMA defer_foreign_keys = ON")
        parts = list(_parts(starting))
        for done, (table, file, country) in enumerate(parts):
            progress(done, len(parts) + 1)
            insert_rows(
                connection, table, numbered(table, (row for _, row in csv_rows.rows(file, table))), country
            )
        search_index.rebuild(connection)
        connection.executemany(
            "INSERT INTO about (key, value) VALUES (?, ?)",
            [
                ("release", customs_app.__version__),
                ("created", datetime.now(UTC).isoformat(timespec="seconds")),
            ],
        )
        connection.execute("UPDATE journal_state SET recording = 1")
    progress(len(parts) + 1, len(parts) + 1)


def _parts(starting: bool) -> Iterator[tuple[Table, Path, str | None]]:
    for table in REFERENCE_TABLES:
        yield table, paths.STARTING / "reference" / table.file, None
    if not starting:
        return
    for folder in sorted((paths.STARTING / "countries").iterdir()):
        for table in COUNTRY_TABLES:
            yield table, folder / table.file, folder.name


def numbered(table: Table, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, with an `id` such as `indicator-0001` where the table has no key of its own."""
    for number, row in enumerate(rows, start=1):
        yield {"id": f"{table.name}-{number:04}", **row} if table.numbered else row


def insert_rows(
    connection: sqlite3.Connection, table: Table, rows: Iterable[Row], country: str | None
) -> None:
    """Insert rows that hold every column of the table's file; `country` is that of the folder."""
    own = [*(["id"] if table.numbered else []), *(column.name for column in table.columns)]
    first, names = ([country], ["country", *own]) if table.by_country else ([], own)
    marks = ", ".join("?" * len(names))
    connection.executemany(
        f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({marks})",  # noqa: S608 - names of our own tables
        ([*first, *(row[name] for name in own)] for row in rows),
    )
