"""What the first sheet of the workbook tells the person who fills it in."""

from customs_app.language.words import N_

TITLE = N_("How to fill in this workbook")
TITLE_SHEET = N_("Instructions")

SAYS = (
    N_("Each sheet is one table of the country; each row is one thing. Add new rows below the last one."),
    N_("An empty cell means: not known. It never means zero, free or none. Do not guess."),
    N_("Every step needs an id, its procedure, its number, its English title and its activity."),
    N_("Where a list opens in a cell, choose from it. What a column asks for stands in its comment."),
    N_("Ids that are there already are locked, for other rows rest on them. The lock has no password."),
    N_("To remove a row, unlock the sheet (Review, Unprotect Sheet) and delete the whole row."),
    N_("Columns may be moved or hidden and rows sorted. Merged cells and formulas are refused."),
    N_("Save as .xlsx and import the file. All changes are shown before anything is changed."),
)
"""One thing a line."""
