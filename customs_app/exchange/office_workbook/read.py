"""Reads an office's workbook as the country folder that it stands for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from customs_app.catalogue.csv_rows import Cell, Row
from customs_app.catalogue.tables import COUNTRY_TABLES, Table
from customs_app.domain.errors import Problem
from customs_app.exchange.cells import shortened
from customs_app.exchange.office_workbook import layout, messages
from customs_app.exchange.office_workbook.export import content_hash
from customs_app.exchange.office_workbook.guard import refusal
from customs_app.exchange.office_workbook.open_sheets import ROW_LIMIT, Sheet, sheets_in
from customs_app.exchange.office_workbook.texts import cleaned
from customs_app.exchange.office_workbook.typed import Found, is_empty, typed
from customs_app.exchange.problems import Problems
from customs_app.exchange.read_folder import FileRow, FileRows, Folder, refuse_duplicates

RowsThere = Callable[[str], Mapping[str, Sequence[Row]]]
"""The rows of a country by table, as the catalogue holds them."""

_KEYS_WITHIN = 10


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns of a sheet stand: the row of keys, and the place of each column by name."""

    row: int
    places: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Target:
    """What a sheet is read into."""

    name: str
    table: Table
    there: Sequence[Row]
    problems: Problems
    warnings: list[Problem]


def read_workbook(path: Path, rows_there: RowsThere, problems: Problems) -> Folder | None:
    """Read a workbook that `export_workbook` has written and an office edited; None where it is none.

    All that is wrong is added to `problems`, by sheet, row and column letter. A sheet or column that is
    missing keeps its rows or values; a cell that says the same as the catalogue counts as unchanged.
    """
    said = refusal(path)
    if said is not None:
        problems.add(path.name, None, None, said)
        return None
    try:
        sheets = list(sheets_in(path))
    except Exception as error:  # a foreign file breaks the reader in any way
        problems.add(path.name, None, None, messages.no_workbook(type(error).__name__))
        return None
    country, hashed = _marked(path.name, sheets, problems)
    if country is None:
        return None
    there = rows_there(country)
    warnings: list[Problem] = []
    if hashed is not None and hashed != content_hash(there):
        warnings.append(Problem(path.name, None, None, messages.changed_since()))
    by_table = _by_table(path.name, sheets, problems, warnings)
    files = {
        table.name: _file(
            by_table.get(table.name),
            _Target(path.name, table, there[table.name], problems, warnings),
        )
        for table in COUNTRY_TABLES
    }
    return Folder(country, files, tuple(warnings))


def _marked(name: str, sheets: Sequence[Sheet], problems: Problems) -> tuple[str | None, str | None]:
    """The country and the hash of its content on the hidden sheet."""
    marker = next((sheet for sheet in sheets if sheet.title == layout.MARKER), None)
    values = [_seen(marker.rows.get(row, {}).get(2)) for row in (1, 2, 3)] if marker else ["", "", ""]
    form, country, hashed = values
    if not country or not form.isdecimal():
        problems.add(name, None, None, messages.no_country())
        return None, None
    if int(form[:9]) > layout.FORM:
        problems.add(name, None, None, messages.newer_form())
        return None, None
    return shortened(country.upper()), hashed or None


def _seen(found: Found | None) -> str:
    return "" if found is None or is_empty(found) else cleaned(str(found.value))


def _by_table(
    name: str, sheets: Sequence[Sheet], problems: Problems, warnings: list[Problem]
) -> dict[str, tuple[Sheet, _Columns]]:
    """The sheet of each table and its columns, known by the row of keys, whatever the sheet is called."""
    found: dict[str, tuple[Sheet, _Columns]] = {}
    for place, sheet in enumerate(sheets):
        if sheet.title == layout.MARKER:
            continue
        table, columns = _columns(name, sheet, problems, warnings)
        if table is None:
            if place > 0:  # the first is that of the instructions
                warnings.append(Problem(_file_name(name, sheet), None, None, messages.sheet_unknown()))
        elif table.name in found:
            other = shortened(found[table.name][0].title)
            problems.add(_file_name(name, sheet), None, None, messages.sheet_twice(other))
        else:
            found[table.name] = (sheet, columns)
    if not found:
        problems.add(name, None, None, messages.not_ours())
    return found


