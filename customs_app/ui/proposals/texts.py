"""Small texts of the proposals workspace."""

from collections.abc import Collection, Iterable, Sequence

from customs_app.analysis.dossier.result import ActLine, DossierMeasure
from customs_app.analysis.to_be.saved import Saved
from customs_app.domain.codes import Mode
from customs_app.domain.figures import Money, Range
from customs_app.domain.proposal import Proposal
from customs_app.domain.reference import Reference
from customs_app.figures.figure_text import UNKNOWN
from customs_app.language.labels import label
from customs_app.language.numbers import money, number, span
from customs_app.language.words import Words

_MOST_CODES = 3


def about_proposal(proposal: Proposal, countries: int, words: Words) -> str:
    """Regime, mode, number of countries and status, as `Import · Road · 8 countries · Draft`."""
    if proposal.corridor_id is not None:
        return f"{words.text('Corridor')} · {label(proposal.status, words)}"
    return " · ".join(
        (
            label(proposal.regime, words),
            label(proposal.mode or Mode.ANY, words),
            words.count("{n} country", "{n} countries", countries),
            label(proposal.status, words),
        )
    )


def codes_text(countries: Collection[str], words: Words) -> str:
    """The countries of a measure: their codes, or how many there are where that says it sooner."""
    if len(countries) <= _MOST_CODES:
        return words.list_of(tuple(countries))
    return words.count("{n} country", "{n} countries", len(countries))


def names_text(countries: Iterable[str], reference: Reference, words: Words) -> str:
    """The names of countries."""
    return words.list_of(tuple(reference.countries[iso2].name[words.language] for iso2 in countries))


def acts_count(acts: Sequence[ActLine], words: Words) -> str:
    """How many acts there are, and of how many the article is not known: `5 acts + 2 ?`."""
    known = {act.text for act in acts if act.text}
    unknown = sum(1 for act in acts if act.text is None)
    if not known:
        return words.text("article not known") if unknown else "–"
    said = words.count("{n} act", "{n} acts", len(known))
    return f"{said} + {unknown} {UNKNOWN}" if unknown else said


def saves_text(measure: DossierMeasure, words: Words) -> str:
    """What a measure saves one consignment, least and most of its procedures; `?` where time is not known.

    A saving that only some of the procedures know, or that may be more in one, is followed by `?` as well.
    """
    savings = [one.effect.saved for part in measure.parts for one in part.effects]
    parts: list[str] = []
    documents = [one.handovers for one in savings if one.handovers is not None]
    visits = [one.visits for one in savings if one.visits is not None]
    hours = [one.elapsed for one in savings if one.elapsed is not None]
    if any(documents):
        said = _ends(documents, words) + _and_more(savings, "handovers")
        parts.append(words.text("{n} doc.", n=said))
    if any(visits):
        parts.append(words.text("{n} vis.", n=_ends(visits, words) + _and_more(savings, "visits")))
    said = _hours_ends(hours, words) + _and_more(savings, "elapsed") if hours else UNKNOWN
    parts.append(words.text("{hours} h", hours=said))
    return words.list_of(tuple(parts))


def _and_more(savings: Sequence[Saved], name: str) -> str:
    """What follows a figure that is not known in full."""
    whole = all(getattr(one, name) is not None and name not in one.more for one in savings)
    return "" if whole else f" + {UNKNOWN}"


def _ends(values: list[int], words: Words) -> str:
    return span(Range(min(values), None, max(values)), words.language)


def _hours_ends(hours: list[Range], words: Words) -> str:
    low = [end for one in hours if (end := one.min if one.min is not None else one.typ) is not None]
    high = [end for one in hours if (end := one.max if one.max is not None else one.typ) is not None]
    least = min(low) if len(low) == len(hours) else None
    most = max(high) if len(high) == len(hours) else None
    return span(Range(least, None, most), words.language)


def fewer(n: int | None, *, more: bool = False) -> str:
    """How many fewer: `−5`, `≥ −5` where more may be saved than is known, `?` where nothing is."""
    if n is None:
        return UNKNOWN
    said = f"−{n}" if n > 0 else f"+{-n}" if n < 0 else "0"
    return f"≥ {said}" if more and n >= 0 else said


def hours_less(hours: Range | None, words: Words, *, more: bool = False) -> str:
    """Hours that are saved: `−4 – 8 h`, with `+` where it becomes more, `?` where not known.

    `more` as in `fewer`. Where the least is a loss and the most a saving both have their sign.
    """
    if hours is None or not hours.known:
        return UNKNOWN
    language = words.language
    ends = [end for end in (hours.min, hours.typ, hours.max) if end is not None]
    least, most = min(ends), max(ends)
    if least >= 0:
        amount = span(hours, language)
        said = words.text("−{hours} h", hours=amount) if most else words.text("{hours} h", hours=amount)
        return f"≥ {said}" if more else said
    if most > 0:
        return words.text("{hours} h", hours=f"+{number(-least, language)} – −{number(most, language)}")
    turned = Range(*(None if end is None else -end for end in (hours.max, hours.typ, hours.min)))
    return words.text("+{hours} h", hours=span(turned, language))


def fees_less(fees: Sequence[Money] | None, words: Words, *, more: bool = False) -> str:
    """Fees that are saved: `−5 USD`, with `+` where it becomes more; `more` and `?` as in `fewer`."""
    if fees is None:
        return UNKNOWN
    signed = tuple(
        f"{'+' if one.amount < 0 else '−'}{money(Money(abs(one.amount), one.currency), words.language)}"
        for one in fees
    )
    said = words.list_of(signed) or "0"
    return f"≥ {said}" if more and all(one.amount >= 0 for one in fees) else said


def act_words(act: ActLine, words: Words) -> str:
    """An act as it is named, or the steps of which the article is not known."""
    if act.text is not None:
        return act.text
    numbers = tuple(str(number) for number in act.numbers)
    return words.count(
        "step {steps}: article not known",
        "steps {steps}: article not known",
        len(numbers),
        steps=numbers,
    )


def source_places(sources: Sequence[tuple[str, str | None]]) -> str:
    """Ids of sources, each with the place in it; `?` where none is recorded."""
    return "; ".join(f"{one}, {where}" if where else one for one, where in sources) or UNKNOWN
