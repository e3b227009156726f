"""Writes a country as a workbook that its office edits."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.csv_rows import Row
from customs_app.catalogue.tables import COUNTRY_TABLES, Table
from customs_app.domain.errors import InputError
from customs_app.domain.text import Language, Message
from customs_app.exchange.office_workbook import headings, layout
from customs_app.exchange.office_workbook.lists import Lists
from customs_app.exchange.office_workbook.sheet import fit_pages, write_sheet
from customs_app.language.moments import local_day
from customs_app.language.words import Words, words

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_LINE_WIDTH = 110
_LINE_HEIGHT = 16
_LETTERS_OF_LINE = 95
_FIRST_WIDE = 0x2E80


def export_workbook(catalogue: Catalogue, iso2: str, path: Path, language: Language) -> Path:
    """Write the country (ISO 3166 alpha-2) as a workbook in a language, and return its path.

    A sheet for each file of a country folder, with instructions before them and the lists behind.
    InputError where the country is not in the reference list, OSError where the file cannot be written:
    `reports.atomic.replacing` words that, and makes the file appear whole or not at all.
    """
    if iso2 not in catalogue.reference().countries:
        raise InputError(Message("{country} is not a country of the reference list.", {"country": iso2}))
    _book(catalogue, iso2, words(language)).save(path)
    return path


def content_hash(rows: Mapping[str, Sequence[Row]]) -> str:
    """SHA-256 (hexadecimal) over the rows of a country by table, whatever their order."""
    digest = hashlib.sha256()
    for table in COUNTRY_TABLES:
        names = [column.name for column in table.columns]
        digest.update(table.name.encode())
        for line in sorted(json.dumps([row[name] for name in names]) for row in rows[table.name]):
            digest.update(line.encode())
    return digest.hexdigest()


def rows_of(catalogue: Catalogue, iso2: str) -> dict[str, list[Row]]:
    """All rows of a country by table."""
    return {table.name: list(catalogue.rows(table.name, iso2)) for table in COUNTRY_TABLES}


def _book(catalogue: Catalogue, iso2: str, chosen: Words) -> "Workbook":
    from openpyxl import Workbook

    rows = rows_of(catalogue, iso2)
    book = Workbook()
    book.remove(book.worksheets[0])
    _instruct(book.create_sheet(chosen.text(headings.INSTRUCTIONS)), catalogue, iso2, chosen)
    sheets = {table.name: book.create_sheet(_title(table, chosen)) for table in COUNTRY_TABLES}
    hidden = book.create_sheet(layout.MARKER)
    hidden.sheet_state = "hidden"
    for row, value in enumerate((layout.FORM, iso2, content_hash(rows)), 1):
        hidden.cell(row, 1, ("form", "country", "content")[row - 1])
        hidden.cell(row, 2, value)
    lists = Lists(hidden, {name: sheet.title for name, sheet in sheets.items()}, catalogue, chosen)
    for table in COUNTRY_TABLES:
        write_sheet(sheets[table.name], table, rows[table.name], lists, chosen)
    return book


def _title(table: Table, chosen: Words) -> str:
    return chosen.text(headings.SHEETS[table.name])[:31]


def _instruct(sheet: "Worksheet", catalogue: Catalogue, iso2: str, chosen: Words) -> None:
    from openpyxl.styles import Alignment, Font

    country = catalogue.reference().countries[iso2].name
    now = datetime.now(UTC).isoformat()
    title = chosen.text(headings.TITLE, country=country)
    written = chosen.text(headings.WRITTEN, date=local_day(now, chosen.language))
    lines = (title, written, *(chosen.text(line) for line in headings.LINES))
    sheet.column_dimensions["A"].width = _LINE_WIDTH
    for row, line in enumerate(lines, 1):
        cell = sheet.cell(row, 1, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        wide = sum(2 if ord(letter) > _FIRST_WIDE else 1 for letter in line)
        sheet.row_dimensions[row].height = _LINE_HEIGHT * (1 + wide // _LETTERS_OF_LINE)
    sheet["A1"].font = Font(name=layout.FONT, bold=True, size=14)
    sheet.row_dimensions[1].height = 2 * _LINE_HEIGHT
    fit_pages(sheet)
    sheet.sheet_view.showGridLines = False
