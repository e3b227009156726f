"""How an uncertain time is spread between its least and its most."""

from enum import StrEnum
from functools import lru_cache

import numpy as np  # noqa: TID253 - this module is loaded only where times are drawn
from numpy.typing import NDArray  # noqa: TID253

from customs_app.domain.figures import Range

Draws = NDArray[np.float64]
"""One value for each draw."""

LAMBDA = 4.0
"""How much more the typical time weighs than each end in PERT."""
_CELLS = 2048
"""Cells of the table of a PERT quantile."""
_POINTS = 513
"""Points at which a PERT density is taken."""


class Shape(StrEnum):
    """Kind of spread: PERT keeps close to the typical time, the triangle reaches further out."""

    PERT = "pert"
    TRIANGULAR = "triangular"


def times(hours: Range, uniform: Draws, shape: Shape) -> Draws:
    """Times in hours at these uniform draws (0 to 1); the greater the draw, the longer the time.

    All three ends must be known. The typical time is that which is likeliest; outside of the ends it is
    moved to the nearer one.
    """
    if hours.min is None or hours.typ is None or hours.max is None:
        raise ValueError("a time is drawn only where its least, typical and most are known")
    low, high = min(hours.min, hours.max), max(hours.min, hours.max)
    if high == low:
        return np.full_like(uniform, low)
    mode = (min(max(hours.typ, low), high) - low) / (high - low)
    unit = _pert(mode, uniform) if shape is Shape.PERT else _triangle(mode, uniform)
    return low + (high - low) * unit


def _triangle(mode: float, uniform: Draws) -> Draws:
    """Quantiles of the triangle between 0 and 1 with its top at `mode`."""
    rising = np.sqrt(uniform * mode)
    falling = 1.0 - np.sqrt((1.0 - uniform) * (1.0 - mode))
    return np.where(uniform < mode, rising, falling)


def _pert(mode: float, uniform: Draws) -> Draws:
    """Quantiles of the beta between 0 and 1 that PERT takes, by linear steps between those of a table.

    In the outermost of its 2048 cells the tail is cut a little short or long; no percentile between the
    first and the last feels it.
    """
    at, rise = _table(mode)
    place = uniform * _CELLS
    cell = place.astype(np.intp)
    np.minimum(cell, _CELLS - 1, out=cell)
    place -= cell
    place *= rise[cell]
    place += at[cell]
    return place


@lru_cache(maxsize=512)
def _table(mode: float) -> tuple[Draws, Draws]:
    """Quantiles at equal steps of probability, and how much each step rises.

    The density x^a (1-x)^b, a = 4 mode, b = 4 (1 - mode), is summed over the angle of which x is the
    squared sine: there it is smooth also at its ends, where a and b are no whole numbers.
    """
    angle = np.linspace(0.0, np.pi / 2, _POINTS)
    sine, cosine = np.sin(angle), np.cos(angle)
    cosine[-1] = 0.0
    density = sine ** (2 * LAMBDA * mode + 1) * cosine ** (2 * LAMBDA * (1 - mode) + 1)
    mass = np.concatenate(([0.0], np.cumsum(density[1:] + density[:-1])))
    quantiles = np.interp(np.linspace(0.0, mass[-1], _CELLS + 1), mass, sine**2)
    return quantiles[:-1], np.diff(quantiles)
