"""Where the boxes of a diagram stand: in columns by what they wait for, in rows by lane."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from customs_app.analysis.critical_path import in_order, predecessors
from customs_app.domain.procedure import FullProcedure, Step

Edge = tuple[str, str]
"""The id of a step, and of one that waits for it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A box's column and row, both from 0."""

    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Boxes (step id -> spot); `lanes` says for each row the index of its lane."""

    spots: Mapping[str, Spot]
    lanes: tuple[int, ...]

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return 1 + max((spot.column for spot in self.spots.values()), default=-1)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.lanes)


def waits(full: FullProcedure, step_ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """For which others each of the steps waits, those alone that no other wait implies, circles broken."""
    order, before = in_order(predecessors(full, step_ids))
    behind: dict[str, frozenset[str]] = {}
    direct: dict[str, tuple[str, ...]] = {}
    for step_id in order:
        others = before[step_id]
        implied = frozenset[str]().union(*(behind[other] for other in others))
        direct[step_id] = tuple(other for other in others if other not in implied)
        behind[step_id] = implied | frozenset(others)
    return direct


def columns(steps: Sequence[Step], before: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """The column of each step (ids): right of all it waits for.

    A step that waits for none stands just left of the first that waits for it, and one without any line
    right of the step before it by number.
    """
    found: dict[str, int] = {}
    for step_id in before:  # in order of work
        found[step_id] = max((found[other] + 1 for other in before[step_id]), default=0)
    first_after: dict[str, int] = {}
    for step_id, others in before.items():
        for other in others:
            first_after[other] = min(found[step_id], first_after.get(other, found[step_id]))
    previous: str | None = None
    for step in steps:
        if not before[step.id]:
            if step.id in first_after:
                found[step.id] = first_after[step.id] - 1
            elif previous is not None:
                found[step.id] = found[previous] + 1
        previous = step.id
    return found


def grid(
    steps: Iterable[Step], at: Mapping[str, int], lane: Mapping[str, int], least: Sequence[int] = ()
) -> Grid:
    """Spots of steps in their columns (`at`) and lanes (`lane`), ids -> index.

    Steps of one column and lane stand under each other. `least` are rows that a lane has at the least.
    """
    taken: dict[tuple[int, int], int] = {}
    inner: dict[str, int] = {}
    heights = list(least) or [1] * (max(lane.values(), default=-1) + 1)
    for step in steps:
        cell = (at[step.id], lane[step.id])
        inner[step.id] = taken.get(cell, 0)
        taken[cell] = inner[step.id] + 1
        heights[cell[1]] = max(heights[cell[1]], taken[cell])
    starts = [sum(heights[:i]) for i in range(len(heights))]
    spots = {step_id: Spot(at[step_id], starts[lane[step_id]] + row) for step_id, row in inner.items()}
    return Grid(spots, tuple(i for i, height in enumerate(heights) for _ in range(height)))
