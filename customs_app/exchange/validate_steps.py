"""Checks how the steps of a procedure hang together: order, aggregates, least and most."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from customs_app.catalogue.csv_rows import Cell
from customs_app.catalogue.step_lists import LISTS, names
from customs_app.domain.codes import CostKind, TimeKind
from customs_app.domain.errors import Problem
from customs_app.domain.text import Message
from customs_app.exchange.cells import shortened
from customs_app.exchange.problems import Problems
from customs_app.exchange.read_folder import FileRow, FileRows

_KINDS = {"time_covers": ("time_kind", TimeKind.AGGREGATE), "cost_covers": ("cost_kind", CostKind.AGGREGATE)}
_RANGE = (("time_min_h", "time_max_h"), ("time_min_h", "time_typ_h"), ("time_typ_h", "time_max_h"))
_CYCLE_SHOWN = 8

_Steps = Mapping[str, FileRow]


def validate_steps(rows: FileRows, problems: Problems) -> list[Problem]:
    """Add all that is wrong to `problems`; return what is odd but harmless."""
    warnings: list[Problem] = []
    by_procedure: dict[Cell, list[FileRow]] = defaultdict(list)
    for row in rows.rows:
        by_procedure[row.cells["procedure_id"]].append(row)
        _ranges(row, rows.file, problems)
        warnings += _unread_covers(row, rows.file)
        warnings += _without_source(row, rows.file)
    for of_procedure in by_procedure.values():
        steps = {str(row.cells["id"]): row for row in of_procedure if row.cells["id"] is not None}
        warnings += _same_numbers(of_procedure, rows.file)
        if not rows.whole:  # a step that is missing here may stand in a row that could not be read
            continue
        _named_steps(steps, rows.file, problems)
        _aggregates(steps, rows.file, problems)
        for cycle in _cycles(steps):
            expected = Message("an order without a circle, found {steps}", {"steps": " → ".join(cycle)})
            problems.add(rows.file, steps[cycle[0]].number, "depends_on", expected)
    return warnings


def _ranges(row: FileRow, file: str, problems: Problems) -> None:
    for low_name, high_name in _RANGE:
        low, high = row.cells[low_name], row.cells[high_name]
        if isinstance(low, float) and isinstance(high, float) and low > high:
            expected = Message(
                "at most {column} ({high}), found {low}",
                {"column": high_name, "high": high, "low": low},
            )
            problems.add(file, row.number, low_name, expected)
            return


def _without_source(row: FileRow, file: str) -> Iterator[Problem]:
    if row.cells.get("source_id") is None:
        expected = Message("a source; the step is taken, and the check of the catalogue will name it")
        yield Problem(file, row.number, "source_id", expected)


def _same_numbers(rows: Sequence[FileRow], file: str) -> Iterator[Problem]:
    first: dict[Cell, FileRow] = {}
    for row in rows:
        earlier = first.setdefault(row.cells["seq"], row)
        if earlier is not row and row.cells["seq"] is not None:
            expected = Message(
                "row {row} has the same number in this procedure; the order of the two is by id",
                {"row": str(earlier.number)},
            )
            yield Problem(file, row.number, "seq", expected)


def _named_steps(steps: _Steps, file: str, problems: Problems) -> None:
    for row in steps.values():
        for column in LISTS:
            for found in names(row.cells, column):
                if found not in steps:
                    expected = Message(
                        "steps of the same procedure, found “{found}”", {"found": shortened(found)}
                    )
                    problems.add(file, row.number, column, expected)


def _aggregates(steps: _Steps, file: str, problems: Problems) -> None:
    for column in _KINDS:
        covered_by: dict[str, str] = {}
        for step_id, row in steps.items():
            covered = names(row.cells, column)
            if covered and step_id not in covered:
                expected = Message(
                    "the step itself among those that it covers: “{step}”",
                    {"step": shortened(step_id)},
                )
                problems.add(file, row.number, column, expected)
            for other in covered:
                earlier = covered_by.setdefault(other, step_id)
                if earlier != step_id:
                    expected = Message(
                        "steps that no other figure covers; “{step}” is covered by “{other}”",
                        {"step": shortened(other), "other": shortened(earlier)},
                    )
                    problems.add(file, row.number, column, expected)


def _unread_covers(row: FileRow, file: str) -> Iterator[Problem]:
    for column, (kind, aggregate) in _KINDS.items():
        if row.cells[column] is not None and row.cells[kind] != aggregate:
            said = Message("{column} is not aggregate: the steps named here do not count", {"column": kind})
            yield Problem(file, row.number, column, said)


class _Walk:
    """A way through what steps wait for, from one step to the next, without recursion."""

    def __init__(self, steps: _Steps) -> None:
        self._steps = steps
        self._done: set[str] = set()
        self._path: list[str] = []
        self._place: dict[str, int] = {}
        self._to_follow: list[Iterator[str]] = []

    def cycles_from(self, start: str) -> Iterator[tuple[str, ...]]:
        """The cycles met from a step that were not met before; a step is followed once only."""
        self._enter(start)
        while self._path:
            following = next(self._to_follow[-1], None)
            if following is None:
                self._leave()
            elif following in self._place:
                yield self._cycle(following)
            else:
                self._enter(following)

    def _enter(self, step_id: str) -> None:
        if step_id in self._done or step_id not in self._steps:
            return
        self._place[step_id] = len(self._path)
        self._path.append(step_id)
        self._to_follow.append(iter(names(self._steps[step_id].cells, "depends_on")))

    def _leave(self) -> None:
        self._to_follow.pop()
        left = self._path.pop()
        del self._place[left]
        self._done.add(left)

    def _cycle(self, first: str) -> tuple[str, ...]:
        place = self._place[first]
        shown = self._path[place : place + _CYCLE_SHOWN]
        cut = ("…",) if len(self._path) - place > _CYCLE_SHOWN else ()
        return (*shown, *cut, first)


def _cycles(steps: _Steps) -> Iterator[tuple[str, ...]]:
    walk = _Walk(steps)
    for step_id in steps:
        yield from walk.cycles_from(step_id)