def _columns(
    name: str, sheet: Sheet, problems: Problems, warnings: list[Problem]
) -> tuple[Table | None, _Columns]:
    row = next(
        (
            number
            for number in sorted(sheet.rows)
            if number <= _KEYS_WITHIN and any(layout.keyed(_seen(one)) for one in sheet.rows[number].values())
        ),
        None,
    )
    if row is None:
        return None, _Columns(0, {})
    table: Table | None = None
    places: dict[str, int] = {}
    file = _file_name(name, sheet)
    for place, cell in sorted(sheet.rows[row].items()):
        known = layout.keyed(_seen(cell))
        if known is None:
            continue
        table = table or known[0]
        if known[0] is not table:
            problems.add(file, row, _letter(place), messages.other_table(_seen(cell)))
        elif known[1] in places:
            problems.add(file, row, _letter(place), messages.column_twice())
        else:
            places[known[1]] = place
    extra = sorted({place for cells in sheet.rows.values() for place in cells} - set(places.values()))
    warnings += [Problem(file, row, _letter(place), messages.without_key()) for place in extra]
    return table, _Columns(row, places)


def _file(found: tuple[Sheet, _Columns] | None, target: _Target) -> FileRows:
    table = target.table
    if found is None:
        title = f"{target.name}/{table.file.removesuffix('.csv')}"
        target.warnings.append(Problem(title, None, None, messages.sheet_missing()))
        rows = [FileRow(0, {c.name: row[c.name] for c in table.columns}) for row in target.there]
        return FileRows(table, title, tuple(rows), whole=True)
    sheet, columns = found
    file = _file_name(target.name, sheet)
    if not _whole(sheet, columns, file, target):
        return FileRows(table, file, (), whole=False)
    kept = {tuple(str(row[name]) for name in table.key): row for row in target.there}
    rows = []
    # The row after the keys is that of the headings.
    for number in sorted(number for number in sheet.rows if number > columns.row + 1):
        row = _row(sheet.rows[number], number, columns, kept, replace(target, name=file))
        if row is not None:
            rows.append(row)
    if not rows and target.there:
        target.warnings.append(Problem(file, None, None, messages.all_removed()))
    refuse_duplicates(tuple(rows), file, table, target.problems)
    return FileRows(table, file, tuple(rows), whole=True)


def _whole(sheet: Sheet, columns: _Columns, file: str, target: _Target) -> bool:
    before = target.problems.count
    if sheet.overfull:
        target.problems.add(file, None, None, messages.too_many_rows(ROW_LIMIT))
    for ref in sheet.merged:
        row, letter, last = _corner(ref)
        if last > columns.row:
            target.problems.add(file, row, letter, messages.merged(ref))
    for column in target.table.columns:
        if column.name in columns.places:
            continue
        if column.required:
            target.problems.add(file, columns.row, column.name, messages.column_missing())
        else:
            target.warnings.append(Problem(file, columns.row, column.name, messages.column_keeps()))
    return target.problems.count == before


def _row(
    cells: Mapping[int, Found],
    number: int,
    columns: _Columns,
    kept: Mapping[tuple[str, ...], Row],
    target: _Target,
) -> FileRow | None:
    table = target.table
    at = {name: cells[place] for name, place in columns.places.items() if place in cells}
    if not at:
        return None
    key = tuple(_key_text(at.get(name), table, name) for name in table.key)
    there = kept.get(key, {})
    if table.key == ("id",) and set(at) == {"id"} and there:
        target.warnings.append(Problem(target.name, number, None, messages.row_emptied(shortened(key[0]))))
        return None
    values: Row = {}
    for column in table.columns:
        place = columns.places.get(column.name)
        if place is None:
            continue
        result = typed(at.get(column.name), column, there.get(column.name))
        if result.refused is not None:
            target.problems.add(target.name, number, _named(place, column.name), result.refused)
        if result.doubt is not None:
            named = _named(place, column.name)
            target.warnings.append(Problem(target.name, number, named, result.doubt))
        values[column.name] = result.value
    return FileRow(number, values)


def _key_text(found: Found | None, table: Table, name: str) -> str:
    if found is None:
        return ""
    value: Cell = typed(found, table.column(name), None).value
    return "" if value is None else str(value)


def _file_name(name: str, sheet: Sheet) -> str:
    return f"{name}/{shortened(sheet.title)}"


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(place)


def _named(place: int, name: str) -> str:
    return f"{_letter(place)} ({name})"


def _corner(ref: str) -> tuple[int, str, int]:
    """Row and column letter of the first cell of a range, and its last row."""
    from openpyxl.utils import range_boundaries

    column, row, _, last = range_boundaries(ref)
    return row or 1, _letter(column or 1), last or 1
