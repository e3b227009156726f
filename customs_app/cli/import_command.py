"""The command that takes country folders and offices' workbooks in."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from customs_app.catalogue.csv_rows import Cell
from customs_app.catalogue.tables import TABLES
from customs_app.cli.console import say, warning_line
from customs_app.cli.opened import opened, reviewer
from customs_app.cli.usage import UsageError
from customs_app.exchange.country_folder import Imported, TableChanges, import_folders
from customs_app.exchange.office_workbook.layout import is_workbook
from customs_app.language.words import Words, words

_SHOWN = 60


def run(args: argparse.Namespace) -> int:
    """Import the folders and workbooks, or show what an import would change."""
    file, sources = _file_and_sources(args.paths)
    chosen = words(args.lang)
    who = reviewer(args.delegation)
    # All is checked while the file is open for reading alone: a wrong input does not touch it.
    with opened(file) as catalogue:
        planned = import_folders(catalogue, sources, who, dry_run=True)
    if args.dry_run or not planned.plan.tables:
        _print(planned, chosen, every_field=args.dry_run)
        return 0
    with opened(file, read_only=False) as catalogue:
        _print(import_folders(catalogue, sources, who, force=args.force), chosen, every_field=False)
    return 0


def _file_and_sources(paths: list[Path]) -> tuple[Path | None, list[Path]]:
    """A source is a folder or a workbook: so the first name tells whether a catalogue is named."""
    if paths[0].is_dir() or is_workbook(paths[0]):
        return None, paths
    if len(paths) == 1:
        raise UsageError(f"{paths[0]} is no country folder and no workbook; expected [FILE] SOURCE...")
    return paths[0], paths[1:]


def _print(imported: Imported, chosen: Words, *, every_field: bool) -> None:
    plan = imported.plan
    for warning in plan.warnings:
        say(warning_line(warning, chosen), error=True)
    for changes in plan.tables:
        say(_summary(changes, chosen))
        if every_field:
            for line in _fields(changes):
                say(line)
    for mark in plan.marks:
        say(chosen.text("A mark rests on what is removed: {step}", step=mark.step_id))
    for decision in plan.decisions:
        say(chosen.text("A decision of a meeting rests on what is removed: {step}", step=decision.step_id))
    for proposal in plan.proposals:
        say(chosen.text("A proposal rests on a procedure that is removed: {title}", title=proposal.title))
    if not plan.tables:
        say(chosen.text("The catalogue holds the same already: nothing was changed."))
    elif imported.changes is None:
        say(chosen.text("This is what would change; nothing was changed."))
    else:
        say(chosen.text("Done: {what}", what=imported.changes.label))


def _summary(changes: TableChanges, chosen: Words) -> str:
    return chosen.text(
        "{country}/{file}: {added} added, {changed} changed, {removed} removed",
        country=changes.country,
        file=TABLES[changes.table].file,
        added=len(changes.added),
        changed=len(changes.changed),
        removed=len(changes.removed),
    )


def _fields(changes: TableChanges) -> Iterator[str]:
    for key in changes.added:
        yield f"  + {_name(key)}"
    for row in changes.changed:
        fields = (f"{one.column} {_value(one.before)} → {_value(one.after)}" for one in row.fields)
        yield f"  ~ {_name(row.key)}: {'; '.join(fields)}"
    for key in changes.removed:
        yield f"  - {_name(key)}"


def _name(key: tuple[Cell, ...]) -> str:
    return " ".join(str(part) for part in key)


def _value(value: Cell) -> str:
    if value is None:
        return "?"
    text = f"{value:g}" if isinstance(value, float) else str(value)
    shown = " ".join(text.split())
    return f"{shown[:_SHOWN]}…" if len(shown) > _SHOWN else shown
