"""From which distance on times and costs count as different."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from customs_app.analysis.money import USD, convert
from customs_app.domain.figures import Money
from customs_app.domain.reference import ExchangeRate

MATTERS = 1.2
"""A time or fee usually counts as different where it is more than this many times another."""


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How many times another figure a time or a cost may be and still count as equal to it: 1.2 is 20 %."""

    time: float = MATTERS
    cost: float = MATTERS


USUAL = Tolerance()
CHOICES = (1.0, 1.1, MATTERS, 1.5, 2.0, 3.0)
"""What an official may choose from: exactly equal, within 10 %, 20 %, 50 %, up to twice, up to thrice."""


def apart(values: Sequence[float], times: float = MATTERS) -> bool:
    """Whether the greatest is more than so many times the least; False for fewer than two."""
    return len(values) > 1 and max(values) > times * min(values)


def money_apart(amounts: Iterable[Money], times: float, rates: Mapping[str, ExchangeRate]) -> bool:
    """Whether amounts are apart: across currencies by dated rates, and always where one has no rate."""
    every = tuple(amounts)
    if len({money.currency for money in every}) <= 1:
        return apart([money.amount for money in every], times)
    converted = [convert((money,), USD, rates).total for money in every]
    known = [money.amount for money in converted if money is not None]
    return len(known) < len(converted) or apart(known, times)
