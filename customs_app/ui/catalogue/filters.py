"""Which steps of a procedure the table shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from customs_app.domain.procedure import Step
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark, Reviewer
from customs_app.language.labels import label
from customs_app.language.words import Words


class MarkFilter(StrEnum):
    """Whose marks a step must carry to be shown."""

    ALL = "all"
    MINE = "mine"
    OTHERS = "others"
    UNMARKED = "unmarked"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
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


def marks_pass(marks: Sequence[Mark], wanted: MarkFilter, who: Reviewer | None) -> bool:
    """Whether the marks of one step are such as are asked for."""
    if wanted is MarkFilter.ALL:
        return True
    if wanted is MarkFilter.UNMARKED:
        return not marks
    if wanted is MarkFilter.STALE:
        return any(mark.stale for mark in marks)
    mine = wanted is MarkFilter.MINE
    return any((mark.reviewer == who) is mine for mark in marks)


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


def text_passes(haystack: str, text: str) -> bool:
    """Whether every word of the filter stands in what `searchable` gave, in any order."""
    return all(word in haystack for word in text.casefold().split())
