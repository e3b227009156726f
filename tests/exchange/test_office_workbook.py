"""The workbook of an office: out, edited, and in again."""

import datetime as dt
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook  # noqa: TID253 - what an office does

from customs_app.catalogue.commands import EditStep
from customs_app.catalogue.file import open_catalogue
from customs_app.catalogue.tables import COUNTRY_TABLES
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Language
from customs_app.exchange.country_folder import import_folders, plan_import
from customs_app.exchange.office_workbook.export import export_workbook

WHO = Reviewer("Aigerim S.", "KG")
FILES = [table.file.removesuffix(".csv") for table in COUNTRY_TABLES]


@pytest.fixture(scope="module")
def stored(starting_file):
    with open_catalogue(starting_file, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def kyrgyz(stored, tmp_path_factory) -> Path:
    return export_workbook(stored, "KG", tmp_path_factory.mktemp("out") / "kg.xlsx", Language.RU)


class Edited:
    """A workbook of a test: cells by kind of sheet, id of the row, and column, wherever they stand."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book: Workbook = load_workbook(path)

    def sheet(self, file: str):
        return next(
            sheet for sheet in self.book.worksheets if str(sheet.cell(1, 1).value).startswith(f"{file}.")
        )

    def place(self, file: str, column: str) -> int:
        heads = next(self.sheet(file).iter_rows(min_row=1, max_row=1, values_only=True))
        return heads.index(f"{file}.{column}") + 1

    def row(self, file: str, row_id: str) -> int:
        ids = [cell.value for cell in self.sheet(file)["A"]]
        return ids.index(row_id) + 1

    def cell(self, file: str, row_id: str, column: str):
        return self.sheet(file).cell(self.row(file, row_id), self.place(file, column))

    def save(self) -> Path:
        self.book.save(self.path)
        return self.path


@pytest.fixture
def edited(kyrgyz, tmp_path) -> Edited:
    return Edited(Path(shutil.copy(kyrgyz, tmp_path / "kg.xlsx")))


def fields(plan) -> dict[str, dict[str, object]]:
    """What changes, by the id of the row and by column."""
    return {
        str(row.key[0]): {field.column: field.after for field in row.fields}
        for changes in plan.tables
        for row in changes.changed
    }


def steps_of(catalogue) -> list[dict[str, object]]:
    return [dict(row) for row in catalogue.rows("step", "KG")]


@pytest.mark.parametrize("country", ["BY", "CN", "IN", "IR", "KG", "KZ", "PK", "RU", "TJ", "UZ"])
def test_an_unedited_workbook_changes_nothing(stored, tmp_path, country):
    languages = {"CN": Language.ZH, "BY": Language.RU, "RU": Language.RU}
    path = export_workbook(stored, country, tmp_path / "x.xlsx", languages.get(country, Language.EN))
    plan = plan_import(stored, [path])
    assert plan.tables == ()
    assert plan.warnings == ()


def test_the_workbook_is_ready_to_be_edited(edited):
    steps = edited.sheet("steps")
    heads = next(steps.iter_rows(min_row=1, max_row=1, values_only=True))
    assert heads[:4] == ("steps.id", "steps.procedure_id", "steps.seq", "steps.title_en")
    assert steps.row_dimensions[1].hidden
    assert steps.freeze_panes == "B3"
    assert all(cell.comment and cell.comment.text for cell in steps[2])
    assert steps.protection.sheet
    assert not steps.protection.password
    assert steps["A3"].protection.locked
    assert not steps["B3"].protection.locked
    assert {cell.number_format for row in steps.iter_rows(min_row=3) for cell in row} == {"@"}
    room = steps.column_dimensions["D"]
    assert room.number_format == "@"
    assert not room.protection.locked
    assert edited.book.worksheets[0].max_row > 5
    assert edited.book["customs-app"].sheet_state == "hidden"
    offered = {str(one.sqref): one for one in steps.data_validations.dataValidation}
    channel = steps.cell(3, edited.place("steps", "channel")).column_letter
    offer = offered[f"{channel}3:{channel}5000"]
    sheet, cells = offer.formula1.removeprefix("=").split("!")
    choices = [row[0].value for row in edited.book[sheet.strip("'")][cells.replace("$", "")]]
    assert edited.cell("steps", str(steps["A3"].value), "channel").value in [*choices, None]
    assert len(choices) == 5
    assert offer.showErrorMessage


def apply_edits(edited: Edited, first: str, second: str) -> None:
    """An office at work: values, spaces, commas, order, columns, and a row that goes."""
    steps = edited.sheet("steps")
    edited.cell("steps", first, "title_en").value = "\u00a0 New\u00a0title \n"
    edited.cell("steps", first, "time_typ_h").value = " 2,5 "
    edited.cell("steps", first, "title_ru").value = None
    edited.cell("steps", first, "time_max_h").value = 1234.5
    edited.cell("steps", first, "note").value = "- not a formula"
    edited.cell("steps", second, "channel").value = "IN  person"
    edited.cell("steps", second, "visits").value = "3,0"
    extra = steps.max_column + 2
    steps.cell(2, extra).value = "Mine"
    steps.cell(5, extra).value = "thoughts"
    edited.book.create_sheet("Scratch")["B7"] = "2+2"
    steps.title = "Renamed"
    # The third column goes behind all others, and the first row of data below all others.
    for row in range(1, steps.max_row + 1):
        moved = steps.cell(row, 3)
        target = steps.cell(row, extra + 1)
        target.value, target.number_format = moved.value, moved.number_format
        moved.value = None
    last = steps.max_row + 4
    for cell in list(steps[3]):
        steps.cell(last, cell.column).value = cell.value
        cell.value = None
    steps.column_dimensions["E"].hidden = True


def expected_edits(first: str, second: str) -> dict[str, dict[str, object]]:
    return {
        first: {
            "title_en": "New title",
            "time_typ_h": 2.5,
            "title_ru": None,
            "time_max_h": 1234.5,
            "note": "- not a formula",
        },
        second: {"channel": "in_person", "visits": 3},
    }


@pytest.fixture(scope="module")
def two_steps(stored) -> tuple[str, str]:
    rows = steps_of(stored)
    first = next(row for row in rows[3:] if row["title_ru"] and row["time_typ_h"] != 2.5)
    second = next(row for row in rows[5:] if row["channel"] != "in_person" and row["id"] != first["id"])
    return str(first["id"]), str(second["id"])


def test_only_the_edits_come_in_as_one_entry_that_undo_takes_back(catalogue, edited, two_steps):
    before = catalogue.fingerprint()
    apply_edits(edited, *two_steps)
    done = import_folders(catalogue, [edited.save()], WHO)
    assert fields(done.plan) == expected_edits(*two_steps)
    assert [(len(one.added), len(one.removed)) for one in done.plan.tables] == [(0, 0)]
    assert {str(w.expected) for w in done.plan.warnings} == {
        "the sheet is not known and not read",
        "the column has no key and is not read",
    }
    assert len(catalogue.history()) == 1
    catalogue.undo(WHO)
    assert catalogue.fingerprint() == before


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_saved_by_libreoffice_the_same_edits_come_in(stored, edited, two_steps, tmp_path):
    apply_edits(edited, *two_steps)
    path = edited.save()
    out = tmp_path / "saved"
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx",
         "--outdir", str(out), str(path)],
        check=True, capture_output=True, timeout=100,
    )  # fmt: skip
    plan = plan_import(stored, [out / path.name])
    assert fields(plan) == expected_edits(*two_steps)
    assert [(len(one.added), len(one.removed)) for one in plan.tables] == [(0, 0)]


def test_rows_are_added_and_removed_and_a_missing_sheet_or_column_keeps_its_own(stored, edited):
    documents = edited.sheet("documents")
    new = documents.max_row + 1
    for column, value in (("id", "KG-D-new"), ("name_en", "@New"), ("un_edifact_1001", 380)):
        documents.cell(new, edited.place("documents", column)).value = value
    sources = edited.sheet("sources")
    unused = sources.max_row + 3
    for column, value in (
        ("id", "KG-S-new"), ("title", "=1+1 is a title"), ("accessed", dt.datetime(2026, 11, 24)),
        ("year", 2026.0), ("url", "24.11.2026"),
    ):  # fmt: skip
        cell = sources.cell(unused, edited.place("sources", column))
        cell.value = value
        if column == "title":
            cell.data_type = "s"
    documents.delete_cols(edited.place("documents", "name_zh"))
    edited.book.remove(edited.sheet("step_documents"))
    uses = {row["document_id"] for row in stored.rows("step_document", "KG")}
    free = [str(row["id"]) for row in stored.rows("location", "KG")]
    placed = {row["location_id"] for row in stored.rows("procedure", "KG")}
    gone = next(one for one in free if one not in placed)
    locations = edited.sheet("locations")
    for cell in locations[edited.row("locations", gone)][1:]:
        cell.value = None
    plan = plan_import(stored, [edited.save()])
    assert uses
    changes = {one.table: one for one in plan.tables}
    assert set(changes) == {"document", "source", "location"}
    assert changes["document"].added == (("KG-D-new",),)
    assert changes["source"].added == (("KG-S-new",),)
    assert changes["location"].removed == ((gone,),)
    assert not any(one.changed for one in plan.tables)
    added = next(row for row in plan.rows["KG"]["source"] if row["id"] == "KG-S-new")
    assert (added["title"], added["accessed"], added["year"], added["url"]) == (
        "=1+1 is a title", "2026-11-24", "2026", "24.11.2026",
    )  # fmt: skip
    assert next(row for row in plan.rows["KG"]["document"] if row["id"] == "KG-D-new")["name_en"] == "@New"
    said = [str(warning) for warning in plan.warnings]
    assert any("step_documents: the sheet is missing" in one for one in said)
    assert any("name_zh: the column is missing" in one for one in said)
    assert any(f"only the id “{gone}” is left" in one for one in said)
    assert any("“380” is a number in a column of text" in one for one in said)


def test_what_was_changed_since_the_export_is_told(catalogue, kyrgyz):
    step = str(steps_of(catalogue)[0]["id"])
    catalogue.run(EditStep(step, {"note": "later"}), WHO)
    plan = plan_import(catalogue, [kyrgyz])
    assert fields(plan).keys() == {step}
    assert "has been changed since this workbook was written" in str(plan.warnings[0])


def test_text_of_any_kind_comes_back_as_it_was(catalogue, tmp_path):
    rows = steps_of(catalogue)
    texts = ("=1+1", "+7 (495)", "-", "@home", "#N/A", "'=quoted", " spaced\u00a0out ", "two\r\nlines",
             "_x0041_", "2026-11-24", "1,5", "x" * 33_000, "TRUE", "\u200fישר", "a\tb")  # fmt: skip
    for row, text in zip(rows, texts, strict=False):
        catalogue.run(EditStep(str(row["id"]), {"note": text}), WHO)
    path = export_workbook(catalogue, "KG", tmp_path / "kg.xlsx", Language.EN)
    plan = plan_import(catalogue, [path])
    assert plan.tables == ()
