from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from customs_app.analysis.blind import seen
from customs_app.domain.codes import RoundState, Verdict
from customs_app.domain.meeting import Round
from customs_app.domain.review import Mark, Reviewer

ANNA, AIDOS, LI = Reviewer("Anna", "RU"), Reviewer("Aidos", "KZ"), Reviewer("Li", "CN")
PROCEDURE = {"KZ1": "KZ-P", "KZ2": "KZ-P", "UZ1": "UZ-P"}


def mark(step: str, who: Reviewer, document: str | None = None) -> Mark:
    id_ = f"{step}-{who.name}-{document}"
    return Mark(id_, step, Verdict.REMOVE, "twice", who, "2026-11-24T09:00:00Z", document)


def round_(*procedures: str, state: RoundState = RoundState.BLIND, at: str = "2026-11-24T08:00:00Z") -> Round:
    return Round("R", 1, procedures, state, AIDOS, at)


def test_without_a_round_all_marks_are_seen():
    marks = (mark("KZ1", ANNA), mark("KZ1", AIDOS))
    for who in (ANNA, None):
        view = seen(marks, (), who, PROCEDURE)
        assert (view.marks, view.hidden) == (marks, {})


def test_in_a_blind_round_only_ones_own_are_seen_and_of_others_that_they_marked():
    own, other, third = mark("KZ1", ANNA), mark("KZ1", AIDOS), mark("KZ2", LI)
    view = seen((third, own, other), (round_("KZ-P"),), ANNA, PROCEDURE)
    assert view.marks == (own,)
    assert view.hidden == {"KZ2": (LI,), "KZ1": (AIDOS,)}


def test_several_marks_of_one_reviewer_on_a_step_name_him_once():
    marks = (mark("KZ1", AIDOS), mark("KZ1", LI), mark("KZ1", AIDOS, "invoice"))
    assert seen(marks, (round_(),), ANNA, PROCEDURE).hidden == {"KZ1": (AIDOS, LI)}


def test_other_procedures_than_those_of_the_round_are_seen():
    marks = (mark("KZ1", AIDOS), mark("UZ1", AIDOS))
    view = seen(marks, (round_("KZ-P"),), ANNA, PROCEDURE)
    assert (view.marks, list(view.hidden)) == ((marks[1],), ["KZ1"])


def test_a_round_over_no_named_procedures_is_over_all():
    marks = (mark("KZ1", AIDOS), mark("UZ1", AIDOS))
    assert seen(marks, (round_(),), ANNA, PROCEDURE).marks == ()


def test_an_opened_round_shows_all():
    marks = (mark("KZ1", AIDOS),)
    assert seen(marks, (round_(state=RoundState.OPEN),), ANNA, PROCEDURE).marks == marks


def test_one_blind_round_hides_what_another_has_opened():
    rounds = (round_(state=RoundState.OPEN), round_("KZ-P"))
    assert seen((mark("KZ1", AIDOS),), rounds, ANNA, PROCEDURE).marks == ()


def test_marks_made_before_the_round_began_are_hidden_too():
    later = round_(at="2026-11-30T08:00:00Z")
    assert seen((mark("KZ1", AIDOS),), (later,), ANNA, PROCEDURE).marks == ()


def test_the_same_person_for_another_delegation_is_another_reviewer():
    marks = (mark("KZ1", Reviewer("Anna", "KZ")), mark("KZ1", Reviewer("Pjotr", "RU")))
    assert seen(marks, (round_(),), ANNA, PROCEDURE).marks == ()


def test_nobody_sees_nothing_in_a_blind_round():
    assert seen((mark("KZ1", AIDOS),), (round_(),), None, PROCEDURE).marks == ()


def test_a_mark_on_a_step_of_no_known_procedure_is_not_shown_while_a_round_is_blind():
    marks = (mark("lost", AIDOS),)
    assert seen(marks, (round_("KZ-P"),), ANNA, PROCEDURE).marks == ()
    assert seen(marks, (round_("KZ-P", state=RoundState.OPEN),), ANNA, PROCEDURE).marks == marks


_MARKS = st.lists(st.builds(mark, st.sampled_from([*PROCEDURE, "lost"]), st.sampled_from([ANNA, AIDOS, LI])))


@given(_MARKS, st.sampled_from([(), ("KZ-P",), ("UZ-P",)]))
def test_every_mark_is_either_seen_or_its_reviewer_is_named(marks: Sequence[Mark], over: tuple[str, ...]):
    view = seen(marks, (round_(*over),), ANNA, PROCEDURE)
    missing = [one for one in marks if one not in view.marks]
    assert {(one.step_id, one.reviewer) for one in missing} == {
        (step, who) for step, whos in view.hidden.items() for who in whos
    }
    assert all(one.reviewer != ANNA for one in missing)
