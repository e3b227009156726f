"""What reviewers' verdicts on steps or documents of one procedure would save."""

from collections.abc import Callable, Mapping, Sequence

from customs_app.analysis.rules.common import document_name, together, uses
from customs_app.analysis.rules.saving import merging, own_visits, removal
from customs_app.domain.codes import Role, Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.review import Saving


def document_subject(document_id: str, reference: Reference) -> str:
    """What makes documents of two countries one subject: the UN/EDIFACT 1001 code, else the English name."""
    document = reference.documents.get(document_id)
    if document is not None and document.code:
        return document.code
    return document_name(document_id, reference).en.strip().casefold()


def marked_saving(
    full: FullProcedure,
    marked: Sequence[Step],
    verdict: Verdict,
    document: str | None,
    reference: Reference,
) -> Saving:
    """What one verdict about steps of a procedure, or about a document there, saves one consignment.

    `document` is a subject as `document_subject` gives it. Of steps that exclude one another only those
    that one consignment meets count.
    """
    met = max(together(marked), key=len)
    if document is None:
        return _BY_VERDICT.get(verdict, _unknown)(full, met)
    if verdict not in _SPARES_DOCUMENT:
        return Saving()
    return Saving(documents=sum(_handed(full, step, document, reference) for step in met))


def _handed(full: FullProcedure, step: Step, document: str, reference: Reference) -> int:
    return sum(
        1
        for use in uses(full, step, Role.INPUT, Role.SHOWN)
        if document_subject(use.document_id, reference) == document
    )


def _unknown(full: FullProcedure, steps: Sequence[Step]) -> Saving:
    del full, steps
    return Saving()


def _online(full: FullProcedure, steps: Sequence[Step]) -> Saving:
    del full
    visits = [own_visits(step) for step in steps]
    known = [count for count in visits if count is not None]
    return Saving(visits=sum(known) if len(known) == len(visits) else None)


def _merged(full: FullProcedure, steps: Sequence[Step]) -> Saving:
    """Several marked steps become one; a single one is merged into another, so that it falls away itself."""
    if len(steps) > 1:
        return merging(full, steps)
    saving = removal(full, steps)
    return Saving(hours=saving.hours, visits=saving.visits)


_SPARES_DOCUMENT = frozenset({Verdict.REMOVE, Verdict.SUBMIT_ONCE, Verdict.MERGE})
_BY_VERDICT: Mapping[Verdict, Callable[[FullProcedure, Sequence[Step]], Saving]] = {
    Verdict.REMOVE: removal,
    Verdict.MERGE: _merged,
    Verdict.ONLINE: _online,
}
"""What verdicts save; the others save an amount that nobody knows beforehand."""
