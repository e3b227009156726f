"""Groups of steps put in order of work, those at another place than the rest marked as moved."""

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
    taken: tuple[set[int], set[int]] = (set(), set())
    for left, right in (*kept, *moved):
        taken[0].update(left)
        taken[1].update(right)
    shifted = {group[0][0]: group for group in moved}
    rows: list[Places] = []
    at = [0, 0]
    for anchor in (*sorted(kept), None):
        ends = sizes if anchor is None else (anchor[0][0], anchor[1][0])
        for place in range(at[0], ends[0]):
            if place in shifted:
                rows.append(shifted[place])
            elif place not in taken[0]:
                rows.append(((place,), ()))
        rows.extend(((), (place,)) for place in range(at[1], ends[1]) if place not in taken[1])
        if anchor is not None:
            rows.append(anchor)
            at = list(ends)
    return rows
