"""Writes each sheet out as soon as it stands, so that the cells of no two are held at once.

A proposal may have thousands of steps on a dozen sheets; a cell takes some hundreds of bytes in memory and
a few on the disk.
"""

from typing import TYPE_CHECKING
from zipfile import ZipFile

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet._writer import WorksheetWriter
    from openpyxl.worksheet.worksheet import Worksheet


class Early:
    """Sheets of one workbook that are written already, by title; `close` removes their temporary files."""

    def __init__(self) -> None:
        self._written: dict[str, WorksheetWriter] = {}

    def write(self, sheet: "Worksheet") -> None:
        """Write a sheet out and forget its cells; nothing may be changed on it afterwards."""
        from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
        from openpyxl.worksheet._writer import WorksheetWriter

        # What the writer of the workbook does with a sheet when its turn comes.
        drawing = SpreadsheetDrawing()
        drawing.charts = sheet._charts  # type: ignore[attr-defined]  # noqa: SLF001
        drawing.images = sheet._images  # type: ignore[attr-defined]  # noqa: SLF001
        sheet._drawing = drawing  # type: ignore[attr-defined]  # noqa: SLF001
        writer = WorksheetWriter(sheet)
        self._written[sheet.title] = writer
        writer.write()
        sheet._cells.clear()  # noqa: SLF001
        sheet.row_dimensions.clear()

    def save(self, book: "Workbook", archive: ZipFile) -> None:
        """Write the workbook: the sheets that are written already as they are, and all that is not."""
        from openpyxl.writer.excel import ExcelWriter

        written = self._written

        class Writer(ExcelWriter):
            def write_worksheet(self, ws: "Worksheet") -> None:
                if ws.title not in written:
                    super().write_worksheet(ws)
                    return
                writer = written.pop(ws.title)
                ws._rels = writer._rels  # type: ignore[attr-defined]  # noqa: SLF001
                archive.write(str(writer.out), ws.path[1:])
                self.manifest.append(ws)
                writer.cleanup()

        Writer(book, archive).save()

    def close(self) -> None:
        """Remove what is left of sheets that came into no workbook."""
        while self._written:
            _, writer = self._written.popitem()
            writer.close()
            writer.cleanup()
