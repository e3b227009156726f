"""Every row of every CSV file arrives, every column in its kind."""

import csv
from pathlib import Path

import pytest

from customs_app import paths
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.check import check
from customs_app.catalogue.file import open_catalogue
from customs_app.catalogue.tables import COUNTRY_TABLES, REFERENCE_TABLES, TABLES, Kind, Table

_COUNTRIES = sorted(folder.name for folder in (paths.STARTING / "countries").iterdir())
_KINDS = {Kind.TEXT: str, Kind.WHOLE: int, Kind.NUMBER: float}


def _file_rows(path: Path, table: Table) -> list[dict[str, object]]:
    kinds = {column.name: _KINDS[column.kind] for column in table.columns}
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            {name: None if text == "" else kinds[name](text) for name, text in row.items()}
            for row in csv.DictReader(file)
        ]


def _by_key(rows: list[dict[str, object]]) -> list[str]:
    return sorted(repr(sorted(row.items())) for row in rows)


@pytest.mark.parametrize("country", _COUNTRIES)
def test_every_row_of_the_country_folders(starting_file: Path, country: str) -> None:
    with open_catalogue(starting_file, read_only=True) as opened:
        for table in COUNTRY_TABLES:
            expected = _file_rows(paths.STARTING / "countries" / country / table.file, table)
            stored = [dict(row) for row in opened.rows(table.name, country)]
            assert {row.pop("country") for row in stored} <= {country}
            assert stored == expected  # in the order of the file
            for row in stored:
                for name, value in row.items():
                    assert value is None or type(value) is _KINDS[table.column(name).kind], (table.name, row)


@pytest.mark.parametrize("table", REFERENCE_TABLES, ids=lambda table: table.file)
def test_every_row_of_the_reference_lists(starting_file: Path, table: Table) -> None:
    expected = _file_rows(paths.STARTING / "reference" / table.file, table)
    with open_catalogue(starting_file, read_only=True) as opened:
        stored = [dict(row) for row in opened.rows(table.name)]
    if table.name == "source":
        stored = [row for row in stored if row.pop("country") is None]
    if table.numbered:
        ids = [row.pop("id") for row in stored]
        assert ids[:2] == [f"{table.name}-0001", f"{table.name}-0002"]
    assert stored == expected


def test_no_row_besides_those_of_the_files(starting_file: Path) -> None:
    files = [*(paths.STARTING / "reference").glob("*.csv"), *(paths.STARTING / "countries").glob("*/*.csv")]
    in_files = 0
    for path in files:
        with path.open(encoding="utf-8-sig", newline="") as file:
            in_files += sum(1 for _ in csv.DictReader(file))
    with open_catalogue(starting_file, read_only=True) as opened:
        assert sum(len(opened.rows(name)) for name in TABLES) == in_files


def test_every_file_belongs_to_a_table() -> None:
    files = {path.name for path in (paths.STARTING / "reference").glob("*.csv")}
    assert files == {table.file for table in REFERENCE_TABLES}


def test_the_starting_catalogue_is_clean(starting_file: Path) -> None:
    assert check(starting_file) == ()


def test_reference_lists_only(reference_file: Path) -> None:
    assert check(reference_file) == ()
    with open_catalogue(reference_file, read_only=True) as opened:
        assert opened.counts().steps == 0
        assert opened.counts().countries == 0
        assert len(opened.reference().activities) == 64
        assert opened.procedures() == ()
        assert {hit.kind for hit in opened.search("Kazakhstan")} >= {"country"}


def test_counts(catalogue: Catalogue) -> None:
    counts = catalogue.counts()
    assert (counts.countries, counts.steps) == (10, 1378)
    assert counts.procedures == len(catalogue.procedures())
    assert sum(row.steps for row in catalogue.procedures()) == 1378
