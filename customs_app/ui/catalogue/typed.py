"""Figures as an official types them into a cell, and back.

The same signs are read that the table shows: `168`, `2 – 4`, `2 – 3 – 4`, `≤ 24`, `[150]`, `2 lead`,
`63 USD`, `[242 USD]`, `7 %`; an empty cell or `?` is unknown.
"""

import re

from customs_app.domain.codes import CostKind, TimeKind
from customs_app.domain.errors import InputError
from customs_app.domain.figures import CostFigure, Range, TimeFigure
from customs_app.domain.text import Language, Message
from customs_app.language.numbers import number, read_number

Values = dict[str, str | float | int | None]
"""Columns of steps.csv and what they are to hold; None empties one."""

_LEAD_WORDS = ("lead", "заранее", "提前")
_NUMBER = re.compile(r"\d[\d\s.,]*")
_CURRENCY = re.compile(r"[A-Z]{3}")
_UNKNOWN_TIME: Values = {
    "time_min_h": None, "time_typ_h": None, "time_max_h": None, "time_kind": None, "time_covers": None,
}  # fmt: skip
_UNKNOWN_COST: Values = {
    "cost_amount": None, "cost_currency": None, "cost_basis": None, "cost_kind": None, "cost_covers": None,
}  # fmt: skip


def read_time(text: str, was: TimeFigure, language: Language) -> Values:
    """The time columns that a typed time asks for, in hours; an aggregate keeps what it covers.

    Raises InputError where the text is no time.
    """
    plain = text.strip().casefold()
    if plain in ("", "?"):
        return dict(_UNKNOWN_TIME)
    lead = any(word in plain for word in _LEAD_WORDS)
    limit = plain.startswith(("≤", "<"))
    ends = _ends(text, language)
    if lead:
        return _time(Range(min=ends[0], max=ends[-1] if len(ends) > 1 else None), TimeKind.LEAD)
    if limit:
        if len(ends) > 1:
            raise InputError(Message("a limit is one number, such as ≤ 24"))
        return _time(Range(max=ends[0]), TimeKind.LIMIT)
    aggregate = plain.startswith("[")
    kind = TimeKind.AGGREGATE if aggregate else TimeKind.DURATION
    values = _time(_range(ends), kind)
    if aggregate and was.kind is TimeKind.AGGREGATE:
        del values["time_covers"]
    return values


def read_cost(text: str, was: CostFigure, language: Language) -> Values:
    """The cost columns that a typed cost asks for; a band stays a band, the basis stays.

    Raises InputError where the text is no amount, or names no currency.
    """
    plain = text.strip()
    if plain in ("", "?"):
        return dict(_UNKNOWN_COST)
    found = _NUMBER.search(plain)
    if found is None:
        raise InputError(Message("write an amount with its currency, such as 63 USD"))
    amount = read_number(found.group().strip(" .,"), language)
    if "%" in plain:
        return _cost(amount, None, CostKind.RATE)
    currency = _CURRENCY.search(plain.upper().replace(found.group().upper(), " "))
    if currency is None:
        raise InputError(Message("write the currency as three letters, such as 63 USD"))
    if plain.startswith("["):
        values = _cost(amount, currency.group(), CostKind.AGGREGATE)
        if was.kind is CostKind.AGGREGATE:
            del values["cost_covers"]
        return values
    kind = CostKind.BAND if was.kind is CostKind.BAND else CostKind.FEE
    return _cost(amount, currency.group(), kind)


def typed_time(time: TimeFigure, language: Language) -> str:
    """A recorded time as it is offered for editing; empty where unknown."""
    hours = time.hours
    if not hours.known:
        return ""
    if time.kind is TimeKind.LIMIT and hours.min is None and hours.typ is None:
        return f"≤ {_end(hours.max, language)}"
    ends: tuple[float | None, ...]
    if hours.typ is None:
        lone_lead = time.kind is TimeKind.LEAD and hours.max is None
        ends = (hours.min,) if lone_lead else (hours.min, hours.max)
    else:
        lone = hours.min is None and hours.max is None
        ends = (hours.typ,) if lone else (hours.min, hours.typ, hours.max)
    text = " – ".join(_end(end, language) for end in ends).strip()
    if time.kind is TimeKind.LEAD:
        return f"{text} {_LEAD_WORDS[list(Language).index(language)]}"
    return f"[{text}]" if time.kind is TimeKind.AGGREGATE else text


def typed_cost(cost: CostFigure, language: Language) -> str:
    """A recorded cost as it is offered for editing; empty where unknown."""
    if cost.amount is None:
        return ""
    amount = number(cost.amount, language)
    if cost.kind is CostKind.RATE or cost.currency is None:
        return f"{amount} %"
    text = f"{amount} {cost.currency}"
    return f"[{text}]" if cost.kind is CostKind.AGGREGATE else text


def _end(value: float | None, language: Language) -> str:
    return "" if value is None else number(value, language, decimals=6)


def _ends(text: str, language: Language) -> list[float | None]:
    inner = text.strip().strip("[]≤<= ")
    for word in _LEAD_WORDS:
        inner = re.sub(word, "", inner, flags=re.IGNORECASE)
    if inner.startswith("-"):
        raise InputError(Message("hours cannot be below zero"))
    parts = [part.strip() for part in re.split(r"[–—-]", inner)]
    if len(parts) > 3 or not any(parts):
        raise InputError(Message("write hours such as 3, 2 – 4, 2 – 3 – 4, ≤ 24, [150] or 2 lead"))
    ends = [read_number(part, language) if part else None for part in parts]
    known = [end for end in ends if end is not None]
    if known != sorted(known):
        raise InputError(Message("the least comes first, then the typical, then the most"))
    return ends


def _range(ends: list[float | None]) -> Range:
    if len(ends) == 1:
        return Range(typ=ends[0])
    if len(ends) == 2:
        return Range(min=ends[0], max=ends[1])
    return Range(*ends)


def _time(hours: Range, kind: TimeKind) -> Values:
    return {
        "time_min_h": hours.min, "time_typ_h": hours.typ, "time_max_h": hours.max,
        "time_kind": kind.value, "time_covers": None,
    }  # fmt: skip


def _cost(amount: float, currency: str | None, kind: CostKind) -> Values:
    return {
        "cost_amount": amount, "cost_currency": currency, "cost_kind": kind.value, "cost_covers": None,
    }  # fmt: skip
