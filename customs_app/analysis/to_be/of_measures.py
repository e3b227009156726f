"""The verdicts that all measures of a proposal together come to on one procedure."""

from collections.abc import Sequence
from dataclasses import replace

from customs_app.analysis.measure import Measure
from customs_app.analysis.opinions import Target
from customs_app.analysis.to_be.basis import Applied
from customs_app.analysis.to_be.of_finding import verdicts_of
from customs_app.domain.codes import Verdict
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
    chosen = None if measure.asked is None else measure.verdict
    asked = [*of_decisions, *of_marks]
    of_findings = (
        verdicts_of(finding, by_id, chosen) for finding in measure.findings if finding.procedure in by_id
    )
    return [
        *(asked if chosen is None else _turned(asked, chosen, full)),
        *(one for verdicts in of_findings for one in verdicts),
    ]


def _turned(asked: Sequence[Applied], verdict: Verdict, full: FullProcedure) -> list[Applied]:
    """What is asked, with another verdict.

    Where steps are to be merged, nobody has said into which: the first takes the others in, as with what a
    rule has found.
    """
    if verdict is not Verdict.MERGE:
        return [replace(one, verdict=verdict, merge_into=None) for one in asked]
    at = {one.step_id for one in asked}
    first = next((step.id for step in full.steps if step.id in at), None)
    if len(at) < 2:
        return [replace(one, verdict=verdict, merge_into=None) for one in asked]
    return [replace(one, verdict=verdict, merge_into=first) for one in asked if one.step_id != first]
