"""What tests of the exchange share: country folders that may be spoilt."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from customs_app import paths
from customs_app.domain.review import Reviewer


class CountryFolder:
    """A country folder of a test: cells by file, row (1 is the header) and column."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def rows(self, file: str) -> list[list[str]]:
        with (self.path / file).open(encoding="utf-8-sig", newline="") as lines:
            return list(csv.reader(lines))

    def write(self, file: str, rows: list[list[str]]) -> None:
        with (self.path / file).open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines).writerows(rows)

    def change(self, file: str, what: Callable[[list[list[str]]], None]) -> None:
        rows = self.rows(file)
        what(rows)
        self.write(file, rows)

    def set(self, file: str, row: int, **cells: str) -> None:
        """Write cells of one row."""
        rows = self.rows(file)
        for column, value in cells.items():
            rows[row - 1][rows[0].index(column)] = value
        self.write(file, rows)

    def get(self, file: str, row: int, column: str) -> str:
        rows = self.rows(file)
        return rows[row - 1][rows[0].index(column)]

    def find(self, file: str, **cells: str) -> int:
        """Number of the first row that holds these cells."""
        rows = self.rows(file)
        places = {rows[0].index(column): value for column, value in cells.items()}
        return next(
            number
            for number, row in enumerate(rows, 1)
            if all(row[place] == value for place, value in places.items())
        )

    def drop_column(self, file: str, column: str) -> None:
        rows = self.rows(file)
        place = rows[0].index(column)
        self.write(file, [row[:place] + row[place + 1 :] for row in rows])


@pytest.fixture
def kz(tmp_path) -> CountryFolder:
    """The country folder of Kazakhstan, as the starting content has it."""
    shutil.copytree(paths.STARTING / "countries" / "KZ", tmp_path / "KZ")
    return CountryFolder(tmp_path / "KZ")


@pytest.fixture
def who() -> Reviewer:
    return Reviewer("Aigerim S.", "KZ")
