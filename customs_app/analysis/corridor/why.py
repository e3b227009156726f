"""Why a procedure stands in a block, or none does: the sentence that says it."""

from collections.abc import Sequence

from customs_app.analysis.corridor.fit import Fit, Wanted, answers, fit
from customs_app.domain.codes import Mode, View
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.text import Message, Text
from customs_app.language.labels import label_message


def why(how: Fit, full: FullProcedure, wanted: Wanted, reference: Reference) -> Message:
    """Why the application proposes a procedure."""
    said = _by_place(how, full, reference)
    mode = full.procedure.mode
    if wanted.mode is not None or mode is Mode.ANY or how is Fit.PLACE:
        return said
    return Message(
        "{reason} It is for one mode: {mode}. This corridor does not say how the goods travel here.",
        {"reason": said, "mode": label_message(mode)},
    )


def _by_place(how: Fit, full: FullProcedure, reference: Reference) -> Message:
    place = reference.locations.get(full.procedure.location_id or "")
    if place is None:
        return Message("It names no place: it holds for the whole country.")
    values = {"place": place.name}
    if how is Fit.PLACE:
        return Message("It is recorded at {place}, which this corridor passes.", values)
    if how is Fit.BORDER:
        return Message(
            "It is recorded at {place}, at the right border; this corridor names no crossing there.", values
        )
    return Message(
        "It is recorded at {place}. This corridor passes elsewhere: its figures are those of another place.",
        values,
    )


def why_bound(procedure: str | None) -> Message:
    """What an official said of the block."""
    if procedure is None:
        return Message("Left empty on purpose.")
    return Message("Attached by an official.")


def why_twice(main: FullProcedure) -> Message:
    """That an official attached a procedure to a border at which the country's own does the work too."""
    return Message(
        "Attached by an official. “{procedure}” does work at this border too: times and fees of both are"
        " added.",
        {"procedure": main.procedure.title},
    )


def why_none(
    country: str, wanted: Wanted, own: Sequence[FullProcedure], reference: Reference, *, unfit: bool
) -> Message:
    """Why there is no procedure to propose; `unfit`: some of the regime and mode do not fit."""
    if is_in_union(wanted):
        return Message("The border lies inside one customs union; no procedure is recorded at it.")
    values = {"country": name(country, reference)}
    if unfit:
        return Message(
            "What {country} has recorded for this is for other places, directions or goods; attach it where"
            " it holds here too.",
            values,
        )
    if any(
        full.procedure.view is View.STAGES
        and answers(full.procedure, wanted)
        and fit(full.procedure, wanted, reference) is not Fit.NONE
        for full in own
    ):
        return Message(
            "{country} has this recorded by stages only, which are never mixed with steps.", values
        )
    return Message("{country} has no procedure recorded for this.", values)


def why_not_in_catalogue(country: str, reference: Reference) -> Message:
    """That a country of the corridor is none of the catalogue."""
    return Message("{country} has no procedures in this catalogue.", {"country": name(country, reference)})


def name(iso2: str, reference: Reference) -> Text:
    """The name of a country; its code where the lists do not know it."""
    country = reference.countries.get(iso2)
    return country.name if country else Text(iso2)


def is_in_union(wanted: Wanted) -> bool:
    """Whether the block is a border inside one customs union."""
    return wanted.at_border and wanted.borders[0].in_union
