"""Times of steps, drawn: each step has its own stream of draws, whatever procedure it stands in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from zlib import crc32

import numpy as np  # noqa: TID253 - this module is loaded only where times are drawn

from customs_app.analysis.counting import CountedTime, Counting
from customs_app.analysis.to_be.finish import REST
from customs_app.analysis.to_be.longest import Weight
from customs_app.analysis.to_be.shapes import Draws, Shape, times
from customs_app.domain.figures import Range


@dataclass(slots=True)
class Deck:
    """Draws of one seed.

    A step (id) and what it leaves behind have the same draws, so that two procedures are compared by
    consignments that meet the same luck.
    """

    draws: int
    seed: int
    _kept: dict[str, Draws] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.draws < 1:
            raise ValueError("at least one draw is needed")

    def uniform(self, step_id: str) -> Draws:
        """Uniform draws, 0 to 1, of a step."""
        name = step_id.removesuffix(REST)
        if name not in self._kept:
            self._kept[name] = np.random.default_rng([self.seed, crc32(name.encode())]).random(self.draws)
        return self._kept[name]


@dataclass(frozen=True, slots=True)
class How:
    """How many steps of a case have a drawn time, a fixed one, one inside an aggregate, or none known."""

    drawn: int
    fixed: int
    inside: int
    unknown: int


def weight(time: CountedTime, deck: Deck, shape: Shape) -> Weight | None:
    """Hours that a step adds; None where nothing is known but a maximum, or nothing at all.

    A time of which only one value is known is the same in all draws, also where it is but the least.
    """
    hours = time.hours
    if hours is None or time.state is Counting.LIMIT:
        return None
    if hours.typ is None or hours.min is None or hours.max is None:
        floor = hours.typ if hours.typ is not None else hours.min
        return None if floor is None else float(floor)
    if hours.min == hours.max:
        return float(hours.typ)
    return times(Range(hours.min, hours.typ, hours.max), deck.uniform(time.step_id), shape)


def how(counted: Mapping[str, CountedTime], steps: Iterable[str], weights: Mapping[str, Weight]) -> How:
    """What the times of these steps (ids) rest on."""
    drawn = fixed = inside = unknown = 0
    for step_id in steps:
        if step_id in weights:
            alike = isinstance(weights[step_id], float)
            fixed, drawn = fixed + alike, drawn + (not alike)
        elif counted[step_id].state is Counting.INSIDE and counted[step_id].covered:
            inside += 1
        else:
            unknown += 1
    return How(drawn, fixed, inside, unknown)
