"""Texts in lines: nothing is lost, nothing is wider than its line."""

from hypothesis import given
from hypothesis import strategies as st

from customs_app.figures.measure import shipped_fonts
from customs_app.figures.wrapping import ELLIPSIS, Type, elide, wrap

TYPE = Type(11.0)
FONTS = shipped_fonts()
LETTERS = "\n\t\u00a0abcdefghij klmno  pqrs-tuvw/xyzАБВГД еёжз海关报关单，。（）《》,.;:!?"


def _plain(text: str) -> str:
    return "".join(text.split())


@given(st.text(LETTERS, max_size=80), st.floats(30, 300))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: float):
    wrapped = wrap(text, width, TYPE, FONTS)
    assert not wrapped.cut
    assert all(FONTS.width(line, 11) <= width + 0.001 for line in wrapped.lines)
    # A word may be broken with a hyphen, so hyphens are not counted.
    assert _plain("".join(wrapped.lines)).replace("-", "") == _plain(text).replace("-", "")


@given(st.text(LETTERS, min_size=1, max_size=80), st.floats(30, 300), st.integers(1, 4))
def test_what_is_cut_says_so(text: str, width: float, most: int):
    wrapped = wrap(text, width, TYPE, FONTS, most=most)
    assert len(wrapped.lines) <= most
    assert all(FONTS.width(line, 11) <= width + 0.001 for line in wrapped.lines)
    assert wrapped.cut == wrapped.lines[-1].endswith(ELLIPSIS)


@given(st.text(LETTERS, max_size=80), st.floats(20, 300))
def test_what_is_elided_fits(text: str, width: float):
    assert FONTS.width(elide(text, width, TYPE, FONTS), 11) <= width + 0.001


def test_a_number_is_never_broken_at_its_own_space():
    lines = wrap("до 1\u00a0234 часов", 40, TYPE, FONTS).lines
    assert lines == ("до", "1\u00a0234", "часов")
    assert wrap("海\u00a0关", 300, TYPE, FONTS).lines == ("海\u00a0关",)


def test_lines_of_a_source_are_no_lines_of_the_picture():
    assert wrap("red\ncorridor\t\n", 300, TYPE, FONTS).lines == ("red corridor",)
    assert elide("red\ncorridor", 300, TYPE, FONTS) == "red corridor"


def test_a_text_that_fits_stays_as_it_is():
    assert elide("abc", 300, TYPE, FONTS) == "abc"
    assert wrap("a b c", 300, TYPE, FONTS).lines == ("a b c",)


def test_chinese_breaks_anywhere_but_before_a_stop():
    assert wrap("海关报关单。海关", 57, TYPE, FONTS).lines == ("海关报关", "单。海关")


def test_a_word_that_no_line_holds_is_hyphenated():
    lines = wrap("Transportunternehmen", 60, TYPE, FONTS).lines
    assert len(lines) > 1
    assert all(line.endswith("-") for line in lines[:-1])


def test_no_letter_of_a_hyphenated_word_stands_alone():
    width = FONTS.width("грузовог-", 11) + 1
    assert wrap("грузового", width, TYPE, FONTS).lines == ("грузов-", "ого")
    assert all(len(line) > 2 for line in wrap("сельскохозяйственного", width, TYPE, FONTS).lines)


def test_words_may_end_after_a_stroke():
    assert wrap("border/port", FONTS.width("border/", 11) + 1, TYPE, FONTS).lines == ("border/", "port")
