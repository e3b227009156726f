import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_app.domain.figures import Money, Range
from customs_app.domain.text import Language
from customs_app.language.numbers import day, money, number, span

EN, RU, ZH = Language.EN, Language.RU, Language.ZH


@pytest.mark.parametrize(
    ("value", "language", "shown"),
    [
        (168, EN, "168"),
        (1_500_000, EN, "1,500,000"),
        (1_500_000, RU, "1\u00a0500\u00a0000"),
        (106.5, RU, "106,5"),
        (0.0167, EN, "0.02"),
        (0.0033, ZH, "0.0033"),
        (0, EN, "0"),
        (-3.25, EN, "-3.25"),
        (150.0, EN, "150"),
        (100, EN, "100"),
    ],
)
def test_a_number_in_its_language(value: float, language: Language, shown: str) -> None:
    assert number(value, language) == shown


@given(st.floats(min_value=1e-8, max_value=1e12))
def test_what_is_not_zero_is_never_shown_as_zero(value: float) -> None:
    assert number(value, EN).strip("0.,") != ""


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        (Range(), "?"),
        (Range(2, 3, 4), "2 – 4"),
        (Range(None, 5, None), "5"),
        (Range(None, None, 24), "≤ 24"),
        (Range(24, None, None), "≥ 24"),
        (Range(7, 7, 7), "7"),
        (Range(0, 0, 0), "0"),
    ],
)
def test_a_range_stays_a_range(values: Range, shown: str) -> None:
    assert span(values, EN) == shown


def test_money_and_days() -> None:
    assert money(Money(26144, "RUB"), RU) == "26\u00a0144\u00a0RUB"
    assert day("2026-11-24T10:00:00Z", EN) == "24 Nov 2026"
    assert day("2026-11-24", RU) == "24 ноября 2026"
    assert day("2026-11-24", ZH) == "2026年11月24日"
