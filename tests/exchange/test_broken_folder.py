"""A broken country folder is refused with all that is wrong, and the catalogue stays as it was."""

import os
import shutil

import pytest

from customs_app.catalogue.commands import EditStep
from customs_app.catalogue.file import open_catalogue
from customs_app.cli import main
from customs_app.domain.errors import InputError
from customs_app.exchange.country_folder import import_folders
from customs_app.exchange.csv_records import LINE_LIMIT

FIRST = "KZ-P-import-rail-01"
SECOND = "KZ-P-import-rail-02"
OTHER_PROCEDURE = "KZ-P-import-road-01"


def cell(file, row, **cells):
    return lambda folder: folder.set(file, row, **cells)


def missing_file(folder):
    (folder.path / "agencies.csv").unlink()


def missing_column(folder):
    folder.drop_column("steps.csv", "activity")


def column_twice(folder):
    folder.change("steps.csv", lambda rows: [row.append(row[-1]) for row in rows])


def empty_file(folder):
    (folder.path / "documents.csv").write_bytes(b"")


def duplicate_id(folder):
    folder.change("agencies.csv", lambda rows: rows.append(list(rows[1])))


def duplicate_use(folder):
    folder.change("step_documents.csv", lambda rows: rows.append(list(rows[1])))


def too_few_cells(folder):
    folder.change("steps.csv", lambda rows: rows[4].pop())


def wrong_encoding(folder):
    path = folder.path / "agencies.csv"
    path.write_bytes(path.read_bytes().decode().encode("cp1251", errors="replace"))


def utf_16(folder):
    path = folder.path / "agencies.csv"
    path.write_text(path.read_bytes().decode(), encoding="utf-16")


def endless_line(folder):
    path = folder.path / "steps.csv"
    os.truncate(path, 10 << 30)  # sparse: it takes no room


def open_quote(folder):
    path = folder.path / "locations.csv"
    path.write_bytes(path.read_bytes() + b'X,"never closed')


def cycle(folder):
    folder.set("steps.csv", folder.find("steps.csv", id=FIRST), depends_on=SECOND)
    folder.set("steps.csv", folder.find("steps.csv", id=SECOND), depends_on=FIRST)


def overlap(folder):
    for step in (FIRST, SECOND):
        row = folder.find("steps.csv", id=step)
        folder.set("steps.csv", row, time_kind="aggregate", time_covers=f"{FIRST};{SECOND}")


