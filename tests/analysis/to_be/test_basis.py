from dataclasses import replace

from customs_app.analysis.to_be.basis import Chosen, choose
from customs_app.domain.codes import Basis, Verdict
from customs_app.domain.meeting import Decision
from customs_app.domain.review import Mark, Reviewer

KZ, KZ2, UZ, CN = (
    Reviewer("A", "KZ"), Reviewer("B", "KZ"), Reviewer("C", "UZ"), Reviewer("D", "CN"),
)  # fmt: skip
KEEP, REMOVE, MERGE, ONLINE = Verdict.KEEP, Verdict.REMOVE, Verdict.MERGE, Verdict.ONLINE


def mark(step, verdict, who, document=None, *, into=None, at="2026-11-24T10:00:00Z", stale=()):
    return Mark(
        f"{step}-{who.name}-{at[-4:]}", step, verdict, "why", who, at, document, merge_into=into, stale=stale
    )


def decision(step, verdict, at="2026-11-24T12:00:00Z", **more):
    return Decision(f"D-{step}-{at}", "M1", step, verdict, "why", KZ, at, at, **more)


def verdicts(chosen: Chosen):
    return {one.target: one.verdict for one in chosen.applied}


def test_mine_are_the_marks_of_one_reviewer_alone():
    marks = [mark("1", REMOVE, KZ), mark("1", KEEP, KZ2), mark("2", ONLINE, UZ), mark("3", KEEP, KZ, "doc")]
    chosen = choose(marks, [decision("2", REMOVE)], Basis.MINE, KZ)
    assert verdicts(chosen) == {("1", None): REMOVE, ("3", "doc"): KEEP}
    assert chosen.applied[0].by == (KZ,)
    assert chosen.applied[0].mark_ids == (marks[0].id,)
    assert chosen.contested == chosen.single == ()


def test_of_two_own_marks_on_one_target_the_newest_counts():
    marks = [mark("1", REMOVE, KZ, at="2026-11-24T11:00:00Z"), mark("1", KEEP, KZ)]
    assert verdicts(choose(marks, [], Basis.MINE, KZ)) == {("1", None): REMOVE}


def test_proposed_is_what_most_delegations_want_not_most_reviewers():
    marks = [
        mark("1", KEEP, KZ),
        mark("1", KEEP, KZ2),
        mark("1", KEEP, Reviewer("E", "KZ")),
        mark("1", REMOVE, UZ),
        mark("1", REMOVE, CN),
    ]
    chosen = choose(marks, [], Basis.PROPOSED, KZ)
    assert verdicts(chosen) == {("1", None): REMOVE}
    assert chosen.applied[0].by == (UZ, CN)


def test_a_tie_of_delegations_is_contested_and_not_applied():
    marks = [mark("1", KEEP, KZ), mark("1", REMOVE, UZ), mark("1", KEEP, KZ2, "doc"), mark("2", ONLINE, CN)]
    chosen = choose(marks, [], Basis.PROPOSED, KZ)
    assert chosen.contested == (("1", None),)
    assert verdicts(chosen) == {("1", "doc"): KEEP, ("2", None): ONLINE}


def test_a_delegation_of_two_minds_has_no_say():
    marks = [mark("1", KEEP, KZ), mark("1", ONLINE, KZ2), mark("1", REMOVE, UZ)]
    assert verdicts(choose(marks, [], Basis.PROPOSED, KZ)) == {("1", None): REMOVE}
    assert choose(marks[:2], [], Basis.PROPOSED, KZ).contested == (("1", None),)


def test_merging_into_different_steps_is_contested():
    marks = [mark("3", MERGE, KZ, into="1"), mark("3", MERGE, UZ, into="2")]
    assert choose(marks, [], Basis.PROPOSED, KZ).contested == (("3", None),)
    assert choose(marks, [], Basis.AGREED, KZ).contested == (("3", None),)
    (one,) = choose([*marks, mark("3", MERGE, CN, into="2")], [], Basis.PROPOSED, KZ).applied
    assert one.merge_into == "2"
    (none,) = choose([mark("3", MERGE, KZ), mark("3", MERGE, UZ)], [], Basis.AGREED, KZ).applied
    assert none.merge_into is None


def test_agreed_needs_two_delegations_and_no_dissent():
    marks = [
        mark("1", REMOVE, KZ),
        mark("1", REMOVE, KZ2),
        mark("2", REMOVE, KZ),
        mark("2", REMOVE, UZ),
        mark("3", REMOVE, KZ),
        mark("3", REMOVE, UZ),
        mark("3", KEEP, CN),
        mark("4", REMOVE, UZ),
        mark("4", REMOVE, CN),
        mark("4", REMOVE, KZ),
        mark("4", KEEP, KZ2),
    ]
    chosen = choose(marks, [], Basis.AGREED, KZ)
    assert verdicts(chosen) == {("2", None): REMOVE}
    assert chosen.single == (("1", None),)
    assert chosen.contested == (("3", None), ("4", None))


def test_the_newest_decision_of_a_meeting_outranks_marks():
    marks = [mark("1", REMOVE, KZ), mark("1", REMOVE, UZ)]
    decisions = [decision("1", ONLINE, "2026-11-25T09:00:00Z"), decision("1", KEEP)]
    (one,) = choose(marks, decisions, Basis.AGREED, KZ).applied
    assert (one.verdict, one.decision_id, one.mark_ids) == (ONLINE, decisions[0].id, ())
    assert verdicts(choose(marks, [], Basis.AGREED, KZ)) == {("1", None): REMOVE}
    assert verdicts(choose(marks, decisions, Basis.PROPOSED, KZ)) == {("1", None): REMOVE}


def test_a_decision_on_a_document_leaves_the_step_to_its_marks():
    chosen = choose([mark("1", REMOVE, KZ)], [decision("1", KEEP, document_id="doc")], Basis.AGREED, KZ)
    assert verdicts(chosen) == {("1", "doc"): KEEP}
    assert chosen.single == (("1", None),)


def test_stale_ones_are_applied_but_named():
    old = mark("1", REMOVE, KZ, stale=("channel",))
    other = mark("2", REMOVE, UZ, stale=("channel",))
    assert choose([old, other], [], Basis.MINE, KZ).stale == (old.id,)
    stale = replace(decision("1", KEEP), stale=("channel",))
    assert choose([old], [stale], Basis.AGREED, KZ).stale == (stale.id,)


def test_order_of_marks_does_not_matter():
    marks = [mark("1", REMOVE, KZ), mark("2", ONLINE, UZ), mark("1", REMOVE, UZ), mark("2", ONLINE, CN)]
    for basis in (Basis.PROPOSED, Basis.AGREED):
        one, other = choose(marks, [], basis, KZ), choose(marks[::-1], [], basis, KZ)
        assert verdicts(one) == verdicts(other)
        assert [a.target for a in one.applied] == [a.target for a in other.applied]
