"""A country as an Excel workbook: written to be edited, and read back."""
