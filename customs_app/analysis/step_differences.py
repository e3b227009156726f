"""Sentences about who has a step, through which channel, how often, and whether always."""

from collections.abc import Iterator

from customs_app.analysis.rows import Row
from customs_app.analysis.sentence_parts import Difference, Kind, Names, grouped, joined, there
from customs_app.domain.codes import Channel
from customs_app.domain.text import Message
from customs_app.language.labels import label_message

_HEAVY = (Channel.IN_PERSON, Channel.PAPER)
_LIGHT = (Channel.ONLINE, Channel.AUTOMATIC)


def presence(row: Row, names: Names) -> Iterator[Difference]:
    """Who has the activity and who does not."""
    have = tuple(there(row))
    lack = tuple(iso2 for iso2 in row.cells if iso2 not in have)
    if not lack:
        return
    activity = row.activity
    if len(have) == 1:
        (only,) = names(have)
        values = {"activity": activity.name, "country": only}
        conditional = there(row)[have[0]].conditional
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


def channel(row: Row, names: Names) -> Iterator[Difference]:
    """Through which channels it is done, the heaviest first."""
    groups = grouped({iso2: cell.channel for iso2, cell in there(row).items() if cell.channel is not None})
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
    message = Message("{activity} – {groups}.", {"activity": row.activity.name, "groups": joined(told)})
    heavy = [iso2 for channel in _HEAVY for iso2 in groups.get(channel, ())]
    if heavy and any(channel in groups for channel in _LIGHT):
        yield Difference(row.activity.code, tuple(heavy), message, Kind.IN_PERSON)
    else:
        yield Difference(
            row.activity.code,
            tuple(iso2 for countries in groups.values() for iso2 in countries),
            message,
            Kind.CHANNEL,
        )


def steps(row: Row, names: Names) -> Iterator[Difference]:
    """In how many steps it is done."""
    groups = grouped({iso2: len(cell.steps) for iso2, cell in there(row).items()})
    if len(groups) < 2:
        return
    told = [
        Message("{n} step ({countries})", {"n": n, "countries": names(groups[n])}, "{n} steps ({countries})")
        for n in sorted(groups, reverse=True)
    ]
    message = Message("{activity} – {groups}.", {"activity": row.activity.name, "groups": joined(told)})
    yield Difference(row.activity.code, tuple(groups[max(groups)]), message, Kind.STEPS)


def condition(row: Row, names: Names) -> Iterator[Difference]:
    """Who asks for it always, and who only under a condition."""
    groups = grouped({iso2: cell.conditional for iso2, cell in there(row).items()})
    if len(groups) < 2:
        return
    message = Message(
        "{activity} – for every consignment: {always}; only under a condition: {sometimes}.",
        {"activity": row.activity.name, "always": names(groups[False]), "sometimes": names(groups[True])},
    )
    yield Difference(row.activity.code, tuple(groups[False]), message, Kind.CONDITION)
