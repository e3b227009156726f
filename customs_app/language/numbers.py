"""Numbers, ranges, money and dates in the form of a language."""

import re
from datetime import date

from customs_app.domain.errors import InputError
from customs_app.domain.figures import Money, Range
from customs_app.domain.text import Language, Message

_GROUP = {Language.EN: ",", Language.RU: "\u00a0", Language.ZH: ","}
_POINT = {Language.EN: ".", Language.RU: ",", Language.ZH: "."}
_RU_MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
_EN_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def number(value: float, language: Language, decimals: int = 2) -> str:
    """A number with the language's separators, at most so many decimals, none that are zero.

    A value too small for the decimals keeps two significant digits rather than become zero.
    """
    plain = f"{value:,.{decimals}f}"
    if value and not plain.strip("-0.,"):
        plain = f"{value:.{2}g}" if abs(value) >= 1e-4 else f"{value:.8f}"
    whole, _, fraction = plain.partition(".")
    fraction = fraction.rstrip("0")
    grouped = whole.replace(",", _GROUP[language])
    return grouped + (_POINT[language] + fraction if fraction else "")


def read_number(text: str, language: Language) -> float:
    """A number not below zero as the language writes it.

    Raises InputError where it is none.
    """
    plain = re.sub(r"\s", "", text)
    if language is not Language.RU and re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", plain):
        plain = plain.replace(",", "")
    plain = plain.replace(",", ".")
    if not re.fullmatch(r"\d+(\.\d+)?", plain):
        raise InputError(Message("“{text}” is not a number", {"text": text}))
    return float(plain)


def span(values: Range, language: Language) -> str:
    """A range as `2 – 4`, one number where its ends are equal, `?` where nothing is known."""
    low = values.min if values.min is not None else values.typ
    high = values.max if values.max is not None else values.typ
    if low is None:
        return "?" if high is None else f"≤ {number(high, language)}"
    if high is None:
        return f"≥ {number(low, language)}"
    if number(low, language) == number(high, language):
        return number(low, language)
    return f"{number(low, language)} – {number(high, language)}"


def money(sum_: Money, language: Language) -> str:
    """An amount with its currency (ISO 4217)."""
    return f"{number(sum_.amount, language)}\u00a0{sum_.currency}"


def day(iso: str, language: Language) -> str:
    """A day (ISO 8601, a time after it is left out) as the language writes it."""
    when = date.fromisoformat(iso[:10])
    if language is Language.RU:
        return f"{when.day} {_RU_MONTHS[when.month - 1]} {when.year}"
    if language is Language.ZH:
        return f"{when.year}年{when.month}月{when.day}日"
    return f"{when.day} {_EN_MONTHS[when.month - 1]} {when.year}"


def said_day(text: str, language: Language) -> str:
    """A day as the language writes it, or the text as it stands where it is none."""
    try:
        return day(text, language)
    except ValueError:
        return text
