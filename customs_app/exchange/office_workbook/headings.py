"""What the sheets and columns of an office's workbook are called, and what is said of each column."""

from collections.abc import Mapping

from customs_app.language.words import N_

SHEETS: Mapping[str, str] = {
    "source": N_("Sources"),
    "agency": N_("Agencies"),
    "location": N_("Locations"),
    "procedure": N_("Procedures"),
    "step": N_("Steps"),
    "document": N_("Documents"),
    "step_document": N_("Documents of steps"),
}
"""The name of each table's sheet."""

_ID = N_("An id that no other row has, such as KZ-P-import-road. Ids of rows that are there are locked.")
_NAME = N_("The name in this language.")
_LOCAL = N_("The name in the country's own language and script.")
_SOURCES = N_("Ids of sources, parted by semicolons.")
_KIND = N_("Choose from the list.")
_PLACE = N_("Degrees, with a point or a comma: 43.2; south and west are negative.")
_HOURS = N_("Hours, with a point or a comma: 2.5. Empty means unknown, never zero.")
_SPANS = N_(
    "For an aggregate: ids of the steps that the figure spans, itself included, parted by semicolons."
)
_CONDITION = N_("When the step applies. Empty means always.")
_NOTE = N_("Anything a reader should know.")
_DATE = N_("A date such as 2026-11-24.")
_GOODS = N_("The goods for which the procedure is described.")

COLUMNS: Mapping[str, tuple[str, str]] = {
    "id": (N_("Id"), _ID),
    "title": (N_("Title"), N_("The title as it is published.")),
    "publisher": (N_("Publisher"), N_("Who published it.")),
    "year": (N_("Year"), N_("The year of publication.")),
    "url": (N_("Address"), N_("The address at which it can be read.")),
    "licence": (N_("Licence"), N_("The terms of use, where they are known.")),
    "accessed": (N_("Read on"), _DATE),
    "name_en": (N_("Name, English"), _NAME),
    "name_ru": (N_("Name, Russian"), _NAME),
    "name_zh": (N_("Name, Chinese"), _NAME),
    "name_local": (N_("Name, own language"), _LOCAL),
    "kind": (N_("Kind"), _KIND),
    "source_id": (N_("Sources"), _SOURCES),
    "source_ids": (N_("Sources"), _SOURCES),
    "unlocode": (N_("UN/LOCODE"), N_("The code of the place, such as KZALA.")),
    "lat": (N_("Latitude"), _PLACE),
    "lon": (N_("Longitude"), _PLACE),
    "neighbour": (N_("Neighbour"), N_("The country on the other side, by its two letters.")),
    "regime": (N_("Regime"), _KIND),
    "title_en": (N_("Title, English"), N_("A short title. It must be there.")),
    "title_ru": (N_("Title, Russian"), N_("The title in this language.")),
    "title_zh": (N_("Title, Chinese"), N_("The title in this language.")),
    "mode": (N_("Mode"), _KIND),
    "view": (N_("View"), N_("Detailed: steps as a trader lives them. By stages: a coarse view.")),
    "goods": (N_("Goods, English"), _GOODS),
    "goods_ru": (N_("Goods, Russian"), _GOODS),
    "goods_zh": (N_("Goods, Chinese"), _GOODS),
    "location_id": (N_("Location"), N_("The id of a place, from the sheet of locations.")),
    "as_of": (N_("As of"), N_("The year or date for which this holds: 2026 or 2026-11-24.")),
    "volume_per_year": (N_("Volume of a year"), N_("How often it is done in a year: a number.")),
    "volume_unit": (N_("Unit of volume"), N_("What is counted: declarations, vehicles.")),
    "note": (N_("Note"), _NOTE),
    "procedure_id": (N_("Procedure"), N_("The id of a procedure, from the sheet of procedures.")),
    "seq": (N_("Number"), N_("The place of the step in its procedure: 1, 2, 3.")),
    "activity": (N_("Activity"), N_("The activity of the common list to which the step belongs.")),
    "agency_id": (N_("Agency"), N_("The id of an agency, from the sheet of agencies.")),
    "depends_on": (
        N_("After steps"),
        N_("Ids of the steps that must end first, parted by semicolons. Empty: none is known."),
    ),
    "channel": (N_("Channel"), _KIND),
    "condition": (N_("Only if, English"), _CONDITION),
    "condition_ru": (N_("Only if, Russian"), _CONDITION),
    "condition_zh": (N_("Only if, Chinese"), _CONDITION),
    "choice": (
        N_("Choice"),
        N_("group:option, such as corridor:red. Options of one group exclude one another."),
    ),
    "time_min_h": (N_("Least time, hours"), _HOURS),
    "time_typ_h": (N_("Typical time, hours"), _HOURS),
    "time_max_h": (N_("Most time, hours"), _HOURS),
    "time_kind": (N_("Kind of time"), _KIND),
    "time_covers": (N_("Spans steps (time)"), _SPANS),
    "cost_amount": (N_("Cost"), N_("A number, without the currency. Empty means unknown, never free.")),
    "cost_currency": (N_("Currency"), N_("Three capital letters, such as KZT.")),
    "cost_basis": (N_("Basis"), N_("For what it is paid: each declaration, each vehicle.")),
    "cost_kind": (N_("Kind of cost"), _KIND),
    "cost_covers": (N_("Spans steps (cost)"), _SPANS),
    "visits": (N_("Visits"), N_("How often one must go there: a whole number.")),
    "legal_basis": (N_("Legal basis"), N_("The law or rule that asks for the step, with its article.")),
    "evidence": (N_("Evidence"), N_("How strong the figures are. Choose from the list.")),
    "locator": (N_("Place in the source"), N_("Page, section or table.")),
    "un_edifact_1001": (N_("Document code"), N_("The UN/EDIFACT 1001 code, such as 380.")),
    "issuer_agency_id": (N_("Issuing agency"), N_("The id of an agency, from the sheet of agencies.")),
    "step_id": (N_("Step"), N_("The id of a step, from the sheet of steps.")),
    "document_id": (N_("Document"), N_("The id of a document, from the sheet of documents.")),
    "role": (N_("Role"), _KIND),
    "form": (N_("Form"), _KIND),
    "copies": (N_("Copies"), N_("A whole number.")),
}
"""By column: its heading, and the comment on it."""

INSTRUCTIONS = N_("Instructions")
"""The name of the first sheet."""

LINES = (
    N_("One sheet for each kind. Change what is wrong, add rows below the last one, "
       "and send the file back."),
    N_("An empty cell means unknown: it is never zero, never free, never none."),
    N_("Ids of rows that are there are locked, for other rows refer to them. "
       "A new row needs an id of its own."),
    N_("To remove a row, empty all its cells but the locked id, or lift the protection (it has no password) "
       "and delete the row."),
    N_("Cells with a list offer what can be chosen. "
       "Every heading has a comment that says what belongs there."),
    N_("All cells are text, so that nothing turns into a date or a formula. "
       "Numbers may have a point or a comma."),
    N_("Rows may be put in another order, columns moved or hidden. Leave the hidden first row as it is: "
       "it tells which column is which."),
    N_("Merged cells and formulas are refused, by sheet, row and column. "
       "Other sheets and columns are not read."),
    N_("Whoever imports the file sees first all that would change, and can undo it afterwards."),
)  # fmt: skip
"""The instructions, a row each."""

TITLE = N_("{country}: customs procedures to be edited by the office")
WRITTEN = N_("As they stood on {date}")
