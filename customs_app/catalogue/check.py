"""Whether a catalogue file is whole: the file itself, its references, journal, search and editions."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from customs_app.catalogue.check_editions import edition_problems
from customs_app.catalogue.check_opinions import opinion_problems
from customs_app.catalogue.connection import connect, known_failures, snapshot
from customs_app.catalogue.csv_rows import Row
from customs_app.catalogue.domain_rows import parts
from customs_app.catalogue.file import refuse_foreign, refuse_older
from customs_app.catalogue.header import read_header
from customs_app.catalogue.search_index import KINDS, words_of
from customs_app.catalogue.step_lists import list_problems
from customs_app.catalogue.tables import STEP, TABLES
from customs_app.catalogue.triggers import JOURNALLED
from customs_app.catalogue.values import range_problems
from customs_app.domain.errors import Problem
from customs_app.domain.text import Message

_Part = Callable[[sqlite3.Connection], Iterator[Problem]]
_MOST_PROBLEMS = 1000


def check(path: Path) -> tuple[Problem, ...]:
    """All that is wrong with the catalogue, at most 1000 things; the file is only read.

    The file of a problem is the table and the row. CatalogueError where the file cannot be opened at all.
    """
    with known_failures(path):
        header = read_header(path)
        refuse_foreign(path, header)
        refuse_older(path, header)
        with closing(connect(path, read_only=True)) as connection, snapshot(connection):
            damage = tuple(_file(connection))
            # In a damaged file the rest would only repeat the damage.
            return damage or tuple(_content(connection))[:_MOST_PROBLEMS]


def _file(connection: sqlite3.Connection) -> Iterator[Problem]:
    try:
        verdicts = [row[0] for row in connection.execute("PRAGMA integrity_check (100)")]
    except sqlite3.DatabaseError as error:
        # Some damage ends the check itself; a lock or a failing disk is another matter.
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        verdicts = [str(error)]
    for verdict in verdicts:
        if verdict != "ok":
            yield _problem("file", None, Message("a file that is whole ({detail})", {"detail": verdict}))


def _content(connection: sqlite3.Connection) -> Iterator[Problem]:
    checks: tuple[_Part, ...] = (
        _foreign_keys,
        _lists,
        _steps,
        opinion_problems,
        _guards,
        _journal,
        _chain,
        _search,
        edition_problems,
    )
    for part in checks:
        yield from part(connection)


def _problem(place: str, column: str | None, expected: Message) -> Problem:
    return Problem(place, None, column, expected)


def _foreign_keys(connection: sqlite3.Connection) -> Iterator[Problem]:
    for table, rowid, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        key = ", ".join(JOURNALLED.get(table, ("rowid",)))
        row = connection.execute(f"SELECT {key} FROM {table} WHERE rowid = ?", (rowid,)).fetchone()  # noqa: S608
        expected = Message("only rows of {table} that exist", {"table": parent})
        yield _problem(f"{table} {'|'.join(map(str, row))}", None, expected)


def _lists(connection: sqlite3.Connection) -> Iterator[Problem]:
    """References that stand in lists inside cells, which SQLite does not know of."""
    for table in TABLES.values():
        for column in table.columns:
            # Lists of steps are looked at together with their procedure.
            if not column.many or column.refers_to is None or column.refers_to == "step":
                continue
            target = TABLES[column.refers_to]
            known = {row[0] for row in connection.execute(f"SELECT {target.key[0]} FROM {target.name}")}  # noqa: S608
            key = " || '|' || ".join(table.key)
            for row_key, cell in connection.execute(
                f"SELECT {key}, {column.name} FROM {table.name} WHERE {column.name} IS NOT NULL"  # noqa: S608
            ):
                for name in parts(cell):
                    if name not in known:
                        values = {"table": target.name, "id": name}
                        expected = Message("only rows of {table} that exist; {id} does not", values)
                        yield _problem(f"{table.name} {row_key}", column.name, expected)


def _steps(connection: sqlite3.Connection) -> Iterator[Problem]:
    procedures: defaultdict[str, list[Row]] = defaultdict(list)
    for row in connection.execute("SELECT * FROM step ORDER BY procedure_id, seq, id"):
        procedures[row["procedure_id"]].append(dict(row))
        place = f"step {row['id']}"
        if not parts(row["source_id"]):
            yield _problem(place, "source_id", Message("the source from which the step comes"))
        for problem in range_problems(STEP, dict(row)):
            yield _problem(place, problem.column, problem.expected)
    for rows in procedures.values():
        yield from list_problems(rows)


def _guards(connection: sqlite3.Connection) -> Iterator[Problem]:
    state = connection.execute("SELECT recording, entry_id FROM journal_state").fetchone()
    guards = connection.execute(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'guard%'"
    ).fetchone()[0]
    if state is None or tuple(state) != (1, None) or guards != 3 * len(JOURNALLED):
        yield _problem("journal", None, Message("a journal that watches over every table"))


def _journal(connection: sqlite3.Connection) -> Iterator[Problem]:
    """The last change of a row must have left it as it is."""
    for table, key in JOURNALLED.items():
        row_key = " || '|' || ".join(f"t.{name}" for name in key)
        rows = connection.execute(
            "SELECT c.row_key, c.new, t.* FROM change AS c"  # noqa: S608
            f" LEFT JOIN {table} AS t ON {row_key} = c.row_key WHERE c.n IN"
            " (SELECT max(n) FROM change WHERE table_name = ? GROUP BY row_key)",
            (table,),
        )
        for row in rows:
            now = {name: row[name] for name in row.keys()[2:]}
            left = json.loads(row["new"]) if row["new"] else dict.fromkeys(now)
            if now != left:
                yield _problem(
                    f"{table} {row['row_key']}", None, Message("the row as its last change left it")
                )


def _chain(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Each change of a row must start from what the one before it left."""
    rows = connection.execute(
        "SELECT table_name, row_key, old, lag(new) OVER place AS before, row_number() OVER place AS number"
        " FROM change WINDOW place AS (PARTITION BY table_name, row_key ORDER BY n)"
    )
    for row in rows:
        if row["number"] > 1 and row["old"] != row["before"]:
            place = f"{row['table_name']} {row['row_key']}"
            yield _problem(place, None, Message("changes in the journal that follow from one another"))


def _search(connection: sqlite3.Connection) -> Iterator[Problem]:
    stored = {
        (row["kind"], row["row_id"]): tuple(row)
        for row in connection.execute("SELECT kind, row_id, procedure_id, country, title, words FROM found")
    }
    for kind in KINDS:
        for row in words_of(connection, kind, None):
            if stored.pop(row[:2], None) != row:
                yield _problem(f"{kind} {row[1]}", None, Message("the words by which the search finds it"))
    for kind, row_id in stored:
        yield _problem(f"{kind} {row_id}", None, Message("no words of a row that is gone"))
