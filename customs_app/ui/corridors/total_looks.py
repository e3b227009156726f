"""The totals of the chain in words: what they come to, what they rest on, what is not in them."""

from customs_app.analysis.corridor.again import HandedAgain
from customs_app.analysis.corridor.result import Chain
from customs_app.analysis.money import USD, convert
from customs_app.domain.codes import CaseKind
from customs_app.domain.reference import Reference
from customs_app.figures.chain_text import (
    amounts_said,
    dollars_said,
    hours_said,
    not_in_it,
    rests_on,
    unknown_steps,
)
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
    tip = "\n".join(words.say(gap.message) for gap in chain.gaps)
    totals = chain.totals
    return TotalLook(
        "missing",
        words.text("Not in it"),
        not_in_it(totals, words),
        unknown_steps(totals, words),
        tip,
        strong=False,
    )


def _fees(chain: Chain, reference: Reference, words: Words) -> TotalLook:
    totals = chain.totals
    tip = words.text("Amounts of different currencies are never added without a dated rate")
    if totals.rates:
        tip += "\n" + words.count(
            "{n} step costs a percentage; it is listed apart.",
            "{n} steps cost a percentage; they are listed apart.",
            len(totals.rates),
        )
    below = dollars_said(totals.cost, convert(totals.cost, USD, reference.rates), words)
    covered = words.text("{n} of {of} steps", n=totals.cost_covered.n, of=totals.cost_covered.of)
    return TotalLook(
        "fees",
        words.text("Fees, apart"),
        amounts_said(totals.cost, words),
        words.list_of((below, covered)),
        tip,
        strong=False,
    )


def _again(found: HandedAgain, words: Words) -> TotalLook:
    again, at_most = sum(row.times > 1 for row in found.rows), len(found.again)
    below = words.count("of {n} document followed", "of {n} documents followed", found.followed)
    if at_most > again:
        more = words.text("{n} with all conditions", n=at_most)
        below = words.list_of((below, more))
    tip = words.text("Kinds of documents that are handed in or shown more than once along the chain")
    return TotalLook("again", words.text("Handed over twice or more"), str(again), below, tip)
