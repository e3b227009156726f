"""Days that may be none."""

from customs_app.domain.text import Language
from customs_app.language.numbers import said_day


def test_a_day_is_worded_and_anything_else_stays() -> None:
    assert said_day("2026-11-24", Language.EN) == "24 Nov 2026"
    assert said_day("spring 2026", Language.EN) == "spring 2026"
