"""Which steps belong together: groups found in order of work, with what is pinned and what is moved."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from customs_app.analysis.align.optimum import Cell, Group, gain
from customs_app.analysis.align.pinned import Pinned, Places
from customs_app.analysis.align.straight import straight

MOVED = gain(50, 0)
"""A step of the same activity at another place is a moved one where the titles are at least so alike."""


class Together(NamedTuple):
    """Groups of steps: those that run in one order on both sides, in that order, and those that are moved.

    `pinned` are those of either that an official has set together.
    """

    kept: Sequence[Places]
    moved: Sequence[Places]
    pinned: Sequence[Places]


def together(groups: Sequence[Group], cells: Iterable[Cell], said: tuple[Pinned, Pinned]) -> Together:
    """The groups of the best alignment, with what is pinned and what stands under one id on both sides."""
    kept = [_places(group) for group in groups]
    moved: list[Places] = []
    given = (*said[0].together, *said[1].together)
    if given:
        every = (*kept, *given)
        straights = straight(every)
        kept = sorted(straights)
        moved = [group for group in every if group not in straights]
    moved += _moves(cells, (*kept, *moved))
    return Together(kept, moved, said[0].together)


def mirrored(found: Together) -> Together:
    """The same with left and right changed."""
    return Together(*([(right, left) for left, right in own] for own in found))


def _places(group: Group) -> Places:
    first, n, second, m = group
    if n == m == 1:
        return (first,), (second,)
    return tuple(range(first, first + n)), tuple(range(second, second + m))


def _moves(cells: Iterable[Cell], groups: Iterable[Places]) -> list[Places]:
    """Steps left over that do one activity under like titles, the likest first."""
    candidates = sorted((-own, left, right) for left, right, own in cells if own >= MOVED)
    found: list[Places] = []
    taken = (set[int](), set[int]())
    for group in groups if candidates else ():
        taken[0].update(group[0])
        taken[1].update(group[1])
    for _, left, right in candidates:
        if left not in taken[0] and right not in taken[1]:
            taken[0].add(left)
            taken[1].add(right)
            found.append(((left,), (right,)))
    return found
