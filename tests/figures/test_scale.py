"""Scales reach what they must hold, in round steps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_app.figures.free_places import FreePlaces, Rect
from customs_app.figures.scale import scale


@given(st.floats(0.01, 1e5), st.floats(60, 900))
def test_a_scale_holds_its_value_and_wastes_less_than_a_step(most: float, length: float):
    found = scale(most, length)
    assert found.top >= most * (1 - 1e-9)
    assert found.top - most < found.step * (1 + 1e-9)
    assert found.at(found.top) == pytest.approx(length)
    ticks = found.ticks()
    assert ticks[0] == 0
    assert ticks[-1] == pytest.approx(found.top)


@pytest.mark.parametrize(("most", "top", "step"), [(153, 175, 25), (105.1, 120, 20), (6.75, 8, 2), (0, 1, 1)])
def test_round_steps(most: float, top: float, step: float):
    found = scale(most, 270)
    assert (found.top, found.step) == (top, step)


def test_a_place_that_is_taken_is_not_given_again():
    free = FreePlaces(Rect(0, 0, 100, 100))
    first, second = Rect(10, 10, 30, 20), Rect(20, 10, 40, 20)
    assert free.first_free([first]) == first
    assert free.first_free([second]) is None
    assert free.first_free([second, Rect(50, 50, 60, 60)]) == Rect(50, 50, 60, 60)


def test_nothing_is_placed_on_a_line_or_outside():
    free = FreePlaces(Rect(0, 0, 100, 100))
    free.take_line([(0, 50), (60, 50), (60, 90)])
    assert free.first_free([Rect(10, 45, 20, 55)]) is None
    assert free.first_free([Rect(55, 70, 65, 75)]) is None
    assert free.first_free([Rect(95, 10, 105, 20)]) is None
    assert free.first_free([Rect(10, 10, 20, 20)]) is not None
