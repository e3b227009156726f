"""What delegations want of a step or document, told from the marks of their reviewers."""

from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

from customs_app.domain.codes import Verdict
from customs_app.domain.review import Mark

Target = tuple[str, str | None]
"""What a mark is about: id of a step, and of a document as the step handles it, or None for the step."""

_T = TypeVar("_T")


def by_target(marks: Iterable[Mark]) -> dict[Target, list[Mark]]:
    """The marks on each target, in the order given."""
    found: dict[Target, list[Mark]] = {}
    for mark in marks:
        found.setdefault((mark.step_id, mark.document_id), []).append(mark)
    return found


def wants(marks: Iterable[Mark]) -> dict[str, Verdict | None]:
    """What each delegation wants of one target: what most of its reviewers do, None where it is split."""
    given: dict[str, list[Verdict]] = {}
    for mark in marks:
        given.setdefault(mark.reviewer.delegation, []).append(mark.verdict)
    return {delegation: most(verdicts) for delegation, verdicts in given.items()}


def most(values: Iterable[_T]) -> _T | None:
    """The value that stands most often; None for none, or where two stand equally often."""
    ranked = Counter(values).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def contested_steps(marks: Iterable[Mark]) -> frozenset[str]:
    """Ids of the steps about which, or about a document of which, more than one verdict is given."""
    return frozenset(
        step_id for (step_id, _), ours in by_target(marks).items() if len({mark.verdict for mark in ours}) > 1
    )
