"""The cells of a foreign workbook, sheet by sheet, in memory that stays bounded."""

import warnings
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from customs_app.exchange.office_workbook.typed import Found, is_empty

ROW_LIMIT = 100_000
COLUMN_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, the cells that hold something by row and column (from 1), what is merged.

    `overfull` where there are more rows than are read.
    """

    title: str
    rows: Mapping[int, Mapping[int, Found]]
    merged: tuple[str, ...]
    overfull: bool


def sheets_in(path: Path) -> Iterator[Sheet]:
    """Each sheet of cells in the workbook; any exception where the file is broken.

    Look at the file with `guard.refusal` before. Links to other files are not followed, formulas are
    not computed.
    """
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # What openpyxl cannot keep (drawings, extensions) is of no concern here.
        warnings.simplefilter("ignore")
        with path.open("rb") as file, closing(load_workbook(file, read_only=True, keep_links=False)) as book:
            for sheet in book.worksheets:
                yield _cells(sheet)


def _cells(sheet: Any) -> Sheet:  # noqa: ANN401 - the reading kind of sheet has no public type
    parser = _parser(sheet)
    rows: dict[int, dict[int, Found]] = {}
    overfull = False
    for number, cells in parser.parse():
        kept = {
            cell["column"]: found
            for cell in cells
            if cell["column"] <= COLUMN_LIMIT
            and not is_empty(found := Found(cell["value"], cell["data_type"]))
        }
        if not kept:
            continue
        if len(rows) == ROW_LIMIT:
            overfull = True
            break
        rows[number] = kept
    parser.source.close()
    merged = parser.merged_cells
    refs = tuple(str(one.ref) for one in merged.mergeCell) if merged is not None else ()
    return Sheet(sheet.title, rows, refs, overfull)


def _parser(sheet: Any) -> Any:  # noqa: ANN401
    """The parser of openpyxl itself: it gives only cells that are there, however far apart they stand."""
    from openpyxl.worksheet._reader import WorkSheetParser

    book = sheet.parent
    return WorkSheetParser(
        sheet._get_source(),  # noqa: SLF001
        sheet._shared_strings,  # noqa: SLF001
        epoch=book.epoch,
        date_formats=book._date_formats,  # noqa: SLF001
        timedelta_formats=book._timedelta_formats,  # noqa: SLF001
    )
