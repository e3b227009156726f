"""The command that chains the procedures of a corridor, or lists the corridors."""

import argparse
import json
from pathlib import Path

from customs_app.analysis.case import Case
from customs_app.analysis.corridor.as_json import chain_json, corridor_json
from customs_app.analysis.corridor.told import told_json
from customs_app.analysis.corridor.what_if import what_if_json
from customs_app.catalogue.catalogue import Catalogue
from customs_app.cli.commands import names_file
from customs_app.cli.console import say, table
from customs_app.cli.corridor_text import corridor_text
from customs_app.cli.edition_text import read_from
from customs_app.cli.exports import asked_for
from customs_app.cli.opened import opened
from customs_app.cli.usage import UsageError
from customs_app.domain.reference import Reference
from customs_app.language.words import Words, words
from customs_app.reports.corridor_content import CorridorContent, corridor_content


def run(args: argparse.Namespace) -> int:
    """Print or write the chain of the corridor that is named, or list all corridors where none is."""
    chosen = words(args.lang)
    file, corridor_id = _file_and_id(args.paths)
    if corridor_id is None and args.without:
        raise UsageError("--without needs the id of a corridor")
    if corridor_id is None and asked_for(args):
        raise UsageError("--xlsx and --pdf need the id of a corridor")
    with opened(file, edition=args.edition) as catalogue:
        reference = catalogue.reference()
        content = _content(catalogue, corridor_id, args, chosen) if corridor_id else None
        edition = read_from(catalogue)
    if content is None:
        _list(reference, args, chosen)
    elif args.json:
        told = told_json(content.told, chosen)
        would = {"what_if": what_if_json(content.what_if, chosen)}
        _print({**chain_json(content.corridor, content.chain, chosen), **told, **would, **edition})
    elif not asked_for(args):
        say(corridor_text(content, chosen))
    return 0


def _content(
    catalogue: Catalogue, corridor_id: str, args: argparse.Namespace, chosen: Words
) -> CorridorContent:
    """The corridor, chained once for what is printed and for the files asked for, which are written."""
    case = Case(args.case)
    if not asked_for(args):
        return corridor_content(catalogue, corridor_id, case, args.without)
    from customs_app.reports.corridor import (  # noqa: PLC0415 - only where something is written
        corridor_paper,
        write_corridor_pdf,
        write_corridor_workbook,
    )

    paper = corridor_paper(catalogue, corridor_id, case, args.without)
    for path, write in ((args.xlsx, write_corridor_workbook), (args.pdf, write_corridor_pdf)):
        if path:
            write(paper, path, args.lang)
            say(chosen.text("Written: {file}", file=str(path)), error=args.json)
    return paper.content


def _list(reference: Reference, args: argparse.Namespace, chosen: Words) -> None:
    corridors = reference.corridors.values()
    if args.json:
        _print([corridor_json(corridor, chosen) for corridor in corridors])
        return
    rows = [
        (one.id, one.name[chosen.language], "–".join(dict.fromkeys(leg.country for leg in one.legs)))
        for one in corridors
    ]
    say(table((chosen.text("Id"), chosen.text("Corridor"), chosen.text("Countries")), rows))


def _print(found: object) -> None:
    print(json.dumps(found, ensure_ascii=False, indent=1))


def _file_and_id(given: list[str]) -> tuple[Path | None, str | None]:
    """The catalogue and the corridor; one argument alone is a file where it exists or looks like one."""
    if len(given) > 2:
        raise UsageError("expected [FILE] [ID], a catalogue and a corridor such as COR-01")
    if len(given) == 2:
        return Path(given[0]), given[1]
    if not given:
        return None, None
    return (Path(given[0]), None) if names_file(given[0]) else (None, given[0])
