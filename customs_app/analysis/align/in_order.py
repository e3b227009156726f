"""Groups of steps put in order of work, those at another place than the rest marked as moved."""

from bisect import bisect_left
from collections.abc import Collection, Sequence

from customs_app.analysis.align.pinned import Places


def straight(groups: Sequence[Places]) -> frozenset[Places]:
    """The groups that run in one order on both sides, chosen to hold as many steps as can be."""
    ordered = sorted(groups)
    best: list[tuple[int, int | None]] = []
    for place, (left, right) in enumerate(ordered):
        size = len(left) + len(right)
        before = [
            other
            for other in range(place)
            if ordered[other][0][0] < left[0] and ordered[other][1][0] < right[0]
        ]
        last = max(before, key=lambda other: best[other][0], default=None)
        best.append((size + (best[last][0] if last is not None else 0), last))
    at = max(range(len(best)), key=lambda place: best[place][0], default=None)
    kept: set[Places] = set()
    while at is not None:
        kept.add(ordered[at])
        at = best[at][1]
    return frozenset(kept)


def in_order(kept: Collection[Places], moved: Collection[Places], sizes: tuple[int, int]) -> list[Places]:
    """All groups and lone steps in order of work; `sizes` are the numbers of steps of both sides.

    Between two groups that are not moved the left stands first, and a moved group where its left stands.
    """
    anchors = sorted(kept)
    taken = [{place for group in (*kept, *moved) for place in group[side]} for side in (0, 1)]
    lone_left: list[Places] = [((place,), ()) for place in range(sizes[0]) if place not in taken[0]]
    lone_right: list[Places] = [((), (place,)) for place in range(sizes[1]) if place not in taken[1]]
    lefts, rights = [group[0][0] for group in anchors], [group[1][0] for group in anchors]
    keyed = [((bisect_left(lefts, one[0][0]), 0, one[0][0]), one) for one in (*lone_left, *moved)]
    keyed += [((bisect_left(rights, one[1][0]), 1, one[1][0]), one) for one in lone_right]
    keyed += [((place, 2, 0), one) for place, one in enumerate(anchors)]
    return [one for _, one in sorted(keyed)]
