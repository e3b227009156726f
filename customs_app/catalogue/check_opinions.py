"""Whether what reviewers and delegations say is whole: its lists, its JSON, what rows take for granted."""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator

from customs_app.catalogue.domain_rows import parts
from customs_app.domain.codes import Verdict
from customs_app.domain.errors import Problem
from customs_app.domain.text import Message

_TAKE_IN_PROCEDURES = ("round", "meeting", "proposal")


def opinion_problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    """All that is wrong with them beside what foreign keys tell; the file of a problem is table and row."""
    for part in (_procedures, _blind, _delegations, _stood, _votes, _standards):
        yield from part(connection)


def _procedures(connection: sqlite3.Connection) -> Iterator[Problem]:
    known = {row[0] for row in connection.execute("SELECT id FROM procedure")}
    for table in _TAKE_IN_PROCEDURES:
        for row_id, cell in connection.execute(f"SELECT id, procedures FROM {table}"):  # noqa: S608 - our own names
            for name in parts(cell):
                if name not in known:
                    values = {"table": "procedure", "id": name}
                    expected = Message("only rows of {table} that exist; {id} does not", values)
                    yield Problem(f"{table} {row_id}", None, "procedures", expected)


def _blind(connection: sqlite3.Connection) -> Iterator[Problem]:
    """A procedure stands in one blind round at most."""
    every = tuple(row[0] for row in connection.execute("SELECT id FROM procedure"))
    taken: Counter[str] = Counter()
    for row_id, cell in connection.execute(
        "SELECT id, procedures FROM round WHERE state = 'blind' ORDER BY number, id"
    ):
        named = parts(cell) or every
        if any(taken[name] for name in named):
            expected = Message("procedures that no other round is blind for")
            yield Problem(f"round {row_id}", None, "procedures", expected)
        taken.update(named)


def _delegations(connection: sqlite3.Connection) -> Iterator[Problem]:
    rows = connection.execute(
        "SELECT s.id, s.delegation, m.delegations FROM dissent AS s"
        " JOIN decision AS d ON d.id = s.decision_id JOIN meeting AS m ON m.id = d.meeting_id"
    )
    for row_id, delegation, cell in rows:
        if delegation not in parts(cell):
            expected = Message("one of {codes}, which take part", {"codes": parts(cell)})
            yield Problem(f"dissent {row_id}", None, "delegation", expected)


def _stood(connection: sqlite3.Connection) -> Iterator[Problem]:
    for table in ("mark", "decision"):
        for row_id, cell in connection.execute(f"SELECT id, as_stood FROM {table}"):  # noqa: S608 - our own names
            if not _maps(cell, lambda value: isinstance(value, str)):
                expected = Message("columns with their texts as a JSON object")
                yield Problem(f"{table} {row_id}", None, "as_stood", expected)


def _votes(connection: sqlite3.Connection) -> Iterator[Problem]:
    verdicts = tuple(str(verdict) for verdict in Verdict)
    for row_id, cell in connection.execute("SELECT id, votes FROM decision WHERE votes IS NOT NULL"):
        if not _maps(cell, lambda value: value in verdicts):
            expected = Message("for each delegation one of {codes}", {"codes": verdicts})
            yield Problem(f"decision {row_id}", None, "votes", expected)


def _standards(connection: sqlite3.Connection) -> Iterator[Problem]:
    known = {row[0] for row in connection.execute("SELECT id FROM standard")}
    for row_id, cell in connection.execute("SELECT proposal_id, standards FROM proposal_head"):
        for name in parts(cell):
            if name not in known:
                values = {"table": "standard", "id": name}
                expected = Message("only rows of {table} that exist; {id} does not", values)
                yield Problem(f"proposal_head {row_id}", None, "standards", expected)


def _maps(cell: str, fits: Callable[[object], bool]) -> bool:
    """Whether a cell is a JSON object all of whose values fit."""
    try:
        read = json.loads(cell)
    except ValueError:
        return False
    return isinstance(read, dict) and all(map(fits, read.values()))
