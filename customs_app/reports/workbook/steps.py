"""The sheet of one country: all that is known of each step of its procedure."""

from collections.abc import Iterator, Mapping, Sequence

from customs_app.analysis.case import steps_of_case
from customs_app.analysis.counting import CountedCost, CountedTime, counted_costs, counted_times
from customs_app.domain.codes import Role
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Country, Reference
from customs_app.domain.review import Mark
from customs_app.figures.figure_text import cost_text, time_text
from customs_app.language.labels import label
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.workbook.page import As, Column, Page, Plain
from customs_app.reports.workbook.printing import A3, keep_in_sight, print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import lines, numbers_of, said

Row = Sequence[Plain | As]

_FIXED = 4


def write_steps(page: Page, content: Content, country: Country, full: FullProcedure) -> None:
    """Write the sheet of one country."""
    words = page.words
    procedure = full.procedure
    title = words.text(
        "{country}: {procedure}",
        country=said(country.name, words) or "",
        procedure=said(procedure.title, words) or "",
    )
    # Over the columns that are printed again on each sheet of paper, so that nothing is cut.
    page.note(title, _FIXED, Kind.TITLE_ABOVE)
    page.note(_about(content, full, words), _FIXED)
    page.note(
        words.text(
            "Times are elapsed hours. An empty cell is unknown: not zero, not free. “Counted as” is what "
            "the totals take; the signs are explained on the first sheet."
        ),
        _FIXED,
    )
    columns = _columns(words)
    head = page.row
    page.head(columns)
    page.rows(columns, _rows(content, full, words))
    keep_in_sight(page, head, len(columns), fixed=_FIXED)
    print_pages(page, title, content.edition, A3, 2)


def _about(content: Content, full: FullProcedure, words: Words) -> str:
    procedure = full.procedure
    place = content.reference.locations.get(procedure.location_id or "")
    parts = [
        label(procedure.view, words),
        said(procedure.goods, words),
        said(place.name, words) if place else None,
        words.text("as of {date}", date=procedure.as_of) if procedure.as_of else None,
        words.count("{n} step", "{n} steps", len(full.steps)),
    ]
    return " · ".join(part for part in parts if part)


def _columns(words: Words) -> tuple[Column, ...]:
    t = words.text
    return (
        Column(t("No."), 5, 6, Kind.SHORT),
        Column(t("Stage"), 9, 14),
        Column(t("Activity"), 14, 26),
        Column(t("Step"), 20, 36, Kind.STRONG),
        Column(t("Agency"), 12, 24),
        Column(t("How it is done"), 9, 12, Kind.SHORT),
        Column(t("Applies if"), 10, 26),
        Column(t("Choice"), 8, 16),
        Column(t("In this case"), 7, 9, Kind.SHORT),
        Column(t("After steps"), 7, 12, Kind.SHORT),
        Column(t("Time, least (hours)"), 8, 10, Kind.FIGURE),
        Column(t("Time, typical (hours)"), 8, 10, Kind.FIGURE),
        Column(t("Time, most (hours)"), 8, 10, Kind.FIGURE),
        Column(t("Kind of time"), 9, 12, Kind.SHORT),
        Column(t("Time counted as (hours)"), 9, 12, Kind.FIGURE),
        Column(t("Time stands for steps"), 9, 14, Kind.SHORT),
        Column(t("Cost"), 9, 14, Kind.FIGURE),
        Column(t("Currency"), 8, 10, Kind.SHORT),
        Column(t("Cost is per"), 9, 18),
        Column(t("Kind of cost"), 9, 14, Kind.SHORT),
        Column(t("Cost counted as"), 9, 16, Kind.FIGURE),
        Column(t("Visits in person"), 7, 9, Kind.SHORT),
        Column(t("Documents handed in"), 14, 30),
        Column(t("Documents issued"), 14, 30),
        Column(t("Documents shown"), 12, 26),
        Column(t("Legal basis"), 14, 34),
        Column(t("Evidence"), 9, 11, Kind.SHORT),
        Column(t("Sources"), 9, 12),
        Column(t("Place in the source"), 10, 24),
        Column(t("Note"), 12, 40),
        Column(t("Marks"), 12, 30),
    )


def _rows(content: Content, full: FullProcedure, words: Words) -> Iterator[Row]:
    case = content.comparison.case
    steps = steps_of_case(full, case)
    paid = steps_of_case(full, case, "cost", content.reference.rates)
    times = counted_times(full, steps)
    costs = counted_costs(full, paid)
    for step in full.steps:
        marks = [mark for mark in content.marks if mark.step_id == step.id]
        yield (
            *_what(step, content.reference, words),
            words.text("yes") if step in steps else words.text("no"),
            numbers_of(step.depends_on, full),
            *_time(step, times, full, words),
            *_cost(step, costs, full, words),
            step.visits,
            *(_documents(full, step, role, content.reference, words) for role in Role),
            step.legal_basis,
            label(step.evidence, words) if step.evidence else None,
            lines(step.source_ids),
            step.locator,
            step.note,
            lines(_mark(mark, words) for mark in marks),
        )


def _what(step: Step, reference: Reference, words: Words) -> Row:
    activity = reference.activities[step.activity]
    agency = reference.agencies.get(step.agency_id or "")
    channel = As(label(step.channel, words), step.channel) if step.channel else As("?", Kind.ABSENT)
    return (
        step.seq,
        As(label(activity.stage, words), activity.stage),
        said(activity.name, words),
        said(step.title, words),
        said(agency.name, words) if agency else None,
        channel,
        said(step.condition, words),
        step.choice.replace(":", ": ", 1) if step.choice else None,
    )


def _time(step: Step, times: Mapping[str, CountedTime], full: FullProcedure, words: Words) -> Row:
    counted = times.get(step.id)
    return (
        step.time.hours.min,
        step.time.hours.typ,
        step.time.hours.max,
        label(step.time.kind, words) if step.time.kind else None,
        time_text(counted, full, words) if counted else As("–", Kind.ABSENT),
        numbers_of(step.time.covers, full),
    )


def _cost(step: Step, costs: Mapping[str, CountedCost], full: FullProcedure, words: Words) -> Row:
    counted = costs.get(step.id)
    is_rate = counted is not None and counted.rate is not None
    return (
        step.cost.amount,
        "%" if is_rate and not step.cost.currency else step.cost.currency,
        step.cost.basis,
        label(step.cost.kind, words) if step.cost.kind else None,
        cost_text(counted, full, words) if counted else As("–", Kind.ABSENT),
    )


def _documents(full: FullProcedure, step: Step, role: Role, reference: Reference, words: Words) -> str | None:
    uses = [use for use in full.uses.get(step.id, ()) if use.role is role]
    return lines(said(reference.documents[use.document_id].name, words) for use in uses)


def _mark(mark: Mark, words: Words) -> str:
    verdict = label(mark.verdict, words)
    stale = " (" + words.text("stale") + ")" if mark.stale else ""
    return words.named(verdict + stale, mark.reason) if mark.reason else verdict + stale
