"""Two procedures, or every two of many, set against each other step by step."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from customs_app.analysis.align.fields import Compared, fields_of
from customs_app.analysis.align.in_order import in_order, straight
from customs_app.analysis.align.likeness import Steps, step_places
from customs_app.analysis.align.optimum import Group, best, gain
from customs_app.analysis.align.pinned import Pinned, Places, pinned
from customs_app.domain.alignment import Alignment, Field, Pair, PairKind, Pin
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOVED = 50
"""A step of the same activity at another place is a moved one where the titles are at least so alike."""

_Cell = tuple[int, int, int, int]
"""Places of two steps of one activity, how alike their titles are, how their conditions agree."""
_Compare = tuple[Compared, Compared]


def align(
    left: FullProcedure, right: FullProcedure, pins: Sequence[Pin] = (), reference: Reference | None = None
) -> Alignment:
    """Set two procedures against each other; the other way round gives the same, mirrored.

    Only steps of one activity belong together, or what stands under one id in both, or is pinned. In order
    of work as many steps as can be find one, in as many pairs as can be, then with the likest titles, then
    conditions. What is left over by that is moved where it does one activity under a like title.
    Fields are compared where there is a `reference`; without it no pair is said to differ.
    """
    return align_all((left, right), pins, reference)[0, 1]


def align_all(
    procedures: Sequence[FullProcedure], pins: Sequence[Pin] = (), reference: Reference | None = None
) -> dict[tuple[int, int], Alignment]:
    """`align` for every two of the procedures: keys are their numbers, the smaller first."""
    pairs = list(combinations(range(len(procedures)), 2))
    if not pairs:
        return {}
    steps = Steps(procedures)
    # One direction for each two, whichever is asked for, so that equal scores are settled alike.
    names = [_name(full) for full in procedures]
    turned = [names[one] > names[other] for one, other in pairs]
    directed = [(b, a) if turn else (a, b) for (a, b), turn in zip(pairs, turned, strict=True)]
    places = [step_places(full) for full in procedures]
    said = [_said(places[one], places[other], pins) for one, other in directed]
    every = _cells(steps, directed, said)
    follows = [own.tolist() for own in steps.follows]
    compared = [Compared(full, reference) for full in procedures] if reference else []
    found: dict[tuple[int, int], Alignment] = {}
    for number, (a, b) in enumerate(pairs):
        one, other = directed[number]
        score, groups = best(
            [(row, column, gain(*own)) for row, column, *own in every[number]],
            follows[one][: steps.sizes[one]],
            follows[other][: steps.sizes[other]],
        )
        rows = _Rows(
            groups, every[number], said[number], (steps.sizes[one], steps.sizes[other]), turn=turned[number]
        )
        both = (compared[a], compared[b]) if compared else None
        found[a, b] = Alignment(_pairs(steps, (a, b), rows, both), score)
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
        for name in left.keys() & right.keys()
        if left[name] not in spoken[0]
        and right[name] not in spoken[1]
        and (left[name], right[name]) not in own.apart
    )
    return own, Pinned(same)


class _Rows:
    """Groups and lone steps in order of work: `rows`, and which of them are `moved` and `pinned`."""

    def __init__(
        self,
        groups: Sequence[Group],
        cells: Sequence[_Cell],
        said: tuple[Pinned, Pinned],
        sizes: tuple[int, int],
        *,
        turn: bool,
    ) -> None:
        kept: list[Places] = [
            (tuple(range(first, first + n)), tuple(range(second, second + m)))
            for first, n, second, m in groups
        ]
        given = (*said[0].together, *said[1].together)
        straights = straight((*kept, *given)) if given else frozenset(kept)
        moved = [group for group in (*kept, *given) if group not in straights]
        moved += _moves(cells, (*kept, *given))
        self.moved = frozenset(_mirrored(moved, turn))
        self.pinned = frozenset(_mirrored(said[0].together, turn))
        self.rows = in_order(_mirrored([*straights], turn), self.moved, sizes[::-1] if turn else sizes)


def _moves(cells: Sequence[_Cell], groups: Sequence[Places]) -> list[Places]:
    """Steps left over that do one activity under like titles, the likest first."""
    taken = ({p for left, _ in groups for p in left}, {p for _, right in groups for p in right})
    candidates = sorted(
        (-alike, -agree, left, right)
        for left, right, alike, agree in cells
        if alike >= MOVED and left not in taken[0] and right not in taken[1]
    )
    found: list[Places] = []
    for _, _, left, right in candidates:
        if left not in taken[0] and right not in taken[1]:
            taken[0].add(left)
            taken[1].add(right)
            found.append(((left,), (right,)))
    return found


def _pairs(steps: Steps, sides: tuple[int, int], made: _Rows, both: _Compare | None) -> tuple[Pair, ...]:
    (lefts, rights), (left_names, right_names) = (
        [own[side] for side in sides] for own in (steps.ids, steps.names)
    )
    alone = _alone(steps, sides, made.rows)
    told = fields_of(both, made.rows) if both else {}
    by_hand, moved = made.pinned, made.moved
    left_only, right_only = PairKind.LEFT_ONLY, PairKind.RIGHT_ONLY
    found: list[Pair] = []
    for row in made.rows:
        left, right = row
        if not right:
            beyond = alone[1].get(left_names[left[0]], ())
            found.append(Pair((lefts[left[0]],), (), left_only, False, False, (), (), tuple(beyond)))
        elif not left:
            beyond = alone[0].get(right_names[right[0]], ())
            found.append(Pair((), (rights[right[0]],), right_only, False, False, (), (), tuple(beyond)))
        else:
            differ, unknown = told.get(row, _NOTHING) if told else _NOTHING
            kind = kind_of(len(left), len(right), differs=bool(differ))
            ids = tuple([lefts[p] for p in left]), tuple([rights[p] for p in right])
            found.append(
                Pair(
                    *ids,
                    kind,
                    bool(moved) and row in moved,
                    bool(by_hand) and row in by_hand,
                    differ,
                    unknown,
                )
            )
    return tuple(found)


def _alone(
    steps: Steps, sides: tuple[int, int], rows: Sequence[Places]
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The steps (ids) of both sides that stand alone, by activity."""
    found: tuple[dict[str, list[str]], dict[str, list[str]]] = ({}, {})
    for left, right in rows:
        if not (left and right):
            side, place = (0, left[0]) if left else (1, right[0])
            number = sides[side]
            found[side].setdefault(steps.names[number][place], []).append(steps.ids[number][place])
    return found


