"""The sheet of measures of whole countries: figures with year and source, never beside totals of steps."""

from collections.abc import Iterator, Sequence

from customs_app.analysis.indicators_beside import GROUP_NAMES, Figure
from customs_app.figures.figure_text import UNKNOWN
from customs_app.language.words import Words
from customs_app.reports.beside_texts import figure_value, unit_of, year_text
from customs_app.reports.content import Content
from customs_app.reports.workbook.page import As, Column, Page, Plain
from customs_app.reports.workbook.printing import A3, keep_in_sight, print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import said

_FIXED = 3


def write_indicators(page: Page, content: Content) -> None:
    """Write one row a measure, two columns a country: its newest figure and the year of that."""
    words = page.words
    title = words.text("Measures of whole countries")
    page.line(title, Kind.TITLE)
    page.line(
        words.text(
            "Newest figures with their years, as the sources publish them. They are measured in other ways "
            "than the steps and are no part of their totals. Where years differ, do not set figures against "
            "each other."
        ),
        Kind.LABEL,
    )
    columns = [
        Column(words.text("Who measures"), 16, 30),
        Column(words.text("Measure of the whole country"), 24, 46, Kind.STRONG),
        Column(words.text("Unit"), 8, 14, Kind.SHORT),
    ]
    for country in content.countries:
        name = said(country.name, words) or country.iso2
        columns.append(Column(name, 9, 14, Kind.FIGURE))
        columns.append(Column(words.text("{country}, year", country=name), 7, 12, Kind.SHORT))
    columns += [
        Column(words.text("Years differ"), 7, 9, Kind.SHORT),
        Column(words.text("Sources"), 10, 24),
    ]
    head = page.row
    page.head(columns)
    page.rows(columns, _rows(content, words))
    keep_in_sight(page, head, len(columns), fixed=_FIXED)
    print_pages(page, title, content.edition, A3)


def _rows(content: Content, words: Words) -> Iterator[Sequence[Plain | As]]:
    for row in content.beside.indicators:
        cells: list[Plain | As] = []
        for country in content.countries:
            cells += _figure(row.cells[country.iso2], words)
        ids = dict.fromkeys(id_ for own in row.cells.values() for one in own[:1] for id_ in one.source_ids)
        yield (
            words.text(GROUP_NAMES[row.group]),
            words.say(row.name),
            unit_of(row, words) or None,
            *cells,
            words.text("yes") if row.years_differ else words.text("no"),
            words.list_of(tuple(ids)) or None,
        )


def _figure(figures: tuple[Figure, ...], words: Words) -> tuple[Plain | As, Plain]:
    """A number as a number; what is said in words as text."""
    if not figures:
        return As(UNKNOWN, Kind.UNKNOWN), None
    newest = figures[0]
    value: Plain = newest.value if newest.value is not None else figure_value(newest, words)
    return value, year_text(newest, words) or None
