"""The line below the totals: who is faster and cheaper over what all have, or why nobody is ranked."""

from collections.abc import Mapping, Sequence

from customs_app.analysis.compare import Comparison
from customs_app.analysis.money import convert
from customs_app.domain.reference import ExchangeRate, Reference
from customs_app.figures.figure_text import hours_text
from customs_app.language.numbers import money
from customs_app.language.words import N_, Words
from customs_app.ui.compare.heads import country_name

_NEITHER = N_(
    "Countries are not ranked: there is no activity for which every country compared has a counted time "
    "or a counted cost."
)


def like_for_like_lines(
    comparison: Comparison, reference: Reference, currency: str, words: Words
) -> tuple[str, ...]:
    """One sentence about time and one about fees, or one about both; `currency` (ISO 4217)."""
    alike = comparison.like_for_like
    if alike.no_time is not None and alike.no_cost is not None:
        return (words.text(_NEITHER),)
    lines = []
    if alike.no_time is not None:
        lines.append(words.say(alike.no_time))
    else:
        lines.append(
            words.text(
                "Like for like, time over {activities}: {ranking}",
                activities=_names(alike.time_activities, reference, words),
                ranking=_by_time(comparison, reference, words),
            )
        )
    if alike.no_cost is not None:
        lines.append(words.say(alike.no_cost))
    else:
        lines.append(
            words.text(
                "Like for like, fees over {activities}: {ranking}",
                activities=_names(alike.cost_activities, reference, words),
                ranking=_by_fee(comparison, reference, currency, words),
            )
        )
    return tuple(lines)


def _names(codes: Sequence[str], reference: Reference, words: Words) -> tuple[str, ...]:
    return tuple(reference.activities[code].name[words.language] for code in codes)


def _by_time(comparison: Comparison, reference: Reference, words: Words) -> str:
    def key(iso2: str) -> tuple[bool, float]:
        hours = comparison.like_for_like.elapsed[iso2]
        value = hours.typ if hours.typ is not None else hours.max
        return value is None, value or 0.0

    ranked = sorted(comparison.like_for_like.elapsed, key=key)
    return " · ".join(
        words.text(
            "{country} {hours} h",
            country=country_name(iso2, reference, words),
            hours=hours_text(comparison.like_for_like.elapsed[iso2], words),
        )
        for iso2 in ranked
    )


def _by_fee(comparison: Comparison, reference: Reference, currency: str, words: Words) -> str:
    """Those whose fees can all be converted in order of their sum; the others after them, as they are."""
    rates: Mapping[str, ExchangeRate] = reference.rates
    known, apart = [], []
    for iso2, fees in comparison.like_for_like.cost.items():
        name = country_name(iso2, reference, words)
        one = convert(fees, currency, rates)
        if one.total is not None and not one.left:
            known.append((one.total.amount, f"{name} {money(one.total, words.language)}"))
        else:
            own = " + ".join(money(amount, words.language) for amount in fees)
            apart.append(f"{name} {own or '?'}")
    return " · ".join([*(text for _, text in sorted(known)), *apart])
