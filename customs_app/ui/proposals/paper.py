"""A written PDF as the preview reads it: its pages, where its parts begin, and pictures of its pages."""

import threading
from collections.abc import Iterator, Mapping
from ctypes import byref, c_long, create_string_buffer
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QImage

from customs_app.domain.dossier import TextKind
from customs_app.domain.text import Language

TITLE, SUMMARY, COMPARISON, MEASURES, SOURCES = "title", "summary", "comparison", "measures", "sources"
SAVINGS, LAWS, POSITIONS, DISSENT = "savings", "laws", "positions", "dissent"
COMMENTS, HISTORY = "comments", "history"
"""Keys of the parts of a proposal, by which the paper names their places; the last two are not in it."""
TABLES = (COMPARISON, MEASURES, SAVINGS, LAWS, POSITIONS, DISSENT, SOURCES, COMMENTS, HISTORY)
"""Parts that are tables in the window."""

FRONT_PARTS = {
    TextKind.TITLE: TITLE,
    TextKind.PROBLEM: SUMMARY,
    TextKind.SUMMARY: SUMMARY,
    TextKind.ASKED: SUMMARY,
}
"""In which part the texts of the whole proposal stand."""
_LONGEST_NAME = 200

# The library that reads PDF knows no threads: windows that follow one another take turns.
_ONE_AT_A_TIME = threading.Lock()


def measure_key(number: int) -> str:
    """The key of the part that is one measure, counted from 1."""
    return f"measure-{number}"


class Spot(NamedTuple):
    """A place on paper: the page, counted from 0, and how far below its upper edge (0 to 1 of its height)."""

    page: int
    down: float


@dataclass(frozen=True, slots=True)
class Paper:
    """What the preview knows of a paper: `sizes` of its pages in points, and where its parts begin."""

    turn: int
    language: Language
    edition: str
    sizes: tuple[tuple[float, float], ...]
    spots: Mapping[str, Spot]


class PaperFile:
    """An open PDF; used in the thread that opened it, and closed there."""

    def __init__(self, path: Path) -> None:
        # Loads a library of 6 MB, which nobody should wait for at start.
        import pypdfium2

        self.path = path
        with _ONE_AT_A_TIME:
            self._document = pypdfium2.PdfDocument(path)
            pages = range(len(self._document))
            self.sizes = tuple(self._document.get_page_size(page) for page in pages)

    def spots(self) -> Mapping[str, Spot]:
        """Where the parts begin, by their keys: the paper names the places to which its outline leads."""
        with _ONE_AT_A_TIME:
            return dict(self._named_places())

    def picture(self, page: int, width: int) -> QImage:
        """A page so many device pixels wide."""
        with _ONE_AT_A_TIME:
            sheet = self._document[page]
            # A hair less than asked, for the height and width are rounded up.
            bitmap = sheet.render(scale=(width - 0.01) / self.sizes[page][0], prefer_bgrx=True)
            data = bytes(bitmap.buffer)
            wide, high, stride = bitmap.width, bitmap.height, bitmap.stride
            bitmap.close()
            sheet.close()
        return QImage(data, wide, high, stride, QImage.Format.Format_RGB32).copy()

    def close(self) -> None:
        """Let go of the file."""
        with _ONE_AT_A_TIME:
            self._document.close()

    def _named_places(self) -> Iterator[tuple[str, Spot]]:
        from pypdfium2 import PdfDest, raw

        for place in range(raw.FPDF_CountNamedDests(self._document)):
            size = c_long(2 * _LONGEST_NAME)
            name = create_string_buffer(size.value)
            target = raw.FPDF_GetNamedDest(self._document, place, name, byref(size))
            if not target or size.value <= 0:
                continue
            found = PdfDest(target, self._document)
            page = found.get_index()
            if page is None:
                continue
            _, view = found.get_view()
            height = self.sizes[page][1]
            up = view[1] if len(view) > 1 else height
            key = name.raw[: size.value].decode("utf-16-le").rstrip("\0")
            yield key, Spot(page, min(1.0, max(0.0, 1 - up / height)))
