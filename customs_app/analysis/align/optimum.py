"""The best alignment in order of work, for many pairs of procedures at once (after Needleman and Wunsch).

One step may stand against several neighbours of one activity. The four parts of a score are one whole
number, so that what stands first decides first; 64 bits hold procedures of 2000 steps.
"""

from typing import TYPE_CHECKING

from customs_app.domain.alignment import Score

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Flags = NDArray[np.bool_]
    Places = NDArray[np.intp]

_LIKE, _PAIR, _COVER = 13, 32, 45
"""Bits below each part of a score."""
_NEVER = -(1 << 61)
Group = tuple[int, int, int, int]
"""First and number of the steps of the left, first and number of those of the right."""


def score_of(number: int) -> Score:
    """The parts of a score."""
    pairs = (number >> _PAIR) & ((1 << (_COVER - _PAIR)) - 1)
    likeness = (number >> _LIKE) & ((1 << (_PAIR - _LIKE)) - 1)
    return Score(number >> _COVER, pairs, likeness, number & ((1 << _LIKE) - 1))


class Best:
    """The best scores of all beginnings of the two sides, of which the best groups are read back.

    `fits` is (left, pairs, right): the pairs stand side by side in each row, so that a row of all of them
    is read at one go. `likeness` and `conditions` hold one number for each flag that is set, in order.
    `left_follows` and `right_follows` (pairs, steps) say which steps are of one activity with their
    neighbour before. Shorter procedures are filled up with steps that fit none.
    """

    def __init__(
        self,
        fits: "Flags",
        likeness: "Numbers",
        conditions: "Numbers",
        left_follows: "Flags",
        right_follows: "Flags",
    ) -> None:
        import numpy as np

        rows, many, columns = fits.shape
        first, more = (2 << _COVER) + (1 << _PAIR), 1 << _COVER
        self._runs = left_follows, right_follows
        self._gain = own_gain = np.full(fits.shape, _NEVER, dtype=np.int64)
        own_gain.ravel()[np.flatnonzero(fits)] = (likeness << _LIKE) + conditions + first
        runs_down, runs_across = fits & left_follows.T[:, :, None], fits & right_follows
        some_down = {int(row) for row in np.flatnonzero(runs_down.any(axis=(1, 2)))}
        some_across = {int(row) for row in np.flatnonzero(runs_across.any(axis=(1, 2)))}
        self._best = np.zeros((rows + 1, many, columns + 1), dtype=np.int64)
        never = np.full((many, columns), _NEVER, dtype=np.int64)
        single = down = never
        for row in range(rows):
            before = self._best[row]
            # A run of the left that ends here stands against one of the right.
            longer = np.maximum(single, down) if row in some_down else never
            single = before[:, :-1] + own_gain[row]  # far below nothing where the steps do not fit
            here = np.maximum(before[:, 1:], single)
            down = never
            if row in some_down:
                down = np.where(runs_down[row], longer + (own_gain[row] + (more - first)), _NEVER)
                np.maximum(here, down, out=here)
            if row in some_across:
                some = np.flatnonzero(runs_across[row].any(axis=1))
                _run_across(here, single, own_gain[row] + (more - first), runs_across[row], some)
            np.maximum.accumulate(here, axis=1, out=self._best[row + 1, :, 1:])

    def score(self, pair: int, left: int, right: int) -> Score:
        """The score of one pair of procedures that have so many steps."""
        return score_of(int(self._best[left, pair, right]))

    def groups(self, pair: int, left: int, right: int) -> list[Group]:
        """The best groups of one pair of procedures, in order."""
        best = self._best[:, pair]
        found: list[Group] = []
        while left and right:
            here = int(best[left, right])
            if here == best[left - 1, right]:
                left -= 1
            elif here == best[left, right - 1]:
                right -= 1
            else:
                group = self._ending(pair, left, right, here)
                found.append(group)
                left, right = group[0], group[2]
        return found[::-1]

    def _ending(self, pair: int, left: int, right: int, here: int) -> Group:
        """The group that ends with these two steps and gives this score."""
        best, own = self._best[:, pair], self._gain[:, pair]
        gain = int(own[left - 1, right - 1])
        if here == best[left - 1, right - 1] + gain:
            return left - 1, 1, right - 1, 1
        up, along = gain, gain
        further = (1 << _COVER) - (2 << _COVER) - (1 << _PAIR)  # what one step more gives, less what a first
        more = 0
        left_runs = right_runs = True
        while left_runs or right_runs:
            left_runs = left_runs and more + 1 < left and bool(self._runs[0][pair, left - 1 - more])
            right_runs = right_runs and more + 1 < right and bool(self._runs[1][pair, right - 1 - more])
            more += 1
            if left_runs:
                up += further + int(own[left - 1 - more, right - 1])
                if here == best[left - 1 - more, right - 1] + up:
                    return left - 1 - more, more + 1, right - 1, 1
            if right_runs:
                along += further + int(own[left - 1, right - 1 - more])
                if here == best[left - 1, right - 1 - more] + along:
                    return left - 1, 1, right - 1 - more, more + 1
        raise AssertionError("no group gives the best score")


def _run_across(here: "Numbers", single: "Numbers", gain: "Numbers", runs: "Flags", some: "Places") -> None:
    """Raise `here` where one step of the left stands against a run of the right, each time one longer.

    All are (pairs, right); `some` are the pairs that have such a run in this row.
    """
    import numpy as np

    across, gain, runs, best = single[some], gain[some, 1:], runs[some, 1:], here[some]
    while True:
        go_on = runs & (across[:, :-1] >= 0)
        if not go_on.any():
            break
        across[:, 1:] = np.where(go_on, across[:, :-1] + gain, _NEVER)
        across[:, 0] = _NEVER
        np.maximum(best, across, out=best)
    here[some] = best
