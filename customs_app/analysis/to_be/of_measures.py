"""What all measures of a proposal change together: their hours do not add up, the longest path decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from customs_app.analysis.case import Case
from customs_app.analysis.measure import Measure
from customs_app.analysis.opinions import Target
from customs_app.analysis.to_be.basis import Applied
from customs_app.analysis.to_be.effect import Effect, effect
from customs_app.analysis.to_be.of_finding import verdicts_of
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference


@dataclass(frozen=True, slots=True)
class Together:
    """What all measures change in one procedure; `contested` are targets on which measures differ.

    Those stay as they are in the effect: what comes of them is open.
    """

    effect: Effect
    contested: tuple[Target, ...]

    @property
    def open(self) -> bool:
        """Whether more hours may be saved than the effect tells."""
        return bool(self.contested) or "elapsed" in self.effect.saved.more


def effects_together(
    measures: Sequence[Measure], procedures: Sequence[FullProcedure], case: Case, reference: Reference
) -> Mapping[str, Together]:
    """The effect of all measures on each procedure that one of them touches, by its country."""
    found = {}
    for full in procedures:
        applied, contested = verdicts_of_measures(measures, full)
        if applied or contested:
            told = effect(full, applied, case, reference, contested=contested)
            found[full.procedure.country] = Together(told, contested)
    return found


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
