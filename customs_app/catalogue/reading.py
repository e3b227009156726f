"""Questions to the catalogue file whose answers are objects of the domain."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from customs_app.catalogue import domain_rows
from customs_app.catalogue.asked_rows import AskedRows
from customs_app.catalogue.connection import in_portions
from customs_app.domain.codes import CaseKind, Mode, Regime
from customs_app.domain.corridor import Corridor
from customs_app.domain.procedure import DocumentUse, FullProcedure, Procedure, ProcedureRow, Step
from customs_app.domain.reference import PublicForm, Reference

if TYPE_CHECKING:
    from customs_app.catalogue.csv_rows import Row
    from customs_app.catalogue.results import Counts
    from customs_app.domain.proposal import Proposal

_T = TypeVar("_T")
_REGIMES = {regime: place for place, regime in enumerate(Regime)}
_MODES = {mode: place for place, mode in enumerate(Mode)}


def reference(connection: sqlite3.Connection) -> Reference:
    """All that steps refer to."""

    def table(name: str, key: str, make: Callable[[sqlite3.Row], _T]) -> Mapping[str, _T]:
        # In the order of the lists: the activities stand in that of the work.
        rows = connection.execute(f"SELECT * FROM {name} ORDER BY rowid")  # noqa: S608 - names of our own tables
        return AskedRows(rows, key, make)

    boxes = _boxes(connection)
    return Reference(
        activities=table("activity", "code", domain_rows.activity),
        countries=table("country", "iso2", domain_rows.country),
        standards=table("standard", "id", domain_rows.standard),
        rates=table("exchange_rate", "currency", domain_rows.rate),
        agencies=table("agency", "id", domain_rows.agency),
        documents=table("document", "id", domain_rows.document),
        locations=table("location", "id", domain_rows.location),
        sources=table("source", "id", domain_rows.source),
        data_elements=table("data_element", "tag", domain_rows.data_element),
        form_elements={code: frozenset(box["tag"] for box in own) for code, own in boxes.items()},
        corridors=_corridors(connection),
        forms=_forms(connection, boxes),
    )


def _boxes(connection: sqlite3.Connection) -> Mapping[str, Sequence[sqlite3.Row]]:
    boxes: defaultdict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in connection.execute("SELECT * FROM document_element ORDER BY rowid"):
        boxes[row["un_edifact_1001"]].append(row)
    return boxes


def _forms(
    connection: sqlite3.Connection, boxes: Mapping[str, Sequence[sqlite3.Row]]
) -> Mapping[str, PublicForm]:
    rows = connection.execute(
        "SELECT e.un_edifact_1001, max(e.form_en) AS form_en, c.name_en, c.name_ru, c.name_zh"
        " FROM document_element AS e LEFT JOIN document_code AS c USING (un_edifact_1001)"
        " GROUP BY e.un_edifact_1001 ORDER BY min(e.rowid)"
    )
    return AskedRows(
        rows, "un_edifact_1001", lambda row: domain_rows.form(row, boxes[row["un_edifact_1001"]])
    )


def _corridors(connection: sqlite3.Connection) -> Mapping[str, Corridor]:
    legs: defaultdict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in connection.execute("SELECT * FROM corridor_leg ORDER BY corridor_id, seq"):
        legs[row["corridor_id"]].append(row)
    rows = connection.execute("SELECT * FROM corridor ORDER BY rowid")
    return AskedRows(rows, "id", lambda row: domain_rows.corridor(row, legs[row["id"]]))


def _order(procedure: Procedure) -> tuple[str, int, int, str, str]:
    return (
        procedure.country,
        _REGIMES[procedure.regime],
        _MODES[procedure.mode],
        procedure.title.en,
        procedure.id,
    )


def procedures(connection: sqlite3.Connection) -> tuple[ProcedureRow, ...]:
    """All procedures, by country, regime, mode and title."""
    rows = connection.execute(
        "SELECT p.*, (SELECT count(*) FROM step WHERE procedure_id = p.id) AS steps FROM procedure AS p"
    )
    found = [ProcedureRow(domain_rows.procedure(row), row["steps"]) for row in rows]
    return tuple(sorted(found, key=lambda row: _order(row.procedure)))


def full_procedures(
    connection: sqlite3.Connection,
    regime: Regime | None,
    mode: Mode | None,
    countries: Collection[str] | None,
    ids: Collection[str] | None,
) -> tuple[FullProcedure, ...]:
    """The procedures that fit all that is given, in the order of `procedures`."""
    where, values = _filter({"regime": [regime], "mode": [mode], "country": countries, "id": ids})
    heads = [
        domain_rows.procedure(row)
        for row in in_portions(connection, f"SELECT * FROM procedure AS p WHERE {where}", values)  # noqa: S608
    ]
    steps: defaultdict[str, list[Step]] = defaultdict(list)
    for row in in_portions(
        connection,
        "SELECT s.* FROM procedure AS p JOIN step AS s ON s.procedure_id = p.id"  # noqa: S608
        f" WHERE {where} ORDER BY s.procedure_id, s.seq, s.id",
        values,
    ):
        steps[row["procedure_id"]].append(domain_rows.step(row))
    uses: defaultdict[str, dict[str, list[DocumentUse]]] = defaultdict(dict)
    for row in in_portions(
        connection,
        "SELECT d.*, s.procedure_id FROM procedure AS p JOIN step AS s ON s.procedure_id = p.id"  # noqa: S608
        f" JOIN step_document AS d ON d.step_id = s.id WHERE {where} ORDER BY s.seq, d.rowid",
        values,
    ):
        uses[row["procedure_id"]].setdefault(row["step_id"], []).append(domain_rows.use(row))
    return tuple(
        FullProcedure(
            head, tuple(steps[head.id]), {step: tuple(of_step) for step, of_step in uses[head.id].items()}
        )
        for head in sorted(heads, key=_order)
    )


def _filter(wanted: Mapping[str, Iterable[str | None] | None]) -> tuple[str, Sequence[str]]:
    """A condition on columns of `p`: each column that has values must hold one of them."""
    clauses, values = ["1"], []
    for column, allowed in wanted.items():
        if allowed is None or list(allowed) == [None]:
            continue
        chosen = [str(value) for value in allowed]
        clauses.append(f"p.{column} IN ({', '.join('?' * len(chosen))})")
        values += chosen
    return " AND ".join(clauses), values


def procedure_of(connection: sqlite3.Connection, step_ids: Collection[str]) -> Mapping[str, str]:
    """The id of the procedure of each step that is there."""
    rows = (
        connection.execute("SELECT id, procedure_id FROM step WHERE id = ?", (step_id,)).fetchone()
        for step_id in dict.fromkeys(step_ids)
    )
    return {row["id"]: row["procedure_id"] for row in rows if row is not None}


def counts(connection: sqlite3.Connection) -> Counts:
    """Countries that have procedures, procedures, steps."""
    from customs_app.catalogue.results import Counts  # noqa: PLC0415 - not at start

    row = connection.execute(
        "SELECT (SELECT count(DISTINCT country) FROM procedure), (SELECT count(*) FROM procedure),"
        " (SELECT count(*) FROM step)"
    ).fetchone()
    return Counts(*row)


def proposals(connection: sqlite3.Connection) -> tuple[Proposal, ...]:
    """All proposals, the one saved last first."""
    from customs_app.domain.proposal import MadeFrom, Proposal, ProposalStatus  # noqa: PLC0415 - not at start

    rows = connection.execute(
        "SELECT p.*, h.number, h.day, h.mandate, h.standards, h.corridor_id FROM proposal AS p"
        " LEFT JOIN proposal_head AS h ON h.proposal_id = p.id ORDER BY p.at DESC, p.id DESC"
    )
    return tuple(
        Proposal(
            id=row["id"],
            title=row["title"],
            status=ProposalStatus(row["status"]),
            regime=Regime(row["regime"]),
            mode=None if row["mode"] is None else Mode(row["mode"]),
            procedures=domain_rows.parts(row["procedures"]),
            case_kind=CaseKind(row["case_kind"]),
            made_from=MadeFrom(row["made_from"]),
            summary=row["summary"],
            delegation=row["delegation"],
            at=row["at"],
            number=row["number"],
            day=row["day"],
            mandate=row["mandate"],
            standards=domain_rows.parts(row["standards"]),
            corridor_id=row["corridor_id"],
        )
        for row in rows
    )


def rows(connection: sqlite3.Connection, table: str, country: str | None) -> tuple[Row, ...]:
    """The rows of a table, of one country or of all, in the order in which they were written."""
    from customs_app.catalogue.tables import TABLES  # noqa: PLC0415 - not at start

    name = TABLES[table].name
    where = "1" if country is None else "country = ?"
    query = f"SELECT * FROM {name} WHERE {where} ORDER BY rowid"  # noqa: S608 - names of our own tables
    return tuple(dict(row) for row in connection.execute(query, () if country is None else (country,)))
