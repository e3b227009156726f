"""One sheet of an office's workbook: a kind of rows."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from customs_app.catalogue.csv_rows import Cell, Row
from customs_app.catalogue.tables import Column, Kind, Table
from customs_app.exchange.office_workbook import layout
from customs_app.exchange.office_workbook.headings import COLUMNS
from customs_app.exchange.office_workbook.lists import Lists
from customs_app.exchange.office_workbook.texts import written
from customs_app.language.words import Words

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_TEXT = "@"
_COMPUTED = ("=", "+", "-", "@", "#")
_WIDE, _USUAL, _NARROW = 42, 24, 14
_HEAD_HEIGHT = 32


def write_sheet(sheet: "Worksheet", table: Table, rows: Sequence[Row], lists: Lists, chosen: Words) -> None:
    """Write the keys (hidden), the headings with their comments, and the rows; new rows find room below."""
    from openpyxl.utils import get_column_letter

    for place, column in enumerate(table.columns, 1):
        _head(sheet, place, table, column, chosen)
        _offer(sheet, place, column, lists)
    shown = {column.name: lists.shown(column) for column in table.columns}
    styles = _styles(sheet)
    for number, row in enumerate(rows, layout.FIRST_ROW):
        for place, column in enumerate(table.columns, 1):
            cell = sheet.cell(number, place)
            _put(cell, row[column.name], shown[column.name], styles, locked=column.name == "id")
    sheet.row_dimensions[layout.KEY_ROW].hidden = True
    sheet.row_dimensions[layout.HEAD_ROW].height = _HEAD_HEIGHT
    sheet.freeze_panes = sheet.cell(layout.FIRST_ROW, 2).coordinate
    last = get_column_letter(len(table.columns))
    sheet.auto_filter.ref = f"A{layout.HEAD_ROW}:{last}{max(layout.HEAD_ROW, len(rows) + layout.HEAD_ROW)}"
    sheet.print_title_rows = f"{layout.HEAD_ROW}:{layout.HEAD_ROW}"
    fit_pages(sheet)
    _protect(sheet)


def fit_pages(sheet: "Worksheet") -> None:
    """Print on A4 across, as wide as the sheet is."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0


def _head(sheet: "Worksheet", place: int, table: Table, column: Column, chosen: Words) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill, Protection
    from openpyxl.utils import get_column_letter

    name, says = COLUMNS[column.name]
    sheet.cell(layout.KEY_ROW, place, layout.key(table, column.name))
    head = sheet.cell(layout.HEAD_ROW, place, chosen.text(name))
    head.font = Font(name=layout.FONT, bold=True)
    head.fill = PatternFill("solid", fgColor="FFE3E8EE")
    head.alignment = Alignment(wrap_text=True, vertical="center")
    head.comment = Comment(chosen.text(says), "customs-app", height=90, width=260)
    # The style of the column is that of every cell that is not there yet: this is the room for new rows.
    below = sheet.column_dimensions[get_column_letter(place)]
    below.width = _width(column)
    below.number_format = _TEXT
    below.protection = Protection(locked=False)


def _width(column: Column) -> int:
    if column.kind is not Kind.TEXT or column.name in ("cost_currency", "un_edifact_1001", "year"):
        return _NARROW
    return _WIDE if column.name.startswith(("title", "name", "note", "legal", "condition")) else _USUAL


def _offer(sheet: "Worksheet", place: int, column: Column, lists: Lists) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    listed = lists.range_of(column)
    if listed is None:
        return
    strict = column.codes is not None or column.refers_to == "activity"
    # Ids of other countries may be referred to, so a list of ids offers and does not refuse.
    offer = DataValidation("list", formula1=f"={listed}", allow_blank=True, showErrorMessage=strict)
    letter = get_column_letter(place)
    offer.add(f"{letter}{layout.FIRST_ROW}:{letter}{layout.LAST_ROW}")
    sheet.add_data_validation(offer)


def _styles(sheet: "Worksheet") -> Mapping[tuple[bool, bool], Any]:
    """The styles of cells, by whether they are locked and whether their text looks like a formula.

    Styles are made once and shared: to give each cell its own takes most of the time of an export.
    """
    from openpyxl.cell import Cell as SheetCell
    from openpyxl.styles import Font, Protection

    made = {}
    for locked, quoted in ((False, False), (False, True), (True, False), (True, True)):
        cell = SheetCell(sheet, 1, 1)
        cell.number_format = _TEXT
        cell.protection = Protection(locked=locked)
        if locked:
            cell.font = Font(name=layout.FONT, color="FF5A6472")
        if quoted:
            cell.quotePrefix = True
        made[locked, quoted] = cell._style  # type: ignore[attr-defined]  # noqa: SLF001
    return made


def _put(
    cell: Any,  # noqa: ANN401 - the parts of a cell that are set have no public names
    value: Cell,
    shown: Mapping[str, str],
    styles: Mapping[tuple[bool, bool], Any],
    *,
    locked: bool,
) -> None:
    quoted = False
    if isinstance(value, str):
        text = written(shown.get(value, value))
        quoted = text[:1] in _COMPUTED
        cell._value = text  # noqa: SLF001 - the setter would make a formula of some texts
        cell.data_type = "s"
    else:
        cell.value = value
    cell._style = styles[locked, quoted]  # noqa: SLF001


def _protect(sheet: "Worksheet") -> None:
    """Without a password: it keeps ids from slips of the hand, not from people."""
    guard = sheet.protection
    guard.sheet = True
    for allowed in (
        "formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort", "autoFilter",
    ):  # fmt: skip
        setattr(guard, allowed, False)
