"""Amounts of several currencies in one, through dated exchange rates."""

from collections.abc import Mapping, Sequence

from customs_app.domain.figures import Money
from customs_app.domain.record import record
from customs_app.domain.reference import ExchangeRate

USD = "USD"


@record(frozen=True, slots=True)
class Converted:
    """What amounts come to in one currency, what stays apart, and through which rates.

    `total` is None where no amount could be converted. `left` holds the amounts without a rate, in
    their own currencies, one sum per currency. `rates` are those used; `dates` their days (ISO 8601),
    earliest first.
    """

    total: Money | None
    left: tuple[Money, ...]
    rates: tuple[ExchangeRate, ...] = ()

    @property
    def dates(self) -> tuple[str, ...]:
        """Days of the rates used, each once, earliest first."""
        return tuple(sorted({rate.date for rate in self.rates}))


def convert(amounts: Sequence[Money], into: str, rates: Mapping[str, ExchangeRate]) -> Converted:
    """Amounts added up in the currency `into` (ISO 4217), by way of the US dollar.

    `rates` has currencies as keys, in units per dollar; the dollar itself needs none. Amounts that
    already stand in `into` need no rate. Amounts without a usable rate stay apart.
    """
    total: float | None = None
    left: dict[str, float] = {}
    used: dict[str, ExchangeRate] = {}
    for amount in amounts:
        way = _way(amount.currency, into, rates)
        if way is None:
            left[amount.currency] = left.get(amount.currency, 0.0) + amount.amount
            continue
        value = amount.amount
        if amount.currency != into:
            value = value / _per_usd(amount.currency, rates) * _per_usd(into, rates)
        total = (total or 0.0) + value
        used.update({rate.currency: rate for rate in way})
    return Converted(
        Money(total, into) if total is not None else None,
        tuple(Money(amount, currency) for currency, amount in left.items()),
        tuple(used.values()),
    )


def _way(from_: str, into: str, rates: Mapping[str, ExchangeRate]) -> tuple[ExchangeRate, ...] | None:
    """The rates by which one currency becomes another; None where one of them is missing."""
    if from_ == into:
        return ()
    needed = [currency for currency in (from_, into) if currency != USD]
    if any(currency not in rates or rates[currency].units_per_usd <= 0 for currency in needed):
        return None
    return tuple(rates[currency] for currency in needed)


def _per_usd(currency: str, rates: Mapping[str, ExchangeRate]) -> float:
    return 1.0 if currency == USD else rates[currency].units_per_usd
