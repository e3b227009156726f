"""References to sources: the number in the list at the end, the id, and the place in the source."""

from collections.abc import Iterable, Mapping

from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.source_order import by_number


def source_numbers(content: Content) -> Mapping[str, int]:
    """The number of each printed source in the list of sources, by its id; from 1."""
    return {source.id: number for number, source in enumerate(by_number(content), 1)}


def reference_text(cited: Iterable[tuple[str, str | None]], numbers: Mapping[str, int], words: Words) -> str:
    """Sources (id, locator) as a paper cites them: `[3] UZ-S06, item 1`; those of one place together."""
    places: dict[str, list[str]] = {}
    for source, locator in cited:
        number = numbers.get(source)
        named = source if number is None else f"[{number}] {source}"
        places.setdefault((locator or "").strip(), []).append(named)
    parts = [f"{', '.join(names)}, {place}" if place else ", ".join(names) for place, names in places.items()]
    return words.clauses(parts)
