"""Checking values that a user gives for the columns of a row."""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from customs_app.catalogue import csv_rows
from customs_app.catalogue.csv_rows import LARGEST, Cell, Row
from customs_app.catalogue.domain_rows import parts
from customs_app.catalogue.tables import Column, Kind, Table
from customs_app.domain.errors import InputError, Problem
from customs_app.domain.text import Message

Exists = Callable[[str, str], bool]
"""Whether a table, named first, has a row of the id, named second."""

_CURRENCY = re.compile("[A-Z]{3}")
_SIGNED = frozenset({"lat", "lon", "value"})
_SURROGATE = re.compile("[\ud800-\udfff]")
_HOURS = ("time_min_h", "time_typ_h", "time_max_h")


class _WrongError(Exception):
    def __init__(self, expected: Message) -> None:
        self.expected = expected


def checked(
    table: Table, values: Mapping[str, Cell], exists: Exists, fixed: frozenset[str] = frozenset()
) -> Row:
    """The values in the kinds of their columns; text loses outer spaces, empty text is None.

    InputError that lists every column in which something else is expected; `fixed` ones take no value.
    """
    taken: Row = {}
    problems = []
    known = {column.name: column for column in table.columns if column.name not in fixed}
    for name, value in values.items():
        try:
            if name not in known:
                raise _WrongError(Message("a column that can be changed"))
            taken[name] = _checked_cell(known[name], value, exists)
        except _WrongError as wrong:
            problems.append(Problem(table.file, None, name, wrong.expected))
    refuse(problems)
    return taken


def refuse(problems: list[Problem]) -> None:
    """Raise InputError where there are problems."""
    if problems:
        raise InputError(Message("What was entered cannot be saved."), problems)


def _checked_cell(column: Column, value: Cell, exists: Exists) -> Cell:
    if isinstance(value, str):
        value = value.strip() or None
    if value is None:
        if column.required:
            raise _WrongError(Message("something: this cannot be empty"))
        return None
    if column.kind is not Kind.TEXT:
        return _number(column, value)
    return _text(column, str(value), exists)


def _number(column: Column, value: str | int | float) -> Cell:
    if isinstance(value, str):
        try:
            value = csv_rows.cell(column, value) or 0
        except ValueError:
            raise _WrongError(csv_rows.expected(column)) from None
    if isinstance(value, bool | str) or not math.isfinite(value) or abs(value) > LARGEST:
        raise _WrongError(csv_rows.expected(column))
    if value < 0 and column.name not in _SIGNED:
        raise _WrongError(Message("a number that is not below zero"))
    if column.kind is Kind.NUMBER:
        return float(value) + 0.0
    if value != int(value):
        raise _WrongError(csv_rows.expected(column))
    return int(value)


def _text(column: Column, value: str, exists: Exists) -> str:
    if "\0" in value or _SURROGATE.search(value):
        raise _WrongError(csv_rows.expected(column))
    if column.codes is not None and value not in [str(code) for code in column.codes]:
        raise _WrongError(Message("one of {codes}", {"codes": tuple(str(code) for code in column.codes)}))
    if column.name == "cost_currency" and not _CURRENCY.fullmatch(value):
        raise _WrongError(Message("a currency by its three capital letters, such as KZT"))
    if column.name == "choice" and not all(part.strip() for part in value.partition(":")):
        raise _WrongError(Message("a group and an option, such as corridor:green"))
    if column.many:
        names = parts(value)
        value = ";".join(dict.fromkeys(names))
    else:
        names = (value,)
    if column.refers_to is not None:
        for name in names:
            if not exists(column.refers_to, name):
                raise _WrongError(Message("something that is in the catalogue; {id} is not", {"id": name}))
    return value


def range_problems(table: Table, row: Mapping[str, Cell]) -> Iterator[Problem]:
    """Where the least time is above the typical one, or either above the most."""
    known = [(name, value) for name in _HOURS if isinstance(value := row.get(name), int | float)]
    for (_, lower), (name, upper) in pairwise(known):
        if lower > upper:
            yield Problem(table.file, None, name, Message("at least {least} hours", {"least": lower}))
