"""What an import of country folders would do, found out before anything is written."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.csv_rows import Cell, Row
from customs_app.catalogue.tables import COUNTRY_TABLES
from customs_app.domain.errors import Problem
from customs_app.domain.meeting import Decision
from customs_app.domain.proposal import Proposal
from customs_app.domain.review import Mark
from customs_app.exchange.folder_name import country_folders
from customs_app.exchange.office_workbook.layout import is_workbook
from customs_app.exchange.office_workbook.read import read_workbook
from customs_app.exchange.problems import Problems
from customs_app.exchange.read_folder import FileRows, Folder, read_folder
from customs_app.exchange.row_changes import TableChanges, by_key, row_changes
from customs_app.exchange.validate import Known, validate

_Verdict = TypeVar("_Verdict", Mark, Decision)

_IDS = ("source", "agency", "location", "procedure", "step", "document")


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do: the rows of each country by table, and how they differ from those there.

    `tables` has only tables that change. `marks` and `decisions` rest on steps or documents that would go,
    `proposals` on procedures that would.
    """

    rows: Mapping[str, Mapping[str, Sequence[Row]]]
    tables: tuple[TableChanges, ...]
    warnings: tuple[Problem, ...]
    marks: tuple[Mark, ...]
    proposals: tuple[Proposal, ...]
    decisions: tuple[Decision, ...] = ()


def plan_import(catalogue: Catalogue, folders: Sequence[Path]) -> Plan:
    """Read and check country folders, folders that hold some, or offices' workbooks; nothing is written.

    InputError with all that is wrong, by file, row and column.
    """
    problems = Problems()
    paths = [path for folder in folders for path in country_folders(folder)]
    read = [folder for path in paths if (folder := _read(catalogue, path, problems)) is not None]
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
    gone = frozenset((changes.table, key[0]) for changes in tables for key in changes.removed)
    return Plan(
        rows=rows,
        tables=tables,
        warnings=tuple(found),
        marks=_resting(catalogue.marks(), gone),
        proposals=_proposals_on(catalogue, gone),
        decisions=_resting(catalogue.decisions(), gone),
    )


def _read(catalogue: Catalogue, path: Path, problems: Problems) -> Folder | None:
    if not is_workbook(path):
        return read_folder(path, problems)
    return read_workbook(path, lambda country: _rows_there(catalogue, country), problems)


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


def _resting(verdicts: Iterable[_Verdict], gone: Collection[tuple[str, Cell]]) -> tuple[_Verdict, ...]:
    return tuple(
        verdict
        for verdict in verdicts
        if ("step", verdict.step_id) in gone
        or ("step", verdict.merge_into) in gone
        or ("document", verdict.document_id) in gone
    )


def _proposals_on(catalogue: Catalogue, gone: Collection[tuple[str, Cell]]) -> tuple[Proposal, ...]:
    return tuple(
        proposal
        for proposal in catalogue.proposals()
        if any(("procedure", procedure) in gone for procedure in proposal.procedures)
    )
