"""The votes of delegations on a step: their newest marks, and how far these agree."""

from hypothesis import given
from hypothesis import strategies as st

from customs_app.analysis.votes import contested, votes
from customs_app.domain.codes import Verdict
from customs_app.domain.review import Mark, Reviewer

KEEP, REMOVE, ONLINE = Verdict.KEEP, Verdict.REMOVE, Verdict.ONLINE


def _mark(
    delegation: str, verdict: Verdict, at: str = "1", *, step: str = "s1", document: str | None = None
) -> Mark:
    who = Reviewer(f"Delegate of {delegation}", delegation)
    return Mark(f"{delegation}-{at}-{document}", step, verdict, "why", who, at, document)


def test_each_delegation_votes_with_its_newest_mark() -> None:
    found = votes("s1", [_mark("KZ", REMOVE, "2"), _mark("KZ", KEEP, "1"), _mark("UZ", REMOVE)], ("UZ", "KZ"))
    assert [vote.delegation for vote in found.votes] == ["UZ", "KZ"]
    assert found.votes[1].verdict is REMOVE
    assert found.votes[1].verdicts == (REMOVE, KEEP)
    assert (found.majority, found.agree, found.of) == (REMOVE, 2, 2)
    assert found.by_delegation == {"UZ": REMOVE, "KZ": REMOVE}


def test_marks_on_documents_and_on_other_steps_are_no_votes_on_the_step() -> None:
    marks = [_mark("KZ", KEEP, document="D1"), _mark("UZ", KEEP, step="s2")]
    found = votes("s1", marks, ("KZ",))
    assert [(vote.delegation, vote.verdict) for vote in found.votes] == [("KZ", None)]
    assert (found.majority, found.agree, found.of) == (None, 0, 0)


def test_two_equally_strong_verdicts_have_no_majority() -> None:
    found = votes("s1", [_mark("KZ", KEEP), _mark("UZ", REMOVE)], ())
    assert (found.majority, found.agree, found.of) == (None, 1, 2)
    assert [vote.delegation for vote in found.votes] == ["KZ", "UZ"]


def test_who_marked_in_a_blind_round_is_named_without_the_verdict() -> None:
    found = votes("s1", [_mark("KZ", KEEP)], ("KZ", "IR", "UZ"), [Reviewer("Somebody", "UZ")])
    assert [(vote.delegation, vote.verdict, vote.hidden) for vote in found.votes] == [
        ("KZ", KEEP, False),
        ("IR", None, False),
        ("UZ", None, True),
    ]
    assert found.of == 1


def test_contested_is_what_delegations_want_otherwise_than_others() -> None:
    marks = [
        *(_mark("KZ", KEEP), _mark("UZ", KEEP)),
        *(_mark("KZ", KEEP, step="s2"), _mark("UZ", ONLINE, step="s2")),
        *(_mark("KZ", KEEP, step="s3", document="D1"), _mark("UZ", ONLINE, step="s3")),
        *(_mark("KZ", KEEP, step="s4", document="D1"), _mark("UZ", ONLINE, step="s4", document="D1")),
    ]
    assert contested(marks) == {"s2", "s4"}


def test_a_delegation_that_has_come_round_contests_nothing() -> None:
    marks = [_mark("KZ", ONLINE, "3"), _mark("KZ", KEEP, "1"), _mark("UZ", ONLINE, "2")]
    assert contested(marks) == frozenset()


_MARKS = st.lists(
    st.builds(
        _mark, st.sampled_from("ABCD"), st.sampled_from([KEEP, REMOVE, ONLINE]), st.sampled_from("1234")
    ),
    unique_by=lambda mark: mark.id,
)


@given(_MARKS)
def test_agreement_never_exceeds_the_votes_and_contests_exactly_where_it_falls_short(
    marks: list[Mark],
) -> None:
    found = votes("s1", marks, ("A",))
    assert 0 <= found.agree <= found.of == len(found.by_delegation)
    assert len({mark.reviewer.delegation for mark in marks}) == found.of
    assert bool(contested(marks)) == (found.agree < found.of)
