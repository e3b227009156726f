"""What stands beside a comparison, in words: the papers say it as the window does."""

import re
from collections.abc import Sequence

from customs_app.analysis.distance import Distances
from customs_app.analysis.indicators_beside import Figure, IndicatorRow
from customs_app.analysis.parcels import ParcelRow, Threshold
from customs_app.analysis.ranked import RankedDifference
from customs_app.analysis.tolerance import Tolerance
from customs_app.domain.figures import Money, Range
from customs_app.domain.reference import ExchangeRate, Reference
from customs_app.figures.figure_text import UNKNOWN
from customs_app.language.labels import label
from customs_app.language.numbers import money, number, said_day, span
from customs_app.language.words import Words

_FIRST_WORD = re.compile(r"[^\W\d]+")


def effect_text(one: RankedDifference, words: Words) -> str:
    """What lies between the two countries that a difference sets apart most; empty where not known."""
    parts = []
    if one.hours is not None and _some(one.hours):
        parts.append(words.text("{hours} h apart", hours=span(one.hours, words.language)))
    for amount in one.cost:
        if amount.amount:
            text = rounded_money(amount, words) if one.rates else money(amount, words.language)
            parts.append(words.text("{amount} apart", amount=text))
    return " · ".join(parts)


def _some(hours: Range) -> bool:
    return bool(hours.typ or hours.max)


def rounded_money(amount: Money, words: Words) -> str:
    """A converted amount is no more exact than a rate: whole units, or two digits where it is small."""
    value = round(amount.amount) if abs(amount.amount) >= 10 else round(amount.amount, 2)
    return money(Money(value, amount.currency), words.language)


def tolerance_text(tolerance: Tolerance, words: Words) -> str:
    """From when on figures count as different."""
    if tolerance.time <= 1 and tolerance.cost <= 1:
        return words.text("Times and fees count as different where they are not equal.")
    return words.text(
        "Times count as different where one is more than {time} times another, fees where one is more than "
        "{cost} times another.",
        time=tolerance.time,
        cost=tolerance.cost,
    )


def why_lines(one: RankedDifference, words: Words) -> list[str]:
    """Why the effect is not known or nothing, or through which rates it is told."""
    lines = [words.say(one.why)] if one.why is not None else []
    return lines + [rate_text(rate, words) for rate in one.rates]


def why_text(one: RankedDifference, words: Words) -> str:
    """The same in one line."""
    return " ".join(why_lines(one, words))


def rate_text(rate: ExchangeRate, words: Words) -> str:
    """A dated rate."""
    return words.text(
        "1 USD = {units} {currency} ({day})",
        units=rate.units_per_usd,
        currency=rate.currency,
        day=said_day(rate.date, words.language),
    )


def distance_note(words: Words) -> str:
    """The definition of the distance, in a sentence each."""
    return words.text(
        "One change is an activity to add or to drop, a lighter channel, a document to ask for or no longer, "
        "or an activity in another place. The median holds what at least half of the countries have. "
        "What is not recorded is never counted as a change."
    )


def common_text(found: Distances, reference: Reference, words: Words) -> str:
    """What the common procedure holds, and who moves least and most."""
    what = words.list_of(
        (
            words.count("{n} activity", "{n} activities", len(found.common.activities)),
            words.count("{n} document", "{n} documents", len(found.common.documents)),
        )
    )
    return words.text(
        "The common procedure has {what}. {extremes}",
        what=what,
        extremes=extremes_text(found, reference, words),
    ).strip()


def extremes_text(found: Distances, reference: Reference, words: Words) -> str:
    """Who moves least and most, and how much; empty where all move as much."""
    least, most = found.least, found.most
    if not least or least == most:
        return ""
    sizes = {one.country: len(one.changes) for one in found.countries}

    def names(codes: Sequence[str]) -> tuple[str, ...]:
        return tuple(reference.countries[iso2].name[words.language] for iso2 in codes)

    return words.text(
        "Fewest changes: {least} ({n}); most: {most} ({m}).",
        least=names(least),
        n=sizes[least[0]],
        most=names(most),
        m=sizes[most[0]],
    )


def unit_of(row: IndicatorRow, words: Words) -> str:
    """The unit of a measure; empty where it has none."""
    units = [one.unit for own in row.cells.values() for one in own if one.unit is not None]
    return words.say(units[0]) if units else ""


def measure_title(row: IndicatorRow, words: Words) -> str:
    """A measure with its unit; what the name says already is not said again: `Overall score, 1 to 5`."""
    name, unit = words.say(row.name), unit_of(row, words)
    first = _FIRST_WORD.match(unit)
    if first is not None and first.group().casefold() in name.casefold():
        unit = unit[first.end() :].lstrip()
    return words.text("{name}, {unit}", name=name, unit=unit) if unit else name


def figure_value(figure: Figure, words: Words) -> str:
    """A figure without its year."""
    if figure.value is not None:
        return number(figure.value, words.language)
    return words.say(figure.said) if figure.said is not None else UNKNOWN


def year_text(figure: Figure, words: Words) -> str:
    """The year of a figure, or its day as the language writes it; `?` for a number of an unknown year."""
    if figure.year is None:
        return "" if figure.value is None else UNKNOWN
    year = figure.year
    return said_day(year, words.language) if len(year) == len("2026-11-24") else year


def threshold_text(one: Threshold, words: Words) -> str:
    """`200 EUR (2024)`, for firms with the word."""
    amount = money(one.amount, words.language)
    text = f"{amount} ({one.year})" if one.year else amount
    return words.text("{amount}, commercial", amount=text) if one.commercial else text


def ways_text(row: ParcelRow, words: Words) -> str:
    """How many steps go which way."""
    ways = [f"{label(channel, words)} {n}" for channel, n in row.channels]
    ways += [f"{UNKNOWN} {row.unsaid}"] if row.unsaid else []
    return " · ".join(ways) or UNKNOWN


def documents_text(row: ParcelRow) -> str:
    """How many different documents are asked for, at least so many where some steps have none recorded."""
    if row.documents is None:
        return UNKNOWN
    open_ = row.recorded is not None and row.recorded.n < row.recorded.of
    return f"≥ {len(row.documents)}" if open_ else str(len(row.documents))
