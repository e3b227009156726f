"""Totals that may be set against each other."""

from customs_app.analysis.case import BASE, WORST
from customs_app.analysis.like_for_like import NO_COST, NO_TIME, TOO_FEW, LikeForLike, like_for_like
from customs_app.domain.codes import CostKind
from customs_app.domain.figures import Money, Range
from customs_app.domain.procedure import FullProcedure

from .made import AGG, L, fee, hours, procedure, step

CODES = ["A", "B", "C", "D"]


def _alike(kz: FullProcedure, uz: FullProcedure, case=BASE) -> LikeForLike:
    return like_for_like({"KZ": kz, "UZ": uz}, case, CODES)


def test_only_activities_counted_in_every_country_are_totalled() -> None:
    result = _alike(
        procedure(
            step("1", activity="A", time=hours(1)),
            step("2", "1", activity="B", time=hours(50)),
            step("3", "2", activity="C", time=hours(2)),
        ),
        procedure(
            step("1", activity="A", time=hours(3, most=4)),
            step("2", "1", activity="B"),
            step("3", activity="C", time=hours(1)),
            step("4", activity="D", time=hours(9)),
        ),
    )
    assert result.time_activities == ("A", "C")
    assert result.elapsed == {"KZ": Range(3, 3, 3), "UZ": Range(3, 3, 4)}
    assert result.no_time is None


def test_limits_are_no_counted_figure() -> None:
    result = _alike(
        procedure(step("1", activity="A", time=hours(1))),
        procedure(step("1", activity="A", time=hours(most=9, kind=L))),
    )
    assert (result.time_activities, result.elapsed, result.no_time) == ((), {}, NO_TIME)


def test_an_activity_of_which_one_step_is_unknown_does_not_count() -> None:
    result = _alike(
        procedure(step("1", activity="A", time=hours(1)), step("2", activity="A")),
        procedure(step("1", activity="A", time=hours(1))),
    )
    assert result.time_activities == ()


def test_an_aggregate_that_reaches_beyond_is_no_like_for_like() -> None:
    spans = procedure(
        step("1", activity="A"),
        step("2", activity="B", time=hours(150, kind=AGG, covers=["1", "2"])),
        step("3", activity="C", time=hours(4)),
    )
    one = procedure(
        step("1", activity="A", time=hours(1)),
        step("2", activity="B"),
        step("3", activity="C", time=hours(2)),
    )
    result = _alike(spans, one)
    assert result.time_activities == ("C",)
    assert result.elapsed == {"KZ": Range(4, 4, 4), "UZ": Range(2, 2, 2)}


def test_an_aggregate_counts_where_all_that_it_spans_is_compared() -> None:
    spans = procedure(
        step("1", activity="A"), step("2", activity="B", time=hours(150, kind=AGG, covers=["1", "2"]))
    )
    both = procedure(step("1", activity="A", time=hours(1)), step("2", "1", activity="B", time=hours(2)))
    result = _alike(spans, both)
    assert result.time_activities == ("A", "B")
    assert result.elapsed == {"KZ": Range(150, 150, 150), "UZ": Range(3, 3, 3)}


def test_taking_one_aggregate_out_takes_out_what_leans_on_it() -> None:
    one = procedure(
        step("1", activity="A", time=hours(5, kind=AGG, covers=["1", "2"])), step("2", activity="B")
    )
    other = procedure(
        step("1", activity="A", time=hours(1)),
        step("2", activity="B", time=hours(5, kind=AGG, covers=["2", "3"])),
        step("3", activity="C"),
    )
    assert _alike(one, other).no_time == NO_TIME


def test_the_case_decides_which_steps_count() -> None:
    kz = procedure(step("1", activity="A", time=hours(1)), step("2", activity="A", condition="x"))
    uz = procedure(step("1", activity="A", time=hours(2)))
    assert _alike(kz, uz).time_activities == ("A",)
    assert _alike(kz, uz, WORST).time_activities == ()


def test_costs_alike_one_amount_per_currency() -> None:
    result = _alike(
        procedure(
            step("1", activity="A", cost=fee(5)),
            step("2", activity="A", cost=fee(900, "KZT")),
            step("3", activity="B", cost=fee(5, None, CostKind.RATE)),
        ),
        procedure(step("1", activity="A", cost=fee(0, "UZS")), step("2", activity="B", cost=fee(1))),
    )
    assert result.cost_activities == ("A",)
    assert result.cost == {"KZ": (Money(5, "USD"), Money(900, "KZT")), "UZ": (Money(0, "UZS"),)}
    assert result.no_time == NO_TIME


def test_nothing_in_common_says_why() -> None:
    result = _alike(procedure(step("1", activity="A")), procedure(step("1", activity="A")))
    assert (result.no_time, result.no_cost) == (NO_TIME, NO_COST)
    alone = like_for_like({"KZ": procedure(step("1", activity="A", time=hours(1)))}, BASE, CODES)
    assert (alone.no_time, alone.time_activities) == (TOO_FEW, ())
