"""Advances of the characters of a TrueType font, read from the few tables that hold them."""

import struct
from array import array
from bisect import bisect
from pathlib import Path

_WHOLE = (3, 10)
"""Platform and encoding of the table that has all of Unicode."""
_BASIC = ((3, 1), (0, 3), (0, 4))
_Group = tuple[int, int, int, int | None]
"""First and last character, what leads to the glyph, and where glyphs are listed (None: nowhere)."""


class FontWidths:
    """Advances of one font, in parts of the size of the type; OSError where the file cannot be read."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            count = struct.unpack(">4xH6x", file.read(12))[0]
            places: dict[bytes, tuple[int, int]] = {}
            for _ in range(count):
                tag, start, length = struct.unpack(">4s4xII", file.read(16))
                places[tag] = (start, length)

            def table(tag: bytes) -> bytes:
                start, length = places[tag]
                file.seek(start)
                return file.read(length)

            self._units: int = struct.unpack(">18xH", table(b"head")[:20])[0]
            metrics = struct.unpack(">34xH", table(b"hhea")[:36])[0]
            pairs = _numbers(table(b"hmtx")[: metrics * 4])
            self._advances = pairs[::2]
            self._characters = _Characters(table(b"cmap"))

    def advance(self, code: int) -> float | None:
        """Advance of a character by its code; None where the font has no such character."""
        glyph = self._characters.glyph(code)
        if glyph == 0:
            return None
        return self._advances[min(glyph, len(self._advances) - 1)] / self._units


class _Characters:
    """Which glyph a character has, by the character map of format 4 or 12."""

    def __init__(self, cmap: bytes) -> None:
        count = struct.unpack(">2xH", cmap[:4])[0]
        found: dict[tuple[int, int], int] = {}
        for i in range(count):
            platform, encoding, start = struct.unpack(">HHI", cmap[4 + i * 8 : 12 + i * 8])
            found[platform, encoding] = start
        table = cmap[next(found[key] for key in (_WHOLE, *_BASIC) if key in found) :]
        if struct.unpack(">H", table[:2])[0] == 12:
            self._groups, self._glyphs = _groups(table), array("H")
        else:
            self._groups, self._glyphs = _segments(table)
        self._starts = [group[0] for group in self._groups]

    def glyph(self, code: int) -> int:
        """The number of the glyph; 0 where there is none."""
        place = bisect(self._starts, code) - 1
        if place < 0 or code > self._groups[place][1]:
            return 0
        start, _, delta, listed = self._groups[place]
        if listed is None:
            return (code + delta) & 0xFFFF
        glyph = self._glyphs[listed + code - start]
        return (glyph + delta) & 0xFFFF if glyph else 0


def _groups(table: bytes) -> list[_Group]:
    count = struct.unpack(">I", table[12:16])[0]
    found = struct.iter_unpack(">III", table[16 : 16 + count * 12])
    return [(start, end, first - start, None) for start, end, first in found]


def _segments(table: bytes) -> "tuple[list[_Group], array[int]]":
    length, twice = struct.unpack(">2xH2xH", table[:8])
    n = twice // 2
    numbers = _numbers(table[14:length])
    found: list[_Group] = []
    for i in range(n):
        start, end = numbers[n + 1 + i], numbers[i]
        delta, offset = numbers[2 * n + 1 + i], numbers[3 * n + 1 + i]
        found.append((start, end, delta, 3 * n + 1 + i + offset // 2 if offset else None))
    return found, numbers


def _numbers(data: bytes) -> "array[int]":
    """Unsigned 16-bit numbers, which stand in a font with the higher byte first."""
    numbers = array("H")
    numbers.frombytes(data)
    if struct.pack("=H", 1) != struct.pack(">H", 1):
        numbers.byteswap()
    return numbers
