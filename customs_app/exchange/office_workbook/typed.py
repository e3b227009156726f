"""What a cell of an office's workbook stands for."""

import datetime as dt
import math
import re
from dataclasses import dataclass

from customs_app.catalogue.csv_rows import Cell
from customs_app.catalogue.tables import Column, Kind
from customs_app.domain.text import Message
from customs_app.exchange.cells import cell_value, shortened
from customs_app.exchange.office_workbook import layout, messages
from customs_app.exchange.office_workbook.texts import cleaned, reads_as
from customs_app.exchange.spreadsheet_text import guarded

_DATES = frozenset({"as_of", "accessed", "year"})
_LAST_YEAR = 9999
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SLASHED = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_GROUPED = re.compile(r"[+-]?\d{1,3}( \d{3})+([.,]\d+)?")
_COMMA = re.compile(r"[+-]?\d+,\d+")
_EITHER = re.compile(r"[+-]?\d{1,3},\d{3}")
_WHOLE_AS_DECIMAL = re.compile(r"(\d+)\.0+")
_CLOSE = 1e-12


@dataclass(frozen=True, slots=True)
class Found:
    """A cell as it stands in the file: its value, and its type as a workbook names it."""

    value: object
    type: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What a cell stands for: a value, or what was expected in its place; and a doubt about the value."""

    value: Cell
    refused: Message | None = None
    doubt: Message | None = None


def is_empty(found: Found | None) -> bool:
    """Whether nothing can be seen in a cell."""
    if found is None or found.value is None:
        return True
    return isinstance(found.value, str) and found.type != "f" and not cleaned(found.value)


def typed(found: Found | None, column: Column, there: Cell) -> Typed:
    """The value of a cell; `there` is what the catalogue holds, and stays where the cell says the same."""
    if found is None or is_empty(found):
        return Typed(there) if isinstance(there, str) and not cleaned(there) else _checked("", column)
    value = found.value
    refused = _no_value(found)
    if refused is not None:
        return Typed(None, refused)
    if isinstance(value, dt.datetime | dt.date | dt.time | dt.timedelta):
        return _moment(value, column)
    if isinstance(value, int | float):
        return _number(value, column, there)
    return _text(str(value), column, there)


def _no_value(found: Found) -> Message | None:
    if found.type == "f":
        return messages.formula()
    if found.type == "e":
        return messages.error_value(shortened(str(found.value)))
    if isinstance(found.value, bool):
        return messages.logical(str(found.value).upper())
    return None


def _moment(value: dt.datetime | dt.date | dt.time | dt.timedelta, column: Column) -> Typed:
    if column.kind is not Kind.TEXT:
        return Typed(None, messages.number_not_date(str(value)))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        value = value.date()
    if column.name not in _DATES or not isinstance(value, dt.date) or isinstance(value, dt.datetime):
        return Typed(None, messages.date_not(str(value)))
    return _checked(value.isoformat(), column)


def _number(value: float, column: Column, there: Cell) -> Typed:
    if not math.isfinite(value):
        return Typed(None, messages.error_value(str(value)))
    if isinstance(there, int | float) and math.isclose(value, there, rel_tol=_CLOSE):
        return Typed(there)
    text = repr(value).removesuffix(".0")
    if column.kind is not Kind.TEXT:
        return _checked(text, column)
    if column.name in _DATES and not (value == int(value) and 0 < value <= _LAST_YEAR):
        return Typed(None, messages.date_not(text))
    result = _checked(text, column)
    if result.refused or column.name in _DATES or there == text:
        return result
    return Typed(result.value, doubt=messages.digits_lost(text))


def _text(text: str, column: Column, there: Cell) -> Typed:
    if column.kind is not Kind.TEXT:
        return _number_as_text(cleaned(text), column)
    if column.codes is not None:
        said = " ".join(cleaned(text).split())
        return _checked(layout.codes_by_name(column.codes).get(layout.plain_name(text), said), column)
    if column.refers_to == "activity":
        return _checked(cleaned(text).split(layout.BETWEEN.strip())[0].strip(), column)
    if isinstance(there, str) and reads_as(text, there):
        return Typed(there)
    plain = cleaned(text)
    if column.many:
        plain = plain.replace("；", ";").replace("\n", ";")
    if column.refers_to is not None or column.name in ("id", "cost_currency", "choice"):
        plain = " ".join(plain.split())
    if column.name in _DATES:
        return _date_as_text(plain, column)
    return _checked(plain, column)


def _number_as_text(text: str, column: Column) -> Typed:
    plain = text
    if _GROUPED.fullmatch(text):
        plain = text.replace(" ", "")
    doubtful = plain != text or bool(_EITHER.fullmatch(plain))
    if _COMMA.fullmatch(plain):
        plain = plain.replace(",", ".")
    whole = _WHOLE_AS_DECIMAL.fullmatch(plain)
    if column.kind is Kind.WHOLE and whole:
        plain = whole[1]
    result = _checked(plain, column)
    if doubtful and result.refused is None:
        return Typed(result.value, doubt=messages.read_as(shortened(text), plain))
    return result


def _date_as_text(text: str, column: Column) -> Typed:
    dotted = _DOTTED.fullmatch(text)
    if dotted:
        try:
            day = dt.date(int(dotted[3]), int(dotted[2]), int(dotted[1])).isoformat()
        except ValueError:
            return Typed(None, messages.date_not(shortened(text)))
        return Typed(_checked(day, column).value, doubt=messages.read_as(shortened(text), day))
    if _SLASHED.fullmatch(text) and not _ISO.fullmatch(text):
        return Typed(None, messages.date_not(shortened(text)))
    return _checked(text, column)


def _checked(text: str, column: Column) -> Typed:
    # A text of a workbook is no formula whatever it begins with; one of a CSV file is guarded.
    value = cell_value(guarded(text) if column.kind is Kind.TEXT and column.codes is None else text, column)
    return Typed(None, refused=value) if isinstance(value, Message) else Typed(value)
