"""The minutes of a meeting, for the print and as a workbook."""

from customs_app.reports.minutes.write import write_minutes_pdf, write_minutes_workbook

__all__ = ["write_minutes_pdf", "write_minutes_workbook"]
