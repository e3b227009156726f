"""Country folders that come in as one entry of the journal."""

import shutil
from pathlib import Path

import pytest

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.check import check
from customs_app.catalogue.commands import EditStep, ImportRows, SetMark
from customs_app.catalogue.csv_rows import Row
from customs_app.catalogue.file import open_catalogue
from customs_app.catalogue.tables import COUNTRY_TABLES
from customs_app.domain.codes import Verdict
from customs_app.domain.errors import InputError
from customs_app.domain.review import Reviewer


def _rows(catalogue: Catalogue, country: str) -> dict[str, list[Row]]:
    return {
        table.name: [
            {column.name: row[column.name] for column in table.columns}
            for row in catalogue.rows(table.name, country)
        ]
        for table in COUNTRY_TABLES
    }


def test_all_countries_into_the_reference_lists_give_the_starting_catalogue(
    catalogue: Catalogue, reference_file: Path, tmp_path: Path, who: Reviewer
) -> None:
    path = tmp_path / "empty.customs"
    shutil.copy(reference_file, path)
    with open_catalogue(path) as empty:
        before = empty.fingerprint()
        countries = sorted({row.procedure.country for row in catalogue.procedures()})
        done = empty.run(ImportRows({country: _rows(catalogue, country) for country in countries}), who)
        assert done.entry_id is not None
        assert empty.fingerprint() == catalogue.fingerprint()
        assert len(empty.history()) == 1
        assert empty.search("海关")
        assert check(path) == ()
        empty.undo(who)
        assert empty.fingerprint() == before
        assert check(path) == ()


def test_the_same_again_changes_nothing(catalogue: Catalogue, who: Reviewer) -> None:
    assert catalogue.run(ImportRows({"KG": _rows(catalogue, "KG")}), who).entry_id is None


def test_rows_that_are_not_given_go_with_their_marks(catalogue: Catalogue, who: Reviewer) -> None:
    rows = _rows(catalogue, "KG")
    gone = str(rows["procedure"][0]["id"])
    first = next(str(row["id"]) for row in rows["step"] if row["procedure_id"] == gone)
    kept = next(str(row["id"]) for row in rows["step"] if row["procedure_id"] != gone)
    catalogue.run(SetMark(first, Verdict.REMOVE, "twice"), who)
    catalogue.run(SetMark(kept, Verdict.MERGE, "one desk", merge_into=first), who)
    before = catalogue.fingerprint()
    rows["procedure"] = rows["procedure"][1:]
    rows["step"] = [row for row in rows["step"] if row["procedure_id"] != gone]
    steps = {row["id"] for row in rows["step"]}
    rows["step_document"] = [row for row in rows["step_document"] if row["step_id"] in steps]
    rows["step"][0]["note"] = "by the folder"
    seen = catalogue.preview(ImportRows({"KG": rows}), who)
    assert seen.removed["procedure"] == 1
    assert seen.altered == {"step": 1, "mark": 1}
    assert seen.added == {}
    done = catalogue.run(ImportRows({"KG": rows}), who)
    assert done.label.values == {"countries": (catalogue.reference().countries["KG"].name,)}
    assert gone in done.procedures
    assert gone not in {row.procedure.id for row in catalogue.procedures()}
    (mark,) = catalogue.marks()
    assert (mark.step_id, mark.merge_into) == (kept, None)
    assert check(catalogue.path) == ()
    catalogue.undo(who)
    assert catalogue.fingerprint() == before


def test_an_edit_is_overwritten_and_comes_back_by_undo(catalogue: Catalogue, who: Reviewer) -> None:
    rows = _rows(catalogue, "KG")
    step = str(rows["step"][0]["id"])
    catalogue.run(EditStep(step, {"note": "mine"}), who)
    before = catalogue.fingerprint()
    catalogue.run(ImportRows({"KG": rows}), who)
    assert catalogue.fingerprint() != before
    catalogue.undo(who)
    assert catalogue.fingerprint() == before


def test_ids_of_another_country_are_refused(catalogue: Catalogue, who: Reviewer) -> None:
    before = catalogue.fingerprint()
    with pytest.raises(InputError, match="belongs to KG"):
        catalogue.run(ImportRows({"KZ": _rows(catalogue, "KG")}), who)
    with pytest.raises(InputError):
        catalogue.run(ImportRows({"XX": {}}), who)
    assert catalogue.fingerprint() == before
