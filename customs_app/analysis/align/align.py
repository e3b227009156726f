"""Two procedures, or every two of many, set against each other step by step."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from customs_app.analysis.align.in_order import in_order, straight
from customs_app.analysis.align.likeness import Steps, step_places
from customs_app.analysis.align.optimum import Best, links, padded
from customs_app.analysis.align.pinned import Pinned, Places, pinned
from customs_app.domain.alignment import Alignment, Pair, PairKind, Pin
from customs_app.domain.procedure import FullProcedure

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOVED = 50
"""A step of the same activity at another place is a moved one where the titles are at least so alike."""


def align(left: FullProcedure, right: FullProcedure, pins: Sequence[Pin] = ()) -> Alignment:
    """Set two procedures against each other; the other way round gives the same, mirrored.

    Only steps of one activity belong together, or what stands under one id in both, or is pinned. In order
    of work as many steps as can be find one, in as many pairs as can be, then with the likest titles, then
    conditions. What is left over by that is moved where it does one activity under a like title.
    """
    return align_all((left, right), pins)[0, 1]


def align_all(
    procedures: Sequence[FullProcedure], pins: Sequence[Pin] = ()
) -> dict[tuple[int, int], Alignment]:
    """`align` for every two of the procedures: keys are their numbers, the smaller first."""
    pairs = list(combinations(range(len(procedures)), 2))
    if not pairs:
        return {}
    steps = Steps(procedures)
    # One direction for each two, whichever is asked for, so that equal scores are settled alike.
    turned = [_name(procedures[one]) > _name(procedures[other]) for one, other in pairs]
    directed = [(b, a) if turn else (a, b) for (a, b), turn in zip(pairs, turned, strict=True)]
    places = [step_places(full) for full in procedures]
    said = [_said(places[one], places[other], pins) for one, other in directed]
    works = [_Work(steps, a, b, own) for (a, b), own in zip(directed, said, strict=True)]
    best = _best(steps, works)
    found: dict[tuple[int, int], Alignment] = {}
    for number, (key, work, turn) in enumerate(zip(pairs, works, turned, strict=True)):
        groups = best.groups(number, *work.sizes)
        kept: list[Places] = [
            (tuple(range(one, one + n)), tuple(range(other, other + m))) for one, n, other, m in groups
        ]
        pair_rows = work.pairs(kept, turn)
        found[key] = Alignment(pair_rows, best.score(number, *work.sizes))
    return found


def _name(full: FullProcedure) -> tuple[str, ...]:
    return (
        full.procedure.country,
        full.procedure.id,
        *(f"{s.id} {s.activity} {s.title.en}" for s in full.steps),
    )


def _said(left: Mapping[str, int], right: Mapping[str, int], pins: Sequence[Pin]) -> tuple[Pinned, Pinned]:
    """What is pinned; and besides what stands under one id on both sides and no pin speaks of."""
    own = pinned(left, right, pins)
    spoken = [{place for group in own.together for place in group[side]} | own.alone[side] for side in (0, 1)]
    same = tuple(
        ((left[name],), (right[name],))
        for name in left
        if name in right
        and left[name] not in spoken[0]
        and right[name] not in spoken[1]
        and (left[name], right[name]) not in own.apart
    )
    return own, Pinned(same)


class _Work:
    """Two of the procedures, and which of their steps are free to find one another."""

    def __init__(self, steps: Steps, left: int, right: int, said: tuple[Pinned, Pinned]) -> None:
        self.steps, self.said = steps, said
        self.sides = (left, right)
        self.sizes = (steps.sizes[left], steps.sizes[right])
        self.rows = slice(steps.starts[left], steps.starts[left] + self.sizes[0])
        self.columns = slice(steps.starts[right], steps.starts[right] + self.sizes[1])
        own = steps.activity[self.rows, None] == steps.activity[None, self.columns]
        for group in (*said[0].together, *said[1].together):
            own[list(group[0]), :] = False
            own[:, list(group[1])] = False
        own[list(said[0].alone[0]), :] = False
        own[:, list(said[0].alone[1])] = False
        for left_place, right_place in said[0].apart:
            own[left_place, right_place] = False
        self.allowed: NDArray[np.bool_] = own

    def pairs(self, kept: Sequence[Places], turn: bool) -> tuple[Pair, ...]:
        """All pairs in order of work, mirrored where asked."""
        given = (*self.said[0].together, *self.said[1].together)
        straights = straight((*kept, *given)) if given else frozenset(kept)
        moved = [group for group in (*kept, *given) if group not in straights]
        moved += self._moves((*kept, *given))
        by_hand = set(self.said[0].together)
        every = _mirrored([*straights], turn), _mirrored(moved, turn)
        sizes = self.sizes[::-1] if turn else self.sizes
        rows = in_order(*every, sizes)
        shifted = set(every[1])
        hands = set(_mirrored(list(by_hand), turn))
        lone = self._lone(rows)
        return tuple(self._pair(row, row in shifted, row in hands, lone, turn) for row in rows)

    def _moves(self, groups: Sequence[Places]) -> list[Places]:
        """Steps left over that do one activity under like titles, the likest first."""
        import numpy as np

        alike = self.steps.likeness[self.rows, self.columns]
        free = self.allowed & (alike >= MOVED)
        free[[place for left, _ in groups for place in left], :] = False
        free[:, [place for _, right in groups for place in right]] = False
        agree = self.steps.conditions[self.rows, self.columns]
        found: list[Places] = []
        candidates = [
            (-int(alike[left, right]), -int(agree[left, right]), left, right)
            for left, right in np.argwhere(free).tolist()
        ]
        taken: tuple[set[int], set[int]] = (set(), set())
        for _, _, left_place, right_place in sorted(candidates):
            if left_place not in taken[0] and right_place not in taken[1]:
                taken[0].add(left_place)
                taken[1].add(right_place)
                found.append(((left_place,), (right_place,)))
        return found

    def _lone(self, rows: Sequence[Places]) -> tuple[list[int], list[int]]:
        return [row[0][0] for row in rows if not row[1]], [row[1][0] for row in rows if not row[0]]

    def _pair(
        self, row: Places, moved: bool, by_hand: bool, lone: tuple[list[int], list[int]], turn: bool
    ) -> Pair:
        left, right = (
            self.steps.procedures[side].steps for side in (self.sides[::-1] if turn else self.sides)
        )
        own_left, own_right = [left[place] for place in row[0]], [right[place] for place in row[1]]
        elsewhere: tuple[str, ...] = ()
        if not own_right:
            elsewhere = tuple(right[p].id for p in lone[1] if right[p].activity == own_left[0].activity)
        elif not own_left:
            elsewhere = tuple(left[p].id for p in lone[0] if left[p].activity == own_right[0].activity)
        return Pair(
            tuple(step.id for step in own_left),
            tuple(step.id for step in own_right),
            kind_of(len(own_left), len(own_right)),
            moved,
            by_hand,
            elsewhere=elsewhere,
        )


def kind_of(left: int, right: int) -> PairKind:
    """The kind of a pair with so many steps on both sides, before fields are compared."""
    if not right:
        return PairKind.LEFT_ONLY
    if not left:
        return PairKind.RIGHT_ONLY
    if left == right:
        return PairKind.SAME
    return PairKind.SPLIT if left < right else PairKind.MERGED


def _mirrored(groups: Sequence[Places], turn: bool) -> list[Places]:
    return [(right, left) for left, right in groups] if turn else list(groups)


def _best(steps: Steps, works: Sequence[_Work]) -> Best:
    import numpy as np

    shape = (len(works), max(work.sizes[0] for work in works), max(work.sizes[1] for work in works))
    allowed = np.zeros(shape, dtype=bool)
    likeness, conditions = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    for number, work in enumerate(works):
        here = (number, slice(work.sizes[0]), slice(work.sizes[1]))
        allowed[here] = work.allowed
        likeness[here] = steps.likeness[work.rows, work.columns]
        conditions[here] = steps.conditions[work.rows, work.columns]
    return Best(
        links(allowed, likeness, conditions),
        padded([steps.follows[work.rows] for work in works], shape[1]),
        padded([steps.follows[work.columns] for work in works], shape[2]),
    )
