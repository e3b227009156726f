"""Printers of CUPS by its commands, printers of the system by painting, and pages into a file."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from customs_app.domain.job import Cancelled, no_progress
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.reports.atomic import OutputError
from customs_app.ui.printing import cups, to_file
from customs_app.ui.printing.job import PrintError, PrintJob, Sheet, Sides
from customs_app.ui.printing.painted import Painted, paint
from customs_app.ui.printing.systems import print_system
from tests.ui.printing.conftest import PAGES


def _job(file: Path, pages: Sequence[int] = range(PAGES), printer: str = "hall", **how: object) -> PrintJob:
    return PrintJob(file, "-o Rail", PAGES, tuple(pages), printer, **how)  # type: ignore[arg-type]


def test_queues_are_read(fake_cups: Path) -> None:
    assert isinstance(print_system(), cups.Cups)
    found = cups.Cups().printers()
    assert found.names == ("Attic", "hall", "stopped_one")
    assert found.usual == "hall"
    assert found.stopped == {"stopped_one"}


def test_a_queue_takes_the_very_file(sheets: Path, fake_cups: Path) -> None:
    job = _job(sheets, (0, 1, 4), copies=3, sides=Sides.LONG, sheet=Sheet.LETTER)
    cups.Cups().send(job, no_progress)
    said = (fake_cups / "said").read_text().splitlines()
    assert said[:8] == ["-d", "hall", "-t", "-o Rail", "-n", "3", "-P", "1-2,5"]
    assert said[-2:] == ["--", str(sheets)]
    options = [said[at + 1] for at, word in enumerate(said[6:-2], 6) if word == "-o"]
    assert options == ["sides=two-sided-long-edge", "media=Letter", "fit-to-page", "collate=true"]
    assert (fake_cups / "given.pdf").read_bytes() == sheets.read_bytes()
    cups.Cups().send(_job(sheets), no_progress)
    assert "-P" not in (fake_cups / "said").read_text().splitlines()


@pytest.mark.parametrize(
    ("printer", "why"),
    [
        ("gone", "There is no printer gone"),
        ("Attic", "The printer Attic accepts no jobs now"),
        ("stopped_one", "The printer stopped_one does not take the paper: Too many jobs"),
    ],
)
def test_a_queue_that_refuses_says_why(sheets: Path, fake_cups: Path, *, printer: str, why: str) -> None:
    with pytest.raises(PrintError) as error:
        cups.Cups().send(_job(sheets, printer=printer), no_progress)
    assert words(Language.EN).say(error.value.message) == why


def test_a_service_that_does_not_answer_is_told(
    sheets: Path, fake_cups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (fake_cups / "lpstat").write_text("#!/bin/sh\nexec sleep 5\n")
    monkeypatch.setattr(cups, "_ASK_S", 0.05)
    with pytest.raises(PrintError, match="does not answer"):
        cups.Cups().printers()
    (fake_cups / "lpstat").write_text("#!/bin/sh\necho 'lpstat: Bad file descriptor' >&2\nexit 1\n")
    assert cups.Cups().printers().names == ()
    for name in ("lp", "lpstat"):
        (fake_cups / name).unlink()
    monkeypatch.setenv("PATH", str(fake_cups))
    assert not cups.is_there()
    assert isinstance(print_system(), Painted)


def test_pages_are_painted_for_a_printer(dressed: QApplication, sheets: Path, tmp_path: Path) -> None:
    made = tmp_path / "painted.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(made))
    told: list[tuple[int, int]] = []
    paint(_job(sheets, (1, 4), sheet=Sheet.A4), printer, lambda done, of: told.append((done, of)))
    assert told == [(0, 2), (1, 2)]
    read = pypdf.PdfReader(made)
    assert [round(float(page.mediabox.width)) for page in read.pages] == [595, 595]
    # What is dark on the page of the paper is dark in the same place of what was painted.
    for painted, page in enumerate((1, 4)):
        assert _ink(made, painted) == pytest.approx(_ink(sheets, page), abs=2)


def _ink(path: Path, page: int) -> tuple[float, ...]:
    """The box of what is dark on a page, in points."""
    pypdfium2 = pytest.importorskip("pypdfium2")
    document = pypdfium2.PdfDocument(path)
    image = document[page].render(scale=1, grayscale=True).to_pil()
    document.close()
    box = image.point(lambda value: 255 if value < 160 else 0).getbbox()
    assert box is not None
    return tuple(float(edge) for edge in box)


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false")
def test_painting_can_be_cancelled_and_a_printer_that_is_gone_is_named(
    dressed: QApplication, sheets: Path, tmp_path: Path
) -> None:
    def cancel(_done: int, _of: int) -> None:
        raise Cancelled

    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "cancelled.pdf"))
    with pytest.raises(Cancelled):
        paint(_job(sheets), printer, cancel)
    with pytest.raises(PrintError, match="no such one"):
        Painted().send(_job(sheets, printer="no such one"), no_progress)
    shut = QPrinter()
    shut.setOutputFileName(str(tmp_path / "missing" / "paper.pdf"))
    with pytest.raises(PrintError, match="cannot be opened"):
        paint(_job(sheets), shut, no_progress)


def test_some_pages_go_into_a_file(sheets: Path, tmp_path: Path) -> None:
    made = tmp_path / "some.pdf"
    to_file.write(_job(sheets, (1, 4)), made, no_progress)
    read = pypdf.PdfReader(made)
    assert ["This is page 2." in page.extract_text() for page in read.pages] == [True, False]
    assert "This is page 5." in read.pages[1].extract_text()
    to_file.write(_job(sheets), made, no_progress)
    assert made.read_bytes() == sheets.read_bytes()
    with pytest.raises(OutputError, match="does not exist"):
        to_file.write(_job(sheets), tmp_path / "missing" / "some.pdf", no_progress)


@pytest.mark.skipif(
    not (cups.is_there() and os.environ.get("CUSTOMS_APP_TEST_QUEUE")),
    reason="needs CUPS with the queue that CUSTOMS_APP_TEST_QUEUE names",
)
def test_a_real_queue_takes_a_paper(sheets: Path) -> None:
    queue = os.environ["CUSTOMS_APP_TEST_QUEUE"]
    assert queue in cups.Cups().printers().names
    cups.Cups().send(_job(sheets, (0, 2), printer=queue, sides=Sides.LONG), no_progress)
    lpstat = shutil.which("lpstat")
    assert lpstat is not None
    jobs = subprocess.run([lpstat, "-W", "all", "-o", queue], capture_output=True, text=True, check=True)
    assert queue in jobs.stdout
    with pytest.raises(PrintError, match="There is no printer"):
        cups.Cups().send(_job(sheets, printer="no_such_queue"), no_progress)
