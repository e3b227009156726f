"""The pairs of two procedures in order of work: groups of steps, and between them those that stand alone."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from customs_app.analysis.align.fields import Compared, Told, fields_of
from customs_app.analysis.align.likeness import Steps
from customs_app.analysis.align.pinned import Places
from customs_app.analysis.align.together import Together
from customs_app.domain.alignment import Pair, PairKind

_SAME, _DIFFERS, _SPLIT, _MERGED = PairKind.SAME, PairKind.DIFFERS, PairKind.SPLIT, PairKind.MERGED
_LEFT_ONLY, _RIGHT_ONLY = PairKind.LEFT_ONLY, PairKind.RIGHT_ONLY
_NOTHING: Told = ((), ())
_made = Pair._make  # what `Pair` itself makes of eight values takes half as long again

_Standing = tuple[list[int], list[Pair]]
"""Pairs at places of one side, which rise."""


def pairs_of(
    steps: Steps, sides: tuple[int, int], found: Together, both: tuple[Compared, Compared] | None
) -> tuple[Pair, ...]:
    """All pairs in order of work; with `both` they are told in which fields they differ."""
    groups = (*found.kept, *found.moved)
    told = fields_of(both, groups) if both else {}
    left_ids, right_ids = (steps.ids[number] for number in sides)
    moved_from = len(found.kept)
    paired: list[Pair] = []
    for place, group in enumerate(groups):
        left, right = group
        differ, unknown = told.get(group, _NOTHING) if told else _NOTHING
        moved, by_hand = place >= moved_from, group in found.pinned
        if len(left) == len(right) == 1:
            kind = _DIFFERS if differ else _SAME
            lefts: tuple[str, ...] = (left_ids[left[0]],)
            rights: tuple[str, ...] = (right_ids[right[0]],)
        else:
            kind = kind_of(len(left), len(right), differs=bool(differ))
            lefts, rights = tuple([left_ids[one] for one in left]), tuple([right_ids[one] for one in right])
        paired.append(_made((lefts, rights, kind, moved, by_hand, differ, unknown, ())))
    left_alone, right_alone = _lone(steps, sides, found)
    for group, pair in zip(found.moved, paired[moved_from:], strict=True):
        at = bisect_left(left_alone[0], group[0][0])
        left_alone[0].insert(at, group[0][0])
        left_alone[1].insert(at, pair)
    return _in_order(found.kept, paired, left_alone, right_alone)


def kind_of(left: int, right: int, *, differs: bool) -> PairKind:
    """The kind of a pair with so many steps on both sides."""
    if left == right:
        return _DIFFERS if differs else _SAME
    return _SPLIT if left < right else _MERGED


def _lone(steps: Steps, sides: tuple[int, int], found: Together) -> tuple[_Standing, _Standing]:
    """The steps of both sides that stand in no group."""
    lefts, rights = found.left, found.right
    left_ids, right_ids = (steps.ids[number] for number in sides)
    left_names, right_names = (steps.names[number] for number in sides)
    both = {left_names[place] for place in lefts} & {right_names[place] for place in rights}
    beyond = _by_name(rights, right_names, right_ids, both)
    left_pairs = [
        _made(((left_ids[place],), (), _LEFT_ONLY, False, False, (), (), beyond.get(left_names[place], ())))
        for place in lefts
    ]
    beyond = _by_name(lefts, left_names, left_ids, both)
    right_pairs = [
        _made(
            ((), (right_ids[place],), _RIGHT_ONLY, False, False, (), (), beyond.get(right_names[place], ()))
        )
        for place in rights
    ]
    return (lefts, left_pairs), (rights, right_pairs)


def _by_name(
    places: Sequence[int], names: Sequence[str], ids: Sequence[str], among: set[str]
) -> Mapping[str, tuple[str, ...]]:
    """The steps (ids) at places, by their activities."""
    found: dict[str, tuple[str, ...]] = {}
    for place in places if among else ():
        if (name := names[place]) in among:
            found[name] = (*found.get(name, ()), ids[place])
    return found


def _in_order(
    kept: Sequence[Places], paired: Sequence[Pair], lefts: _Standing, rights: _Standing
) -> tuple[Pair, ...]:
    """The pairs of the groups `kept`, the first of `paired`; what stands between two, the left first."""
    found: list[Pair] = []
    left = right = 0
    for group, pair in zip(kept, paired, strict=False):
        left_end = bisect_left(lefts[0], group[0][0], left)
        right_end = bisect_left(rights[0], group[1][0], right)
        found += lefts[1][left:left_end]
        found += rights[1][right:right_end]
        found.append(pair)
        left, right = left_end, right_end
    return (*found, *lefts[1][left:], *rights[1][right:])
