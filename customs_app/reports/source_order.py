"""The order of a list of sources in which a reader finds one by its number."""

import re
from collections.abc import Iterable, Sequence

from customs_app.domain.procedure import Source
from customs_app.reports.content import Content

_NUMBER = re.compile(r"\d+")


def by_number(content: Content) -> tuple[Source, ...]:
    """The sources printed: by country in order of print, those shared by all last, then by number."""
    return in_order(content.sources, content.comparison.countries)


def in_order(sources: Iterable[Source], countries: Sequence[str]) -> tuple[Source, ...]:
    """The sources by country (ISO 3166) in the order given, those of no country last, then by number."""
    places = {iso2: place for place, iso2 in enumerate(countries)}

    def key(source: Source) -> tuple[int, str, int, str]:
        number = _NUMBER.search(source.id)
        place = places.get(source.country or "", len(places))
        stem = source.id[: number.start()] if number else source.id
        return place, stem, int(number.group()) if number else 0, source.id

    return tuple(sorted(sources, key=key))
