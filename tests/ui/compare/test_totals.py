"""The rows of totals, the line about like for like, and the widths of the columns."""

import pytest

from customs_app.analysis.compare import compare
from customs_app.domain.codes import Channel, Mode, Regime
from customs_app.domain.figures import Money
from customs_app.language.words import Words
from customs_app.ui.compare.like_for_like import like_for_like_lines
from customs_app.ui.compare.shown import Shown, currencies
from customs_app.ui.compare.totals_rows import Total, TotalRow, rates_line, total_rows
from customs_app.ui.compare.widths import COMFORT, FIRST, FIRST_LEAST, LEAST, share_out
from tests.analysis.made import fee, hours, procedure, reference, step


def row(rows: tuple[TotalRow, ...], key: Total) -> TotalRow:
    return next(one for one in rows if one.key is key)


def test_every_total_says_what_it_covers(shown: Shown) -> None:
    place = shown.comparison.countries.index("UZ")
    totals = shown.comparison.totals["UZ"]
    said = {one.key: one.cells[place] for one in shown.totals}
    assert said[Total.TIMED].lines == ("9 of 15",)
    assert (
        f"{totals.time_covered.n} of {totals.time_covered.of} steps have a time." in said[Total.ELAPSED].tip
    )
    assert f"{totals.cost_covered.n} of {totals.cost_covered.of} steps have a fee." in said[Total.FEES].tip
    assert said[Total.RESTING].lines == ("3 · –",)
    assert said[Total.FEES].lines == ("305\xa0USD", "1,500,000\xa0UZS")
    assert said[Total.FEES].copied == "305\xa0USD + 1,500,000\xa0UZS"


def test_unknown_is_not_zero_and_not_free(shown: Shown) -> None:
    place = shown.comparison.countries.index("CN")
    assert shown.comparison.totals["CN"].cost == ()
    assert row(shown.totals, Total.FEES).cells[place].lines == ("?",)
    assert row(shown.totals, Total.CONVERTED).cells[place].lines == ("?",)


def test_what_has_no_rate_stays_apart(english: Words) -> None:
    made = {
        "KZ": procedure(
            step("a", cost=fee(100, "KZT"), activity="X-01"),
            step("b", cost=fee(7, "CHF"), activity="X-01"),
            country="KZ",
        ),
        "UZ": procedure(step("a", activity="X-01"), country="UZ"),
    }
    listed = reference("X-01", rates={"KZT": 500.0})
    comparison = compare(made, listed, regime=Regime.IMPORT)
    rows = total_rows(comparison, listed.rates, "USD", english)
    here = row(rows, Total.CONVERTED)
    assert here.cells[0].lines == ("0.2\xa0USD", "7\xa0CHF")
    assert "No rate for CHF" in here.cells[0].tip
    assert "1 USD = 500 KZT (20 Nov 2026)" in here.cells[0].tip
    assert here.below == "rates of 20 Nov 2026"
    assert here.high == 2
    assert rates_line(
        compare({"UZ": made["UZ"]}, listed, regime=Regime.IMPORT), listed.rates, "USD", english
    ) == ("no rate was needed")


def test_fees_are_worded_anew_in_another_currency(shown: Shown) -> None:
    euro = shown.in_currency("EUR")
    assert euro.currency == "EUR"
    assert row(euro.totals, Total.CONVERTED).title == "The same in EUR"
    assert row(euro.totals, Total.FEES) == row(shown.totals, Total.FEES)
    assert euro.in_currency("EUR") is euro
    assert currencies(shown.reference)[:3] == ("USD", "AFN", "BYN")


def test_countries_are_ranked_over_what_all_have(english: Words) -> None:
    made = {
        "KZ": procedure(
            step("a", time=hours(9.0), cost=fee(900, "KZT"), activity="X-01", channel=Channel.PAPER),
            country="KZ",
        ),
        "UZ": procedure(step("a", time=hours(2.0), cost=fee(5), activity="X-01"), country="UZ"),
        "CN": procedure(step("a", time=hours(5.0), cost=fee(4, "CHF"), activity="X-01"), country="CN"),
    }
    listed = reference("X-01", rates={"KZT": 300.0})
    comparison = compare(made, listed, regime=Regime.IMPORT, mode=Mode.ROAD)
    assert like_for_like_lines(comparison, listed, "USD", english) == (
        "Like for like, time over Do X-01: Uzbekistan 2 h · China 5 h · Kazakhstan 9 h",
        "Like for like, fees over Do X-01: Kazakhstan 3\xa0USD · Uzbekistan 5\xa0USD · China 4\xa0CHF",
    )
    assert comparison.totals["CN"].cost == (Money(4, "CHF"),)


def test_without_a_common_figure_nobody_is_ranked(shown: Shown) -> None:
    assert len(shown.alike) == 1
    assert shown.alike[0].startswith("Countries are not ranked")


@pytest.mark.parametrize("room", [300, 800, 1000, 1200, 1600, 2400])
@pytest.mark.parametrize("countries", [2, 5, 8, 10])
def test_no_column_is_narrower_than_it_needs(room: int, countries: int) -> None:
    needed = [60 + 9 * place for place in range(countries)]
    first, widths = share_out(needed, 320, room)
    assert all(width >= max(LEAST, need) for width, need in zip(widths, needed, strict=True))
    assert first >= FIRST_LEAST
    if first + sum(max(LEAST, need) for need in needed) <= room:
        assert first + sum(widths) == room
        assert first >= FIRST or sum(widths) == sum(max(LEAST, need) for need in needed)
    elif room < first + sum(widths):
        assert list(widths) == [max(LEAST, need) for need in needed]


def test_columns_are_made_equal_before_names_are_whole() -> None:
    first, widths = share_out([60, 80, 100], 900, FIRST + 3 * COMFORT)
    assert widths == (COMFORT, COMFORT, COMFORT)
    assert first == FIRST
