"""Writes the proposal as a PDF."""

import threading
from pathlib import Path

from customs_app.domain.job import Progress, no_progress
from customs_app.domain.text import Language
from customs_app.reports.atomic import replacing
from customs_app.reports.content import Content

# reportlab keeps fonts and their state in one registry of the process: one document at a time.
ONE_AT_A_TIME = threading.Lock()


def write_proposal(
    content: Content, path: Path, language: Language, progress: Progress = no_progress
) -> None:
    """Write the proposal in a language to `path`, whole or not at all.

    The same content gives the same bytes. `progress` is told of blocks laid out and may raise Cancelled,
    which leaves `path` as it was. OutputError where the file cannot be written.
    """
    # The inner modules load reportlab, which nobody should wait for at start.
    from customs_app.reports.proposal_pdf.build import build  # noqa: PLC0415

    with ONE_AT_A_TIME, replacing(path) as fresh:
        build(content, fresh, language, progress)
