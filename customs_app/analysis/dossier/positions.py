"""Where delegations stand on a measure: what they have stated, what their marks ask, where they dissented."""

from collections.abc import Iterator, Mapping, Sequence

from customs_app.analysis.decided import newest
from customs_app.analysis.dossier.result import Held, Objection
from customs_app.analysis.marked_saving import document_subject
from customs_app.analysis.measure import Measure
from customs_app.domain.codes import Verdict
from customs_app.domain.dossier import Standpoint
from customs_app.domain.meeting import Decision
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark

Place = Mapping[str, tuple[FullProcedure, int]]
"""Ids of steps -> the procedure in which the step stands, and its number."""


def held(
    delegations: Sequence[str],
    standpoints: Sequence[Standpoint],
    measure: str,
    marked: Mapping[str, tuple[Verdict, ...]],
) -> tuple[Held, ...]:
    """Where each delegation stands on a measure (its key; empty: the whole proposal).

    First the `delegations` in their order, then others that have said something, by name. `marked` is what
    marks of each ask.
    """
    stated = {one.delegation: one for one in standpoints if one.measure == measure}
    others = sorted({*stated, *marked} - set(delegations))
    return tuple(Held(one, stated.get(one), marked.get(one, ())) for one in (*delegations, *others))


def marked_on(
    measure: Measure, marks: Sequence[Mark], reference: Reference
) -> Mapping[str, tuple[Verdict, ...]]:
    """What the marks of each delegation ask of the steps (or the document) that the measure touches."""
    touched = {step for steps in measure.steps.values() for step in steps}
    found: dict[str, dict[Verdict, None]] = {}
    for mark in marks:
        if mark.step_id not in touched:
            continue
        subject = None if mark.document_id is None else document_subject(mark.document_id, reference)
        if subject == measure.document:
            found.setdefault(mark.reviewer.delegation, {})[mark.verdict] = None
    return {delegation: tuple(verdicts) for delegation, verdicts in found.items()}


def _decided_on(measure: Measure, decisions: Sequence[Decision], reference: Reference) -> Iterator[Decision]:
    """What meetings have decided on the steps (or the document) that the measure touches; the newest each."""
    touched = {step for steps in measure.steps.values() for step in steps}
    for decision in newest(decisions).values():
        subject = None if decision.document_id is None else document_subject(decision.document_id, reference)
        if decision.step_id in touched and subject == measure.document:
            yield decision


def objections(
    measure: Measure, decisions: Sequence[Decision], place: Place, reference: Reference
) -> tuple[Objection, ...]:
    """Dissents from decisions of meetings that want what the measure proposes."""
    return tuple(
        Objection(dissent, decision, full.procedure.country, number)
        for decision in _decided_on(measure, decisions, reference)
        if decision.verdict is measure.verdict and decision.step_id in place
        for full, number in (place[decision.step_id],)
        for dissent in decision.dissents
    )
