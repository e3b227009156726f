"""The command that puts countries side by side."""

import argparse
import json

from customs_app.analysis.as_json import comparison_json
from customs_app.cli.asked import chosen_procedures, known_countries
from customs_app.cli.beside import beside_json
from customs_app.cli.blind import say_blind
from customs_app.cli.compare_csv import write_comparison
from customs_app.cli.compare_text import comparison_text
from customs_app.cli.console import say
from customs_app.cli.edition_text import read_from
from customs_app.cli.exports import asked_for, write_exports
from customs_app.cli.opened import opened
from customs_app.cli.usage import UsageError
from customs_app.language.words import words
from customs_app.reports.content import comparison_content
from customs_app.reports.subject import Subject


def run(args: argparse.Namespace) -> int:
    """Print the comparison, or write it into the files asked for."""
    if args.pair is not None:
        from customs_app.cli.pair_command import run_pair  # noqa: PLC0415 - asked for seldom

        if args.csv:
            raise UsageError("--csv writes the comparison of countries; with --pair take --json or --xlsx")
        return run_pair(args)
    if args.regime is None:
        raise UsageError("expected --regime, or --pair for two procedures step by step")
    if args.basis is not None or args.against is not None:
        raise UsageError("--as-to-be and --against need --pair with one procedure")
    chosen = words(args.lang)
    with opened(args.file, edition=args.edition) as catalogue:
        content = comparison_content(
            catalogue,
            Subject(
                regime=args.regime,
                mode=args.mode,
                countries=known_countries(catalogue, args.countries),
                chosen=chosen_procedures(catalogue, args),
                case=args.case,
            ),
        )
        beside = beside_json(catalogue, content, chosen) if args.json else {}
        edition = read_from(catalogue)
    say_blind(content.blind_steps, chosen)
    for path in write_exports(content, args):
        say(chosen.text("Written: {file}", file=str(path)), error=args.json)
    if args.csv:
        write_comparison(content.comparison, args.csv, args.lang)
        say(chosen.text("Written: {file}", file=str(args.csv)), error=args.json)
    if args.json:
        told = comparison_json(content.comparison, chosen, content.reference)
        print(json.dumps({**told, **beside, **edition}, ensure_ascii=False, indent=1))
    elif not asked_for(args) and not args.csv:
        say(comparison_text(content, chosen))
    return 0
