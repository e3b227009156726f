"""Tables of the first sheet: times, fees, exchange rates."""

from collections.abc import Iterator, Sequence

from customs_app.analysis.money import convert
from customs_app.domain.figures import Range
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Country
from customs_app.figures.figure_text import UNKNOWN
from customs_app.language.labels import rate_label
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.workbook.page import As, Column, Page, Plain
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import day_or_text, said

Row = Sequence[Plain | As]


def write_times(page: Page, content: Content) -> None:
    """Write one row a country: steps, times, and how many steps these rest on."""
    words = page.words
    t = words.text
    page.line(t("Countries, steps and times"), Kind.SECTION)
    columns = (
        Column(t("Country"), 16, 20, Kind.STRONG),
        Column(t("Procedure"), 24, 32),
        Column(t("Steps of the case"), 8, 10.5, Kind.FIGURE),
        Column(t("Steps in all"), 8, 10.5, Kind.FIGURE),
        Column(t("Elapsed, least (hours)"), 8, 10.5, Kind.FIGURE),
        Column(t("Elapsed, typical (hours)"), 8, 10.5, Kind.FIGURE),
        Column(t("Elapsed, most (hours)"), 8, 10.5, Kind.FIGURE),
        Column(t("Sum, least (hours)"), 8, 10.5, Kind.FIGURE),
        Column(t("Sum, typical (hours)"), 8, 10.5, Kind.FIGURE),
        Column(t("Sum, most (hours)"), 8, 10.5, Kind.FIGURE),
        Column(t("Steps with a counted time"), 8, 10.5, Kind.FIGURE),
        Column(t("of these, aggregates"), 8, 10.5, Kind.FIGURE),
        Column(t("Steps with a limit only"), 8, 10.5, Kind.FIGURE),
    )
    page.head(columns)
    page.rows(columns, (_time(content, country, full, words) for country, full in content.procedures()))
    page.end_row()


def write_papers(page: Page, content: Content) -> None:
    """Write one row a country: documents, visits and law."""
    words = page.words
    t = words.text
    page.line(t("Documents, visits and law"), Kind.SECTION)
    papers = (
        Column(t("Country"), 16, 20, Kind.STRONG),
        Column(t("Procedure"), 24, 32),
        Column(t("Documents handed in"), 8, 10.5, Kind.FIGURE),
        Column(t("Handovers of documents"), 8, 10.5, Kind.FIGURE),
        Column(t("Visits in person"), 8, 10.5, Kind.FIGURE),
        Column(t("Steps with known visits"), 8, 10.5, Kind.FIGURE),
        Column(t("In-person steps without a number of visits"), 8, 10.5, Kind.FIGURE),
        Column(t("Steps with a legal basis"), 8, 10.5, Kind.FIGURE),
        Column(t("Derived times"), 8, 10.5, Kind.FIGURE),
    )
    page.head(papers)
    page.rows(papers, (_papers(content, country, full, words) for country, full in content.procedures()))
    page.end_row()


def write_fees(page: Page, content: Content) -> None:
    """Write the fees of each country, a row a currency, each converted and with the country's total."""
    words = page.words
    t = words.text
    into = content.currency
    page.line(t("Fees of the case"), Kind.SECTION)
    columns = (
        Column(t("Country"), 16, 20, Kind.STRONG),
        Column(t("What the amount leaves out"), 24, 32),
        Column(t("Amount"), 8, 10.5, Kind.FIGURE),
        Column(t("Currency"), 8, 10.5, Kind.SHORT),
        Column(t("In {currency}", currency=into), 8, 10.5, Kind.FIGURE),
        Column(t("Country in all, {currency}", currency=into), 8, 10.5, Kind.FIGURE),
        Column(t("Steps with a counted cost"), 8, 10.5, Kind.FIGURE),
        Column(t("of these, aggregates"), 8, 10.5, Kind.FIGURE),
        Column(t("Steps of the case"), 8, 10.5, Kind.FIGURE),
    )
    page.head(columns)
    page.rows(columns, _fees(content, words))
    page.end_row()


def write_rates(page: Page, content: Content) -> None:
    """Write the exchange rates by which fees were converted, with their day and source."""
    if not content.rates:
        return
    words = page.words
    t = words.text
    page.line(t("Exchange rates used"), Kind.SECTION)
    columns = (
        Column(t("Currency"), 8, 20, Kind.STRONG),
        Column(t("Kind of rate"), 12, 32),
        Column(t("Units for one US dollar"), 9, 10.5, Kind.RATE),
        Column(t("Day"), 10, 12, Kind.DATE),
        Column(t("Source"), 9, 10.5, Kind.SHORT),
    )
    page.head(columns)
    page.rows(
        columns,
        (
            (
                rate.currency,
                rate_label(rate.kind, words),
                rate.units_per_usd,
                day_or_text(rate.date),
                rate.source_id,
            )
            for rate in content.rates
        ),
    )
    page.end_row()


def known(value: Plain) -> Plain | As:
    """The value, or `?` where it is unknown."""
    return As(UNKNOWN, Kind.UNKNOWN) if value is None else value


def ends(hours: Range) -> Row:
    """Least, typical and most in three cells."""
    return (known(hours.min), known(hours.typ), known(hours.max))


def _time(content: Content, country: Country, full: FullProcedure, words: Words) -> Row:
    totals = content.comparison.totals[country.iso2]
    return (
        said(country.name, words),
        said(full.procedure.title, words),
        totals.steps,
        totals.all_steps,
        *ends(totals.elapsed),
        *ends(totals.effort),
        totals.time_covered.n,
        totals.aggregates,
        totals.limits,
    )


def _papers(content: Content, country: Country, full: FullProcedure, words: Words) -> Row:
    totals = content.comparison.totals[country.iso2]
    return (
        said(country.name, words),
        said(full.procedure.title, words),
        known(totals.documents),
        known(totals.handovers),
        known(totals.visits),
        totals.visits_covered.n,
        totals.in_person,
        totals.law_covered.n,
        totals.derived,
    )


def _fees(content: Content, words: Words) -> Iterator[Row]:
    for country, _ in content.procedures():
        totals = content.comparison.totals[country.iso2]
        converted = content.converted[country.iso2]
        covered = totals.cost_covered
        rest = (covered.n, totals.cost_aggregates, covered.of)
        missing = words.count(
            "{n} step without a counted cost", "{n} steps without a counted cost", covered.of - covered.n
        )
        if totals.rates:
            rates = words.count("{n} rate in per cent", "{n} rates in per cent", len(totals.rates))
            missing = words.clauses((missing, rates))
        name = said(country.name, words)
        if not totals.cost:
            yield (name, missing, known(None), None, known(None), known(None), *rest)
        for place, amount in enumerate(totals.cost):
            alone = convert([amount], content.currency, content.reference.rates).total
            in_all = converted.total.amount if converted.total else None
            yield (
                name,
                missing if place == 0 else None,
                amount.amount,
                amount.currency,
                known(alone.amount if alone else None),
                known(in_all) if place == 0 else None,
                *(rest if place == 0 else (None, None, None)),
            )
