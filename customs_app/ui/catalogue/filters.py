"""Which steps of a procedure the table shows."""

from customs_app.domain.procedure import Step
from customs_app.domain.record import record
from customs_app.domain.reference import Reference
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.ui.filtering import MarkFilter


@record(frozen=True, slots=True)
class StepFilter:
    """What the official asks to see: words that a step must hold, whose marks, and which conditions.

    `only_case` leaves out the steps that the chosen case does not take.
    """

    text: str = ""
    marks: MarkFilter = MarkFilter.ALL
    only_case: bool = False

    @property
    def narrow(self) -> bool:
        """Whether any step can be left out."""
        return self != StepFilter()


def searchable(step: Step, reference: Reference, words: Words) -> str:
    """All words by which a step is found in the filter box, folded."""
    parts: list[str | None] = [
        str(step.seq), step.title[words.language], step.title.en, step.activity, step.legal_basis, step.note,
        step.condition[words.language] if step.condition else None,
    ]  # fmt: skip
    activity = reference.activities.get(step.activity)
    if activity is not None:
        parts += [activity.name[words.language], label(activity.stage, words)]
    agency = reference.agencies.get(step.agency_id) if step.agency_id else None
    if agency is not None:
        parts += [agency.name[words.language], agency.name.en]
        parts.append(label(agency.kind, words) if agency.kind else None)
    if step.channel is not None:
        parts.append(label(step.channel, words))
    return "\n".join(part for part in parts if part).casefold()
