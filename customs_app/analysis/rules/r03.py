"""R03: both sides of a border do the same control."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from customs_app.analysis.neighbours import Crossing, Fit, Way, at_border, crossing, same_goods
from customs_app.analysis.rules.base import Context, Rule, Suggestion
from customs_app.analysis.rules.common import (
    CONTROLS,
    ON_PAPER,
    activity_name,
    conditional,
    conditions_differ,
    country_names,
    first_reason,
    highest,
    lower,
    numbers,
    rows_of,
    steps_of,
    together,
)
from customs_app.analysis.rules.saving import own_hours, own_visits, shorter
from customs_app.domain.codes import Channel, Confidence, Verdict
from customs_app.domain.procedure import FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.review import Finding, Saving
from customs_app.domain.text import Message
from customs_app.language.words import N_

_BY_FIT = {Fit.PLACE: Confidence.HIGH, Fit.BORDER: Confidence.MEDIUM, Fit.COUNTRIES: Confidence.LOW}
_HEALTH = frozenset({"INS-04", "INS-05", "INS-06"})
"""Controls by which each country protects itself from what the other may have."""


def along(chain: Sequence[FullProcedure], reference: Reference) -> tuple[Finding, ...]:
    """Controls done on both sides of each border that a chain of procedures passes, in its order.

    Each procedure of the chain hands the goods to the next one; a border lies between two countries.
    """
    return tuple(
        finding
        for leaving, entering in pairwise(chain)
        if leaving.procedure.country != entering.procedure.country
        for finding in R03.run(
            entering, Context(reference, {}, crossings=(crossing(leaving, entering, reference),))
        )
    )


def _look(full: FullProcedure, context: Context) -> Iterator[Suggestion]:
    for met in context.crossings:
        for activity in CONTROLS:
            sides = together(steps_of(met.leaving, activity)), together(steps_of(full, activity))
            for leaving, entering in product(*sides):
                if leaving and entering:
                    yield _suggest(met, activity, leaving, entering, context.reference)


def _suggest(
    met: Crossing,
    activity: str,
    leaving: tuple[Step, ...],
    entering: tuple[Step, ...],
    reference: Reference,
) -> Suggestion:
    pairs = list(product(leaving, entering))
    (neighbour,) = country_names([met.leaving.procedure.country], reference)
    return Suggestion(
        steps=entering,
        beyond=leaving,
        confidence=highest(_pair(met, one, other) for one, other in pairs),
        evidence=(*rows_of(leaving), *rows_of(entering)),
        saving=_saving(met, leaving, entering),
        summary=Message(
            "“{activity}” is done on both sides of the border: {country} {leaving}, here {entering}",
            {
                "activity": activity_name(activity, reference),
                "country": neighbour,
                "leaving": numbers(leaving),
                "entering": numbers(entering),
            },
        ),
        doubt=_doubt(met, activity, pairs),
    )


def _pair(met: Crossing, leaving: Step, entering: Step) -> Confidence:
    """How far a step on each side alone carries the finding."""
    if conditions_differ(leaving, entering) or _is_apart(met, leaving, entering):
        return Confidence.LOW
    sometimes = conditional(leaving) or conditional(entering)
    other_goods = not same_goods(met.leaving.procedure, met.entering.procedure)
    weak = sometimes + other_goods + (not met.one_way) + (entering.activity in _HEALTH)
    return lower(_BY_FIT[met.fit], weak)


def _is_apart(met: Crossing, leaving: Step, entering: Step) -> bool:
    """Whether a control is no second look at the border: on papers, by a system, or inland."""
    if entering.activity in ON_PAPER or Channel.AUTOMATIC in (leaving.channel, entering.channel):
        return True
    return leaving not in at_border(met.leaving.steps, Way.OUT) or (
        entering not in at_border(met.entering.steps, Way.IN)
    )


def _saving(met: Crossing, leaving: tuple[Step, ...], entering: tuple[Step, ...]) -> Saving:
    """What one control for both saves: the shorter of the two, where each side has a single step."""
    if len(leaving) > 1 or len(entering) > 1:
        return Saving()
    visits = own_visits(leaving[0]), own_visits(entering[0])
    return Saving(
        hours=shorter(own_hours(met.leaving, leaving[0]), own_hours(met.entering, entering[0])),
        visits=None if None in visits else min(one for one in visits if one is not None),
    )


def _doubt(met: Crossing, activity: str, pairs: Sequence[tuple[Step, Step]]) -> Message:
    reason = first_reason(
        (
            all(conditions_differ(*pair) for pair in pairs),
            Message("Each side chooses by its own conditions; one consignment need not meet both controls."),
        ),
        (
            activity in ON_PAPER,
            Message("Each country checks its own declaration; only the data could be shared."),
        ),
        (
            all(_is_apart(met, *pair) for pair in pairs),
            Message("One of the two controls may be done inland, or by a system."),
        ),
        (
            met.fit is Fit.COUNTRIES,
            Message("No place is named: the two procedures may not meet at one crossing."),
        ),
        (
            not same_goods(met.leaving.procedure, met.entering.procedure),
            Message("The two procedures are described for different goods."),
        ),
        (
            not met.one_way,
            Message("The catalogue does not say in which direction the crossing is passed."),
        ),
        (
            activity in _HEALTH,
            Message("The country of entry may have to look for other pests and diseases than its neighbour."),
        ),
    )
    return reason or Message(
        "A joint control needs an agreement of the two countries and trust in each other's results."
    )


R03 = Rule("R03", N_("Control on both sides"), ("TFA-8.2", "HC-7"), Verdict.MERGE, _look)
