"""Which countries are not shown, and why: none is left out in silence."""

from collections.abc import Mapping
from enum import Enum

from customs_app.language.country_names import full_name
from customs_app.language.words import N_, Words
from customs_app.ui.compare.loader import Answer


class Reason(Enum):
    """Why a country is not shown."""

    CHOSEN = "chosen"
    NONE = "none"
    STAGES = "stages"


_LABELS = {
    Reason.CHOSEN: N_("left out by choice"),
    Reason.NONE: N_("no such procedure"),
    Reason.STAGES: N_("only a view by stages, which is never set beside detailed ones"),
}


def absent(answer: Answer) -> Mapping[str, Reason]:
    """The countries of the catalogue that are not shown (ISO 3166 alpha-2), by code."""
    question = answer.question
    able = answer.offers.get(question.regime, {}).get(question.mode, ())
    shown = answer.comparison.countries if answer.comparison else ()
    stages = answer.comparison.stages_only if answer.comparison else ()
    result = {}
    for iso2 in answer.countries:
        if iso2 in shown:
            continue
        if iso2 in stages:
            result[iso2] = Reason.STAGES
        elif iso2 not in able:
            result[iso2] = Reason.NONE
        elif iso2 in question.without:
            result[iso2] = Reason.CHOSEN
    return result


def reason_text(reason: Reason, words: Words) -> str:
    """A reason in words."""
    return words.text(_LABELS[reason])


def absent_lines(answer: Answer, words: Words) -> str:
    """Each country that is not shown with the reason, a line each."""
    return "\n".join(
        words.text(
            "{country}: {reason}",
            country=full_name(iso2, answer.reference, words.language),
            reason=reason_text(reason, words),
        )
        for iso2, reason in absent(answer).items()
    )
