"""Commands about the catalogue file itself: new, check, backup."""

import argparse

from customs_app.catalogue.backup import backup as copy
from customs_app.catalogue.check import check as problems_of
from customs_app.catalogue.file import create
from customs_app.cli.console import problem_line, say
from customs_app.cli.opened import named_or_default, opened
from customs_app.cli.usage import UsageError
from customs_app.language.words import words


def new(args: argparse.Namespace) -> int:
    """Make a catalogue and say what is in it."""
    chosen = words(args.lang)
    create(args.file, starting=not args.empty)
    with opened(args.file) as catalogue:
        counts = catalogue.counts()
    if args.empty:
        say(chosen.text("{file} is made, with the reference lists and no country.", file=str(args.file)))
    else:
        say(
            chosen.text(
                "{file} is made: {countries} countries, {procedures} procedures, {steps} steps.",
                file=str(args.file),
                countries=counts.countries,
                procedures=counts.procedures,
                steps=counts.steps,
            )
        )
    return 0


def check(args: argparse.Namespace) -> int:
    """Check the file; the exit status is 1 where something is wrong."""
    chosen = words(args.lang)
    path = named_or_default(args.file)
    found = problems_of(path)
    if not found:
        say(chosen.text("{file} is in order.", file=str(path)))
        return 0
    for problem in found:
        say(problem_line(problem, chosen))
    say(chosen.count("{n} problem found.", "{n} problems found.", len(found)))
    return 1


def backup(args: argparse.Namespace) -> int:
    """Copy the catalogue into a new file."""
    if len(args.paths) > 2:
        raise UsageError("backup takes at most two names: [FILE] OUT")
    out = args.paths[-1]
    path = named_or_default(args.paths[0] if len(args.paths) == 2 else None)
    copy(path, out)
    say(words(args.lang).text("{file} is copied into {copy}.", file=str(path), copy=str(out)))
    return 0
