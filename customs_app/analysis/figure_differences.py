"""Sentences about times and fees: only counted figures of the same activity are set side by side."""

from collections.abc import Iterator, Mapping

from customs_app.analysis.like_for_like import LikeForLike
from customs_app.analysis.rows import Row
from customs_app.analysis.sentence_parts import Difference, Kind, Names, grouped, joined, there
from customs_app.analysis.tolerance import USUAL, Tolerance, apart, money_apart
from customs_app.domain.figures import Range
from customs_app.domain.reference import ExchangeRate, Reference
from customs_app.domain.text import Message


def time(row: Row, names: Names, tolerance: Tolerance = USUAL) -> Iterator[Difference]:
    """How long it takes by its own durations, and which limits are set elsewhere."""
    own: dict[str, Range] = {}
    limits: dict[str, float] = {}
    for iso2, cell in there(row).items():
        if cell.hours is None:
            continue
        if cell.own:
            own[iso2] = cell.hours
        elif cell.limit and cell.hours.max is not None:
            limits[iso2] = cell.hours.max
    typical = [hours.typ for hours in own.values() if hours.typ is not None]
    over = typical and limits and max(typical) > tolerance.time * min(limits.values())
    if not over and not apart(typical, tolerance.time):
        return
    message = Message(
        "{activity} – time: {groups}.",
        {
            "activity": row.activity.name,
            "groups": joined([*_durations(own, names), *_limits(limits, names)]),
        },
    )
    yield Difference(row.activity.code, (*own, *limits), message, Kind.TIME)


def fee(
    row: Row, names: Names, rates: Mapping[str, ExchangeRate], tolerance: Tolerance = USUAL
) -> Iterator[Difference]:
    """What it costs by its own fees, in their own currencies; rates only tell whether they differ."""
    paid = {iso2: cell.cost[0] for iso2, cell in there(row).items() if cell.own_fee and len(cell.cost) == 1}
    if not money_apart(paid.values(), tolerance.cost, rates):
        return
    groups = grouped(paid)
    told = [
        Message(
            "{amount} {currency} ({countries})",
            {"amount": money.amount, "currency": money.currency, "countries": names(countries)},
        )
        for money, countries in groups.items()
    ]
    message = Message("{activity} – fees: {groups}.", {"activity": row.activity.name, "groups": joined(told)})
    yield Difference(row.activity.code, tuple(paid), message, Kind.FEE)


def alike_elapsed(
    alike: LikeForLike, reference: Reference, names: Names, tolerance: Tolerance = USUAL
) -> Iterator[Difference]:
    """How long all takes over the activities for which every country has a time."""
    typical = [hours.typ for hours in alike.elapsed.values() if hours.typ is not None]
    if not apart(typical, tolerance.time):
        return
    message = Message(
        "Like for like, over what every country has a time for ({activities}): {groups}.",
        {
            "activities": tuple(reference.activities[code].name for code in alike.time_activities),
            "groups": joined(_durations(alike.elapsed, names)),
        },
    )
    yield Difference("", tuple(alike.elapsed), message, Kind.LIKE_FOR_LIKE)


def _durations(own: Mapping[str, Range], names: Names) -> list[Message]:
    groups = grouped(own)
    told: list[Message] = []
    for hours in sorted(groups, key=lambda hours: hours.typ or 0.0, reverse=True):
        countries = names(groups[hours])
        low, typ, high = hours.min or 0.0, hours.typ or 0.0, hours.max or 0.0
        told.append(
            Message("{hours} h ({countries})", {"hours": typ, "countries": countries})
            if low == high
            else Message("{low} – {high} h ({countries})", {"low": low, "high": high, "countries": countries})
        )
    return told


def _limits(limits: Mapping[str, float], names: Names) -> list[Message]:
    groups = grouped(limits)
    return [
        Message("limit {hours} h ({countries})", {"hours": hours, "countries": names(groups[hours])})
        for hours in sorted(groups, reverse=True)
    ]
