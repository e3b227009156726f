"""Spreads of single times, held against their formulas."""

from math import comb, sqrt

import numpy as np  # noqa: TID253 - what is tested is made of it
import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_app.analysis.to_be.shapes import Shape, times
from customs_app.domain.figures import Range

EVEN = (np.arange(200_000) + 0.5) / 200_000
"""Draws so even that their mean is that of the spread."""


def below(x: float, alpha: int) -> float:
    """Share of a beta of whole shapes `alpha` and 6 - alpha below x."""
    return sum(comb(5, k) * x**k * (1 - x) ** (5 - k) for k in range(alpha, 6))


@pytest.mark.parametrize("alpha", [1, 2, 3, 4, 5])
def test_pert_has_the_quantiles_of_its_beta(alpha: int) -> None:
    mode = (alpha - 1) / 4
    u = np.linspace(0.005, 0.995, 199)
    x = times(Range(0, mode, 1), u, Shape.PERT)
    assert np.max(np.abs([below(one, alpha) for one in x] - u)) < 2e-5


@pytest.mark.parametrize(
    ("low", "typ", "high"), [(1, 2, 6), (0, 0, 10), (2, 9.9, 10), (0, 0.01, 1), (3, 4, 5)]
)
def test_pert_has_the_mean_and_the_spread_of_the_formula(low: float, typ: float, high: float) -> None:
    x = times(Range(low, typ, high), EVEN, Shape.PERT)
    mean = (low + 4 * typ + high) / 6
    assert x.mean() == pytest.approx(mean, abs=1e-4 * (high - low))
    assert x.std() == pytest.approx(sqrt((mean - low) * (high - mean) / 7), rel=2e-3)


@pytest.mark.parametrize(("low", "typ", "high"), [(1, 2, 6), (0, 0, 10), (0, 10, 10)])
def test_the_triangle_has_its_mean_and_quantiles(low: float, typ: float, high: float) -> None:
    x = times(Range(low, typ, high), EVEN, Shape.TRIANGULAR)
    assert x.mean() == pytest.approx((low + typ + high) / 3, rel=1e-5)
    mode = (typ - low) / (high - low)
    p10, p90 = times(Range(low, typ, high), np.array([0.1, 0.9]), Shape.TRIANGULAR)
    rising = low + (high - low) * sqrt(0.1 * mode)
    falling = high - (high - low) * sqrt(0.1 * (1 - mode))
    assert p10 == pytest.approx(rising if mode > 0.1 else high - (high - low) * sqrt(0.9 * (1 - mode)))
    assert p90 == pytest.approx(falling if mode < 0.9 else low + (high - low) * sqrt(0.9 * mode))


@given(st.lists(st.floats(0, 500), min_size=3, max_size=3).map(sorted), st.sampled_from(Shape))
def test_times_stay_between_their_ends_and_rise_with_the_draw(ends: list[float], shape: Shape) -> None:
    x = times(Range(*ends), np.linspace(0, 1, 101), shape)
    assert x.min() >= ends[0] - 1e-9
    assert x.max() <= ends[2] + 1e-9
    assert np.all(np.diff(x) >= -1e-9)


def test_one_value_is_the_same_in_all_draws() -> None:
    assert set(times(Range(3, 3, 3), EVEN[:9], Shape.PERT)) == {3.0}


def test_a_typical_time_outside_of_its_ends_is_moved_to_the_nearer() -> None:
    odd = times(Range(2, 9, 4), EVEN, Shape.PERT)
    assert np.array_equal(odd, times(Range(2, 4, 4), EVEN, Shape.PERT))


def test_an_end_that_is_not_known_is_never_made_up() -> None:
    with pytest.raises(ValueError, match="least, typical and most"):
        times(Range(1, None, 2), EVEN[:2], Shape.PERT)
