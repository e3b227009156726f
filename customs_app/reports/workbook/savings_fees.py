"""Fees of one consignment now and then, by currency, and what is saved in US dollars."""

from collections.abc import Iterator, Mapping, Sequence

from customs_app.analysis.dossier.result import Dossier, ProcedureEffect
from customs_app.analysis.dossier.whole import procedure_name
from customs_app.domain.figures import Money
from customs_app.figures.figure_text import UNKNOWN
from customs_app.language.words import Words
from customs_app.reports.workbook import to_be
from customs_app.reports.workbook.live import or_unknown, sheet_ref, sum_or_unknown
from customs_app.reports.workbook.page import As, Column, Live, Page, Plain
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import day_or_text
from customs_app.reports.workbook.to_be import Placed

_WIDE = 14
_DOLLAR = "USD"


def write_fees(page: Page, dossier: Dossier, places: Mapping[str, Placed]) -> None:
    """Write one row for each procedure and currency; procedures without a known fee are left out by name."""
    words = page.words
    t = words.text
    page.line(t("One consignment, all measures together: fees"), Kind.SECTION)
    rows = [(told, currency) for told in dossier.together for currency in _currencies(told)]
    without = tuple(name_of(told, dossier, words) for told in dossier.together if not _currencies(told))
    if without:
        page.note(t("Left out, because no fee is known: {countries}.", countries=without), _WIDE)
    if not rows:
        page.end_row()
        return
    columns = (
        Column(t("Country"), 16, 24, Kind.STRONG),
        Column(t("Currency"), 8, 30),
        Column(t("Fees, now"), 10, 14, Kind.FIGURE),
        Column(t("Fees, then"), 10, 14, Kind.FIGURE),
        Column(t("Fees, saved"), 10, 14, Kind.FIGURE),
        Column(t("Units for one US dollar"), 10, 12, Kind.RATE),
        Column(t("Day"), 11, 14, Kind.DATE),
        Column(t("Saved, US dollars"), 10, 14, Kind.FIGURE),
    )
    page.head(columns)
    first = page.row
    results = [_dollars(told, currency, dossier) for told, currency in rows]
    page.rows(columns, _rows(page, rows, dossier, places))
    last = page.row - 1
    known = [value for value in results if value is not None]
    area = f"H{first}:H{last}"
    for name, live in (
        (t("Sum"), Live(sum_or_unknown(area), sum(known) if known else UNKNOWN)),
        (t("Rows counted, of {n}", n=len(rows)), Live(f"=COUNT({area})", len(known))),
    ):
        page.put(1, name, Kind.TOTAL_NAME)
        for column in range(2, 8):
            page.put(column, None, Kind.TOTAL_NAME)
        page.put(8, live, Kind.TOTAL2 if name == t("Sum") else Kind.TOTAL0)
        page.end_row()
    page.end_row()


def name_of(told: ProcedureEffect, dossier: Dossier, words: Words) -> str:
    """The country, with the procedure where the country has several here."""
    every = [one.full for one in dossier.together]
    return procedure_name(told.full, every, dossier.reference, words)


def _currencies(told: ProcedureEffect) -> tuple[str, ...]:
    fees = (*told.effect.as_is.cost, *told.effect.to_be.cost)
    return tuple(dict.fromkeys(fee.currency for fee in fees))


def _rows(
    page: Page, rows: Sequence[tuple[ProcedureEffect, str]], dossier: Dossier, places: Mapping[str, Placed]
) -> Iterator[Sequence[Plain | As]]:
    for told, currency in rows:
        at, place = page.row, places[told.full.procedure.id]
        units, day = _rate(currency, dossier)
        saved, dollars = _saved(told, currency), _dollars(told, currency, dossier)
        unknown = As(UNKNOWN, Kind.UNKNOWN)
        yield (
            name_of(told, dossier, page.words),
            currency,
            Live(_sum(place, to_be.FEE, at), _amount(told.effect.as_is.cost, currency)),
            Live(_sum(place, to_be.FEE_THEN, at), _amount(told.effect.to_be.cost, currency)),
            unknown if saved is None else Live(or_unknown(f"C{at}-D{at}", f"C{at}", f"D{at}"), saved),
            unknown if units is None else units,
            day_or_text(day),
            unknown if dollars is None else Live(or_unknown(f"E{at}/F{at}", f"E{at}", f"F{at}"), dollars),
        )


def _sum(place: Placed, column: str, at: int) -> str:
    """The fees of a column of a procedure's sheet in the currency of this row."""
    ref, rows = sheet_ref(place.sheet), (place.first, place.last)
    area, currencies = (f"{ref}{letter}{rows[0]}:{letter}{rows[1]}" for letter in (column, to_be.CURRENCY))
    return f"=SUMIFS({area},{currencies},B{at})"


def _amount(fees: Sequence[Money], currency: str) -> float:
    return sum(fee.amount for fee in fees if fee.currency == currency)


def _saved(told: ProcedureEffect, currency: str) -> float | None:
    if told.effect.saved.cost is None:
        return None
    return _amount(told.effect.as_is.cost, currency) - _amount(told.effect.to_be.cost, currency)


def _rate(currency: str, dossier: Dossier) -> tuple[float | None, str | None]:
    if currency == _DOLLAR:
        return 1, None
    rate = dossier.reference.rates.get(currency)
    return (None, None) if rate is None else (rate.units_per_usd, rate.date)


def _dollars(told: ProcedureEffect, currency: str, dossier: Dossier) -> float | None:
    saved, (units, _) = _saved(told, currency), _rate(currency, dossier)
    return None if saved is None or not units else saved / units
