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
    content: Content,
    path: Path,
    language: Language,
    progress: Progress = no_progress,
    *,
    second: Language | None = None,
    archive: bool = False,
) -> None:
    """Write the proposal in a language to `path`, whole or not at all.

    `second` sets another language beside it; `archive` makes the file PDF/A-2b.

    The same content gives the same bytes. `progress` is told of blocks laid out and may raise Cancelled,
    which leaves `path` as it was. OutputError where the file cannot be written.
    """
    # The inner modules load reportlab, which nobody should wait for at start.
    from customs_app.reports.proposal_pdf.build import build  # noqa: PLC0415

    with ONE_AT_A_TIME, replacing(path) as fresh:
        languages = (language,) if second in (None, language) else (language, second)
        build(content, fresh, languages, progress)
        if archive:
            from customs_app.reports.proposal_pdf.archive import make_archival  # noqa: PLC0415 - used seldom

            make_archival(fresh)
