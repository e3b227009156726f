"""Writes the workbook: which sheets it has, in which order, and what it says of itself."""

from collections.abc import Callable
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
from customs_app.reports.workbook.comparison import write_comparison
from customs_app.reports.workbook.data_demands import write_data_demands
from customs_app.reports.workbook.data_matrix import write_data_matrix
from customs_app.reports.workbook.differences import write_differences
from customs_app.reports.workbook.distance import write_changes, write_distance
from customs_app.reports.workbook.documents import write_documents
from customs_app.reports.workbook.indicators import write_indicators
from customs_app.reports.workbook.marks import write_marks
from customs_app.reports.workbook.measures import write_measures
from customs_app.reports.workbook.meter import Meter
from customs_app.reports.workbook.names import SheetNames
from customs_app.reports.workbook.page import Page
from customs_app.reports.workbook.parcels import write_parcels
from customs_app.reports.workbook.printing import break_pages
from customs_app.reports.workbook.save import save
from customs_app.reports.workbook.sources import write_sources
from customs_app.reports.workbook.steps import write_steps
from customs_app.reports.workbook.styles import Styles
from customs_app.reports.workbook.summary import write_summary
from customs_app.reports.workbook.texts import said

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
    with replacing(path) as fresh:
        book = Workbook()
        book.remove(book.worksheets[0])
        _write_sheets(book, content, in_words, meter)
        _describe(book, content, in_words)
        save(book, fresh, datetime.fromisoformat(content.edition.date[:10]), meter)
    meter.finish()


def _write_sheets(book: "Workbook", content: Content, in_words: Words, meter: Meter) -> None:
    styles = Styles(book, in_words.language)
    names = SheetNames()

    def sheet(name: str, write: Callable[[Page], None]) -> None:
        page = Page(book.create_sheet(names.name(name)), styles, in_words, meter)
        write(page)
        page.settle()
        if page.blocks:
            break_pages(page)

    sheet(in_words.text("Summary"), lambda page: write_summary(page, content))
    if content.measures:
        sheet(in_words.text("Measures"), lambda page: write_measures(page, content))
    sheet(in_words.text("Comparison"), lambda page: write_comparison(page, content))
    for country, full in content.procedures():
        name = f"{country.iso2} {said(country.name, in_words)}"
        sheet(name, lambda page, country=country, full=full: write_steps(page, content, country, full))  # type: ignore[misc]
    sheet(in_words.text("Documents"), lambda page: write_documents(page, content))
    if content.data.rows:
        sheet(in_words.text("Data matrix"), lambda page: write_data_matrix(page, content))
        sheet(in_words.text("Demands for data"), lambda page: write_data_demands(page, content))
    sheet(in_words.text("Marks"), lambda page: write_marks(page, content))
    sheet(in_words.text("Differences"), lambda page: write_differences(page, content))
    if (found := content.beside.distances) is not None:
        sheet(in_words.text("Distance"), lambda page: write_distance(page, content, found))
        sheet(in_words.text("Changes to make"), lambda page: write_changes(page, content, found))
    if content.beside.indicators:
        sheet(in_words.text("Measures of countries"), lambda page: write_indicators(page, content))
    if content.beside.parcels:
        sheet(in_words.text("Parcels"), lambda page: write_parcels(page, content))
    sheet(in_words.text("Sources"), lambda page: write_sources(page, content))


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
    beside = len(content.beside.indicators) + len(content.beside.parcels)
    if content.beside.distances is not None:
        beside += sum(len(one.changes) for one in content.beside.distances.countries)
    data = sum(1 + row.total for row in content.data.rows)
    return steps + uses + data + beside + sum(map(len, listed)) + len(content.measures) + 120
