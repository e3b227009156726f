"""Marks are read in one way alone, so that a blind round is blind in every view."""

import re
from pathlib import Path

import customs_app.ui
from customs_app.catalogue.commands.dismissals import DismissFinding
from customs_app.catalogue.commands.marks import SetMark
from customs_app.catalogue.commands.rounds import OpenRound, StartRound
from customs_app.domain.codes import Verdict
from customs_app.domain.review import Reviewer
from customs_app.ui.session import Session
from tests.ui.conftest import WHO

UI = Path(customs_app.ui.__file__).parent
READS = re.compile(r"catalogue\(?\)?\.(marks|dismissals)\(")
OTHER = Reviewer("D. Lee", "KG")
ROAD, RAIL = "UZ-P-import-road", "TJ-P-import-road"


def test_no_view_but_the_session_reads_marks_of_the_catalogue() -> None:
    reading = {
        path.relative_to(UI).as_posix()
        for path in UI.rglob("*.py")
        if READS.search(path.read_text(encoding="utf-8"))
    }
    assert reading == {"session.py"}


def test_only_a_blind_round_hides_and_only_in_its_procedures(session: Session) -> None:
    catalogue = session.catalogue
    for procedure in (ROAD, RAIL):
        catalogue.run(SetMark(f"{procedure}-13", Verdict.KEEP, "Needed"), OTHER)
        catalogue.run(DismissFinding("R02-1", procedure, "Another box", "digest"), OTHER)
    session.run(SetMark(f"{ROAD}-13", Verdict.ONLINE, "By the portal"))
    assert len(session.seen_marks().marks) == 3
    session.run(StartRound((ROAD,)))
    seen = session.seen_marks()
    assert {(mark.step_id, mark.reviewer) for mark in seen.marks} == {
        (f"{ROAD}-13", WHO),
        (f"{RAIL}-13", OTHER),
    }
    assert seen.hidden == {f"{ROAD}-13": (OTHER,)}
    assert session.seen_marks([RAIL]).hidden == {}
    assert [one.procedure_id for one in session.seen_dismissals()] == [RAIL]
    assert session.round() == catalogue.rounds()[0]
    session.run(OpenRound(catalogue.rounds()[0].id))
    assert len(session.seen_marks().marks) == 3
    assert len(session.seen_dismissals()) == 2
