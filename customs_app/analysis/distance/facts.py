"""What of one country's procedure is compared with a common one."""

from collections.abc import Mapping
from dataclasses import dataclass

from customs_app.analysis.align.fields import DocumentKey, document_key
from customs_app.analysis.align.waiting import Before
from customs_app.analysis.rules.common import TRADE_ITSELF
from customs_app.domain.codes import Channel, Role
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference

_DECLARATIONS = frozenset({"830", "929", "950"})
"""Goods declarations, by form: what an activity lodges, not what it asks for besides."""


@dataclass(frozen=True, slots=True)
class Facts:
    """A procedure by its activities (codes), in order of their first steps.

    `channels` holds the heaviest of an activity's steps, None where no step's is known. `documents` are
    those with a code that are handed in or shown, each with the activities that ask for it, `issued` any
    that are issued, with the activities that do; `names` has an id of each, `uncoded` are ids of those asked
    for without a code. `recorded`: some document is; `waits`: some step waits for another. `ahead` are two
    activities of which the first must end before the second.
    """

    country: str
    channels: Mapping[str, Channel | None]
    documents: Mapping[DocumentKey, tuple[str, ...]]
    issued: Mapping[DocumentKey, tuple[str, ...]]
    names: Mapping[DocumentKey, str]
    uncoded: tuple[str, ...]
    recorded: bool
    waits: bool
    ahead: frozenset[tuple[str, str]]


def facts(full: FullProcedure, reference: Reference) -> Facts:
    """What is compared of a procedure; what the trader does anyway is left out."""
    heavy = list(Channel).index
    channels: dict[str, Channel | None] = {}
    documents: dict[DocumentKey, dict[str, None]] = {}
    issued: dict[DocumentKey, dict[str, None]] = {}
    names: dict[DocumentKey, str] = {}
    uncoded: dict[str, None] = {}
    for step in full.steps:
        if step.activity in TRADE_ITSELF:
            continue
        known = [one for one in (channels.get(step.activity), step.channel) if one is not None]
        channels[step.activity] = max(known, key=heavy, default=None)
        for use in full.uses.get(step.id, ()):
            key = document_key(use.document_id, reference)
            if key.coded and key.key in _DECLARATIONS:
                continue
            if use.role is Role.OUTPUT:
                issued.setdefault(key, {})[step.activity] = None
            elif key.coded:
                documents.setdefault(key, {})[step.activity] = None
                names.setdefault(key, use.document_id)
            else:
                uncoded[use.document_id] = None
    before = Before(full)
    return Facts(
        full.procedure.country,
        channels,
        {key: tuple(asked) for key, asked in documents.items()},
        {key: tuple(issuing) for key, issuing in issued.items()},
        names,
        tuple(uncoded),
        any(use.role is not Role.OUTPUT for uses in full.uses.values() for use in uses),
        before.known,
        _ahead(full, before),
    )


def _ahead(full: FullProcedure, before: Before) -> frozenset[tuple[str, str]]:
    """Every two activities of which steps of the one wait for steps of the other, and not the other way."""
    earlier: list[set[str]] = [set() for _ in full.steps]
    found: set[tuple[str, str]] = set()
    for place in before.order:
        for other in before.direct[place]:
            earlier[place] |= earlier[other] | {full.steps[other].activity}
        found.update((name, full.steps[place].activity) for name in earlier[place])
    return frozenset(
        (one, other)
        for one, other in found
        if (other, one) not in found and TRADE_ITSELF.isdisjoint((one, other))
    )
