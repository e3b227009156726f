"""Rows by their keys that become objects only when they are asked for."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

_T = TypeVar("_T")


class AskedRows(Mapping[str, _T]):
    """A table of hundreds of rows of which a view needs a few; in the order of the rows.

    The rows are read at once, so that all of them are of one state of the file.
    """

    __slots__ = ("_made", "_make", "_rows")

    def __init__(self, rows: Iterable[sqlite3.Row], key: str, make: Callable[[sqlite3.Row], _T]) -> None:
        self._rows = {row[key]: row for row in rows}
        self._make = make
        self._made: dict[str, _T] = {}

    def __getitem__(self, key: str) -> _T:
        if key not in self._made:
            self._made[key] = self._make(self._rows[key])
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)
