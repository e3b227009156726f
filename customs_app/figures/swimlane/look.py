"""Measures of a diagram, and what is said of its steps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from customs_app.analysis.counting import CountedTime
from customs_app.domain.figures import Range
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.review import Mark

INSET = 9.0
STRADDLE = 8.0
"""Height above the first line of a box, into which signs on its edge reach."""


class Sizes(NamedTuple):
    """Widths of a box and of the head of a lane."""

    box: float
    head: float


WIDE = Sizes(156.0, 152.0)
NARROW = Sizes(104.0, 88.0)
"""For paper, where columns are dear."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a diagram tells of the steps of a procedure; keys are step ids.

    `times` are of all steps; `taken` are those of the case, `path` those on its longest path. `letters` are
    of documents handed in more than once (document id -> letters); `choices` say for a step of a choice its
    number and the letter of its option. `elapsed` are the hours of the case. `hit` are steps that verdicts
    change, as they are; `gone` are steps that are no more and stand as outlines; `new` are steps as they
    would be where verdicts have changed them.
    """

    full: FullProcedure
    times: Mapping[str, CountedTime]
    taken: frozenset[str]
    path: tuple[str, ...]
    letters: Mapping[str, str]
    tags: Mapping[str, tuple[str, ...]]
    choices: Mapping[str, tuple[int, str]]
    marks: Mapping[str, Sequence[Mark]]
    elapsed: Range
    hit: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    new: frozenset[str] = frozenset()
    sizes: Sizes = WIDE

    def optional(self, step: Step) -> bool:
        """Whether a step comes on a condition only, or is not in the case."""
        return step.condition is not None or step.id not in self.taken
