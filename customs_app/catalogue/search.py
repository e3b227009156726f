"""Search over everything, in any language and order of words."""

import sqlite3

from customs_app.catalogue.results import Hit, HitKind
from customs_app.catalogue.search_index import KINDS
from customs_app.catalogue.search_text import asked
from customs_app.catalogue.tables import TABLES
from customs_app.domain.text import Text

_MOST_CANDIDATES = 2000
_PLACE = {kind: place for place, kind in enumerate(KINDS)}


def search(connection: sqlite3.Connection, text: str, limit: int) -> tuple[Hit, ...]:
    """At most `limit` rows that hold every word of the text, those first whose title holds them all."""
    terms = asked(text)
    if not terms:
        return ()
    everywhere = " AND ".join(terms)
    in_title = _matches(connection, " AND ".join(f"title : {term}" for term in terms), limit)
    titles = {row["n"] for row in in_title}
    rest = [row for row in _matches(connection, everywhere, limit + len(titles)) if row["n"] not in titles]
    return tuple(_hit(connection, row) for row in [*in_title, *rest][:limit])


def _matches(connection: sqlite3.Connection, query: str, limit: int) -> list[sqlite3.Row]:
    rows = connection.execute(
        "SELECT n, kind, row_id, procedure_id, country FROM found WHERE n IN"
        " (SELECT rowid FROM search WHERE search MATCH ? LIMIT ?)",
        (query, _MOST_CANDIDATES),
    ).fetchall()
    return sorted(rows, key=lambda row: (_PLACE[row["kind"]], row["row_id"]))[:limit]


def _hit(connection: sqlite3.Connection, row: sqlite3.Row) -> Hit:
    kind: HitKind = row["kind"]
    columns, key = KINDS[kind].title[:3], TABLES[kind].key[0]
    found = connection.execute(
        f"SELECT {', '.join(columns)} FROM {kind} WHERE {key} = ?",  # noqa: S608 - names of our own tables
        (row["row_id"],),
    ).fetchone()
    return Hit(kind, row["row_id"], row["procedure_id"], row["country"], Text(*found))
