"""What measures save, as text, and the few figures that lead the summary."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from customs_app.analysis.counting import Counting, counted_times
from customs_app.analysis.dossier.result import Dossier, DossierMeasure
from customs_app.analysis.ranges import added
from customs_app.analysis.rules.saving import add_money
from customs_app.analysis.to_be.saved import Saved
from customs_app.domain.review import Saving
from customs_app.figures.figure_text import UNKNOWN
from customs_app.language.numbers import money, number, span
from customs_app.language.words import Words
from customs_app.reports.content import Content


@dataclass(frozen=True, slots=True)
class Lead:
    """A figure that leads the summary: its value, what it counts, and on what it rests."""

    value: str
    what: str
    why: str


def saving_text(saving: Saving, words: Words) -> str:
    """What one consignment is spared in one country; `?` where nothing of it is known."""
    parts = []
    if saving.documents is not None:
        parts.append(words.count("{n} document", "{n} documents", saving.documents))
    if saving.visits is not None:
        parts.append(words.count("{n} visit", "{n} visits", saving.visits))
    if saving.hours is not None:
        parts.append(words.text("{hours} h", hours=span(saving.hours, words.language)))
    if saving.cost is not None:
        parts.extend(money(amount, words.language) for amount in saving.cost)
    return words.list_of(tuple(parts)) or UNKNOWN


def saving_lines(measure: DossierMeasure, words: Words) -> str:
    """What the measure alone saves in each country, as its own part says it; equal ones stand together."""
    groups: dict[str, dict[str, None]] = {}
    for part in measure.parts:
        for one in part.effects:
            groups.setdefault(_saved_text(one.effect.saved, words), {})[part.country] = None
    if list(groups) in ([], [UNKNOWN]):
        return words.text("unknown")
    return "\n".join(words.named(words.list_of(tuple(where)), text) for text, where in groups.items())


def _saved_text(saved: Saved, words: Words) -> str:
    """Documents handed in, visits, hours of the longest path and fees; what is not saved is left out."""
    hours = (
        saved.elapsed
        if saved.elapsed and any((saved.elapsed.min, saved.elapsed.typ, saved.elapsed.max))
        else None
    )
    some = Saving(hours, saved.cost or None, saved.handovers or None, saved.visits or None)
    if some == Saving():
        unknown = None in (saved.handovers, saved.visits, saved.elapsed, saved.cost)
        return UNKNOWN if unknown else words.text("nothing is saved")
    text = f"≥ {saving_text(some, words)}" if saved.more else saving_text(some, words)
    if saved.elapsed is not None:
        return text
    return words.list_of((text, words.text("{hours} h", hours=UNKNOWN)))


def lead_figures(content: Content, dossier: Dossier | None, words: Words) -> list[Lead]:
    """What all measures together save one consignment in all countries, as the dossier has it."""
    if dossier is None or not content.measures:
        return _bare_figures(content, words)
    return [
        _count(dossier, "handovers", words.text("documents handed in fewer"), words),
        _count(dossier, "visits", words.text("visits fewer"), words),
        _hours(content, dossier, words),
        _fees(dossier, words),
    ]


def _count(dossier: Dossier, figure: Literal["handovers", "visits"], what: str, words: Words) -> Lead:
    known = [n for one in dossier.together if (n := getattr(one.effect.saved, figure)) is not None]
    value = number(sum(known), words.language)
    return _lead(Lead(value, what, _known(known, dossier, words)), figure, known, dossier, words)


def _hours(content: Content, dossier: Dossier, words: Words) -> Lead:
    """The longest path of each country with all measures together: their own hours do not add up to it."""
    known = [hours for one in dossier.together if (hours := one.effect.saved.elapsed) is not None]
    total = added(known)
    what = words.text("hours fewer on the longest path")
    lead = Lead(span(total, words.language), what, _known(known, dossier, words))
    lead = _lead(lead, "elapsed", (total.min, total.typ, total.max) if known else (), dossier, words)
    if lead.value != UNKNOWN:
        return lead
    timed, of = _timed(content)
    return replace(lead, why=words.text("{n} of {of} steps touched have a time of their own", n=timed, of=of))


def _fees(dossier: Dossier, words: Words) -> Lead:
    known = [fees for one in dossier.together if (fees := one.effect.saved.cost) is not None]
    sums = add_money(fee for fees in known for fee in fees)
    value = " + ".join(money(fee, words.language) for fee in sums) or number(0, words.language)
    lead = Lead(value, words.text("fees less"), _known(known, dossier, words))
    return _lead(lead, "cost", known, dossier, words)


def _known(known: Sequence[object], dossier: Dossier, words: Words) -> str:
    return words.text(
        "all measures together, one consignment in each country; known for {n} of {of} countries",
        n=len(known),
        of=len(dossier.together),
    )


def _lead(lead: Lead, figure: str, saved: Sequence[object], dossier: Dossier, words: Words) -> Lead:
    """The figure, at least or unknown where `saved` is not all that may be saved of it."""
    savings = [one.effect.saved for one in dossier.together]
    least = any(getattr(one, figure) is None or figure in one.more for one in savings)
    least = least or any(one.contested for one in dossier.together)
    if not saved or (least and not any(saved)):  # nothing where it is known says nothing of where it is not
        why = words.text("unknown: no measure has a known saving of this kind")
        return replace(lead, value=UNKNOWN, why=why)
    return replace(lead, value=f"≥ {lead.value}") if least else lead


def _timed(content: Content) -> tuple[int, int]:
    """How many of the steps touched have a counted time of their own, and how many there are."""
    touched = {step for measure in content.measures for steps in measure.steps.values() for step in steps}
    own = 0
    for _, full in content.procedures():
        times = counted_times(full, full.steps)
        own += sum(1 for step_id in touched if step_id in times and times[step_id].state is Counting.OWN)
    return own, len(touched)


def _bare_figures(content: Content, words: Words) -> list[Lead]:
    """Figures of a paper without measures: what is compared, and how much of it is known."""
    comparison = content.comparison
    rows = comparison.rows
    common = sum(row.have == len(comparison.countries) for row in rows)
    timed = sum(one.time_covered.n for one in comparison.totals.values())
    steps = sum(one.time_covered.of for one in comparison.totals.values())
    return [
        Lead(str(len(comparison.countries)), words.text("countries compared"), ""),
        Lead(str(len(rows)), words.text("activities"), words.text("{n} in all countries", n=common)),
        Lead(str(steps), words.text("steps of the case"), words.text("{n} with a counted time", n=timed)),
        Lead(str(len(content.marks)), words.text("marks"), words.text("nothing is proposed yet")),
    ]
