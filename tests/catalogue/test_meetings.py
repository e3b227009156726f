"""A meeting: what it decides, who dissents, and the notes in its minutes."""

import pytest

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands import (
    AddNote,
    Command,
    Decide,
    DeleteStep,
    EditStep,
    EndMeeting,
    OpenRound,
    RemoveDecision,
    RemoveDissent,
    RemoveNote,
    SetDissent,
    StartMeeting,
    StartRound,
)
from customs_app.domain.codes import Position, Verdict
from customs_app.domain.errors import InputError
from customs_app.domain.meeting import Decision
from customs_app.domain.review import Reviewer

P, Q = "KZ-P-import-rail", "UZ-P-import-road"
FIRST, SECOND, FOREIGN = f"{P}-01", f"{P}-02", "TJ-P-import-road-01"
DOCUMENT = "KZ-D-contract"
OTHER = Reviewer("Li Wei", "CN")


def run(catalogue: Catalogue, command: Command, who: Reviewer) -> str:
    """The id of the row that a command makes."""
    new_id = catalogue.run(command, who).new_id
    assert new_id is not None
    return new_id


@pytest.fixture
def meeting(catalogue: Catalogue, who: Reviewer) -> str:
    """A meeting of three delegations over two procedures."""
    return run(catalogue, StartMeeting(" Working group ", (P, Q), ("KZ", "CN", "Observers")), who)


def _only(catalogue: Catalogue) -> Decision:
    (decision,) = catalogue.decisions()
    return decision


def refused(catalogue: Catalogue, command: Command, who: Reviewer, column: str) -> None:
    before = catalogue.fingerprint()
    with pytest.raises(InputError) as raised:
        catalogue.run(command, who)
    assert [problem.column for problem in raised.value.problems] == [column]
    assert catalogue.fingerprint() == before


def test_a_meeting_starts_and_ends(catalogue: Catalogue, who: Reviewer, meeting: str) -> None:
    (going,) = catalogue.meetings()
    assert (going.id, going.title, going.procedures) == (meeting, "Working group", (P, Q))
    assert (going.delegations, going.chair) == (("KZ", "CN", "Observers"), who)
    assert going.ended_at is None
    assert going.steps == ()
    done = catalogue.run(EndMeeting(meeting), OTHER)
    assert done.procedures == {P, Q}
    assert catalogue.meetings()[0].ended_at is not None
    catalogue.undo(who)
    assert catalogue.meetings() == (going,)


def test_a_meeting_about_some_steps(catalogue: Catalogue, who: Reviewer) -> None:
    meeting = run(catalogue, StartMeeting("M", (P, Q), ("KZ",), (SECOND, FIRST)), who)
    assert catalogue.meetings()[0].steps == (SECOND, FIRST)
    catalogue.run(DeleteStep(FIRST), who)
    assert catalogue.meetings()[0].steps == (SECOND, FIRST)  # an agenda left empty would mean all
    refused(catalogue, StartMeeting("M", (P,), ("KZ",), (f"{Q}-01",)), who, "steps")
    refused(catalogue, StartMeeting("M", (P,), ("KZ",), (FIRST,)), who, "steps")
    assert [row.id for row in catalogue.meetings()] == [meeting]


def test_meetings_that_are_refused(catalogue: Catalogue, who: Reviewer) -> None:
    refused(catalogue, StartMeeting(" ", (P,), ("KZ",)), who, "title")
    refused(catalogue, StartMeeting("M", (), ("KZ",)), who, "procedures")
    refused(catalogue, StartMeeting("M", ("nowhere",), ("KZ",)), who, "procedures")
    refused(catalogue, StartMeeting("M", (P,), ()), who, "delegations")
    refused(catalogue, StartMeeting("M", (P,), ("KZ", "A;B")), who, "delegations")
    with pytest.raises(InputError, match="no longer in the catalogue"):
        catalogue.run(EndMeeting("G-none"), who)


def test_a_decision(catalogue: Catalogue, who: Reviewer, meeting: str) -> None:
    votes = {"CN": Verdict.REMOVE, "KZ": Verdict.MERGE}
    taken_up = "2026-01-02T12:00:00.5+05:00"
    done = catalogue.run(
        Decide(meeting, FIRST, Verdict.MERGE, "one desk", None, "Art. 1", SECOND, votes, taken_up), OTHER
    )
    decision = _only(catalogue)
    assert (decision.id, decision.meeting_id, decision.step_id) == (done.new_id, meeting, FIRST)
    assert (decision.verdict, decision.reason, decision.article) == (Verdict.MERGE, "one desk", "Art. 1")
    assert (decision.merge_into, decision.votes, decision.reviewer) == (SECOND, votes, OTHER)
    assert decision.taken_up_at == "2026-01-02T07:00:00+00:00"
    assert decision.at.endswith("+00:00")
    assert decision.dissents == ()
    assert decision.stale == ()
    assert decision.as_stood is not None
    assert decision.as_stood["title_en"] == "Prepare the contract, invoice and packing list"
    assert done.procedures == {P}


