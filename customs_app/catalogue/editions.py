"""Editions: freezing a state of the catalogue, and telling which there are.

An edition stands beside the journal, not in it. Undo and redo pass it by, it changes nothing that is counted
in `fingerprint`, and its own row says who froze it and when. What its hash means says `canonical`.
"""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence

from customs_app.catalogue import canonical
from customs_app.catalogue.cited import Cited
from customs_app.catalogue.connection import writing
from customs_app.catalogue.csv_rows import Row
from customs_app.catalogue.ids import stamp
from customs_app.catalogue.writer import now
from customs_app.domain.edition import Edition
from customs_app.domain.errors import InputError
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Message

LONGEST_TITLE = 120
"""Characters of a title: it stands at the foot of each page."""

LAST = "last_edition"
"""Under this key `about` holds the seal of the newest edition, so that none can go unnoticed."""

_SEALED = ("id", "title", "at", "reviewer", "delegation", "proposal_id", "form", "sha256", "before")
_HEAD = "SELECT id, title, at, reviewer, delegation, proposal_id, form, sha256 FROM edition"


def freeze(connection: sqlite3.Connection, title: str, who: Reviewer, proposal_id: str | None) -> Edition:
    """Freeze the whole catalogue, or what a proposal cites.

    InputError for a title that is empty, too long or taken, and for a proposal that is not there.
    """
    title = _fit_title(title)
    with writing(connection):
        _refuse_taken(connection, title)
        if proposal_id is not None:
            _refuse_unknown(connection, proposal_id)
        keeps = canonical.everything if proposal_id is None else Cited(connection, proposal_id)
        row = _row(connection, title, who, proposal_id, canonical.export(connection, keeps))
        marks = ", ".join("?" * len(row))
        connection.execute(
            f"INSERT INTO edition ({', '.join(row)}) VALUES ({marks})",  # noqa: S608 - names of our own
            list(row.values()),
        )
        connection.execute(
            "INSERT INTO about (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (LAST, row["seal"]),
        )
    return edition_of(row)


def editions(connection: sqlite3.Connection) -> tuple[Edition, ...]:
    """All editions, the newest first."""
    return tuple(edition_of(row) for row in connection.execute(f"{_HEAD} ORDER BY rowid DESC"))


def seal(row: Mapping[str, object]) -> str:
    """SHA-256 (hexadecimal) over a row of the table: its small columns as canonical JSON, then both blobs."""
    digest = hashlib.sha256(canonical.canonical({name: row[name] for name in _SEALED}).encode())
    for name in ("content", "written"):
        digest.update(hashlib.sha256(bytes(row[name])).digest())  # type: ignore[call-overload]
    return digest.hexdigest()


def faults(row: Mapping[str, object]) -> Iterator[Message]:
    """What shows that a row of the table is not as it was frozen."""
    try:
        text = unpacked(row["content"])
    except (zlib.error, ValueError):
        yield Message("the content as it was frozen; it can no longer be read")
    else:
        if canonical.sha256(text) != row["sha256"]:
            yield Message("the content as it was frozen; its hash is another")
    if seal(row) != row["seal"]:
        yield Message("title, day, person and content as they were frozen; the seal is another")


def packed(text: str) -> bytes:
    """A text as it is kept."""
    return zlib.compress(text.encode(), 9)


def unpacked(blob: object) -> str:
    """The text that is kept in a blob; zlib.error or ValueError where it is damaged."""
    if not isinstance(blob, bytes):
        raise ValueError("no blob")
    return zlib.decompress(blob).decode()


def content_of(row: Mapping[str, object]) -> tuple[Mapping[str, list[Row]], Mapping[str, Sequence[int]]]:
    """The rows of an edition by table, and the order in which those of each were written."""
    tables: Mapping[str, list[Row]] = json.loads(unpacked(row["content"]))["tables"]
    written: Mapping[str, Sequence[int]] = json.loads(unpacked(row["written"]))
    return tables, written


def _row(
    connection: sqlite3.Connection,
    title: str,
    who: Reviewer,
    proposal_id: str | None,
    made: canonical.Export,
) -> dict[str, object]:
    before = connection.execute("SELECT seal FROM edition ORDER BY rowid DESC LIMIT 1").fetchone()
    row: dict[str, object] = {
        "id": f"ED-{stamp()}",
        "title": title,
        "at": now(),
        "reviewer": who.name,
        "delegation": who.delegation,
        "proposal_id": proposal_id,
        "form": connection.execute("PRAGMA user_version").fetchone()[0],
        "sha256": canonical.sha256(made.text),
        "before": before["seal"] if before is not None else None,
        "content": packed(made.text),
        "written": packed(json.dumps(made.written, sort_keys=True, separators=(",", ":"))),
    }
    return {**row, "seal": seal(row)}


def edition_of(row: Mapping[str, object] | sqlite3.Row) -> Edition:
    """What a row of the table tells, without its content."""
    proposal, form = row["proposal_id"], row["form"]
    return Edition(
        id=str(row["id"]),
        title=str(row["title"]),
        at=str(row["at"]),
        who=Reviewer(str(row["reviewer"]), str(row["delegation"])),
        proposal_id=None if proposal is None else str(proposal),
        form=int(str(form)),
        sha256=str(row["sha256"]),
    )


def _fit_title(title: str) -> str:
    title = " ".join(title.split())
    if not title:
        raise InputError(Message("An edition needs a title."))
    if len(title) > LONGEST_TITLE:
        values = {"most": LONGEST_TITLE, "found": len(title)}
        raise InputError(
            Message("The title of an edition has at most {most} characters; this one has {found}.", values)
        )
    return title


def _refuse_taken(connection: sqlite3.Connection, title: str) -> None:
    for row in connection.execute("SELECT title FROM edition"):
        if row["title"].casefold() == title.casefold():
            raise InputError(
                Message("There is an edition “{title}” already. Choose another title.", {"title": title})
            )


def _refuse_unknown(connection: sqlite3.Connection, proposal_id: str) -> None:
    if connection.execute("SELECT 1 FROM proposal WHERE id = ?", (proposal_id,)).fetchone() is None:
        raise InputError(Message("There is no proposal “{proposal}”.", {"proposal": proposal_id}))
