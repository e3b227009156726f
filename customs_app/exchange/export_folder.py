"""Writes a country as a country folder: seven CSV files that any spreadsheet opens."""

import csv
import os
import secrets
import shutil
from pathlib import Path

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.tables import COUNTRY_TABLES, Table
from customs_app.domain.errors import InputError
from customs_app.domain.text import Message
from customs_app.exchange.cells import cell_text
from customs_app.exchange.folder_name import with_its_name

_FILES = frozenset(table.file for table in COUNTRY_TABLES)


def export_country(catalogue: Catalogue, iso2: str, folder: Path) -> Path:
    """Write the country (ISO 3166 alpha-2) and return the folder that holds it.

    That is `folder` where it bears the name of the country, else a new folder of that name in it, for
    the name tells the country when it is imported. CSV as RFC 4180 has it, UTF-8, columns in their
    canonical order. The folder appears when it is whole and then takes the place of an earlier one;
    InputError where the country is not in the reference list, where something else than a country
    folder stands there, or where the folder cannot be written.
    """
    if iso2 not in catalogue.reference().countries:
        raise InputError(Message("{country} is not a country of the reference list.", {"country": iso2}))
    asked = with_its_name(folder)
    target = asked if asked.name.upper() == iso2 else asked / iso2
    _refuse_foreign(target)
    fresh = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        fresh.parent.mkdir(parents=True, exist_ok=True)
        fresh.mkdir()
        for table in COUNTRY_TABLES:
            _write(fresh / table.file, table, catalogue, iso2)
        _put_in_place(fresh, target)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(
            Message("{folder} cannot be written ({reason}).", {"folder": str(target), "reason": reason})
        ) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return target


def _refuse_foreign(target: Path) -> None:
    """Only an earlier country folder is replaced: nobody's other files go with it."""
    if not target.exists():
        return
    if not target.is_dir() or not {entry.name for entry in target.iterdir()} <= _FILES:
        raise InputError(
            Message(
                "{folder} holds something else than a country folder. Choose another place.",
                {"folder": str(target)},
            )
        )


def _write(path: Path, table: Table, catalogue: Catalogue, iso2: str) -> None:
    names = [column.name for column in table.columns]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(names)
        writer.writerows([cell_text(row[name]) for name in names] for row in catalogue.rows(table.name, iso2))
        file.flush()
        os.fsync(file.fileno())


def _put_in_place(fresh: Path, target: Path) -> None:
    if not target.exists():
        fresh.rename(target)
        return
    earlier = fresh.with_name(fresh.name + ".earlier")
    target.rename(earlier)
    try:
        fresh.rename(target)
    except OSError:
        earlier.rename(target)
        raise
    shutil.rmtree(earlier)
