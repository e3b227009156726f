"""The procedure that countries could have in common: the median one, or that of a chosen country."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median

from customs_app.analysis.align.fields import DocumentKey
from customs_app.analysis.distance.facts import Facts, facts
from customs_app.analysis.opinions import most
from customs_app.domain.codes import Channel, Stage
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.text import Text


@dataclass(frozen=True, slots=True)
class CommonActivity:
    """An activity of the common procedure: `have` of `of` countries have it.

    `channel` is that of most countries whose channel is known, None where none leads.
    """

    activity: str
    have: int
    of: int
    channel: Channel | None


@dataclass(frozen=True, slots=True)
class CommonDocument:
    """A document of the common procedure: `have` of the `of` countries with recorded documents ask for it.

    `activities` are those of the common procedure that ask for it somewhere, `issued_by` those that issue it.
    """

    key: DocumentKey
    name: Text
    have: int
    of: int
    activities: tuple[str, ...]
    issued_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Common:
    """What the procedures of `countries` could have in common; `like` is the country it is taken from.

    `like` None is the median. `activities` and `documents` hold what is in it, in order of the reference
    list and of appearance. `counts` and `document_counts` say of all others too how many countries have
    them, of `documented` countries where documents are meant; `recorded`: those can be compared at all.
    `ahead` are two activities (codes) of which the first comes before the second. `usual` is the median
    number of activities that are recorded of a country.
    """

    countries: tuple[str, ...]
    like: str | None
    activities: tuple[CommonActivity, ...]
    documents: tuple[CommonDocument, ...]
    ahead: frozenset[tuple[str, str]]
    counts: Mapping[str, int]
    document_counts: Mapping[DocumentKey, int]
    documented: int
    recorded: bool
    usual: float


def common(procedures: Mapping[str, FullProcedure], reference: Reference, like: str | None = None) -> Common:
    """The common procedure of several (country -> procedure): the median, or that of the country `like`.

    KeyError where `like` is none of the countries.
    """
    every = [facts(full, reference) for full in procedures.values()]
    models = every if like is None else [facts(procedures[like], reference)]
    counts = Counter(code for one in every for code in one.channels)
    documented = [one for one in every if one.recorded]
    asked = Counter(key for one in documented for key in one.documents)
    stages = list(Stage)
    order = {code: (stages.index(activity.stage), place)
             for place, (code, activity) in enumerate(reference.activities.items())}  # fmt: skip
    taken = sorted(
        {code for one in models for code in one.channels if _half(counts[code], len(every), like)},
        key=lambda code: (order.get(code, (len(stages), 0)), code),
    )
    return Common(
        tuple(procedures),
        like,
        tuple(CommonActivity(code, counts[code], len(every), _channel(code, models)) for code in taken),
        tuple(
            CommonDocument(
                key,
                _document_name(key, models, reference),
                asked[key],
                len(documented),
                _those(taken, {code for one in models for code in one.documents.get(key, ())}),
                _those(taken, {code for one in models for code in one.issued.get(key, ())}),
            )
            for key in dict.fromkeys(key for one in models for key in one.documents)
            if _half(asked[key], len(documented), like)
        ),
        frozenset(_order(taken, models)),
        counts,
        asked,
        len(documented),
        any(one.recorded for one in models),
        median(len(one.channels) for one in every),
    )


def _half(have: int, of: int, like: str | None) -> bool:
    return like is not None or 2 * have >= of


def _channel(code: str, models: Sequence[Facts]) -> Channel | None:
    return most(channel for one in models if (channel := one.channels.get(code)) is not None)


def _those(taken: Sequence[str], among: Collection[str]) -> tuple[str, ...]:
    return tuple(code for code in taken if code in among)


def _document_name(key: DocumentKey, models: Sequence[Facts], reference: Reference) -> Text:
    return document_text(key, next(one.names[key] for one in models if key in one.names), reference)


def document_text(key: DocumentKey, document_id: str, reference: Reference) -> Text:
    """The name of a document with a code: that of its public form, else that which a country gives it."""
    if key.key in reference.forms:
        return reference.forms[key.key].name
    return reference.documents[document_id].name


def _order(taken: Sequence[str], models: Sequence[Facts]) -> list[tuple[str, str]]:
    """Every two activities of which most countries that have both make the second wait for the first."""
    found: list[tuple[str, str]] = []
    for one, other in combinations(taken, 2):
        both = [own for own in models if one in own.channels and other in own.channels and own.waits]
        for first, then in ((one, other), (other, one)):
            if 2 * sum((first, then) in own.ahead for own in both) > len(both):
                found.append((first, then))
    return found
