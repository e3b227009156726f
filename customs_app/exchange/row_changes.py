"""What would change in a table: rows added, changed and removed, column by column."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from customs_app.catalogue.csv_rows import Cell
from customs_app.catalogue.tables import Table

Key = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One column of one row, with its value before and after; None is unknown."""

    column: str
    before: Cell
    after: Cell


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that is there before and after, and the columns in which it differs."""

    key: Key
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class TableChanges:
    """What would change in one table for one country (ISO 3166 alpha-2); keys as in `Table.key`."""

    table: str
    country: str
    added: tuple[Key, ...]
    changed: tuple[RowChange, ...]
    removed: tuple[Key, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def by_key(table: Table, rows: Iterable[Mapping[str, Cell]]) -> dict[Key, Mapping[str, Cell]]:
    """The rows of a table by their key."""
    return {tuple(row[name] for name in table.key): row for row in rows}


def row_changes(
    table: Table, country: str, before: Sequence[Mapping[str, Cell]], after: Sequence[Mapping[str, Cell]]
) -> TableChanges:
    """How the rows differ; each row holds all columns of the table's file."""
    old, new = by_key(table, before), by_key(table, after)
    changed = []
    for key, row in new.items():
        fields = _fields(table, old[key], row) if key in old else ()
        if fields:
            changed.append(RowChange(key, fields))
    return TableChanges(
        table.name,
        country,
        added=tuple(key for key in new if key not in old),
        changed=tuple(changed),
        removed=tuple(key for key in old if key not in new),
    )


def _fields(table: Table, before: Mapping[str, Cell], after: Mapping[str, Cell]) -> tuple[FieldChange, ...]:
    names = [column.name for column in table.columns]
    return tuple(
        FieldChange(name, before[name], after[name]) for name in names if before[name] != after[name]
    )
