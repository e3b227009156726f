import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_app.catalogue.tables import LOCATION, PROCEDURE, STEP
from customs_app.domain.text import Message
from customs_app.exchange.cells import cell_text, cell_value, shortened


def worded(message):
    assert isinstance(message, Message)
    return message.sentence.format(**message.values)


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", 0.0), ("2.50", 2.5), ("1e3", 1000.0), ("+4", 4.0), ("-0", 0.0), ("", None)],
)
def test_numbers(text, value):
    read = cell_value(text, STEP.column("time_typ_h"))
    assert read == value
    assert read is None or (isinstance(read, float) and str(read) != "-0.0")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,5", "a number with a decimal point, such as 2.5, found “2,5”"),
        ("nan", "a number such as 2.5, found “nan”"),
        ("inf", "a number such as 2.5, found “inf”"),
        ("1e999", "a number such as 2.5, found “1e999”"),
        ("1_000", "a number such as 2.5, found “1_000”"),
        ("٣", "a number such as 2.5, found “٣”"),
        ("two", "a number such as 2.5, found “two”"),
        (" 2", "a number such as 2.5, found “ 2”"),
        ("-1", "zero or more, found “-1”"),
        ("1e16", "a number from 0.0 to 1000000000000000.0, found “1e16”"),
        ("2\0", "text, found a NUL byte in it"),
    ],
)
def test_no_numbers(text, expected):
    assert worded(cell_value(text, STEP.column("time_typ_h"))) == expected


def test_places_may_be_south_and_west():
    assert cell_value("-33.5", LOCATION.column("lat")) == -33.5
    assert worded(cell_value("91", LOCATION.column("lat"))) == "a number from -90 to 90, found “91”"


@pytest.mark.parametrize("text", ["1.0", "-1", "1e2", "x", "٣", "9" * 30])
def test_no_whole_numbers(text):
    assert worded(cell_value(text, STEP.column("seq"))).startswith("a whole number such as 3")


def test_codes():
    assert cell_value("paper", STEP.column("channel")) == "paper"
    assert "automatic" in str(cell_value("Paper", STEP.column("channel")))


def test_empty_where_a_value_must_be():
    assert worded(cell_value(" ", STEP.column("title_en"))) == "a value, found an empty cell"
    assert cell_value(" ", STEP.column("note")) == " "


def test_lists_lose_their_spaces_only():
    assert cell_value(" a ; b;", STEP.column("depends_on")) == "a;b"
    assert cell_value(" ; ", STEP.column("depends_on")) is None


def test_forms_of_text():
    assert "three capital letters" in str(cell_value("tenge", STEP.column("cost_currency")))
    assert "group:option" in str(cell_value("green", STEP.column("choice")))
    assert cell_value("corridor:green", STEP.column("choice")) == "corridor:green"


@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_back(text):
    assert cell_value(cell_text(text), PROCEDURE.column("note")) == text


@given(st.floats(min_value=0, max_value=1e15))
def test_any_number_comes_back(number):
    assert cell_value(cell_text(number), STEP.column("time_max_h")) == number


def test_numbers_have_no_more_digits_than_they_need():
    assert [cell_text(value) for value in (1.0, 0.1, 3, None, 256.2)] == ["1", "0.1", "3", "", "256.2"]


def test_found_text_is_shown_short_and_harmless():
    assert shortened("\x1b[31m" + "x" * 100) == "\ufffd[31m" + "x" * 35 + "…"
