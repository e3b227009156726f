"""How alike steps are: the same activity, then the titles, then the conditions."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from customs_app.domain.procedure import FullProcedure, Step

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.int32]

_WORD = re.compile(r"\w+")
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})


@lru_cache(maxsize=4096)
def normalised(title: str) -> str:
    """An English title without case, signs, small words and order of words."""
    return " ".join(sorted(word for word in _WORD.findall(title.casefold()) if word not in _SMALL))


class Steps:
    """The steps of several procedures, each with what it is compared by.

    Tables are (procedure, place in it), shorter procedures filled up with -1. `activity`, `title` and
    `condition` hold codes, equal ones for what is equal; `follows` says that a step does the activity of
    the one before it. `ids` and `names` (activities) are lists for each procedure.
    """

    def __init__(self, procedures: Sequence[FullProcedure]) -> None:
        import numpy as np

        self.sizes = [len(full.steps) for full in procedures]
        self.ids = [[step.id for step in full.steps] for full in procedures]
        self.names = [[step.activity for step in full.steps] for full in procedures]
        activities, titles, conditions = dict[str, int](), dict[str, int](), {("", ""): 0}
        self.activity = self._table(
            [[activities.setdefault(n, len(activities)) for n in own] for own in self.names]
        )
        known: dict[str, int] = {}
        for full in procedures:
            for step in full.steps:
                if step.title.en not in known:
                    known[step.title.en] = titles.setdefault(normalised(step.title.en), len(titles))
        self.title = self._table([[known[step.title.en] for step in full.steps] for full in procedures])
        self.condition = self._table(
            [
                [conditions.setdefault(_condition(s), len(conditions)) for s in full.steps]
                for full in procedures
            ]
        )
        self.follows = np.zeros(self.activity.shape, dtype=bool)
        self.follows[:, 1:] = (self.activity[:, 1:] == self.activity[:, :-1]) & (self.activity[:, 1:] >= 0)
        self._titles = list(titles)

    def _table(self, rows: Sequence[Sequence[int]]) -> "Codes":
        import numpy as np

        table = np.full((len(rows), max(self.sizes, default=0)), -1, dtype=np.int32)
        for number, row in enumerate(rows):
            table[number, : len(row)] = row
        return table

    def likeness(self, left: "Codes", right: "Codes") -> "NDArray[np.int64]":
        """How alike titles (codes) are, 0 to 100; each two are compared once."""
        import numpy as np
        from rapidfuzz import fuzz, process  # noqa: PLC0415

        both = np.stack((left, right)).astype(np.int64)
        each, which = np.unique(both.min(axis=0) * len(self._titles) + both.max(axis=0), return_inverse=True)
        ones, others = (own.tolist() for own in np.divmod(each, max(len(self._titles), 1)))
        titles = self._titles
        alike = process.cpdist(
            [titles[one] for one in ones],
            [titles[other] for other in others],
            scorer=fuzz.ratio,
            dtype=np.uint8,
        )
        return alike.astype(np.int64)[which]

    def conditions(self, left: "Codes", right: "Codes") -> "NDArray[np.int64]":
        """2 for the same condition (codes) or none on both sides, 1 for two different ones, 0 for one."""
        import numpy as np

        return np.where(left == right, 2, np.where((left > 0) & (right > 0), 1, 0)).astype(np.int64)


def _condition(step: Step) -> tuple[str, str]:
    if step.condition is None and step.choice is None:
        return "", ""
    option = (step.choice or "").partition(":")[2]
    return normalised(step.condition.en) if step.condition else "", option


def step_places(full: FullProcedure) -> Mapping[str, int]:
    """The place of each step in its procedure."""
    return {step.id: place for place, step in enumerate(full.steps)}
