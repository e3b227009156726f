"""Steps by which a catalogue file comes to the form of this release."""

import sqlite3
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from customs_app import paths

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations


@cache
def scripts() -> tuple[Path, ...]:
    """The migration scripts in order; their number is the version of the form."""
    return tuple(sorted(paths.MIGRATIONS.glob("*.sql")))


def migrate(connection: sqlite3.Connection, form: int | None = None) -> None:
    """Run the scripts that the file has not seen, up to that of `form`; each is done whole or not at all.

    The version stands in `user_version`, written in the same transaction as the script's work, and so
    are the journal's guards.
    """
    from sqlite_utils import Database, Migrations

    migrations = Migrations("catalogue")
    for version, script in enumerate(scripts()[:form], start=1):
        _add(migrations, script, version)
    migrations.apply(Database(connection, execute_plugins=False))


def _add(migrations: "Migrations", script: Path, version: int) -> None:
    from customs_app.catalogue.triggers import drop_guards, write_guards  # noqa: PLC0415 - not at start

    @migrations(name=script.stem)
    def run(db: "Database") -> None:
        drop_guards(db.conn)
        db.executescript(script.read_text(encoding="utf-8"))
        write_guards(db.conn)
        db.execute(f"PRAGMA user_version = {version}")
