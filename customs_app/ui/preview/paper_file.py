"""A written PDF as the preview reads it: pages, places, outline, words, and pictures of its pages."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from ctypes import byref, c_long, c_uint8, create_string_buffer
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from customs_app.ui.preview.paper import Area, Heading, Spot

if TYPE_CHECKING:
    from pypdfium2 import PdfDest, PdfTextPage

_LONGEST_NAME = 200

# The library that reads PDF knows no threads: windows that follow one another take turns.
_ONE_AT_A_TIME = threading.Lock()


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

    def outline(self) -> tuple[Heading, ...]:
        """The entries of the outline that lead to a page, in order."""
        with _ONE_AT_A_TIME:
            return tuple(self._headings())

    def picture(self, page: int, width: int) -> QImage:
        """A page so many device pixels wide."""
        from pypdfium2 import raw

        wide, high = self.sizes[page]
        image = QImage(width, max(1, round(width * high / wide)), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        # Painted into the picture itself: a copy of a large page would be felt in the window.
        memory = (c_uint8 * image.sizeInBytes()).from_buffer(image.bits())
        with _ONE_AT_A_TIME:
            sheet = self._document[page]
            bitmap = raw.FPDFBitmap_CreateEx(
                image.width(), image.height(), raw.FPDFBitmap_BGRx, memory, image.bytesPerLine()
            )
            raw.FPDF_RenderPageBitmap(bitmap, sheet, 0, 0, image.width(), image.height(), 0, raw.FPDF_ANNOT)
            raw.FPDFBitmap_Destroy(bitmap)
            sheet.close()
        return image

    def hits(self, page: int, text: str) -> tuple[tuple[Area, ...], ...]:
        """Where a text stands on a page, capitals or not: for each hit its areas, one a line."""
        if not text.strip():
            return ()
        with _ONE_AT_A_TIME:
            sheet = self._document[page]
            words = sheet.get_textpage()
            found = words.search(text.strip())
            result: list[tuple[Area, ...]] = []
            while (hit := found.get_next()) is not None:
                first, n = hit
                result.append(self._areas(words, first, n, page))
            found.close()
            words.close()
            sheet.close()
        return tuple(result)

    def write_pages(self, pages: Sequence[int], path: Path) -> None:
        """Write some pages, counted from 0, as a PDF of their own; vectors and fonts stay."""
        import pypdfium2

        with _ONE_AT_A_TIME:
            made = pypdfium2.PdfDocument.new()
            made.import_pages(self._document, list(pages))
            made.save(path)
            made.close()

    def close(self) -> None:
        """Let go of the file."""
        with _ONE_AT_A_TIME:
            self._document.close()

    def _areas(self, words: "PdfTextPage", first: int, n: int, page: int) -> tuple[Area, ...]:
        wide, high = self.sizes[page]
        edges = [words.get_rect(at) for at in range(words.count_rects(first, n))]
        return tuple(
            Area(left / wide, 1 - top / high, right / wide, 1 - bottom / high)
            for left, bottom, right, top in edges
        )

    def _headings(self) -> Iterator[Heading]:
        for entry in self._document.get_toc():
            target = entry.get_dest()
            spot = self._spot(target) if target is not None else None
            if spot is not None:
                yield Heading(entry.get_title(), entry.level, spot)

    def _named_places(self) -> Iterator[tuple[str, Spot]]:
        from pypdfium2 import PdfDest, raw

        for place in range(raw.FPDF_CountNamedDests(self._document)):
            size = c_long(2 * _LONGEST_NAME)
            name = create_string_buffer(size.value)
            target = raw.FPDF_GetNamedDest(self._document, place, name, byref(size))
            if not target or size.value <= 0:
                continue
            spot = self._spot(PdfDest(target, self._document))
            if spot is not None:
                yield name.raw[: size.value].decode("utf-16-le").rstrip("\0"), spot

    def _spot(self, target: "PdfDest") -> Spot | None:
        page = target.get_index()
        if page is None:
            return None
        _, view = target.get_view()
        height = self.sizes[page][1]
        up = view[1] if len(view) > 1 else height
        return Spot(page, min(1.0, max(0.0, 1 - up / height)))
