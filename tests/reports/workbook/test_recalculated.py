"""Another office program calculates the formulas anew: what it finds is what is stored beside them."""

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook  # noqa: TID253 - what is tested writes with it

from tests.reports.workbook.conftest import Written

_STORED = re.compile(rb"(</f>)<v>.*?</v>")
_ERRORS = ("#", "Err:")


def _without_values(path: Path, out: Path) -> None:
    """The same workbook in which no formula has a value, so that it has to be calculated."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, _STORED.sub(rb"\1", data) if "worksheets/sheet" in name else data)


def _values(path: Path) -> dict[tuple[str, str], object]:
    """Sheets and cells with a formula -> the value stored beside it."""
    with_formulas, with_values = load_workbook(path), load_workbook(path, data_only=True)
    return {
        (sheet.title, cell.coordinate): with_values[sheet.title][cell.coordinate].value
        for sheet in with_formulas
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_libreoffice_finds_the_values_that_are_stored(filled: Written, tmp_path: Path):
    bare, folder = tmp_path / "bare.xlsx", tmp_path / "out"
    _without_values(filled.path, bare)
    stored = _values(filled.path)
    assert None not in stored.values()
    assert set(_values(bare).values()) == {None}
    done = subprocess.run(
        [
            *("soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"),
            *("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder), str(bare)),
        ],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = _values(folder / "bare.xlsx")
    assert found.keys() == stored.keys()
    assert len(stored) > 300
    wrong = {}
    for place, value in stored.items():
        calculated = found[place]
        assert not str(calculated).startswith(_ERRORS), place
        same = calculated == (pytest.approx(value) if isinstance(value, int | float) else value)
        if not same:
            wrong[place] = (value, calculated)
    assert not wrong


def test_changed_term_changes_the_total(filled: Written, tmp_path: Path):
    """The totals look at the cells that are filled in: their formulas name the very columns."""
    book = load_workbook(filled.path)
    names = {name: one.attr_text for name, one in book.defined_names.items()}
    heads = {cell.value: cell.column_letter for cell in book["Measures"][3]}
    for name, head in (
        ("measure_cost", "Cost of the change"),
        ("measure_currency", "Currency"),
        ("measure_funds", "Source of funds"),
        ("measure_body", "Responsible body"),
        ("measure_due", "Term: day"),
        ("measure_months", "or months after adoption"),
        ("measure_verdict", "Verdict"),
    ):
        letter, last = heads[head], book["Measures"].max_row
        assert names[name] == f"'Measures'!${letter}$4:${letter}${last}"
    formulas = [
        str(cell.value)
        for row in book["Totals and savings"].iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    for name in names:
        if name.startswith(("measure_", "act_", "position_")):
            assert any(re.search(rf"\b{name}\b", formula) for formula in formulas), name
