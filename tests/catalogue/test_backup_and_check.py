"""Backups, and the check of a whole file."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from customs_app.catalogue.backup import backup
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.check import check
from customs_app.catalogue.commands import (
    AddComment,
    AddNote,
    Decide,
    DismissFinding,
    EditStep,
    SaveProposal,
    SetDissent,
    SetMark,
    StartMeeting,
    StartRound,
)
from customs_app.catalogue.file import open_catalogue
from customs_app.catalogue.triggers import drop_guards, write_guards
from customs_app.domain.codes import Position, Regime, Verdict
from customs_app.domain.errors import CatalogueError
from customs_app.domain.proposal import Proposal, ProposalStatus
from customs_app.domain.review import Reviewer

P = "KZ-P-import-rail"
FIRST, SECOND, THIRD = (f"{P}-0{number}" for number in (1, 2, 3))


@pytest.fixture
def catalogue_file(small_file: Path, tmp_path: Path) -> Path:
    """A small catalogue is enough here."""
    path = tmp_path / "catalogue.customs"
    shutil.copyfile(small_file, path)
    return path


def test_a_backup_holds_what_is_not_yet_in_the_file_itself(
    catalogue: Catalogue, tmp_path: Path, who: Reviewer
) -> None:
    catalogue.run(EditStep(FIRST, {"note": "saved a moment ago"}), who)
    out = tmp_path / "копия 1.customs"
    backup(catalogue.path, out)
    assert check(out) == ()
    with open_catalogue(out, read_only=True) as copy:
        assert copy.fingerprint() == catalogue.fingerprint()
        assert copy.history() == catalogue.history()
    assert {path.name for path in tmp_path.iterdir() if "копия" in path.name} == {out.name}


def test_a_backup_is_refused_where_it_would_overwrite(catalogue_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.customs"
    out.write_text("mine")
    with pytest.raises(CatalogueError, match="exists already"):
        backup(catalogue_file, out)
    assert out.read_text() == "mine"
    with pytest.raises(CatalogueError, match="cannot be written"):
        backup(catalogue_file, tmp_path / "nowhere" / "out.customs")
    with pytest.raises(CatalogueError, match="There is no file"):
        backup(tmp_path / "none.customs", tmp_path / "b.customs")
    assert not (tmp_path / "b.customs").exists()


def test_a_damaged_file_gives_no_backup(catalogue_file: Path, tmp_path: Path) -> None:
    content = bytearray(catalogue_file.read_bytes())
    content[40 * 4096 : 41 * 4096] = b"\xee" * 4096
    catalogue_file.write_bytes(content)
    with pytest.raises(CatalogueError, match="damaged"):
        backup(catalogue_file, tmp_path / "out.customs")
    assert {path.name for path in tmp_path.iterdir()} == {catalogue_file.name}


def _behind_the_journal(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        drop_guards(raw)
        raw.execute(sql)
        write_guards(raw)


@pytest.mark.parametrize(
    ("sql", "place", "column"),
    [
        (f"UPDATE step SET agency_id = 'nobody' WHERE id = '{FIRST}'", f"step {FIRST}", None),
        (f"UPDATE step SET source_id = NULL WHERE id = '{FIRST}'", f"step {FIRST}", "source_id"),
        (f"UPDATE step SET source_id = 'KZ-S01;KZ-S999' WHERE id = '{FIRST}'", f"step {FIRST}", "source_id"),
        (f"UPDATE step SET depends_on = 'nobody' WHERE id = '{FIRST}'", f"step {FIRST}", "depends_on"),
        (f"UPDATE step SET depends_on = id WHERE id = '{FIRST}'", f"step {FIRST}", "depends_on"),
        (f"UPDATE step SET depends_on = '{SECOND}' WHERE id = '{FIRST}'", f"step {FIRST}", "depends_on"),
        (f"UPDATE step SET time_covers = '{SECOND}' WHERE id = '{FIRST}'", f"step {FIRST}", "time_covers"),
        (
            f"UPDATE step SET cost_covers = id || ';{THIRD}' WHERE id IN ('{FIRST}', '{SECOND}')",
            f"step {SECOND}",
            "cost_covers",
        ),
        (
            f"UPDATE step SET time_min_h = 5, time_max_h = 1 WHERE id = '{FIRST}'",
            f"step {FIRST}",
            "time_max_h",
        ),
        (
            "UPDATE procedure SET source_ids = 'x' WHERE id = 'KZ-P-import-rail'",
            f"procedure {P}",
            "source_ids",
        ),
        (f"DELETE FROM found WHERE row_id = '{FIRST}'", f"step {FIRST}", None),
        (f"UPDATE step SET title_en = 'other' WHERE id = '{FIRST}'", f"step {FIRST}", None),
        (
            "INSERT INTO found (kind, row_id, title, words) VALUES ('step', 'ghost', 'a', 'b')",
            "step ghost",
            None,
        ),
        ("UPDATE journal_state SET recording = 0", "journal", None),
        ("DROP TRIGGER guard_trade_flow_insert", "journal", None),
    ],
)
def test_what_the_check_finds(catalogue_file: Path, sql: str, place: str, column: str | None) -> None:
    if sql.startswith("DROP"):
        with closing(sqlite3.connect(catalogue_file)) as raw:
            raw.execute("DROP TRIGGER guard_trade_flow_insert")
    else:
        _behind_the_journal(catalogue_file, sql)
    before = catalogue_file.read_bytes()
    found = {(problem.file, problem.column) for problem in check(catalogue_file)}
    assert (place, column) in found
    assert catalogue_file.read_bytes() == before


def test_a_row_that_the_journal_does_not_know(catalogue: Catalogue, who: Reviewer) -> None:
    catalogue.run(EditStep(FIRST, {"note": "1", "visits": 2, "time_typ_h": 0.1}), who)
    catalogue.run(SetMark(FIRST, Verdict.KEEP, ""), who)
    catalogue.undo(who)
    assert check(catalogue.path) == ()
    _behind_the_journal(catalogue.path, f"UPDATE step SET visits = 3 WHERE id = '{FIRST}'")
    assert [problem.file for problem in check(catalogue.path)] == [f"step {FIRST}"]


def test_a_gap_in_the_journal(catalogue: Catalogue, who: Reviewer) -> None:
    for note in ("1", "2", "3"):
        catalogue.run(EditStep(FIRST, {"note": note}), who)
    _behind_the_journal(catalogue.path, "DELETE FROM change WHERE n = 2")
    (problem,) = check(catalogue.path)
    assert (problem.file, problem.column) == (f"step {FIRST}", None)
    assert "follow from one another" in str(problem)


def test_a_proposal_about_a_procedure_that_is_gone(catalogue: Catalogue, who: Reviewer) -> None:
    proposal = Proposal("", "T", ProposalStatus.DRAFT, Regime.IMPORT, None, (P,))
    new_id = catalogue.run(SaveProposal(proposal), who).new_id
    _behind_the_journal(catalogue.path, "UPDATE proposal SET procedures = 'gone'")
    assert (f"proposal {new_id}", "procedures") in {(p.file, p.column) for p in check(catalogue.path)}


def test_a_mark_on_a_step_that_is_gone(catalogue: Catalogue, who: Reviewer) -> None:
    mark_id = catalogue.run(SetMark(FIRST, Verdict.KEEP, ""), who).new_id
    _behind_the_journal(catalogue.path, "UPDATE mark SET step_id = 'gone'")
    assert (f"mark {mark_id}", None) in {(p.file, p.column) for p in check(catalogue.path)}


@pytest.mark.parametrize(
    ("sql", "table", "column"),
    [
        ("UPDATE round SET procedures = 'gone'", "round", "procedures"),
        (
            "INSERT INTO round (id, number, procedures, state, reviewer, delegation, started_at)"
            f" VALUES ('R2', 2, '{P}', 'blind', 'a', 'b', 'c')",
            "round",
            "procedures",
        ),
        ("UPDATE meeting SET procedures = procedures || ';gone'", "meeting", "procedures"),
        ("UPDATE meeting SET delegations = 'KZ'", "dissent", "delegation"),
        ("UPDATE decision SET votes = '[]'", "decision", "votes"),
        ('UPDATE decision SET votes = \'{"KZ": "burn"}\'', "decision", "votes"),
        ("UPDATE decision SET as_stood = 'x'", "decision", "as_stood"),
        ("UPDATE mark SET as_stood = '{\"note\": 1}'", "mark", "as_stood"),
        ("UPDATE decision SET step_id = 'gone'", "decision", None),
        ("UPDATE decision SET merge_into = 'gone'", "decision", None),
        ("UPDATE decision SET meeting_id = 'gone'", "decision", None),
        ("UPDATE dissent SET decision_id = 'gone'", "dissent", None),
        ("UPDATE comment SET mark_id = 'gone'", "comment", None),
        ("UPDATE dismissal SET procedure_id = 'gone'", "dismissal", None),
        ("UPDATE note SET step_id = 'gone'", "note", None),
        ("UPDATE note SET text = 'another'", "note", None),
    ],
)
def test_opinions_that_do_not_fit(
    catalogue: Catalogue, who: Reviewer, sql: str, table: str, column: str | None
) -> None:
    run = catalogue.run
    mark = run(SetMark(FIRST, Verdict.KEEP, ""), who).new_id
    meeting = run(StartMeeting("M", (P,), ("KZ", "CN")), who).new_id
    assert mark is not None
    assert meeting is not None
    run(AddComment(mark, "Why?"), who)
    decision = run(Decide(meeting, FIRST, Verdict.KEEP, "", votes={"CN": Verdict.KEEP}), who).new_id
    assert decision is not None
    run(SetDissent(decision, "CN", Position.AGAINST, "no"), who)
    run(AddNote(meeting, "said", FIRST), who)
    run(DismissFinding("R01", P, "none", "digest"), who)
    run(StartRound((P,)), who)
    assert check(catalogue.path) == ()
    _behind_the_journal(catalogue.path, sql)
    found = {(problem.file.partition(" ")[0], problem.column) for problem in check(catalogue.path)}
    assert (table, column) in found


def test_what_cannot_be_checked(tmp_path: Path, catalogue_file: Path) -> None:
    with pytest.raises(CatalogueError, match="There is no file"):
        check(tmp_path / "none")
    catalogue_file.write_text("text " * 100)
    with pytest.raises(CatalogueError, match="not a catalogue"):
        check(catalogue_file)
