"""Writes the minutes of a meeting from the window: asks where, and does it beside the event loop."""

from functools import partial
from pathlib import Path

from customs_app.domain.job import Progress
from customs_app.domain.text import Language, Message
from customs_app.language.words import N_
from customs_app.reports.minutes.content import Minutes, minutes
from customs_app.ui.exporting import PDF, WORKBOOK, Owner, Paper, Source, export
from customs_app.ui.meeting.leave_panel import Way


def write_minutes(owner: Owner, way: Way, meeting_id: str, language: Language) -> None:
    """Ask where the minutes of a meeting are to stand, then write them as PDF or as Excel workbook."""
    source = source_of(owner, meeting_id, language)
    if source is not None:
        export(owner, source, PDF if way is Way.PDF else WORKBOOK)


def source_of(owner: Owner, meeting_id: str, language: Language) -> Source[Minutes] | None:
    """The minutes of a meeting as there are papers of them; None where there is no such meeting."""
    meeting = next((one for one in owner.session.catalogue.meetings() if one.id == meeting_id), None)
    if meeting is None:
        return None
    name = Message("Minutes: {title}", {"title": meeting.title})
    read = partial(minutes, meeting_id=meeting_id)
    return Source(f"minutes:{meeting_id}", name, read, _PAPERS, language)


def _write_pdf(read: Minutes, path: Path, language: Language, progress: Progress) -> None:
    from customs_app.reports.minutes import write_minutes_pdf  # noqa: PLC0415 - used seldom

    write_minutes_pdf(read, path, language, progress)


def _write_workbook(read: Minutes, path: Path, language: Language, progress: Progress) -> None:
    from customs_app.reports.minutes import write_minutes_workbook  # noqa: PLC0415 - used seldom

    write_minutes_workbook(read, path, language, progress)


_PAPERS = (
    Paper(PDF, N_("PDF files"), N_("Writing the minutes as PDF"), _write_pdf),
    Paper(WORKBOOK, N_("Excel workbooks"), N_("Writing the minutes as Excel workbook"), _write_workbook),
)
