"""The best alignment in order of work, over the steps that fit one another alone (after Hunt and Szymanski).

One step may stand against several neighbours of one activity. The four parts of a score are one whole
number, so that what stands first decides first; they hold procedures of 2000 steps.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from customs_app.analysis.align.pinned import Places
from customs_app.domain.alignment import Score

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_Number = TypeVar("_Number", int, "NDArray[np.int64]")

_LIKE, _PAIR, _COVER = 13, 32, 45
"""Bits below each part of a score."""
_FIRST, _FURTHER = (2 << _COVER) + (1 << _PAIR), 1 << _COVER
"""What two steps give that begin a group, and one step more in it, besides their likeness."""

Cells = tuple[list[int], list[int], list[int]]
"""Places of steps of the left, of those of the right that fit them, and what each two give (`gain`)."""
_End = tuple[int, "_End | None", int, int, int, int]
"""A score, the end before the last group of it, and that group.

Of the group first and number of the steps of the left, first and number of those of the right.
"""


def gain(likeness: _Number, conditions: _Number) -> _Number:
    """What one step of the left gives with one of the right, but for covering and pairing."""
    return likeness * (1 << _LIKE) + conditions


def score_of(number: int) -> Score:
    """The parts of a score."""
    pairs = (number >> _PAIR) & ((1 << (_COVER - _PAIR)) - 1)
    likeness = (number >> _LIKE) & ((1 << (_PAIR - _LIKE)) - 1)
    return Score(number >> _COVER, pairs, likeness, number & ((1 << _LIKE) - 1))


def best(
    cells: Cells, left_follows: Sequence[bool], right_follows: Sequence[bool]
) -> tuple[Score, list[Places]]:
    """The best score of two procedures and its groups, in order; `cells` come row by row.

    `left_follows` and `right_follows` say which steps are of one activity with their neighbour before.
    """
    # The best ends up to each column, the further to the right, the better; -1 is before the first.
    columns, ends = [-1], [_NOTHING]
    at, last = -2, -2
    above: dict[int, _End] = {}
    here: dict[int, _End] = {}
    row_ends: dict[int, _End] = {}
    across = _NOTHING
    for row, column, own in zip(*cells, strict=True):
        if row != at:
            _add(columns, ends, row_ends)  # only now: a group comes before those of later rows alone
            above = here if row == at + 1 and left_follows[row] else {}
            row_ends, here, at, last = {}, {}, row, -2
        before = ends[bisect_left(columns, column) - 1]
        first: _End = (before[0] + _FIRST + own, before, row, 1, column, 1)
        down = first
        if column in above:
            score, way, top, rows, begins, wide = above[column]
            if score + _FURTHER + own > first[0]:
                down = (score + _FURTHER + own, way, top, rows + 1, begins, wide)
        if column == last + 1 and right_follows[column] and across[0] + _FURTHER + own > first[0]:
            score, way, top, rows, begins, wide = across
            across = (score + _FURTHER + own, way, top, rows, begins, wide + 1)
        else:
            across = first
        here[column], last = down, column
        row_ends[column] = down if down[0] >= across[0] else across
    _add(columns, ends, row_ends)
    return score_of(ends[-1][0]), _groups(ends[-1])


_NOTHING: _End = (0, None, 0, 0, 0, 0)


def _groups(end: _End) -> list[Places]:
    """The groups that lead to an end, in order."""
    groups: list[Places] = []
    _, before, top, rows, begins, wide = end
    while before is not None:
        if rows == wide == 1:
            groups.append(((top,), (begins,)))
        else:
            groups.append((tuple(range(top, top + rows)), tuple(range(begins, begins + wide))))
        _, before, top, rows, begins, wide = before
    return groups[::-1]


def _add(columns: list[int], ends: list[_End], more: Mapping[int, _End]) -> None:
    """Take in ends at columns; those that are no better than one to the left of them are left out."""
    for column, end in more.items():
        place = bisect_right(columns, column)
        score = end[0]
        if ends[place - 1][0] >= score:
            continue
        if columns[place - 1] == column:
            place -= 1
            ends[place] = end
        else:
            columns.insert(place, column)
            ends.insert(place, end)
        place += 1
        while place < len(ends) and ends[place][0] <= score:
            del columns[place], ends[place]
