"""An open catalogue: what it holds, and the one way to change it."""

import sqlite3
from collections.abc import Collection
from pathlib import Path
from types import TracebackType
from typing import Self

from customs_app.catalogue import reading, search
from customs_app.catalogue.connection import file_failures_worded
from customs_app.catalogue.results import Changes, Counts, Entry, Hit, Preview, ProcedureRow
from customs_app.domain.codes import Mode, Regime
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference

__all__ = ["Catalogue", "Changes", "Counts", "Entry", "Hit", "Preview", "ProcedureRow"]


class Catalogue:
    """A catalogue file, open in the thread that opened it: every thread opens its own.

    Each method raises CatalogueError where the file fails.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection
        self._reference: tuple[int, Reference] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @file_failures_worded
    def data_version(self) -> int:
        """A number that changes when another connection has changed the file."""
        version: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return version

    def reference(self) -> Reference:
        """All that steps refer to; the same object until something in it changes."""
        version = self.data_version()
        if self._reference is None or self._reference[0] != version:
            self._reference = version, self._read_reference()
        return self._reference[1]

    @file_failures_worded
    def _read_reference(self) -> Reference:
        return reading.reference(self._connection)

    @file_failures_worded
    def procedures(self) -> tuple[ProcedureRow, ...]:
        """All procedures with their number of steps, by country, regime, mode and title."""
        return reading.procedures(self._connection)

    def full_procedure(self, procedure_id: str) -> FullProcedure:
        """A procedure with its steps and their documents; KeyError where there is none of that id."""
        found = self.full_procedures(ids=[procedure_id])
        if not found:
            raise KeyError(procedure_id)
        return found[0]

    @file_failures_worded
    def full_procedures(
        self,
        *,
        regime: Regime | None = None,
        mode: Mode | None = None,
        countries: Collection[str] | None = None,
        ids: Collection[str] | None = None,
    ) -> tuple[FullProcedure, ...]:
        """The procedures that fit all that is given, in the order of `procedures`.

        `mode` is taken as written: Mode.ROAD leaves out procedures recorded for any mode.
        """
        return reading.full_procedures(self._connection, regime, mode, countries, ids)

    @file_failures_worded
    def counts(self) -> Counts:
        """How many countries, procedures and steps there are."""
        return reading.counts(self._connection)

    @file_failures_worded
    def search(self, text: str, limit: int = 50) -> tuple[Hit, ...]:
        """At most `limit` rows that hold every word of the text, titles first; any language and order."""
        return search.search(self._connection, text, limit)
