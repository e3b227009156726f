"""Country folders in and out."""

import csv
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_app import paths
from customs_app.catalogue.commands import Decide, EditStep, SaveProposal, SetMark, StartMeeting
from customs_app.catalogue.file import create, open_catalogue
from customs_app.catalogue.tables import COUNTRY_TABLES
from customs_app.domain.codes import Mode, Regime, Verdict
from customs_app.domain.errors import InputError
from customs_app.domain.proposal import Proposal, ProposalStatus
from customs_app.domain.review import Reviewer
from customs_app.exchange.country_folder import export_country, import_folders, plan_import

STEP = "KZ-P-import-road-03"
OFFICIAL = Reviewer("Aigerim S.", "KZ")


@pytest.fixture
def empty(tmp_path):
    create(tmp_path / "empty.customs", starting=False)
    with open_catalogue(tmp_path / "empty.customs") as opened:
        yield opened


def members(catalogue):
    return sorted({row.procedure.country for row in catalogue.procedures()})


def test_all_countries_out_and_into_an_empty_catalogue_give_the_same(catalogue, empty, who, tmp_path):
    folders = [export_country(catalogue, iso2, tmp_path / "out") for iso2 in members(catalogue)]
    assert len(folders) == 10
    assert empty.fingerprint() != catalogue.fingerprint()
    import_folders(empty, folders, who)
    assert empty.fingerprint() == catalogue.fingerprint()
    for table in COUNTRY_TABLES:
        for iso2 in members(catalogue):
            assert empty.rows(table.name, iso2) == catalogue.rows(table.name, iso2)
    assert len(empty.history()) == 1


