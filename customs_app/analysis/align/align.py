"""Two procedures, or every two of many, set against each other step by step."""

from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from customs_app.analysis.align.fields import Compared
from customs_app.analysis.align.likeness import Steps, step_places
from customs_app.analysis.align.optimum import Cells, best, gain
from customs_app.analysis.align.pairs import pairs_of
from customs_app.analysis.align.pinned import Pinned, pinned
from customs_app.analysis.align.together import mirrored, together
from customs_app.domain.alignment import Alignment, Pin
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


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
        sizes = steps.sizes[one], steps.sizes[other]
        score, groups = best(every[number], follows[one][: sizes[0]], follows[other][: sizes[1]])
        made = together(groups, every[number], said[number], sizes)
        made = mirrored(made) if turned[number] else made
        both = (compared[a], compared[b]) if compared else None
        found[a, b] = Alignment(pairs_of(steps, (a, b), made, both), score)
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


def _cells(
    steps: Steps, directed: Sequence[tuple[int, int]], said: Sequence[tuple[Pinned, Pinned]]
) -> list[Cells]:
    """For each two procedures the steps that fit one another, row by row."""
    import numpy as np

    lefts, rights = (np.array(side, dtype=np.intp) for side in zip(*directed, strict=True))
    activity = steps.activity[lefts][:, :, None]
    fits = (activity == steps.activity[rights][:, None, :]) & (activity >= 0)
    for number, pins in enumerate(said):
        _leave(fits[number], pins)
    pair, row, column = np.unravel_index(np.flatnonzero(fits), fits.shape)
    left, right = (lefts[pair], row), (rights[pair], column)
    alike = steps.likeness(steps.title[left], steps.title[right])
    agree = steps.conditions(steps.condition[left], steps.condition[right])
    ends = np.searchsorted(pair, np.arange(len(directed) + 1)).tolist()
    lists = row.tolist(), column.tolist(), gain(alike, agree).tolist()
    return [(lists[0][a:b], lists[1][a:b], lists[2][a:b]) for a, b in pairwise(ends)]


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
