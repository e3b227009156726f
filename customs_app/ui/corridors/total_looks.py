"""The totals of the chain in words: what they come to, what they rest on, what is not in them."""

from collections.abc import Sequence

from customs_app.analysis.corridor.again import HandedAgain
from customs_app.analysis.corridor.result import Chain, ChainTotals
from customs_app.analysis.money import USD, convert
from customs_app.domain.codes import CaseKind
from customs_app.domain.figures import Money, Range
from customs_app.domain.reference import Reference
from customs_app.language.numbers import day, money, number, span
from customs_app.language.words import Words
from customs_app.ui.corridors.looks import TotalLook


def total_looks(
    chain: Chain, again: HandedAgain, reference: Reference, words: Words
) -> tuple[TotalLook, ...]:
    """The band below the chart."""
    return (
        _elapsed(chain, words),
        _missing(chain, words),
        _fees(chain, reference, words),
        _again(again, words),
    )


def hours_said(hours: Range, words: Words) -> str:
    """A range with its unit and its typical value: `25.1 – 105.1 h, typical 60.1`."""
    language = words.language
    if not hours.known:
        return "?"
    shown = span(hours, language)
    if hours.typ is None or number(hours.typ, language) == shown:
        return words.text("{hours} h", hours=shown)
    return words.text("{hours} h, typical {typical}", hours=shown, typical=number(hours.typ, language))


def amounts_said(amounts: Sequence[Money], words: Words) -> str:
    """Amounts one beside the other, never added; `?` where none is known."""
    return " · ".join(money(one, words.language) for one in amounts) or "?"


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


def _elapsed(chain: Chain, words: Words) -> TotalLook:
    worst = chain.case.kind is CaseKind.WORST
    title = words.text("Elapsed, worst case") if worst else words.text("Elapsed, base case")
    tip = [words.text("The blocks follow one another; each lasts as long as its longest path.")]
    if chain.totals.limits:
        tip.append(
            words.text(
                "The most has legal limits in it: they say how long it may take, not how long it does."
            )
        )
    tip += [words.say(one.message) for one in chain.counted_once]
    return TotalLook(
        "elapsed",
        title,
        hours_said(chain.totals.elapsed, words),
        rests_on(chain.totals, words),
        "\n".join(tip),
    )


def _missing(chain: Chain, words: Words) -> TotalLook:
    totals, parts = chain.totals, []
    if totals.driving:
        parts.append(words.count("driving, {n} time", "driving, {n} times", totals.driving))
    if totals.gaps:
        parts.append(
            words.count("{n} block without a procedure", "{n} blocks without a procedure", totals.gaps)
        )
    unknown = totals.time_covered.of - totals.time_covered.n
    below = words.count("and {n} step without a time", "and {n} steps without a time", unknown)
    value = words.list_of(tuple(parts)) or words.text("nothing else")
    tip = "\n".join(words.say(gap.message) for gap in chain.gaps)
    return TotalLook("missing", words.text("Not in it"), value, below, tip, strong=False)


def _fees(chain: Chain, reference: Reference, words: Words) -> TotalLook:
    totals = chain.totals
    tip = words.text("Amounts of different currencies are never added without a dated rate")
    if totals.rates:
        tip += "\n" + words.count(
            "{n} step costs a percentage; it is listed apart.",
            "{n} steps cost a percentage; they are listed apart.",
            len(totals.rates),
        )
    below = _in_dollars(totals.cost, reference, words)
    covered = words.text("{n} of {of} steps", n=totals.cost_covered.n, of=totals.cost_covered.of)
    return TotalLook(
        "fees",
        words.text("Fees, apart"),
        amounts_said(totals.cost, words),
        words.list_of((below, covered)),
        tip,
        strong=False,
    )


def _in_dollars(amounts: Sequence[Money], reference: Reference, words: Words) -> str:
    if not amounts:
        return words.text("no fee is known")
    converted = convert(amounts, USD, reference.rates)
    if converted.total is None or not converted.rates:
        return words.text("no rate set by your office")
    total = money(converted.total, words.language)
    days = words.list_of(tuple(day(date, words.language) for date in converted.dates))
    if converted.left:
        left = amounts_said(converted.left, words)
        return words.text("≈ {total} and {left}, rates of {days}", total=total, left=left, days=days)
    return words.text("≈ {total}, rates of {days}", total=total, days=days)


def _again(found: HandedAgain, words: Words) -> TotalLook:
    again, at_most = sum(row.times > 1 for row in found.rows), len(found.again)
    below = words.count("of {n} document followed", "of {n} documents followed", found.followed)
    if at_most > again:
        more = words.text("{n} with all conditions", n=at_most)
        below = words.list_of((below, more))
    tip = words.text("Kinds of documents that are handed in or shown more than once along the chain")
    return TotalLook("again", words.text("Handed over twice or more"), str(again), below, tip)
