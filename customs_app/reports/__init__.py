"""The Excel workbook and the PDF for the meeting."""
