"""What each step adds to a total."""

import pytest

from customs_app.analysis.counting import Counting, counted_costs, counted_times, filled
from customs_app.domain.codes import CostKind
from customs_app.domain.figures import Money, Range, TimeFigure

from .made import AGG, LEAD, L, fee, hours, procedure, step


@pytest.mark.parametrize(
    ("given", "counted", "derived"),
    [
        (Range(None, 3, None), Range(3, 3, 3), False),
        (Range(2, None, 6), Range(2, 4, 6), True),
        (Range(None, 3, 5), Range(3, 3, 5), False),
        (Range(1, 3, None), Range(1, 3, 3), False),
        (Range(1, 2, 9), Range(1, 2, 9), False),
        (Range(1, None, None), Range(1, None, None), False),
        (Range(None, None, 9), Range(None, None, 9), False),
        (Range(0, None, 2), Range(0, 1, 2), True),
        (Range(), Range(), False),
    ],
)
def test_empty_ends_are_filled_and_a_mean_is_derived(given: Range, counted: Range, derived: bool) -> None:
    assert filled(given) == (counted, derived)


def _one(time: TimeFigure):
    full = procedure(step("1", time=time))
    return counted_times(full, full.steps)["1"]


def test_duration_counts_and_unknown_does_not() -> None:
    assert _one(hours(2)).state is Counting.OWN
    assert _one(hours(2)).covered
    unknown = _one(TimeFigure())
    assert (unknown.hours, unknown.state, unknown.covered) == (None, Counting.UNKNOWN, False)


def test_zero_is_a_figure_and_not_unknown() -> None:
    assert _one(hours(0.0)).hours == Range(0, 0, 0)
    assert _one(hours(0.0)).covered


def test_limit_gives_a_maximum_only_and_is_not_covered() -> None:
    for limit in (hours(most=24, kind=L), hours(24, kind=L)):
        counted = _one(limit)
        assert counted.hours == Range(None, None, 24)
        assert (counted.state, counted.covered) == (Counting.LIMIT, False)


def test_lead_time_gives_nothing_but_is_shown() -> None:
    counted = _one(hours(least=2, kind=LEAD))
    assert (counted.hours, counted.state) == (None, Counting.LEAD)
    assert counted.recorded == Range(2, None, None)


def test_aggregate_that_names_no_steps_is_shown_and_never_added() -> None:
    counted = _one(hours(50, kind=AGG))
    assert (counted.hours, counted.state, counted.covered) == (None, Counting.UNADDED, False)
    assert counted.recorded == Range(50, 50, 50)


def test_figure_of_unsaid_kind_is_never_added() -> None:
    assert _one(hours(5, kind=None)).state is Counting.UNADDED


def test_aggregate_counts_once_in_place_of_what_it_spans() -> None:
    full = procedure(
        step("1", time=hours(4)),
        step("2", time=hours(10, kind=AGG, covers=["1", "2", "3"])),
        step("3", time=hours(most=9, kind=L)),
        step("4", time=hours(1)),
    )
    counted = counted_times(full, full.steps)
    assert [counted[name].state for name in "1234"] == [
        Counting.INSIDE,
        Counting.AGGREGATE,
        Counting.INSIDE,
        Counting.OWN,
    ]
    assert [counted[name].hours for name in "1234"] == [None, Range(10, 10, 10), None, Range(1, 1, 1)]
    assert {counted[name].aggregate_id for name in "123"} == {"2"}
    assert all(counted[name].covered for name in "1234")
    assert counted["1"].recorded == Range(4, 4, 4)


def test_carrier_counts_as_spanned_though_it_does_not_name_itself() -> None:
    full = procedure(step("1", time=hours(4)), step("2", time=hours(10, kind=AGG, covers=["1"])))
    assert counted_times(full, full.steps)["2"].state is Counting.AGGREGATE


def test_without_its_carrier_an_aggregate_does_not_count() -> None:
    full = procedure(
        step("1", time=hours(4)), step("2", time=hours(10, kind=AGG, covers=["1", "2"])), step("3")
    )
    counted = counted_times(full, [full.step("1"), full.step("3")])
    assert counted["1"].hours == Range(4, 4, 4)
    assert counted["1"].state is Counting.OWN
    assert "2" not in counted


def test_aggregate_counts_whole_where_part_of_its_steps_is_taken() -> None:
    full = procedure(step("1"), step("2", time=hours(10, kind=AGG, covers=["1", "2"])))
    assert counted_times(full, [full.step("2")])["2"].hours == Range(10, 10, 10)


def test_of_overlapping_aggregates_the_larger_counts_alone() -> None:
    full = procedure(
        step("1", time=hours(5, kind=AGG, covers=["1", "2"])),
        step("2"),
        step("3", time=hours(20, kind=AGG, covers=["1", "2", "3"])),
        step("4", time=hours(7, kind=AGG, covers=["3", "4"])),
    )
    counted = counted_times(full, full.steps)
    assert [counted[name].state for name in "1234"] == [
        Counting.INSIDE,
        Counting.INSIDE,
        Counting.AGGREGATE,
        Counting.UNADDED,
    ]


def test_inside_an_aggregate_without_typical_time_is_not_covered() -> None:
    full = procedure(step("1"), step("2", time=hours(most=10, kind=AGG, covers=["1", "2"])))
    counted = counted_times(full, full.steps)
    assert counted["2"].hours == Range(None, None, 10)
    assert not counted["1"].covered
    assert not counted["2"].covered


def test_empty_aggregate_leaves_the_times_of_its_steps() -> None:
    full = procedure(step("1", time=hours(4)), step("2", time=hours(kind=AGG, covers=["1", "2"])))
    counted = counted_times(full, full.steps)
    assert counted["1"].state is Counting.OWN
    assert counted["2"].state is Counting.UNKNOWN


def test_costs_count_alike() -> None:
    full = procedure(
        step("1", cost=fee(5)),
        step("2", cost=fee(9, kind=CostKind.BAND)),
        step("3", cost=fee(10, kind=CostKind.RATE, currency=None)),
        step("4", cost=fee(100, kind=CostKind.AGGREGATE, covers=["4", "5", "6"])),
        step("5", cost=fee(7)),
        step("6"),
        step("7", cost=fee(30, kind=CostKind.AGGREGATE)),
        step("8", cost=fee(30, currency=None)),
        step("9"),
    )
    counted = counted_costs(full, full.steps)
    assert [counted[str(n)].state for n in range(1, 10)] == [
        Counting.OWN,
        Counting.OWN,
        Counting.RATE,
        Counting.AGGREGATE,
        Counting.INSIDE,
        Counting.INSIDE,
        Counting.UNADDED,
        Counting.UNADDED,
        Counting.UNKNOWN,
    ]
    assert counted["1"].money == Money(5, "USD")
    assert (counted["3"].money, counted["3"].rate) == (None, 10)
    assert (counted["5"].money, counted["5"].recorded) == (None, Money(7, "USD"))
    assert [name for name, cost in counted.items() if cost.covered] == ["1", "2", "4", "5", "6"]


def test_a_free_step_is_known_to_be_free() -> None:
    full = procedure(step("1", cost=fee(0)))
    assert counted_costs(full, full.steps)["1"].money == Money(0, "USD")
