"""What is still missing in each procedure: the board through which officials work."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from customs_app.analysis.counting import counted_costs, counted_times
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark
from customs_app.language.words import N_, Words


class Gap(StrEnum):
    """What a step may lack."""

    VERDICT = "verdict"
    LAW = "law"
    TIME = "time"
    COST = "cost"
    SOURCE = "source"


_LABELS: Mapping[Gap, str] = {
    Gap.VERDICT: N_("without a verdict"),
    Gap.LAW: N_("without a law"),
    Gap.TIME: N_("without a time"),
    Gap.COST: N_("without a cost"),
    Gap.SOURCE: N_("without a source"),
}


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One procedure (id), how many steps it has, and which of them lack what.

    `gaps` has every gap as a key: ids of the steps that have it, in order of the procedure.
    """

    country: str
    procedure: str
    gaps: Mapping[Gap, tuple[str, ...]]
    steps: int


def gap_label(gap: Gap, words: Words) -> str:
    """The name of a gap in a language, as it is said of steps."""
    return words.text(_LABELS[gap])


def board(
    procedures: Iterable[FullProcedure], marks: Iterable[Mark], reference: Reference
) -> tuple[BoardRow, ...]:
    """What the steps of the procedures lack, one row each, in the order given.

    All steps count, whatever the case. A step has a verdict where one of `marks` is on the step itself,
    "keep" like the others, stale or not; one on a document of it is none about the step. Hand over the
    marks of a reviewer to see what he or she has still to do, or those of all. It has a time or cost where
    a total counts one, as the coverage of totals does: inside a counted aggregate is covered; limits, lead
    times and rates are not. It has a source where the catalogue holds one that it names.
    """
    marked = {mark.step_id for mark in marks if mark.document_id is None}
    return tuple(_row(full, marked, reference) for full in procedures)


def _row(full: FullProcedure, marked: set[str], reference: Reference) -> BoardRow:
    times, costs = counted_times(full, full.steps), counted_costs(full, full.steps)
    gaps: dict[Gap, list[str]] = {gap: [] for gap in Gap}
    for step in full.steps:
        has = {
            Gap.VERDICT: step.id in marked,
            Gap.LAW: bool(step.legal_basis),
            Gap.TIME: times[step.id].covered,
            Gap.COST: costs[step.id].covered,
            Gap.SOURCE: _sourced(step, reference),
        }
        for gap in Gap:
            if not has[gap]:
                gaps[gap].append(step.id)
    return BoardRow(
        full.procedure.country,
        full.procedure.id,
        {gap: tuple(steps) for gap, steps in gaps.items()},
        len(full.steps),
    )


def _sourced(step: Step, reference: Reference) -> bool:
    return any(source in reference.sources for source in step.source_ids)
