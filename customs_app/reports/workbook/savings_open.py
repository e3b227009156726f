"""What the change costs, and what is still to be settled: formulas over what is filled in."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from customs_app.analysis.dossier.result import CountryPart, Dossier
from customs_app.domain.codes import Position, Verdict
from customs_app.figures.figure_text import UNKNOWN
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.reports.workbook import acts, measures, positions
from customs_app.reports.workbook.page import Column, Live, Page
from customs_app.reports.workbook.styles import Kind

_WIDE = 14


def currencies_of(dossier: Dossier) -> tuple[str, ...]:
    """The currencies that may be chosen: those of terms and fees first, then those with a rate."""
    used = [part.terms.cost.currency for part in _parts(dossier) if part.terms.cost is not None]
    return tuple(dict.fromkeys(("USD", *used, *sorted(dossier.reference.rates))))


def _parts(dossier: Dossier) -> Iterator[CountryPart]:
    for measure in dossier.measures:
        yield from measure.parts


def write_cost_of_change(page: Page, dossier: Dossier) -> None:
    """What the measures cost, a row for each currency; a currency in which nothing is said is unknown."""
    words = page.words
    t = words.text
    parts = tuple(_parts(dossier))
    page.line(t("What the change costs"), Kind.SECTION)
    page.note(
        t("Sums of what the sheet of measures says now, by currency; rows without a cost add nothing."), _WIDE
    )
    columns = (
        Column(t("Currency"), 8, 24, Kind.STRONG),
        Column(t("Rows with a cost"), 10, 30, Kind.FIGURE),
        Column(t("Cost of the change"), 12, 16, Kind.FIGURE),
    )
    page.head(columns)
    for currency in currencies_of(dossier):
        amounts = [cost.amount for part in parts if (cost := part.terms.cost) and cost.currency == currency]
        at = page.row
        page.put(1, currency, Kind.STRONG)
        count = f'=COUNTIFS({measures.CURRENCY},A{at},{measures.COST},">=0")'
        page.put(2, Live(count, len(amounts)), Kind.FIGURE)
        total = f'=IF(B{at}=0,"?",SUMIFS({measures.COST},{measures.CURRENCY},A{at}))'
        page.put(
            3, Live(total, sum(amounts) if amounts else UNKNOWN), Kind.NUMBER2 if amounts else Kind.UNKNOWN
        )
        page.end_row()
    page.end_row()


def open_tables(page: Page, dossier: Dossier) -> list[Callable[[], None]]:
    """What writes how many measures of each kind there are, where delegations stand, what is not said yet."""
    words = page.words
    t = words.text
    return [
        lambda: _table(
            page, t("Rows of measures, by verdict"), t("Verdict"), _verdicts(dossier, page, words)
        ),
        lambda: _table(page, t("Positions stated"), t("Position"), _stated(dossier, page, words)),
        lambda: _table(page, t("Still to be settled"), t("What is not said yet"), _missing(dossier, words)),
    ]


def _table(page: Page, title: str, head: str, rows: Iterator[tuple[str, Live]]) -> None:
    page.line(title, Kind.SECTION)
    columns = (Column(head, 16, 24), Column(page.words.text("Rows"), 8, 30, Kind.FIGURE))
    page.head(columns)
    page.rows(columns, rows)
    page.end_row()


def _verdicts(dossier: Dossier, page: Page, words: Words) -> Iterator[tuple[str, Live]]:
    counted = Counter(measure.verdict for measure in dossier.measures for _ in measure.parts)
    for verdict in Verdict:
        if counted[verdict]:
            formula = f"=COUNTIF({measures.VERDICT},A{page.row})"
            yield label(verdict, words), Live(formula, counted[verdict])


def _stated(dossier: Dossier, page: Page, words: Words) -> Iterator[tuple[str, Live]]:
    every = [held.stated for _, held in positions.positions_of(dossier)]
    counted = Counter(stated.position for stated in every if stated is not None)
    for position in Position:
        formula = f"=COUNTIF({positions.POSITION},A{page.row})"
        yield label(position, words), Live(formula, counted[position])
    if every:
        nothing = sum(stated is None for stated in every)
        yield words.text("nothing said yet"), Live(f"=COUNTBLANK({positions.POSITION})", nothing)


def _missing(dossier: Dossier, words: Words) -> Iterator[tuple[str, Live]]:
    terms = [part.terms for part in _parts(dossier)]
    t = words.text
    yield t("Cost of the change"), _blank(measures.COST, [one.cost for one in terms])
    yield t("Source of funds"), _blank(measures.FUND, [one.funds for one in terms])
    yield t("Responsible body"), _blank(measures.BODY, [one.agency_id or one.body for one in terms])
    neither = sum(one.due is None and one.months is None for one in terms)
    yield t("Term"), Live(f'=SUMPRODUCT(({measures.DUE}="")*({measures.MONTHS}=""))', neither)
    listed = [act for *_, act in acts.acts_of(dossier)]
    if listed:
        # The text that stands for it is of this package; the cell's own words could be an office's.
        said = acts.not_known(words).replace('"', '""')
        unknown = sum(act.text is None for act in listed)
        yield t("Article of the act to amend"), Live(f'=COUNTIF({acts.ACT},"{said}")', unknown)


def _blank(name: str, values: Sequence[object]) -> Live:
    return Live(f"=COUNTBLANK({name})", sum(not value for value in values))
