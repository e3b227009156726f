"""Transport corridors: the countries and places that one lorry or train passes, in order."""

from enum import StrEnum

from customs_app.domain.record import record
from customs_app.domain.text import Text


class LegKind(StrEnum):
    """What a corridor does at a place."""

    ORIGIN = "origin"
    TRANSIT = "transit"
    BORDER_EXIT = "border_exit"
    BORDER_ENTRY = "border_entry"
    DESTINATION = "destination"


@record(frozen=True, slots=True)
class Leg:
    """One place of a corridor; `name` is None where only the country is known."""

    seq: int
    country: str
    name: Text | None = None
    unlocode: str | None = None
    kind: LegKind | None = None
    note: str | None = None
    source_ids: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class Corridor:
    """A corridor with its places in order; `mode` is a mode of transport or `multimodal`."""

    id: str
    name: Text
    mode: str | None = None
    description: Text | None = None
    source_id: str | None = None
    legs: tuple[Leg, ...] = ()