BROKEN = {
    "missing file": (missing_file, "KZ/agencies.csv: a file, but it is missing"),
    "missing column": (
        missing_column,
        "row 1, column activity: this column, but it is missing",
    ),
    "column twice": (column_twice, "KZ/steps.csv, row 1, column note: each column once, found it twice"),
    "empty file": (empty_file, "KZ/documents.csv: a row of column names, found an empty file"),
    "unknown activity": (
        cell("steps.csv", 3, activity="XXX-99"),
        "KZ/steps.csv, row 3, column activity: a code of the reference list of activities, found “XXX-99”",
    ),
    "unknown agency": (
        cell("steps.csv", 3, agency_id="KZ-A-none"),
        "KZ/steps.csv, row 3, column agency_id: an id that stands in agencies.csv, found “KZ-A-none”",
    ),
    "unknown procedure": (
        cell("steps.csv", 2, procedure_id="UZ-P-import-road"),
        "KZ/steps.csv, row 2, column procedure_id: an id that stands in procedures.csv, found",
    ),
    "unknown source": (
        cell("agencies.csv", 2, source_id="KZ-S0"),
        "KZ/agencies.csv, row 2, column source_id: an id that stands in sources.csv, found “KZ-S0”",
    ),
    "unknown source in a list": (
        cell("steps.csv", 2, source_id="KZ-S15; KZ-S0"),
        "KZ/steps.csv, row 2, column source_id: an id that stands in sources.csv, found “KZ-S0”",
    ),
    "unknown location": (
        cell("procedures.csv", 2, location_id="KZ-L-none"),
        "KZ/procedures.csv, row 2, column location_id: an id that stands in locations.csv, found “KZ-L-none”",
    ),
    "unknown document": (
        cell("step_documents.csv", 2, document_id="KZ-D-none"),
        "KZ/step_documents.csv, row 2, column document_id: an id that stands in documents.csv",
    ),
    "step of another procedure before": (
        cell("steps.csv", 2, depends_on=OTHER_PROCEDURE),
        f"KZ/steps.csv, row 2, column depends_on: steps of the same procedure, found “{OTHER_PROCEDURE}”",
    ),
    "step of another procedure covered": (
        cell("steps.csv", 2, cost_kind="aggregate", cost_covers=f"{FIRST};{OTHER_PROCEDURE}"),
        f"KZ/steps.csv, row 2, column cost_covers: steps of the same procedure, found “{OTHER_PROCEDURE}”",
    ),
    "aggregate without itself": (
        cell("steps.csv", 2, time_kind="aggregate", time_covers=SECOND),
        f"KZ/steps.csv, row 2, column time_covers: the step itself among those that it covers: “{FIRST}”",
    ),
    "overlap": (
        overlap,
        f"column time_covers: steps that no other figure covers; “{FIRST}” is covered by “{FIRST}”",
    ),
    "cycle": (
        cycle,
        f"row 2, column depends_on: an order without a circle, found {FIRST} → {SECOND} → {FIRST}",
    ),
    "waits for itself": (
        cell("steps.csv", 2, depends_on=FIRST),
        f"KZ/steps.csv, row 2, column depends_on: an order without a circle, found {FIRST} → {FIRST}",
    ),
    "no number": (
        cell("steps.csv", 2, time_typ_h="two"),
        "KZ/steps.csv, row 2, column time_typ_h: a number such as 2.5, found “two”",
    ),
    "decimal comma": (
        cell("steps.csv", 2, time_typ_h="2,5"),
        "KZ/steps.csv, row 2, column time_typ_h: a number with a decimal point, such as 2.5, found “2,5”",
    ),
    "not a number": (
        cell("steps.csv", 2, cost_amount="nan"),
        "KZ/steps.csv, row 2, column cost_amount: a number",
    ),
    "infinite": (cell("steps.csv", 2, time_max_h="inf"), "KZ/steps.csv, row 2, column time_max_h: a number"),
    "negative time": (
        cell("steps.csv", 2, time_min_h="-1"),
        "KZ/steps.csv, row 2, column time_min_h: zero or more, found “-1”",
    ),
    "negative cost": (
        cell("steps.csv", 2, cost_amount="-5"),
        "KZ/steps.csv, row 2, column cost_amount: zero or more, found “-5”",
    ),
    "least above most": (
        cell("steps.csv", 2, time_min_h="5", time_max_h="4"),
        "KZ/steps.csv, row 2, column time_min_h: at most time_max_h (4.0), found 5.0",
    ),
    "no whole number": (cell("steps.csv", 2, seq="1.5"), "KZ/steps.csv, row 2, column seq: a whole number"),
    "unknown code": (
        cell("agencies.csv", 2, kind="ministry"),
        "KZ/agencies.csv, row 2, column kind: one of customs, border_guard",
    ),
    "empty required cell": (
        cell("procedures.csv", 2, title_en=""),
        "KZ/procedures.csv, row 2, column title_en: a value, found an empty cell",
    ),
    "NUL": (
        cell("steps.csv", 2, note="a\0b"),
        "row 2, column note: text, found a NUL byte in it",
    ),
    "duplicate id": (
        duplicate_id,
        "agencies.csv, row 27, column id: id that no other row has, but row 2",
    ),
    "duplicate use": (
        duplicate_use,
        "step_documents.csv, row 178: step_id, document_id, role that no other",
    ),
    "id of another country": (
        cell("agencies.csv", 2, id="UZ-A-bank"),
        "KZ/agencies.csv, row 2, column id: an id that only this country has; “UZ-A-bank” is used by UZ",
    ),
    "too few cells": (too_few_cells, "KZ/steps.csv, row 5: 30 cells as in the header, found 29"),
    "wrong encoding": (wrong_encoding, "KZ/agencies.csv, row 2: text in UTF-8; byte"),
    "UTF-16": (utf_16, "KZ/agencies.csv, row 1: text in UTF-8; byte 1 of the file (hexadecimal FF) is not"),
    "endless line": (endless_line, f"a line of at most {LINE_LIMIT} bytes, found a longer one"),
    "open quote": (open_quote, "KZ/locations.csv, row"),
}


def on_disk(path):
    """The bytes of the catalogue and of the files that SQLite keeps beside it."""
    return {beside.name: beside.read_bytes() for beside in path.parent.glob(f"{path.name}*")}


