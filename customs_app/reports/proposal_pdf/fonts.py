"""The fonts of the pages, and which of them has a character."""

import struct
from collections.abc import Hashable
from copy import copy
from dataclasses import dataclass, field
from functools import cache
from weakref import WeakKeyDictionary

from customs_app.figures.font_files import font_file, unreadable
from customs_app.reports.proposal_pdf.engine import TTFError, TTFont, pdfmetrics

BASE = "Sans"
MISSING = "□"
"""Stands on paper for a character that no font has; the character itself stays in the text that is copied."""

# In order of preference. Noto Sans SC has the signs that Noto Sans lacks (≤ ≠ ○ ●).
_FAMILIES = (
    ("Sans", "NotoSans", False, False),
    ("SC", "NotoSansSC", False, False),
    ("Arabic", "NotoSansArabic", True, True),
    ("Devanagari", "NotoSansDevanagari", True, False),
)


_DEVANAGARI = ("\u0900", "\u097f")


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One weight of one font. `shaped` scripts join or reorder letters; widths are 1/1000 of the size."""

    name: str
    font: TTFont
    shaped: bool
    right_to_left: bool
    widths: dict[int, float] = field(repr=False)

    def has(self, char: str) -> bool:
        """Whether the font can draw the character."""
        return ord(char) in self.font.face.charToGlyph and ord(char) <= 0xFFFF

    def width(self, text: str) -> float:
        """Width of a text of which each letter stands alone, in 1/1000 of the size."""
        widths = self.widths
        return sum(widths[ord(char)] for char in text)


class FontSet:
    """The faces of one document, none shared with another: reportlab's fonts keep the state of a document.

    Making a set registers its fonts under fixed names in reportlab's one registry; so one document at a
    time. FontError where one is missing or damaged.
    """

    def __init__(self) -> None:
        self._regular = tuple(_face(*family, bold=False) for family in _FAMILIES)
        self._bold = tuple(_face(*family, bold=True) for family in _FAMILIES)
        self._found: dict[tuple[str, bool], Face | None] = {}
        self.words: dict[Hashable, object] = {}
        """What has been measured in these fonts, for those who measure."""
        self.mono = _face("Mono", "NotoSansMono", False, False, bold=False)

    def base(self, bold: bool) -> Face:
        """The face of Latin and Cyrillic text."""
        return (self._bold if bold else self._regular)[0]

    def chinese(self, bold: bool) -> Face:
        """The face of Chinese text, which has the most signs."""
        return (self._bold if bold else self._regular)[1]

    def face(self, char: str, bold: bool) -> Face | None:
        """The first face that has the character; None where no font has it."""
        key = (char, bold)
        if key not in self._found:
            faces = self._bold if bold else self._regular
            if _DEVANAGARI[0] <= char <= _DEVANAGARI[1]:
                # Noto Sans has these letters too, but not the way they join.
                faces = (faces[3], *faces)
            self._found[key] = next((face for face in faces if face.has(char)), None)
        return self._found[key]


def _face(name: str, file: str, shaped: bool, right_to_left: bool, *, bold: bool) -> Face:
    full = f"{name}-SemiBold" if bold else name
    weight = "SemiBold" if bold else "Regular"
    read, widths = _read(full, f"{file}-{weight}", shaped)
    font = copy(read)
    font.state = WeakKeyDictionary()
    pdfmetrics.registerFont(font)
    return Face(full, font, shaped, right_to_left, widths)


@cache
def _read(name: str, file: str, shaped: bool) -> tuple[TTFont, "_Widths"]:
    """A font as its file has it, and its widths; read once, since all of them take a tenth of a second."""
    path = font_file(file)
    try:
        font = TTFont(name, str(path), shapable=shaped)
    except (OSError, LookupError, TTFError, struct.error) as error:
        raise unreadable(path) from error
    return font, _Widths(font)


class _Widths(dict[int, float]):
    """Advance of each character, the non-breaking space as wide as the space it is drawn with."""

    def __init__(self, font: TTFont) -> None:
        super().__init__(font.face.charWidths)
        self._default = float(font.face.defaultWidth)
        self[0xA0] = self.get(0x20, self._default)

    def __missing__(self, code: int) -> float:
        return self._default
