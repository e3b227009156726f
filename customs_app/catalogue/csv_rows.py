"""Rows of CSV files, strict: UTF-8 with or without BOM, comma, RFC 4180 quoting, a header row."""

import csv
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from customs_app.catalogue.tables import Column, Kind, Table
from customs_app.domain.errors import InputError, Problem
from customs_app.domain.text import Message

Cell = str | int | float | None
Row = dict[str, Cell]

LONGEST_LINE = 1_000_000
"""Characters of one line, and of one quoted cell: more is no table but an accident or an attack."""

LARGEST = 1e15
"""Largest number taken: below it, a number in the journal is exact to its last digit."""

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_WHOLE = re.compile(r"-?[0-9]{1,15}")


def lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Each row of the file that is not empty, with its number as a spreadsheet counts it (1 is the header).

    Raises InputError where the file cannot be read, is no UTF-8 or no CSV; rows before that have been given.
    """
    row = 0
    try:
        csv.field_size_limit(LONGEST_LINE)
        with path.open(encoding="utf-8-sig", newline="") as file:
            for cells in csv.reader(_bounded(file), strict=True):
                row += 1
                if cells:
                    yield row, cells
    except OSError as error:
        raise _broken(path, None, Message("the file cannot be read ({reason})", _why(error))) from error
    except UnicodeDecodeError as error:
        expected = Message("text in UTF-8; in a spreadsheet choose “CSV UTF-8” when saving")
        raise _broken(path, row + 1, expected) from error
    except csv.Error as error:
        expected = Message("cells parted by commas, quoted as RFC 4180 says ({reason})", _why(error))
        raise _broken(path, row + 1, expected) from error


def cell(column: Column, text: str) -> Cell:
    """The cell's value in the kind of its column; an empty cell is None.

    Raises ValueError where the text is not of that kind.
    """
    if text == "":
        return None
    if column.kind is Kind.TEXT:
        if "\0" in text:
            raise ValueError(text)
        return text
    if column.kind is Kind.WHOLE:
        if not _WHOLE.fullmatch(text):
            raise ValueError(text)
        return int(text)
    if not _NUMBER.fullmatch(text) or not math.isfinite(value := float(text)) or abs(value) > LARGEST:
        raise ValueError(text)
    return value + 0.0  # minus zero becomes zero: the journal would lose its sign


def expected(column: Column) -> Message:
    """What a cell of the column may hold, for a message about one that does not."""
    if column.kind is Kind.WHOLE:
        return Message("a whole number, or nothing where it is not known")
    if column.kind is Kind.NUMBER:
        return Message("a number with a decimal point, or nothing where it is not known")
    return Message("text without null characters")


def rows(path: Path, table: Table) -> Iterator[tuple[int, Row]]:
    """Each row of the file with its number, typed as the table's columns; a column the file lacks is None.

    Raises InputError at the first thing that is wrong.
    """
    known = {column.name: column for column in table.columns}
    header: list[str] = []
    for number, cells in lines(path):
        if not header:
            header = _checked_header(path, cells, table)
            continue
        if len(cells) != len(header):
            expected_cells = Message("{n} cells, as in the header", {"n": len(header)})
            raise _broken(path, number, expected_cells)
        row: Row = dict.fromkeys(known)
        for name, text in zip(header, cells, strict=True):
            try:
                row[name] = cell(known[name], text)
            except ValueError:
                raise _broken(path, number, expected(known[name]), name) from None
        yield number, row
    if not header:
        raise _broken(path, 1, Message("a header row with the names of the columns"))


def _checked_header(path: Path, cells: list[str], table: Table) -> list[str]:
    known = {column.name for column in table.columns}
    for name in cells:
        if name not in known or cells.count(name) > 1:
            raise _broken(path, 1, Message("columns of this table, each once"), name)
    for column in table.columns:
        if column.required and column.name not in cells:
            raise _broken(path, 1, Message("this column must be there"), column.name)
    return cells


def _bounded(file: TextIO) -> Iterator[str]:
    """Lines of the file; one that never ends is not read into memory."""
    while line := file.readline(LONGEST_LINE + 1):
        if len(line) > LONGEST_LINE:
            raise csv.Error("line too long")
        yield line


def _why(error: Exception) -> dict[str, str]:
    return {"reason": getattr(error, "strerror", None) or str(error)}


def _broken(path: Path, row: int | None, expected: Message, column: str | None = None) -> InputError:
    name = f"{path.parent.name}/{path.name}"
    return InputError(
        Message("{file} cannot be read as a table.", {"file": name}),
        [Problem(name, row, column, expected)],
    )
