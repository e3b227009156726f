"""Printing to a file: the paper itself, or some of its pages."""

import shutil
from pathlib import Path

from customs_app.domain.job import Progress
from customs_app.reports.atomic import replacing
from customs_app.ui.preview.paper_file import PaperFile
from customs_app.ui.printing.job import PrintJob


def write(job: PrintJob, path: Path, progress: Progress) -> None:
    """Write the pages of a job as PDF, all of them just as exported; raises OutputError and Cancelled."""
    progress(0, 1)
    with replacing(path) as fresh:
        if job.whole:
            shutil.copyfile(job.file, fresh)
            return
        file = PaperFile(job.file)
        try:
            file.write_pages(job.pages, fresh)
        finally:
            file.close()
