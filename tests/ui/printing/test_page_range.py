"""Pages as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_app.domain.errors import InputError
from customs_app.ui.printing.page_range import as_text, pages_of


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("1-3, 5", (0, 1, 2, 4)),
        ("5;2–3 ", (1, 2, 4)),
        ("2 - 3 9", (1, 2, 8)),
        ("-2", (0, 1)),
        ("9-", (8, 9)),
        ("1、3，3", (0, 2)),
        ("10", (9,)),
    ],
)
def test_pages_are_read(text: str, pages: tuple[int, ...]) -> None:
    assert pages_of(text, 10) == pages


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "Which pages"),
        (" , ", "Which pages"),
        ("0", "no page"),
        ("-", "no page"),
        ("3-1", "no page"),
        ("a-b", "no page"),
        ("1-3x", "no page"),
        ("11", "There is no page 11: the last is 10"),
        ("4-12", "There is no page 12"),
        ("11-", "no page"),
    ],
)
def test_what_is_no_page_is_named(text: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        pages_of(text, 10)


@given(st.sets(st.integers(0, 299), min_size=1))
def test_pages_are_written_as_they_are_read(pages: set[int]) -> None:
    wanted = tuple(sorted(pages))
    assert pages_of(as_text(wanted), 300) == wanted
