"""Editions as a table for a terminal, and as values for a program."""

from collections.abc import Mapping, Sequence
from typing import Any

from customs_app.catalogue.catalogue import Catalogue
from customs_app.cli.console import table
from customs_app.domain.edition import Edition
from customs_app.domain.reference import Country
from customs_app.language.labels import delegation_name
from customs_app.language.numbers import day
from customs_app.language.words import Words


def editions_text(editions: Sequence[Edition], countries: Mapping[str, Country], words: Words) -> str:
    """The editions, the newest first; the hash whole, because it is what papers are held against."""
    if not editions:
        return words.text("No edition yet: nothing has been frozen.")
    head = (
        words.text("Title"),
        words.text("Date"),
        words.text("Frozen by"),
        words.text("What is frozen"),
        words.text("Id"),
        "SHA-256",
    )
    return table(head, (_row(one, countries, words) for one in editions))


def edition_json(edition: Edition) -> dict[str, Any]:
    """An edition as plain values; `at` is UTC (ISO 8601), `proposal` null where all was frozen."""
    return {
        "id": edition.id,
        "title": edition.title,
        "at": edition.at,
        "name": edition.who.name,
        "delegation": edition.who.delegation,
        "proposal": edition.proposal_id,
        "sha256": edition.sha256,
    }


def read_from(catalogue: Catalogue) -> dict[str, Any]:
    """What the output for programs says of the edition that is read; nothing for the working copy."""
    frozen = catalogue.edition()
    return {} if frozen is None else {"edition": edition_json(frozen)}


def _row(edition: Edition, countries: Mapping[str, Country], words: Words) -> Sequence[str]:
    who = f"{edition.who.name}, {delegation_name(edition.who.delegation, countries, words)}"
    of = (
        words.text("the whole catalogue")
        if edition.proposal_id is None
        else words.text("the proposal {proposal}", proposal=edition.proposal_id)
    )
    return edition.title, day(edition.at[:10], words.language), who, of, edition.id, edition.sha256
