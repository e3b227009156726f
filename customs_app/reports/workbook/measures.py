"""The sheet of measures of a proposal: what to change in each country, its saving and its law."""

from collections.abc import Iterator, Sequence

from customs_app.analysis.measures import Measure
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Country, Reference
from customs_app.domain.review import Reviewer, Saving
from customs_app.language.labels import delegation_name, label
from customs_app.language.norms import norm_name
from customs_app.language.numbers import money
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.proposal_pdf.savings import not_added
from customs_app.reports.seen_marks import blind_line
from customs_app.reports.workbook.page import As, Column, Page, Plain
from customs_app.reports.workbook.printing import A3, keep_in_sight, print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import lines, numbers_of, said


def write_measures(page: Page, content: Content) -> None:
    """Write one row for each measure in each country that it touches."""
    words = page.words
    title = words.text("Measures, by country")
    page.line(title, Kind.TITLE)
    page.line(_note(content, words), Kind.LABEL)
    columns = _columns(content, words)
    head = page.row
    page.head(columns)
    page.rows(columns, _rows(content, words))
    keep_in_sight(page, head, len(columns), fixed=4)
    print_pages(page, title, content.edition, A3)


def _note(content: Content, words: Words) -> str:
    origin = (
        words.text("Suggested by the rules; no reviewer has agreed to them yet.")
        if content.from_findings
        else words.text("Made of the marks of the reviewers.")
    )
    unknown = words.text("Savings are those of one consignment; an empty cell is unknown, not zero.")
    hidden = "" if content.from_findings else blind_line(content.blind_steps, words)
    return " ".join(filter(None, (origin, unknown, not_added(words), hidden)))


def _columns(content: Content, words: Words) -> tuple[Column, ...]:
    t = words.text
    return (
        Column(t("No."), 5, 6, Kind.SHORT),
        Column(t("Verdict"), 11, 18, Kind.STRONG),
        Column(t("Measure"), 20, 40, Kind.STRONG),
        Column(t("Country"), 10, 18),
        Column(t("Step nos."), 7, 12, Kind.SHORT),
        Column(t("Steps"), 20, 46),
        Column(t("What the rules found") if content.from_findings else t("Reasons of the reviewers"), 24, 60),
        *([Column(t("Why it may be wrong"), 14, 44)] if content.from_findings else []),
        Column(t("Saves, least (hours)"), 8, 10, Kind.FIGURE),
        Column(t("Saves, typical (hours)"), 8, 10, Kind.FIGURE),
        Column(t("Saves, most (hours)"), 8, 10, Kind.FIGURE),
        Column(t("Saves, fees"), 9, 16, Kind.FIGURE),
        Column(t("Saves, documents"), 8, 11, Kind.FIGURE),
        Column(t("Saves, visits"), 8, 10, Kind.FIGURE),
        Column(t("Law to amend"), 14, 44),
        Column(t("Norm"), 14, 40),
    )


def _rows(content: Content, words: Words) -> Iterator[Sequence[Plain | As]]:
    for number, measure in enumerate(content.measures, 1):
        for country, full in content.procedures():
            if country.iso2 in measure.steps:
                yield (number, *_row(measure, country, full, content, words))


def _row(
    measure: Measure, country: Country, full: FullProcedure, content: Content, words: Words
) -> Sequence[Plain | As]:
    iso2 = country.iso2
    ids = measure.steps[iso2]
    own = [mark for mark in measure.marks if mark.step_id in ids]
    found = [finding for finding in measure.findings if finding.country == iso2]
    # The name has a line of its own: a reason may be read from right to left.
    reasons = [lines((mark.reason, f"– {_who(mark.reviewer, content, words)}")) for mark in own]
    doubts = [lines(dict.fromkeys(words.say(finding.doubt) for finding in found))]
    return (
        label(measure.verdict, words),
        words.say(measure.title),
        said(country.name, words),
        numbers_of(ids, full),
        lines(said(step.title, words) for step in full.steps if step.id in ids),
        lines([*reasons, *(words.say(finding.summary) for finding in found)]),
        *(doubts if content.from_findings else ()),
        *_saving(measure.saving.get(iso2, Saving()), words),
        lines(_act(act.text, full.number(act.step), words) for act in measure.acts if act.country == iso2),
        lines(_norm(standard, content.reference, words) for standard in measure.standards),
    )


def _who(reviewer: Reviewer, content: Content, words: Words) -> str:
    delegation = delegation_name(reviewer.delegation, content.reference.countries, words)
    return words.list_of((reviewer.name, delegation))


def _saving(saving: Saving, words: Words) -> Sequence[Plain | As]:
    hours = saving.hours
    return (
        hours.min if hours else None,
        hours.typ if hours else None,
        hours.max if hours else None,
        lines(money(one, words.language) for one in saving.cost or ()),
        saving.documents,
        saving.visits,
    )


def _act(text: str | None, step: int, words: Words) -> str:
    if text:
        return text
    return words.text("Step {step}: no legal basis recorded", step=str(step))


def _norm(standard_id: str, reference: Reference, words: Words) -> str | None:
    standard = reference.standards.get(standard_id)
    if standard is None:
        return None
    return norm_name(standard, words)
