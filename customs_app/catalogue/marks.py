"""Marks of reviewers, and whether what they speak of has changed since."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from customs_app.domain.codes import Verdict
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


@dataclass(frozen=True, slots=True)
class Since:
    """How the target of a mark or decision stood, the columns that differ today, and what stands in these."""

    stood: Mapping[str, str]
    stale: tuple[str, ...]
    stands: Mapping[str, str] | None


def compared_with_today(connection: sqlite3.Connection, row: sqlite3.Row) -> Since:
    """What has changed in the target of a row of `mark` or `decision` since it was written."""
    stood: dict[str, str] = json.loads(row["as_stood"])
    stands = standing(connection, row["step_id"], row["document_id"])
    stale = tuple(name for name in {**stood, **stands} if stood.get(name) != stands.get(name))
    now = {name: stands[name] for name in stale if name in stands}
    return Since(stood, stale, now if stale else None)


def read_marks(connection: sqlite3.Connection, procedure_ids: Collection[str] | None) -> tuple[Mark, ...]:
    """The marks on steps of the procedures (None: of all), in order of procedure and step, oldest first."""
    rows = connection.execute(
        "SELECT m.*, s.procedure_id FROM mark AS m JOIN step AS s ON s.id = m.step_id"
        " ORDER BY s.procedure_id, s.seq, s.id, m.at, m.id"
    )
    return tuple(
        _mark(connection, row)
        for row in rows
        if procedure_ids is None or row["procedure_id"] in procedure_ids
    )


def _mark(connection: sqlite3.Connection, row: sqlite3.Row) -> Mark:
    since = compared_with_today(connection, row)
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
