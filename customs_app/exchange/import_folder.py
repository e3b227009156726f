"""Makes the content of countries that of their country folders, as one entry of the journal."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands import ImportRows
from customs_app.catalogue.csv_rows import Row
from customs_app.catalogue.results import Changes
from customs_app.catalogue.tables import COUNTRY_TABLES, TABLES
from customs_app.domain.errors import InputError, Problem
from customs_app.domain.review import Mark, Reviewer
from customs_app.domain.text import Message
from customs_app.exchange.problems import Problems
from customs_app.exchange.read_folder import FileRows, Folder, read_folder
from customs_app.exchange.row_changes import TableChanges, by_key, row_changes
from customs_app.exchange.validate import Known, validate

_IDS = ("source", "agency", "location", "procedure", "step", "document")


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do: the rows of each country by table, and how they differ from those there.

    `tables` has only tables that change. `lost` are marks on steps and documents that would go.
    """

    rows: Mapping[str, Mapping[str, Sequence[Row]]]
    tables: tuple[TableChanges, ...]
    warnings: tuple[Problem, ...]
    lost: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import has done, or would do; `changes` is None where nothing was changed."""

    plan: Plan
    changes: Changes | None


def plan_import(catalogue: Catalogue, folders: Sequence[Path]) -> Plan:
    """Read and check country folders against the catalogue; nothing is written.

    InputError with all that is wrong, by file, row and column.
    """
    problems = Problems()
    read = [folder for folder in (read_folder(path, problems) for path in folders) if folder is not None]
    there = {folder.country: _rows_there(catalogue, folder.country) for folder in read}
    complete = [_completed(folder, there[folder.country]) for folder in read]
    warnings = validate(complete, _known(catalogue, [folder.country for folder in read]), problems)
    problems.refuse()
    rows = {folder.country: _rows(folder) for folder in complete}
    tables = tuple(
        changes
        for country, by_table in rows.items()
        for table in COUNTRY_TABLES
        if (changes := row_changes(table, country, there[country][table.name], by_table[table.name]))
    )
    found = [*(warning for folder in read for warning in folder.warnings), *warnings]
    return Plan(rows, tables, tuple(found), _lost(catalogue, tables))


def import_folders(
    catalogue: Catalogue,
    folders: Sequence[Path],
    who: Reviewer,
    *,
    dry_run: bool = False,
    force: bool = False,
) -> Imported:
    """Make the content of the folders' countries that of the folders, all in one entry of the journal.

    Rows are added, changed and removed; a column that a file lacks keeps its values. InputError where
    something is wrong with the folders, or where marks would be lost and `force` is not given; the
    catalogue then stays as it is. With `dry_run` nothing is written in any case.
    """
    plan = plan_import(catalogue, folders)
    if dry_run or not plan.tables:
        return Imported(plan, None)
    if plan.lost and not force:
        raise _marks_in_the_way(plan.lost)
    return Imported(plan, catalogue.run(ImportRows(plan.rows), who))


def _rows_there(catalogue: Catalogue, country: str) -> dict[str, list[Row]]:
    return {table.name: list(catalogue.rows(table.name, country)) for table in COUNTRY_TABLES}


def _completed(folder: Folder, there: Mapping[str, Sequence[Row]]) -> Folder:
    """The folder with every column: where a file lacks one, the rows that are there keep their values."""
    files = {name: _with_all_columns(rows, there[name]) for name, rows in folder.files.items()}
    return replace(folder, files=files)


def _with_all_columns(file: FileRows, there: Iterable[Row]) -> FileRows:
    table = file.table
    names = [column.name for column in table.columns]
    kept = by_key(table, there)
    rows = []
    for row in file.rows:
        earlier = kept.get(row.key(table), {})
        cells = {name: row.cells[name] if name in row.cells else earlier.get(name) for name in names}
        rows.append(replace(row, cells=cells))
    return replace(file, rows=tuple(rows))


def _rows(folder: Folder) -> dict[str, list[Row]]:
    return {name: [dict(row.cells) for row in file.rows] for name, file in folder.files.items()}


def _known(catalogue: Catalogue, countries: Sequence[str]) -> Known:
    reference = catalogue.reference()
    owners: dict[str, dict[str, str | None]] = {
        name: {str(row["id"]): _owner(row) for row in catalogue.rows(name)} for name in _IDS
    }
    return Known(
        countries=frozenset(reference.countries),
        activities=frozenset(reference.activities),
        ids={
            name: {row_id: owner for row_id, owner in ids.items() if owner not in countries}
            for name, ids in owners.items()
        },
    )


def _owner(row: Row) -> str | None:
    return None if row["country"] is None else str(row["country"])


def _lost(catalogue: Catalogue, tables: Iterable[TableChanges]) -> tuple[Mark, ...]:
    gone = {(changes.table, key[0]) for changes in tables for key in changes.removed}
    return tuple(
        mark
        for mark in catalogue.marks()
        if ("step", mark.step_id) in gone
        or ("step", mark.merge_into) in gone
        or ("document", mark.document_id) in gone
    )


def _marks_in_the_way(lost: Sequence[Mark]) -> InputError:
    problems = [
        Problem(
            TABLES["step"].file,
            None,
            "id",
            Message(
                "expected the step “{step}”, which {reviewer} ({delegation}) has marked",
                {
                    "step": mark.step_id,
                    "reviewer": mark.reviewer.name,
                    "delegation": mark.reviewer.delegation,
                },
            ),
        )
        for mark in lost
    ]
    message = Message(
        "Nothing was imported: {n} mark would be lost. With --force it goes too, which can be undone.",
        {"n": len(lost)},
        "Nothing was imported: {n} marks would be lost. With --force they go too, which can be undone.",
    )
    return InputError(message, problems)
