"""Figures of a chain in words, as window and papers say them: what they come to, and on what they rest."""

from collections.abc import Iterable, Sequence

from customs_app.analysis.corridor.result import ChainTotals
from customs_app.analysis.money import Converted
from customs_app.domain.figures import Money, Range
from customs_app.figures.figure_text import UNKNOWN
from customs_app.language.numbers import day, money, number, span
from customs_app.language.words import Words


def hours_said(hours: Range, words: Words) -> str:
    """A range with its unit and its typical value: `25.1 – 105.1 h, typical 60.1`."""
    if not hours.known:
        return UNKNOWN
    shown = span(hours, words.language)
    if hours.typ is None or number(hours.typ, words.language) == shown:
        return words.text("{hours} h", hours=shown)
    return words.text("{hours} h, typical {typical}", hours=shown, typical=number(hours.typ, words.language))


def amounts_said(amounts: Iterable[Money], words: Words) -> str:
    """Amounts one beside the other, never added; `?` where none is known."""
    return " · ".join(money(one, words.language) for one in amounts) or UNKNOWN


def rests_on(totals: ChainTotals, words: Words) -> str:
    """How many steps have a time, and how many of these rest on an aggregate or a limit."""
    parts = [words.text("{n} of {of} steps", n=totals.time_covered.n, of=totals.time_covered.of)]
    if totals.aggregates:
        parts.append(words.count("{n} aggregate", "{n} aggregates", totals.aggregates))
    if totals.limits:
        parts.append(words.count("{n} limit", "{n} limits", totals.limits))
    if totals.derived:
        parts.append(words.count("{n} derived", "{n} derived", totals.derived))
    return words.list_of(tuple(parts))


def not_in_it(totals: ChainTotals, words: Words) -> str:
    """What the elapsed time leaves out, in short."""
    parts = []
    if totals.driving:
        parts.append(words.count("driving, {n} time", "driving, {n} times", totals.driving))
    if totals.gaps:
        parts.append(
            words.count("{n} block without a procedure", "{n} blocks without a procedure", totals.gaps)
        )
    return words.list_of(tuple(parts)) or words.text("nothing else")


def unknown_steps(totals: ChainTotals, words: Words) -> str:
    """How many steps of the case have no time."""
    unknown = totals.time_covered.of - totals.time_covered.n
    return words.count("and {n} step without a time", "and {n} steps without a time", unknown)


def dollars_said(amounts: Sequence[Money], converted: Converted, words: Words) -> str:
    """What amounts come to in US dollars, by the rates of which days, and what has none."""
    if not amounts:
        return words.text("no fee is known")
    if converted.total is None or not converted.rates:
        return words.text("no rate set by your office")
    total = money(converted.total, words.language)
    days = words.list_of(tuple(day(date, words.language) for date in converted.dates))
    if converted.left:
        left = amounts_said(converted.left, words)
        return words.text("≈ {total} and {left}, rates of {days}", total=total, left=left, days=days)
    return words.text("≈ {total}, rates of {days}", total=total, days=days)


def tir_said(tir: bool | None, words: Words) -> str:
    """Whether a country is a party to the TIR Convention."""
    if tir is None:
        return words.text("No source says whether the country is a party to the TIR Convention.")
    if tir:
        return words.text("The country is a party to the TIR Convention.")
    return words.text("The country is not a party to the TIR Convention.")
