"""The longest way through steps that wait for one another."""

from customs_app.analysis.counting import counted_times
from customs_app.analysis.critical_path import Passage, finished, passage, predecessors
from customs_app.domain.figures import Range
from customs_app.domain.procedure import FullProcedure

from .made import AGG, L, hours, procedure, step


def _passage(full: FullProcedure, names: str | None = None) -> Passage:
    steps = [one for one in full.steps if names is None or one.id in names.split()]
    return passage(full, counted_times(full, steps))


def test_parallel_branches_take_as_long_as_the_longer() -> None:
    full = procedure(
        step("1", time=hours(1)),
        step("2", "1", time=hours(5)),
        step("3", "1", time=hours(2)),
        step("4", "2 3", time=hours(1)),
    )
    result = _passage(full)
    assert result.elapsed == Range(7, 7, 7)
    assert result.effort == Range(9, 9, 9)
    assert result.path == ("1", "2", "4")


def test_each_end_has_a_longest_path_of_its_own() -> None:
    full = procedure(
        step("1", time=hours(3, least=1, most=10)),
        step("2", time=hours(4, least=4, most=4)),
        step("3", "1 2", time=hours(1)),
    )
    result = _passage(full)
    assert result.elapsed == Range(5, 5, 11)
    assert result.path == ("2", "3")  # by the typical time


def test_left_out_steps_hand_their_predecessors_on() -> None:
    full = procedure(
        step("1", time=hours(1)),
        step("2", "1", time=hours(50)),
        step("3", "2", time=hours(50)),
        step("4", "3", time=hours(2)),
    )
    assert predecessors(full, {"1", "4"}) == {"1": (), "4": ("1",)}
    assert _passage(full, "1 4").elapsed == Range(3, 3, 3)


def test_limits_lengthen_the_most_alone() -> None:
    full = procedure(step("1", time=hours(2)), step("2", "1", time=hours(most=24, kind=L)))
    assert _passage(full).elapsed == Range(2, 2, 26)


def test_only_limits_know_no_typical_time_and_give_the_path_of_the_most() -> None:
    full = procedure(step("1"), step("2", "1", time=hours(most=24, kind=L)))
    result = _passage(full)
    assert result.elapsed == result.effort == Range(None, None, 24)
    assert result.path == ("1", "2")


def test_nothing_known_is_none_and_never_zero() -> None:
    for full in (procedure(), procedure(step("1"), step("2", "1"))):
        assert _passage(full) == Passage(Range(), Range(), ())


def test_known_zero_is_zero() -> None:
    assert _passage(procedure(step("1", time=hours(0)))).elapsed == Range(0, 0, 0)


def test_aggregate_counts_at_its_carrier_on_the_path() -> None:
    full = procedure(
        step("1", time=hours(9)),
        step("2", "1", time=hours(9)),
        step("3", "2", time=hours(10, kind=AGG, covers=["1", "2", "3"])),
        step("4", "1", time=hours(4)),
    )
    result = _passage(full)
    assert result.elapsed == Range(10, 10, 10)
    assert result.effort == Range(14, 14, 14)
    assert result.path == ("1", "2", "3")


def test_steps_in_a_circle_do_not_hang_and_all_count_once() -> None:
    full = procedure(
        step("1", "3", time=hours(1)),
        step("2", "1", time=hours(2)),
        step("3", "2", time=hours(4)),
        step("4", "4 3", time=hours(8)),
    )
    result = _passage(full)
    assert result.elapsed == Range(15, 15, 15)
    assert result.path == ("1", "2", "3", "4")


def test_a_step_after_a_circle_still_waits_for_it() -> None:
    full = procedure(
        step("1", "3", time=hours(1)), step("2", "3", time=hours(2)), step("3", "2", time=hours(4))
    )
    result = _passage(full)
    assert result.elapsed == Range(7, 7, 7)
    assert result.path == ("2", "3", "1")


def test_circle_of_left_out_steps_does_not_hang() -> None:
    full = procedure(step("1"), step("2", "3 1"), step("3", "2"), step("4", "3", time=hours(1)))
    assert predecessors(full, {"1", "4"})["4"] == ("1",)


def test_unknown_predecessors_are_passed_over() -> None:
    assert _passage(procedure(step("1", "gone", time=hours(1)))).path == ("1",)


def test_depends_on_may_name_a_later_step() -> None:
    full = procedure(step("1", "2", time=hours(1)), step("2", time=hours(2)))
    assert _passage(full).path == ("2", "1")


def test_most_is_never_below_least_where_only_a_least_is_known() -> None:
    full = procedure(step("1", time=hours(2)), step("2", "1", time=hours(least=5)))
    result = _passage(full)
    assert result.elapsed.min == 7
    assert result.elapsed.max == 7


def test_long_chains_need_no_deep_recursion() -> None:
    steps = [step(str(n), str(n - 1), time=hours(1)) for n in range(1, 3001)]
    assert _passage(procedure(*steps)).elapsed.typ == 3000


def test_when_each_step_has_ended() -> None:
    full = procedure(
        step("1", time=hours(3, least=1)),
        step("2", time=hours(most=8, kind=L)),
        step("3", "1 2", time=hours(2)),
        step("4"),
    )
    assert finished(full, counted_times(full, full.steps)) == {
        "1": Range(1, 3, 3),
        "2": Range(0, 0, 8),
        "3": Range(3, 5, 10),
        "4": Range(0, 0, 0),
    }
    left = [full.steps[0], full.steps[2]]
    assert finished(full, counted_times(full, left))["3"] == Range(3, 5, 5)
