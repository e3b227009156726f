"""The longest path of all draws at once."""

from collections.abc import Collection, Mapping

import numpy as np  # noqa: TID253 - this module is loaded only where times are drawn

from customs_app.analysis.critical_path import in_order, predecessors
from customs_app.analysis.to_be.shapes import Draws
from customs_app.domain.procedure import FullProcedure

Weight = float | Draws
"""Hours of one step: the same in all draws, or one value a draw."""


def longest(full: FullProcedure, among: Collection[str], weights: Mapping[str, Weight]) -> Weight:
    """Hours from the first step to the last of those `among` (ids); a step without a weight takes none.

    Steps are ordered, and circles broken, as for the critical path of the totals.
    """
    order, before = in_order(predecessors(full, among))
    end: dict[str, Weight] = {}
    last: Weight = 0.0
    for step_id in order:
        latest: Weight = 0.0
        for other in before[step_id]:
            latest = _later(latest, end[other])
        weight = weights.get(step_id, 0.0)
        end[step_id] = latest if isinstance(weight, float) and weight == 0.0 else latest + weight
        last = _later(last, end[step_id])
    return last


def _later(one: Weight, other: Weight) -> Weight:
    if isinstance(one, float) and isinstance(other, float):
        return max(one, other)
    if isinstance(one, float) and one == 0.0:
        return other  # no time is less than zero
    return np.maximum(one, other)
