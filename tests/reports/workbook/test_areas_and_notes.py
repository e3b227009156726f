"""What of a sheet is printed, and the notes at its cells."""

import pytest
from openpyxl import load_workbook  # noqa: TID253 - what is tested writes with it
from openpyxl.utils.cell import range_boundaries  # noqa: TID253
from openpyxl.workbook.workbook import Workbook  # noqa: TID253

from tests.reports.workbook.conftest import Written


@pytest.fixture(scope="module")
def book(filled: Written) -> Workbook:
    """The workbook of a proposal."""
    return load_workbook(filled.path)


def test_all_that_a_sheet_holds_is_printed(book: Workbook):
    charts = 0
    shown = [sheet for sheet in book if sheet.sheet_state == "visible"]
    assert not [sheet.print_area for sheet in book if sheet not in shown and sheet.print_area]
    for sheet in shown:
        area = sheet.print_area.replace("$", "").rpartition("!")[2]
        _, _, last_column, last_row = range_boundaries(area)
        filled = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert max(cell.column for cell in filled) <= last_column, sheet.title
        if sheet.title != "Demands for data":  # of which only the most asked for is printed, and it says so
            assert max(cell.row for cell in filled) <= last_row, sheet.title
        for chart in sheet._charts:
            start = chart.anchor._from
            # Charts are 19 cm wide or more, and no column is wider than 5.
            assert last_column - start.col >= 4, sheet.title
            assert start.row < last_row, sheet.title
            charts += 1
    assert charts >= 2


def test_a_cell_of_the_comparison_says_from_where_it_is_known(book: Workbook, filled: Written):
    sheet, content = book["Comparison"], filled.content
    places = {sheet.cell(row, 2).value: row for row in range(4, sheet.max_row + 1)}
    seen = 0
    for row in content.comparison.rows:
        for column, country in enumerate(content.countries, 3):
            note = sheet.cell(places[row.activity.name.en], column).comment
            cell = row.cells[country.iso2]
            known = [step for step in cell.steps if step.source_ids] if cell is not None else []
            assert (note is not None) == bool(known)
            for step in known:
                assert all(source in note.text for source in step.source_ids)
                assert (step.locator or "") in note.text
                seen += 1
    assert seen > 30
