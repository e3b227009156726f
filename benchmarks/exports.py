"""What is written beside the floors and peers of its libraries: the same rows in much the same look.

python -m benchmarks.exports     from the top of the checkout, in the virtual environment .venv

A sheet of the application's workbook, and a table of its proposal; rows are steps of the catalogue in three
languages, always the same.
"""

import random
import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from statistics import median

from benchmarks import exports_pdf, side_by_side
from benchmarks.exports_pdf import PdfRow
from benchmarks.lines import Line, ms, print_lines
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.job import no_progress
from customs_app.domain.text import Language
from customs_app.language.words import words

ROWS, PDF_ROWS, SEED, PAIRS = 4000, 1500, 20261124, 7
_HEAD = (
    "Id", "No.", "Step", "Step (ru)", "Step (zh)", "Activity", "Agency", "Least", "Typical", "Most", "Fee",
    "Source",
)  # fmt: skip
_FIGURES = range(7, 11)

Row = tuple[str | int | float | None, ...]


def made(catalogue: Catalogue, count: int) -> list[Row]:
    """Rows of steps, drawn with repetition."""
    known = [step for full in catalogue.full_procedures() for step in full.steps]
    draws = random.Random(SEED)
    rows: list[Row] = []
    for number in range(1, count + 1):
        step = draws.choice(known)
        hours = step.time.hours
        rows.append(
            (
                step.id,
                number,
                step.title.en,
                step.title.ru or "",
                step.title.zh or "",
                step.activity,
                step.agency_id or "",
                hours.min,
                hours.typ,
                hours.max,
                step.cost.amount,
                "; ".join(step.source_ids),
            )
        )
    return rows


def ours(rows: Sequence[Row], path: Path) -> None:
    """A sheet as the application writes it: widths and heights fit their texts, cells are made harmless."""
    from openpyxl import Workbook

    from customs_app.reports.workbook.early import Early  # noqa: PLC0415
    from customs_app.reports.workbook.meter import Meter  # noqa: PLC0415
    from customs_app.reports.workbook.page import Column, Page  # noqa: PLC0415
    from customs_app.reports.workbook.save import save  # noqa: PLC0415
    from customs_app.reports.workbook.styles import Kind, Styles  # noqa: PLC0415

    book = Workbook()
    book.remove(book.worksheets[0])
    meter, early = Meter(no_progress, len(rows)), Early()
    page = Page(book.create_sheet("Steps"), Styles(book, Language.EN), words(Language.EN), meter)
    columns = [
        Column(name, 8, 40, Kind.FIGURE if n in _FIGURES else Kind.TEXT) for n, name in enumerate(_HEAD)
    ]
    page.head(columns)
    page.rows(columns, rows)
    page.sheet.freeze_panes = "A2"
    page.sheet.auto_filter.ref = f"A1:L{len(rows) + 1}"
    page.settle()
    early.write(page.sheet)
    page.forget()
    save(book, path, datetime(2026, 1, 1), meter, early=early)


def write_only(rows: Sequence[Row], path: Path, *, pooled: bool) -> None:
    """The same rows by openpyxl's quick writer: one styled cell a column, filled again and again, or
    one cell with the name of its style for each value."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Steps")
    rule = Border(bottom=Side("thin", "CCCCCC"))
    wrap = Alignment(vertical="top", wrap_text=True)
    for name, form, bold in (("head", "General", True), ("text", "General", False), ("hours", "0.0", False)):
        style = NamedStyle(name, Font(name="Arial", size=9, bold=bold), border=rule, alignment=wrap)
        style.number_format = form
        book.add_named_style(style)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:L{len(rows) + 1}"
    kinds = ["hours" if n in _FIGURES else "text" for n in range(len(_HEAD))]

    def cell(value: object, kind: str) -> WriteOnlyCell:
        one = WriteOnlyCell(sheet, value)
        one.style = kind
        return one

    sheet.append([cell(name, "head") for name in _HEAD])
    pool = [cell(None, kind) for kind in kinds]
    for row in rows:
        if pooled:
            for one, value in zip(pool, row, strict=True):
                one.value = value
            sheet.append(pool)
        else:
            sheet.append([cell(value, kind) for value, kind in zip(row, kinds, strict=True)])
    book.save(path)


def workbook_lines(rows: Sequence[Row], folder: Path) -> Iterator[Line]:
    """Our sheet beside the quickest and the plainest way of the same library."""
    mine, other = folder / "ours.xlsx", folder / "other.xlsx"
    what = f"a sheet of {len(rows):,} rows by {len(_HEAD)}"
    beside = (
        (True, "openpyxl write-only, one cell a column filled again", "at most 1.0"),
        (False, "openpyxl write-only, a style's name for each cell", "at most 0.77"),
    )
    for pooled, name, goal in beside:
        measured = side_by_side.in_turn(
            lambda: ours(rows, mine),
            lambda pooled=pooled: write_only(rows, other, pooled=pooled),  # type: ignore[misc]
            PAIRS,
        )
        yield Line(what, ms(measured.ours), f"{name}: {ms(measured.other)}", f"{measured.ratio:.2f}", goal)


def pdf_lines(rows: Sequence[PdfRow], folder: Path) -> Iterator[Line]:
    """Our table beside a bare canvas, and beside the library's own tables in parts of 50 rows."""
    mine, other = folder / "ours.pdf", folder / "other.pdf"
    what = f"a table of {len(rows):,} rows by 6 in the proposal"
    beside = (
        (exports_pdf.bare, "reportlab canvas, own layout", "at least 0.4 times as fast"),
        (exports_pdf.platypus, "reportlab Table of Paragraphs, 50 rows each", "at least as fast"),
    )
    for way, name, goal in beside:
        measured = side_by_side.in_turn(
            lambda: exports_pdf.ours(rows, mine),
            lambda way=way: way(rows, other),  # type: ignore[misc]
            PAIRS,
        )
        per_s = [len(rows) / median(one) for one in (measured.ours, measured.other)]
        told = f"{1 / measured.ratio:.2f} times as fast"
        yield Line(what, f"{per_s[0]:.0f} rows a second", f"{name}: {per_s[1]:.0f} rows a second", told, goal)
        if way is exports_pdf.bare:
            sizes = [one.stat().st_size for one in (mine, other)]
            bytes_ = [f"{size / 1000:.0f} kB" for size in sizes]
            yield Line("the same, size of the file", bytes_[0], bytes_[1], f"{sizes[0] / sizes[1]:.2f}",
                       "at most 1.3")  # fmt: skip


def lines(catalogue: Catalogue) -> Iterator[Line]:
    """All of it."""
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        yield from workbook_lines(made(catalogue, ROWS), Path(folder))
        rows = [
            (str(row[0]), str(row[1]), str(row[2]), str(row[3]), str(row[4]), str(row[6]))
            for row in made(catalogue, PDF_ROWS)
        ]
        yield from pdf_lines(rows, Path(folder))


if __name__ == "__main__":
    print_lines(lines)
