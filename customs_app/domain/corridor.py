"""Transport corridors: the countries and places that one lorry or train passes, in order."""

from enum import StrEnum

from customs_app.domain.procedure import FullProcedure, Procedure
from customs_app.domain.record import record
from customs_app.domain.text import Message, Text


class LegKind(StrEnum):
    """What a corridor does at a place."""

    ORIGIN = "origin"
    TRANSIT = "transit"
    BORDER_EXIT = "border_exit"
    BORDER_ENTRY = "border_entry"
    DESTINATION = "destination"


class CorridorMode(StrEnum):
    """How goods travel along a corridor: as the modes of transport, or by several."""

    ROAD = "road"
    RAIL = "rail"
    SEA = "sea"
    AIR = "air"
    MULTIMODAL = "multimodal"


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


class Role(StrEnum):
    """What a block of the chain is to the goods, in the order in which one country asks for it."""

    CROSS_IN = "cross_in"
    IMPORT = "import"
    TRANSIT = "transit"
    EXPORT = "export"
    CROSS_OUT = "cross_out"


class GapKind(StrEnum):
    """Why nothing is known of a piece of the journey.

    DRIVING has no time; the others are blocks without a procedure: NO_PROCEDURE is recorded, none is
    recorded at a border INSIDE_UNION, an official left it empty ON_PURPOSE, or the country is
    NOT_IN_CATALOGUE.
    """

    DRIVING = "driving"
    NO_PROCEDURE = "no_procedure"
    INSIDE_UNION = "inside_union"
    ON_PURPOSE = "on_purpose"
    NOT_IN_CATALOGUE = "not_in_catalogue"


@record(frozen=True, slots=True)
class Block:
    """One part of the chain: what one country asks for, at some places of the corridor.

    `key` tells the block from the others of its corridor and stays when other places change. `procedure`
    is None for a gap, and `gap` says which kind. `proposed` says that the application chose it (or found
    none) and no official has said otherwise; `why` is the reason, a sentence. `others` are the procedures
    that could stand here as well, the best first. `elsewhere` says that the procedure is recorded at
    another place than the corridor passes, so that its figures are those of that place. `takes_in` are the
    keys of blocks at the border that do not stand because this procedure does the work at the border
    itself; a procedure bound to such a key makes it stand.
    """

    key: str
    country: str
    role: Role
    places: tuple[Leg, ...]
    procedure: FullProcedure | None
    proposed: bool
    why: Message
    others: tuple[Procedure, ...] = ()
    takes_in: tuple[str, ...] = ()
    elsewhere: bool = False
    gap: GapKind | None = None
