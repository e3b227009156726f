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


class Field(StrEnum):
    """What two steps that belong together are compared by, in the order in which it is shown.

    TITLE, ACTIVITY and EVIDENCE set apart only what stands under one id on both sides, which are two
    versions of one step: steps of two countries always have titles of their own, and how well a figure is
    proven says nothing of the procedure. AFTER is what a step waits for, compared through the pairs.
    """

    TITLE = "title"
    ACTIVITY = "activity"
    CHANNEL = "channel"
    TIME = "time"
    COST = "cost"
    DOCUMENTS = "documents"
    CONDITION = "condition"
    AGENCY = "agency"
    AFTER = "after"
    VISITS = "visits"
    LAW = "law"
    EVIDENCE = "evidence"


class FieldState(StrEnum):
    """How a field compares. UNKNOWN: not known on one side or on both. ALONE: one side has no step."""

    SAME = "same"
    DIFFERS = "differs"
    UNKNOWN = "unknown"
    ALONE = "alone"


@record(frozen=True, slots=True)
class FieldRow:
    """One field of a pair in words of both sides: `?` for what is unknown, empty for a side without a step.

    `left_sources` and `right_sources` are the ids of the sources of the steps, each once.
    """

    field: Field
    left: str
    right: str
    state: FieldState
    left_sources: tuple[str, ...] = ()
    right_sources: tuple[str, ...] = ()


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


class Pair(NamedTuple):
    """Steps (ids) of both sides that belong together; one side is empty for a step that stands alone.

    SPLIT: one step of the left is several of the right; MERGED the other way round. `moved`: it comes at
    another place of the order of work than the rest. `elsewhere` are, for a step that stands alone, those
    of the other side that stand alone too and do the same activity. `fields` are those that differ,
    `unknown` those of which that cannot be said: known on one side only, or documents without a code.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    kind: PairKind
    moved: bool = False
    pinned: bool = False
    fields: tuple[Field, ...] = ()
    unknown: tuple[Field, ...] = ()
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
