"""A document that is handed in once: which of its handings-in fall away."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from customs_app.analysis.to_be.draft import Draft, always_met, meet_alike
from customs_app.domain.codes import Role
from customs_app.domain.procedure import DocumentUse


def submit_once(
    draft: Draft, document_id: str, held: Collection[tuple[str, str | None]], only: str | None = None
) -> dict[str, int]:
    """Drop the later handings-in of a document and say how many at each step: step id -> number.

    The first stays. A later one falls away only where each consignment that meets it has met a step
    before, in order of the procedure, at which the document stays. A document that is only shown first and
    handed in later is handed in first instead, where the same consignments meet both steps. `held` are
    targets that must stay. With `only` nothing changes at other steps than this one.
    """
    key = draft.key(document_id)
    asking = [step.id for step in draft.as_is.steps if any(_of(draft, step.id, key))]
    first: list[str] = []
    dropped: dict[str, int] = {}
    for step_id in asking:
        uses = tuple(_of(draft, step_id, key))
        free = only in (None, step_id) and not any((step_id, use.document_id) in held for use in uses)
        into = _earlier(draft, first, step_id, key) if free else None
        if into is None:
            first.append(step_id)
            continue
        handed = [use for use in uses if use.role is Role.INPUT]
        if handed and not _handed(draft, into, key):
            hand_in(draft, into, handed[0].document_id)
        drop(draft, step_id, uses)
        dropped[step_id] = len(uses)
    return dropped


def hand_in(draft: Draft, step_id: str, document_id: str) -> None:
    """Have a document handed in at a step where it was only shown, by this name or another of its names.

    What is handed in there is the document that was handed in elsewhere, and not one more.
    """
    shown = [use for use in draft.uses[step_id] if use.role is Role.SHOWN]
    alike = [use for use in shown if draft.key(use.document_id) == draft.key(document_id)]
    one = next((use for use in alike if use.document_id == document_id), alike[0])
    draft.uses[step_id] = tuple(
        replace(use, role=Role.INPUT, document_id=document_id) if use is one else use
        for use in draft.uses[step_id]
    )


def drop(draft: Draft, step_id: str, uses: Iterable[DocumentUse]) -> None:
    """Take these uses from a step; it still counts as one of which the documents are recorded."""
    gone = set(uses)
    draft.uses[step_id] = tuple(use for use in draft.uses[step_id] if use not in gone)


def _of(draft: Draft, step_id: str, key: str) -> Iterable[DocumentUse]:
    return (use for use in draft.taken(step_id) if draft.key(use.document_id) == key)


def _handed(draft: Draft, step_id: str, key: str) -> bool:
    return any(use.role is Role.INPUT for use in _of(draft, step_id, key))


def _earlier(draft: Draft, first: Iterable[str], step_id: str, key: str) -> str | None:
    """The step at which the document stays in place of this one; None where there is none."""
    step = draft.here(step_id)
    for other_id in first:
        other = draft.here(other_id)
        takes = _handed(draft, other_id, key) or not _handed(draft, step_id, key)
        if (takes and always_met(other, step)) or meet_alike(other, step):
            return other_id
    return None
