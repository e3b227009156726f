"""The sheet of parcels: how they enter each member state, in one view."""

from collections.abc import Iterator, Sequence

from customs_app.analysis.parcels import ParcelRow
from customs_app.figures.figure_text import ABSENT
from customs_app.language.numbers import money
from customs_app.language.words import Words
from customs_app.reports.beside_texts import threshold_text, ways_text
from customs_app.reports.content import Content
from customs_app.reports.workbook.page import As, Column, Page, Plain
from customs_app.reports.workbook.printing import keep_in_sight, print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.summary_tables import known
from customs_app.reports.workbook.texts import lines, said


def write_parcels(page: Page, content: Content) -> None:
    """Write one row a procedure; a member without one has a row all the same."""
    words = page.words
    t = words.text
    title = t("Parcel imports of all members")
    page.line(title, Kind.TITLE)
    page.line(
        t(
            "All members, also those without such a procedure in the catalogue. Totals rest on different "
            "steps and are not to be ranked. A threshold of an earlier year may no longer apply."
        ),
        Kind.LABEL,
    )
    columns = (
        Column(t("Country"), 12, 20, Kind.STRONG),
        Column(t("Procedure"), 20, 40),
        Column(t("Free of duty up to"), 14, 30),
        Column(t("Documents handed in or shown"), 9, 12, Kind.FIGURE),
        Column(t("Steps with documents recorded"), 9, 12, Kind.FIGURE),
        Column(t("Steps of the case"), 8, 10.5, Kind.FIGURE),
        Column(t("Elapsed, least (hours)"), 8, 10.5, Kind.FIGURE),
        Column(t("Elapsed, typical (hours)"), 8, 10.5, Kind.FIGURE),
        Column(t("Elapsed, most (hours)"), 8, 10.5, Kind.FIGURE),
        Column(t("Steps with a counted time"), 8, 10.5, Kind.FIGURE),
        Column(t("Fees, own currencies"), 9, 16, Kind.FIGURE),
        Column(t("How it is done"), 14, 34),
        Column(t("What the source says of limits, in English"), 16, 50),
        Column(t("Sources"), 10, 24),
    )
    head = page.row
    page.head(columns)
    page.rows(columns, (_row(row, content, words) for row in content.beside.parcels))
    keep_in_sight(page, head, len(columns), fixed=1)
    print_pages(page, title, content.edition)


def _row(row: ParcelRow, content: Content, words: Words) -> Sequence[Plain | As]:
    ids = [id_ for one in row.thresholds for id_ in one.source_ids]
    if row.procedure is not None:
        ids += row.procedure.procedure.source_ids
    return (
        said(content.reference.countries[row.country].name, words),
        *_figures(row, words),
        row.said,
        words.list_of(tuple(dict.fromkeys(ids))) or None,
    )


def _figures(row: ParcelRow, words: Words) -> Iterator[Plain | As]:
    free = known(lines(threshold_text(one, words) for one in row.thresholds))
    if row.procedure is None or row.totals is None:
        yield words.text("no such procedure in the catalogue")
        yield free
        yield from (As(ABSENT, Kind.ABSENT) for _ in range(9))
        return
    totals = row.totals
    yield said(row.procedure.procedure.title, words)
    yield free
    yield known(None if row.documents is None else len(row.documents))
    yield row.recorded.n if row.recorded is not None else None
    yield totals.steps
    yield from (known(end) for end in (totals.elapsed.min, totals.elapsed.typ, totals.elapsed.max))
    yield totals.time_covered.n
    yield known(lines(money(one, words.language) for one in totals.cost))
    yield ways_text(row, words)
