"""Marks of reviewers, and whether what they speak of has changed since."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from customs_app.catalogue.connection import in_portions
from customs_app.domain.codes import Verdict
from customs_app.domain.record import record
from customs_app.domain.review import Mark, Reviewer

if TYPE_CHECKING:
    from customs_app.catalogue.csv_rows import Cell

# A step keeps its meaning when others come or go before it: its number does not count.
_NOT_COMPARED = frozenset({"country", "id", "procedure_id", "seq", "step_id", "document_id"})

_STEPS = "SELECT * FROM step WHERE id = ?"
_DOCUMENTS = "SELECT * FROM document WHERE id = ?"
_USES = "SELECT role, form, copies FROM step_document WHERE step_id = ? AND document_id = ? ORDER BY role"


def standing(connection: sqlite3.Connection, step_id: str, document_id: str | None) -> dict[str, str]:
    """The target of a mark as it stands now, column -> text; what is unknown is no key.

    For a document these are its own columns, and what the step does with it: role -> `form, copies`.
    """
    if document_id is None:
        return _texts(connection.execute(_STEPS, (step_id,)).fetchone())
    stands = _texts(connection.execute(_DOCUMENTS, (document_id,)).fetchone())
    for use in connection.execute(_USES, (step_id, document_id)):
        stands[use["role"]] = ", ".join(
            str(cell) for cell in (use["form"], use["copies"]) if cell is not None
        )
    return stands


def _texts(row: sqlite3.Row | None) -> dict[str, str]:
    cells: Mapping[str, Cell] = dict(row) if row is not None else {}
    return {
        name: _text(cell) for name, cell in cells.items() if cell is not None and name not in _NOT_COMPARED
    }


def _text(cell: str | float) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


@record(frozen=True, slots=True)
class Since:
    """How the target of a mark or decision stood, the columns that differ today, and what stands in these."""

    stood: Mapping[str, str]
    stale: tuple[str, ...]
    stands: Mapping[str, str] | None


class Today:
    """Compares what marks and decisions remember with today; what several speak of is read once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._standing: dict[tuple[str, str | None], dict[str, str]] = {}
        self._since: dict[tuple[str, str | None, str], Since] = {}

    def since(self, row: sqlite3.Row) -> Since:
        """What has changed in the target of a row of `mark` or `decision` since it was written."""
        target = row["step_id"], row["document_id"]
        remembered = (*target, row["as_stood"])
        if remembered not in self._since:
            if target not in self._standing:
                self._standing[target] = standing(self._connection, *target)
            self._since[remembered] = _compared(json.loads(row["as_stood"]), self._standing[target])
        return self._since[remembered]


def _compared(stood: Mapping[str, str], stands: Mapping[str, str]) -> Since:
    stale = tuple(name for name in {**stood, **stands} if stood.get(name) != stands.get(name))
    now = {name: stands[name] for name in stale if name in stands}
    return Since(stood, stale, now if stale else None)


def of_procedures(column: str, procedure_ids: Collection[str] | None) -> tuple[str, Sequence[str]]:
    """A condition that the column names one of the procedures, and its values; None is all of them."""
    if procedure_ids is None:
        return "1", ()
    return f"{column} IN ({', '.join('?' * len(procedure_ids))})", tuple(procedure_ids)


def read_marks(connection: sqlite3.Connection, procedure_ids: Collection[str] | None) -> tuple[Mark, ...]:
    """The marks on steps of the procedures (None: of all), in order of procedure and step, oldest first."""
    today = Today(connection)
    where, values = of_procedures("s.procedure_id", procedure_ids)
    rows = in_portions(
        connection,
        "SELECT m.* FROM mark AS m JOIN step AS s ON s.id = m.step_id"  # noqa: S608 - our own columns
        f" WHERE {where} ORDER BY s.procedure_id, s.seq, s.id, m.at, m.id",
        values,
    )
    return tuple(_mark(row, today.since(row)) for row in rows)


def _mark(row: sqlite3.Row, since: Since) -> Mark:
    return Mark(
        id=row["id"],
        step_id=row["step_id"],
        verdict=Verdict(row["verdict"]),
        reason=row["reason"],
        reviewer=Reviewer(row["reviewer"], row["delegation"]),
        at=row["at"],
        document_id=row["document_id"],
        article=row["article"],
        merge_into=row["merge_into"],
        finding=row["finding"],
        as_stood=since.stood,
        stale=since.stale,
        stands=since.stands,
    )
