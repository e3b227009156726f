"""Amounts of several currencies in one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_app.analysis.money import convert
from customs_app.domain.figures import Money
from customs_app.domain.reference import ExchangeRate

RATES = {
    "KZT": ExchangeRate("KZT", 500.0, "2026-11-20"),
    "EUR": ExchangeRate("EUR", 0.8, "2026-11-18"),
    "XXX": ExchangeRate("XXX", 0.0, "2026-11-18"),
}


def test_amounts_go_through_the_dollar() -> None:
    result = convert([Money(1000, "KZT"), Money(8, "EUR"), Money(3, "USD")], "USD", RATES)
    assert result.total == Money(pytest.approx(15), "USD")
    assert result.left == ()
    assert result.dates == ("2026-11-18", "2026-11-20")


def test_between_two_currencies_both_rates_are_used() -> None:
    result = convert([Money(8, "EUR")], "KZT", RATES)
    assert result.total == Money(pytest.approx(5000), "KZT")
    assert {rate.currency for rate in result.rates} == {"EUR", "KZT"}


def test_what_has_no_rate_stays_apart() -> None:
    amounts = [Money(5, "UZS"), Money(2, "XXX"), Money(7, "UZS"), Money(1, "USD")]
    result = convert(amounts, "USD", RATES)
    assert result.total == Money(1, "USD")
    assert result.left == (Money(12, "UZS"), Money(2, "XXX"))


def test_without_a_rate_of_the_target_only_its_own_amounts_are_added() -> None:
    result = convert([Money(5, "UZS"), Money(1, "USD")], "UZS", RATES)
    assert result.total == Money(5, "UZS")
    assert result.left == (Money(1, "USD"),)


def test_nothing_converted_is_unknown_and_not_zero() -> None:
    assert convert([], "USD", RATES).total is None
    assert convert([Money(5, "UZS")], "USD", RATES).total is None
    assert convert([Money(0, "KZT")], "USD", RATES).total == Money(0, "USD")


def test_amounts_in_the_target_stay_exactly_as_they_are() -> None:
    result = convert([Money(0.1, "KZT")], "KZT", RATES)
    assert result.total == Money(0.1, "KZT")
    assert result.dates == ()


@given(
    st.floats(0.01, 1e9),
    st.floats(1e-3, 1e5),
    st.floats(1e-3, 1e5),
)
def test_there_and_back_is_the_same(amount: float, one: float, other: float) -> None:
    rates = {"AAA": ExchangeRate("AAA", one, "2026-01-01"), "BBB": ExchangeRate("BBB", other, "2026-01-01")}
    there = convert([Money(amount, "AAA")], "BBB", rates).total
    assert there is not None
    back = convert([there], "AAA", rates).total
    assert back is not None
    assert back.amount == pytest.approx(amount)
