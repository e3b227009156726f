"""Lists in which steps of one procedure name one another: order of work, and what aggregates span."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from customs_app.catalogue.csv_rows import Row
from customs_app.catalogue.domain_rows import parts
from customs_app.domain.errors import Problem
from customs_app.domain.text import Message

LISTS = ("depends_on", "time_covers", "cost_covers")
_COVERS = ("time_covers", "cost_covers")


def names(row: Row, column: str) -> tuple[str, ...]:
    """The steps that a step names in a column."""
    cell = row[column]
    return parts(str(cell)) if cell is not None else ()


def joined(steps: Iterable[str]) -> str | None:
    """Steps as the cell of a list, each once; None for no step."""
    return ";".join(dict.fromkeys(steps)) or None


def list_problems(rows: Sequence[Row]) -> tuple[Problem, ...]:
    """All that is wrong with the lists of one procedure's steps."""
    by_id = {str(row["id"]): row for row in rows}
    return (*_unknown(by_id), *_overlaps(by_id), *_cycles(by_id))


def _problem(step_id: str, column: str, expected: Message) -> Problem:
    return Problem(f"step {step_id}", None, column, expected)


def _unknown(rows: Mapping[str, Row]) -> Iterator[Problem]:
    for step_id, row in rows.items():
        for column in LISTS:
            for name in names(row, column):
                if name not in rows:
                    expected = Message("steps of the same procedure; {id} is none", {"id": name})
                    yield _problem(step_id, column, expected)
                elif column == "depends_on" and name == step_id:
                    yield _problem(step_id, column, Message("other steps than itself"))


def _overlaps(rows: Mapping[str, Row]) -> Iterator[Problem]:
    for column in _COVERS:
        holder: dict[str, str] = {}
        for step_id, row in rows.items():
            covered = names(row, column)
            if covered and step_id not in covered:
                yield _problem(step_id, column, Message("the step itself among those that it spans"))
            for name in covered:
                if holder.setdefault(name, step_id) != step_id:
                    expected = Message(
                        "steps that no other figure spans; {step} stands in that of {holder} already",
                        {"step": name, "holder": holder[name]},
                    )
                    yield _problem(step_id, column, expected)


def _cycles(rows: Mapping[str, Row]) -> Iterator[Problem]:
    before = {
        step_id: {name for name in names(row, "depends_on") if name in rows and name != step_id}
        for step_id, row in rows.items()
    }
    # Take away, again and again, the steps that wait for none and those for which none waits.
    while loose := {
        step_id
        for step_id, waits_for in before.items()
        if not waits_for or not any(step_id in others for others in before.values())
    }:
        before = {step_id: waits_for - loose for step_id, waits_for in before.items() if step_id not in loose}
    for step_id in before:
        yield _problem(step_id, "depends_on", Message("steps that do not wait for this one in turn"))
