"""Amounts of a pair in one currency, with the dated rates by which they became so."""

from collections.abc import Sequence

from customs_app.analysis.counting import counted_costs
from customs_app.analysis.money import USD, convert
from customs_app.domain.figures import Money
from customs_app.domain.reference import ExchangeRate, Reference
from customs_app.language.labels import rate_label
from customs_app.language.numbers import money, number, said_day
from customs_app.language.words import Words
from customs_app.reports.pair.answer import Side


def converted_lines(
    pairs: Sequence[tuple[Side, Sequence[str]]], reference: Reference, words: Words
) -> tuple[str, ...]:
    """Each amount of the steps (ids) of both sides in US dollars, then the rates with day and source.

    Empty where nothing needs converting: all amounts stand in one currency.
    """
    amounts = [amount for side, ids in pairs for amount in _amounts(side, ids)]
    if len({amount.currency for amount in amounts}) < 2:
        return ()
    lines, used = [], {}
    for amount in dict.fromkeys(amounts):
        found = convert([amount], USD, reference.rates)
        shown = money(amount, words.language)
        if found.total is None:
            lines.append(words.text("{amount}: no dated rate, it stays as it is", amount=shown))
        elif amount.currency != USD:
            lines.append(f"{shown} ≈ {money(found.total, words.language)}")
        used.update({rate.currency: rate for rate in found.rates})
    return (*lines, *(_rate(rate, reference, words) for rate in used.values()))


def _amounts(side: Side, ids: Sequence[str]) -> list[Money]:
    costs = counted_costs(side.numbered, side.numbered.steps)
    found = (costs[one].recorded for one in ids if one in costs)
    return [amount for amount in found if amount is not None]


def _rate(rate: ExchangeRate, reference: Reference, words: Words) -> str:
    parts = [
        words.text(
            "1 USD = {units} {currency}",
            units=number(rate.units_per_usd, words.language, 4),
            currency=rate.currency,
        ),
        said_day(rate.date, words.language),
        rate_label(rate.kind, words),
    ]
    source = reference.sources.get(rate.source_id or "")
    if source is not None:
        parts.append(source.title)
    return " · ".join(parts)
