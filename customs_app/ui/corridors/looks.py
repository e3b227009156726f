"""What the page of a corridor shows, worded beside the event loop: the widgets only paint it."""

from dataclasses import dataclass

from customs_app.domain.codes import Evidence, Stage
from customs_app.domain.procedure import Source


@dataclass(frozen=True, slots=True)
class BlockLook:
    """One block of the chain.

    `open` says that no procedure stands there. `offers` says that one could be attached. `bound` that an
    official chose what stands there. `tip` and `spoken` say all of it.
    """

    key: str
    country: str
    title: str
    places: str
    below: str
    tip: str
    spoken: str
    open: bool = False
    offers: bool = False
    bound: bool = False


@dataclass(frozen=True, slots=True)
class TotalLook:
    """One figure of the totals: its name, the figure, what it rests on."""

    key: str
    title: str
    value: str
    below: str
    tip: str
    strong: bool = True


@dataclass(frozen=True, slots=True)
class FigureLook:
    """One figure of a step with what it rests on; `counts` says that the time of the chain rests on it."""

    step_id: str
    name: str
    text: str
    says: str
    year: str
    evidence: Evidence | None
    strength: str
    place: str
    sources: tuple[Source, ...]
    counts: bool = True


@dataclass(frozen=True, slots=True)
class StepLook:
    """One step of a block.

    `figure` is the short text of its time, `conditional` says that the case may not take it, `counted` that
    the case does, `struck` that a what-if leaves it out. `figures` are its time and cost, where known.
    """

    step_id: str
    number: int
    title: str
    figure: str
    tip: str
    spoken: str
    stage: Stage | None
    evidence: Evidence | None
    conditional: bool = False
    counted: bool = True
    struck: bool = False
    figures: tuple[FigureLook, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteLook:
    """A sentence of the inspector, with its icon, and the code of the rule that says it.

    `step_id` is where it leads, None where nowhere. `warns` says that it tells of something that is missing
    or not sure.
    """

    text: str
    icon: str
    below: str = ""
    badge: str = ""
    step_id: str | None = None
    warns: bool = False
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class BlockSheet:
    """All that the inspector says of one block; `offers` are ids and names of what could stand in it."""

    key: str
    country: str
    title: str
    about: str
    why: str
    steps: tuple[StepLook, ...]
    repeated: tuple[NoteLook, ...] = ()
    border: tuple[NoteLook, ...] = ()
    guarantees: tuple[NoteLook, ...] = ()
    payments: tuple[NoteLook, ...] = ()
    procedure_id: str | None = None
    offers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """One use of a document in a cell of the table: a sign, the number of the step, where it leads."""

    icon: str
    number: int
    step_id: str
    block_key: str
    in_case: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: places or a text, and what it says at greater length."""

    text: str = ""
    places: tuple[Place, ...] = ()
    tip: str = ""
    spoken: str = ""
    strong: bool = False
    figure: bool = False


@dataclass(frozen=True, slots=True)
class TableLook:
    """A table of the lower pane: `title` stands on its tab, `name` is its name in full.

    `blocks` has the block of each column, None where a column is of none. `says` is what stands below it,
    `empty` what stands in its place where it has no rows.
    """

    key: str
    title: str
    name: str
    heads: tuple[str, ...]
    blocks: tuple[str | None, ...]
    rows: tuple[tuple[Cell, ...], ...]
    says: str = ""
    empty: str = ""


@dataclass(frozen=True, slots=True)
class StruckLook:
    """A step that is left out: its country, number and title, and what becomes of it."""

    step_id: str
    country: str
    title: str
    says: str


@dataclass(frozen=True, slots=True)
class WhatIfLook:
    """What a what-if comes to: figures (name, as it is, as it would be), and the steps left out."""

    figures: tuple[tuple[str, str, str], ...]
    struck: tuple[StruckLook, ...]
