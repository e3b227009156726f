"""Printing where there is no CUPS: pages are painted for the system's own printers."""

from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from customs_app.domain.job import Cancelled, Progress
from customs_app.domain.text import Message
from customs_app.language.words import N_
from customs_app.ui.preview.paper_file import PaperFile
from customs_app.ui.printing.job import PrintError, Printers, PrintJob, Sheet, Sides

_FINEST_DPI = 300
_DUPLEX = {
    Sides.ONE: QPrinter.DuplexMode.DuplexNone,
    Sides.LONG: QPrinter.DuplexMode.DuplexLongSide,
    Sides.SHORT: QPrinter.DuplexMode.DuplexShortSide,
}
_SHEETS = {
    Sheet.A4: QPageSize.PageSizeId.A4,
    Sheet.A3: QPageSize.PageSizeId.A3,
    Sheet.LETTER: QPageSize.PageSizeId.Letter,
}


class Painted:
    """The printers that Qt knows."""

    def printers(self) -> Printers:
        """Their names."""
        return Printers(tuple(QPrinterInfo.availablePrinterNames()), QPrinterInfo.defaultPrinterName())

    def send(self, job: PrintJob, progress: Progress) -> None:
        """Paint the pages for the printer; raises PrintError where it is gone or cannot be opened."""
        found = QPrinterInfo.printerInfo(job.printer)
        if found.isNull():
            raise PrintError(Message(N_("There is no printer {printer}"), {"printer": job.printer}))
        paint(job, QPrinter(found, QPrinter.PrinterMode.HighResolution), progress)


def paint(job: PrintJob, printer: QPrinter, progress: Progress) -> None:
    """Paint the pages of a job as pictures of 300 dots per inch; raises PrintError and Cancelled."""
    _set_up(job, printer)
    file = PaperFile(job.file)
    painter = QPainter()
    try:
        if not painter.begin(printer):
            raise PrintError(Message(N_("The printer {printer} cannot be opened"), {"printer": job.printer}))
        times = 1 if printer.supportsMultipleCopies() else job.copies
        pages = job.pages * times
        for at, page in enumerate(pages):
            progress(at, len(pages))
            if at and not printer.newPage():
                raise PrintError(Message(N_("The printer {printer} has stopped"), {"printer": job.printer}))
            _paint_page(painter, printer, file, page)
    except Cancelled:
        printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()
        file.close()


def _set_up(job: PrintJob, printer: QPrinter) -> None:
    printer.setDocName(job.title)
    printer.setCreator("customs-app")
    printer.setFullPage(True)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    if job.sheet in _SHEETS:
        printer.setPageSize(QPageSize(_SHEETS[job.sheet]))
    if job.sides in _DUPLEX:
        printer.setDuplex(_DUPLEX[job.sides])
    if printer.supportsMultipleCopies():
        printer.setCopyCount(job.copies)
        printer.setCollateCopies(True)


def _paint_page(painter: QPainter, printer: QPrinter, file: PaperFile, page: int) -> None:
    """A page in its own size in the middle of the sheet, smaller where the sheet is."""
    dpi = printer.resolution()
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    wide, high = (points / 72 * dpi for points in file.sizes[page])
    # A fitted size is rounded by the printer: a hair of difference is the same sheet.
    scale = min(1.0, sheet.width() / wide, sheet.height() / high)
    scale = 1.0 if scale > 0.99 else scale
    wide, high = wide * scale, high * scale
    target = QRectF((sheet.width() - wide) / 2, (sheet.height() - high) / 2, wide, high)
    picture = file.picture(page, ceil(wide / dpi * min(dpi, _FINEST_DPI)))
    painter.drawImage(target, picture, QRectF(picture.rect()))
