"""R13: a step lasts far longer than in other countries."""

from collections.abc import Iterator, Mapping
from statistics import median

from customs_app.analysis.rules.base import Context, Rule, Suggestion
from customs_app.analysis.rules.common import activity_name, country_names, peers_with, rows, rows_of
from customs_app.analysis.rules.saving import own_hours
from customs_app.domain.codes import Confidence, Evidence, Verdict
from customs_app.domain.figures import Range
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.review import Saving
from customs_app.domain.text import Message
from customs_app.language.words import N_

TIMES = 3
"""How many times the median a typical time must exceed."""
COUNTRIES = 3
"""Other countries that must have a duration of their own."""


def _look(full: FullProcedure, context: Context) -> Iterator[Suggestion]:
    for step in full.steps:
        here = _typical(full, step)
        if here is None:
            continue
        elsewhere = _elsewhere(step.activity, context)
        if len(elsewhere) < COUNTRIES:
            continue
        middle = median(hours for hours, _ in elsewhere.values())
        if here > TIMES * middle:
            yield _suggest(full, step, middle, elsewhere, context)


def _typical(full: FullProcedure, step: Step) -> float | None:
    hours = own_hours(full, step)
    return hours.typ if hours is not None else None


def _elsewhere(activity: str, context: Context) -> Mapping[str, tuple[float, Step]]:
    """Each other country's typical hours for the activity; of several steps the longest."""
    found: dict[str, tuple[float, Step]] = {}
    for country, steps in peers_with(context, activity).items():
        for step in steps:
            hours = _typical(context.peers[country], step)
            if hours is not None and hours > found.get(country, (-1.0, step))[0]:
                found[country] = (hours, step)
    return found


def _suggest(
    full: FullProcedure,
    step: Step,
    middle: float,
    elsewhere: Mapping[str, tuple[float, Step]],
    context: Context,
) -> Suggestion:
    here = own_hours(full, step) or Range()
    compared = (step, *(other for _, other in elsewhere.values()))
    measured = all(one.evidence is Evidence.MEASURED for one in compared)
    return Suggestion(
        steps=(step,),
        confidence=Confidence.HIGH if measured else Confidence.MEDIUM,
        evidence=(*rows(step), *rows_of(other for _, other in elsewhere.values())),
        saving=Saving(hours=Range(*(_beyond(end, middle) for end in (here.min, here.typ, here.max)))),
        summary=Message(
            "“{activity}” takes {hours} h here, step {step}; the median of other countries is {median} h",
            {
                "step": step.seq,
                "activity": activity_name(step.activity, context.reference),
                "hours": here.typ if here.typ is not None else "",
                "median": middle,
            },
        ),
        doubt=Message(
            "The times may stand for different goods, places or years; compared: {countries}.",
            {"countries": country_names(elsewhere, context.reference)},
        ),
    )


def _beyond(hours: float | None, middle: float) -> float | None:
    """The hours above the median; none where an end of the range lies below it."""
    return None if hours is None else round(max(hours - middle, 0.0), 6)


R13 = Rule("R13", N_("Slow here"), ("TFA-7.6",), Verdict.PARALLEL, _look)
