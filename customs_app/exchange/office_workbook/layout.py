"""Where things stand in an office's workbook, and how its cells name coded values."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

from customs_app.catalogue.tables import COUNTRY_TABLES, Table
from customs_app.domain.text import Language
from customs_app.exchange.office_workbook.texts import cleaned
from customs_app.language.labels import label
from customs_app.language.words import words

SUFFIX = ".xlsx"
FONT = "Calibri"
FORM = 1
"""The form of the workbook; a later one may be read by a later release alone."""

MARKER = "customs-app"
"""The hidden sheet: form, country and hash of the content in B1 to B3, and the lists from column D on."""

KEY_ROW, HEAD_ROW, FIRST_ROW = 1, 2, 3
LAST_ROW = 5000
"""So far down the lists are offered."""

BETWEEN = " — "
"""Stands between a code and its name."""

_KEY = re.compile(r"([a-z_]+)\.([a-z0-9_]+)")
_BY_SHEET = {table.file.removesuffix(".csv"): table for table in COUNTRY_TABLES}


def is_workbook(path: Path) -> bool:
    """Whether a path names a workbook rather than a folder."""
    return path.suffix.lower() == SUFFIX and not path.is_dir()


def key(table: Table, column: str) -> str:
    """What stands in the hidden row over a column, such as `steps.title_en`."""
    return f"{table.file.removesuffix('.csv')}.{column}"


def keyed(text: str) -> tuple[Table, str] | None:
    """The table and column that a key names; None where it is no key of a column that there is."""
    found = _KEY.fullmatch(text)
    table = _BY_SHEET.get(found[1]) if found else None
    if found is None or table is None or all(column.name != found[2] for column in table.columns):
        return None
    return table, found[2]


@cache
def labels(codes: type[StrEnum], language: Language) -> Mapping[str, str]:
    """How the codes are called in the cells of a workbook, by code, in order."""
    chosen = words(language)
    return {code.value: label(code, chosen) for code in codes}


@cache
def codes_by_name(codes: type[StrEnum]) -> Mapping[str, str]:
    """The code for every name that it has in a language, and for itself; see `plain_name`."""
    named = {
        plain_name(name): code for language in Language for code, name in labels(codes, language).items()
    }
    return named | {plain_name(code.value): code.value for code in codes}


def plain_name(name: str) -> str:
    """A name by which a code is looked up: spaces and capitals do not count."""
    return " ".join(cleaned(name).split()).casefold()
