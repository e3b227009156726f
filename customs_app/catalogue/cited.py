"""Which rows a proposal cites: what is frozen with it."""

import sqlite3
from collections.abc import Collection, Mapping
from functools import cached_property

from customs_app.catalogue.domain_rows import parts
from customs_app.catalogue.tables import TABLES
from customs_app.catalogue.triggers import CORRECTIONS, JOURNALLED


class Cited:
    """Whether a row belongs to the edition of a proposal.

    All that the country folders and the reference lists hold does, because rules and measures weigh a
    step against the procedures of all other countries; so do bindings and pins. Of what people say only
    that belongs to it which is about the proposal or its procedures. Where it names no procedures, or those
    are found by a corridor, all of them are meant.
    """

    def __init__(self, connection: sqlite3.Connection, proposal_id: str) -> None:
        self._connection = connection
        self._proposal_id = proposal_id
        self._kept: dict[str, Collection[object]] = {}
        self._parents: dict[str, Mapping[str, str]] = {}

    def __call__(self, table: str, row: sqlite3.Row) -> bool:
        """Whether the row goes along."""
        if table in TABLES or table in CORRECTIONS:
            return True
        return self._is_about_it(table, row) and all(
            row[column] is None or row[column] in self._ids_kept(parent)
            for column, parent in self._parents_of(table).items()
        )

    def _is_about_it(self, table: str, row: sqlite3.Row) -> bool:
        if table == "proposal":
            return bool(row["id"] == self._proposal_id)
        if not self._procedures:
            return True
        if table in ("mark", "decision", "note"):
            return row["step_id"] is None or row["step_id"] in self._steps
        if table == "dismissal":
            return row["procedure_id"] in self._procedures
        if table in ("meeting", "round"):
            own = parts(row["procedures"])
            return not own or not self._procedures.isdisjoint(own)
        return True

    @cached_property
    def _procedures(self) -> frozenset[str]:
        found = self._connection.execute(
            "SELECT p.procedures, h.corridor_id FROM proposal AS p"
            " LEFT JOIN proposal_head AS h ON h.proposal_id = p.id WHERE p.id = ?",
            (self._proposal_id,),
        ).fetchone()
        return frozenset(() if found["corridor_id"] is not None else parts(found["procedures"]))

    @cached_property
    def _steps(self) -> frozenset[str]:
        rows = self._connection.execute("SELECT id, procedure_id FROM step")
        return frozenset(row["id"] for row in rows if row["procedure_id"] in self._procedures)

    def _parents_of(self, table: str) -> Mapping[str, str]:
        """The columns that refer to what people say, with the table to which each refers."""
        if table not in self._parents:
            keys = self._connection.execute(f"PRAGMA foreign_key_list ({table})")
            self._parents[table] = {
                key["from"]: key["table"]
                for key in keys
                if key["table"] not in TABLES and key["table"] not in CORRECTIONS
            }
        return self._parents[table]

    def _ids_kept(self, table: str) -> Collection[object]:
        if table not in self._kept:
            (key,) = JOURNALLED[table]
            rows = self._connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - our own tables
            self._kept[table] = {row[key] for row in rows if self(table, row)}
        return self._kept[table]