def test_votes_that_were_not_opened_are_not_those_of_nobody(
    catalogue: Catalogue, who: Reviewer, meeting: str
) -> None:
    catalogue.run(Decide(meeting, FIRST, Verdict.KEEP, ""), who)
    assert _only(catalogue).votes is None
    assert _only(catalogue).taken_up_at == _only(catalogue).at
    catalogue.run(Decide(meeting, FIRST, Verdict.KEEP, "", votes={}), who)
    assert _only(catalogue).votes == {}


def test_decisions_are_read_by_procedure_and_meeting(
    catalogue: Catalogue, who: Reviewer, meeting: str
) -> None:
    other = run(catalogue, StartMeeting("Next", (Q,), ("UZ",)), who)
    one = run(catalogue, Decide(meeting, FIRST, Verdict.KEEP, ""), who)
    two = run(catalogue, Decide(meeting, f"{Q}-01", Verdict.KEEP, ""), who)
    three = run(catalogue, Decide(other, f"{Q}-01", Verdict.ONLINE, "portal"), who)
    assert [row.id for row in catalogue.decisions()] == [one, two, three]
    assert [row.id for row in catalogue.decisions([Q])] == [two, three]
    assert [row.id for row in catalogue.decisions(meeting_id=meeting)] == [one, two]
    assert [row.id for row in catalogue.decisions([Q], other)] == [three]
    assert catalogue.decisions([]) == ()


def test_one_decision_a_meeting_and_target(catalogue: Catalogue, who: Reviewer, meeting: str) -> None:
    first = run(catalogue, Decide(meeting, FIRST, Verdict.REMOVE, "twice"), who)
    assert run(catalogue, Decide(meeting, FIRST, Verdict.ONLINE, "portal"), OTHER) == first
    assert (_only(catalogue).verdict, _only(catalogue).reviewer) == (Verdict.ONLINE, OTHER)
    document = run(catalogue, Decide(meeting, FIRST, Verdict.SUBMIT_ONCE, "again", document_id=DOCUMENT), who)
    assert {row.id: row.document_id for row in catalogue.decisions()} == {first: None, document: DOCUMENT}


def test_dissents_go_with_the_verdict_from_which_they_are(
    catalogue: Catalogue, who: Reviewer, meeting: str
) -> None:
    decision = run(catalogue, Decide(meeting, FIRST, Verdict.REMOVE, "twice"), who)
    catalogue.run(SetDissent(decision, "CN", Position.AGAINST, "we need it"), who)
    catalogue.run(Decide(meeting, FIRST, Verdict.REMOVE, "asked for twice"), who)
    assert [row.delegation for row in _only(catalogue).dissents] == ["CN"]
    catalogue.run(Decide(meeting, FIRST, Verdict.KEEP, ""), who)
    assert _only(catalogue).dissents == ()
    catalogue.undo(who)
    assert [row.delegation for row in _only(catalogue).dissents] == ["CN"]


def test_a_decision_becomes_stale(catalogue: Catalogue, who: Reviewer, meeting: str) -> None:
    catalogue.run(Decide(meeting, FIRST, Verdict.REMOVE, "twice"), who)
    catalogue.run(EditStep(FIRST, {"time_typ_h": 2}), who)
    assert _only(catalogue).stale == ("time_typ_h",)
    catalogue.undo(who)
    assert _only(catalogue).stale == ()


def test_decisions_that_are_refused(catalogue: Catalogue, who: Reviewer, meeting: str) -> None:
    refused(catalogue, Decide(meeting, FIRST, Verdict.REMOVE, " "), who, "reason")
    refused(catalogue, Decide(meeting, FIRST, Verdict.MERGE, "x", merge_into=FIRST), who, "merge_into")
    refused(
        catalogue, Decide(meeting, SECOND, Verdict.KEEP, "", document_id="KZ-D-invoice"), who, "document_id"
    )
    refused(catalogue, Decide(meeting, FOREIGN, Verdict.KEEP, ""), who, "step_id")
    wrong_votes = {"KZ": "burn"}
    refused(catalogue, Decide(meeting, FIRST, Verdict.KEEP, "", votes=wrong_votes), who, "votes")  # type: ignore[arg-type]
    refused(catalogue, Decide(meeting, FIRST, Verdict.KEEP, "", votes={" ": Verdict.KEEP}), who, "votes")
    for time in ("yesterday", "2026-01-02T12:00:00", "9999-01-02T12:00:00+00:00"):
        refused(catalogue, Decide(meeting, FIRST, Verdict.KEEP, "", taken_up_at=time), who, "taken_up_at")
    for gone in (Decide("G-none", FIRST, Verdict.KEEP, ""), Decide(meeting, "X", Verdict.KEEP, "")):
        with pytest.raises(InputError, match="no longer in the catalogue"):
            catalogue.run(gone, who)
    assert catalogue.decisions() == ()


