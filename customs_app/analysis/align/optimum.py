"""The best alignment in order of work, over the steps that fit one another alone (after Hunt and Szymanski).

One step may stand against several neighbours of one activity. The four parts of a score are one whole
number, so that what stands first decides first; they hold procedures of 2000 steps.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from customs_app.domain.alignment import Score

_LIKE, _PAIR, _COVER = 13, 32, 45
"""Bits below each part of a score."""
_FIRST, _FURTHER = (2 << _COVER) + (1 << _PAIR), 1 << _COVER
"""What two steps give that begin a group, and one step more in it, besides their likeness."""

Cell = tuple[int, int, int]
"""Places of two steps that fit one another, and what they give (`gain`)."""
Group = tuple[int, int, int, int]
"""First and number of the steps of the left, first and number of those of the right."""
_Way = tuple["_Way | None", Group]
"""The groups of an alignment, from the last to the first."""
_End = tuple[int, _Way]
"""A score, and how it comes about."""


def gain(likeness: int, conditions: int) -> int:
    """What one step of the left gives with one of the right, but for covering and pairing."""
    return (likeness << _LIKE) + conditions


def score_of(number: int) -> Score:
    """The parts of a score."""
    pairs = (number >> _PAIR) & ((1 << (_COVER - _PAIR)) - 1)
    likeness = (number >> _LIKE) & ((1 << (_PAIR - _LIKE)) - 1)
    return Score(number >> _COVER, pairs, likeness, number & ((1 << _LIKE) - 1))


def best(
    cells: Iterable[Cell], left_follows: Sequence[bool], right_follows: Sequence[bool]
) -> tuple[Score, list[Group]]:
    """The best score of two procedures and its groups, in order; `cells` come row by row.

    `left_follows` and `right_follows` say which steps are of one activity with their neighbour before.
    """
    stairs = _Stairs()
    at, last = -2, -2
    above: dict[int, _End] = {}
    here: dict[int, _End] = {}
    row_ends: list[tuple[int, _End]] = []
    across: _End = (0, (None, (0, 0, 0, 0)))
    for row, column, own in cells:
        if row != at:
            stairs.add(row_ends)  # only now: a group comes before those of later rows alone
            above = here if row == at + 1 and left_follows[row] else {}
            row_ends, here, at, last = [], {}, row, -2
        score, way = stairs.before(column)
        first: _End = (score + _FIRST + own, (way, (row, 1, column, 1)))
        down = _longer(first, above[column], own, 1, 0) if column in above else first
        runs_on = column == last + 1 and right_follows[column]
        across = _longer(first, across, own, 0, 1) if runs_on else first
        here[column], last = down, column
        row_ends.append((column, down if down[0] >= across[0] else across))
    stairs.add(row_ends)
    score, end = stairs.before(len(right_follows))
    groups: list[Group] = []
    while end:
        end, group = end
        groups.append(group)
    return score_of(score), groups[::-1]


def _longer(first: _End, run: _End, own: int, left: int, right: int) -> _End:
    """The run with one step more on one side, or the group that begins here where that is no worse."""
    score = run[0] + _FURTHER + own
    if score <= first[0]:
        return first
    way, (row, rows, column, columns) = run[1]
    return score, (way, (row, rows + left, column, columns + right))


class _Stairs:
    """The best ends up to each column: the further to the right, the better."""

    def __init__(self) -> None:
        self._columns: list[int] = []
        self._scores: list[int] = []
        self._ways: list[_Way] = []

    def before(self, column: int) -> tuple[int, "_Way | None"]:
        """The best score that ends before a column, and its groups."""
        place = bisect_left(self._columns, column)
        return (self._scores[place - 1], self._ways[place - 1]) if place else (0, None)

    def add(self, ends: Iterable[tuple[int, _End]]) -> None:
        """Take in ends at columns; those that are no better than one to the left of them are left out."""
        columns, scores = self._columns, self._scores
        for column, (score, way) in ends:
            place = after = bisect_left(columns, column + 1)
            if place and scores[place - 1] >= score:
                continue
            if place and columns[place - 1] == column:
                place -= 1
            while after < len(columns) and scores[after] <= score:
                after += 1
            columns[place:after], scores[place:after], self._ways[place:after] = [column], [score], [way]
