"""The sheet of sources, by the numbers that the other sheets name."""

from collections.abc import Sequence

from customs_app.domain.procedure import Source
from customs_app.domain.reference import Reference
from customs_app.language.country_names import full_name
from customs_app.reports.edition import Edition
from customs_app.reports.workbook.page import Column, Page
from customs_app.reports.workbook.printing import keep_in_sight, print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import day_or_text


def write_source_list(page: Page, sources: Sequence[Source], reference: Reference, edition: Edition) -> None:
    """Write the sources that something printed cites; addresses are plain text, never links."""
    words = page.words
    t = words.text
    title = t("Sources cited in this workbook")
    page.line(title, Kind.TITLE)
    page.line(t("By country and number. Addresses are text, not links."), Kind.LABEL)
    columns = (
        Column(t("No."), 5, 6, Kind.SHORT),
        Column(t("Country"), 10, 18),
        Column(t("Title"), 30, 64, Kind.STRONG),
        Column(t("Publisher"), 16, 40),
        Column(t("Year"), 7, 12, Kind.SHORT),
        Column(t("Address"), 24, 70),
        Column(t("Seen on"), 11, 18, Kind.SHORT),
        Column(t("Licence"), 12, 30),
        Column(t("In the catalogue"), 9, 12, Kind.SHORT),
    )
    head = page.row
    page.head(columns)
    page.rows(
        columns,
        (
            (
                n,
                full_name(source.country, reference, words.language) if source.country else t("shared"),
                source.title,
                source.publisher,
                source.year,
                source.url,
                day_or_text(source.accessed),
                source.licence,
                source.id,
            )
            for n, source in enumerate(sources, 1)
        ),
    )
    keep_in_sight(page, head, len(columns), fixed=1)
    print_pages(page, title, edition)
