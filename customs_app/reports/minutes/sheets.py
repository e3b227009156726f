"""The minutes as a workbook: the meeting, its decisions, dissents, notes, and what stays open."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from customs_app.analysis.changed_fields import changed_lines
from customs_app.domain.job import Progress
from customs_app.domain.meeting import Decision, Note
from customs_app.domain.text import Language
from customs_app.language.labels import delegation_name, label
from customs_app.language.moments import clock, local_date
from customs_app.language.numbers import day
from customs_app.language.words import Words, words
from customs_app.reports.edition import frozen_edition
from customs_app.reports.minutes import texts
from customs_app.reports.minutes.content import Minuted, Minutes
from customs_app.reports.safe_text import one_line
from customs_app.reports.workbook.meter import Meter
from customs_app.reports.workbook.names import SheetNames
from customs_app.reports.workbook.page import As, Column, Page, Plain
from customs_app.reports.workbook.printing import A3, A4, keep_in_sight, print_pages
from customs_app.reports.workbook.save import save
from customs_app.reports.workbook.styles import Kind, Styles
from customs_app.reports.workbook.texts import lines, numbers_of, said

if TYPE_CHECKING:
    from openpyxl import Workbook

_CREATOR = "customs-app"
_WIDE = 6
_Row = Sequence[Plain | As]


def build(minutes: Minutes, path: Path, language: Language, progress: Progress) -> None:
    """Write the workbook into `path`; what `progress` raises ends the work."""
    from openpyxl import Workbook

    in_words = words(language)
    meter = Meter(progress, 3 * len(minutes.lines) + 40)
    book = Workbook()
    book.remove(book.worksheets[0])
    _write_sheets(book, minutes, in_words, meter)
    about = book.properties
    about.title = one_line(in_words.say(minutes.title))
    chair = minutes.meeting.chair.delegation
    about.creator = one_line(delegation_name(chair, minutes.reference.countries, in_words)) or _CREATOR
    about.lastModifiedBy = _CREATOR
    about.subject = in_words.text("Catalogue, SHA-256 {hash}", hash=minutes.edition.sha256)
    about.language = in_words.language
    save(book, path, datetime.fromisoformat(minutes.edition.date[:10]), meter)
    meter.finish()


def _write_sheets(book: "Workbook", minutes: Minutes, in_words: Words, meter: Meter) -> None:
    styles, names = Styles(book, in_words.language), SheetNames()

    def sheet(name: str, write: Callable[[Page, Minutes], None]) -> None:
        page = Page(book.create_sheet(names.name(name)), styles, in_words, meter)
        write(page, minutes)
        page.settle()

    sheet(in_words.text("Minutes"), _write_meeting)
    sheet(in_words.text("Decisions"), _write_decisions)
    sheet(in_words.text("Dissent"), _write_dissents)
    sheet(in_words.text("Notes"), _write_notes)
    sheet(in_words.text("Open points"), _write_open)


def _write_meeting(page: Page, minutes: Minutes) -> None:
    in_words, meeting = page.words, minutes.meeting
    text, reference = in_words.text, minutes.reference
    page.set_widths(26, 30, 14, 14, 14, 14)
    page.note(meeting.title, _WIDE, Kind.TITLE_ABOVE)
    page.note(text("Minutes of the meeting"), _WIDE, Kind.LEAD)
    page.end_row()
    about = [
        (text("Time"), texts.when(minutes, in_words)),
        (text("Chair"), texts.person(meeting.chair, reference, in_words)),
        (text("Delegations"), texts.delegations(meeting.delegations, reference, in_words)),
        *(
            (text("Procedure"), texts.procedure_name(full, reference, in_words))
            for full in minutes.procedures
        ),
        (text("Steps on the agenda"), str(len(minutes.lines))),
        (text("Decided"), str(len(minutes.decided))),
        (text("With dissent"), str(sum(bool(line.dissents) for line in minutes.lines))),
        (text("Not decided"), str(len(minutes.open_points))),
        (text("Edition of the catalogue"), day(minutes.edition.date, in_words.language)),
        *frozen_edition(minutes.edition, in_words),
        (text("SHA-256 of the catalogue"), minutes.edition.sha256),
    ]
    for name, value in about:
        page.pair(name, value, _WIDE)
    page.end_row()
    page.line(text("Decisions by verdict"), Kind.SECTION)
    columns = (
        Column(text("Verdict"), 26, 30, Kind.STRONG),
        Column(text("Steps"), 30, 60),
        Column(text("Number"), 8, 12, Kind.SHORT),
    )
    page.head(columns)
    page.rows(
        columns,
        (
            (label(verdict, in_words), texts.numbers_decided(minutes, verdict, in_words), len(lines))
            for verdict, lines in minutes.by_verdict.items()
        ),
    )
    print_pages(page, in_words.say(minutes.title), minutes.edition)


def _write_decisions(page: Page, minutes: Minutes) -> None:
    text = page.words.text
    columns = (
        Column(text("Country"), 10, 16),
        Column(text("Step no."), 6, 8, Kind.SHORT),
        Column(text("Step"), 22, 36, Kind.STRONG),
        Column(text("Document"), 10, 26),
        Column(text("Verdict"), 12, 18, Kind.STRONG),
        Column(text("Merge into step no."), 8, 10, Kind.SHORT),
        Column(text("Reason"), 24, 60),
        Column(text("Law to amend"), 10, 30),
        Column(text("Marks before"), 18, 34),
        Column(text("As decided"), 9, 12, Kind.SHORT),
        Column(text("Dissent"), 16, 44),
        Column(text("Date"), 11, 18, Kind.DATE),
        Column(text("Taken up"), 8, 10, Kind.SHORT),
        Column(text("Decided"), 8, 10, Kind.SHORT),
        Column(text("By"), 12, 26),
        Column(text("Stale: changed since"), 11, 44),
    )
    rows = (_decision(line, decision, minutes, page.words) for line, decision in minutes.said())
    _table(page, minutes, text("Decisions"), columns, rows, fixed=3, paper=A3)


def _decision(line: Minuted, decision: Decision, minutes: Minutes, in_words: Words) -> _Row:
    full, reference = line.item.full, minutes.reference
    dissents = [texts.dissent_line(one, reference, in_words) for one in decision.dissents]
    return (
        said(reference.countries[full.procedure.country].name, in_words),
        line.item.step.seq,
        said(line.item.step.title, in_words),
        texts.target(decision, minutes, in_words) or None,
        label(decision.verdict, in_words),
        numbers_of([decision.merge_into], full) if decision.merge_into else None,
        decision.reason or None,
        decision.article,
        "\n".join(texts.votes_lines(decision, reference, in_words)),
        texts.agreement(decision, in_words) or None,
        "\n".join(dissents) or None,
        local_date(decision.at),
        clock(decision.taken_up_at),
        clock(decision.at),
        texts.person(decision.reviewer, reference, in_words),
        lines(changed_lines(decision, full, reference, in_words)),
    )


def _write_dissents(page: Page, minutes: Minutes) -> None:
    text = page.words.text
    columns = (
        *_step_columns(page.words),
        Column(text("Decided"), 12, 18, Kind.STRONG),
        Column(text("Delegation"), 14, 24),
        Column(text("Position"), 14, 26),
        Column(text("Reason"), 24, 70),
    )

    def rows() -> Iterator[_Row]:
        for line, decision in minutes.said():
            for one in decision.dissents:
                yield (
                    *_step(line, minutes, page.words),
                    label(decision.verdict, page.words),
                    delegation_name(one.delegation, minutes.reference.countries, page.words),
                    label(one.position, page.words),
                    one.reason or None,
                )

    _table(page, minutes, text("Dissent"), columns, rows(), fixed=3)


def _write_notes(page: Page, minutes: Minutes) -> None:
    text = page.words.text
    columns = (
        *_step_columns(page.words),
        Column(text("Note"), 30, 80),
        Column(text("Date"), 11, 18, Kind.DATE),
        Column(text("Time"), 8, 10, Kind.SHORT),
        Column(text("By"), 14, 28),
    )

    def rows() -> Iterator[_Row]:
        for line in minutes.lines:
            for note in line.notes:
                yield (*_step(line, minutes, page.words), *_noted(note, minutes, page.words))
        for note in minutes.notes:
            yield (None, None, None, *_noted(note, minutes, page.words))

    _table(page, minutes, text("Notes"), columns, rows(), fixed=3)


def _noted(note: Note, minutes: Minutes, in_words: Words) -> _Row:
    by = texts.person(note.reviewer, minutes.reference, in_words)
    return (note.text, local_date(note.at), clock(note.at), by)


def _write_open(page: Page, minutes: Minutes) -> None:
    columns = _step_columns(page.words)
    rows = (_step(line, minutes, page.words) for line in minutes.open_points)
    _table(page, minutes, page.words.text("Open points"), columns, rows, fixed=0)


def _step_columns(in_words: Words) -> tuple[Column, ...]:
    return (
        Column(in_words.text("Country"), 12, 18),
        Column(in_words.text("Step no."), 6, 8, Kind.SHORT),
        Column(in_words.text("Step"), 24, 60, Kind.STRONG),
    )


def _step(line: Minuted, minutes: Minutes, in_words: Words) -> _Row:
    country = minutes.reference.countries[line.item.full.procedure.country]
    return (said(country.name, in_words), line.item.step.seq, said(line.item.step.title, in_words))


def _table(
    page: Page,
    minutes: Minutes,
    title: str,
    columns: Sequence[Column],
    rows: Iterator[_Row],
    *,
    fixed: int,
    paper: str = A4,
) -> None:
    page.line(title, Kind.TITLE)
    page.line(page.words.say(minutes.title), Kind.LABEL)
    head = page.row
    page.head(columns)
    page.rows(columns, rows)
    keep_in_sight(page, head, len(columns), fixed=fixed)
    print_pages(page, title, minutes.edition, paper)
