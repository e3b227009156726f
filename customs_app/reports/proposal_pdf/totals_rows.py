"""Totals of the countries as rows of text, one text a country."""

from collections.abc import Callable, Mapping

from customs_app.analysis.totals import Totals
from customs_app.domain.figures import Coverage, Money
from customs_app.figures.figure_text import ABSENT, UNKNOWN, hours_text, visits_text
from customs_app.language.numbers import number
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf.texts import stacked

Row = tuple[str, Mapping[str, str]]
"""What the row says, and its text by country (ISO 3166 alpha-2)."""


def time_rows(content: Content, words: Words) -> list[Row]:
    """Time of the case, and on how many steps it rests; hours."""

    def covered(totals: Totals) -> str:
        return _coverage(totals.time_covered, words)

    def resting(totals: Totals) -> str:
        return f"{totals.aggregates or ABSENT} · {totals.limits or ABSENT} · {totals.derived or ABSENT}"

    return [
        _row(content, words.text("Steps of the case"), lambda totals: str(totals.steps)),
        _row(content, words.text("Critical path, hours"), lambda totals: hours_text(totals.elapsed, words)),
        _row(content, words.text("Sum of the steps, hours"), lambda totals: hours_text(totals.effort, words)),
        _row(content, words.text("Steps with a counted time"), covered),
        _row(content, words.text("Of these aggregates · limits · derived"), resting),
    ]


def other_rows(content: Content, words: Words) -> list[Row]:
    """Fees of the case, in their own currencies and converted, and what is handed in."""

    def fees(totals: Totals) -> str:
        return stacked(_money(amount, words) for amount in totals.cost) or UNKNOWN

    def converted(totals: Totals) -> str:
        one = content.converted[totals.country]
        total = UNKNOWN if one.total is None else _money(one.total, words)
        return stacked([total, *(f"+ {_money(amount, words)}" for amount in one.left)])

    def handed(totals: Totals) -> str:
        if totals.documents is None:
            return UNKNOWN
        return f"{totals.documents} · {totals.handovers}"

    def visits(totals: Totals) -> str:
        known = visits_text(totals.visits, totals.visits_covered, words)
        return f"{known} · {totals.in_person or ABSENT}"

    title = words.text("The same in {currency}", currency=content.currency)
    return [
        _row(content, words.text("Fees, as recorded"), fees),
        _row(content, title, converted),
        _row(
            content,
            words.text("Steps with a counted fee"),
            lambda totals: _coverage(totals.cost_covered, words),
        ),
        _row(content, words.text("Documents · times handed in"), handed),
        _row(content, words.text("Visits · other steps in person"), visits),
    ]


def law_row(content: Content, words: Words) -> Row:
    """How many steps of the case have a legal basis on record."""
    title = words.text("Steps with a legal basis")
    return _row(content, title, lambda totals: _coverage(totals.law_covered, words))


def _row(content: Content, title: str, value: Callable[[Totals], str]) -> Row:
    return title, {iso2: value(totals) for iso2, totals in content.comparison.totals.items()}


def _money(amount: Money, words: Words) -> str:
    """An amount that may end its line before the currency: the columns are narrow."""
    return f"{number(amount.amount, words.language)} {amount.currency}"


def _coverage(covered: Coverage, words: Words) -> str:
    return words.text("{n} of {of}", n=covered.n, of=covered.of)
