"""Which times and costs count as equal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_app.analysis.compare import Comparison, compare
from customs_app.analysis.differences import Kind
from customs_app.analysis.tolerance import CHOICES, MATTERS, USUAL, Tolerance, apart, money_apart
from customs_app.domain.codes import Regime
from customs_app.domain.figures import CostFigure, Money, TimeFigure
from customs_app.domain.reference import ExchangeRate

from .made import fee, hours, procedure, reference, step

KZT = {"KZT": ExchangeRate("KZT", 500.0, "2026-11-20", None)}


def _kinds(
    tolerance: Tolerance,
    times: tuple[TimeFigure, TimeFigure] = (TimeFigure(), TimeFigure()),
    costs: tuple[CostFigure, CostFigure] = (CostFigure(), CostFigure()),
) -> set[Kind]:
    made = {
        iso2: procedure(step("1", time=time, cost=cost), country=iso2)
        for iso2, time, cost in zip(("KZ", "UZ"), times, costs, strict=True)
    }
    comparison: Comparison = compare(
        made, reference("DCL-01", rates={"KZT": 500.0}), regime=Regime.IMPORT, tolerance=tolerance
    )
    return {one.kind for one in comparison.differences}


def test_the_usual_tolerance_is_a_fifth() -> None:
    assert Tolerance(1.2, 1.2) == USUAL
    assert MATTERS in CHOICES
    assert apart([10.0, 12.1])
    assert not apart([10.0, 12.0])
    assert not apart([10.0])
    assert apart([0.0, 0.1], 3.0)


@given(st.lists(st.floats(0, 1e6), min_size=2), st.floats(1, 5), st.floats(0, 5))
def test_a_wider_tolerance_never_finds_more(values: list[float], times: float, more: float) -> None:
    assert apart(values, times) or not apart(values, times + more)


def test_times_within_the_tolerance_are_no_difference() -> None:
    times = (hours(10), hours(14))
    assert Kind.TIME in _kinds(USUAL, times)
    assert Kind.LIKE_FOR_LIKE in _kinds(USUAL, times)
    assert _kinds(Tolerance(time=1.5), times) == set()
    assert _kinds(Tolerance(cost=1.5), times) == {Kind.TIME, Kind.LIKE_FOR_LIKE}
    assert _kinds(Tolerance(time=1.0), (hours(10), hours(10.5))) == {Kind.TIME, Kind.LIKE_FOR_LIKE}


def test_fees_within_the_tolerance_are_no_difference_across_currencies_too() -> None:
    assert _kinds(USUAL, costs=(fee(10), fee(13))) == {Kind.FEE}
    assert _kinds(Tolerance(cost=1.5), costs=(fee(10), fee(13))) == set()
    assert _kinds(USUAL, costs=(fee(10), fee(5500, "KZT"))) == set()
    assert _kinds(USUAL, costs=(fee(10), fee(6500, "KZT"))) == {Kind.FEE}


@pytest.mark.parametrize("times", CHOICES)
def test_what_has_no_rate_is_never_taken_for_equal(times: float) -> None:
    assert money_apart([Money(10, "USD"), Money(10, "CHF")], times, KZT)
    assert not money_apart([Money(10, "CHF"), Money(10, "CHF")], times, {})
    assert not money_apart([Money(10, "USD")], times, {})
