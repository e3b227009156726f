"""Which steps a meeting may go through."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from customs_app.analysis.opinions import contested_steps
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.review import Finding, Mark
from customs_app.language.words import Words


@dataclass(frozen=True, slots=True)
class MeetingList:
    """Steps that a view offers to a meeting.

    `name` says which steps these are and `title` is proposed as that of the meeting, both worded.
    `procedures` are ids; `steps` too, in the order of the agenda: without any it is every step of the
    procedures. `current` is the step with which to begin.
    """

    name: str
    title: str
    procedures: tuple[str, ...]
    steps: tuple[str, ...] = ()
    current: str | None = None


def procedure_list(
    full: FullProcedure, reference: Reference, current: str | None, words: Words
) -> MeetingList:
    """All steps of a procedure."""
    title = _title(full, reference, words)
    name = words.count(
        "the {n} step of “{procedure}”", "all {n} steps of “{procedure}”", len(full.steps), procedure=title
    )
    return MeetingList(name, title, (full.procedure.id,), (), current)


def finding_list(
    finding: Finding, full: FullProcedure, reference: Reference, current: str | None, words: Words
) -> MeetingList:
    """The steps of a finding."""
    among = set(finding.steps)
    steps = tuple(step.id for step in full.steps if step.id in among)
    name = words.count("the {n} step of the finding", "the {n} steps of the finding", len(steps))
    return MeetingList(name, _title(full, reference, words), (full.procedure.id,), steps, current)


def contested_list(
    marks: Iterable[Mark], procedures: Sequence[FullProcedure], words: Words
) -> MeetingList | None:
    """The steps of some procedures about which more than one verdict is given; None where there are none."""
    among = contested_steps(marks)
    having = [full for full in procedures if any(step.id in among for step in full.steps)]
    steps = tuple(step.id for full in having for step in full.steps if step.id in among)
    if not steps:
        return None
    name = words.count("the {n} contested step", "the {n} contested steps", len(steps))
    return MeetingList(
        name, words.text("Contested steps"), tuple(full.procedure.id for full in having), steps
    )


def _title(full: FullProcedure, reference: Reference, words: Words) -> str:
    country = reference.countries[full.procedure.country].name[words.language]
    return words.named(country, full.procedure.title[words.language])
