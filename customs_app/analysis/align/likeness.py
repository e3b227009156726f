"""How alike steps are: the same activity, then the titles, then the conditions."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from customs_app.domain.procedure import FullProcedure, Step

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WORD = re.compile(r"\w+")
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})


def normalised(title: str) -> str:
    """An English title without case, signs, small words and order of words."""
    return " ".join(sorted(word for word in _WORD.findall(title.casefold()) if word not in _SMALL))


class Steps:
    """The steps of several procedures in one row, each with what it is compared by.

    `place` maps (number of the procedure, number of the step in it) to the place in the row by `starts`.
    `follows` says that a step does the activity of the one before it in its procedure.
    """

    def __init__(self, procedures: Sequence[FullProcedure]) -> None:
        import numpy as np

        self.procedures = procedures
        steps = [step for full in procedures for step in full.steps]
        codes: dict[str, int] = {}
        self.sizes = [len(full.steps) for full in procedures]
        self.starts = [sum(self.sizes[:n]) for n in range(len(procedures))]
        self.activity = np.array([codes.setdefault(s.activity, len(codes)) for s in steps], dtype=np.int32)
        self.follows = np.zeros(len(steps), dtype=bool)
        self.follows[1:] = self.activity[1:] == self.activity[:-1]
        self.follows[[start for start in self.starts if start < len(steps)]] = False
        self.likeness = _title_likeness(steps)
        self.conditions = _condition_likeness(steps)


def _title_likeness(steps: Sequence[Step]) -> "NDArray[np.int64]":
    import numpy as np
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    distinct: dict[str, int] = {}
    which = [distinct.setdefault(normalised(step.title.en), len(distinct)) for step in steps]
    titles = list(distinct)
    alike = process.cdist(titles, titles, scorer=fuzz.ratio, dtype=np.uint8)
    place = np.array(which, dtype=np.intp)
    return alike[np.ix_(place, place)].astype(np.int64)


def _condition_likeness(steps: Sequence[Step]) -> "NDArray[np.int64]":
    """2 for the same condition or none on both sides, 1 for two different ones, 0 for one against none."""
    import numpy as np

    known: dict[tuple[str, str], int] = {("", ""): 0}
    which = np.array([known.setdefault(_condition(step), len(known)) for step in steps], dtype=np.int32)
    same = which[:, None] == which[None, :]
    both = (which[:, None] > 0) & (which[None, :] > 0)
    return np.where(same, 2, np.where(both, 1, 0)).astype(np.int64)


def _condition(step: Step) -> tuple[str, str]:
    option = (step.choice or "").partition(":")[2]
    return normalised(step.condition.en) if step.condition else "", option


def step_places(full: FullProcedure) -> Mapping[str, int]:
    """The place of each step in its procedure."""
    return {step.id: place for place, step in enumerate(full.steps)}
