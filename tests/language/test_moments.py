"""Moments are told by the clock of the room, not by that of the file."""

import time
from collections.abc import Iterator

import pytest

from customs_app.domain.text import Language
from customs_app.language.moments import clock, local_day, same_day, zone


@pytest.fixture(autouse=True)
def tashkent(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine five hours ahead of universal time."""
    monkeypatch.setenv("TZ", "<+05>-5")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    "iso", ["2026-11-24T20:42:09Z", "2026-11-24T20:42:09+00:00", "2026-11-24T20:42:09.123Z"]
)
def test_a_late_evening_in_greenwich_is_the_next_day_here(iso: str) -> None:
    assert clock(iso) == "01:42"
    assert local_day(iso, Language.EN) == "25 Nov 2026"
    assert local_day(iso, Language.RU) == "25 ноября 2026"
    assert zone(iso) == "UTC+05:00"


def test_one_day_here_may_be_two_in_greenwich() -> None:
    assert same_day("2026-11-24T19:30:00Z", "2026-11-25T10:00:00Z")
    assert not same_day("2026-11-24T18:30:00Z", "2026-11-24T19:30:00Z")
