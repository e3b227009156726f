"""The command that writes the minutes of a meeting."""

import argparse
import json

from customs_app.cli.console import say
from customs_app.cli.minutes_text import minutes_text
from customs_app.cli.opened import opened
from customs_app.language.words import words
from customs_app.reports.minutes.as_json import minutes_json
from customs_app.reports.minutes.content import Minutes, minutes


def run(args: argparse.Namespace) -> int:
    """Print the minutes, or write them into the files asked for."""
    chosen = words(args.lang)
    with opened(args.file, edition=args.edition) as catalogue:
        read = minutes(catalogue, args.meeting)
    _write(read, args)
    if args.json:
        print(json.dumps(minutes_json(read), ensure_ascii=False, indent=2))
        return 0
    for path in (args.xlsx, args.pdf):
        if path:
            say(chosen.text("Written: {file}", file=str(path)))
    if not args.xlsx and not args.pdf:
        say(minutes_text(read, chosen))
    return 0


def _write(read: Minutes, args: argparse.Namespace) -> None:
    if args.xlsx:
        from customs_app.reports.minutes import write_minutes_workbook  # noqa: PLC0415 - loads openpyxl

        write_minutes_workbook(read, args.xlsx, args.lang)
    if args.pdf:
        from customs_app.reports.minutes import write_minutes_pdf  # noqa: PLC0415 - loads reportlab

        write_minutes_pdf(read, args.pdf, args.lang)
