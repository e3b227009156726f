"""What a catalogue answers besides the objects of the domain."""

from dataclasses import dataclass
from typing import Literal

from customs_app.domain.review import Reviewer
from customs_app.domain.text import Message, Text


@dataclass(frozen=True, slots=True)
class Counts:
    """How many countries have procedures, and how many procedures and steps there are."""

    countries: int
    procedures: int
    steps: int


HitKind = Literal[
    "step",
    "procedure",
    "document",
    "agency",
    "activity",
    "location",
    "standard",
    "corridor",
    "country",
    "source",
]


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that a search found: its kind is the name of its table."""

    kind: HitKind
    row_id: str
    procedure_id: str | None
    country: str | None
    title: Text


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the journal: what a user did, and how many changes of rows it holds.

    `kind` is do, undo or redo. `state` is done, undone, or dropped: undone and then overtaken by
    something new. `at` is UTC, ISO 8601.
    """

    seq: int
    id: str
    kind: Literal["do", "undo", "redo"]
    state: Literal["done", "undone", "dropped"]
    label: Message
    reviewer: Reviewer
    at: str
    changes: int


@dataclass(frozen=True, slots=True)
class Changes:
    """What one action changed: the tables, and the procedures whose own rows they are.

    `entry_id` is its entry in the journal, None where there was nothing to change. `new_id` is the id
    of the row that a command has made.
    """

    entry_id: str | None
    label: Message
    tables: frozenset[str]
    procedures: frozenset[str]
    new_id: str | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What a command would change: rows added, altered and removed, by table."""

    added: dict[str, int]
    altered: dict[str, int]
    removed: dict[str, int]
