"""The Excel workbook: one small module a sheet. openpyxl is loaded when a workbook is written, not before."""

from customs_app.reports.workbook.write import write_workbook

__all__ = ["write_workbook"]
