"""How sheets come out of the printer, and what stays in sight while one scrolls."""

import math
from typing import TYPE_CHECKING

from customs_app.domain.text import Language
from customs_app.reports.edition import Edition, edition_line
from customs_app.reports.safe_text import one_line
from customs_app.reports.workbook.page import Page
from customs_app.reports.workbook.styles import FONTS

if TYPE_CHECKING:
    from openpyxl.worksheet.properties import PageSetupProperties
    from openpyxl.worksheet.worksheet import Worksheet

A3, A4 = "8", "9"

# Room on A4 in landscape within the margins, a sign of width and a row without text, all in points.
_PAPER_WIDTH, _PAPER_HEIGHT, _SIGN_WIDTH, _ROW_HEIGHT = 750.0, 470.0, 6.1, 13.0


def print_pages(page: Page, title: str, edition: Edition, paper: str = A4, sheets_wide: int = 1) -> None:
    """Landscape, so many sheets of paper wide, with the title above and edition and page number below.

    Call it when all that is to be printed stands, but for heights and widths that `settle` gives.
    """
    from openpyxl.utils import get_column_letter

    sheet, words = page.sheet, page.words
    sheet.print_area = f"A1:{get_column_letter(page.last_column)}{max(1, page.row - 1)}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = paper
    sheet.page_setup.fitToWidth = sheets_wide
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = _fit_to_page()
    sheet.print_options.horizontalCentered = False
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom, margins.header, margins.footer = 0.7, 0.7, 0.35, 0.35
    _say(sheet, "oddHeader", "left", _literal(title), words.language)
    _say(sheet, "oddFooter", "left", _literal(edition_line(edition, words)), words.language)
    # &P and &N are the codes by which the program puts in the numbers.
    numbers = words.text("Page {page} of {pages}", page="&P", pages="&N")
    _say(sheet, "oddFooter", "right", numbers, words.language)


def keep_in_sight(
    page: Page, head_row: int, columns: int, *, fixed: int, last_row: int | None = None
) -> None:
    """Freeze the head of a table and its first columns, filter it, and repeat its head on each page.

    Call it when the rows of the table stand; `last_row` is its last, the last of the sheet where not given.
    """
    from openpyxl.utils import get_column_letter

    sheet = page.sheet
    sheet.freeze_panes = sheet.cell(head_row + 1, fixed + 1).coordinate
    sheet.print_title_rows = f"{head_row}:{head_row}"
    if fixed:
        sheet.print_title_cols = f"A:{get_column_letter(fixed)}"
    last = max(head_row, page.row - 1 if last_row is None else last_row)
    sheet.auto_filter.ref = f"A{head_row}:{get_column_letter(columns)}{last}"


def break_pages(page: Page) -> None:
    """Start a new sheet of paper (A4, landscape) before a block that would else be cut.

    Programs ignore breaks where a sheet is fitted to its paper, so the scale is fixed here instead.
    Call it when widths and heights are settled.
    """
    from openpyxl.worksheet.pagebreak import Break

    sheet = page.sheet
    scale = min(1.0, _PAPER_WIDTH / (page.all_widths * _SIGN_WIDTH))
    sheet.page_setup.fitToWidth = sheet.page_setup.fitToHeight = None
    sheet.sheet_properties.pageSetUpPr = None
    sheet.page_setup.scale = math.floor(scale * 100)
    room = _PAPER_HEIGHT / scale
    top, starts = 1, dict(page.blocks)
    used = 0.0
    for row in range(1, page.row):
        height = _heights(page, row, starts.get(row, row))
        if row > top and used + height > room:
            sheet.row_breaks.append(Break(id=row - 1))
            top, used = row, 0.0
        used += _heights(page, row, row)


def _heights(page: Page, first: int, last: int) -> float:
    dimensions = page.sheet.row_dimensions
    return sum(dimensions[row].height or _ROW_HEIGHT for row in range(first, last + 1))


def _fit_to_page() -> "PageSetupProperties":
    from openpyxl.worksheet.properties import PageSetupProperties

    return PageSetupProperties(fitToPage=True)


def _say(sheet: "Worksheet", place: str, part: str, text: str, language: Language) -> None:
    item = getattr(getattr(sheet, place), part)
    item.text = text
    item.size = 8
    item.font = f"{FONTS[language]},Regular"


def _literal(text: str) -> str:
    """A text in which no sign is a code, short enough for a head or foot (255 signs in all)."""
    return one_line(text)[:110].replace("&", "&&")
