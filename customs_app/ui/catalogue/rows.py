"""Rows of the steps table, worded once when a procedure opens, and their groups."""

from collections.abc import Iterable
from enum import StrEnum

from customs_app.domain.codes import AgencyKind, Stage
from customs_app.domain.procedure import Agency, Step
from customs_app.domain.record import record
from customs_app.domain.review import Mark, Reviewer
from customs_app.domain.text import Rendering
from customs_app.figures.figure_text import cost_text, explain_cost, explain_time, time_text
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.ui.catalogue.filters import StepFilter, searchable
from customs_app.ui.catalogue.opened import OpenProcedure, has_time
from customs_app.ui.filtering import marks_pass, text_passes


class Grouping(StrEnum):
    """By what the steps of the table are grouped."""

    STAGE = "stage"
    AGENCY = "agency"
    NONE = "none"


@record(frozen=True, slots=True)
class StepRow:
    """One step as the table shows it. `documents` is None where none are recorded."""

    step: Step
    stage: Stage | None
    title: Rendering
    condition: Rendering | None
    agency: str
    agency_full: str
    time: str
    cost: str
    time_says: str
    cost_says: str
    timed: bool
    documents: int | None
    marks: tuple[Mark, ...]
    in_case: bool
    unknown: bool


@record(frozen=True, slots=True)
class Group:
    """Rows under one heading; `stage` is None where they are not grouped by stage."""

    key: str
    name: str
    stage: Stage | None
    rows: tuple[StepRow, ...]


def short_agency(agency: Agency | None, words: Words) -> str:
    """The kind of an agency, its name where the kind says nothing, `?` where it is unknown."""
    if agency is None:
        return "?"
    if agency.kind is None or agency.kind is AgencyKind.OTHER:
        return agency.name[words.language]
    return label(agency.kind, words)


def step_rows(opened: OpenProcedure, words: Words) -> tuple[StepRow, ...]:
    """All steps of a procedure, worded, in order of number."""
    return tuple(_row(opened, step, words) for step in opened.full.steps)


def filtered(
    rows: Iterable[StepRow], opened: OpenProcedure, wanted: StepFilter, who: Reviewer | None, words: Words
) -> tuple[StepRow, ...]:
    """The rows that the filter lets through."""
    return tuple(
        row
        for row in rows
        if marks_pass(row.marks, wanted.marks, who)
        and (row.in_case or not wanted.only_case)
        and (not wanted.text or text_passes(searchable(row.step, opened.reference, words), wanted.text))
    )


def grouped(rows: Iterable[StepRow], grouping: Grouping, words: Words) -> tuple[Group, ...]:
    """Rows under their stages in order of work, or under their agencies as they first appear.

    Ungrouped rows come as one group without a name.
    """
    rows = tuple(rows)
    if grouping is Grouping.NONE:
        return (Group("", "", None, rows),) if rows else ()
    if grouping is Grouping.AGENCY:
        names = dict.fromkeys(row.agency_full for row in rows)
        return tuple(
            Group(name, name if name != "?" else words.text("Agency unknown"), None, _of(rows, name))
            for name in names
        )
    found = [(stage, tuple(row for row in rows if row.stage is stage)) for stage in Stage]
    groups = [Group(stage.value, label(stage, words), stage, own) for stage, own in found if own]
    rest = tuple(row for row in rows if row.stage is None)
    if rest:
        groups.append(Group("?", words.text("Stage unknown"), None, rest))
    return tuple(groups)


def summary(group: Group, words: Words) -> str:
    """What stands beside a group's name: how many steps, how many of them with a time."""
    steps = words.count("{n} step", "{n} steps", len(group.rows))
    timed = words.count("{n} with a time", "{n} with a time", sum(row.timed for row in group.rows))
    return f"{steps} · {timed}"


def _of(rows: tuple[StepRow, ...], agency: str) -> tuple[StepRow, ...]:
    return tuple(row for row in rows if row.agency_full == agency)


def _row(opened: OpenProcedure, step: Step, words: Words) -> StepRow:
    reference = opened.reference
    agency = reference.agencies.get(step.agency_id) if step.agency_id else None
    activity = reference.activities.get(step.activity)
    uses = opened.full.uses.get(step.id)
    time, cost = opened.times[step.id], opened.costs[step.id]
    return StepRow(
        step=step,
        stage=activity.stage if activity else None,
        title=step.title.shown(words.language),
        condition=step.condition.shown(words.language) if step.condition else None,
        agency=short_agency(agency, words),
        agency_full=agency.name[words.language] if agency else "?",
        time=time_text(time, opened.full, words),
        cost=cost_text(cost, opened.full, words),
        time_says=explain_time(time, opened.full, words),
        cost_says=_cost_says(step, explain_cost(cost, opened.full, words)),
        timed=has_time(time),
        documents=len(uses) if uses else None,
        marks=opened.marks_of(step.id),
        in_case=step.id in opened.in_case,
        unknown=opened.lacks_something(step),
    )


def _cost_says(step: Step, says: str) -> str:
    return f"{says}\n{step.cost.basis}" if step.cost.basis else says
