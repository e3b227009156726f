"""Measures of a diagram, and what is said of its steps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from customs_app.analysis.counting import CountedTime
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.review import Mark

BOX = 156.0
INSET = 9.0
STRADDLE = 8.0
"""Height above the first line of a box, into which signs on its edge reach."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a diagram tells of the steps of a procedure; keys are step ids.

    `times` are of all steps; `taken` are those of the case, `path` those on its longest path. `letters` are
    of documents handed in more than once (document id -> letters); `choices` say for a step of a choice its
    number and the letter of its option. `gone` are steps that are no more and stand as outlines, `new` those
    that are marked as changed for the better.
    """

    full: FullProcedure
    times: Mapping[str, CountedTime]
    taken: frozenset[str]
    path: tuple[str, ...]
    letters: Mapping[str, str]
    tags: Mapping[str, tuple[str, ...]]
    choices: Mapping[str, tuple[int, str]]
    marks: Mapping[str, Sequence[Mark]]
    gone: frozenset[str] = frozenset()
    new: frozenset[str] = frozenset()

    def optional(self, step: Step) -> bool:
        """Whether a step comes on a condition only, or is not in the case."""
        return step.condition is not None or step.id not in self.taken
