"""Names of sheets, numbers, dates and heights of rows."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook  # noqa: TID253 - what is tested writes with it

from customs_app.domain.job import no_progress
from customs_app.domain.text import Language, Text
from customs_app.language.words import words
from customs_app.reports.workbook.meter import Meter
from customs_app.reports.workbook.names import LONGEST, SheetNames
from customs_app.reports.workbook.page import Column, Page, width, wrapped
from customs_app.reports.workbook.styles import Kind, Styles
from customs_app.reports.workbook.texts import day_or_text, said

EN = words(Language.EN)


def _page(language: Language = Language.EN) -> Page:
    book = Workbook()
    return Page(book.active, Styles(book, language), words(Language.EN), Meter(no_progress, 10))


def test_sheet_names_are_cut_cleaned_and_numbered():
    names = SheetNames()
    assert names.name("UZ [Uzbekistan]/a:b?") == "UZ Uzbekistan a b"
    assert names.name("x" * 40) == "x" * LONGEST
    assert names.name("X" * 40) == "X" * (LONGEST - 4) + " (2)"
    assert names.name("History") == "History (2)"
    assert names.name("'quoted'") == "quoted"
    assert names.name("") == "-"


@given(st.lists(st.text(max_size=50), max_size=12))
def test_any_names_become_legal_and_different(wanted: list[str]):
    names = SheetNames()
    given_ = [names.name(name) for name in wanted]
    assert len({name.casefold() for name in given_}) == len(given_)
    for name in given_:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        assert not name.endswith("'")


@pytest.mark.parametrize(
    ("value", "format_"),
    [
        (3, "#,##0"),
        (3.0, "#,##0"),
        (2.5, "#,##0.0"),
        (0.25, "#,##0.00"),
        (0.125, "#,##0.000"),
        (1 / 60, "#,##0.000"),
        (100 / 3, "#,##0.00"),
    ],
)
def test_numbers_show_as_many_decimals_as_they_need(value: float, format_: str):
    page = _page()
    page.put(1, value)
    assert page.sheet["A1"].value == value
    assert page.sheet["A1"].number_format == format_


@pytest.mark.parametrize(
    ("language", "format_"),
    [
        (Language.EN, "d\\ mmm\\ yyyy"),
        (Language.RU, "dd\\.mm\\.yyyy"),
        (Language.ZH, 'yyyy"年"m"月"d"日"'),
    ],
)
def test_dates_are_real_and_stand_as_the_language_writes_them(language: Language, format_: str):
    page = _page(language)
    page.put(1, datetime.date(2026, 9, 29))
    assert page.sheet["A1"].is_date
    assert page.sheet["A1"].number_format == format_


def test_font_is_one_that_office_machines_have():
    for language, font in ((Language.EN, "Arial"), (Language.RU, "Arial"), (Language.ZH, "Microsoft YaHei")):
        page = _page(language)
        page.put(1, "text")
        assert page.sheet["A1"].font.name == font


def test_columns_are_as_wide_as_their_contents_within_bounds():
    page = _page()
    columns = (Column("A", 5, 20), Column("B", 5, 20), Column("C", 5, 20))
    page.head(columns)
    page.rows(columns, [("x", "y" * 12, "word " * 30)])
    page.settle()
    widths = [page.sheet.column_dimensions[letter].width for letter in "ABC"]
    assert widths == [5, 14, 20]


def test_rows_are_as_high_as_their_longest_text():
    page = _page()
    columns = (Column("A", 5, 20), Column("B", 5, 20))
    page.head(columns)
    page.rows(
        columns, [("short", "short"), ("word " * 30, "short"), ("a\nb\nc", "short"), ("x " * 9_000, "y")]
    )
    page.settle()
    one, many, three, most = (page.sheet.row_dimensions[row].height for row in (2, 3, 4, 5))
    assert one < 17 < three < many
    assert many > 6 * (one - 4)
    assert most == 409


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 10, 1),
        ("word", 10, 1),
        ("two words", 9, 1),
        ("two words", 8, 2),
        ("averyverylongword", 6, 3),
        ("海关检查单证和货物", 9, 2),
        ("a bb ccc dddd", 4, 3),
    ],
)
def test_lines_of_a_text_in_a_cell(text: str, room: float, lines: int):
    assert wrapped(text, room) == lines


def test_chinese_signs_are_twice_as_wide():
    assert width("海关 ab") == 7


def test_text_without_a_translation_says_so():
    ru = words(Language.RU)
    assert said(Text("Step", "Шаг"), ru) == "Шаг"
    assert said(Text("Step"), ru) == "Step [EN]"
    assert said(Text("Step"), EN) == "Step"
    assert said(None, ru) is None


def test_a_day_that_is_none_stays_a_text():
    assert day_or_text("2026-11-24T10:00:00Z") == datetime.date(2026, 11, 24)
    assert day_or_text("archived copy") == "archived copy"
    assert day_or_text(None) is None


def test_text_too_long_says_how_long_it_was():
    page = _page()
    page.put(1, "x" * 40_000, Kind.TEXT)
    assert page.sheet["A1"].value.endswith(" [cut: the text has 40,000 characters]")
    assert len(page.sheet["A1"].value) == 32_767


def test_no_word_breaks_in_a_narrow_column_and_no_date_is_hidden():
    for language, narrowest in ((Language.EN, 13), (Language.RU, 12), (Language.ZH, 16)):
        book = Workbook()
        page = Page(book.active, Styles(book, language), words(language), Meter(no_progress, 10))
        columns = (Column("Личные посещения", 4, 5), Column("T", 4, 6), Column("D", 4, 5, Kind.DATE))
        page.head(columns)
        page.rows(columns, [(1, "заблаговременно, всегда", datetime.date(2026, 11, 24))])
        page.settle()
        wide = book.active.column_dimensions
        assert wide["A"].width > len("посещения") * 1.1
        assert wide["B"].width > len("заблаговременно,")
        assert wide["C"].width >= narrowest


def test_a_very_long_word_widens_no_column():
    page = _page()
    columns = (Column("T", 4, 6),)
    page.head(columns)
    page.rows(columns, [("https://example.org/" + "x" * 90,)])
    page.settle()
    assert page.sheet.column_dimensions["A"].width == 6
