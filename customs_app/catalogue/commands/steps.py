"""Commands about the steps of a procedure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from customs_app.catalogue.commands.command import found, title
from customs_app.catalogue.commands.hanging import delete_step_contents
from customs_app.catalogue.csv_rows import Cell, Row
from customs_app.catalogue.ids import stamp
from customs_app.catalogue.step_lists import LISTS, joined, list_problems, names
from customs_app.catalogue.tables import STEP
from customs_app.catalogue.values import checked, range_problems, refuse
from customs_app.catalogue.writer import Writer
from customs_app.domain.errors import InputError, Problem
from customs_app.domain.text import Message

_FIXED = frozenset({"id", "procedure_id"})


def _checked_step(writer: Writer, values: Mapping[str, Cell]) -> Row:
    return checked(STEP, values, writer.exists, _FIXED)


def _save(writer: Writer, row: Row, before: Sequence[Row]) -> None:
    """Write a step's new state; refuse what its procedure's steps did not suffer from before."""
    after = [row if other["id"] == row["id"] else other for other in before]
    if all(other["id"] != row["id"] for other in before):
        after.append(row)
    old = set(map(str, list_problems(before)))
    new = [
        Problem(STEP.file, None, problem.column, problem.expected)
        for problem in list_problems(after)
        if str(problem) not in old
    ]
    refuse([*range_problems(STEP, row), *new])
    if len(after) > len(before):
        writer.insert("step", row)
    else:
        writer.update("step", [row["id"]], {name: value for name, value in row.items() if name != "id"})


def _in_order(writer: Writer, procedure_id: Cell) -> list[Row]:
    rows = writer.rows("step", procedure_id=procedure_id)
    return sorted(rows, key=lambda row: (row["seq"], row["id"]))


@dataclass(frozen=True, slots=True)
class EditStep:
    """Set columns of a step, named as in steps.csv."""

    step_id: str
    values: Mapping[str, Cell]

    def label(self, writer: Writer) -> Message:
        """Say which step is edited."""
        return Message("Edit step “{step}”", {"step": title(found(writer, "step", self.step_id))})

    def apply(self, writer: Writer) -> None:
        """Write the values; InputError names each column that cannot take its own."""
        row = found(writer, "step", self.step_id)
        values = _checked_step(writer, self.values)
        _save(writer, {**row, **values}, writer.rows("step", procedure_id=row["procedure_id"]))


@dataclass(frozen=True, slots=True)
class AddStep:
    """Add a step behind another one, or at the end where `after` is None.

    `values` are columns of steps.csv; title_en and activity must be given.
    """

    procedure_id: str
    after: str | None
    values: Mapping[str, Cell]

    def label(self, writer: Writer) -> Message:
        """Say what the new step is called, and where it stands."""
        procedure = found(writer, "procedure", self.procedure_id)
        step = str(self.values.get("title_en") or "")
        return Message("Add step “{step}” to “{procedure}”", {"step": step, "procedure": title(procedure)})

    def apply(self, writer: Writer) -> None:
        """Write the step and count those behind it on."""
        procedure = found(writer, "procedure", self.procedure_id)
        needed = {column.name: None for column in STEP.columns if column.required}
        given = {**needed, "seq": 1, **self.values}
        values = _checked_step(writer, {name: given[name] for name in given if name not in _FIXED})
        steps = _in_order(writer, self.procedure_id)
        place = len(steps)
        if self.after is not None:
            place = 1 + _place(steps, self.after)
        values["seq"] = _whole(steps[place - 1]["seq"]) + 1 if place else 1
        _make_room(writer, steps[place:], _whole(values["seq"]))
        writer.new_id = f"{self.procedure_id}-{stamp()}"
        empty: Row = {column.name: None for column in STEP.columns}
        key = {"country": procedure["country"], "id": writer.new_id, "procedure_id": self.procedure_id}
        _save(writer, {**empty, **values, **key}, writer.rows("step", procedure_id=self.procedure_id))


def _whole(cell: Cell) -> int:
    if not isinstance(cell, int):
        raise TypeError("a step's number is no whole number")
    return cell


def _place(steps: Sequence[Row], step_id: str) -> int:
    for place, row in enumerate(steps):
        if row["id"] == step_id:
            return place
    raise InputError(Message("This row is no longer in the catalogue ({id}).", {"id": step_id}))


def _make_room(writer: Writer, behind: Sequence[Row], taken: int) -> None:
    for row in behind:
        if _whole(row["seq"]) > taken:
            return
        taken += 1
        writer.update("step", [row["id"]], {"seq": taken})


@dataclass(frozen=True, slots=True)
class MoveStep:
    """Move a step by so many places: down the procedure, or up where `by` is negative; at most to its end."""

    step_id: str
    by: int

    def label(self, writer: Writer) -> Message:
        """Say which step moves."""
        return Message("Move step “{step}”", {"step": title(found(writer, "step", self.step_id))})

    def apply(self, writer: Writer) -> None:
        """Give the numbers of the steps between to one another."""
        steps = _in_order(writer, found(writer, "step", self.step_id)["procedure_id"])
        numbers = [_whole(row["seq"]) for row in steps]
        if len(set(numbers)) < len(numbers):  # two steps of one number have no places to change
            numbers = list(range(1, len(steps) + 1))
        place = _place(steps, self.step_id)
        moved = steps.pop(place)
        steps.insert(min(max(place + self.by, 0), len(steps)), moved)
        for row, number in zip(steps, numbers, strict=True):
            if row["seq"] != number:
                writer.update("step", [row["id"]], {"seq": number})


@dataclass(frozen=True, slots=True)
class DeleteStep:
    """Delete a step with its documents, marks and decisions.

    Steps that waited for it wait for those it waited for.
    """

    step_id: str

    def label(self, writer: Writer) -> Message:
        """Say which step goes."""
        return Message("Delete step “{step}”", {"step": title(found(writer, "step", self.step_id))})

    def apply(self, writer: Writer) -> None:
        """Take the step out of all that names it."""
        row = found(writer, "step", self.step_id)
        delete_step_contents(writer, self.step_id)
        for other in writer.rows("step", procedure_id=row["procedure_id"]):
            changed = {
                column: joined(_without(other, column, row))
                for column in LISTS
                if self.step_id in names(other, column)
            }
            if other["id"] != self.step_id:
                writer.update("step", [other["id"]], changed)
        writer.delete("step", [self.step_id])


def _without(other: Row, column: str, gone: Row) -> list[str]:
    left: list[str] = []
    for name in names(other, column):
        if name != gone["id"]:
            left.append(name)
        elif column == "depends_on":
            left += [before for before in names(gone, column) if before != other["id"]]
    return left
