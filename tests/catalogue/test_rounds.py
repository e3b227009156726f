"""Blind rounds, and what is said under marks."""

import pytest

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.commands import (
    AddComment,
    EditComment,
    OpenRound,
    RemoveComment,
    RemoveMark,
    SetMark,
    StartRound,
)
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import RoundState, Verdict
from customs_app.domain.errors import InputError
from customs_app.domain.review import Reviewer

RAIL, ROAD, OTHER_COUNTRY = "KZ-P-import-rail", "KZ-P-import-road", "UZ-P-import-road"
FIRST = f"{RAIL}-01"
OTHER = Reviewer("Li Wei", "CN")


def _new(changes_id: str | None) -> str:
    assert changes_id is not None
    return changes_id


def test_a_round_is_started_and_opened(catalogue: Catalogue, who: Reviewer) -> None:
    done = catalogue.run(StartRound((RAIL, OTHER_COUNTRY, RAIL)), who)
    (blind,) = catalogue.rounds()
    assert (blind.id, blind.number, blind.procedures) == (done.new_id, 1, (RAIL, OTHER_COUNTRY))
    assert (blind.state, blind.started_by) == (RoundState.BLIND, who)
    assert blind.started_at.endswith("+00:00")
    assert (blind.opened_by, blind.opened_at) == (None, None)
    assert done.procedures == {RAIL, OTHER_COUNTRY}
    assert done.tables == {"round"}

    opened = catalogue.run(OpenRound(blind.id), OTHER)
    (after,) = catalogue.rounds()
    assert (after.state, after.opened_by) == (RoundState.OPEN, OTHER)
    assert after.opened_at is not None
    assert after.started_by == who
    assert str(opened.label) == "Open round 1: all marks are seen"


def test_an_opening_is_taken_back_by_undo_alone_also_after_a_restart(
    catalogue: Catalogue, who: Reviewer
) -> None:
    round_id = _new(catalogue.run(StartRound(()), who).new_id)
    catalogue.run(OpenRound(round_id), who)
    with pytest.raises(InputError, match="opened already"):
        catalogue.run(OpenRound(round_id), who)
    with open_catalogue(catalogue.path) as again:
        again.undo(OTHER)
        (row,) = again.rounds()
        assert (row.state, row.opened_by, row.opened_at) == (RoundState.BLIND, None, None)
        again.redo(OTHER)
        assert again.rounds()[0].opened_by == who


def test_a_round_without_procedures_is_about_all(catalogue: Catalogue, who: Reviewer) -> None:
    done = catalogue.run(StartRound(), who)
    assert catalogue.rounds()[0].procedures == ()
    assert len(done.procedures) == catalogue.counts().procedures


@pytest.mark.parametrize(
    ("first", "second"), [((), (RAIL,)), ((RAIL,), ()), ((RAIL, ROAD), (OTHER_COUNTRY, ROAD)), ((), ())]
)
def test_a_procedure_stands_in_one_blind_round_at_most(
    catalogue: Catalogue, who: Reviewer, first: tuple[str, ...], second: tuple[str, ...]
) -> None:
    round_id = _new(catalogue.run(StartRound(first), who).new_id)
    with pytest.raises(InputError, match="Round 1 is still blind"):
        catalogue.run(StartRound(second), OTHER)
    assert len(catalogue.rounds()) == 1
    catalogue.run(OpenRound(round_id), who)
    catalogue.run(StartRound(second), OTHER)
    assert [(row.number, row.state) for row in catalogue.rounds()] == [
        (1, RoundState.OPEN),
        (2, RoundState.BLIND),
    ]


def test_rounds_over_other_procedures_may_be_blind_beside_each_other(
    catalogue: Catalogue, who: Reviewer
) -> None:
    catalogue.run(StartRound((RAIL,)), who)
    catalogue.run(StartRound((ROAD,)), who)
    assert [row.number for row in catalogue.rounds()] == [1, 2]


def test_rounds_that_are_refused(catalogue: Catalogue, who: Reviewer) -> None:
    with pytest.raises(InputError) as raised:
        catalogue.run(StartRound(("nowhere",)), who)
    assert [problem.column for problem in raised.value.problems] == ["procedures"]
    with pytest.raises(InputError, match="no longer in the catalogue"):
        catalogue.run(OpenRound("R-none"), who)
    assert catalogue.rounds() == ()
    assert catalogue.history() == ()


