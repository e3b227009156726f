"""The lanes of a diagram: the bodies that do the steps, or with which they are done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from customs_app.domain.procedure import Agency, Step
from customs_app.domain.reference import Reference
from customs_app.language.labels import label
from customs_app.language.words import Words


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: the id of its agency (None: no agency is recorded), what stands in its head.

    `name` is short; `full` is the agency's whole name, the same where there is no shorter one.
    """

    agency_id: str | None
    name: str
    full: str


def lanes_of(
    steps: Iterable[Step], columns: Mapping[str, int], reference: Reference, words: Words
) -> tuple[Lane, ...]:
    """The lanes of steps (`columns`: step id -> column), the one that is met first at the top.

    A body is called by its kind where no other lane has that kind.
    """
    first: dict[str | None, tuple[int, int]] = {}
    for step in steps:
        at = (columns[step.id], step.seq)
        first[step.agency_id] = min(at, first.get(step.agency_id, at))
    bodies = {
        agency_id: reference.agencies.get(agency_id) if agency_id else None
        for agency_id in sorted(first, key=lambda one: first[one])
    }
    kinds = [body.kind for body in bodies.values() if body is not None]
    return tuple(
        _lane(agency_id, body, body is not None and kinds.count(body.kind) == 1, words)
        for agency_id, body in bodies.items()
    )


def _lane(agency_id: str | None, body: Agency | None, alone: bool, words: Words) -> Lane:
    if body is None:
        name = agency_id or words.text("Agency unknown")
        return Lane(agency_id, name, name)
    full = body.name[words.language]
    if body.kind is None or not alone:
        return Lane(agency_id, full, full)
    return Lane(agency_id, label(body.kind, words), full)
