"""What reviewers' verdicts on steps or documents of one procedure would save."""

from collections.abc import Sequence

from customs_app.analysis.opinions import Target
from customs_app.analysis.rules.common import document_name, together
from customs_app.analysis.rules.saving import add
from customs_app.analysis.to_be.apply import apply
from customs_app.analysis.to_be.basis import Applied
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark, Saving


def document_subject(document_id: str, reference: Reference) -> str:
    """What makes documents of two countries one subject: the UN/EDIFACT 1001 code, else the English name."""
    document = reference.documents.get(document_id)
    if document is not None and document.code:
        return document.code
    return document_name(document_id, reference).en.strip().casefold()


def marked_saving(full: FullProcedure, marks: Sequence[Mark], reference: Reference) -> Saving:
    """What verdicts save one consignment: what falls away of steps when they are applied, added up.

    Marks on steps of other procedures are passed over, of several on one step or document the first
    counts. Of steps that exclude one another only those that one consignment meets count. `hours` is time
    of steps that falls away; what that does to the longest path the effect of all verdicts tells.
    """
    first: dict[Target, Mark] = {}
    for mark in marks:
        first.setdefault((mark.step_id, mark.document_id), mark)
    marked = {step_id for step_id, _ in first}
    steps = [step for step in full.steps if step.id in marked]
    if not steps:
        return Saving()
    met = {step.id for step in max(together(steps), key=len)}
    applied = [
        Applied(mark.step_id, mark.document_id, mark.verdict, mark.merge_into)
        for mark in first.values()
        if mark.step_id in met
    ]
    return add([change.saves for change in apply(full, applied, reference).changes])
