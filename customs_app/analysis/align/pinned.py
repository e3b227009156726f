"""What officials have pinned of two procedures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from customs_app.domain.alignment import Pin

Places = tuple[tuple[int, ...], tuple[int, ...]]
"""Places of steps of the left and of the right."""


@dataclass(frozen=True, slots=True)
class Pinned:
    """Pins between two procedures, by places of steps.

    `together` belong together, `apart` (left, right) do not, `alone` (left, right) have no counterpart.
    """

    together: tuple[Places, ...] = ()
    apart: frozenset[tuple[int, int]] = frozenset()
    alone: tuple[frozenset[int], frozenset[int]] = field(default=(frozenset(), frozenset()))


def pinned(left: Mapping[str, int], right: Mapping[str, int], pins: Sequence[Pin]) -> Pinned:
    """The pins (oldest first) that speak of these steps (id -> place); the later of two holds.

    A pin is passed over where its steps do not stand on the two sides, and where it links nothing.
    """
    said: dict[tuple[int, int], bool] = {}
    alone: tuple[set[int], set[int]] = (set(), set())
    for pin in pins:
        if pin.right_step is None:
            for side, places in enumerate((left, right)):
                if not pin.linked and pin.left_step in places:
                    place = places[pin.left_step]
                    alone[side].add(place)
                    said = {
                        both: linked for both, linked in said.items() if both[side] != place or not linked
                    }
            continue
        for one, other in ((pin.left_step, pin.right_step), (pin.right_step, pin.left_step)):
            if one in left and other in right:
                said[left[one], right[other]] = pin.linked
                if pin.linked:
                    alone[0].discard(left[one])
                    alone[1].discard(right[other])
                break
    linked = sorted(both for both, holds in said.items() if holds)
    return Pinned(
        _joined(linked),
        frozenset(both for both, holds in said.items() if not holds),
        (frozenset(alone[0]), frozenset(alone[1])),
    )


def _joined(links: Sequence[tuple[int, int]]) -> tuple[Places, ...]:
    """Links that share a step make one group."""
    groups: list[tuple[set[int], set[int]]] = []
    for left, right in links:
        sharing = [group for group in groups if left in group[0] or right in group[1]]
        groups = [group for group in groups if group not in sharing]
        groups.append(({left}.union(*(g[0] for g in sharing)), {right}.union(*(g[1] for g in sharing))))
    return tuple((tuple(sorted(lefts)), tuple(sorted(rights))) for lefts, rights in groups)
