"""The verdicts that following a finding comes to."""

from collections.abc import Mapping

from customs_app.analysis.measures import suggested_verdict
from customs_app.analysis.to_be.basis import Applied
from customs_app.domain.codes import Role, Verdict
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.review import Finding


def verdicts_of(
    finding: Finding, procedures: Mapping[str, FullProcedure], verdict: Verdict | None = None
) -> tuple[Applied, ...]:
    """What the finding suggests, or another verdict in its place, on steps and documents of its procedure.

    `procedures` has ids as keys. Steps to be merged go into the first of them; a step that need not wait is
    the last. Empty where the finding names no step of its procedure.
    """
    full = procedures[finding.procedure]
    own = {step.id for step in full.steps}
    steps = [step_id for step_id in finding.steps if step_id in own]
    if not steps:
        return ()
    verdict = verdict or suggested_verdict(finding, procedures)
    if verdict is Verdict.MERGE:
        return tuple(Applied(step_id, None, verdict, steps[0]) for step_id in steps[1:])
    if verdict is Verdict.PARALLEL:
        return (Applied(steps[-1], None, verdict),)
    if finding.documents and verdict in (Verdict.SUBMIT_ONCE, Verdict.REMOVE):
        return _of_documents(finding, full, steps, verdict)
    return tuple(Applied(step_id, None, verdict) for step_id in steps)


def _of_documents(
    finding: Finding, full: FullProcedure, steps: list[str], verdict: Verdict
) -> tuple[Applied, ...]:
    """Each document once where it is to be handed in once; where it is to go, at each step of the finding."""
    found: dict[str, list[str]] = {}
    for step_id in steps:
        for use in full.uses.get(step_id, ()):
            brought = use.role is not Role.OUTPUT or verdict is Verdict.REMOVE
            if use.document_id in finding.documents and brought:
                found.setdefault(use.document_id, []).append(step_id)
    return tuple(
        Applied(step_id, document_id, verdict)
        for document_id, at in found.items()
        for step_id in (at[:1] if verdict is Verdict.SUBMIT_ONCE else dict.fromkeys(at))
    )