def test_export_writes_what_the_starting_content_says(catalogue, tmp_path):
    folder = export_country(catalogue, "KZ", tmp_path)
    assert sorted(file.name for file in folder.iterdir()) == sorted(table.file for table in COUNTRY_TABLES)
    for table in COUNTRY_TABLES:
        with (folder / table.file).open(encoding="utf-8", newline="") as ours:
            written = list(csv.DictReader(ours))
        with (paths.STARTING / "countries/KZ" / table.file).open(encoding="utf-8-sig", newline="") as theirs:
            given_rows = list(csv.DictReader(theirs))
        assert [row.keys() for row in written[:1]] == [{column.name: 0 for column in table.columns}.keys()]
        assert [plain(row) for row in written] == [plain(row) for row in given_rows]
    assert b"\r\n" in (folder / "steps.csv").read_bytes()
    assert not (folder / "steps.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def plain(row):
    """The starting content writes some whole hours as 78.0."""
    return {name: text.removesuffix(".0") if name.endswith("_h") else text for name, text in row.items()}


def test_the_same_again_changes_nothing_and_leaves_no_entry(catalogue, kz, who):
    before = catalogue.fingerprint()
    done = import_folders(catalogue, [kz.path], who)
    assert done.changes is None
    assert done.plan.tables == ()
    assert done.plan.warnings == ()
    assert catalogue.history() == ()
    assert catalogue.fingerprint() == before


def test_rows_are_added_changed_and_removed_in_one_entry_that_undo_takes_back(catalogue, kz, who):
    before = catalogue.fingerprint()
    row = kz.find("steps.csv", id=STEP)
    kz.set("steps.csv", row, time_typ_h="7.5", time_kind="duration", note="")
    note = catalogue.full_procedure("KZ-P-import-road").step(STEP).note
    new = ["KZ-A-new", "New body", "", "", "", "other", ""]
    kz.change("agencies.csv", lambda rows: rows.append(new))
    used = kz.rows("step_documents.csv")[-1][:3]
    kz.change("step_documents.csv", lambda rows: rows.pop())
    done = import_folders(catalogue, [kz.path], who)
    agencies, steps, uses = done.plan.tables
    assert (agencies.table, agencies.added, agencies.removed) == ("agency", (("KZ-A-new",),), ())
    assert [(c.column, c.before, c.after) for c in steps.changed[0].fields if c.column != "time_kind"] == [
        ("time_typ_h", None, 7.5),
        ("note", note, None),
    ]
    assert uses.removed == (tuple(used),)
    assert catalogue.full_procedure("KZ-P-import-road").step(STEP).time.hours.typ == 7.5
    assert len(catalogue.history()) == 1
    assert catalogue.history()[0].reviewer == who
    catalogue.undo(who)
    assert catalogue.fingerprint() == before


def test_a_dry_run_says_the_same_and_writes_nothing(catalogue_file, kz, who):
    kz.set("steps.csv", 2, note="new note")
    before = catalogue_file.read_bytes()
    with open_catalogue(catalogue_file, read_only=True) as catalogue:
        plan = import_folders(catalogue, [kz.path], who, dry_run=True).plan
    assert [changes.table for changes in plan.tables] == ["step"]
    assert catalogue_file.read_bytes() == before


def test_columns_may_stand_in_any_order_with_a_byte_order_mark(catalogue, kz, who):
    rows = [list(reversed(row)) for row in kz.rows("steps.csv")]
    kz.write("steps.csv", rows)
    path = kz.path / "steps.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert import_folders(catalogue, [kz.path], who).plan.tables == ()


def test_an_unknown_column_is_reported_and_the_rest_taken(catalogue, kz, who):
    kz.change("steps.csv", lambda rows: [row.append("remark" if row is rows[0] else "x") for row in rows])
    kz.set("steps.csv", 2, note="new note")
    done = import_folders(catalogue, [kz.path], who)
    assert [str(warning) for warning in done.plan.warnings] == [
        "KZ/steps.csv, row 1, column remark: the column is not known and not read"
    ]
    assert done.changes is not None


def test_a_column_that_a_file_lacks_keeps_its_values(catalogue, kz, who):
    before = catalogue.rows("step", "KZ")
    assert any(row["time_typ_h"] is not None for row in before)
    for column in [row for row in kz.rows("steps.csv")[0] if row not in MUST]:
        kz.drop_column("steps.csv", column)
    kz.set("steps.csv", 2, title_en="Another title")
    done = import_folders(catalogue, [kz.path], who)
    (changes,) = done.plan.tables
    assert [change.column for row in changes.changed for change in row.fields] == ["title_en"]
    after = catalogue.rows("step", "KZ")
    assert [row["time_typ_h"] for row in after] == [row["time_typ_h"] for row in before]
    assert {warning.column for warning in done.plan.warnings} >= {"time_typ_h", "depends_on"}


MUST = ("id", "procedure_id", "seq", "title_en", "activity")


def test_two_steps_of_one_number_are_worth_a_word(catalogue, kz):
    kz.set("steps.csv", 3, seq="1")
    (warning,) = plan_import(catalogue, [kz.path]).warnings
    assert str(warning).startswith("KZ/steps.csv, row 3, column seq: row 2 has the same number")


def test_marks_on_steps_that_would_go_stop_the_import(catalogue, kz, who):
    last = kz.rows("steps.csv")[-1][0]
    catalogue.run(SetMark(last, Verdict.REMOVE, "Asked for twice"), who)
    before = catalogue.fingerprint()
    kz.change("steps.csv", lambda rows: rows.pop())
    kz.change("step_documents.csv", lambda rows: keep(rows, lambda row: row[0] != last))
    unnamed(kz, last)
    assert [mark.step_id for mark in plan_import(catalogue, [kz.path]).marks] == [last]
    with pytest.raises(InputError, match="1 mark rests on what would go") as refused:
        import_folders(catalogue, [kz.path], who)
    assert f"the step “{last}”" in str(refused.value)
    assert catalogue.fingerprint() == before
    import_folders(catalogue, [kz.path], who, force=True)
    assert catalogue.marks() == ()
    catalogue.undo(who)
    assert catalogue.fingerprint() == before


def test_decisions_on_steps_that_would_go_stop_the_import(catalogue, kz, who):
    last = kz.rows("steps.csv")[-1][0]
    procedure = kz.get("steps.csv", len(kz.rows("steps.csv")), "procedure_id")
    meeting = catalogue.run(StartMeeting("M", (procedure,), ("KZ",)), who).new_id
    catalogue.run(Decide(meeting, last, Verdict.REMOVE, "Agreed"), who)
    kz.change("steps.csv", lambda rows: rows.pop())
    kz.change("step_documents.csv", lambda rows: keep(rows, lambda row: row[0] != last))
    unnamed(kz, last)
    assert [decision.step_id for decision in plan_import(catalogue, [kz.path]).decisions] == [last]
    with pytest.raises(InputError, match="1 decision of a meeting rests on what would go") as refused:
        import_folders(catalogue, [kz.path], who)
    assert f"the step “{last}” and what it names: a meeting has decided on it" in str(refused.value)
    catalogue.run(SetMark(last, Verdict.REMOVE, "Asked for twice"), who)
    with pytest.raises(InputError, match="rests on what would go: 1 mark, 1 decision of a meeting"):
        import_folders(catalogue, [kz.path], who)
    before = catalogue.fingerprint()
    import_folders(catalogue, [kz.path], who, force=True)
    assert catalogue.decisions() == ()
    catalogue.undo(who)
    assert catalogue.fingerprint() == before


def keep(rows, good):
    rows[1:] = [row for row in rows[1:] if good(row)]


def unnamed(folder, step):
    """Take a step out of the lists of the other steps."""

    def without(rows):
        for column in ("depends_on", "time_covers", "cost_covers"):
            place = rows[0].index(column)
            for row in rows[1:]:
                row[place] = ";".join(part for part in row[place].split(";") if part != step)

    folder.change("steps.csv", without)


def test_a_proposal_stops_its_procedures_from_going(catalogue, kz, who):
    gone = "KZ-P-import-rail"
    proposal = Proposal("", "Rail", ProposalStatus.DRAFT, Regime.IMPORT, Mode.RAIL, (gone,))
    catalogue.run(SaveProposal(proposal), who)
    kz.change("procedures.csv", lambda rows: keep(rows, lambda row: row[0] != gone))
    kz.change("steps.csv", lambda rows: keep(rows, lambda row: row[1] != gone))
    kz.change("step_documents.csv", lambda rows: keep(rows, lambda row: not row[0].startswith(gone)))
    before = catalogue.fingerprint()
    with pytest.raises(InputError, match="on which these proposals rest"):
        import_folders(catalogue, [kz.path], who, force=True)
    assert catalogue.fingerprint() == before


def test_an_earlier_folder_is_replaced_and_nothing_else(catalogue, tmp_path):
    first = export_country(catalogue, "KZ", tmp_path / "out")
    (first / "steps.csv").write_text("old")
    (first / "notes.txt").write_text("mine")
    with pytest.raises(InputError, match="something else than a country folder"):
        export_country(catalogue, "KZ", tmp_path / "out")
    assert (first / "steps.csv").read_text() == "old"
    (first / "notes.txt").unlink()
    assert export_country(catalogue, "KZ", first) == first
    assert (first / "steps.csv").read_text() != "old"
    assert [entry.name for entry in (tmp_path / "out").iterdir()] == ["KZ"]


def test_a_failed_export_leaves_the_earlier_folder(catalogue, tmp_path, monkeypatch):
    first = export_country(catalogue, "KZ", tmp_path)
    before = {file.name: file.read_bytes() for file in first.iterdir()}

    def full(table, country):
        if table == "step":
            raise OSError(28, "No space left on device")
        return ()

    monkeypatch.setattr(catalogue, "rows", full)
    with pytest.raises(InputError, match="No space left on device"):
        export_country(catalogue, "KZ", tmp_path)
    assert {file.name: file.read_bytes() for file in first.iterdir()} == before
    assert list(tmp_path.glob(".KZ*")) == []


def test_the_name_given_tells_the_country(catalogue, kz, who, tmp_path, monkeypatch):
    kz.path.rename(tmp_path / "from the ministry")
    kz.path.symlink_to(tmp_path / "from the ministry")
    assert import_folders(catalogue, [kz.path], who).plan.tables == ()
    kz.path.unlink()
    (tmp_path / "from the ministry").rename(kz.path)
    monkeypatch.chdir(kz.path)
    assert import_folders(catalogue, [Path()], who).plan.tables == ()
    assert export_country(catalogue, "KZ", Path()) == kz.path


def test_an_unknown_country_is_not_exported(catalogue, tmp_path):
    with pytest.raises(InputError, match="XX is not a country of the reference list"):
        export_country(catalogue, "XX", tmp_path)
    assert not (tmp_path / "XX").exists()


# What an editor of the window saves: it loses outer spaces.
TEXTS = (
    st.one_of(
        st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
        st.text(alphabet="=+-@'\t\r\n\",;＝ab", max_size=12),
        st.sampled_from(['=HYPERLINK("x")', "<b>", "'=1", "line\rline", "a\r\nb", "﻿bom", "x" * 40_000]),
    )
    .map(str.strip)
    .filter(bool)
)


@pytest.fixture(scope="module")
def lasting(starting_file, tmp_path_factory):
    """Two catalogues that stay open through many examples."""
    folder = tmp_path_factory.mktemp("texts")
    shutil.copy(starting_file, folder / "one.customs")
    shutil.copy(starting_file, folder / "two.customs")
    with open_catalogue(folder / "one.customs") as one, open_catalogue(folder / "two.customs") as two:
        yield folder, one, two


@given(texts=st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), hours=st.floats(0, 1e6))
@settings(max_examples=8, deadline=None)
def test_any_text_of_the_catalogue_survives(lasting, texts, hours):
    folder, one, two = lasting
    title, note, law, option = texts
    values = {"title_en": title, "note": note, "legal_basis": law, "choice": f"x{option}:y{option}"}
    hourly = {"time_min_h": hours, "time_typ_h": None, "time_max_h": None}
    one.run(EditStep(STEP, values | hourly), OFFICIAL)
    import_folders(two, [export_country(one, "KZ", folder)], OFFICIAL)
    assert two.rows("step", "KZ") == one.rows("step", "KZ")
    assert two.fingerprint() == one.fingerprint()
