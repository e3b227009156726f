"""Commands about corridors, their places, and which procedure stands in which block of the chain."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from customs_app.catalogue.commands.command import found, title
from customs_app.catalogue.csv_rows import Cell, Row
from customs_app.catalogue.ids import stamp
from customs_app.catalogue.tables import CORRIDOR, CORRIDOR_LEG, Column, Table
from customs_app.catalogue.values import checked, refuse
from customs_app.catalogue.writer import Writer
from customs_app.domain.corridor import CorridorMode, Leg, LegKind, Role
from customs_app.domain.errors import Problem
from customs_app.domain.text import Message

_COUNTRY = re.compile("[A-Z]{2}")
_LOCODE = re.compile("[A-Z]{2}[A-Z0-9]{3}")
_BLOCK = re.compile(f"([A-Z]{{2}})-({'|'.join(Role)})(-([2-9]|[1-9][0-9]+))?")
_FIXED = frozenset({"id"})


def _stricter(table: Table, coded: Column) -> Table:
    """The table with this column in place of its own, which takes whatever the lists hold."""
    return replace(
        table, columns=tuple(coded if column.name == coded.name else column for column in table.columns)
    )


_CORRIDOR = _stricter(CORRIDOR, Column("mode", required=True, codes=CorridorMode))
_LEG = _stricter(CORRIDOR_LEG, Column("kind", required=True, codes=LegKind))


@dataclass(frozen=True, slots=True)
class AddCorridor:
    """Add a corridor; `values` are columns of corridors.csv, of which name_en and mode must be given."""

    values: Mapping[str, Cell]
    legs: tuple[Leg, ...] = ()

    def label(self, _writer: Writer) -> Message:
        """Say what the new corridor is called."""
        return Message("Add corridor “{corridor}”", {"corridor": str(self.values.get("name_en") or "")})

    def apply(self, writer: Writer) -> None:
        """Write the corridor under a new id, and its places."""
        needed: Row = {"name_en": None, "mode": None}
        row = checked(_CORRIDOR, {**needed, **self.values}, writer.exists, _FIXED)
        writer.new_id = f"COR-{stamp()}"
        writer.insert("corridor", {"id": writer.new_id, **row})
        _put_legs(writer, writer.new_id, self.legs)


@dataclass(frozen=True, slots=True)
class EditCorridor:
    """Set columns of a corridor, named as in corridors.csv."""

    corridor_id: str
    values: Mapping[str, Cell]

    def label(self, writer: Writer) -> Message:
        """Say which corridor is edited."""
        return _about(writer, self.corridor_id, Message("Edit corridor “{corridor}”"))

    def apply(self, writer: Writer) -> None:
        """Write the values; InputError names each column that cannot take its own."""
        found(writer, "corridor", self.corridor_id)
        values = checked(_CORRIDOR, self.values, writer.exists, _FIXED)
        writer.update("corridor", [self.corridor_id], values)


@dataclass(frozen=True, slots=True)
class SetLegs:
    """Make a corridor pass just these places in this order; they are numbered from 1 as they stand."""

    corridor_id: str
    legs: tuple[Leg, ...]

    def label(self, writer: Writer) -> Message:
        """Say of which corridor."""
        return _about(writer, self.corridor_id, Message("Set the places of corridor “{corridor}”"))

    def apply(self, writer: Writer) -> None:
        """Write the places; what officials bound to blocks that are no more stays for when they return."""
        found(writer, "corridor", self.corridor_id)
        _put_legs(writer, self.corridor_id, self.legs)


@dataclass(frozen=True, slots=True)
class RemoveCorridor:
    """Remove a corridor with its places and what officials bound to its blocks.

    A proposal about it stays, as one about the procedures that it names.
    """

    corridor_id: str

    def label(self, writer: Writer) -> Message:
        """Say which corridor goes."""
        return _about(writer, self.corridor_id, Message("Remove corridor “{corridor}”"))

    def apply(self, writer: Writer) -> None:
        """Delete all of it."""
        found(writer, "corridor", self.corridor_id)
        for table in ("binding", "corridor_leg"):
            second = "block" if table == "binding" else "seq"
            for row in writer.rows(table, corridor_id=self.corridor_id):
                writer.delete(table, [self.corridor_id, row[second]])
        for row in writer.rows("proposal_head", corridor_id=self.corridor_id):
            writer.update("proposal_head", [row["proposal_id"]], {"corridor_id": None})
        writer.delete("corridor", [self.corridor_id])


@dataclass(frozen=True, slots=True)
class BindBlock:
    """Say which procedure stands in a block of a corridor (its key); None is none on purpose."""

    corridor_id: str
    block: str
    procedure_id: str | None

    def label(self, writer: Writer) -> Message:
        """Say what is bound, and to which corridor."""
        corridor = title(found(writer, "corridor", self.corridor_id))
        if self.procedure_id is None:
            return Message("Leave a block of corridor “{corridor}” empty", {"corridor": corridor})
        procedure = title(found(writer, "procedure", self.procedure_id))
        return Message(
            "Attach “{procedure}” to corridor “{corridor}”", {"procedure": procedure, "corridor": corridor}
        )

    def apply(self, writer: Writer) -> None:
        """Write it over what was bound to the block before."""
        found(writer, "corridor", self.corridor_id)
        passed = {str(row["country"]) for row in writer.rows("corridor_leg", corridor_id=self.corridor_id)}
        key = _BLOCK.fullmatch(self.block)
        if key is None or key[1] not in passed:
            expected = Message("a block of this corridor, such as KZ-transit")
            refuse([Problem("bindings", None, "block", expected)])
        if self.procedure_id is not None:
            procedure = found(writer, "procedure", self.procedure_id)
            if procedure["country"] not in passed:
                expected = Message("a procedure of a country through which the corridor leads")
                refuse([Problem("bindings", None, "procedure_id", expected)])
        who: Row = {"reviewer": writer.who.name, "delegation": writer.who.delegation, "at": writer.at}
        row: Row = {"procedure_id": self.procedure_id, **who}
        if writer.get("binding", self.corridor_id, self.block) is None:
            writer.insert("binding", {"corridor_id": self.corridor_id, "block": self.block, **row})
        else:
            writer.update("binding", [self.corridor_id, self.block], row)


@dataclass(frozen=True, slots=True)
class UnbindBlock:
    """Take back what an official said of a block: the proposal of the application stands again."""

    corridor_id: str
    block: str

    def label(self, writer: Writer) -> Message:
        """Say of which corridor."""
        return _about(writer, self.corridor_id, Message("Propose a block of corridor “{corridor}” anew"))

    def apply(self, writer: Writer) -> None:
        """Delete the binding; where there is none nothing changes."""
        found(writer, "corridor", self.corridor_id)
        writer.delete("binding", [self.corridor_id, self.block])


def _about(writer: Writer, corridor_id: str, said: Message) -> Message:
    return Message(said.sentence, {"corridor": title(found(writer, "corridor", corridor_id))})


def _put_legs(writer: Writer, corridor_id: str, legs: Sequence[Leg]) -> None:
    rows = {seq: _leg_row(writer, seq, leg) for seq, leg in enumerate(legs, start=1)}
    earlier = {row["seq"]: row for row in writer.rows("corridor_leg", corridor_id=corridor_id)}
    for seq in earlier.keys() - rows.keys():
        writer.delete("corridor_leg", [corridor_id, seq])
    for seq, row in rows.items():
        if seq in earlier:
            writer.update("corridor_leg", [corridor_id, seq], row)
        else:
            writer.insert("corridor_leg", {"corridor_id": corridor_id, **row})


def _leg_row(writer: Writer, seq: int, leg: Leg) -> Row:
    given: Row = {
        "seq": seq,
        "country": leg.country,
        "location_name": leg.name.en if leg.name else None,
        "location_name_ru": leg.name.ru if leg.name else None,
        "location_name_zh": leg.name.zh if leg.name else None,
        "unlocode": leg.unlocode,
        "kind": leg.kind,
        "note": leg.note,
        "source_ids": ";".join(leg.source_ids),
    }
    row = checked(_LEG, given, writer.exists)
    problems = []
    if not _COUNTRY.fullmatch(str(row["country"])):
        expected = Message("a country by its two capital letters, such as KZ")
        problems.append(Problem(_LEG.file, seq, "country", expected))
    if row["unlocode"] is not None and not _LOCODE.fullmatch(str(row["unlocode"])):
        expected = Message("a UN/LOCODE of five signs, such as KZALA")
        problems.append(Problem(_LEG.file, seq, "unlocode", expected))
    refuse(problems)
    return row
