"""Which of several lines that run side by side stands where, so that few cross and none lie on another."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Strand:
    """Lines of one step that run side by side with others, with where they begin and end.

    For an upright strand `before` are the heights at which it is joined from the left, `after` from the
    right; for a level one the same turned about.
    """

    source: str
    before: tuple[float, ...]
    after: tuple[float, ...]

    @property
    def low(self) -> float:
        """The end with the smaller number."""
        return min(*self.before, *self.after)

    @property
    def high(self) -> float:
        """The end with the greater number."""
        return max(*self.before, *self.after)


def tracks(strands: Sequence[Strand], apart: float = 4.0) -> tuple[int, ...]:
    """The track of each strand, 0 the first; strands share one where they lie `apart` from each other."""
    order = _order(strands)
    taken: list[list[Strand]] = []
    found = [0] * len(strands)
    for index in order:
        strand = strands[index]
        track = 0
        for number in range(len(taken) - 1, -1, -1):
            if any(_beside(strand, other, apart) for other in taken[number]):
                track = number + 1
                break
        if track == len(taken):
            taken.append([])
        taken[track].append(strand)
        found[index] = track
    return tuple(found)


def _beside(one: Strand, other: Strand, apart: float) -> bool:
    return one.low < other.high + apart and other.low < one.high + apart


def _order(strands: Sequence[Strand]) -> list[int]:
    """The strands from left to right; neighbours change places as long as fewer lines cross."""
    count = len(strands)
    cost = [[_crossings(one, other) for other in strands] for one in strands]
    order = sorted(range(count), key=lambda i: sum(cost[i][j] - cost[j][i] for j in range(count)))
    for _ in range(count):
        calm = True
        for place in range(count - 1):
            left, right = order[place], order[place + 1]
            if cost[right][left] < cost[left][right]:
                order[place], order[place + 1] = right, left
                calm = False
        if calm:
            break
    return order


def _crossings(left: Strand, right: Strand) -> float:
    """How often the strands cross, and how far a line then runs upon the other, if they stand so."""
    crossed = sum(right.low < y < right.high for y in left.after)
    crossed += sum(left.low < y < left.high for y in right.before)
    # Ends of two strands at one height would run into each other.
    meet = sum(one == other for one in left.after for other in right.before)
    return crossed + 20.0 * meet
