"""The command that writes country folders, or the workbook of one country."""

import argparse

from customs_app.catalogue.catalogue import Catalogue
from customs_app.cli.asked import known_countries
from customs_app.cli.console import say
from customs_app.cli.opened import opened
from customs_app.cli.usage import UsageError
from customs_app.exchange.country_folder import export_country
from customs_app.exchange.office_workbook.layout import is_workbook
from customs_app.language.words import words
from customs_app.reports.atomic import replacing


def run(args: argparse.Namespace) -> int:
    """Write each country asked for, and say where it stands."""
    chosen = words(args.lang)
    with opened(args.file) as catalogue:
        countries = known_countries(catalogue, args.countries) or ()
        if is_workbook(args.to):
            if len(countries) != 1:
                raise UsageError(f"a workbook holds one country; found {len(countries)} for {args.to}")
            _write_workbook(catalogue, countries[0], args)
            say(chosen.text("Written: {file}", file=str(args.to)))
            return 0
        for country in countries:
            say(chosen.text("Written: {file}", file=str(export_country(catalogue, country, args.to))))
    return 0


def _write_workbook(catalogue: Catalogue, country: str, args: argparse.Namespace) -> None:
    from customs_app.exchange.office_workbook.export import export_workbook  # noqa: PLC0415 - loads openpyxl

    with replacing(args.to) as fresh:
        export_workbook(catalogue, country, fresh, args.lang)
