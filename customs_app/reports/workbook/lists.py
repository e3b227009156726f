"""The sheet of what may be chosen where a cell is to be filled in, and the names by which cells ask it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from customs_app.domain.codes import Position
from customs_app.domain.dossier import Funds
from customs_app.language.labels import label
from customs_app.reports.content import Content
from customs_app.reports.workbook.live import sheet_ref
from customs_app.reports.workbook.page import Page
from customs_app.reports.workbook.printing import print_pages
from customs_app.reports.workbook.styles import Kind

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

POSITIONS, FUNDS, CURRENCIES = "list_positions", "list_funds", "list_currencies"


def write_lists(page: Page, content: Content, currencies: Sequence[str]) -> None:
    """Write the lists, one a column, and name them."""
    words = page.words
    lists = (
        (POSITIONS, words.text("Position"), [label(one, words) for one in Position]),
        (FUNDS, words.text("Source of funds"), [label(one, words) for one in Funds]),
        (CURRENCIES, words.text("Currency"), list(currencies)),
    )
    page.set_widths(30, 34, 14)
    for column, (_, title, _) in enumerate(lists, 1):
        page.put(column, title, Kind.HEAD)
    page.end_row()
    for row in range(max(len(values) for _, _, values in lists)):
        for column, (_, _, values) in enumerate(lists, 1):
            if row < len(values):
                page.put(column, values[row])
        page.end_row()
    for column, (name, _, values) in enumerate(lists, 1):
        letter = "ABC"[column - 1]
        define(page.sheet, name, f"${letter}$2:${letter}${1 + len(values)}")
    page.sheet.sheet_state = "hidden"
    print_pages(page, words.text("Lists to choose from"), content.edition)
    page.sheet.print_area = None  # or programs print the sheet, hidden as it is


def define(sheet: "Worksheet", name: str, area: str) -> None:
    """Give an area of a sheet (as `$A$2:$A$9`) a name that formulas of the whole workbook may use."""
    from openpyxl.workbook.defined_name import DefinedName

    book = sheet.parent
    if book is None:
        raise ValueError("the sheet stands in no workbook")
    book.defined_names[name] = DefinedName(name, attr_text=f"{sheet_ref(sheet.title)}{area}")


def choose_from(sheet: "Worksheet", area: str, name: str, *, title: str, message: str) -> None:
    """Let the cells of an area take only what stands in a named list; a wrong entry is refused."""
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(type="list", formula1=f"={name}", allow_blank=True)
    _say(rule, title, message)
    rule.add(area)
    sheet.add_data_validation(rule)


def take_amount(sheet: "Worksheet", area: str, *, title: str, message: str) -> None:
    """Let the cells of an area take only numbers from zero up."""
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(type="decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
    _say(rule, title, message)
    rule.add(area)
    sheet.add_data_validation(rule)


def take_day(sheet: "Worksheet", area: str, *, title: str, message: str) -> None:
    """Let the cells of an area take only dates of this century."""
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(type="date", operator="greaterThan", formula1="36526", allow_blank=True)
    _say(rule, title, message)
    rule.add(area)
    sheet.add_data_validation(rule)


def _say(rule: "DataValidation", title: str, message: str) -> None:
    # A program takes 32 signs of a title and 255 of a message.
    rule.errorTitle = rule.promptTitle = title[:32]
    rule.error = rule.prompt = message[:255]
    rule.showErrorMessage = rule.showInputMessage = True
