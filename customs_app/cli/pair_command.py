"""Two procedures step by step against each other, without the window."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from customs_app.analysis.case import Case
from customs_app.catalogue.catalogue import Catalogue
from customs_app.cli.blind import say_blind
from customs_app.cli.console import say
from customs_app.cli.edition_text import read_from
from customs_app.cli.exports import asked_for
from customs_app.cli.opened import opened
from customs_app.cli.pair_text import pair_text
from customs_app.cli.usage import UsageError
from customs_app.language.words import words
from customs_app.reports.pair.as_json import pair_json
from customs_app.reports.pair.paper import PairPaper, pair_paper, to_be_paper, versions_paper


def run_pair(args: argparse.Namespace) -> int:
    """Print the two procedures of `--pair`, or write them into the files asked for."""
    _check(args)
    chosen = words(args.lang)
    with opened(args.file, edition=args.edition) as catalogue:
        paper = _paper(catalogue, args)
        edition = read_from(catalogue)
    say_blind(paper.blind_steps, chosen)
    for path in _written(paper, args):
        say(chosen.text("Written: {file}", file=str(path)), error=args.json)
    if args.json:
        print(json.dumps({**pair_json(paper, chosen), **edition}, ensure_ascii=False, indent=1))
    elif not asked_for(args):
        say(pair_text(paper, chosen))
    return 0


def _check(args: argparse.Namespace) -> None:
    """UsageError where the arguments do not go together."""
    if args.regime or args.mode or args.countries or args.procedures:
        raise UsageError("--pair names the procedures: leave out --regime, --mode, --countries, --procedure")
    if args.basis is not None and args.against is not None:
        raise UsageError("expected --as-to-be or --against, not both")
    alone = args.basis is not None or args.against is not None
    if len(args.pair) != (1 if alone else 2):
        raise UsageError(
            "--pair: expected two procedures such as KZ-P-import-road,UZ-P-import-road; "
            "or one with --as-to-be or --against"
        )


def _paper(catalogue: Catalogue, args: argparse.Namespace) -> PairPaper:
    case = Case(args.case)
    if args.basis is not None:
        return to_be_paper(catalogue, args.pair[0], args.basis, case)
    if args.against is not None:
        with opened(args.file, edition=args.against) as older:
            return versions_paper(older, catalogue, args.pair[0], case)
    left, right = args.pair
    return pair_paper(catalogue, left, right, case)


def _written(paper: PairPaper, args: argparse.Namespace) -> Iterator[Path]:
    from customs_app.reports.pair.write import write_pair_pdf, write_pair_workbook  # noqa: PLC0415 - used seldom

    for path, write in ((args.xlsx, write_pair_workbook), (args.pdf, write_pair_pdf)):
        if path:
            write(paper, path, args.lang)
            yield path
