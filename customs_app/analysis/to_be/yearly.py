"""What verdicts save in a year, where it is known how many consignments there are."""

from dataclasses import dataclass

from customs_app.analysis.to_be.effect import Effect
from customs_app.analysis.to_be.phrases import amounts, hours
from customs_app.analysis.to_be.volume_units import Counts, what_is_counted
from customs_app.domain.codes import CaseKind
from customs_app.domain.figures import Money, Range
from customs_app.domain.procedure import Procedure
from customs_app.domain.text import Message


@dataclass(frozen=True, slots=True)
class Yearly:
    """What is saved in a year, as if each consignment were an ordinary one.

    `volume` consignments as the catalogue counts them, in `unit`. `hours` is the longest path saved,
    `cost` one amount per currency; None is unknown, and `why_unknown` says why where neither can be told.
    `sentences` say it all; the unit is repeated as it is recorded, also where it counts both directions.
    """

    volume: float | None
    unit: str | None
    hours: Range | None
    cost: tuple[Money, ...] | None
    why_unknown: Message | None
    sentences: tuple[Message, ...] = ()


def yearly(effect: Effect, procedure: Procedure) -> Yearly:
    """The yearly effect: what each consignment saves for sure, times their number."""
    volume, unit = procedure.volume_per_year, procedure.volume_unit
    why = _why_not(effect, volume, unit)
    if why is not None or volume is None:
        return Yearly(volume, unit, None, None, why, (why,) if why is not None else ())
    saved = effect.every
    time = None if saved.elapsed is None else _times(saved.elapsed, volume)
    cost = None if saved.cost is None else tuple(Money(m.amount * volume, m.currency) for m in saved.cost)
    unknown = Message("Nothing that is saved for each consignment is known in hours or fees.")
    if time is None and cost is None:
        return Yearly(volume, unit, None, None, unknown, (_base(volume, unit), unknown))
    return Yearly(volume, unit, time, cost, None, (_base(volume, unit), *_said(effect, time, cost)))


def _why_not(effect: Effect, volume: float | None, unit: str | None) -> Message | None:
    """Why nothing can be told for a year; None where something can."""
    if volume is None:
        return Message("How many consignments there are in a year is not recorded.")
    counts = what_is_counted(unit)
    if counts is Counts.GOODS:
        return Message(
            "The yearly volume counts goods and not consignments ({unit}): how many consignments that makes "
            "is not known.",
            {"unit": unit or ""},
        )
    if counts is Counts.UNKNOWN:
        return Message(
            "It is not known whether the yearly volume counts consignments ({unit}).",
            {"unit": unit or Message("no unit")},
        )
    if effect.as_is.case.kind is CaseKind.WORST:
        return Message("How many consignments of a year meet all conditions is not known.")
    return None


def _base(volume: float, unit: str | None) -> Message:
    return Message(
        "In a year, as if each were an ordinary consignment: {volume} ({unit}).",
        {"volume": volume, "unit": unit or ""},
    )


def _said(effect: Effect, time: Range | None, cost: tuple[Money, ...] | None) -> list[Message]:
    told = []
    if time is None:
        told.append(Message("Time saved in a year: not known."))
    else:
        least = Message("at least {amount}", {"amount": hours(time)})
        told.append(
            Message(
                "Time saved in a year: {amount}.",
                {"amount": least if "elapsed" in effect.every.more else hours(time)},
            )
        )
    if cost is None:
        told.append(Message("Fees saved in a year: not known."))
    elif not cost:
        told.append(Message("Fees saved in a year: none."))
    else:
        told.append(Message("Fees saved in a year: {amount}.", {"amount": amounts(cost)}))
    if effect.procedure.spared:
        told.append(
            Message("What is spared where risk does not call for a step is left out: how often is not known.")
        )
    return told


def _times(values: Range, volume: float) -> Range:
    return Range(
        *(None if end is None else round(end * volume, 6) for end in (values.min, values.typ, values.max))
    )
