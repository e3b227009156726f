"""The strict reader of CSV files."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_app.catalogue import csv_rows
from customs_app.catalogue.csv_rows import cell, rows
from customs_app.catalogue.tables import EXCHANGE_RATE, STEP_DOCUMENT, Column, Kind
from customs_app.domain.errors import InputError

_HEAD = "currency,units_per_usd,date,kind,source_id\r\n"


def _write(folder: Path, content: str | bytes) -> Path:
    path = folder / "exchange_rates.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_typed_rows_with_their_numbers(tmp_path: Path) -> None:
    path = _write(tmp_path, b"\xef\xbb\xbf" + f'{_HEAD}KZT,441.5,"a ""b"", c\nd",,\r\nUSD,1,x,,\r\n'.encode())
    assert list(rows(path, EXCHANGE_RATE)) == [
        (
            2,
            {
                "currency": "KZT",
                "units_per_usd": 441.5,
                "date": 'a "b", c\nd',
                "kind": None,
                "source_id": None,
            },
        ),
        (3, {"currency": "USD", "units_per_usd": 1.0, "date": "x", "kind": None, "source_id": None}),
    ]


def test_an_empty_row_counts_but_is_left_out(tmp_path: Path) -> None:
    path = _write(tmp_path, f"{_HEAD}\r\nKZT,1,x,,\r\n\r\n")
    assert [number for number, _ in rows(path, EXCHANGE_RATE)] == [3]


def test_columns_in_any_order_and_missing_ones(tmp_path: Path) -> None:
    path = tmp_path / "step_documents.csv"
    path.write_text("role,document_id,step_id\ninput,D,S\n")
    assert [row for _, row in rows(path, STEP_DOCUMENT)] == [
        {"step_id": "S", "document_id": "D", "role": "input", "form": None, "copies": None}
    ]


@pytest.mark.parametrize(
    ("content", "row", "column"),
    [
        (_HEAD + "KZT,many,x,,\n", 2, "units_per_usd"),
        (_HEAD + "KZT,1e999,x,,\n", 2, "units_per_usd"),
        (_HEAD + "KZT,nan,x,,\n", 2, "units_per_usd"),
        (_HEAD + "KZT,1_000,x,,\n", 2, "units_per_usd"),
        (_HEAD + "KZT,1,x,,\nUSD,1,x\n", 3, None),
        (_HEAD + 'KZT,1,"x,,\n', 2, None),
        (_HEAD + 'KZT,1,"x"y,,\n', 2, None),
        (_HEAD + "KZT,1,x\0,,\n", 2, "date"),
        (_HEAD.encode() + b"KZT,1,\xff,,\n", 1, None),
        (_HEAD.replace("kind", "colour") + "a,1,b,,\n", 1, "colour"),
        (_HEAD.replace("kind", "date") + "a,1,b,,\n", 1, "date"),
        ("currency,units_per_usd\na,1\n", 1, "date"),
        ("", 1, None),
        (_HEAD + f"KZT,1,{'x' * 1_100_000},,\n", 2, None),
    ],
)
def test_what_is_refused(tmp_path: Path, content: str | bytes, row: int, column: str | None) -> None:
    path = _write(tmp_path, content)
    with pytest.raises(InputError) as raised:
        list(rows(path, EXCHANGE_RATE))
    (problem,) = raised.value.problems
    assert problem.file == f"{tmp_path.name}/exchange_rates.csv"
    assert (problem.row, problem.column) == (row, column)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        list(rows(tmp_path / "none.csv", EXCHANGE_RATE))
    assert raised.value.problems[0].row is None


def test_a_line_without_end_is_not_read_into_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_rows, "LONGEST_LINE", 1000)
    path = _write(tmp_path, _HEAD + "x" * 5_000_000)
    taken: list[int] = []
    with path.open() as file:
        with pytest.raises(csv.Error, match="too long"):
            taken.extend(len(line) for line in csv_rows._bounded(file))
        assert file.tell() < 100_000
    assert taken == [len(_HEAD) - 1]


@given(st.floats(-csv_rows.LARGEST, csv_rows.LARGEST))
def test_numbers_come_back_as_they_were(value: float) -> None:
    assert cell(Column("x", Kind.NUMBER), repr(value)) == value


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_whole_numbers_come_back_as_they_were(value: int) -> None:
    assert cell(Column("x", Kind.WHOLE), str(value)) == value
    with pytest.raises(ValueError, match=r"\."):
        cell(Column("x", Kind.WHOLE), f"{value}.5")
