import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_app.exchange.spreadsheet_text import guarded, unguarded

SIGNS = st.text(alphabet="'=+-@\t\r\n＝a ", max_size=6)


@given(st.one_of(st.text(), SIGNS))
def test_every_text_comes_back(text):
    assert unguarded(guarded(text)) == text


@given(SIGNS)
def test_no_guarded_text_is_live(text):
    assert guarded(text)[:1] not in set("=+-@\t\r\n＝")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ('=HYPERLINK("x")', '\'=HYPERLINK("x")'),
        ("'=1", "''=1"),
        ("'90s rules", "'90s rules"),
        ("– dash", "– dash"),
        ("", ""),
    ],
)
def test_only_live_text_gets_an_apostrophe(text, cell):
    assert guarded(text) == cell


def test_an_apostrophe_of_the_official_stays():
    assert unguarded("'90s rules") == "'90s rules"
