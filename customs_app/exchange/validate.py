"""Checks what the rows of country folders say together: ids, references, and the order of steps."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from customs_app.catalogue.csv_rows import Cell
from customs_app.catalogue.domain_rows import parts
from customs_app.catalogue.tables import COUNTRY_TABLES, TABLES, Column
from customs_app.domain.errors import Problem
from customs_app.domain.text import Message
from customs_app.exchange.cells import shortened
from customs_app.exchange.problems import Problems
from customs_app.exchange.read_folder import FileRow, FileRows, Folder
from customs_app.exchange.validate_steps import validate_steps

_WITHIN_PROCEDURE = frozenset({"depends_on", "time_covers", "cost_covers"})
_OF_THE_FOLDER = frozenset({"procedure_id", "step_id"})


@dataclass(frozen=True, slots=True)
class Known:
    """What the catalogue has besides the countries that are read.

    `ids` maps a table to its ids and the country of each (ISO 3166 alpha-2; None for a source of the
    reference lists), without those of the countries that are read.
    """

    countries: frozenset[str]
    activities: frozenset[str]
    ids: Mapping[str, Mapping[str, str | None]]


def validate(folders: Sequence[Folder], known: Known, problems: Problems) -> tuple[Problem, ...]:
    """Add all that is wrong to `problems`; what is odd but harmless is returned."""
    _countries(folders, known, problems)
    together = _Together(folders, known, problems)
    for folder in folders:
        together.take_ids(folder)
    warnings: list[Problem] = []
    for folder in folders:
        for rows in folder.files.values():
            together.check_references(rows, folder.country)
        warnings += validate_steps(folder.files["step"], problems)
    return tuple(warnings)


def _countries(folders: Sequence[Folder], known: Known, problems: Problems) -> None:
    seen: set[str] = set()
    for folder in folders:
        if folder.country not in known.countries:
            expected = Message(
                "a folder named by a country of the reference list, such as KZ, found “{found}”",
                {"found": shortened(folder.country)},
            )
            problems.add(folder.country, None, None, expected)
        if folder.country in seen:
            problems.add(folder.country, None, None, Message("each country once"))
        seen.add(folder.country)


class _Together:
    """The ids of all folders and of the rest of the catalogue, to which the rows refer."""

    def __init__(self, folders: Sequence[Folder], known: Known, problems: Problems) -> None:
        self._known = known
        self._problems = problems
        self._owners = {table.name: dict(known.ids.get(table.name, {})) for table in COUNTRY_TABLES}
        # Not all ids of these tables are known, so a reference to them may be good.
        self._unread = {
            rows.table.name for folder in folders for rows in folder.files.values() if not rows.whole
        }

    def take_ids(self, folder: Folder) -> None:
        """Take up the ids of a folder; refuse those that another country has."""
        for rows in folder.files.values():
            if rows.table.key != ("id",):
                continue
            owners = self._owners[rows.table.name]
            for row in rows.rows:
                row_id = row.cells["id"]
                if row_id is None:
                    continue
                owner = owners.setdefault(str(row_id), folder.country)
                if owner != folder.country:
                    self._problems.add(rows.file, row.number, "id", _taken(str(row_id), owner))

    def check_references(self, rows: FileRows, country: str) -> None:
        """Refuse what a file refers to but nobody has."""
        for column in rows.table.columns:
            target = column.refers_to
            if target is None or target in self._unread or column.name in _WITHIN_PROCEDURE:
                continue
            good = self._good(column, target, country)
            for row in rows.rows:
                for found in _referred(row, column):
                    if found not in good:
                        self._problems.add(rows.file, row.number, column.name, _unknown(target, found))

    def _good(self, column: Column, target: str, country: str) -> Collection[str]:
        if target == "activity":
            return self._known.activities
        owners = self._owners[target]
        if column.name in _OF_THE_FOLDER:
            return {key for key, owner in owners.items() if owner == country}
        return owners.keys()


def _referred(row: FileRow, column: Column) -> tuple[str, ...]:
    cell: Cell = row.cells[column.name]
    if cell is None:
        return ()
    return parts(str(cell)) if column.many else (str(cell),)


def _taken(row_id: str, owner: str | None) -> Message:
    return Message(
        "an id that only this country has; “{found}” is used by {owner}",
        {"found": shortened(row_id), "owner": owner or Message("the reference lists")},
    )


def _unknown(target: str, found: str) -> Message:
    if target == "activity":
        return Message(
            "a code of the reference list of activities, found “{found}”",
            {"found": shortened(found)},
        )
    return Message(
        "an id that stands in {file}, found “{found}”",
        {"file": TABLES[target].file, "found": shortened(found)},
    )
