"""The line below the totals: who is faster and cheaper over what all have, or why nobody is ranked."""

from collections.abc import Sequence

from customs_app.analysis.compare import Comparison
from customs_app.analysis.ordering import by_cost, by_time
from customs_app.domain.reference import Reference
from customs_app.figures.figure_text import hours_text
from customs_app.language.country_names import country_name
from customs_app.language.numbers import money
from customs_app.language.words import N_, Words

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
    alike = comparison.like_for_like
    return " · ".join(
        words.text(
            "{country} {hours} h",
            country=country_name(iso2, reference, words),
            hours=hours_text(alike.elapsed[iso2], words),
        )
        for iso2 in by_time(alike)
    )


def _by_fee(comparison: Comparison, reference: Reference, currency: str, words: Words) -> str:
    """Those whose fees can all be converted in order of their sum; the others after them, as they are."""
    alike = comparison.like_for_like
    placed, apart = by_cost(alike, currency, reference.rates)
    said = [
        f"{country_name(iso2, reference, words)} {money(amount, words.language)}"
        for iso2, amount in placed.items()
    ]
    for iso2 in apart:
        own = " + ".join(money(amount, words.language) for amount in alike.cost[iso2])
        said.append(f"{country_name(iso2, reference, words)} {own or '?'}")
    return " · ".join(said)
