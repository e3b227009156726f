"""An open catalogue: what it holds, and the one way to change it."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from customs_app.catalogue import entries, reading
from customs_app.catalogue.connection import file_failures_worded, snapshot
from customs_app.catalogue.own_edition import own_edition
from customs_app.domain.codes import Mode, Regime
from customs_app.domain.procedure import FullProcedure, ProcedureRow
from customs_app.domain.reference import Reference

if TYPE_CHECKING:  # what changes and searches the file is read when it is first asked for
    from customs_app.catalogue.commands.command import Command
    from customs_app.catalogue.csv_rows import Row
    from customs_app.catalogue.results import Changes, Counts, Entry, Hit, Preview
    from customs_app.domain.alignment import Pin
    from customs_app.domain.dossier import ProposalParts
    from customs_app.domain.edition import Edition
    from customs_app.domain.indicators import BorderTime, Commitment, Indicator, Membership
    from customs_app.domain.meeting import Comment, Decision, Dismissal, Meeting, Note, Round
    from customs_app.domain.proposal import Proposal
    from customs_app.domain.review import Mark, Reviewer
    from customs_app.domain.text import Message

_IN_REFERENCE = frozenset(
    {"activity", "country", "standard", "exchange_rate", "agency", "document", "location", "source"}
    | {"data_element", "document_element", "document_code", "corridor", "corridor_leg"}
)


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
        with snapshot(self._connection):
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
        with snapshot(self._connection):
            return reading.full_procedures(self._connection, regime, mode, countries, ids)

    @file_failures_worded
    def counts(self) -> Counts:
        """How many countries, procedures and steps there are."""
        return reading.counts(self._connection)

    @file_failures_worded
    def search(self, text: str, limit: int = 50) -> tuple[Hit, ...]:
        """At most `limit` rows that hold every word of the text, titles first; any language and order."""
        from customs_app.catalogue import search  # noqa: PLC0415 - not at start

        with snapshot(self._connection):
            return search.search(self._connection, text, limit)

    @file_failures_worded
    def marks(self, procedure_ids: Collection[str] | None = None) -> tuple[Mark, ...]:
        """The marks on steps of the procedures (None: of all), by procedure and step, oldest first."""
        from customs_app.catalogue import marks  # noqa: PLC0415 - not at start

        with snapshot(self._connection):
            return marks.read_marks(self._connection, procedure_ids)

    @file_failures_worded
    def procedure_of(self, step_ids: Collection[str]) -> Mapping[str, str]:
        """The id of the procedure of each step that is there."""
        return reading.procedure_of(self._connection, step_ids)

    @file_failures_worded
    def rounds(self) -> tuple[Round, ...]:
        """All rounds of review by their number."""
        from customs_app.catalogue import together  # noqa: PLC0415 - not at start

        return together.read_rounds(self._connection)

    @file_failures_worded
    def comments(self, mark_ids: Collection[str] | None = None) -> tuple[Comment, ...]:
        """The comments under the marks (None: under all), oldest first."""
        from customs_app.catalogue import together  # noqa: PLC0415 - not at start

        return together.read_comments(self._connection, mark_ids)

    @file_failures_worded
    def dismissals(self) -> tuple[Dismissal, ...]:
        """All dismissals of findings, oldest first."""
        from customs_app.catalogue import together  # noqa: PLC0415 - not at start

        return together.read_dismissals(self._connection)

    @file_failures_worded
    def meetings(self) -> tuple[Meeting, ...]:
        """All meetings, oldest first."""
        from customs_app.catalogue import together  # noqa: PLC0415 - not at start

        return together.read_meetings(self._connection)

    @file_failures_worded
    def decisions(
        self, procedure_ids: Collection[str] | None = None, meeting_id: str | None = None
    ) -> tuple[Decision, ...]:
        """The decisions on steps of the procedures, in one meeting, oldest first; None is all of them."""
        from customs_app.catalogue import together  # noqa: PLC0415 - not at start

        with snapshot(self._connection):
            return together.read_decisions(self._connection, procedure_ids, meeting_id)

    @file_failures_worded
    def notes(self, meeting_id: str) -> tuple[Note, ...]:
        """The notes in the minutes of a meeting, oldest first."""
        from customs_app.catalogue import together  # noqa: PLC0415 - not at start

        return together.read_notes(self._connection, meeting_id)

    @file_failures_worded
    def indicators(self) -> tuple[Indicator, ...]:
        """All measures of countries as a whole, in the order of their list."""
        from customs_app.catalogue import indicators  # noqa: PLC0415 - not at start

        return indicators.read_indicators(self._connection)

    @file_failures_worded
    def border_times(self) -> tuple[BorderTime, ...]:
        """All measured border crossings, in the order of their list."""
        from customs_app.catalogue import indicators  # noqa: PLC0415 - not at start

        return indicators.read_border_times(self._connection)

    @file_failures_worded
    def commitments(self) -> tuple[Commitment, ...]:
        """All categories notified to the WTO, in the order of their list."""
        from customs_app.catalogue import indicators  # noqa: PLC0415 - not at start

        return indicators.read_commitments(self._connection)

    @file_failures_worded
    def memberships(self) -> Mapping[str, Membership]:
        """Of which bodies and conventions each country of the reference list is part, by country."""
        from customs_app.catalogue import indicators  # noqa: PLC0415 - not at start

        return indicators.read_memberships(self._connection)

    @file_failures_worded
    def bindings(self, corridor_id: str) -> Mapping[str, str | None]:
        """What officials bound to the blocks of a corridor: key -> procedure id, None for none on purpose."""
        from customs_app.catalogue import corrections  # noqa: PLC0415 - not at start

        return corrections.read_bindings(self._connection, corridor_id)

    @file_failures_worded
    def pins(self) -> tuple[Pin, ...]:
        """What officials say of steps that belong together or do not, oldest first."""
        from customs_app.catalogue import corrections  # noqa: PLC0415 - not at start

        return corrections.read_pins(self._connection)

    @file_failures_worded
    def proposals(self) -> tuple[Proposal, ...]:
        """All proposals, the one saved last first."""
        return reading.proposals(self._connection)

    @file_failures_worded
    def proposal_parts(self, proposal_id: str) -> ProposalParts:
        """All that officials have added to a proposal; empty for one that is not there."""
        from customs_app.catalogue import proposed  # noqa: PLC0415 - not at start

        with snapshot(self._connection):
            return proposed.read_parts(self._connection, proposal_id)

    @file_failures_worded
    def proposal_history(self, proposal_id: str, limit: int = 200) -> tuple[Entry, ...]:
        """The newest entries of the journal that touch a proposal or what is added to it, newest first."""
        from customs_app.catalogue import proposed  # noqa: PLC0415 - not at start

        return proposed.read_history(self._connection, proposal_id, limit)

    @file_failures_worded
    def rows(self, table: str, country: str | None = None) -> tuple[Row, ...]:
        """The rows of a table as its file holds them, of one country or of all, in the order of the file.

        Keys are the columns of the table, with `country` where it stands once a country folder.
        """
        return reading.rows(self._connection, table, country)

    @file_failures_worded
    def history(self, limit: int = 200) -> tuple[Entry, ...]:
        """The newest entries of the journal, newest first."""
        return entries.history(self._connection, limit)

    @file_failures_worded
    def next_undo(self) -> Message | None:
        """What `undo` would undo; None where there is nothing."""
        return entries.next_label(self._connection, "undo")

    @file_failures_worded
    def next_redo(self) -> Message | None:
        """What `redo` would do again; None where there is nothing."""
        return entries.next_label(self._connection, "redo")

    @file_failures_worded
    def run(self, command: Command, who: Reviewer) -> Changes:
        """Do a command as one entry of the journal; InputError where the catalogue cannot take it."""
        from customs_app.catalogue import journal  # noqa: PLC0415 - not at start

        return self._noted(journal.run(self._connection, command, who))

    @file_failures_worded
    def preview(self, command: Command, who: Reviewer) -> Preview:
        """What a command would change; nothing changes. InputError as `run`."""
        from customs_app.catalogue import journal  # noqa: PLC0415 - not at start

        return journal.preview(self._connection, command, who)

    @file_failures_worded
    def undo(self, who: Reviewer) -> Changes:
        """Undo what was done last, as an entry of its own; InputError where there is nothing."""
        from customs_app.catalogue import journal  # noqa: PLC0415 - not at start

        return self._noted(journal.turn(self._connection, "undo", who))

    @file_failures_worded
    def redo(self, who: Reviewer) -> Changes:
        """Do again what was undone last, as an entry of its own; InputError where there is nothing."""
        from customs_app.catalogue import journal  # noqa: PLC0415 - not at start

        return self._noted(journal.turn(self._connection, "redo", who))

    def _noted(self, changes: Changes) -> Changes:
        if changes.tables & _IN_REFERENCE:
            self._reference = None
        return changes

    @file_failures_worded
    def fingerprint(self) -> str:
        """SHA-256 (hexadecimal) over the content of all data tables and of all opinions; not the journal.

        It is the hash that an edition of the whole catalogue has, or would have if it were frozen now.
        """
        from customs_app.catalogue.canonical import fingerprint  # noqa: PLC0415 - not at start

        with snapshot(self._connection):
            return fingerprint(self._connection)

    @file_failures_worded
    def edition(self) -> Edition | None:
        """The edition that this catalogue is; None where it is one that is worked in."""
        return own_edition(self._connection)

    @file_failures_worded
    def editions(self) -> tuple[Edition, ...]:
        """All editions that were frozen of this catalogue, the newest first."""
        from customs_app.catalogue import editions  # noqa: PLC0415 - not at start

        return editions.editions(self._connection)

    @file_failures_worded
    def freeze(self, title: str, who: Reviewer, proposal_id: str | None = None) -> Edition:
        """Freeze the whole catalogue, or what a proposal cites, as an edition that nothing alters any more.

        It is no entry of the journal: undo does not take it away, and redo stays possible. InputError for a
        title that is empty, too long or taken, and for a proposal that is not there.
        """
        from customs_app.catalogue import editions  # noqa: PLC0415 - not at start

        return editions.freeze(self._connection, title, who, proposal_id)
