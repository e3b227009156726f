"""Text of the catalogue is data: what makes it harmless in a workbook and on paper.

Whatever an office typed goes out as the text that it is. Nothing else in `reports` may put text of the
catalogue into a cell or a page without passing here.
"""

import re
from copy import copy
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell import Cell

CELL_LIMIT = 32_767
"""The longest text that a cell of a workbook bears, in UTF-16 units."""

SURELY_FITS = 4000
"""A text of no more characters fits into a cell whatever it is made of."""

_CUT = " […]"
_ESCAPE = "_x005F_"

# What XML 1.0 cannot hold (C0 but tab and line feed, lone surrogates, two non-characters), and the C1
# controls, which no one can see and some readers act upon.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# A workbook reads `_x0041_` as the letter A, unless its first sign is itself written so.
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def clean_text(text: str) -> str:
    """The text without what cannot be printed; line ends of all kinds become line feeds."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """The clean text with each run of white space as one space."""
    return " ".join(clean_text(text).split())


def put_text(cell: "Cell", text: str, cut_note: str = _CUT) -> None:
    """Write a text into a cell so that no program takes it for a formula, an error or a link.

    A text too long for a cell is cut and ends in `cut_note`. Set the cell's style before.
    """
    written = literal(text) if len(text) <= SURELY_FITS else _fitting(clean_text(text), cut_note)
    # What the setter of the value would find out about a text is known here, and most cells are texts.
    cell._value = written  # type: ignore[attr-defined]  # noqa: SLF001
    cell.data_type = "s"
    if written[:1] in ("=", "+", "-", "@", "#"):
        cell._style = copy(cell._style)  # type: ignore[attr-defined]  # noqa: SLF001
        cell.quotePrefix = True


@lru_cache(maxsize=4096)
def literal(text: str) -> str:
    """A text that surely fits, as a cell takes it; kept, for tables say the same again and again."""
    return _escaped(clean_text(text))


def _fitting(text: str, cut_note: str) -> str:
    whole = _escaped(text)
    if _units(whole) <= CELL_LIMIT:
        return whole
    room = CELL_LIMIT - _units(cut_note)
    kept = text[:room]
    while (excess := _units(_escaped(kept)) - room) > 0:
        # One sign takes at most its own place and that of the escape before it.
        kept = kept[: -max(1, excess // (len(_ESCAPE) + 1))]
    return _escaped(kept) + cut_note


def _escaped(text: str) -> str:
    return _LOOKS_ESCAPED.sub(_ESCAPE, text)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
