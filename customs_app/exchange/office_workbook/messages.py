"""What is said of an office's workbook that cannot be taken, or is doubtful."""

from customs_app.domain.text import Message


def no_workbook(reason: str) -> Message:
    """The file is no workbook, or a broken one."""
    return Message("an Excel workbook (.xlsx) that can be read ({reason})", {"reason": reason})


def too_large(limit: int) -> Message:
    """The file, or what it unpacks to, is larger than any office's workbook; MiB."""
    return Message("a workbook of at most {limit} MiB when unpacked, found a larger one", {"limit": limit})


def squeezed(part: str) -> Message:
    """A part is packed so tightly that it is made to fill the memory."""
    return Message("a workbook packed as usual; “{part}” unpacks to far more than its size", {"part": part})


def encrypted() -> Message:
    """The file asks for a password."""
    return Message("a workbook without a password")


def unsafe_xml(part: str) -> Message:
    """A part declares entities, or hides its text from the check."""
    return Message(
        "plain parts in UTF-8 without declarations of types or entities; “{part}” is none", {"part": part}
    )


def not_ours() -> Message:
    """No sheet has the row of keys."""
    return Message("a workbook that customs-app has exported; no sheet has the hidden row of column keys")


def no_country() -> Message:
    """The hidden sheet is gone or changed."""
    return Message("the hidden sheet “{sheet}” with the country in its cell B2", {"sheet": "customs-app"})


def newer_form() -> Message:
    """The workbook is of a later release."""
    return Message("a workbook of this release or an earlier one, found one of a later release")


def sheet_missing() -> Message:
    """A warning: a kind is not spoken of."""
    return Message("the sheet is missing; its rows stay as they are")


def sheet_unknown() -> Message:
    """A warning: an extra sheet."""
    return Message("the sheet is not known and not read")


def sheet_twice(other: str) -> Message:
    """Two sheets say they hold the same rows."""
    return Message("one sheet for each kind; “{other}” holds the same kind", {"other": other})


def other_table(key: str) -> Message:
    """A column of another kind was moved to this sheet."""
    return Message("columns of one kind, found “{key}”, which belongs to another sheet", {"key": key})


def without_key() -> Message:
    """A warning: an extra column."""
    return Message("the column has no key and is not read")


def merged(ref: str) -> Message:
    """Cells that hang together."""
    return Message("cells that stand by themselves; {ref} is merged", {"ref": ref})


def formula() -> Message:
    """A cell that is computed."""
    return Message("a value, found a formula; copy the cell and paste it as a value")


def error_value(found: str) -> Message:
    """A formula that failed, left as a value."""
    return Message("a value, found the error {found}", {"found": found})


def logical(found: str) -> Message:
    """TRUE or FALSE."""
    return Message("text or a number, found the logical value {found}", {"found": found})


def number_not_date(found: str) -> Message:
    """A program has turned a number into a date."""
    return Message("a number, found the date or time {found}", {"found": found})


def date_not(found: str) -> Message:
    """A text, a number or a time where a date belongs."""
    return Message("a date such as 2026-11-24, or a year, found “{found}”", {"found": found})


def read_as(found: str, value: str) -> Message:
    """A warning: the cell could mean something else."""
    return Message("“{found}” was read as “{value}”", {"found": found, "value": value})


def digits_lost(found: str) -> Message:
    """A warning: a number where text belongs."""
    return Message("“{found}” is a number in a column of text; zeros before it are lost", {"found": found})


def row_emptied(row_id: str) -> Message:
    """A warning: the row goes, because only its id is left."""
    return Message("only the id “{id}” is left: the row is removed", {"id": row_id})


def all_removed() -> Message:
    """A warning: the sheet has become empty."""
    return Message("the sheet has no rows: all that are there are removed")


def changed_since() -> Message:
    """A warning: the workbook knows less than the catalogue."""
    return Message(
        "the country has been changed since this workbook was written; "
        "what the workbook says takes the place of those changes"
    )


def too_many_rows(limit: int) -> Message:
    """More rows than a country can have."""
    return Message("at most {limit} rows, found more", {"limit": limit})


def column_twice() -> Message:
    """A column was copied with its key."""
    return Message("each column once, found it twice")


def column_missing() -> Message:
    """A column without which there is no row."""
    return Message("this column, but it is missing")


def column_keeps() -> Message:
    """A warning: a column that is not spoken of."""
    return Message("the column is missing; rows that are there already keep their values")
