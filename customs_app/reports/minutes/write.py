"""Writes the minutes of a meeting as a PDF and as a workbook."""

from pathlib import Path

from customs_app.domain.job import Progress, no_progress
from customs_app.domain.text import Language
from customs_app.reports.atomic import replacing
from customs_app.reports.minutes.content import Minutes
from customs_app.reports.proposal_pdf.write import ONE_AT_A_TIME


def write_minutes_pdf(
    minutes: Minutes, path: Path, language: Language, progress: Progress = no_progress
) -> None:
    """Write the minutes in a language to `path`, whole or not at all.

    The same minutes give the same bytes on machines whose clocks stand in one zone. `progress` may raise
    Cancelled, which leaves `path` as it was. OutputError where the file cannot be written.
    """
    from customs_app.reports.minutes.pages import build  # noqa: PLC0415 - loads reportlab

    with ONE_AT_A_TIME, replacing(path) as fresh:
        build(minutes, fresh, language, progress)


def write_minutes_workbook(
    minutes: Minutes, path: Path, language: Language, progress: Progress = no_progress
) -> None:
    """Write the minutes as a workbook (.xlsx); as `write_minutes_pdf`."""
    from customs_app.reports.minutes.sheets import build  # noqa: PLC0415 - openpyxl follows

    with replacing(path) as fresh:
        build(minutes, fresh, language, progress)
