"""Writes the papers of a corridor."""

from pathlib import Path

from customs_app.domain.job import Progress, no_progress
from customs_app.domain.text import Language
from customs_app.reports.atomic import replacing
from customs_app.reports.corridor.paper import CorridorPaper
from customs_app.reports.proposal_pdf.write import ONE_AT_A_TIME


def write_corridor_pdf(
    paper: CorridorPaper, path: Path, language: Language, progress: Progress = no_progress
) -> None:
    """Write the corridor in a language to `path`, whole or not at all; the same paper gives the same bytes.

    `progress` may raise Cancelled, which leaves `path` as it was. OutputError where the file cannot be
    written.
    """
    from customs_app.reports.corridor.pages import build  # noqa: PLC0415 - loads reportlab

    with ONE_AT_A_TIME, replacing(path) as fresh:
        build(paper, fresh, language, progress)


def write_corridor_workbook(
    paper: CorridorPaper, path: Path, language: Language, progress: Progress = no_progress
) -> None:
    """Write the corridor as a workbook (.xlsx); as `write_corridor_pdf`."""
    from customs_app.reports.corridor.sheets import build  # noqa: PLC0415 - openpyxl follows

    with replacing(path) as fresh:
        build(paper, fresh, language, progress)
