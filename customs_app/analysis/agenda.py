"""What a meeting goes through: the steps on its agenda, in their order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from customs_app.domain.meeting import Decision, Meeting
from customs_app.domain.procedure import FullProcedure, Step


@dataclass(frozen=True, slots=True)
class Item:
    """One step of an agenda, with its procedure."""

    full: FullProcedure
    step: Step


def agenda(meeting: Meeting, procedures: Mapping[str, FullProcedure]) -> tuple[Item, ...]:
    """The steps of a meeting; `procedures` by id.

    Without steps of its own a meeting goes through all steps of its procedures, one procedure after the
    other. What is no longer there is left out.
    """
    own = [procedures[one] for one in meeting.procedures if one in procedures]
    every = {step.id: Item(full, step) for full in own for step in full.steps}
    if not meeting.steps:
        return tuple(every.values())
    return tuple(every[step_id] for step_id in dict.fromkeys(meeting.steps) if step_id in every)


def by_step(decisions: Iterable[Decision]) -> Mapping[str, tuple[Decision, ...]]:
    """The decisions on each step and on its documents, by step id: that on the step itself first."""
    found: dict[str, list[Decision]] = {}
    for decision in decisions:
        found.setdefault(decision.step_id, []).append(decision)
    return {
        step_id: tuple(sorted(own, key=lambda one: (one.document_id is not None, one.at, one.id)))
        for step_id, own in found.items()
    }
