"""The sheet of marks: what reviewers decided, why, when, and what has changed since."""

from collections.abc import Iterator, Sequence

from customs_app.analysis.changed_fields import changed_lines
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark
from customs_app.language.labels import delegation_name, label
from customs_app.language.words import Words
from customs_app.reports.content import Content
from customs_app.reports.seen_marks import blind_line
from customs_app.reports.workbook.page import As, Column, Page, Plain
from customs_app.reports.workbook.printing import keep_in_sight, print_pages
from customs_app.reports.workbook.styles import Kind
from customs_app.reports.workbook.texts import day_or_text, lines, numbers_of, said


def write_marks(page: Page, content: Content) -> None:
    """Write one row for each mark on the steps and documents printed."""
    words = page.words
    title = words.text("Marks of the reviewers")
    page.line(title, Kind.TITLE)
    page.line(_note(content, words), Kind.LABEL)
    columns = (
        Column(words.text("Country"), 10, 18),
        Column(words.text("Step no."), 6, 8, Kind.SHORT),
        Column(words.text("Step"), 20, 36, Kind.STRONG),
        Column(words.text("Document"), 12, 28),
        Column(words.text("Verdict"), 12, 18, Kind.STRONG),
        Column(words.text("Merge into step no."), 8, 10, Kind.SHORT),
        Column(words.text("Reason"), 24, 60),
        Column(words.text("Reviewer"), 12, 22),
        Column(words.text("Delegation"), 12, 20),
        Column(words.text("Date"), 11, 18, Kind.DATE),
        Column(words.text("Law to amend"), 12, 32),
        Column(words.text("Legal basis of the step"), 12, 32),
        Column(words.text("Stale: changed since"), 11, 44),
    )
    head = page.row
    page.head(columns)
    page.rows(columns, _rows(content, words))
    keep_in_sight(page, head, len(columns), fixed=3)
    print_pages(page, title, content.edition)


def _note(content: Content, words: Words) -> str:
    hidden = blind_line(content.blind_steps, words)
    if not content.marks:
        return hidden or words.text("Nobody has marked a step of these procedures yet.")
    return " ".join(filter(None, (_counted(content, words), hidden)))


def _counted(content: Content, words: Words) -> str:
    stale = sum(bool(mark.stale) for mark in content.marks)
    note = words.count("{n} mark.", "{n} marks.", len(content.marks))
    if not stale:
        return note
    return (
        note
        + " "
        + words.count(
            "{n} is stale: its step has changed since.",
            "{n} are stale: their steps have changed since.",
            stale,
        )
    )


def _rows(content: Content, words: Words) -> Iterator[Sequence[Plain | As]]:
    for country, full in content.procedures():
        for step in full.steps:
            own = [mark for mark in content.marks if mark.step_id == step.id]
            for mark in sorted(own, key=lambda mark: (mark.at, mark.id)):
                yield (said(country.name, words), *_mark(mark, step, full, content.reference, words))


def _mark(
    mark: Mark, step: Step, full: FullProcedure, reference: Reference, words: Words
) -> Sequence[Plain | As]:
    document = reference.documents.get(mark.document_id or "")
    return (
        step.seq,
        said(step.title, words),
        said(document.name, words) if document else None,
        label(mark.verdict, words),
        numbers_of([mark.merge_into], full) if mark.merge_into else None,
        mark.reason,
        mark.reviewer.name,
        delegation_name(mark.reviewer.delegation, reference.countries, words),
        day_or_text(mark.at),
        mark.article,
        step.legal_basis,
        lines(changed_lines(mark, full, reference, words)),
    )
