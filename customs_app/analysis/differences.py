"""What sets countries apart, as sentences.

Names of countries and activities stand in no phrase that would need another case or gender of them:
in Russian they are given in the nominative only.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar

from customs_app.analysis.like_for_like import LikeForLike
from customs_app.analysis.rows import Cell, Row
from customs_app.domain.codes import Channel
from customs_app.domain.figures import Range
from customs_app.domain.reference import Country, Reference
from customs_app.domain.text import Message, Text
from customs_app.language.labels import label_message

MATTERS = 1.2
"""A time or fee counts as different where it is more than this many times another."""

_HEAVY = (Channel.IN_PERSON, Channel.PAPER)
_LIGHT = (Channel.ONLINE, Channel.AUTOMATIC)
_Names = Callable[[Iterable[str]], tuple[Text, ...]]
_T = TypeVar("_T")


class Kind(IntEnum):
    """What a sentence is about, from the most telling to the least."""

    LIKE_FOR_LIKE = 0
    ONLY_ONE_HAS = 1
    ONLY_ONE_LACKS = 2
    IN_PERSON = 3
    CHANNEL = 4
    STEPS = 5
    TIME = 6
    FEE = 7
    CONDITION = 8
    SOME_LACK = 9


@dataclass(frozen=True, slots=True)
class Difference:
    """One sentence; `activity` is the code of its row, empty where it speaks of the whole procedure.

    `countries` are those which it sets apart, or all that it names where none stands alone.
    """

    activity: str
    countries: tuple[str, ...]
    message: Message
    kind: Kind


def differences(rows: Iterable[Row], alike: LikeForLike, reference: Reference) -> tuple[Difference, ...]:
    """What sets the countries apart, the most telling first, then in order of the rows.

    Only what is recorded is compared: an unknown channel, time or fee is no difference.
    """

    def names(countries: Iterable[str]) -> tuple[Text, ...]:
        return tuple(_name(reference.countries, iso2) for iso2 in countries)

    found = [*_alike(alike, reference, names)]
    for row in rows:
        for say in (_presence, _channel, _steps, _time, _fee, _condition):
            found.extend(say(row, names))
    return tuple(sorted(found, key=lambda difference: difference.kind))


def _presence(row: Row, names: _Names) -> Iterator[Difference]:
    have = tuple(_there(row))
    lack = tuple(iso2 for iso2 in row.cells if iso2 not in have)
    if not lack:
        return
    activity = row.activity
    if len(have) == 1:
        (only,) = names(have)
        values = {"activity": activity.name, "country": only}
        conditional = _there(row)[have[0]].conditional
        message = (
            Message("{activity} – only here, and only under a condition: {country}.", values)
            if conditional
            else Message("{activity} – only here: {country}.", values)
        )
        yield Difference(activity.code, have, message, Kind.ONLY_ONE_HAS)
    elif len(lack) == 1:
        (only,) = names(lack)
        message = Message(
            "{activity} – the only country without such a step: {country}.",
            {"activity": activity.name, "country": only},
        )
        yield Difference(activity.code, lack, message, Kind.ONLY_ONE_LACKS)
    else:
        message = Message(
            "{activity} – recorded for: {have}; not for: {lack}.",
            {"activity": activity.name, "have": names(have), "lack": names(lack)},
        )
        yield Difference(activity.code, have, message, Kind.SOME_LACK)


def _channel(row: Row, names: _Names) -> Iterator[Difference]:
    groups = _grouped({iso2: cell.channel for iso2, cell in _there(row).items() if cell.channel is not None})
    if len(groups) < 2:
        return
    told = [
        Message(
            "{channel} ({countries})",
            {"channel": label_message(channel), "countries": names(groups[channel])},
        )
        for channel in reversed(Channel)
        if channel in groups
    ]
    message = Message("{activity} – {groups}.", {"activity": row.activity.name, "groups": _joined(told)})
    heavy = [iso2 for channel in _HEAVY for iso2 in groups.get(channel, ())]
    if heavy and any(channel in groups for channel in _LIGHT):
        yield Difference(row.activity.code, tuple(heavy), message, Kind.IN_PERSON)
    else:
        yield Difference(row.activity.code, _all_of(groups), message, Kind.CHANNEL)


def _steps(row: Row, names: _Names) -> Iterator[Difference]:
    groups = _grouped({iso2: len(cell.steps) for iso2, cell in _there(row).items()})
    if len(groups) < 2:
        return
    told = [
        Message("{n} step ({countries})", {"n": n, "countries": names(groups[n])}, "{n} steps ({countries})")
        for n in sorted(groups, reverse=True)
    ]
    message = Message("{activity} – {groups}.", {"activity": row.activity.name, "groups": _joined(told)})
    yield Difference(row.activity.code, tuple(groups[max(groups)]), message, Kind.STEPS)


def _time(row: Row, names: _Names) -> Iterator[Difference]:
    own: dict[str, Range] = {}
    limits: dict[str, float] = {}
    for iso2, cell in _there(row).items():
        if cell.hours is None:
            continue
        if cell.own:
            own[iso2] = cell.hours
        elif cell.limit and cell.hours.max is not None:
            limits[iso2] = cell.hours.max
    typical = [hours.typ for hours in own.values() if hours.typ is not None]
    if not _apart(typical) and not (typical and limits and max(typical) > MATTERS * min(limits.values())):
        return
    message = Message(
        "{activity} – time: {groups}.",
        {
            "activity": row.activity.name,
            "groups": _joined([*_durations(own, names), *_limits(limits, names)]),
        },
    )
    yield Difference(row.activity.code, (*own, *limits), message, Kind.TIME)


def _durations(own: Mapping[str, Range], names: _Names) -> list[Message]:
    groups = _grouped(own)
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


def _limits(limits: Mapping[str, float], names: _Names) -> list[Message]:
    groups = _grouped(limits)
    return [
        Message("limit {hours} h ({countries})", {"hours": hours, "countries": names(groups[hours])})
        for hours in sorted(groups, reverse=True)
    ]


def _fee(row: Row, names: _Names) -> Iterator[Difference]:
    paid = {iso2: cell.cost[0] for iso2, cell in _there(row).items() if cell.own_fee and len(cell.cost) == 1}
    one_currency = len({money.currency for money in paid.values()}) == 1
    if len(paid) < 2 or (one_currency and not _apart([money.amount for money in paid.values()])):
        return
    groups = _grouped(paid)
    told = [
        Message(
            "{amount} {currency} ({countries})",
            {"amount": money.amount, "currency": money.currency, "countries": names(countries)},
        )
        for money, countries in groups.items()
    ]
    message = Message(
        "{activity} – fees: {groups}.", {"activity": row.activity.name, "groups": _joined(told)}
    )
    yield Difference(row.activity.code, tuple(paid), message, Kind.FEE)


def _condition(row: Row, names: _Names) -> Iterator[Difference]:
    groups = _grouped({iso2: cell.conditional for iso2, cell in _there(row).items()})
    if len(groups) < 2:
        return
    message = Message(
        "{activity} – for every consignment: {always}; only under a condition: {sometimes}.",
        {"activity": row.activity.name, "always": names(groups[False]), "sometimes": names(groups[True])},
    )
    yield Difference(row.activity.code, tuple(groups[False]), message, Kind.CONDITION)


def _alike(alike: LikeForLike, reference: Reference, names: _Names) -> Iterator[Difference]:
    typical = [hours.typ for hours in alike.elapsed.values() if hours.typ is not None]
    if not _apart(typical):
        return
    message = Message(
        "Like for like, over what every country has a time for ({activities}): {groups}.",
        {
            "activities": tuple(reference.activities[code].name for code in alike.time_activities),
            "groups": _joined(_durations(alike.elapsed, names)),
        },
    )
    yield Difference("", tuple(alike.elapsed), message, Kind.LIKE_FOR_LIKE)


def _apart(values: Sequence[float]) -> bool:
    return len(values) > 1 and max(values) > MATTERS * min(values)


def _there(row: Row) -> dict[str, Cell]:
    return {iso2: cell for iso2, cell in row.cells.items() if cell is not None}


def _joined(groups: Sequence[Message]) -> Message:
    """Groups one after another, told apart from the lists inside them."""
    if len(groups) == 1:
        return groups[0]
    return Message("{first}; {rest}", {"first": groups[0], "rest": _joined(groups[1:])})


def _grouped(values: Mapping[str, _T]) -> dict[_T, list[str]]:
    groups: dict[_T, list[str]] = {}
    for iso2, value in values.items():
        groups.setdefault(value, []).append(iso2)
    return groups


def _all_of(groups: Mapping[_T, Sequence[str]]) -> tuple[str, ...]:
    return tuple(iso2 for countries in groups.values() for iso2 in countries)


def _name(countries: Mapping[str, Country], iso2: str) -> Text:
    return countries[iso2].name if iso2 in countries else Text(iso2)
