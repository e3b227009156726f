"""Reads a country folder: seven CSV files, columns by name in any order."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from customs_app.catalogue.csv_rows import Cell, Row
from customs_app.catalogue.tables import COUNTRY_TABLES, Table
from customs_app.domain.errors import Problem
from customs_app.domain.text import Message
from customs_app.exchange.cells import cell_value, shortened
from customs_app.exchange.csv_records import Record, read_records
from customs_app.exchange.folder_name import with_its_name
from customs_app.exchange.problems import Problems


@dataclass(frozen=True, slots=True)
class FileRow:
    """One row of a file: its number (1 is the header) and its values by column.

    A column that the file does not have is no key; a cell that was refused is None.
    """

    number: int
    cells: Row

    def key(self, table: Table) -> tuple[Cell, ...]:
        """The values that tell the row from the others of its table."""
        return tuple(self.cells[name] for name in table.key)


@dataclass(frozen=True, slots=True)
class FileRows:
    """The rows of one file.

    `file` is its name with that of its folder. `whole` is False where not every row could be read.
    """

    table: Table
    file: str
    rows: tuple[FileRow, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Folder:
    """A country folder as read: the country (ISO 3166 alpha-2), its files by table, what is odd in them."""

    country: str
    files: Mapping[str, FileRows]
    warnings: tuple[Problem, ...]


def read_folder(path: Path, problems: Problems) -> Folder | None:
    """Read the country folder whose name is the country; None where there is no such folder.

    All that is wrong in the files by themselves is added to `problems`; what they refer to is not
    looked at.
    """
    folder = with_its_name(path)
    if not folder.is_dir():
        problems.add(str(path), None, None, Message("a country folder, found none"))
        return None
    warnings: list[Problem] = []
    country = folder.name.upper()
    files = {
        table.name: _read_file(folder / table.file, f"{folder.name}/{table.file}", table, problems, warnings)
        for table in COUNTRY_TABLES
    }
    return Folder(country, files, tuple(warnings))


def _read_file(path: Path, name: str, table: Table, problems: Problems, warnings: list[Problem]) -> FileRows:
    records = read_records(path, name, problems)
    if records is None:
        return FileRows(table, name, (), whole=False)
    if not records:
        problems.add(name, None, None, Message("a row of column names, found an empty file"))
        return FileRows(table, name, (), whole=False)
    header, *body = records
    if not _header_is_good(header, name, table, problems, warnings):
        return FileRows(table, name, (), whole=False)
    rows = [_read_row(record, header, name, table, problems) for record in body]
    good = tuple(row for row in rows if row is not None)
    refuse_duplicates(good, name, table, problems)
    return FileRows(table, name, good, whole=len(good) == len(rows))


def _header_is_good(
    header: Record, name: str, table: Table, problems: Problems, warnings: list[Problem]
) -> bool:
    before = problems.count
    known = {column.name for column in table.columns}
    for place, title in enumerate(header.cells):
        if title and title in header.cells[:place]:
            problems.add(name, header.number, shortened(title), Message("each column once, found it twice"))
        elif title not in known and title not in header.cells[:place]:
            warnings.append(
                Problem(
                    name, header.number, shortened(title), Message("the column is not known and not read")
                )
            )
    for column in table.columns:
        if column.name in header.cells:
            continue
        if column.required:
            problems.add(name, header.number, column.name, Message("this column, but it is missing"))
        else:
            expected = Message("the column is missing; rows that are there already keep their values")
            warnings.append(Problem(name, header.number, column.name, expected))
    return problems.count == before


def _read_row(record: Record, header: Record, name: str, table: Table, problems: Problems) -> FileRow | None:
    if len(record.cells) != len(header.cells):
        expected = Message(
            "{expected} cells as in the header, found {found}",
            {"expected": len(header.cells), "found": len(record.cells)},
        )
        problems.add(name, record.number, None, expected)
        return None
    by_title = dict(zip(header.cells, record.cells, strict=True))
    cells: Row = {}
    for column in table.columns:
        if column.name not in by_title:
            continue
        value = cell_value(by_title[column.name], column)
        if isinstance(value, Message):
            problems.add(name, record.number, column.name, value)
            value = None
        cells[column.name] = value
    return FileRow(record.number, cells)


def refuse_duplicates(rows: tuple[FileRow, ...], name: str, table: Table, problems: Problems) -> None:
    """Add each row whose key an earlier row of the same file has."""
    first: dict[tuple[Cell, ...], int] = {}
    for row in rows:
        key = row.key(table)
        if None in key:
            continue
        earlier = first.setdefault(key, row.number)
        if earlier != row.number:
            expected = Message(
                "{columns} that no other row has, but row {row} has the same: “{found}”",
                {
                    "columns": table.key,
                    "row": str(earlier),
                    "found": shortened(", ".join(map(str, key))),
                },
            )
            problems.add(name, row.number, table.key[-1] if len(table.key) == 1 else None, expected)
