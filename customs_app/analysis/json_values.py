"""Figures for programs: numbers, lists and texts ready for json.dumps; unknown is None."""

from collections.abc import Iterable
from typing import Any

from customs_app.domain.figures import Coverage, Money, Range

Json = dict[str, Any]


def range_json(hours: Range | None) -> Json | None:
    """Keys: min, typ, max, in the unit of the range."""
    if hours is None:
        return None
    return {"min": number_json(hours.min), "typ": number_json(hours.typ), "max": number_json(hours.max)}


def money_json(amounts: Iterable[Money]) -> list[Json] | None:
    """Amounts with ISO currency, or None where none is known: an empty list would read as free."""
    return [amount_json(money) for money in amounts] or None


def amount_json(money: Money) -> Json:
    """Keys: amount, currency (ISO 4217)."""
    return {"amount": number_json(money.amount), "currency": money.currency}


def covered_json(coverage: Coverage) -> list[int]:
    """How many, and of how many."""
    return [coverage.n, coverage.of]


def number_json(value: float | None) -> float | None:
    """Without the last binary digits that a sum leaves: 0.02 h and 0.07 h are 0.09 h."""
    return None if value is None else round(value, 6)
