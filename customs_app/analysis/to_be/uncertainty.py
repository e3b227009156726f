"""How long a procedure may take, drawn over and over from what is known of its steps."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np  # noqa: TID253 - this module is loaded only where times are drawn

from customs_app.analysis.case import Case, steps_of_case
from customs_app.analysis.counting import CountedTime, counted_times
from customs_app.analysis.to_be.case_totals import taken
from customs_app.analysis.to_be.change import ToBe
from customs_app.analysis.to_be.drawn import Deck, How, how, weight
from customs_app.analysis.to_be.longest import Weight, longest
from customs_app.analysis.to_be.merged_times import merged_weights
from customs_app.analysis.to_be.saved import open_figures
from customs_app.analysis.to_be.shapes import Draws, Shape
from customs_app.domain.procedure import FullProcedure

__all__ = ["Pair", "Shape", "Spread", "pair", "spread"]

DRAWS = 10_000
SEED = 1


@dataclass(frozen=True, slots=True)
class Spread:
    """How long all takes along the longest path, in hours: a tenth of the draws is below `p10`, half below
    `p50`, nine tenths below `p90`; None where no time is known.

    `drawn`, `fixed`, `inside` and `unknown` add up to the steps of the case: those with a spread, those of
    which one value is known, those inside the figure of another step, and those of which no time or only a
    maximum is known. These add nothing, so that all may take longer.
    """

    p10: float | None
    p50: float | None
    p90: float | None
    draws: int
    seed: int
    shape: Shape
    drawn: int
    fixed: int
    inside: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Pair:
    """A procedure as it is and as it would be, and what each draw saves between the two.

    The counts of `saving` are those of the procedure as it is; its percentiles are None where the saving
    is not known.
    """

    as_is: Spread
    to_be: Spread
    saving: Spread


def spread(
    full: FullProcedure, case: Case, *, draws: int = DRAWS, seed: int = SEED, shape: Shape = Shape.PERT
) -> Spread:
    """How long a procedure may take in a case; the same seed gives the same figures.

    Times of steps vary independently of each other.
    """
    deck = Deck(draws, seed)
    values, on = _as_is(full, case, deck, shape)
    return _spread(values, on, deck, shape)


def pair(
    full: FullProcedure,
    to_be: ToBe,
    case: Case,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
    shape: Shape = Shape.PERT,
) -> Pair:
    """How long a procedure may take as it is and as it would be, draw by draw with the same luck.

    Where steps are merged and last as long as the longer of them, it is the longer in each draw.
    """
    deck = Deck(draws, seed)
    before, on = _as_is(full, case, deck, shape)
    took = taken(to_be, case)
    times = counted_times(to_be.counted, took.timed)
    met = {step.id for step in steps_of_case(full, case)}
    weights = merged_weights(to_be, _weights(times, deck, shape), met, deck, shape)
    steps = [step.id for step in took.steps]
    after = _values(to_be.counted, times, weights)
    saving = None if before is None else np.asarray(before) - np.asarray(after if after is not None else 0.0)
    if saving is not None and not saving.any() and "elapsed" in open_figures(to_be, case, met):
        saving = None
    return Pair(
        _spread(before, on, deck, shape),
        _spread(after, how(times, steps, weights), deck, shape),
        _spread(saving, on, deck, shape),
    )


def _as_is(full: FullProcedure, case: Case, deck: Deck, shape: Shape) -> tuple[Weight | None, How]:
    times = counted_times(full, steps_of_case(full, case))
    weights = _weights(times, deck, shape)
    return _values(full, times, weights), how(times, times, weights)


def _weights(times: Mapping[str, CountedTime], deck: Deck, shape: Shape) -> dict[str, Weight]:
    found = {step_id: weight(time, deck, shape) for step_id, time in times.items()}
    return {step_id: one for step_id, one in found.items() if one is not None}


def _values(
    full: FullProcedure, times: Mapping[str, CountedTime], weights: Mapping[str, Weight]
) -> Weight | None:
    """Hours of each draw; None where no typical time is known, as in the totals."""
    if not any(time.hours is not None and time.hours.typ is not None for time in times.values()):
        return None
    return longest(full, times, weights)


def _spread(values: Weight | Draws | None, on: How, deck: Deck, shape: Shape) -> Spread:
    ends: list[float | None] = [None, None, None]
    if values is not None:
        ends = [round(float(end), 6) + 0.0 for end in np.percentile(values, (10, 50, 90))]
    return Spread(
        ends[0], ends[1], ends[2], deck.draws, deck.seed, shape, on.drawn, on.fixed, on.inside, on.unknown
    )
