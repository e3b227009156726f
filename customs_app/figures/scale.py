"""Scales of charts: round numbers on an axis."""

from math import ceil, floor, log10
from typing import NamedTuple


class Scale(NamedTuple):
    """Values from 0 to `top` on a stretch of `length` pixels, marked at each multiple of `step`."""

    top: float
    step: float
    length: float

    def at(self, value: float) -> float:
        """How far from the beginning a value lies."""
        return value / self.top * self.length

    def ticks(self) -> tuple[float, ...]:
        """The values that are marked, from 0."""
        return tuple(i * self.step for i in range(round(self.top / self.step) + 1))


def scale(most: float, length: float, apart: float = 42.0) -> Scale:
    """A scale to a round number not below `most`, its marks about `apart` pixels from each other."""
    if most <= 0:
        return Scale(1.0, 1.0, length)
    rough = most / max(1.0, floor(length / apart))
    power = 10.0 ** floor(log10(rough))
    step = next(one * power for one in (1, 2, 2.5, 5, 10) if one * power >= rough * 0.95)
    return Scale(max(1, ceil(most / step - 1e-9)) * step, step, length)
