"""Changes that bring a procedure to the common one, as sentences."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from customs_app.analysis.distance.common import Common, document_text
from customs_app.analysis.distance.facts import Facts
from customs_app.analysis.rules.common import activity_name
from customs_app.domain.codes import Channel
from customs_app.domain.reference import Reference
from customs_app.domain.text import Message, Value
from customs_app.language.labels import label_message
from customs_app.language.words import N_, Words


class ChangeKind(StrEnum):
    """What a country would change."""

    ADD = "add"
    DROP = "drop"
    CHANNEL = "channel"
    DOCUMENT_ADD = "document_add"
    DOCUMENT_DROP = "document_drop"
    ORDER = "order"


_KINDS: Mapping[ChangeKind, str] = {
    ChangeKind.ADD: N_("Activities to add"),
    ChangeKind.DROP: N_("Activities to drop"),
    ChangeKind.CHANNEL: N_("Lighter channels"),
    ChangeKind.DOCUMENT_ADD: N_("Documents to ask for"),
    ChangeKind.DOCUMENT_DROP: N_("Documents to ask for no longer"),
    ChangeKind.ORDER: N_("Changes of order"),
}


def kind_label(kind: ChangeKind, words: Words) -> str:
    """The name of a kind of change, as the head of a column of counts."""
    return words.text(_KINDS[kind])


@dataclass(frozen=True, slots=True)
class Change:
    """One change; `activity` (code) is that which it is about, for a document the first that asks for it."""

    kind: ChangeKind
    activity: str
    message: Message


def changes_of(own: Facts, common: Common, reference: Reference) -> Iterator[Change]:
    """All changes of one country, kind by kind in order of `ChangeKind`."""
    taken = [one.activity for one in common.activities]
    add = [code for code in taken if code not in own.channels]
    drop = [code for code in own.channels if code not in taken]
    for code in add:
        yield Change(ChangeKind.ADD, code, _counted(_ADD, code, common, reference))
    for code in drop:
        yield Change(ChangeKind.DROP, code, _counted(_DROP, code, common, reference))
    yield from _channels(own, common, reference)
    yield from _documents(own, common, reference, frozenset(add), frozenset(drop))
    yield from _places(own, common, reference)


def not_told(own: Facts, common: Common, reference: Reference) -> Iterator[Message]:
    """What cannot be compared because it is not recorded."""
    if 2 * len(own.channels) < common.usual:
        yield Message(
            "Few activities are recorded ({n}): what seems to be missing may only not be recorded.",
            {"n": len(own.channels)},
        )
    silent = tuple(
        activity_name(one.activity, reference)
        for one in common.activities
        if one.channel is not None and own.channels.get(one.activity, one.channel) is None
    )
    if silent:
        yield Message("How it is done is not recorded: {activities}.", {"activities": silent})
    if not own.recorded and common.documents:
        yield Message("No documents are recorded, so none are compared.")
    if own.uncoded:
        yield Message(
            "{n} document has no international code and is not compared: {documents}.",
            {"n": len(own.uncoded), "documents": tuple(reference.documents[one].name for one in own.uncoded
                                                       if one in reference.documents)},
            "{n} documents have no international code and are not compared: {documents}.",
        )  # fmt: skip
    if not own.waits and common.ahead:
        yield Message("It is not recorded which step waits for which, so the order is not compared.")


_ADD = Message("Add: {activity} (in {have} of {of} countries).")
_DROP = Message("Drop: {activity} (in {have} of {of} countries).")


def _counted(said: Message, code: str, common: Common, reference: Reference) -> Message:
    values: dict[str, Value] = {"activity": activity_name(code, reference), "have": common.counts[code]}
    return Message(said.sentence, {**values, "of": len(common.countries)})


def _channels(own: Facts, common: Common, reference: Reference) -> Iterator[Change]:
    heavy = list(Channel).index
    for one in common.activities:
        channel = own.channels.get(one.activity)
        if channel is None or one.channel is None or heavy(channel) <= heavy(one.channel):
            continue
        values = {"old": label_message(channel), "new": label_message(one.channel)}
        yield Change(
            ChangeKind.CHANNEL,
            one.activity,
            Message(
                "{activity}: {old} → {new}.", {"activity": activity_name(one.activity, reference), **values}
            ),
        )


def _documents(
    own: Facts, common: Common, reference: Reference, add: frozenset[str], drop: frozenset[str]
) -> Iterator[Change]:
    """Documents to ask for, then those to ask for no longer, but for what comes or goes with an activity."""
    if not (own.recorded and common.recorded):
        return
    for one in common.documents:
        kept = [code for code in one.activities if code not in add]
        if one.key in own.documents or not add.isdisjoint(one.issued_by):
            continue
        if kept or not one.activities:
            values: dict[str, Value] = {"document": one.name, "have": one.have, "of": one.of}
            yield Change(
                ChangeKind.DOCUMENT_ADD,
                kept[0] if kept else "",
                Message("Ask for a document: {document} (in {have} of {of} countries).", values),
            )
    wanted = {one.key for one in common.documents}
    for key, asking in own.documents.items():
        kept = [code for code in asking if code not in drop]
        if key not in wanted and kept and drop.isdisjoint(own.issued.get(key, ())):
            yield Change(
                ChangeKind.DOCUMENT_DROP,
                kept[0],
                Message(
                    "No longer ask for a document: {document} (in {have} of {of} countries).",
                    {
                        "document": document_text(key, own.names[key], reference),
                        "have": common.document_counts[key],
                        "of": common.documented,
                    },
                ),
            )


def _places(own: Facts, common: Common, reference: Reference) -> Iterator[Change]:
    """Activities that must change their place; those against the order of most others first, till none is."""
    against = {(first, then) for first, then in common.ahead if (then, first) in own.ahead}
    place = {one.activity: number for number, one in enumerate(common.activities)}
    while against:
        met = Counter(code for both in against for code in both)
        moving = min(met, key=lambda code: (-met[code], place[code]))
        before = sorted((first for first, then in against if then == moving), key=place.__getitem__)
        after = sorted((then for first, then in against if first == moving), key=place.__getitem__)
        order = tuple(activity_name(code, reference) for code in (*before, moving, *after))
        yield Change(
            ChangeKind.ORDER, moving, Message("Change the order to: {activities}.", {"activities": order})
        )
        against = {both for both in against if moving not in both}
