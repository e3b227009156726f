"""Formulas that stay live, stored with their values for readers that do not calculate.

Only what this package itself puts together may become a formula: references, names it has defined and
signs of its own. Text of the catalogue never does; names of sheets, which hold some, are quoted here.
"""

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape

Result = str | int | float
"""What a formula comes to: a number, or a text such as `?`."""

_FORMULA = re.compile(rb'<c r="([A-Z]+[0-9]+)"([^>]*)><f>(.*?)</f><v\s*/?>(?:</v>)?</c>', re.DOTALL)


def sheet_ref(name: str) -> str:
    """The name of a sheet as formulas and links write it, with the sign that parts it from the cells."""
    return "'" + name.replace("'", "''") + "'!"


def or_unknown(formula: str, *needed: str) -> str:
    """The formula where all `needed` cells or areas hold a number, else the sign of the unknown."""
    return f'=IF(COUNT({",".join(needed)})={len(needed)},{formula},"?")'


def sum_or_unknown(area: str) -> str:
    """The sum of the numbers of an area; unknown where it holds none, never zero."""
    return f'=IF(COUNT({area})=0,"?",SUM({area}))'


def with_values(xml: bytes, values: Mapping[str, Result]) -> bytes:
    """A sheet in which each formula has its value (keys are cells, as `B5`) beside it.

    openpyxl writes formulas without values. KeyError for a formula that has none here.
    """

    def filled(found: re.Match[bytes]) -> bytes:
        cell, attributes, formula = found.groups()
        value = values[cell.decode()]
        if isinstance(value, str):
            kind, text = b' t="str"', escape(value).encode()
        else:
            kind, text = b"", repr(value).encode()
        return b'<c r="%s"%s%s><f>%s</f><v>%s</v></c>' % (cell, attributes, kind, formula, text)

    return _FORMULA.sub(filled, xml)
