"""The command that writes country folders."""

import argparse

from customs_app.cli.asked import known_countries
from customs_app.cli.console import say
from customs_app.cli.opened import opened
from customs_app.cli.usage import UsageError
from customs_app.exchange.country_folder import export_country
from customs_app.language.words import words


def run(args: argparse.Namespace) -> int:
    """Write each country asked for, and say where it stands."""
    if args.to.suffix.lower() == ".xlsx":
        raise UsageError(f"--to names a folder, in which the country folder is written; found {args.to}")
    chosen = words(args.lang)
    with opened(args.file) as catalogue:
        for country in known_countries(catalogue, args.countries) or ():
            say(chosen.text("Written: {file}", file=str(export_country(catalogue, country, args.to))))
    return 0
