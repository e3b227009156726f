"""The verdicts that all measures of a proposal together come to on one procedure."""

from collections.abc import Sequence

from customs_app.analysis.measure import Measure
from customs_app.analysis.opinions import Target
from customs_app.analysis.to_be.basis import Applied
from customs_app.analysis.to_be.of_finding import verdicts_of
from customs_app.domain.procedure import FullProcedure


def verdicts_of_measures(
    measures: Sequence[Measure], full: FullProcedure
) -> tuple[tuple[Applied, ...], tuple[Target, ...]]:
    """The verdicts of all measures on a procedure, one a target, and the targets on which they differ."""
    wanted: dict[Target, list[Applied]] = {}
    for measure in measures:
        for one in _verdicts(measure, full):
            wanted.setdefault(one.target, []).append(one)
    contested = tuple(key for key, ours in wanted.items() if len({one.verdict for one in ours}) > 1)
    return tuple(ours[0] for key, ours in wanted.items() if key not in contested), contested


def _verdicts(measure: Measure, full: FullProcedure) -> list[Applied]:
    own = {step.id for step in full.steps}
    of_marks = [
        Applied(mark.step_id, mark.document_id, mark.verdict, mark.merge_into, (mark.reviewer,), (mark.id,))
        for mark in measure.marks
        if mark.step_id in own
    ]
    by_id = {full.procedure.id: full}
    of_decisions = [
        Applied(one.step_id, one.document_id, one.verdict, one.merge_into, decision_id=one.id)
        for one in measure.decisions
        if one.step_id in own
    ]
    of_findings = (verdicts_of(finding, by_id) for finding in measure.findings if finding.procedure in by_id)
    return [*of_decisions, *of_marks, *(one for verdicts in of_findings for one in verdicts)]
