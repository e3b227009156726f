"""What measures save, as text, and the few figures that lead the summary."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from customs_app.analysis.counting import Counting, counted_times
from customs_app.analysis.measures import Measure
from customs_app.analysis.to_be.of_measures import effects_together
from customs_app.domain.figures import Money, Range
from customs_app.domain.review import Saving
from customs_app.figures.figure_text import UNKNOWN
from customs_app.language.numbers import money, number, span
from customs_app.language.words import Words
from customs_app.reports.content import Content

_T = TypeVar("_T")


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


def saving_lines(measure: Measure, words: Words) -> str:
    """What the measure saves in each country; countries of one saving stand together."""
    groups: dict[str, list[str]] = {}
    for iso2 in measure.countries:
        groups.setdefault(saving_text(measure.saving.get(iso2, Saving()), words), []).append(iso2)
    if list(groups) == [UNKNOWN]:
        return words.text("unknown")
    return "\n".join(words.named(words.list_of(tuple(where)), text) for text, where in groups.items())


def not_added(words: Words) -> str:
    """Why the hours of the measures and those of all of them together are different figures."""
    return words.text(
        "Hours of one measure are those of its steps; they do not add up to what the longest path becomes "
        "shorter."
    )


def lead_figures(content: Content, words: Words) -> list[Lead]:
    """What the measures save in all countries together, each step or document counted once.

    Hours are those of the longest path with all measures together.
    """
    if not content.measures:
        return _bare_figures(content, words)
    return [
        _documents(content, words),
        _visits(content, words),
        _hours(content, words),
        _fees(content, words),
    ]


def _documents(content: Content, words: Words) -> Lead:
    known = list(_once(content.measures, lambda saving: saving.documents, by_document=True))
    what = words.text("documents handed in fewer")
    return _lead(str(sum(value for _, value in known)), what, known, content, words)


def _visits(content: Content, words: Words) -> Lead:
    known = list(_once(content.measures, lambda saving: saving.visits))
    what = words.text("visits fewer")
    return _lead(str(sum(value for _, value in known)), what, known, content, words)


def _hours(content: Content, words: Words) -> Lead:
    """The longest path of each country with all measures together: their own hours do not add up to it."""
    comparison = content.comparison
    effects = effects_together(
        content.measures, tuple(comparison.procedures.values()), comparison.case, content.reference
    )
    known = [hours for one in effects.values() if (hours := one.effect.saved.elapsed) is not None]
    what = words.text("hours fewer on the longest path")
    total = Range(
        _added(one.min for one in known), _added(one.typ for one in known), _added(one.max for one in known)
    )
    least = len(known) < len(effects) or any(one.open for one in effects.values())
    if known and not (least and not any((total.min, total.typ, total.max))):
        why = words.text(
            "all measures together, one consignment in each country; known for {n} of {of} countries",
            n=len(known),
            of=len(effects),
        )
        value = span(total, words.language)
        return Lead(f"≥ {value}" if least else value, what, why)
    # Nothing saved where it is known says nothing of where it is not.
    timed, of = _timed(content)
    why = words.text("{n} of {of} steps touched have a time of their own", n=timed, of=of)
    return Lead(UNKNOWN, what, why)


def _added(ends: Iterable[float | None]) -> float | None:
    total = 0.0
    for end in ends:
        if end is None:
            return None
        total += end
    return total


def _fees(content: Content, words: Words) -> Lead:
    known = list(_once(content.measures, lambda saving: saving.cost))
    sums: dict[str, float] = {}
    for _, amounts in known:
        for amount in amounts:
            sums[amount.currency] = sums.get(amount.currency, 0.0) + amount.amount
    value = " + ".join(money(Money(total, code), words.language) for code, total in sorted(sums.items()))
    return _lead(value or number(0, words.language), words.text("fees less"), known, content, words)


def _lead(
    value: str, what: str, known: Sequence[tuple[Measure, object]], content: Content, words: Words
) -> Lead:
    of = len(content.measures)
    if not known:
        why = words.text("unknown: no measure has a known saving of this kind")
        return Lead(UNKNOWN, what, why)
    n = len({id(measure) for measure, _ in known})
    if value == "0" and n < of:
        value = UNKNOWN  # nothing saved where it is known says nothing of where it is not
    return Lead(value, what, words.text("all countries; known for {n} of {of} measures", n=n, of=of))


def _once(
    measures: Iterable[Measure], pick: Callable[[Saving], _T | None], *, by_document: bool = False
) -> Iterator[tuple[Measure, _T]]:
    """Known savings by measure and country, but for those of steps that an earlier measure counts."""
    counted: dict[str, set[str | None]] = {}
    for measure in measures:
        about = measure.document if by_document else None
        for iso2, steps in measure.steps.items():
            value = pick(measure.saving.get(iso2, Saving()))
            if value is None:
                continue
            taken = [counted.get(step, set()) for step in steps]
            if any(None in kinds or about in kinds or (about is None and kinds) for kinds in taken):
                continue
            for step in steps:
                counted.setdefault(step, set()).add(about)
            yield measure, value


def _timed(content: Content) -> tuple[int, int]:
    """How many of the steps touched have a counted time of their own, and how many there are."""
    touched = {step for measure in content.measures for steps in measure.steps.values() for step in steps}
    own = 0
    for full in content.comparison.procedures.values():
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
