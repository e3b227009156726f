"""The votes of delegations on a step: what most of their reviewers want, and how far these agree."""

from hypothesis import given
from hypothesis import strategies as st

from customs_app.analysis.opinions import contested_steps
from customs_app.analysis.votes import votes
from customs_app.domain.codes import Verdict
from customs_app.domain.review import Mark, Reviewer

KEEP, REMOVE, ONLINE = Verdict.KEEP, Verdict.REMOVE, Verdict.ONLINE


def _mark(
    delegation: str, verdict: Verdict, at: str = "1", *, step: str = "s1", document: str | None = None
) -> Mark:
    who = Reviewer(f"Delegate of {delegation}", delegation)
    return Mark(f"{delegation}-{at}-{document}", step, verdict, "why", who, at, document)


def test_each_delegation_votes_as_most_of_its_reviewers_want() -> None:
    marks = [_mark("KZ", REMOVE, "1"), _mark("KZ", REMOVE, "2"), _mark("KZ", KEEP, "3"), _mark("UZ", REMOVE)]
    found = votes("s1", marks, ("UZ", "KZ"))
    assert [vote.delegation for vote in found.votes] == ["UZ", "KZ"]
    assert found.votes[1].verdict is REMOVE
    assert found.votes[1].verdicts == (KEEP, REMOVE)
    assert (found.majority, found.agree, found.of) == (REMOVE, 2, 2)
    assert found.by_delegation == {"UZ": REMOVE, "KZ": REMOVE}


def test_a_delegation_of_two_minds_has_no_vote() -> None:
    found = votes("s1", [_mark("KZ", REMOVE, "1"), _mark("KZ", KEEP, "2"), _mark("UZ", KEEP)], ())
    assert found.votes[0].verdicts == (KEEP, REMOVE)
    assert found.by_delegation == {"UZ": KEEP}
    assert (found.majority, found.agree, found.of) == (KEEP, 1, 1)


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


def test_contested_is_where_more_than_one_verdict_is_given() -> None:
    marks = [
        *(_mark("KZ", KEEP), _mark("UZ", KEEP)),
        *(_mark("KZ", KEEP, step="s2"), _mark("UZ", ONLINE, step="s2")),
        *(_mark("KZ", KEEP, step="s3", document="D1"), _mark("UZ", ONLINE, step="s3")),
        *(_mark("KZ", KEEP, step="s4", document="D1"), _mark("UZ", ONLINE, step="s4", document="D1")),
    ]
    assert contested_steps(marks) == {"s2", "s4"}


def test_what_reviewers_of_one_delegation_want_otherwise_is_contested_too() -> None:
    assert contested_steps([_mark("KZ", ONLINE, "2"), _mark("KZ", KEEP, "1")]) == {"s1"}


_MARKS = st.lists(
    st.builds(
        _mark, st.sampled_from("ABCD"), st.sampled_from([KEEP, REMOVE, ONLINE]), st.sampled_from("1234")
    ),
    unique_by=lambda mark: mark.id,
)


@given(_MARKS)
def test_the_agreement_never_exceeds_the_votes_and_falls_short_only_where_it_is_contested(
    marks: list[Mark],
) -> None:
    found = votes("s1", marks, ("A",))
    assert 0 <= found.agree <= found.of == len(found.by_delegation)
    assert found.of <= len({mark.reviewer.delegation for mark in marks})
    assert found.agree == found.of or contested_steps(marks)
