"""The canonical export: what a catalogue holds, written in one way whatever way it came to hold it.

Another program can make it from the SQLite file, and so recompute the hash that stands on a paper:

1. The tables are those of the country folders and of the reference lists, and those of what people say:
   `triggers.JOURNALLED` names them all. Neither the journal, nor editions, nor search belong to them.
2. A row is a JSON object with its columns by name, the `id` or `country` that stand in no CSV file among
   them. A cell that is empty (NULL) is left out. Text stays as it is, but for line ends: CR LF and a CR
   alone become LF. There is no Unicode normalisation.
3. A table is the array of its rows in the order of their own JSON text, compared byte by byte as UTF-8.
   A table without rows is left out.
4. The whole is the JSON object {"format": "customs-catalogue 1", "tables": {name: array, ...}}.
5. All JSON is written as RFC 8785 (JSON Canonicalization Scheme) says: no white space, the names of an
   object in order, text escaped no more than it must be, numbers as ECMAScript writes them (5, 0.25,
   1e-7), UTF-8 without BOM and without a line end at the end. Whole numbers of INTEGER columns have all
   their digits, also beyond 2^53.

The hash is SHA-256 over those bytes, in lower-case hexadecimal. It depends on nothing but the content: not on
the order in which rows were written, on the machine, on the day, nor on the release, as long as the
release has added columns and tables that are still empty.
"""

import hashlib
import math
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from json.encoder import encode_basestring
from typing import NamedTuple

from customs_app.catalogue.connection import in_portions
from customs_app.catalogue.triggers import JOURNALLED

FORMAT = "customs-catalogue 1"

_Cells = Mapping[str, object]
Keeps = Callable[[str, sqlite3.Row], bool]
"""Whether a row of a table belongs to what is exported."""

_text = encode_basestring


class Export(NamedTuple):
    """The canonical text, and for each table which rows were written first.

    `written[table][n]` is the place, counted from 0, of the table's nth canonical row in the order of
    writing. That order is what lists are shown in, but no part of the content.
    """

    text: str
    written: Mapping[str, Sequence[int]]


def everything(_table: str, _row: sqlite3.Row) -> bool:
    """Keep each row."""
    return True


def export(connection: sqlite3.Connection, keeps: Keeps = everything) -> Export:
    """The canonical export of the rows that `keeps` keeps; asked table by table, parents of a row first."""
    parts: dict[str, str] = {}
    written: dict[str, Sequence[int]] = {}
    for table in JOURNALLED:
        rows = in_portions(connection, f"SELECT * FROM {table} ORDER BY rowid")  # noqa: S608 - our own tables
        lines = list(_lines(row for row in rows if keeps(table, row)))
        if lines:
            order = sorted(range(len(lines)), key=lines.__getitem__)
            parts[table] = _array(lines[place] for place in order)
            written[table] = order
    tables = ",".join(f"{_text(table)}:{parts[table]}" for table in sorted(parts))
    return Export(f'{{"format":{_text(FORMAT)},"tables":{{{tables}}}}}', written)


def sha256(text: str) -> str:
    """SHA-256 (hexadecimal) over the text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def fingerprint(connection: sqlite3.Connection) -> str:
    """SHA-256 (hexadecimal) over the canonical export of all: data and what people say, not the journal."""
    return sha256(export(connection).text)


def canonical(values: _Cells) -> str:
    """An object of texts, numbers and empty values as a row is written."""
    return "{" + ",".join(_pairs(values)) + "}"


def _lines(rows: Iterable[sqlite3.Row]) -> Iterator[str]:
    """The rows of one table, each written as `canonical` writes it."""
    heads: list[tuple[int, str]] = []
    for row in rows:
        if not heads:
            names = row.keys()
            heads = [(names.index(name), f'"{name}":') for name in sorted(names)]
        cells = tuple(row)
        told = [head + _value(cells[place]) for place, head in heads if cells[place] is not None]
        yield f"{{{','.join(told)}}}"


def _array(lines: Iterable[str]) -> str:
    return f"[{','.join(lines)}]"


def _pairs(values: _Cells) -> Iterator[str]:
    for name in sorted(values):
        value = values[name]
        if value is not None:
            yield f'"{name}":{_value(value)}'


def _value(value: object) -> str:
    if isinstance(value, str):
        return _text(value.replace("\r\n", "\n").replace("\r", "\n") if "\r" in value else value)
    if isinstance(value, float):
        return number(value)
    if isinstance(value, int):
        return str(value)
    raise TypeError(f"no cell of the catalogue holds {value!r}")


def number(value: float) -> str:
    """A number as ECMAScript writes it: the fewest digits that tell it from its neighbours.

    ValueError for what is no number.
    """
    if not math.isfinite(value):
        raise ValueError(value)
    if value == 0:
        return "0"
    sign, value = ("-", -value) if value < 0 else ("", value)
    mantissa, _, exponent = f"{value!r}".partition("e")
    whole, _, rest = mantissa.partition(".")
    digits = (whole + rest).lstrip("0")
    # The number is 0.DIGITS times ten to the power of `point`.
    point = len(whole) + int(exponent or 0) - (len(whole + rest) - len(digits))
    digits = digits.rstrip("0")
    return sign + _written(digits, point)


def _written(digits: str, point: int) -> str:
    count = len(digits)
    if count <= point <= 21:
        return digits + "0" * (point - count)
    if 0 < point <= 21:
        return f"{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"0.{'0' * -point}{digits}"
    power = f"{'+' if point > 0 else '-'}{abs(point - 1)}"
    return f"{digits[0]}{f'.{digits[1:]}' if count > 1 else ''}e{power}"
