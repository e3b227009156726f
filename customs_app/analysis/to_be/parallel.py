"""Steps that need not wait for one another, and in which order the others come then."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from customs_app.analysis.to_be.draft import Draft
from customs_app.domain.codes import Role


@dataclass(frozen=True, slots=True)
class Freed:
    """For which steps one no longer waits, and for which it must or may have to, and why.

    `uses` are those of which it takes a document, `unsure` those of which it cannot be told, because no
    documents are recorded at one of the two. All are ids of steps that it waits for directly.
    """

    dropped: tuple[str, ...]
    uses: tuple[str, ...]
    unsure: tuple[str, ...]


def freed(draft: Draft, step_id: str) -> Freed:
    """Which of the steps before it one can be done beside, by the documents recorded as it is."""
    full = draft.as_is
    dropped, taking, unsure = [], [], []
    needs = {draft.key(use.document_id) for use in full.uses.get(step_id, ()) if use.role is not Role.OUTPUT}
    for other in full.step(step_id).depends_on:
        if other not in draft.depends:
            continue
        gives = {draft.key(use.document_id) for use in full.uses.get(other, ()) if use.role is Role.OUTPUT}
        if not full.uses.get(step_id) or not full.uses.get(other):
            unsure.append(other)
        elif gives & needs:
            taking.append(other)
        else:
            dropped.append(other)
    return Freed(tuple(dropped), tuple(taking), tuple(unsure))


def side_by_side(draft: Draft, dropped: Mapping[str, Collection[str]]) -> None:
    """Let steps no longer wait for others: id of a step -> ids of those that it waited for directly.

    It waits now for what they waited for, and what comes after it waits for them as well as for it: the
    order of all other pairs of steps stays.
    """
    as_is = {step.id: step.depends_on for step in draft.as_is.steps}
    for step_id, waits in as_is.items():
        gone = dropped.get(step_id, ())
        after: list[str] = []
        for other in waits:
            # A step one no longer waits for hands on what it waited for itself.
            after.extend(as_is.get(other, ()) if other in gone else (other,))
        # Whatever is waited for brings along those that it was freed of.
        after.extend([before for other in after for before in dropped.get(other, ())])
        if gone or any(other in dropped for other in waits):
            draft.depends[step_id] = tuple(dict.fromkeys(other for other in after if other != step_id))
