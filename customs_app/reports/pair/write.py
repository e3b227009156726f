"""Writes the papers of two procedures set against each other."""

from pathlib import Path

from customs_app.domain.job import Progress, no_progress
from customs_app.domain.text import Language
from customs_app.reports.atomic import replacing
from customs_app.reports.pair.paper import PairPaper
from customs_app.reports.proposal_pdf.write import ONE_AT_A_TIME


def write_pair_pdf(
    paper: PairPaper, path: Path, language: Language, progress: Progress = no_progress
) -> None:
    """Write the pair in a language to `path`, whole or not at all; the same paper gives the same bytes.

    `progress` may raise Cancelled, which leaves `path` as it was. OutputError where the file cannot be
    written.
    """
    from customs_app.reports.pair.pages import build  # noqa: PLC0415 - loads reportlab

    with ONE_AT_A_TIME, replacing(path) as fresh:
        build(paper, fresh, language, progress)


def write_pair_workbook(
    paper: PairPaper, path: Path, language: Language, progress: Progress = no_progress
) -> None:
    """Write the pair as a workbook (.xlsx); as `write_pair_pdf`."""
    from customs_app.reports.pair.sheets import build  # noqa: PLC0415 - openpyxl follows

    with replacing(path) as fresh:
        build(paper, fresh, language, progress)
