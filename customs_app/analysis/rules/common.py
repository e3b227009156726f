"""What several rules ask of steps, documents and agencies."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from customs_app.analysis.rules.base import Context
from customs_app.domain.codes import AgencyKind, Channel, Confidence, Role
from customs_app.domain.procedure import DocumentUse, FullProcedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.review import EvidenceRow
from customs_app.domain.text import Message, Text

PRIVATE = frozenset({AgencyKind.TRADER, AgencyKind.BROKER, AgencyKind.CARRIER, AgencyKind.TERMINAL})
"""Bodies that are no authority: what is done with them rests on a contract."""

ELECTRONIC = frozenset({Channel.ONLINE, Channel.AUTOMATIC})
"""Channels that need neither a visit nor paper."""

PHYSICAL = frozenset(
    {"TRN-04", "TRN-05", "TRN-06", "TRN-07", "CRT-06", "CRT-07", "CRT-08", "DCL-03", "REL-04"}
    | {f"INS-{n:02}" for n in range(2, 11)}
    | {f"BRD-{n:02}" for n in (1, 2, 4, 5, 6, 8)}
)
"""Activities that handle the goods, the vehicle or the driver and so need presence."""

TRADE_ITSELF = frozenset({"PRE-02", "PRE-06", "PRE-07", "PRE-08", "TRN-01", "TRN-04", "TRN-05", "REL-04"})
"""What a trader does anyway, whether a country lists it or not."""

CONTROLS = (*(f"INS-{n:02}" for n in range(2, 11)), "DCL-06", "DCL-07", "TRN-07")
"""Activities that control the goods, the papers or the vehicle."""

ON_PAPER = frozenset({"DCL-06", "DCL-07"})
"""Controls that look at papers alone."""

_ONCE = re.compile(r"\b(once|first (shipment|consignment|time))\b", re.IGNORECASE)

_ORDER = (Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)


def exclusive(one: Step, other: Step) -> bool:
    """Whether the two steps are different options of one choice."""
    return one.choice_group is not None and (
        one.choice_group == other.choice_group and one.choice != other.choice
    )


def selections(steps: Sequence[Step]) -> Iterator[tuple[Step, ...]]:
    """Each largest set of the steps in which no two exclude one another, in the order given."""
    options: dict[str, dict[str, None]] = {}
    for step in steps:
        if step.choice and step.choice_group is not None:
            options.setdefault(step.choice_group, {})[step.choice] = None
    for taken in product(*options.values()):
        yield tuple(step for step in steps if step.choice is None or step.choice in taken)


def together(steps: Sequence[Step]) -> Iterator[tuple[Step, ...]]:
    """The selections of the steps, but for those that share two steps with one before.

    What is redundant in such a set is told already.
    """
    told: list[set[str]] = []
    for kept in selections(steps):
        ids = {step.id for step in kept}
        if all(len(ids & other) < 2 for other in told):
            told.append(ids)
            yield kept


def conditional(step: Step) -> bool:
    """Whether only some consignments meet the step."""
    return step.condition is not None or step.choice is not None


def conditions_differ(one: Step, other: Step) -> bool:
    """Whether both have a condition, not the same one, so that they may never meet."""
    if one.condition is None or other.condition is None:
        return False
    return one.condition.en != other.condition.en and (one.choice is None or one.choice != other.choice)


def may_never_meet(steps: Sequence[Step]) -> bool:
    """Whether every two of the steps have different conditions."""
    return all(conditions_differ(one, other) for one, other in combinations(steps, 2))


def lower(confidence: Confidence, by: int = 1) -> Confidence:
    """The confidence some levels down, at least low."""
    return _ORDER[min(_ORDER.index(confidence) + by, len(_ORDER) - 1)]


def highest(confidences: Iterable[Confidence]) -> Confidence:
    """The strongest of the confidences."""
    return min(confidences, key=_ORDER.index)


def rank(confidence: Confidence) -> int:
    """0 for the strongest confidence, rising as it weakens."""
    return _ORDER.index(confidence)


def uses(full: FullProcedure, step: Step, *roles: Role) -> tuple[DocumentUse, ...]:
    """What the step does with documents, in these roles (all where none is named)."""
    return tuple(use for use in full.uses.get(step.id, ()) if not roles or use.role in roles)


def same_document(document_id: str, reference: Reference) -> str:
    """What two names of one document share: its UN/EDIFACT 1001 code, else its own id."""
    document = reference.documents.get(document_id)
    return document.code if document is not None and document.code else document_id


def document_name(document_id: str, reference: Reference) -> Text:
    """The document's name, or its id where the catalogue does not hold it."""
    document = reference.documents.get(document_id)
    return document.name if document is not None else Text(document_id)


