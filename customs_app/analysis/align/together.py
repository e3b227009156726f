"""Which steps belong together: groups found in order of work, with what is pinned and what is moved."""

from collections.abc import Sequence
from itertools import compress
from typing import NamedTuple

from customs_app.analysis.align.optimum import Cells, gain
from customs_app.analysis.align.pinned import Pinned, Places
from customs_app.analysis.align.straight import straight

MOVED = gain(50, 0)
"""A step of the same activity at another place is a moved one where the titles are at least so alike."""


class Together(NamedTuple):
    """Groups of steps: those that run in one order on both sides, in that order, and those that are moved.

    `pinned` are those of either that an official has set together. `left` and `right` are the places of the
    steps that stand in no group.
    """

    kept: Sequence[Places]
    moved: Sequence[Places]
    pinned: Sequence[Places]
    left: list[int]
    right: list[int]


def together(
    groups: Sequence[Places], cells: Cells, said: tuple[Pinned, Pinned], sizes: tuple[int, int]
) -> Together:
    """The groups of the best alignment, with what is pinned and what stands under one id on both sides.

    `sizes` are the numbers of steps of both sides.
    """
    kept, moved = groups, list[Places]()
    given = (*said[0].together, *said[1].together)
    if given:
        every = (*groups, *given)
        straights = straight(every)
        kept = sorted(straights)
        moved = [group for group in every if group not in straights]
    left, right = (bytearray(b"\1") * size for size in sizes)  # 1 where a step stands in no group
    for lefts, rights in (*kept, *moved):
        for place in lefts:
            left[place] = 0
        for place in rights:
            right[place] = 0
    moved += _moves(cells, left, right)
    lone = (list(compress(range(size), free)) for size, free in zip(sizes, (left, right), strict=True))
    return Together(kept, moved, said[0].together, *lone)


def mirrored(found: Together) -> Together:
    """The same with left and right changed."""
    kept, moved, pinned = ([(right, left) for left, right in own] for own in found[:3])
    return Together(kept, moved, pinned, found.right, found.left)


def _moves(cells: Cells, left: bytearray, right: bytearray) -> list[Places]:
    """Steps left over that do one activity under like titles, the likest first, and are so no more."""
    found: list[Places] = []
    candidates = [
        (-own, one, other)
        for one, other, own in zip(*cells, strict=True)
        if own >= MOVED and left[one] and right[other]
    ]
    for _, one, other in sorted(candidates):
        if left[one] and right[other]:
            left[one] = right[other] = 0
            found.append(((one,), (other,)))
    return found
