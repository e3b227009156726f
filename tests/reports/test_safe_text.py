"""Hostile and odd texts through the one place that writes text into cells."""

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook  # noqa: TID253 - what is tested writes with it
from python_calamine import CalamineWorkbook

from customs_app.reports.safe_text import CELL_LIMIT, clean_text, one_line, put_text


def _saved(*texts: str) -> io.BytesIO:
    book = Workbook()
    for row, text in enumerate(texts, 1):
        put_text(book.active.cell(row, 1), text)
    file = io.BytesIO()
    book.save(file)
    file.seek(0)
    return file


def _read_back(*texts: str) -> list[str]:
    # A last row keeps the sheet from ending where texts are empty.
    sheet = CalamineWorkbook.from_filelike(_saved(*texts, "end")).get_sheet_by_index(0)
    return [row[0] for row in sheet.to_python(skip_empty_area=False)][:-1]


HOSTILE = [
    '=HYPERLINK("http://example.org","x")',
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "#N/A",
    "#REF!",
    "<b>bold</b>",
    "a & b",
    "'quoted",
    "_x0041_",
    "_x000D_",
    "_x005F_x0041_",
    " spaces around ",
    "two\nlines",
    "tab\there",
    "2026-01-01",
    "1e5",
    "TRUE",
    "گمرک जमारत 海关 Тоҷикистон 😀",
]


def test_hostile_texts_read_back_as_themselves():
    assert _read_back(*HOSTILE) == HOSTILE


def test_hostile_texts_are_no_formulas_errors_or_links():
    sheet = load_workbook(_saved(*HOSTILE)).active
    assert {cell.data_type for (cell,) in sheet.iter_rows()} == {"s"}
    assert all(cell.hyperlink is None for (cell,) in sheet.iter_rows())
    starts_live = [cell.quotePrefix for (cell,) in sheet.iter_rows() if cell.value[0] in "=+-@#"]
    assert starts_live
    assert all(starts_live)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\x00b\x0bc\x1f", "abc"),
        ("a\ud800b", "ab"),
        ("\ufffe\uffffx\x7f\x9f", "x"),
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_what_cannot_be_printed_is_dropped(text: str, clean: str):
    assert clean_text(text) == clean
    assert _read_back(text) == [clean]


def test_one_line():
    assert one_line(" a\n\n b\t\x00c ") == "a b c"


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_any_text_reads_back_clean(text: str):
    assert _read_back(text) == [clean_text(text)]


@given(st.text(alphabet="_x05FAf41", min_size=1))
def test_escapes_of_the_format_are_no_escapes(text: str):
    assert _read_back(text) == [text]


def test_text_too_long_is_cut_with_a_note():
    text = "я" * 40_000
    (kept,) = _read_back(text)
    assert kept == "я" * (CELL_LIMIT - 4) + " […]"
    sheet = load_workbook(_saved(text)).active
    assert len(sheet["A1"].value) == CELL_LIMIT


def test_text_that_just_fits_is_whole():
    text = "x" * CELL_LIMIT
    assert _read_back(text) == [text]


def test_cut_counts_signs_outside_the_basic_plane_twice():
    (kept,) = _read_back("😀" * 20_000)
    assert kept == "😀" * ((CELL_LIMIT - 4) // 2) + " […]"


def test_cut_does_not_halve_an_escape():
    for lead in range(8):
        (kept,) = _read_back("y" * lead + "_x0041_" * 5_000)
        assert kept.endswith(" […]")
        assert re.fullmatch(r"y*(_x0041_)*(_(x(0(0(41?)?)?)?)?)?", kept.removesuffix(" […]"))


def test_own_note_stands_at_the_cut():
    book = Workbook()
    put_text(book.active["A1"], "x" * 50_000, cut_note=" [cut: 50,000 characters]")
    assert book.active["A1"].value.endswith("xx [cut: 50,000 characters]")