def agency_name(agency_id: str, reference: Reference) -> Text:
    """The agency's name, or its id where the catalogue does not hold it."""
    agency = reference.agencies.get(agency_id)
    return agency.name if agency is not None else Text(agency_id)


def agency_kind(step: Step, reference: Reference) -> AgencyKind | None:
    """The kind of body that does the step; None where the catalogue does not say."""
    agency = reference.agencies.get(step.agency_id) if step.agency_id else None
    return agency.kind if agency is not None else None


def is_private(step: Step, reference: Reference) -> bool:
    """Whether the step is done by or with a private party, as far as the catalogue says."""
    return agency_kind(step, reference) in PRIVATE


def own_work(step: Step, reference: Reference) -> bool:
    """Whether a private party does its own business here, or readies papers, and asks for none."""
    readies = step.activity in TRADE_ITSELF or step.activity == "DCL-04"
    collects = step.activity.startswith("CRT-") and agency_kind(step, reference) is AgencyKind.TRADER
    return collects or (readies and is_private(step, reference))


def once(step: Step) -> bool:
    """Whether the step is done once for many consignments: a registration, or so says its condition."""
    said = step.condition is not None and _ONCE.search(step.condition.en) is not None
    return said or step.activity == "PRE-01"


def activity_name(code: str, reference: Reference) -> Text:
    """The activity's name, or its code where the reference list does not hold it."""
    activity = reference.activities.get(code)
    return activity.name if activity is not None else Text(code)


def country_names(countries: Iterable[str], reference: Reference) -> tuple[Text, ...]:
    """Names of countries, or their codes where the reference list does not hold them."""
    return tuple(
        reference.countries[code].name if code in reference.countries else Text(code) for code in countries
    )


def numbers(steps: Iterable[Step]) -> tuple[int, ...]:
    """The steps as an official reads them, by number."""
    return tuple(step.seq for step in steps)


def rows(step: Step, document: str | None = None) -> tuple[EvidenceRow, ...]:
    """The step (and what it does with a document) as evidence, one row for each of its sources."""
    if not step.source_ids:
        return (EvidenceRow(step.id, document, None, step.locator),)
    return tuple(EvidenceRow(step.id, document, source, step.locator) for source in step.source_ids)


def rows_of(steps: Iterable[Step]) -> tuple[EvidenceRow, ...]:
    """Several steps as evidence."""
    return tuple(row for step in steps for row in rows(step))


def rows_of_peers(peers: Iterable[FullProcedure]) -> tuple[EvidenceRow, ...]:
    """Procedures that live without a step as evidence: no step, the procedure's id as the place."""
    return tuple(
        EvidenceRow(None, None, source, peer.procedure.id)
        for peer in peers
        for source in peer.procedure.source_ids[:1] or (None,)
    )


def steps_of(full: FullProcedure, *activities: str) -> tuple[Step, ...]:
    """Steps of the procedure that do one of the activities."""
    return tuple(step for step in full.steps if step.activity in activities)


def peers_with(context: Context, activity: str) -> Mapping[str, tuple[Step, ...]]:
    """Other countries whose procedure has the activity, and the steps that do it."""
    found = {country: steps_of(peer, activity) for country, peer in context.peers.items()}
    return {country: steps for country, steps in found.items() if steps}


def first_reason(*reasons: tuple[bool, Message]) -> Message | None:
    """The first of the sentences that holds; None where none does."""
    return next((said for holds, said in reasons if holds), None)


def both(first: Message, second: Message) -> Message:
    """Two sentences, one after the other."""
    return Message("{first} {second}", {"first": first, "second": second})


def never_meet() -> Message:
    """Why a finding over steps of different conditions may be wrong."""
    return Message("The steps have different conditions and may never meet in one consignment.")
