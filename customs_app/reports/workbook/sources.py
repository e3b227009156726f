"""The sheet of sources: where every figure printed comes from."""

from collections.abc import Iterator, Sequence

from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.source_order import by_number
from customs_app.reports.workbook.page import As, Column, Page, Plain
from customs_app.reports.workbook.printing import keep_in_sight, print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import day_or_text, said


def write_sources(page: Page, content: Content) -> None:
    """Write the sources that something printed cites; addresses are plain text, never links."""
    words = page.words
    title = words.text("Sources cited in this workbook")
    page.line(title, Kind.TITLE)
    page.line(words.text("By country and number. Addresses are text, not links."), Kind.LABEL)
    columns = (
        Column(words.text("Source"), 9, 12, Kind.STRONG),
        Column(words.text("Country"), 10, 18),
        Column(words.text("Title"), 30, 64),
        Column(words.text("Publisher"), 16, 40),
        Column(words.text("Year"), 7, 12, Kind.SHORT),
        Column(words.text("Address"), 24, 70),
        Column(words.text("Seen on"), 11, 18, Kind.SHORT),
        Column(words.text("Licence"), 12, 30),
    )
    head = page.row
    page.head(columns)
    page.rows(columns, _rows(content, words))
    keep_in_sight(page, head, len(columns), fixed=1)
    print_pages(page, title, content.edition)


def _rows(content: Content, words: Words) -> Iterator[Sequence[Plain | As]]:
    countries = content.reference.countries
    for source in by_number(content):
        country = countries.get(source.country or "")
        yield (
            source.id,
            said(country.name, words) if country else words.text("shared"),
            source.title,
            source.publisher,
            source.year,
            source.url,
            day_or_text(source.accessed),
            source.licence,
        )
