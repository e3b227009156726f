"""Drawn times: what is drawn, against formulas, against every path tried by hand, and again."""

from collections.abc import Iterator
from math import sqrt

import numpy as np  # noqa: TID253 - what is tested is made of it
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_app.analysis.case import BASE, WORST, steps_of_case
from customs_app.analysis.counting import counted_times
from customs_app.analysis.critical_path import predecessors
from customs_app.analysis.to_be.drawn import Deck, weight
from customs_app.analysis.to_be.drawn_sentences import say_pair, say_spread
from customs_app.analysis.to_be.longest import longest
from customs_app.analysis.to_be.shapes import Shape
from customs_app.analysis.to_be.uncertainty import Spread, pair, spread
from customs_app.analysis.totals import totals
from customs_app.domain.codes import Role, Verdict
from customs_app.domain.procedure import FullProcedure
from tests.analysis.made import AGG, LEAD, L, hours, procedure, step
from tests.analysis.to_be.applied import applied, verdict
from tests.analysis.to_be.made_up import procedures, verdicts

MANY = 100_000


def counts(found: Spread) -> tuple[int, int, int, int]:
    return found.drawn, found.fixed, found.inside, found.unknown


def test_what_is_drawn_what_is_fixed_and_what_is_not_known() -> None:
    full = procedure(
        step("1", time=hours(2, least=1, most=6)),  # drawn
        step("2", time=hours(least=1, most=3)),  # drawn about the mean
        step("3", time=hours(2)),  # fixed
        step("4", time=hours(least=2)),  # its least is all that is known: fixed
        step("5", time=hours(most=9)),  # a most alone
        step("6", time=hours(most=24, kind=L)),  # a limit alone
        step("7", time=hours(5, kind=LEAD)),
        step("8"),
        step("9", time=hours(10, kind=AGG, covers=["9", "10"])),  # fixed
        step("10", time=hours(3)),  # inside it
        step("11", time=hours(most=5, kind=AGG, covers=["11", "12"])),
        step("12", time=hours(3)),  # inside what is not known
    )
    found = spread(full, BASE, draws=100)
    assert counts(found) == (2, 3, 1, 6)
    assert sum(counts(found)) == totals(full, BASE).steps


def test_where_only_one_value_is_known_of_all_there_is_no_spread() -> None:
    full = procedure(step("1", time=hours(2)), step("2", "1", time=hours(3)))
    found = spread(full, BASE)
    assert (found.p10, found.p50, found.p90) == (5, 5, 5)


def test_limits_lengthen_no_draw() -> None:
    full = procedure(step("1", time=hours(2)), step("2", "1", time=hours(most=24, kind=L)))
    assert spread(full, BASE).p90 == 2


def test_nothing_known_is_none_and_never_zero() -> None:
    for full in (procedure(step("1")), procedure(step("1", time=hours(most=24, kind=L)))):
        found = spread(full, BASE)
        assert (found.p10, found.p50, found.p90) == (None, None, None)
        assert str(say_spread(found)[0]) == "No time is known, so that none can be drawn."


def test_percentiles_of_one_triangle_are_those_of_its_formula() -> None:
    found = spread(
        procedure(step("1", time=hours(2, least=1, most=6))), BASE, draws=MANY, shape=Shape.TRIANGULAR
    )
    assert found.p10 == pytest.approx(1 + sqrt(0.1 * 5 * 1), abs=0.02)
    assert found.p50 == pytest.approx(6 - sqrt(0.5 * 5 * 4), abs=0.02)
    assert found.p90 == pytest.approx(6 - sqrt(0.1 * 5 * 4), abs=0.02)


def _values(full: FullProcedure, draws: int, shape: Shape = Shape.PERT, seed: int = 1):
    deck = Deck(draws, seed)
    times = counted_times(full, steps_of_case(full, BASE))
    weights = {id_: one for id_, time in times.items() if (one := weight(time, deck, shape)) is not None}
    return times, weights


