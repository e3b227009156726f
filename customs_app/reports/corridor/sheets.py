"""The corridor as a workbook: overview, the chain step by step, and what else the way tells."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from customs_app.domain.job import Progress
from customs_app.domain.text import Language
from customs_app.language.words import Words, words
from customs_app.reports.corridor.paper import CorridorPaper
from customs_app.reports.corridor.sheet_chain import write_chain
from customs_app.reports.corridor.sheet_means import write_borders, write_payments
from customs_app.reports.corridor.sheet_overview import write_overview
from customs_app.reports.corridor.sheet_repeated import write_again, write_data, write_documents
from customs_app.reports.corridor.sheet_what_if import write_what_if
from customs_app.reports.safe_text import one_line
from customs_app.reports.workbook.meter import Meter
from customs_app.reports.workbook.names import SheetNames
from customs_app.reports.workbook.page import Page
from customs_app.reports.workbook.printing import break_pages
from customs_app.reports.workbook.save import save
from customs_app.reports.workbook.source_list import write_source_list
from customs_app.reports.workbook.styles import Styles

if TYPE_CHECKING:
    from openpyxl import Workbook

_CREATOR = "customs-app"


def build(paper: CorridorPaper, path: Path, language: Language, progress: Progress) -> None:
    """Write the workbook into `path`; what `progress` raises ends the work."""
    from openpyxl import Workbook

    in_words = words(language)
    meter = Meter(progress, _rows(paper))
    book = Workbook()
    book.remove(book.worksheets[0])
    _write_sheets(book, paper, in_words, meter)
    about = book.properties
    about.title = one_line(in_words.say(paper.title))
    about.creator = in_words.text("Shanghai Cooperation Organisation")
    about.lastModifiedBy = _CREATOR
    about.subject = in_words.text("Catalogue, SHA-256 {hash}", hash=paper.edition.sha256)
    about.language = in_words.language
    save(book, path, datetime.fromisoformat(paper.edition.date[:10]), meter)
    meter.finish()


def _write_sheets(book: "Workbook", paper: CorridorPaper, in_words: Words, meter: Meter) -> None:
    styles, names = Styles(book, in_words.language), SheetNames()

    def sheet(name: str, write: Callable[[Page, CorridorPaper], None]) -> None:
        page = Page(book.create_sheet(names.name(name)), styles, in_words, meter)
        write(page, paper)
        page.settle()
        if page.blocks:
            break_pages(page)

    sheet(in_words.text("Overview"), write_overview)
    sheet(in_words.text("Chain step by step"), write_chain)
    sheet(in_words.text("Documents again"), write_documents)
    if paper.told.data.across:
        sheet(in_words.text("Data again"), write_data)
    sheet(in_words.text("Payments"), write_payments)
    sheet(in_words.text("Border times"), write_borders)
    sheet(in_words.text("Controls and savings"), write_again)
    if paper.content.what_if is not None:
        sheet(in_words.text("What if"), write_what_if)
    sheet(
        in_words.text("Sources"),
        lambda page, of: write_source_list(page, of.sources, of.reference, of.edition),
    )


def _rows(paper: CorridorPaper) -> int:
    """About how many rows there will be, for the progress."""
    told = paper.told
    listed = (paper.chain.points, told.data.across, told.payments.payments, paper.sources)
    uses = sum(len(row.all_uses) for row in told.again.again)
    return sum(map(len, listed)) + uses + 80
