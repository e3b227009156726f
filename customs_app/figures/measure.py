"""How wide texts are in the fonts that ship with the application, without any window."""

import struct
from functools import cache
from typing import Protocol

from customs_app.figures.font_files import font_file, unreadable
from customs_app.figures.font_widths import FontWidths

HALF_CAPITAL = 0.357
"""Half the height of a capital letter of Noto Sans, in parts of the size of the type."""


class Measure(Protocol):
    """Knows how wide texts are; pictures are laid out by it."""

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Width of a text in one line, in the unit of `size`, the height of its type."""


class FontMeasure:
    """Widths of the shipped fonts.

    A character that the first font lacks is as wide as in the widest of those a painter may take for it,
    since the painters do not choose alike.
    """

    _FIRST = "NotoSans"
    _NEXT = ("NotoSansSC", "NotoSansArabic", "NotoSansDevanagari")
    _MONO = "NotoSansMono-Regular"

    def __init__(self) -> None:
        self._advances: tuple[dict[str, float], dict[str, float]] = ({}, {})

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Width of a text in one line, in the unit of `size`, the height of its type."""
        known = self._advances[bold]
        total = 0.0
        for char in text:
            advance = known.get(char)
            if advance is None:
                advance = known[char] = self._advance(char, bold)
            total += advance
        return total * size

    def _advance(self, char: str, bold: bool) -> float:
        weight = "SemiBold" if bold else "Regular"
        code = 0x20 if char == "\u00a0" else ord(char)
        first = _font(f"{self._FIRST}-{weight}").advance(code)
        if first is not None:
            return first
        others = (_font(self._MONO), *(_font(f"{name}-{weight}") for name in self._NEXT))
        return max((one for font in others if (one := font.advance(code)) is not None), default=1.0)


@cache
def _font(name: str) -> FontWidths:
    path = font_file(name)
    try:
        return FontWidths(path)
    except (OSError, LookupError, StopIteration, struct.error) as error:
        raise unreadable(path) from error


@cache
def shipped_fonts() -> FontMeasure:
    """The measure of the shipped fonts, which remembers what it has measured."""
    return FontMeasure()
