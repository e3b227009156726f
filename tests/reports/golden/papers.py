"""A small proposal that is always the same, and what its papers say and where: text for a file."""
# ruff: noqa: TID253 - it reads what was written, with what reads it best

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pypdfium2
from openpyxl import load_workbook

from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import CaseKind, MadeFrom, Mode, ProposalStatus, Regime
from customs_app.domain.proposal import Proposal
from customs_app.domain.text import Language
from customs_app.reports.content import Content, proposal_content
from customs_app.reports.proposal_pdf import write_proposal
from customs_app.reports.subject import Subject
from customs_app.reports.workbook import write_workbook

HERE = Path(__file__).parent
STARTING = HERE / "starting"
"""A small catalogue of its own, so that the papers do not change with the one that is shipped."""


_SAME_LINE, _BESIDE = 4.0, 6.0


def content(file: Path) -> Content:
    """What the papers say of that catalogue: measures from findings, on a day that does not pass."""
    with open_catalogue(file, read_only=True) as catalogue:
        found = proposal_content(catalogue, Subject(Regime.IMPORT, Mode.ROAD), use_findings=True)
    proposal = Proposal(
        "", "", ProposalStatus.CIRCULATED, Regime.IMPORT, Mode.ROAD,
        tuple(full.procedure.id for _, full in found.procedures()), CaseKind.BASE, MadeFrom.FINDINGS,
        number="7", day="2026-11-24",
    )  # fmt: skip
    edition = replace(found.edition, sha256="0123456789abcdef" * 4, date="2026-11-24")
    return replace(found, proposal=proposal, edition=edition)


def pdf_text(told: Content, path: Path, language: Language) -> str:
    """Each line on each page, with its left end and its base in points from the upper left corner."""
    write_proposal(told, path, language)
    return "\n".join(_pages(path)) + "\n"


def _pages(path: Path) -> Iterator[str]:
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document, 1):
            width, height = page.get_size()
            yield f"== page {number}: {width:.0f} by {height:.0f}"
            text = page.get_textpage()
            yield from _lines(text, height)
            text.close()
            page.close()


def _lines(text: pypdfium2.PdfTextPage, height: float) -> Iterator[str]:
    """Neighbours on one line come together: each face of a line has a box of its own."""
    said, place, end, base = "", "", 0.0, 0.0
    for n in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(n)
        here = " ".join(text.get_text_bounded(left, bottom, right, top).split())
        if not here:
            continue
        if said and abs(bottom - base) < _SAME_LINE and 0 <= left - end + 1 < _BESIDE:
            said += f" {here}"
        else:
            if said:
                yield f"{place} {said}"
            said, place = here, f"{left:.0f} {height - bottom:.0f}"
        end, base = right, bottom
    if said:
        yield f"{place} {said}"


def workbook_text(told: Content, path: Path, language: Language) -> str:
    """Each cell with its value, formulas as they are written."""
    write_workbook(told, path, language)
    return "\n".join(_sheets(path)) + "\n"


def _sheets(path: Path) -> Iterator[str]:
    book = load_workbook(path)
    for sheet in book.worksheets:
        yield f"== {sheet.title}: {sheet.dimensions}"
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    yield f"{cell.coordinate} {_shown(cell.value)}"
    book.close()


def _shown(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float):
        return f"{value:.6g}"
    return str(value).replace("\n", " / ")


PAPERS = {"pdf": pdf_text, "xlsx": workbook_text}


def golden(kind: str, language: Language) -> Path:
    """Where it is kept what a paper says."""
    return HERE / f"{kind}-{language}.txt"
