"""Into which step a step is really merged."""

from collections.abc import Mapping

from customs_app.analysis.rules.common import exclusive
from customs_app.analysis.to_be.draft import Draft, always_met
from customs_app.domain.text import Message


def targets(
    draft: Draft, wanted: Mapping[str, str | None]
) -> tuple[Mapping[str, str], Mapping[str, Message]]:
    """The step that takes each one in, and why others are not merged; keys are ids of steps to merge.

    `wanted` names the step into which each is to be merged. Where that one is merged itself, both go where
    it goes; of steps that are to be merged into one another the first stays. Nothing is merged into a step
    that is removed, nor into one that some of the consignments concerned do not meet.
    """
    follow = _without_circles(draft, wanted)
    found: dict[str, str] = {}
    refused: dict[str, Message] = {}
    for step_id in follow:
        _settle(draft, step_id, follow, found, refused)
    for step_id in wanted.keys() - follow.keys():
        refused[step_id] = Message(
            "Step {step} stays: it takes in the steps that are to be merged with it.",
            {"step": draft.as_is.number(step_id)},
        )
    return found, refused


def _without_circles(draft: Draft, wanted: Mapping[str, str | None]) -> dict[str, str | None]:
    """What is wanted, without the first step of each circle, which takes the others in."""
    stay: set[str] = set()
    for step_id in wanted:
        walked: list[str] = []
        at: str | None = step_id
        while at is not None and at in wanted and at not in walked and at not in stay:
            walked.append(at)
            at = wanted[at]
        if at is not None and at in walked:
            stay.add(min(walked[walked.index(at) :], key=draft.as_is.number))
    return {step_id: into for step_id, into in wanted.items() if step_id not in stay}


def _settle(
    draft: Draft,
    step_id: str,
    follow: Mapping[str, str | None],
    found: dict[str, str],
    refused: dict[str, Message],
) -> None:
    if step_id in found or step_id in refused:
        return
    into = follow[step_id]
    if into is not None and into in follow:
        _settle(draft, into, follow, found, refused)
        into = found.get(into, into)
    why = _why_not(draft, step_id, into)
    if why is None and into is not None:
        found[step_id] = into
    elif why is not None:
        refused[step_id] = why


def _why_not(draft: Draft, step_id: str, into: str | None) -> Message | None:
    """Why a step cannot be merged into another; None where it can."""
    number = draft.as_is.number(step_id)
    if into is None or into not in draft.depends or into == step_id:
        return Message(
            "Step {step} stays: it is not said into which step it is to be merged.", {"step": number}
        )
    values = {"step": number, "into": draft.as_is.number(into)}
    if into not in draft.steps:
        return Message(
            "Step {step} stays: step {into}, into which it is to be merged, is removed itself.", values
        )
    one, other = draft.steps[step_id], draft.steps[into]
    if exclusive(one, other) or not always_met(other, one):
        return Message(
            "Step {step} stays: not every consignment that meets it meets step {into}, into which it is to "
            "be merged.",
            values,
        )
    return None
