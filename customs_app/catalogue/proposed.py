"""Reading what officials add to a proposal, and what the journal tells of it."""

import sqlite3
from collections.abc import Iterator

from customs_app.catalogue.entries import entries_of
from customs_app.catalogue.results import Entry
from customs_app.catalogue.together import reviewer_of
from customs_app.catalogue.triggers import PROPOSED
from customs_app.domain.codes import Position, Verdict
from customs_app.domain.dossier import (
    Funds,
    MeasureChoice,
    MeasureTerms,
    OwnAct,
    ProposalComment,
    ProposalParts,
    Rewritten,
    Standpoint,
    Terms,
    TextKind,
    TextPlace,
)
from customs_app.domain.figures import Money
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language


def read_parts(connection: sqlite3.Connection, proposal_id: str) -> ProposalParts:
    """All that officials have added to the proposal; empty for one that is not there."""

    def rows(table: str, order: str) -> Iterator[sqlite3.Row]:
        query = f"SELECT * FROM {table} WHERE proposal_id = ? ORDER BY {order}"  # noqa: S608 - our own names
        yield from connection.execute(query, (proposal_id,))

    return ProposalParts(
        choices=tuple(
            MeasureChoice(
                row["measure"],
                bool(row["taken"]),
                row["place"],
                None if row["verdict"] is None else Verdict(row["verdict"]),
                row["verdict_at"],
            )
            for row in rows("proposal_measure", "place IS NULL, place, measure")
        ),
        texts=tuple(map(_text, rows("proposal_text", "measure, country, kind, language"))),
        terms=tuple(
            MeasureTerms(row["measure"], row["country"], _terms(row))
            for row in rows("proposal_terms", "measure, country")
        ),
        acts=tuple(map(_act, rows("proposal_act", "measure, country, id"))),
        standpoints=tuple(map(_standpoint, rows("proposal_standpoint", "measure, delegation"))),
        comments=tuple(
            ProposalComment(row["id"], row["measure"], row["text"], reviewer_of(row), row["at"])
            for row in rows("proposal_comment", "at, id")
        ),
    )


def _text(row: sqlite3.Row) -> Rewritten:
    return Rewritten(
        place=TextPlace(TextKind(row["kind"]), Language(row["language"]), row["measure"], row["country"]),
        text=row["text"],
        draft=row["draft"],
        reviewer=reviewer_of(row),
        at=row["at"],
    )


def _terms(row: sqlite3.Row) -> Terms:
    amount = row["cost_amount"]
    return Terms(
        cost=None if amount is None else Money(amount, row["cost_currency"]),
        funds=None if row["funds"] is None else Funds(row["funds"]),
        funds_note=row["funds_note"],
        agency_id=row["agency_id"],
        body=row["body"],
        due=row["due"],
        months=row["months"],
    )


def _act(row: sqlite3.Row) -> OwnAct:
    return OwnAct(
        id=row["id"],
        measure=row["measure"],
        country=row["country"],
        act=row["act"],
        change=row["change"],
        step_id=row["step_id"],
        source_id=row["source_id"],
        locator=row["locator"],
    )


def _standpoint(row: sqlite3.Row) -> Standpoint:
    return Standpoint(
        measure=row["measure"],
        delegation=row["delegation"],
        position=Position(row["position"]),
        reason=row["reason"],
        reviewer=Reviewer(row["reviewer"], row["reviewer_delegation"]),
        at=row["at"],
    )


def read_history(connection: sqlite3.Connection, proposal_id: str, limit: int) -> tuple[Entry, ...]:
    """The newest entries of the journal that touch the proposal or what is added to it, newest first."""
    tables = ", ".join(f"'{table}'" for table in PROPOSED)
    rows = connection.execute(
        "SELECT e.*, (SELECT count(*) FROM change WHERE entry_id = e.id) AS changes FROM entry AS e"  # noqa: S608 - our own names
        " WHERE e.id IN (SELECT entry_id FROM change WHERE table_name = 'proposal' AND row_key = :id"
        f" UNION SELECT entry_id FROM change WHERE table_name IN ({tables})"
        " AND json_extract(coalesce(new, old), '$.proposal_id') = :id)"
        " ORDER BY e.seq DESC LIMIT :limit",
        {"id": proposal_id, "limit": limit},
    )
    return entries_of(rows)
