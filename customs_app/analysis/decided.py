"""What meetings have decided, against what reviewers have marked: a decision outranks marks."""

from collections.abc import Iterable, Sequence

from customs_app.analysis.opinions import Target
from customs_app.domain.meeting import Decision
from customs_app.domain.review import Mark


def newest(decisions: Iterable[Decision]) -> dict[Target, Decision]:
    """The decision on each target that holds: the newest, whatever meeting it is of."""
    ordered = sorted(decisions, key=lambda one: (one.at, one.id))
    return {(one.step_id, one.document_id): one for one in ordered}


def overruled(marks: Sequence[Mark], decisions: Iterable[Decision]) -> tuple[tuple[Mark, Decision], ...]:
    """Marks on targets of which a meeting has decided otherwise, with that decision."""
    decided = newest(decisions)
    found = ((mark, decided.get((mark.step_id, mark.document_id))) for mark in marks)
    return tuple((mark, one) for mark, one in found if one is not None and one.verdict is not mark.verdict)


def as_mark(decision: Decision) -> Mark:
    """A decision in the form of a mark, for what asks of both alike: target, verdict, article, merger."""
    return Mark(
        id=decision.id,
        step_id=decision.step_id,
        verdict=decision.verdict,
        reason=decision.reason,
        reviewer=decision.reviewer,
        at=decision.at,
        document_id=decision.document_id,
        article=decision.article,
        merge_into=decision.merge_into,
    )