def test_comments_under_a_mark(catalogue: Catalogue, who: Reviewer) -> None:
    mark_id = _new(catalogue.run(SetMark(FIRST, Verdict.REMOVE, "twice"), who).new_id)
    comment_id = _new(catalogue.run(AddComment(mark_id, " Where else? "), OTHER).new_id)
    answer = catalogue.run(AddComment(mark_id, "At the single window"), who)
    assert answer.procedures == {RAIL}
    first, second = catalogue.comments()
    assert (first.id, first.mark_id, first.text, first.reviewer) == (
        comment_id,
        mark_id,
        "Where else?",
        OTHER,
    )
    assert second.text == "At the single window"
    assert catalogue.comments(["M-other"]) == ()
    assert catalogue.comments([mark_id]) == (first, second)

    catalogue.run(EditComment(comment_id, "Where exactly?"), OTHER)
    assert {comment.text for comment in catalogue.comments()} == {"Where exactly?", "At the single window"}
    assert catalogue.run(EditComment(comment_id, "Where exactly? "), OTHER).entry_id is None
    catalogue.run(RemoveComment(comment_id), OTHER)
    assert [comment.id for comment in catalogue.comments()] == [second.id]
    catalogue.undo(who)
    assert len(catalogue.comments()) == 2


def test_comments_that_are_refused(catalogue: Catalogue, who: Reviewer) -> None:
    mark_id = _new(catalogue.run(SetMark(FIRST, Verdict.REMOVE, "twice"), who).new_id)
    comment_id = _new(catalogue.run(AddComment(mark_id, "Why?"), OTHER).new_id)
    for other in (EditComment(comment_id, "I agree"), RemoveComment(comment_id)):
        with pytest.raises(InputError, match=r"Li Wei \(CN\)"):
            catalogue.run(other, who)
    for command in (AddComment(mark_id, " \n"), EditComment(comment_id, "")):
        with pytest.raises(InputError) as raised:
            catalogue.run(command, OTHER)
        assert [problem.column for problem in raised.value.problems] == ["text"]
    for gone in (AddComment("M-none", "?"), EditComment("C-none", "?"), RemoveComment("C-none")):
        with pytest.raises(InputError, match="no longer in the catalogue"):
            catalogue.run(gone, who)
    assert [comment.text for comment in catalogue.comments()] == ["Why?"]


def test_in_a_blind_round_nobody_comments_on_what_is_not_seen(catalogue: Catalogue, who: Reviewer) -> None:
    mark_id = _new(catalogue.run(SetMark(FIRST, Verdict.REMOVE, "twice"), who).new_id)
    round_id = _new(catalogue.run(StartRound((RAIL,)), who).new_id)
    with pytest.raises(InputError, match="Round 1 is still blind"):
        catalogue.run(AddComment(mark_id, "Why?"), OTHER)
    catalogue.run(AddComment(mark_id, "my own"), who)
    catalogue.run(OpenRound(round_id), who)
    catalogue.run(AddComment(mark_id, "Why?"), OTHER)
    assert len(catalogue.comments()) == 2


def test_a_mark_taken_back_takes_its_comments_along(catalogue: Catalogue, who: Reviewer) -> None:
    mark_id = _new(catalogue.run(SetMark(FIRST, Verdict.REMOVE, "twice"), who).new_id)
    catalogue.run(AddComment(mark_id, "Why?"), OTHER)
    done = catalogue.run(RemoveMark(mark_id), who)
    assert done.tables == {"mark", "comment"}
    assert done.procedures == {RAIL}
    assert catalogue.comments() == ()
    catalogue.undo(who)
    assert [comment.text for comment in catalogue.comments([mark_id])] == ["Why?"]


def test_a_mark_decided_anew_keeps_its_comments(catalogue: Catalogue, who: Reviewer) -> None:
    mark_id = _new(catalogue.run(SetMark(FIRST, Verdict.REMOVE, "twice"), who).new_id)
    catalogue.run(AddComment(mark_id, "Why?"), OTHER)
    catalogue.run(SetMark(FIRST, Verdict.KEEP, ""), who)
    assert [comment.mark_id for comment in catalogue.comments()] == [mark_id]
