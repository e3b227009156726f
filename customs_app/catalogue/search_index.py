"""Keeping the words of all rows, so that a search finds them."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from customs_app.catalogue.search_text import stored
from customs_app.catalogue.tables import TABLES

_Texts = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    """How rows of one table are found: the columns of their title, and the other ones that hold words."""

    title: tuple[str, ...]
    rest: tuple[str, ...] = ()
    procedure: str = "NULL"
    country: str = "country"


_NAMES = ("name_en", "name_ru", "name_zh")

KINDS: Mapping[str, _Kind] = {
    "step": _Kind(
        ("title_en", "title_ru", "title_zh"),
        (*("condition", "condition_ru", "condition_zh"), "cost_basis", "legal_basis", "locator", "note"),
        procedure="procedure_id",
    ),
    "procedure": _Kind(
        ("title_en", "title_ru", "title_zh"), ("goods", "goods_ru", "goods_zh", "note"), procedure="id"
    ),
    "document": _Kind(_NAMES, ("name_local", "un_edifact_1001")),
    "agency": _Kind(_NAMES, ("name_local",)),
    "activity": _Kind(_NAMES, ("code", "stage", "stage_ru", "stage_zh"), country="NULL"),
    "location": _Kind(_NAMES, ("unlocode",)),
    "standard": _Kind(
        ("title_en", "title_ru", "title_zh"),
        ("instrument", "instrument_ru", "instrument_zh", "article", "gist", "gist_ru", "gist_zh"),
        country="NULL",
    ),
    "corridor": _Kind(_NAMES, ("description", "description_ru", "description_zh"), country="NULL"),
    "country": _Kind(
        (*_NAMES, "name_local"),
        (
            "iso2",
            "iso3",
            *(f"customs_authority_{ending}" for ending in ("en", "ru", "zh", "local")),
            "single_window",
        ),
        country="iso2",
    ),
    "source": _Kind(("title",), ("publisher", "url", "year")),
}
"""Tables whose rows are searched, in the order in which equal hits are shown."""


def rebuild(connection: sqlite3.Connection) -> None:
    """Write the words of every row anew."""
    connection.execute("DELETE FROM found")
    connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
    for kind in KINDS:
        _insert(connection, kind, None)


def refresh(connection: sqlite3.Connection, touched: Iterable[tuple[str, str]]) -> None:
    """Write the words of rows anew that were touched, given as table and key, and of steps that name them."""
    ids: defaultdict[str, set[str]] = defaultdict(set)
    for table, key in touched:
        if table in KINDS:
            ids[table].add(key)
        if table == "step_document":
            ids["step"].add(key.partition("|")[0])
    ids["step"] |= _steps_that_name(connection, ids["agency"], ids["document"])
    for kind, of_kind in ids.items():
        _delete(connection, kind, of_kind)
        _insert(connection, kind, of_kind)


def _steps_that_name(
    connection: sqlite3.Connection, agencies: Collection[str], documents: Collection[str]
) -> set[str]:
    found = set()
    for agency in agencies:
        found |= {row[0] for row in connection.execute("SELECT id FROM step WHERE agency_id = ?", (agency,))}
    for document in documents:
        rows = connection.execute("SELECT step_id FROM step_document WHERE document_id = ?", (document,))
        found |= {row[0] for row in rows}
    return found


def _delete(connection: sqlite3.Connection, kind: str, ids: Collection[str]) -> None:
    for row_id in ids:
        old = connection.execute(
            "SELECT n, title, words FROM found WHERE kind = ? AND row_id = ?", (kind, row_id)
        ).fetchone()
        if old is None:
            continue
        connection.execute(
            "INSERT INTO search (search, rowid, title, words) VALUES ('delete', ?, ?, ?)", tuple(old)
        )
        connection.execute("DELETE FROM found WHERE n = ?", (old["n"],))


def _insert(connection: sqlite3.Connection, kind: str, ids: Collection[str] | None) -> None:
    last = connection.execute("SELECT ifnull(max(n), 0) FROM found").fetchone()[0]
    rows = list(enumerate(words_of(connection, kind, ids), start=last + 1))
    connection.executemany(
        "INSERT INTO found (n, kind, row_id, procedure_id, country, title, words)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((n, *row) for n, row in rows),
    )
    connection.executemany(
        "INSERT INTO search (rowid, title, words) VALUES (?, ?, ?)", ((n, *row[-2:]) for n, row in rows)
    )


_NAMES_OF_STEP = "SELECT of.id, n.name_en, n.name_ru, n.name_zh, n.name_local FROM step AS of"
_AGENCY_OF_STEP = _NAMES_OF_STEP + " JOIN agency AS n ON n.id = of.agency_id WHERE {where}"
_DOCUMENTS_OF_STEP = (
    _NAMES_OF_STEP
    + " JOIN step_document AS d ON d.step_id = of.id JOIN document AS n ON n.id = d.document_id"
    " WHERE {where} ORDER BY of.id, d.document_id, d.role"
)

FoundRow = tuple[str, str, str | None, str | None, str, str]


def words_of(connection: sqlite3.Connection, kind: str, ids: Collection[str] | None) -> list[FoundRow]:
    """The rows of `found` for rows of one kind, all of them or those with the ids."""
    more = _names_at_steps(connection, ids) if kind == "step" else {}
    form = KINDS[kind]
    return [
        (
            kind,
            row["_id"],
            row["_procedure"],
            row["_country"],
            stored(*(row[name] for name in form.title)),
            stored(*(row[name] for name in form.rest), *more.get(row["_id"], ())),
        )
        for row in _rows(connection, kind, ids)
    ]


def _rows(connection: sqlite3.Connection, kind: str, ids: Collection[str] | None) -> Iterator[sqlite3.Row]:
    form, key = KINDS[kind], TABLES[kind].key[0]
    query = f"SELECT *, {key} AS _id, {form.procedure} AS _procedure, {form.country} AS _country FROM {kind}"  # noqa: S608
    if ids is None:
        yield from connection.execute(query + " ORDER BY rowid")
    for row_id in sorted(ids or ()):
        yield from connection.execute(f"{query} WHERE {key} = ?", (row_id,))


def _names_at_steps(connection: sqlite3.Connection, ids: Collection[str] | None) -> Mapping[str, _Texts]:
    """Names of the agency and the documents of each step."""
    found: defaultdict[str, _Texts] = defaultdict(tuple)
    for query in (_AGENCY_OF_STEP, _DOCUMENTS_OF_STEP):
        wanted: Iterable[tuple[str, ...]] = [()] if ids is None else [(row_id,) for row_id in ids]
        where = "1" if ids is None else "of.id = ?"
        for values in wanted:
            for step_id, *texts in connection.execute(query.format(where=where), values):
                found[step_id] += tuple(texts)
    return found