_NOTHING: tuple[tuple[Field, ...], tuple[Field, ...]] = ((), ())


_SAME, _DIFFERS, _SPLIT, _MERGED = PairKind.SAME, PairKind.DIFFERS, PairKind.SPLIT, PairKind.MERGED


def kind_of(left: int, right: int, *, differs: bool) -> PairKind:
    """The kind of a pair with so many steps on both sides."""
    if left == right:
        return _DIFFERS if differs else _SAME
    return _SPLIT if left < right else _MERGED


def _mirrored(groups: Sequence[Places], turn: bool) -> list[Places]:
    return [(right, left) for left, right in groups] if turn else list(groups)


def _cells(
    steps: Steps, directed: Sequence[tuple[int, int]], said: Sequence[tuple[Pinned, Pinned]]
) -> list[list[_Cell]]:
    """For each two procedures the steps that fit one another, row by row."""
    import numpy as np

    lefts, rights = (np.array(side, dtype=np.intp) for side in zip(*directed, strict=True))
    activity = steps.activity[lefts][:, :, None]
    fits = (activity == steps.activity[rights][:, None, :]) & (activity >= 0)
    for number, pins in enumerate(said):
        _leave(fits[number], pins)
    pair, row, column = np.nonzero(fits)
    left, right = (lefts[pair], row), (rights[pair], column)
    alike = steps.likeness(steps.title[left], steps.title[right])
    agree = steps.conditions(steps.condition[left], steps.condition[right])
    every = list(zip(row.tolist(), column.tolist(), alike.tolist(), agree.tolist(), strict=True))
    ends = np.searchsorted(pair, np.arange(len(directed) + 1)).tolist()
    return [every[ends[number] : ends[number + 1]] for number in range(len(directed))]


def _leave(allowed: "NDArray[np.bool_]", said: tuple[Pinned, Pinned]) -> None:
    """Take out what is spoken for: pinned together, apart or alone, and what stands under one id."""
    own, same = said
    for left, right in (*own.together, *same.together):
        allowed[list(left), :] = False
        allowed[:, list(right)] = False
    for place in own.alone[0]:
        allowed[place, :] = False
    for place in own.alone[1]:
        allowed[:, place] = False
    for left_place, right_place in own.apart:
        allowed[left_place, right_place] = False