@pytest.mark.parametrize("shape", Shape)
def test_steps_in_a_row_have_the_mean_and_the_spread_of_their_sum(shape: Shape) -> None:
    """The middle of many independent steps is that of the bell curve."""
    ends = [(1 + n % 3, 3 + n % 5, 8 + n % 7) for n in range(30)]
    full = procedure(
        *(
            step(str(n), str(n - 1) if n else "", time=hours(typ, least=low, most=high))
            for n, (low, typ, high) in enumerate(ends)
        )
    )
    if shape is Shape.PERT:
        means = [(low + 4 * typ + high) / 6 for low, typ, high in ends]
        variances = [(m - a) * (b - m) / 7 for m, (a, _, b) in zip(means, ends, strict=True)]
    else:
        means = [(a + c + b) / 3 for a, c, b in ends]
        variances = [(a * a + b * b + c * c - a * b - a * c - b * c) / 18 for a, c, b in ends]
    mean, deviation = sum(means), sqrt(sum(variances))
    found = spread(full, BASE, draws=MANY, shape=shape)
    assert found.p50 == pytest.approx(mean, abs=0.1)
    assert found.p10 == pytest.approx(mean - 1.28155 * deviation, abs=0.15)
    assert found.p90 == pytest.approx(mean + 1.28155 * deviation, abs=0.15)
    times, weights = _values(full, MANY, shape)
    assert np.mean(longest(full, times, weights)) == pytest.approx(mean, abs=4 * deviation / sqrt(MANY))


def test_steps_side_by_side_last_as_long_as_the_longer_in_each_draw() -> None:
    """Of two triangles from 0 to 1 with the top at 1 the greater has the square of their distribution."""
    one = hours(1, least=0, most=1)
    found = spread(
        procedure(step("1", time=one), step("2", time=one)), BASE, draws=MANY, shape=Shape.TRIANGULAR
    )
    assert found.p50 == pytest.approx(0.5**0.25, abs=0.005)
    assert found.p10 == pytest.approx(0.1**0.25, abs=0.005)


def _paths(before: dict[str, tuple[str, ...]], step_id: str) -> Iterator[tuple[str, ...]]:
    if not before[step_id]:
        yield (step_id,)
    for other in before[step_id]:
        for path in _paths(before, other):
            yield (*path, step_id)


@given(procedures(), st.sampled_from(Shape))
def test_each_draw_is_the_longest_of_all_paths_tried_one_by_one(full: FullProcedure, shape: Shape) -> None:
    draws = 7
    times, weights = _values(full, draws, shape)
    found = np.broadcast_to(np.asarray(longest(full, times, weights)), (draws,))
    before = predecessors(full, times)
    paths = [path for step_id in before for path in _paths(before, step_id)]
    for draw in range(draws):
        one = {id_: float(np.broadcast_to(np.asarray(w), (draws,))[draw]) for id_, w in weights.items()}
        scalar = max((sum(one.get(id_, 0.0) for id_ in path) for path in paths), default=0.0)
        assert found[draw] == pytest.approx(scalar)


@given(procedures())
def test_draws_lie_between_the_least_and_the_most_of_the_totals(full: FullProcedure) -> None:
    for case in (BASE, WORST):
        found, total = spread(full, case, draws=50).p50, totals(full, case).elapsed
        if found is None:
            assert total.typ is None
        else:
            assert total.min is not None
            assert total.max is not None
            assert total.min - 1e-5 <= found <= total.max + 1e-5


def uncertain() -> FullProcedure:
    return procedure(
        step("1", time=hours(2, least=1, most=6)),
        step("2", "1", time=hours(4, least=2, most=12)),
        step("3", "1", time=hours(3, least=1, most=14)),
        step("4", "2 3", time=hours(1, least=1, most=3)),
        uses={"2": [("invoice", Role.INPUT)], "1": [("permit", Role.OUTPUT)]},
    )


