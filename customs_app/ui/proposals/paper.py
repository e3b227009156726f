"""A written PDF as the preview reads it: its pages, where its parts begin, and pictures of its pages."""

import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QImage

from customs_app.domain.text import Language

TITLE, SUMMARY, COMPARISON, MEASURES, SOURCES = "title", "summary", "comparison", "measures", "sources"
"""Keys of the parts of the paper."""

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
        """Where the parts begin.

        They are told by their order in the outline, whatever the language: title page, summary and
        comparison come first, the sources last; what has entries of its own below it are the measures.
        """
        top: list[Spot] = []
        found: dict[str, Spot] = {}
        number = 0
        with _ONE_AT_A_TIME:
            outline = list(self._outline())
        for level, spot in outline:
            if level == 0:
                top.append(spot)
                continue
            number += 1
            found.setdefault(MEASURES, top[-1])
            found[measure_key(number)] = spot
        found.update(zip((TITLE, SUMMARY, COMPARISON), top, strict=False))
        if top:
            found[SOURCES] = top[-1]
        return found

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

    def _outline(self) -> Iterator[tuple[int, Spot]]:
        for entry in self._document.get_toc():
            target = entry.get_dest()
            page = target.get_index() if target is not None else None
            if target is None or page is None:
                continue
            _, view = target.get_view()
            height = self.sizes[page][1]
            up = view[1] if len(view) > 1 else height
            yield entry.level, Spot(page, min(1.0, max(0.0, 1 - up / height)))
