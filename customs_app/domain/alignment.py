"""Steps of two procedures that are set against each other, and what officials pin of it."""

from enum import StrEnum
from typing import NamedTuple

from customs_app.domain.record import record


class PairKind(StrEnum):
    """What stands against what. SAME says that no compared field is known to differ."""

    SAME = "same"
    DIFFERS = "differs"
    LEFT_ONLY = "left_only"
    RIGHT_ONLY = "right_only"
    SPLIT = "split"
    MERGED = "merged"


@record(frozen=True, slots=True)
class Pin:
    """What an official says of two steps (ids), whichever side each stands on.

    `linked`: they belong together, else they do not. Without `right_step` and not linked, the first
    stands alone against any procedure.
    """

    id: str
    left_step: str
    right_step: str | None
    linked: bool


@record(frozen=True, slots=True)
class Pair:
    """Steps (ids) of both sides that belong together; one side is empty for a step that stands alone.

    SPLIT: one step of the left is several of the right; MERGED the other way round. `moved`: it comes at
    another place of the order of work than the rest. `elsewhere` are, for a step that stands alone, those
    of the other side that stand alone too and do the same activity. `fields` are the names of those that
    differ, `unknown` of those known on one side only.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    kind: PairKind
    moved: bool = False
    pinned: bool = False
    fields: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()


class Score(NamedTuple):
    """How well steps are aligned in order of work; what stands first decides first.

    `covered` steps of both sides that belong together, `pairs` in which they do, `likeness` of their titles
    (0 to 100 for each step of the one side with each of the other), `conditions` that agree (0 to 2 each).
    """

    covered: int
    pairs: int
    likeness: int
    conditions: int


@record(frozen=True, slots=True)
class Alignment:
    """The pairs in order of work, and the score of those found by order, without pins and moves."""

    pairs: tuple[Pair, ...]
    score: Score
