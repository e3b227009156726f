"""Small texts of the proposals workspace."""

from collections.abc import Collection, Iterable

from customs_app.analysis.measures import Measure
from customs_app.domain.codes import Mode
from customs_app.domain.figures import Range
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.proposal import Proposal
from customs_app.domain.reference import Reference
from customs_app.domain.review import Saving
from customs_app.figures.figure_text import UNKNOWN
from customs_app.language.labels import label
from customs_app.language.numbers import money, span
from customs_app.language.words import Words

_MOST_CODES = 3


def about_proposal(proposal: Proposal, words: Words) -> str:
    """Regime, mode, number of countries and status, as `Import · Road · 8 countries · Draft`."""
    n = len(proposal.procedures)
    return " · ".join(
        (
            label(proposal.regime, words),
            label(proposal.mode or Mode.ANY, words),
            words.count("{n} country", "{n} countries", n),
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


def numbers_text(step_ids: Collection[str], full: FullProcedure, words: Words) -> str:
    """Numbers of a procedure's steps in order of work."""
    return words.list_of(tuple(str(step.seq) for step in full.steps if step.id in step_ids))


def acts_text(measure: Measure, words: Words) -> str:
    """How many acts a measure touches, and of how many steps the act is not known: `5 acts + 2 ?`."""
    known = tuple(dict.fromkeys(act.text for act in measure.acts if act.text))
    unknown = sum(1 for act in measure.acts if not act.text)
    if not known:
        return words.text("article not known")
    said = words.count("{n} act", "{n} acts", len(known))
    return f"{said} + {unknown} {UNKNOWN}" if unknown else said


def saves_text(measure: Measure, words: Words) -> str:
    """What a measure saves one consignment, least and most of its countries; `?` where time is not known.

    A saving that only some of the countries know is followed by `?` as well.
    """
    savings = [measure.saving.get(iso2, Saving()) for iso2 in measure.countries]
    parts: list[str] = []
    documents = [one.documents for one in savings if one.documents is not None]
    visits = [one.visits for one in savings if one.visits is not None]
    hours = [one.hours for one in savings if one.hours is not None]
    if documents:
        parts.append(words.text("{n} doc.", n=_ends(documents, len(savings), words)))
    if visits:
        parts.append(words.text("{n} vis.", n=_ends(visits, len(savings), words)))
    said = _hours_ends(hours, words) if hours else UNKNOWN
    if hours and len(hours) < len(savings):
        said = f"{said} + {UNKNOWN}"
    parts.append(words.text("{hours} h", hours=said))
    return words.list_of(tuple(parts))


def short_saving(saving: Saving, words: Words) -> str:
    """The one figure on a country's tab: documents, visits or hours fewer; empty where none is known."""
    if saving.documents:
        return f"−{saving.documents}"
    if saving.visits:
        return f"−{saving.visits}"
    if saving.hours is not None:
        return words.text("−{hours} h", hours=span(saving.hours, words.language))
    return ""


def fees_text(saving: Saving, words: Words) -> str:
    """The fees that one consignment is spared; `?` where unknown."""
    if saving.cost is None:
        return UNKNOWN
    return " + ".join(f"−{money(amount, words.language)}" for amount in saving.cost) or "0"


def _ends(values: list[int], of: int, words: Words) -> str:
    said = span(Range(min(values), None, max(values)), words.language)
    return said if len(values) == of else f"{said} + {UNKNOWN}"


def _hours_ends(hours: list[Range], words: Words) -> str:
    low = [end for one in hours if (end := one.min if one.min is not None else one.typ) is not None]
    high = [end for one in hours if (end := one.max if one.max is not None else one.typ) is not None]
    least = min(low) if len(low) == len(hours) else None
    most = max(high) if len(high) == len(hours) else None
    return span(Range(least, None, most), words.language)
