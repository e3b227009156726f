"""The sheets of repeated data, read back with another library than the one that wrote them."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook  # noqa: TID253 - what is tested writes with it
from python_calamine import CalamineWorkbook

from customs_app.analysis.data_matrix import data_matrix
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Mode, Regime
from customs_app.domain.text import Language
from customs_app.reports.content import Content, comparison_content
from customs_app.reports.subject import Subject
from customs_app.reports.workbook import write_workbook

Rows = list[list[object]]


def _sheets(content: Content, path: Path, language: Language = Language.EN) -> dict[str, Rows]:
    write_workbook(content, path, language)
    read = CalamineWorkbook.from_path(path)
    return {name: read.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in read.sheet_names}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data") / "x.xlsx"


@pytest.fixture(scope="module")
def sheets(comparison: Content, path: Path) -> dict[str, Rows]:
    return _sheets(comparison, path)


def _matrix(rows: Rows) -> tuple[list[str], list[list[object]], list[list[object]]]:
    """The head of the matrix, its rows, and the rows of totals below them."""
    start = next(at for at, row in enumerate(rows) if row[0] == "Data element")
    end = next(at for at in range(start, len(rows)) if rows[at][0] == "")
    last = next((at for at in range(end + 1, len(rows)) if rows[at][0] == ""), len(rows))
    return [str(cell) for cell in rows[start]], rows[start + 1 : end], rows[end + 1 : last]


def test_matrix_has_a_row_an_element_and_a_column_a_form(sheets: dict[str, Rows], comparison: Content):
    head, rows, _ = _matrix(sheets["Data matrix"])
    data = comparison.data
    assert [row[1] for row in rows] == [row.tag for row in data.rows]
    assert [row[2] for row in rows] == [row.total for row in data.rows]
    assert len(head) == 3 + sum(1 + len(column.forms) for column in data.columns)
    at = 3
    for column, country in zip(data.columns, comparison.countries, strict=True):
        assert head[at] == f"{country.name.en}\ntimes"
        assert [row[at] for row in rows] == [len(row.asked[column.procedure]) for row in data.rows]
        for place, use in enumerate(column.forms, at + 1):
            assert head[place].startswith(f"{country.iso2} · ")
            assert head[place].split("\n")[1] == use.form
            asked = [bool(row[place]) for row in rows]
            assert asked == [
                use.form in {one.form for one in row.asked[column.procedure]} for row in data.rows
            ]
        at += 1 + len(column.forms)


def test_cell_says_the_box_and_the_head_who_asks(sheets: dict[str, Rows]):
    head, rows, _ = _matrix(sheets["Data matrix"])
    goods = next(row for row in rows if row[0] == "Description of goods")
    said = dict(zip(head, goods, strict=True))
    assert said["UZ · Road consignment note\n730\nsteps: 7, 13\nCustoms, Broker"] == "9"
    assert said["UZ · Contract\n315\nsteps: 2, 3, 4, 13\nTrader, Other body, Trade ministry, Broker"] == "●"
    assert any("\nissued: " in name for name in head)


def test_totals_below_are_those_of_the_analysis(sheets: dict[str, Rows], comparison: Content):
    head, _, totals = _matrix(sheets["Data matrix"])
    places = [head.index(f"{country.name.en}\ntimes") for country in comparison.countries]
    written = {row[0]: [row[at] for at in places] for row in totals}
    columns = comparison.data.columns
    assert written["Times that they are asked for"] == [one.asked for one in columns]
    assert written["of these, again"] == [one.repeated for one in columns]
    assert written["Asked again, per cent"] == pytest.approx([round(100 * one.share, 1) for one in columns])
    assert written["One submission spares: handing in a document again"] == [
        one.saving.handovers for one in columns
    ]
    assert written["Documents that this concerns"] == [one.saving.documents for one in columns]
    assert written["Steps with documents recorded"] == [one.recorded.n for one in columns]


def test_documents_without_a_known_form_are_named(sheets: dict[str, Rows], comparison: Content):
    said = [str(row[0]) for row in sheets["Data matrix"]]
    (note,) = [line for line in said if line.startswith("Uzbekistan: not counted")]
    documents = comparison.reference.documents
    column = comparison.data.columns[comparison.comparison.countries.index("UZ")]
    for document in column.not_counted:
        assert documents[document].name.en in note
    assert any(line.startswith("Uzbekistan: form told by the name: ") for line in said)


def test_demands_name_box_document_steps_agencies_and_source(sheets: dict[str, Rows], comparison: Content):
    rows = sheets["Demands for data"]
    start = next(at for at, row in enumerate(rows) if row[0] == "Data element")
    table = [dict(zip(rows[start], row, strict=True)) for row in rows[start + 1 :]]
    assert len(table) == sum(row.total for row in comparison.data.rows)
    (cmr,) = [
        row
        for row in table
        if (row["Tag"], row["Country"], row["UN/EDIFACT 1001 code"]) == ("7002", "Uzbekistan", "730")
    ]
    assert cmr["Form"] == "Road consignment note"
    assert (cmr["Box"], cmr["Name of the box, in English"]) == ("9", "Nature of the goods")
    assert (cmr["Step nos."], cmr["With whom"]) == ("7, 13", "Customs, Broker")
    cited = {source.id for source in comparison.sources}
    assert {one for row in table for one in str(row["Source of the form"]).split("\n")} <= cited


def test_a_procedure_of_which_nothing_is_recorded_is_unknown_not_zero(comparison: Content, tmp_path: Path):
    procedures = dict(comparison.comparison.procedures)
    procedures["TJ"] = replace(procedures["TJ"], uses={})
    bare = replace(
        comparison,
        comparison=replace(comparison.comparison, procedures=procedures),
        data=data_matrix(
            [procedures[iso2] for iso2 in comparison.comparison.countries], comparison.reference
        ),
    )
    head, _, totals = _matrix(_sheets(bare, tmp_path / "x.xlsx")["Data matrix"])
    at = head.index("Tajikistan\ntimes")
    written = {str(row[0]): row[at] for row in totals}
    assert written["Steps with documents recorded"] == 0
    unknown = {name for name, value in written.items() if value == "?"}
    assert len(unknown) == 8
    assert "of these, again" in unknown


def test_without_any_known_form_there_is_no_such_sheet(comparison: Content, tmp_path: Path):
    bare = replace(comparison, data=data_matrix([], comparison.reference))
    assert not {"Data matrix", "Demands for data"} & set(_sheets(bare, tmp_path / "x.xlsx"))


def test_ten_countries_are_printed_on_several_sheets_across(starting_file: Path, tmp_path: Path):
    with open_catalogue(starting_file, read_only=True) as catalogue:
        content = comparison_content(catalogue, Subject(Regime.IMPORT, Mode.ROAD))
    path = tmp_path / "x.xlsx"
    write_workbook(content, path, Language.ZH)
    book = load_workbook(path)
    sheet = next(one for one in book if one.max_column > 70)
    assert sheet.page_setup.fitToWidth == 1 + sheet.max_column // 18
    assert sheet.print_title_cols == "$A:$C"
    assert sheet.freeze_panes.startswith("D")