def test_votes_of_a_blind_round_are_not_opened_by_a_decision(
    catalogue: Catalogue, who: Reviewer, meeting: str
) -> None:
    round_id = run(catalogue, StartRound((P,)), who)
    with pytest.raises(InputError, match="Round 1 is still blind"):
        catalogue.run(Decide(meeting, FIRST, Verdict.KEEP, "", votes={"CN": Verdict.KEEP}), who)
    catalogue.run(Decide(meeting, FIRST, Verdict.KEEP, ""), who)
    catalogue.run(Decide(meeting, f"{Q}-01", Verdict.KEEP, "", votes={"CN": Verdict.KEEP}), who)
    catalogue.run(OpenRound(round_id), who)
    catalogue.run(Decide(meeting, FIRST, Verdict.KEEP, "", votes={"CN": Verdict.KEEP}), who)
    assert [row.votes for row in catalogue.decisions([P])] == [{"CN": Verdict.KEEP}]


def test_dissents(catalogue: Catalogue, who: Reviewer, meeting: str) -> None:
    decision = run(catalogue, Decide(meeting, FIRST, Verdict.REMOVE, "twice"), who)
    first = run(catalogue, SetDissent(decision, "CN", Position.AGAINST, " we need it "), who)
    catalogue.run(SetDissent(decision, "Observers", Position.CONSIDERING, ""), who)
    assert [(row.delegation, row.position, row.reason) for row in _only(catalogue).dissents] == [
        ("CN", Position.AGAINST, "we need it"),
        ("Observers", Position.CONSIDERING, ""),
    ]
    assert run(catalogue, SetDissent(decision, "CN", Position.RESERVE, "until 2028"), who) == first
    done = catalogue.run(RemoveDissent(_only(catalogue).dissents[1].id), who)
    assert done.procedures == {P}
    assert [(row.id, row.position) for row in _only(catalogue).dissents] == [(first, Position.RESERVE)]
    catalogue.run(RemoveDecision(decision), who)
    assert catalogue.decisions() == ()
    catalogue.undo(who)
    assert [row.id for row in _only(catalogue).dissents] == [first]


def test_dissents_that_are_refused(catalogue: Catalogue, who: Reviewer, meeting: str) -> None:
    decision = run(catalogue, Decide(meeting, FIRST, Verdict.REMOVE, "twice"), who)
    refused(catalogue, SetDissent(decision, "TJ", Position.AGAINST, "no"), who, "delegation")
    refused(catalogue, SetDissent(decision, "CN", Position.FOR, ""), who, "position")
    refused(catalogue, SetDissent(decision, "CN", Position.AGAINST, ""), who, "reason")
    refused(catalogue, SetDissent(decision, "CN", Position.RESERVE, " "), who, "reason")
    for gone in (SetDissent("V-none", "CN", Position.AGAINST, "no"), RemoveDissent("S-none")):
        with pytest.raises(InputError, match="no longer in the catalogue"):
            catalogue.run(gone, who)


def test_notes(catalogue: Catalogue, who: Reviewer, meeting: str) -> None:
    general = run(catalogue, AddNote(meeting, " The chair opens "), who)
    about = catalogue.run(AddNote(meeting, "A question about seals", FIRST), OTHER)
    assert about.procedures == {P}
    first, second = catalogue.notes(meeting)
    assert (first.id, first.step_id, first.text, first.reviewer) == (general, None, "The chair opens", who)
    assert (second.id, second.step_id, second.reviewer) == (about.new_id, FIRST, OTHER)
    assert catalogue.notes("G-none") == ()
    with pytest.raises(InputError, match="only the chair"):
        catalogue.run(RemoveNote(general), OTHER)
    catalogue.run(RemoveNote(second.id), who)  # the chair
    assert catalogue.notes(meeting) == (first,)
    catalogue.undo(OTHER)
    catalogue.run(RemoveNote(second.id), OTHER)
    assert catalogue.notes(meeting) == (first,)


def test_notes_that_are_refused(catalogue: Catalogue, who: Reviewer, meeting: str) -> None:
    refused(catalogue, AddNote(meeting, " "), who, "text")
    refused(catalogue, AddNote(meeting, "x", "nowhere"), who, "step_id")
    refused(catalogue, AddNote(meeting, "x", FOREIGN), who, "step_id")
    for gone in (AddNote("G-none", "x"), RemoveNote("N-none")):
        with pytest.raises(InputError, match="no longer in the catalogue"):
            catalogue.run(gone, who)


def test_the_minutes_of_a_meeting_that_has_ended_are_closed(
    catalogue: Catalogue, who: Reviewer, meeting: str
) -> None:
    decision = run(catalogue, Decide(meeting, FIRST, Verdict.REMOVE, "twice"), who)
    dissent = run(catalogue, SetDissent(decision, "CN", Position.AGAINST, "we need it"), who)
    note = run(catalogue, AddNote(meeting, "A word"), who)
    catalogue.run(EndMeeting(meeting), who)
    before = catalogue.fingerprint()
    for command in (
        Decide(meeting, FIRST, Verdict.KEEP, ""),
        RemoveDecision(decision),
        SetDissent(decision, "KZ", Position.AGAINST, "no"),
        RemoveDissent(dissent),
        AddNote(meeting, "Another word"),
        RemoveNote(note),
        EndMeeting(meeting),
    ):
        with pytest.raises(InputError, match="“Working group” has ended"):
            catalogue.run(command, who)
    assert catalogue.fingerprint() == before
