"""Writes the workbook, and what it says of itself."""

from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from customs_app.domain.job import Progress, no_progress
from customs_app.domain.text import Language
from customs_app.language.labels import delegation_name
from customs_app.language.words import Words, words
from customs_app.reports.atomic import replacing
from customs_app.reports.content import Content
from customs_app.reports.safe_text import one_line
from customs_app.reports.workbook.early import Early
from customs_app.reports.workbook.meter import Meter
from customs_app.reports.workbook.names import SheetNames
from customs_app.reports.workbook.page import Page
from customs_app.reports.workbook.printing import break_pages
from customs_app.reports.workbook.save import Live, save
from customs_app.reports.workbook.sheets import Bound, sheets_of
from customs_app.reports.workbook.styles import Styles

if TYPE_CHECKING:
    from openpyxl import Workbook

_CREATOR = "customs-app"


def write_workbook(
    content: Content, path: Path, language: Language, progress: Progress = no_progress
) -> None:
    """Write the content as a workbook (.xlsx) in a language; the same content gives the same bytes.

    The file appears whole or not at all: OutputError where it cannot be written, and nothing is left
    where `progress` raises Cancelled.
    """
    from openpyxl import Workbook

    in_words = words(language)
    meter = Meter(progress, _rows(content))
    with replacing(path) as fresh, closing(Early()) as early:
        dossier = content.dossier(in_words, lambda _done, _of: meter.part())
        book = Workbook()
        book.remove(book.worksheets[0])
        live = _write_sheets(book, Bound(content, dossier, in_words), meter, early)
        _describe(book, content, in_words)
        save(book, fresh, datetime.fromisoformat(content.edition.date[:10]), meter, live=live, early=early)
    meter.finish()


def _write_sheets(book: "Workbook", bound: Bound, meter: Meter, early: Early) -> Live:
    """All sheets stand, in their order, before one is written: formulas and links name others."""
    styles = Styles(book, bound.words.language)
    names = SheetNames()
    sheets = tuple(sheets_of(bound))
    pages = [Page(book.create_sheet(names.name(sheet.name)), styles, bound.words, meter) for sheet in sheets]
    bound.names.extend(page.sheet.title for page in pages)
    for sheet, page in sorted(zip(sheets, pages, strict=True), key=lambda both: both[0].late):
        sheet.write(page)
        page.settle()
        if page.blocks:
            break_pages(page)
        early.write(page.sheet)
        page.forget()
    return {page.sheet.title: page.live for page in pages}


def _describe(book: "Workbook", content: Content, in_words: Words) -> None:
    about = book.properties
    proposal = content.proposal
    about.title = one_line(in_words.say(content.title))
    delegation = proposal.delegation if proposal else ""
    about.creator = one_line(delegation_name(delegation, content.reference.countries, in_words)) or _CREATOR
    about.lastModifiedBy = _CREATOR
    about.subject = in_words.text("Catalogue, SHA-256 {hash}", hash=content.edition.sha256)
    about.language = in_words.language


def _rows(content: Content) -> int:
    """About how many rows there will be, for the progress."""
    steps = sum(len(full.steps) for _, full in content.procedures())
    uses = sum(len(uses) for _, full in content.procedures() for uses in full.uses.values())
    listed = (content.comparison.rows, content.comparison.differences, content.marks, content.sources)
    beside = sum(map(len, (content.beside.indicators, content.beside.parcels, content.beside.places)))
    if content.beside.distances is not None:
        beside += sum(len(one.changes) for one in content.beside.distances.countries)
    data = sum(1 + row.total for row in content.data.rows)
    # Each measure is drafted, and stands in each of its countries with acts and positions; each step twice.
    measures = 8 * len(content.measures) + (steps if content.measures else 0)
    return steps + uses + data + beside + sum(map(len, listed)) + measures + 160
