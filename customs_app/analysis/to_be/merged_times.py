"""Steps that are done as one last as long as the longest of them, in each draw."""

from collections.abc import Collection, Mapping

import numpy as np  # noqa: TID253 - this module is loaded only where times are drawn

from customs_app.analysis.counting import counted_times
from customs_app.analysis.to_be.change import ToBe
from customs_app.analysis.to_be.drawn import Deck, weight
from customs_app.analysis.to_be.longest import Weight
from customs_app.analysis.to_be.shapes import Shape


def merged_weights(
    to_be: ToBe, weights: Mapping[str, Weight], met: Collection[str], deck: Deck, shape: Shape
) -> dict[str, Weight]:
    """The weights of the procedure as it would be, with those of merged steps taken draw by draw.

    `met` are the ids of the steps that the case takes as it is.
    """
    found = dict(weights)
    for into, merged in merged_parts(to_be).items():
        parts = [part for part in merged if part in met]
        if into in found:
            today = counted_times(to_be.as_is, to_be.as_is.steps)
            own = [weight(today[part], deck, shape) for part in (into, *parts)]
            known = [one for one in own if one is not None]
            longer = known[0]
            for one in known[1:]:
                longer = np.maximum(longer, one) if not _plain(longer, one) else max(longer, one)
            found[into] = longer
    return found


def merged_parts(to_be: ToBe) -> dict[str, list[str]]:
    """Steps of which the time went into that of another: id of that one -> their ids."""
    left = {step.id: step for step in to_be.counted.steps if step.id in to_be.merged}
    parts: dict[str, list[str]] = {}
    for step_id, into in to_be.merged.items():
        if to_be.as_is.step(step_id).time.hours.known and not left[step_id].time.hours.known:
            parts.setdefault(into, []).append(step_id)
    return parts


def _plain(one: Weight, other: Weight) -> bool:
    return isinstance(one, float) and isinstance(other, float)
