"""On which state of the catalogue a paper rests, and how the paper says so."""

from dataclasses import dataclass
from datetime import date
from unicodedata import east_asian_width

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.results import Counts
from customs_app.language.numbers import day
from customs_app.language.words import Words

_ROOM = 40
"""Letters of a title that stand at the foot of a page beside the hash and the page's number."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The state of the catalogue that is printed: SHA-256 in hexadecimal, counts, day (ISO 8601).

    `title` is that of the edition that was frozen; None where the catalogue that is worked in is printed.
    """

    sha256: str
    counts: Counts
    date: str
    title: str | None = None

    @property
    def short(self) -> str:
        """The hash as it stands at the foot of a page: beginning and end."""
        return f"{self.sha256[:16]} … {self.sha256[-8:]}"


def edition_of(catalogue: Catalogue) -> Edition:
    """The edition that a catalogue is, with the day on which it was frozen; or the state of today."""
    frozen = catalogue.edition()
    if frozen is None:
        return Edition(catalogue.fingerprint(), catalogue.counts(), date.today().isoformat())
    return Edition(frozen.sha256, catalogue.counts(), frozen.at[:10], frozen.title)


def edition_line(edition: Edition, words: Words) -> str:
    """The edition as it stands at the foot of each page."""
    date_, short = day(edition.date, words.language), edition.short
    if edition.title is None:
        return words.text("Edition of the catalogue of {date} · SHA-256 {hash}", date=date_, hash=short)
    title = _shortened(edition.title)
    return words.text("Edition “{title}” of {date} · SHA-256 {hash}", title=title, date=date_, hash=short)


def _shortened(title: str) -> str:
    """As much of a title as there is room for beside the hash; a Chinese character takes that of two."""
    room, kept = _ROOM, ""
    for sign in title:
        room -= 2 if east_asian_width(sign) in "WF" else 1
        if room < 0:
            return f"{kept.rstrip()}…"
        kept += sign
    return title


def frozen_edition(edition: Edition, words: Words) -> tuple[tuple[str, str], ...]:
    """The line about the edition that was frozen, name and title; none where it was not."""
    return () if edition.title is None else ((words.text("Frozen edition"), edition.title),)
