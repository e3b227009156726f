"""What stands beside a comparison, read back from the workbook and held against what programs are told."""

from pathlib import Path

import pytest
from openpyxl import load_workbook  # noqa: TID253 - what is tested writes with it
from python_calamine import CalamineWorkbook

from customs_app.analysis.as_json import comparison_json
from customs_app.catalogue.file import open_catalogue
from customs_app.cli.beside import beside_json
from customs_app.domain.codes import Mode, Regime
from customs_app.domain.text import Language
from customs_app.language.words import words
from customs_app.reports.content import Content, comparison_content
from customs_app.reports.subject import Subject
from customs_app.reports.workbook import write_workbook
from customs_app.reports.workbook.data_demands import _ON_PAPER

Rows = list[list[object]]
EN = words(Language.EN)


@pytest.fixture(scope="module")
def content(starting_file: Path) -> Content:
    with open_catalogue(starting_file, read_only=True) as catalogue:
        return comparison_content(catalogue, Subject(Regime.IMPORT, Mode.ROAD))


@pytest.fixture(scope="module")
def path(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("beside") / "import.xlsx"
    write_workbook(content, path, Language.EN)
    return path


def _sheets(path: Path) -> dict[str, Rows]:
    read = CalamineWorkbook.from_path(path)
    return {name: read.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in read.sheet_names}


def _table(rows: Rows, *heads: str) -> list[dict[str, object]]:
    start = next(at for at, row in enumerate(rows) if tuple(row[: len(heads)]) == heads)
    names = [str(name) for name in rows[start]]
    found = []
    for row in rows[start + 1 :]:
        if row[0] == "":
            break
        found.append(dict(zip(names, row, strict=True)))
    return found


@pytest.fixture(scope="module")
def sheets(path: Path) -> dict[str, Rows]:
    return _sheets(path)


def test_differences_stand_in_the_order_of_their_effect_with_real_hours(
    sheets: dict[str, Rows], content: Content
) -> None:
    rows = _table(sheets["Differences"], "No.", "Stage")
    told = comparison_json(content.comparison, EN, content.reference)["ranked_differences"]
    assert len(rows) == len(told) > 20
    ends = (("least", "min"), ("typical", "typ"), ("most", "max"))
    for row, one in zip(rows, told, strict=True):
        assert row["Difference"] == one["sentence"]
        hours = one["hours"] or {"min": None, "typ": None, "max": None}
        for name, key in ends:
            value = row[f"Apart, {name} (hours)"]
            assert value == ("" if hours[key] is None else pytest.approx(hours[key]))
    assert any(row["Apart, typical (hours)"] != "" for row in rows)


def test_distances_are_counted_per_country_and_each_change_has_a_row(
    sheets: dict[str, Rows], content: Content
) -> None:
    counts = _table(sheets["Distance"], "Country", "Changes")
    told = comparison_json(content.comparison, EN, content.reference)["distance"]["countries"]
    by_name = {country.name.en: country.iso2 for country in content.countries}
    assert {by_name[str(row["Country"])]: row["Changes"] for row in counts} == {
        one["country"]: one["changes"] for one in told
    }
    changes = _table(sheets["Changes to make"], "Country", "Kind of change")
    assert [row["What changes"] for row in changes] == [
        change["sentence"] for one in told for change in one["list"]
    ]
    said = {str(cell) for row in sheets["Distance"][:6] for cell in row}
    assert any(text.startswith("One change is an activity to add or to drop") for text in said)


def test_measures_of_countries_are_numbers_with_their_years(
    sheets: dict[str, Rows], content: Content, starting_file: Path
) -> None:
    with open_catalogue(starting_file, read_only=True) as catalogue:
        told = beside_json(catalogue, content, EN)["indicators"]
    rows = _table(sheets["Measures of countries"], "Who measures")
    assert len(rows) == len(told) > 30
    for row, one in zip(rows, told, strict=True):
        assert row["Measure of the whole country"] == one["name"]
        for country in content.countries:
            name = country.name.en
            figures = one["countries"][country.iso2]
            if not figures:
                assert (row[name], row[f"{name}, year"]) == ("?", "")
            elif figures[0]["value"] is not None:
                assert row[name] == pytest.approx(figures[0]["value"])
                assert str(figures[0]["year"] or "?")[:4] in str(row[f"{name}, year"])
    borders = next(
        row for row in rows if str(row["Measure of the whole country"]).startswith("Export: time at")
    )
    assert isinstance(borders["Kazakhstan"], float)
    # Never among the totals of steps.
    assert not any("Doing Business" in str(cell) for row in sheets["Summary"] for cell in row)


def test_only_the_elements_asked_for_most_are_printed(path: Path, content: Content) -> None:
    sheet = load_workbook(path)["Demands for data"]
    area = sheet.print_area.replace("$", "").rpartition("!")[2]
    last = int(area.rpartition(":")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    assert sheet.max_row > 1000 > last
    head = int(sheet.print_title_rows.replace("$", "").partition(":")[0])
    assert last - head <= _ON_PAPER
    # It ends with the last demand of an element.
    assert sheet.cell(last, 1).value != sheet.cell(last + 1, 1).value
    assert sheet.auto_filter.ref.endswith(str(sheet.max_row))


def test_parcels_of_all_members_have_a_sheet_where_parcels_are_compared(
    starting_file: Path, tmp_path: Path, sheets: dict[str, Rows]
) -> None:
    assert "Parcels" not in sheets
    with open_catalogue(starting_file, read_only=True) as catalogue:
        read = comparison_content(catalogue, Subject(Regime.PARCEL_IMPORT))
        told = beside_json(catalogue, read, EN)["parcels"]
    write_workbook(read, tmp_path / "parcels.xlsx", Language.EN)
    rows = _table(_sheets(tmp_path / "parcels.xlsx")["Parcels"], "Country", "Procedure")
    assert len(rows) == len(told) >= 10
    for row, one in zip(rows, told, strict=True):
        totals = one["totals"]
        if totals is None:
            assert row["Procedure"] == "no such procedure in the catalogue"
        else:
            typical = totals["elapsed_h"]["typ"]
            assert row["Elapsed, typical (hours)"] == ("?" if typical is None else pytest.approx(typical))
            assert row["Steps with a counted time"] == totals["covered"]["time"][0]


def test_places_say_what_the_window_says(sheets: dict[str, Rows]) -> None:
    rows = _table(sheets["Places"], "Country")
    by_name = {row["Place"]: row for row in rows}
    assert len(by_name) == len(rows)
    assert {row["Country"] for row in rows} >= {"Uzbekistan"}
    for row in rows:
        unknown = row["Steps done there, by stage"] == "?"
        assert (row["Procedures"] == 0) or not unknown
