"""Which groups of steps run in one order on both sides; the rest is moved."""

from collections.abc import Sequence

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
