"""Workbooks that are not taken, and what is said of them."""

import datetime as dt
import shutil
import struct
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook  # noqa: TID253 - what an office does
from openpyxl.worksheet.formula import ArrayFormula  # noqa: TID253

from customs_app.catalogue.file import open_catalogue
from customs_app.domain.errors import InputError
from customs_app.domain.text import Language
from customs_app.exchange.country_folder import plan_import
from customs_app.exchange.office_workbook.export import export_workbook


@pytest.fixture(scope="module")
def stored(starting_file):
    with open_catalogue(starting_file, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def exported(stored, tmp_path_factory) -> Path:
    return export_workbook(stored, "TJ", tmp_path_factory.mktemp("out") / "tj.xlsx", Language.EN)


def refused(stored, path: Path) -> list[str]:
    with pytest.raises(InputError) as caught:
        plan_import(stored, [path])
    assert str(caught.value.message).startswith("Nothing was imported")
    return [str(problem) for problem in caught.value.problems]


def rewritten(exported: Path, path: Path, change) -> Path:
    """A copy of the workbook with its parts changed: `change` takes name and bytes and gives bytes."""
    with zipfile.ZipFile(exported) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(part, old.read(part)))
    return path


def test_every_cell_that_is_no_value_is_named(stored, exported, tmp_path):
    book = load_workbook(exported)
    steps = next(sheet for sheet in book if sheet["A1"].value == "steps.id")
    place = {cell.value.removeprefix("steps."): cell.column for cell in steps[1]}
    letter = {name: steps.cell(1, at).column_letter for name, at in place.items()}
    bad = {
        "title_en": "=A3",
        "title_ru": ArrayFormula("F4:F4", "=A4"),
        "note": "#REF!",
        "time_min_h": dt.datetime(2026, 5, 1),
        "time_typ_h": "1.234,5",
        "channel": "by pigeon",
        "activity": "XXX-99",
        "visits": 1.5,
        "cost_currency": "tenge",
        "locator": True,
        "cost_amount": -4,
        "legal_basis": dt.time(1, 30),
    }
    for row, (name, value) in enumerate(bad.items(), 3):
        steps.cell(row, place[name]).value = value
    steps["A20"].value = steps["A21"].value
    steps["B25"].value = None
    agencies = next(sheet for sheet in book if sheet["A1"].value == "agencies.id")
    agencies.merge_cells("B4:C6")
    procedures = next(sheet for sheet in book if sheet["A1"].value == "procedures.id")
    procedures["N5"].value = 46350
    heads = [cell.value for cell in procedures[1]]
    as_of = procedures.cell(6, heads.index("procedures.as_of") + 1)
    as_of.value = "01/02/2026"
    copied = book.copy_worksheet(next(sheet for sheet in book if sheet["A1"].value == "sources.id"))
    copied.title = "Copy"
    book.save(tmp_path / "tj.xlsx")
    said = refused(stored, tmp_path / "tj.xlsx")
    for row, name in enumerate(bad, 3):
        where = f"tj.xlsx/Steps, row {row}, column {letter[name]} ({name})"
        other = f"tj.xlsx/Steps, row {row}, column {name}: a code"
        assert any(line.startswith((where, other)) for line in said), (name, said)
    together = "\n".join(said)
    assert "found a formula" in together
    assert "the error #REF!" in together
    assert "found the date or time 2026-05-01" in together
    assert "the logical value TRUE" in together
    assert "id that no other row has, but row 20 has the same" in together
    assert f"row 25, column {letter['procedure_id']} (procedure_id): a value, found an empty cell" in together
    assert "tj.xlsx/Agencies, row 4, column B: cells that stand by themselves; B4:C6 is merged" in together
    assert "a date such as 2026-11-24, or a year, found “01/02/2026”" in together
    assert "tj.xlsx/Copy: one sheet for each kind; “Sources” holds the same kind" in together


def test_other_files_are_no_workbook_of_ours(stored, exported, tmp_path):
    text = tmp_path / "text.xlsx"
    text.write_text("no archive", encoding="utf-8")
    assert "an Excel workbook (.xlsx) that can be read" in refused(stored, text)[0]
    assert "an Excel workbook" in refused(stored, tmp_path / "missing.xlsx")[0]
    cut = tmp_path / "cut.xlsx"
    cut.write_bytes(exported.read_bytes()[:-2000])
    assert "an Excel workbook" in refused(stored, cut)[0]
    book = load_workbook(exported)
    book["customs-app"]["B1"] = 2
    book.save(tmp_path / "later.xlsx")
    assert "one of a later release" in refused(stored, tmp_path / "later.xlsx")[0]
    book["customs-app"]["B1"], book["customs-app"]["B2"] = 1, "ZZ"
    book.save(tmp_path / "nowhere.xlsx")
    assert any("a country of the reference list" in one or "folder named by a country" in one
               for one in refused(stored, tmp_path / "nowhere.xlsx"))  # fmt: skip
    book.remove(book["customs-app"])
    book.save(tmp_path / "bare.xlsx")
    assert "the hidden sheet “customs-app”" in refused(stored, tmp_path / "bare.xlsx")[0]


def test_a_sheet_that_is_no_xml_is_refused(stored, exported, tmp_path):
    path = rewritten(
        exported, tmp_path / "x.xlsx", lambda name, data: data[:-40] if "sheet5" in name else data
    )
    (said,) = refused(stored, path)
    assert said.startswith("x.xlsx: an Excel workbook (.xlsx) that can be read (")


def test_a_zip_bomb_is_refused_before_it_is_unpacked(stored, exported, tmp_path):
    path = Path(shutil.copy(exported, tmp_path / "bomb.xlsx"))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/zeros.bin", bytes(8 << 20))
    assert "unpacks to far more than its size" in refused(stored, path)[0]
    # A directory that promises more than anybody has is enough: no such part need be there.
    huge = tmp_path / "huge.xlsx"
    data = bytearray(path.read_bytes())
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 3_000_000_000)
    huge.write_bytes(data)
    assert "at most 64 MiB when unpacked" in refused(stored, huge)[0]


@pytest.mark.parametrize(
    "head",
    [
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        b'<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd">',
        b'<?xml version="1.0" encoding="cp037"?>',
        b"\xff\xfe",
    ],
)
def test_declared_entities_and_odd_encodings_are_refused(stored, exported, tmp_path, head):
    def change(name: str, data: bytes) -> bytes:
        return head + data[data.index(b"<workbook") :] if name == "xl/workbook.xml" else data

    path = rewritten(exported, tmp_path / "x.xlsx", change)
    assert refused(stored, path) == [
        "x.xlsx: plain parts in UTF-8 without declarations of types or entities; “xl/workbook.xml” is none"
    ]


def test_rows_far_apart_and_links_to_other_files_do_no_harm(stored, exported, tmp_path):
    def change(name: str, data: bytes) -> bytes:
        if not name.endswith("sheet5.xml"):
            return data
        far = b'<row r="999999999"><c r="A1048576" t="n"/></row></sheetData>'
        return data.replace(b"</sheetData>", far)

    path = rewritten(exported, tmp_path / "x.xlsx", change)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/externalLinks/externalLink1.xml", b"<externalLink/>")
    assert plan_import(stored, [path]).tables == ()
