"""Moments of the catalogue (UTC, ISO 8601) by the clock of this machine, as people in the room read them."""

from datetime import date, datetime

from customs_app.domain.text import Language
from customs_app.language.numbers import day


def clock(iso: str) -> str:
    """The time of day, as `11:42`."""
    return f"{_here(iso):%H:%M}"


def local_day(iso: str, language: Language) -> str:
    """The day on which it was here, as the language writes it."""
    return day(local_date(iso).isoformat(), language)


def moment(iso: str, language: Language) -> str:
    """The day and the time of day, as `24 Nov 2026, 11:42`."""
    return f"{local_day(iso, language)}, {clock(iso)}"


def local_date(iso: str) -> date:
    """The day on which it was here."""
    return _here(iso).date()


def same_day(one: str, other: str) -> bool:
    """Whether two moments were on one day here."""
    return local_date(one) == local_date(other)


def zone(iso: str) -> str:
    """How far the clock of this machine stood from universal time at that moment, as `UTC+05:00`."""
    return f"UTC{_here(iso).isoformat()[-6:]}"


def _here(iso: str) -> datetime:
    return datetime.fromisoformat(iso.replace("Z", "+00:00")).astimezone()
