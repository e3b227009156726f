"""What goes with a row that is deleted, all of it in the one entry that deletes the row."""

import pytest

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.check import check
from customs_app.catalogue.commands import (
    AddComment,
    AddNote,
    Command,
    Decide,
    DeleteStep,
    DismissFinding,
    ImportRows,
    SetDissent,
    SetMark,
    StartMeeting,
    StartRound,
)
from customs_app.catalogue.csv_rows import Row
from customs_app.catalogue.tables import COUNTRY_TABLES
from customs_app.domain.codes import Position, Verdict
from customs_app.domain.review import Reviewer

P, Q = "KG-P-export-road", "KG-P-transit-road"
FIRST, SECOND = f"{P}-01", f"{P}-02"


def run(catalogue: Catalogue, command: Command, who: Reviewer) -> str:
    new_id = catalogue.run(command, who).new_id
    assert new_id is not None
    return new_id


def _folder(catalogue: Catalogue) -> dict[str, list[Row]]:
    return {
        table.name: [
            {column.name: row[column.name] for column in table.columns}
            for row in catalogue.rows(table.name, "KG")
        ]
        for table in COUNTRY_TABLES
    }


def _without_procedure(rows: dict[str, list[Row]], procedure: str) -> None:
    gone = {row["id"] for row in rows["step"] if row["procedure_id"] == procedure}
    rows["procedure"] = [row for row in rows["procedure"] if row["id"] != procedure]
    rows["step"] = [row for row in rows["step"] if row["id"] not in gone]
    rows["step_document"] = [row for row in rows["step_document"] if row["step_id"] not in gone]


@pytest.fixture
def meeting(catalogue: Catalogue, who: Reviewer) -> str:
    return run(catalogue, StartMeeting("M", (P, Q), ("KG", "KZ"), (FIRST, SECOND)), who)


def test_a_step_takes_all_that_was_said_of_it(catalogue: Catalogue, who: Reviewer, meeting: str) -> None:
    mark = run(catalogue, SetMark(FIRST, Verdict.REMOVE, "twice"), who)
    run(catalogue, AddComment(mark, "where?"), who)
    other_mark = run(catalogue, SetMark(SECOND, Verdict.MERGE, "one desk", merge_into=FIRST), who)
    decision = run(catalogue, Decide(meeting, FIRST, Verdict.REMOVE, "agreed"), who)
    run(catalogue, SetDissent(decision, "KZ", Position.AGAINST, "no"), who)
    other = run(catalogue, Decide(meeting, SECOND, Verdict.MERGE, "agreed", merge_into=FIRST), who)
    note = run(catalogue, AddNote(meeting, "said", FIRST), who)
    before, entries = catalogue.fingerprint(), len(catalogue.history())

    done = catalogue.run(DeleteStep(FIRST), who)
    assert done.tables >= {"step", "mark", "comment", "decision", "dissent", "note"}
    assert done.procedures == {P}
    assert [(row.id, row.merge_into) for row in catalogue.marks()] == [(other_mark, None)]
    assert catalogue.comments() == ()
    assert [(row.id, row.merge_into) for row in catalogue.decisions()] == [(other, None)]
    assert [(row.id, row.step_id, row.text) for row in catalogue.notes(meeting)] == [(note, None, "said")]
    assert catalogue.meetings()[0].steps == (FIRST, SECOND)
    assert check(catalogue.path) == ()
    assert len(catalogue.history()) == entries + 1
    catalogue.undo(who)
    assert catalogue.fingerprint() == before
    assert [row.delegation for row in catalogue.decisions()[0].dissents] == ["KZ"]


def test_a_document_that_an_import_takes_away_takes_its_verdicts(
    catalogue: Catalogue, who: Reviewer, meeting: str
) -> None:
    full = catalogue.full_procedure(P)
    use = next(use for uses in full.uses.values() for use in uses)
    step, document = use.step_id, use.document_id
    mark = run(catalogue, SetMark(step, Verdict.SUBMIT_ONCE, "again", document_id=document), who)
    run(catalogue, AddComment(mark, "where?"), who)
    decision = run(catalogue, Decide(meeting, step, Verdict.ONLINE, "agreed", document_id=document), who)
    run(catalogue, SetDissent(decision, "KZ", Position.AGAINST, "no"), who)
    kept = run(catalogue, Decide(meeting, step, Verdict.KEEP, ""), who)
    before = catalogue.fingerprint()
    rows = _folder(catalogue)
    rows["document"] = [row for row in rows["document"] if row["id"] != document]
    rows["step_document"] = [row for row in rows["step_document"] if row["document_id"] != document]
    catalogue.run(ImportRows({"KG": rows}), who)
    assert catalogue.marks() == ()
    assert catalogue.comments() == ()
    assert [row.id for row in catalogue.decisions()] == [kept]
    assert check(catalogue.path) == ()
    catalogue.undo(who)
    assert catalogue.fingerprint() == before


def test_a_procedure_that_an_import_takes_away_leaves_rounds_and_meetings(
    catalogue: Catalogue, who: Reviewer, meeting: str
) -> None:
    run(catalogue, DismissFinding("R01", P, "none", "d"), who)
    kept = run(catalogue, DismissFinding("R01", Q, "none", "d"), who)
    run(catalogue, Decide(meeting, FIRST, Verdict.KEEP, ""), who)
    shared = run(catalogue, StartRound((P, Q)), who)
    before = catalogue.fingerprint()
    rows = _folder(catalogue)
    _without_procedure(rows, P)
    done = catalogue.run(ImportRows({"KG": rows}), who)
    assert {P, Q} <= done.procedures
    assert [row.id for row in catalogue.dismissals()] == [kept]
    assert [(row.id, row.procedures) for row in catalogue.rounds()] == [(shared, (Q,))]
    assert [row.procedures for row in catalogue.meetings()] == [(Q,)]
    assert catalogue.decisions() == ()
    assert check(catalogue.path) == ()
    catalogue.undo(who)
    assert catalogue.fingerprint() == before


def test_a_round_about_a_procedure_that_goes_does_not_become_one_about_all(
    catalogue: Catalogue, who: Reviewer
) -> None:
    run(catalogue, StartRound((P,)), who)
    everywhere = run(catalogue, StartRound((Q,)), who)
    rows = _folder(catalogue)
    _without_procedure(rows, P)
    catalogue.run(ImportRows({"KG": rows}), who)
    assert [(row.id, row.procedures) for row in catalogue.rounds()] == [(everywhere, (Q,))]
    catalogue.undo(who)
    assert [row.procedures for row in catalogue.rounds()] == [(P,), (Q,)]


def test_an_import_over_steps_leaves_what_was_said_of_them(
    catalogue: Catalogue, who: Reviewer, meeting: str
) -> None:
    run(catalogue, SetMark(FIRST, Verdict.REMOVE, "twice"), who)
    run(catalogue, Decide(meeting, FIRST, Verdict.REMOVE, "agreed"), who)
    rows = _folder(catalogue)
    next(row for row in rows["step"] if row["id"] == FIRST)["note"] = "by the folder"
    catalogue.run(ImportRows({"KG": rows}), who)
    assert [row.stale for row in catalogue.marks()] == [("note",)]
    assert [row.stale for row in catalogue.decisions()] == [("note",)]
