"""Comparison and findings as CSV say what the same commands say as JSON."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from customs_app.cli import main
from customs_app.cli.csv_out import amounts, write_csv
from customs_app.domain.figures import Money

COMPARE = ("--regime", "import", "--mode", "road", "--countries", "KZ,UZ")
FINDINGS = ("--regime", "import", "--countries", "UZ")


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def number(text: str) -> float | None:
    return float(text) if text else None


def both(
    command: str, file: Path, out: Path, capsys: pytest.CaptureFixture[str], *asked: str
) -> tuple[Any, list[dict[str, str]]]:
    assert main([command, str(file), *asked, "--json", "--csv", str(out)]) == 0
    printed = capsys.readouterr()
    assert str(out) in printed.err
    return json.loads(printed.out), read(out)


def test_a_comparison_has_a_row_for_each_cell(
    starting_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told, rows = both("compare", starting_file, tmp_path / "c.csv", capsys, *COMPARE, "--lang", "ru")
    cells = {
        (row["activity"], country): cell for row in told["rows"] for country, cell in row["cells"].items()
    }
    assert [(row["activity"], row["country"]) for row in rows] == list(cells)
    for row in rows:
        cell = cells[row["activity"], row["country"]]
        assert row["steps"].split(";") == cell["steps"]
        assert set(filter(None, row["steps_in_case"].split(";"))) <= set(cell["steps"])
        assert [number(row[name]) for name in ("time_min_h", "time_typ_h", "time_max_h")] == [
            cell[name] for name in ("time_min_h", "time_typ_h", "time_max_h")
        ]
        costs = [one.split(" ") for one in row["cost"].split(";") if one]
        assert [(float(amount), currency) for amount, currency in costs] == [
            (one["amount"], one["currency"]) for one in cell["cost"] or ()
        ]
        assert (row["channel"] or None) == cell["channel"]
        assert row["procedure"] == told["totals"][row["country"]]["procedure"]
    assert {row["regime"] + row["mode"] + row["case"] for row in rows} == {"importroadbase"}
    # Unknown is empty, never zero.
    assert any(row["time_typ_h"] == "" for row in rows)
    assert any("а" <= char <= "я" for char in rows[0]["activity_name"].lower())


def test_findings_have_a_row_each(
    starting_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told, rows = both("findings", starting_file, tmp_path / "f.csv", capsys, *FINDINGS)
    assert len(rows) == len(told) > 0
    for row, one in zip(rows, told, strict=True):
        assert [row[name] for name in ("rule", "country", "procedure", "confidence", "key")] == [
            one[name] for name in ("rule", "country", "procedure", "confidence", "key")
        ]
        assert [part for part in row["steps"].split(";") if part] == one["steps"]
        assert row["summary"].lstrip("'") == one["summary"]
        hours = one["saving"]["hours"] or {"min": None, "typ": None, "max": None}
        found = [number(row[f"saving_{end}_h"]) for end in ("min", "typ", "max")]
        assert found == [None if one is None else round(one, 6) for one in hours.values()]
        assert number(row["saving_documents"]) == one["saving"]["documents"]


def test_a_file_alone_prints_nothing_but_its_name(
    starting_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "f.csv"
    assert main(["findings", str(starting_file), *FINDINGS, "--rule", "R01", "--csv", str(out)]) == 0
    assert capsys.readouterr().out.splitlines() == [f"Written: {out}"]


def test_a_pair_has_no_csv(starting_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pair = ("--pair", "KZ-P-import-road,UZ-P-import-road", "--csv", str(tmp_path / "p.csv"))
    assert main(["compare", str(starting_file), *pair]) == 2
    assert "--csv" in capsys.readouterr().err
    assert not (tmp_path / "p.csv").exists()


def test_no_cell_becomes_a_formula_and_unknown_stays_empty(tmp_path: Path) -> None:
    write_csv(tmp_path / "x.csv", ("a", "b", "c"), [{"a": "=1+1", "b": None, "c": ("x", "y")}])
    assert read(tmp_path / "x.csv") == [{"a": "'=1+1", "b": "", "c": "x;y"}]


def test_amounts_of_different_currencies_stay_apart() -> None:
    assert amounts((Money(12.5, "USD"), Money(0.1 + 0.2, "KZT"))) == ("12.5 USD", "0.3 KZT")
