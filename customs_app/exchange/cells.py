"""What one cell of a country folder stands for."""

import math
import re
from collections.abc import Mapping

from customs_app.catalogue.csv_rows import LARGEST, Cell
from customs_app.catalogue.domain_rows import parts
from customs_app.catalogue.step_lists import joined
from customs_app.catalogue.tables import Column, Kind
from customs_app.domain.text import Message
from customs_app.exchange.spreadsheet_text import guarded, unguarded

_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")
_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+")
_WHOLE = re.compile(r"[0-9]{1,15}")
_CURRENCY = re.compile(r"[A-Z]{3}")
_CHOICE = re.compile(r"[^:]*[^:\s][^:]*:.*\S.*", re.DOTALL)
_BOUNDS: Mapping[str, tuple[float, float]] = {"lat": (-90, 90), "lon": (-180, 180)}
_AT_LEAST_ZERO = (0.0, LARGEST)
_SHOWN = 40


def cell_value(text: str, column: Column) -> Cell | Message:
    """The value of a cell, or a message that says what was expected in its place.

    A list of references loses the spaces around its parts and names each once; any other text stays as
    it is.
    """
    if "\0" in text:
        return Message("text, found a NUL byte in it")
    if not text.strip() and (column.required or not text):
        return Message("a value, found an empty cell") if column.required else None
    if column.kind is Kind.WHOLE:
        return int(text) if _WHOLE.fullmatch(text) else _not_whole(text)
    if column.kind is Kind.NUMBER:
        return _number(text, column.name)
    if column.codes is not None:
        return _code(text, tuple(code.value for code in column.codes))
    return _text(unguarded(text), column)


def cell_text(value: Cell) -> str:
    """A value as it stands in a CSV cell: unknown is empty, a number has no more digits than it needs."""
    if value is None:
        return ""
    if isinstance(value, str):
        # A NUL has no place in a CSV file.
        return guarded(value.replace("\0", "\N{REPLACEMENT CHARACTER}"))
    return repr(value).removesuffix(".0")


def shortened(text: str) -> str:
    """A text of a file as an error message shows it."""
    seen = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text[: _SHOWN + 1])
    return f"{seen[:_SHOWN]}…" if len(seen) > _SHOWN else seen


def _number(text: str, name: str) -> float | Message:
    if _COMMA.fullmatch(text):
        return Message(
            "a number with a decimal point, such as {example}, found “{found}”",
            {"example": text.replace(",", "."), "found": text},
        )
    value = float(text) if _NUMBER.fullmatch(text) else math.nan
    if not math.isfinite(value):
        return Message("a number such as 2.5, found “{found}”", {"found": shortened(text)})
    least, most = _BOUNDS.get(name, _AT_LEAST_ZERO)
    if least <= value <= most:
        return value + 0.0  # turns minus zero into zero
    if value < 0 == least:
        return Message("zero or more, found “{found}”", {"found": shortened(text)})
    return Message(
        "a number from {least} to {most}, found “{found}”",
        {"least": least, "most": most, "found": shortened(text)},
    )


def _not_whole(text: str) -> Message:
    return Message("a whole number such as 3, found “{found}”", {"found": shortened(text)})


def _code(text: str, codes: tuple[str, ...]) -> str | Message:
    if text in codes:
        return text
    return Message("one of {codes}, found “{found}”", {"codes": codes, "found": shortened(text)})


def _text(text: str, column: Column) -> str | Message | None:
    if column.many:
        return joined(parts(text))
    if column.name == "cost_currency" and not _CURRENCY.fullmatch(text):
        return Message(
            "a currency of three capital letters such as KZT, found “{found}”",
            {"found": shortened(text)},
        )
    if column.name == "choice" and not _CHOICE.fullmatch(text):
        return Message("group:option such as corridor:green, found “{found}”", {"found": shortened(text)})
    return text
