"""The pair as a workbook: overview, rows side by side, field by field, sentences, sources."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from customs_app.analysis.align import field_label
from customs_app.domain.alignment import FieldState
from customs_app.domain.job import Progress
from customs_app.domain.text import Language
from customs_app.language.labels import label
from customs_app.language.words import Words, words
from customs_app.reports.pair.lines import PairLine, StepLook, counts, lines_of
from customs_app.reports.pair.paper import PairPaper
from customs_app.reports.pair.sentences import sentences
from customs_app.reports.pair.texts import (
    about,
    between,
    heads,
    pair_name,
    remarks,
    signs_said,
    state_text,
    titled,
)
from customs_app.reports.pair.wording import subject_text
from customs_app.reports.safe_text import one_line
from customs_app.reports.seen_marks import blind_line
from customs_app.reports.workbook.meter import Meter
from customs_app.reports.workbook.names import SheetNames
from customs_app.reports.workbook.page import As, Column, Page, Plain
from customs_app.reports.workbook.printing import A3, A4, keep_in_sight, print_pages
from customs_app.reports.workbook.save import save
from customs_app.reports.workbook.source_list import write_source_list
from customs_app.reports.workbook.styles import Kind, Styles

if TYPE_CHECKING:
    from openpyxl import Workbook

_CREATOR = "customs-app"
_WIDE = 3
_Row = Sequence[Plain | As]
_Lines = Sequence[PairLine]


def build(paper: PairPaper, path: Path, language: Language, progress: Progress) -> None:
    """Write the workbook into `path`; what `progress` raises ends the work."""
    from openpyxl import Workbook

    said = words(language)
    lines = lines_of(paper.answer, said)
    meter = Meter(progress, 8 * len(lines) + len(paper.sources) + 30)
    book = Workbook()
    book.remove(book.worksheets[0])
    _write_sheets(book, paper, lines, said, meter)
    about_ = book.properties
    about_.title = one_line(said.say(paper.title))
    about_.creator = said.text("Shanghai Cooperation Organisation")
    about_.lastModifiedBy = _CREATOR
    about_.subject = said.text("Catalogue, SHA-256 {hash}", hash=paper.edition.sha256)
    about_.language = said.language
    save(book, path, datetime.fromisoformat(paper.edition.date[:10]), meter)
    meter.finish()


def _write_sheets(book: "Workbook", paper: PairPaper, lines: _Lines, said: Words, meter: Meter) -> None:
    styles, names = Styles(book, said.language), SheetNames()

    def sheet(name: str, write: Callable[[Page], None]) -> None:
        page = Page(book.create_sheet(names.name(name)), styles, said, meter)
        write(page)
        page.settle()

    sheet(said.text("Overview"), lambda page: _write_overview(page, paper))
    sheet(said.text("Step by step"), lambda page: _write_steps(page, paper, lines))
    sheet(said.text("Field by field"), lambda page: _write_fields(page, paper, lines))
    sheet(said.text("Differences"), lambda page: _write_sentences(page, paper, lines))
    sheet(
        said.text("Sources"),
        lambda page: write_source_list(page, paper.sources, paper.answer.reference, paper.edition),
    )


def _write_overview(page: Page, paper: PairPaper) -> None:
    said, answer = page.words, paper.answer
    page.set_widths(30, 46, 46)
    page.note(said.say(paper.title), _WIDE, Kind.TITLE_ABOVE)
    page.note(subject_text(answer, said), _WIDE, Kind.LEAD)
    page.end_row()
    columns = (
        Column("", 30, 34, Kind.STRONG),
        *(Column(name, 46, 60) for name in heads(answer, said)),
    )
    page.head(columns)
    page.rows(columns, about(paper, said))
    page.end_row()
    found = counts(answer.alignment.pairs)
    page.pair(said.text("Case"), label(paper.case.kind, said), _WIDE)
    if answer.basis is not None:
        page.pair(said.text("Verdicts"), label(answer.basis, said), _WIDE)
    for name, n in (
        (said.text("Pairs that differ"), found.differ),
        (said.text("Pairs with no known difference"), found.same),
        (said.text("Steps on one side only"), found.alone),
        (said.text("Pairs set by hand"), sum(pair.pinned for pair in answer.alignment.pairs)),
    ):
        page.put(1, name, Kind.LABEL)
        page.put(2, n, Kind.NOTE)
        page.end_row()
    if paper.older is None:
        page.pair(said.text("State of the catalogue"), state_text(paper.edition, said), _WIDE)
    page.end_row()
    for one in (*remarks(answer, said), blind_line(paper.blind_steps, said)):
        if one:
            page.note(one, _WIDE)
    print_pages(page, said.say(paper.title), paper.edition)


def _write_steps(page: Page, paper: PairPaper, lines: _Lines) -> None:
    said = page.words
    left, right = heads(paper.answer, said)
    middle = Column(said.text("What differs"), 18, 34, Kind.SHORT)
    columns = (*_step_columns(left, said), middle, *_step_columns(right, said))
    rows = (
        (*_step(one.left, paper, said), _between(one, said), *_step(one.right, paper, said)) for one in lines
    )
    _table(page, paper, (said.text("Step by step"), signs_said(said)), columns, rows)


def _step_columns(side: str, said: Words) -> tuple[Column, ...]:
    text = said.text
    return (
        Column(said.named(side, text("No.")), 7, 12, Kind.SHORT),
        Column(text("Step"), 24, 40, Kind.STRONG),
        Column(text("Only if"), 10, 24),
        Column(text("How it is done"), 9, 12, Kind.SHORT),
        Column(text("Time, typical (hours)"), 8, 10, Kind.FIGURE),
        Column(text("Counted as (hours)"), 9, 14, Kind.FIGURE),
        Column(text("Source nos."), 8, 12, Kind.SHORT),
    )


def _step(look: StepLook | None, paper: PairPaper, said: Words) -> _Row:
    if look is None:
        return (None,) * 7
    step = look.step
    return (
        step.seq,
        titled(look),
        look.condition or None,
        As(label(step.channel, said), step.channel) if step.channel else As("?", Kind.ABSENT),
        step.time.hours.typ,
        look.time,
        said.list_of(tuple(map(str, paper.numbers_of(step.source_ids)))) or None,
    )


def _between(line: PairLine, said: Words) -> As:
    return As(between(line, said) or None, Kind.DIFFERS if line.differs else Kind.SHORT)


def _write_fields(page: Page, paper: PairPaper, lines: _Lines) -> None:
    said = page.words
    text = said.text
    left, right = heads(paper.answer, said)
    columns = (
        Column(text("Steps"), 24, 44, Kind.STRONG),
        Column(text("Field"), 12, 18),
        Column(left, 24, 44),
        Column(right, 24, 44),
        Column(text("How they compare"), 12, 18, Kind.SHORT),
        Column(said.named(left, text("Source nos.")), 10, 14, Kind.SHORT),
        Column(said.named(right, text("Source nos.")), 10, 14, Kind.SHORT),
    )
    rows = (
        row
        for line in lines
        if line.begins and line.pair.left and line.pair.right
        for row in _field_rows(line, paper, said)
    )
    below = text("Every field of the steps that belong together.")
    _table(page, paper, (text("Field by field"), below), columns, rows)


def _field_rows(line: PairLine, paper: PairPaper, said: Words) -> Iterator[_Row]:
    name = pair_name(line, paper, said)
    states = {
        FieldState.SAME: As(said.text("the same"), Kind.SHORT),
        FieldState.DIFFERS: As(said.text("different"), Kind.DIFFERS),
        FieldState.UNKNOWN: As(said.text("not known"), Kind.ABSENT),
    }
    for row in paper.field_rows(line, said):
        cited = (
            said.list_of(tuple(map(str, paper.numbers_of(ids))))
            for ids in (row.left_sources, row.right_sources)
        )
        yield (
            name,
            field_label(row.field, said),
            row.left or None,
            row.right or None,
            states[row.state],
            *(one or None for one in cited),
        )


def _write_sentences(page: Page, paper: PairPaper, lines: _Lines) -> None:
    said = page.words
    columns = (Column(said.text("No."), 5, 7, Kind.SHORT), Column(said.text("Difference"), 60, 130))
    told = sentences(lines, paper.answer, said)
    title = said.text("Differences")
    _table(page, paper, (title, said.say(paper.title)), columns, enumerate(told, 1), size=A4)


def _table(
    page: Page,
    paper: PairPaper,
    titles: tuple[str, str],
    columns: Sequence[Column],
    rows: Iterator[_Row] | enumerate[str],
    *,
    size: str = A3,
) -> None:
    page.line(titles[0], Kind.TITLE)
    page.line(titles[1], Kind.LABEL)
    head = page.row
    page.head(columns)
    page.rows(columns, rows)
    keep_in_sight(page, head, len(columns), fixed=0)
    print_pages(page, titles[0], paper.edition, size)
