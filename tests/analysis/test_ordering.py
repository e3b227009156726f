"""The order of countries: by like-for-like totals, or as they were asked for."""

from customs_app.analysis.compare import Comparison, compare
from customs_app.analysis.like_for_like import NO_COST, NO_TIME
from customs_app.analysis.ordering import NO_RATES, Order, by_cost, by_time, in_order, why_not
from customs_app.domain.codes import Regime
from customs_app.domain.figures import Money
from customs_app.domain.procedure import Step

from .made import fee, hours, procedure, reference, step

REFERENCE = reference("DCL-01", "DCL-02", rates={"KZT": 500.0})
RATES = REFERENCE.rates


def _compare(**steps: list[Step]) -> Comparison:
    made = {iso2: procedure(*own, country=iso2) for iso2, own in steps.items()}
    return compare(made, REFERENCE, regime=Regime.IMPORT)


UNLIKE = step("2", activity="DCL-02", time=hours(500), cost=fee(9000))


def test_countries_are_ordered_over_what_all_have_and_never_by_their_totals() -> None:
    comparison = _compare(
        KZ=[step("1", time=hours(5), cost=fee(1000, "KZT"))],
        UZ=[step("1", time=hours(2), cost=fee(5)), UNLIKE],
        CN=[step("1", time=hours(3), cost=fee(1))],
    )
    assert by_time(comparison.like_for_like) == ("UZ", "CN", "KZ")
    assert in_order(comparison, Order.TIME, RATES).countries == ("UZ", "CN", "KZ")
    assert in_order(comparison, Order.COST, RATES).countries == ("CN", "KZ", "UZ")
    assert in_order(comparison, Order.LIST, RATES) is comparison
    totals = {iso2: total.elapsed.typ for iso2, total in comparison.totals.items()}
    assert max(totals, key=lambda iso2: totals[iso2] or 0) == "UZ"


def test_without_anything_in_common_the_order_stays_and_says_why() -> None:
    comparison = _compare(
        KZ=[step("1", time=hours(5), cost=fee(1)), step("2", activity="DCL-02")],
        UZ=[step("1"), step("2", activity="DCL-02", time=hours(1))],
    )
    alike = comparison.like_for_like
    assert why_not(alike, Order.TIME, RATES) == NO_TIME
    assert why_not(alike, Order.COST, RATES) == NO_COST
    assert why_not(alike, Order.LIST, RATES) is None
    for order in Order:
        assert in_order(comparison, order, RATES) is comparison


def test_fees_without_a_rate_cannot_be_placed() -> None:
    comparison = _compare(
        CN=[step("1", cost=fee(7, "CNY"))],
        UZ=[step("1", cost=fee(5))],
        KZ=[step("1", cost=fee(1000, "KZT"))],
    )
    placed, apart = by_cost(comparison.like_for_like, "KZT", RATES)
    assert placed == {"KZ": Money(1000, "KZT"), "UZ": Money(2500, "KZT")}
    assert list(placed) == ["KZ", "UZ"]
    assert apart == ("CN",)
    assert in_order(comparison, Order.COST, RATES).countries == ("KZ", "UZ", "CN")
    assert why_not(comparison.like_for_like, Order.COST, {}) == NO_RATES


def test_equal_times_keep_their_order() -> None:
    comparison = _compare(
        UZ=[step("1", time=hours(2, most=9))], KZ=[step("1", time=hours(2))], CN=[step("1", time=hours(2))]
    )
    assert by_time(comparison.like_for_like) == ("KZ", "CN", "UZ")
