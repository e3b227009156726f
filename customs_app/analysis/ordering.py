"""In which order countries stand side by side: as asked for, or by what may be set against each other."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from customs_app.analysis.compare import Comparison
from customs_app.analysis.like_for_like import LikeForLike
from customs_app.analysis.money import USD, convert
from customs_app.domain.figures import Money
from customs_app.domain.reference import ExchangeRate
from customs_app.domain.text import Message

NO_RATES = Message(
    "Countries are not ranked by cost: their fees are in currencies of which fewer than two have a rate."
)


class Order(StrEnum):
    """By what countries are ordered; time and cost are those of the like-for-like totals alone."""

    LIST = "list"
    TIME = "time"
    COST = "cost"


def why_not(alike: LikeForLike, order: Order, rates: Mapping[str, ExchangeRate]) -> Message | None:
    """Why countries cannot be ordered so; None where they can."""
    if order is Order.TIME:
        return alike.no_time
    if order is Order.COST:
        placed, _ = by_cost(alike, USD, rates)
        return alike.no_cost or (None if len(placed) > 1 else NO_RATES)
    return None


def by_time(alike: LikeForLike) -> tuple[str, ...]:
    """The countries from the quickest to the slowest over what all have a counted time for."""

    def hours(iso2: str) -> tuple[bool, float, float]:
        found = alike.elapsed[iso2]
        value = found.typ if found.typ is not None else found.max
        return value is None, value or 0.0, found.max or 0.0

    return tuple(sorted(alike.elapsed, key=hours))


def by_cost(
    alike: LikeForLike, currency: str, rates: Mapping[str, ExchangeRate]
) -> tuple[Mapping[str, Money], tuple[str, ...]]:
    """Countries with the sum of their like-for-like fees in a currency (ISO 4217), the cheapest first.

    Second, those of which some fee has no rate: they cannot be placed.
    """
    sums = {iso2: _sum(fees, currency, rates) for iso2, fees in alike.cost.items()}
    known = {iso2: money for iso2, money in sums.items() if money is not None}
    placed = dict(sorted(known.items(), key=lambda item: item[1].amount))
    return placed, tuple(iso2 for iso2 in sums if iso2 not in placed)


def in_order(comparison: Comparison, order: Order, rates: Mapping[str, ExchangeRate]) -> Comparison:
    """The comparison with its columns in an order; as it was where they cannot be ordered so."""
    alike = comparison.like_for_like
    if order is Order.LIST or why_not(alike, order, rates) is not None:
        return comparison
    if order is Order.TIME:
        return replace(comparison, countries=by_time(alike))
    placed, apart = by_cost(alike, USD, rates)
    return replace(comparison, countries=(*placed, *apart))


def _sum(fees: Sequence[Money], currency: str, rates: Mapping[str, ExchangeRate]) -> Money | None:
    one = convert(fees, currency, rates)
    return one.total if not one.left else None