@pytest.fixture
def wal_file(catalogue_file, who):
    """A catalogue whose last change stands in a write-ahead log, as while a window has it open."""
    with open_catalogue(catalogue_file) as catalogue:
        catalogue.run(EditStep(FIRST, {"note": "changed"}), who)
        yield catalogue_file


@pytest.mark.parametrize(("spoil", "expected"), BROKEN.values(), ids=BROKEN)
def test_broken_folders_are_refused(spoil, expected, kz, catalogue_file, who):
    spoil(kz)
    before = on_disk(catalogue_file)
    with open_catalogue(catalogue_file, read_only=True) as catalogue, pytest.raises(InputError) as refused:
        import_folders(catalogue, [kz.path], who)
    assert expected in str(refused.value)
    assert main(["import", str(catalogue_file), str(kz.path)]) == 1
    assert on_disk(catalogue_file) == before


@pytest.mark.parametrize("spoil", [cell("steps.csv", 2, time_min_h="x"), endless_line])
def test_a_log_beside_the_catalogue_stays_as_it_was(spoil, kz, wal_file):
    before = on_disk(wal_file)
    assert set(before) == {wal_file.name, f"{wal_file.name}-wal", f"{wal_file.name}-shm"}
    spoil(kz)
    assert main(["import", str(wal_file), str(kz.path)]) == 1
    after = on_disk(wal_file)
    assert after[wal_file.name] == before[wal_file.name]
    assert after[f"{wal_file.name}-wal"] == before[f"{wal_file.name}-wal"]


def test_everything_wrong_is_said_at_once_by_file_and_row(kz, catalogue_file, capsys):
    kz.set("steps.csv", 3, time_min_h="2,5", activity="none")
    kz.set("steps.csv", 9, channel="fax")
    kz.set("agencies.csv", 2, source_id="none")
    kz.set("locations.csv", 2, lat="100")
    assert main(["import", str(catalogue_file), str(kz.path)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        "Nothing was imported: 5 problems.",
        "  KZ/agencies.csv, row 2, column source_id: expected an id that stands in sources.csv, found “none”",
        "  KZ/locations.csv, row 2, column lat: expected a number from -90 to 90, found “100”",
        "  KZ/steps.csv, row 3, column time_min_h: "
        "expected a number with a decimal point, such as 2.5, found “2,5”",
        "  KZ/steps.csv, row 3, column activity: "
        "expected a code of the reference list of activities, found “none”",
        "  KZ/steps.csv, row 9, column channel: "
        "expected one of automatic, online, mixed, paper, in_person, found “fax”",
    ]


def test_an_unreadable_file_is_not_blamed_on_the_others(kz, catalogue, who):
    wrong_encoding(kz)
    with pytest.raises(InputError) as refused:
        import_folders(catalogue, [kz.path], who)
    assert [problem.file for problem in refused.value.problems] == ["KZ/agencies.csv"]


def test_the_folder_must_bear_the_name_of_a_country(kz, catalogue, who, tmp_path):
    shutil.copytree(kz.path, tmp_path / "Kazakhstan")
    with pytest.raises(InputError, match="a folder named by a country of the reference list, such as KZ"):
        import_folders(catalogue, [tmp_path / "Kazakhstan"], who)


def test_one_broken_folder_stops_them_all(kz, catalogue, who, tmp_path):
    shutil.copytree(kz.path, tmp_path / "other" / "KZ")
    with pytest.raises(InputError, match="each country once"):
        import_folders(catalogue, [kz.path, tmp_path / "other" / "KZ"], who)
    with pytest.raises(InputError, match="a country folder, found none"):
        import_folders(catalogue, [kz.path, tmp_path / "none"], who)
    assert catalogue.history() == ()


def test_a_long_circle_is_shown_in_short(kz, catalogue, who):
    rows = kz.rows("steps.csv")
    head, steps = rows[0], [row for row in rows[1:] if row[1] == "KZ-P-import-road"]
    for step, before in zip(steps, [steps[-1], *steps], strict=False):
        step[head.index("depends_on")] = before[0]
    kz.write("steps.csv", rows)
    with pytest.raises(InputError) as refused:
        import_folders(catalogue, [kz.path], who)
    (problem,) = refused.value.problems
    assert "→ … →" in str(problem)