def test_one_seed_gives_the_same_and_another_seed_does_not() -> None:
    assert spread(uncertain(), BASE) == spread(uncertain(), BASE)
    other = spread(uncertain(), BASE, seed=2)
    assert other.p50 != spread(uncertain(), BASE).p50
    assert (other.draws, other.seed) == (10_000, 2)


def test_the_draws_of_a_step_depend_on_no_other_step() -> None:
    alone = procedure(step("2", time=hours(4, least=2, most=12)))
    _times, weights = _values(uncertain(), 100)
    assert np.array_equal(weights["2"], _values(alone, 100)[1]["2"])


def test_at_least_one_draw() -> None:
    with pytest.raises(ValueError, match="one draw"):
        spread(uncertain(), BASE, draws=0)


def test_where_nothing_changes_nothing_is_saved_in_any_draw() -> None:
    found = pair(uncertain(), applied(uncertain(), verdict("1", Verdict.KEEP)), BASE)
    assert found.as_is == found.to_be == spread(uncertain(), BASE)
    assert (found.saving.p10, found.saving.p50, found.saving.p90) == (0, 0, 0)


def test_both_procedures_meet_the_same_luck() -> None:
    """A last step that goes saves in each draw what it takes in that draw."""
    full = uncertain()
    to_be = applied(full, verdict("4", Verdict.REMOVE))
    found = pair(full, to_be, BASE, draws=2000)
    last = spread(procedure(step("4", time=hours(1, least=1, most=3))), BASE, draws=2000)
    assert (found.saving.p10, found.saving.p50, found.saving.p90) == (last.p10, last.p50, last.p90)


@settings(max_examples=50)
@given(procedures(), st.data())
def test_no_draw_loses_time_but_by_a_merger(full: FullProcedure, data: st.DataObject) -> None:
    among = tuple(one for one in Verdict if one is not Verdict.MERGE)
    to_be = applied(full, *data.draw(verdicts(full, among)))
    found = pair(full, to_be, BASE, draws=50)
    assert found.saving.p10 is None or found.saving.p10 >= -1e-6
    counted = totals(full, BASE)
    assert sum(counts(found.as_is)) == counted.steps
    assert found.to_be.p50 is None or found.as_is.p50 is not None


def test_what_is_not_known_is_saved_in_an_unknown_amount() -> None:
    full = procedure(step("1", time=hours(2, most=4)), step("2", "1"))
    found = pair(full, applied(full, verdict("2", Verdict.REMOVE)), BASE)
    assert found.as_is.p50 == found.to_be.p50
    assert found.saving.p50 is None
    assert "What is saved in time is not known." in [str(one) for one in say_pair(found)]


def test_merged_steps_last_as_long_as_the_longer_in_each_draw() -> None:
    one, other = hours(4, least=1, most=9), hours(5, least=2, most=8)
    row = procedure(step("1", time=one), step("2", "1", time=other))
    side = procedure(step("1", time=one), step("2", time=other))
    found = pair(row, applied(row, verdict("2", Verdict.MERGE, into="1")), BASE)
    assert found.to_be.p50 == spread(side, BASE).p50
    assert found.to_be.p90 == spread(side, BASE).p90


def test_sentences_say_on_what_the_figures_rest() -> None:
    said = [str(one) for one in say_spread(spread(uncertain(), BASE, draws=500, seed=3))]
    assert said[0].startswith("In eight of ten draws ")
    assert "(500 draws, seed 3)" in said[0]
    assert "Steps with a spread: 4; of one known value: 0" in said[1]
    fixed = say_spread(spread(procedure(step("1", time=hours(2))), BASE, draws=9))
    assert str(fixed[0]) == "2.0 h in nearly all of 9 draws (seed 1)."
    pair_said = [
        str(one)
        for one in say_pair(pair(uncertain(), applied(uncertain(), verdict("4", Verdict.REMOVE)), BASE))
    ]
    assert [one.split(":")[0] for one in pair_said[:3]] == ["Today", "Afterwards", "Saved by one consignment"]
