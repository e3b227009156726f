"""One step done as part of another."""

import pytest

from customs_app.analysis.case import BASE, WORST
from customs_app.analysis.rules.saving import merging
from customs_app.analysis.to_be.change import Outcome
from customs_app.analysis.to_be.uncertainty import pair
from customs_app.domain.codes import Channel, CostKind, Role, TimeKind, Verdict
from customs_app.domain.figures import Coverage, Money, Range
from tests.analysis.made import L, fee, hours, procedure, step
from tests.analysis.to_be.applied import applied, effect_of, said, verdict, waits

MERGE, REMOVE, RISK, ONLINE = Verdict.MERGE, Verdict.REMOVE, Verdict.RISK_BASED, Verdict.ONLINE
INPUT, OUTPUT, SHOWN = Role.INPUT, Role.OUTPUT, Role.SHOWN


def pay(one=None, other=None):
    """Two payments after one declaration, and what comes after each."""
    return procedure(
        step("1", time=hours(1)),
        step("2", "1", time=one or hours(2), cost=fee(10), channel=Channel.IN_PERSON),
        step("3", "1", time=other or hours(5), cost=fee(7, "KZT"), channel=Channel.IN_PERSON, visits=2),
        step("4", "3", time=hours(1)),
        uses={
            "2": [("invoice", INPUT), ("permit", OUTPUT)],
            "3": [("proforma", INPUT), ("cmr", INPUT), ("phyto", OUTPUT)],
        },
    )


def test_the_two_last_as_long_as_the_longer_and_their_fees_stay():
    full = pay()
    found = effect_of(full, verdict("3", MERGE, into="2"))
    assert found.procedure.full.step("2").time.hours == Range(5, 5, 5)
    assert found.saved.effort == Range(2, 2, 2)
    assert found.saved.elapsed == Range(0, 0, 0)
    assert set(found.to_be.cost) == {Money(10, "USD"), Money(7, "KZT")}
    assert found.saved.cost is None
    assert found.to_be.steps == 3
    assert found.to_be.cost_covered == Coverage(2, 4)
    assert found.procedure.merged == {"3": "2"}


def test_what_came_after_comes_after_the_step_that_takes_it_in():
    to_be = applied(pay(), verdict("3", MERGE, into="2"))
    assert set(waits(to_be.full)["4"]) == {"1", "2"}


def test_visits_are_those_of_the_one_that_takes_more_and_documents_are_brought_once():
    found = effect_of(pay(), verdict("3", MERGE, into="2"))
    assert found.procedure.full.step("2").visits == 2
    assert found.saved.visits == 1
    assert [use.document_id for use in found.procedure.full.uses["2"]] == [
        "invoice", "permit", "cmr", "phyto",
    ]  # fmt: skip
    assert (found.saved.handovers, found.saved.documents) == (1, 1)


@pytest.mark.parametrize(
    ("one", "other"), [(hours(2), hours(5)), (hours(5, least=1, most=9), hours(4, most=6))]
)
def test_it_saves_what_rules_that_suggest_a_merger_promise(one, other):
    full = pay(one, other)
    (change,) = applied(full, verdict("3", MERGE, into="2")).changes
    promised = merging(full, [full.step("2"), full.step("3")])
    assert change.saves.visits == promised.visits
    assert change.saves.hours is not None
    assert promised.hours is not None
    assert change.saves.hours.typ == promised.hours.typ


def test_a_time_that_cannot_be_compared_still_counts():
    full = pay(one=hours())
    found = effect_of(full, verdict("3", MERGE, into="2"))
    assert found.to_be.elapsed == found.as_is.elapsed
    assert found.saved.elapsed is None
    assert found.to_be.time_covered == Coverage(2, 3)
    assert "Its own time still counts" in said(found)


def test_a_limit_stays_the_most_of_the_two():
    full = pay(one=hours(2), other=hours(most=24, kind=L))
    found = effect_of(full, verdict("3", MERGE, into="2"))
    assert found.procedure.full.step("2").time.hours == Range(2, 2, 24)
    assert found.procedure.full.step("2").time.kind is TimeKind.DURATION
    limits = pay(one=hours(most=10, kind=L), other=hours(most=24, kind=L))
    both = applied(limits, verdict("3", MERGE, into="2")).full.step("2").time
    assert (both.hours, both.kind) == (Range(max=24), TimeKind.LIMIT)


def test_documents_of_a_step_that_only_some_meet_stay_on_its_condition():
    full = procedure(
        step("1", visits=1),
        step("2", "1", condition="animals", cost=fee(8), visits=1),
        uses={"1": [("invoice", INPUT)], "2": [("invoice", INPUT), ("permit", INPUT), ("cmr", OUTPUT)]},
    )
    base = effect_of(full, verdict("2", MERGE, into="1"))
    assert (base.as_is.handovers, base.to_be.handovers) == (1, 1)
    assert base.to_be.cost == ()
    worst = effect_of(full, verdict("2", MERGE, into="1"), case=WORST)
    assert (worst.as_is.handovers, worst.to_be.handovers) == (3, 2)
    assert worst.to_be.cost == (Money(8, "USD"),)
    assert worst.saved.visits == 1
    assert "Asked for as before, on its condition: Permit." in said(worst)


def test_a_document_that_was_only_shown_is_handed_in_where_both_are_one():
    full = procedure(step("1"), step("2", "1"), uses={"1": [("cmr", SHOWN)], "2": [("cmr", INPUT)]})
    found = effect_of(full, verdict("2", MERGE, into="1"))
    assert (found.saved.handovers, found.saved.shown) == (0, 1)
    assert found.to_be.handovers == 1


def test_what_only_some_meet_adds_nothing_to_the_step_that_all_meet():
    """Ten hours and three visits of those that have animals are no matter of the others."""
    full = procedure(
        step("1", time=hours(2), visits=1),
        step("2", "1", condition="animals", time=hours(10), visits=3),
        step("3", "1", condition="animals", time=hours(1, most=2), visits=1),
    )
    both = (verdict("2", MERGE, into="1"), verdict("3", MERGE, into="1"))
    base = effect_of(full, *both)
    assert base.to_be.elapsed == base.as_is.elapsed == Range(2, 2, 2)
    assert (base.as_is.visits, base.to_be.visits) == (1, 1)
    drawn = pair(full, base.procedure, BASE, draws=20)
    assert (drawn.to_be.p10, drawn.to_be.p90) == (2, 2)
    worst = effect_of(full, *both, case=WORST)
    assert worst.to_be.elapsed == Range(12, 12, 12)
    assert worst.saved.effort == Range(1, 1, 2)
    assert (worst.as_is.visits, worst.to_be.visits) == (5, 3)
    assert [one.saves.visits for one in worst.changes] == [1, 1]
    assert "Its own time still counts on its condition" in said(worst)
    assert "On its condition it takes 2 visits more." in said(worst)


def refused(full, *verdicts):
    to_be = applied(full, *verdicts)
    assert {one.outcome for one in to_be.changes if one.verdict is MERGE} == {Outcome.NOTHING}
    return said(to_be)


def test_nothing_is_merged_into_what_some_do_not_meet():
    exclusive = procedure(step("1", choice="c:a"), step("2", choice="c:b"))
    assert "not every consignment" in refused(exclusive, verdict("2", MERGE, into="1"))
    seldom = procedure(step("1", condition="if"), step("2"))
    assert "not every consignment" in refused(seldom, verdict("2", MERGE, into="1"))
    other = procedure(step("1", condition="if"), step("2", condition="when"))
    assert "not every consignment" in refused(other, verdict("2", MERGE, into="1"))
    assert "not every consignment" in refused(pay(), verdict("2", MERGE, into="1"), verdict("1", RISK))


def test_nothing_is_merged_into_what_is_not_named_or_removed():
    assert "not said into which" in refused(pay(), verdict("2", MERGE))
    assert "not said into which" in refused(pay(), verdict("2", MERGE, into="elsewhere"))
    assert "is removed itself" in refused(pay(), verdict("2", MERGE, into="3"), verdict("3", REMOVE))


def test_a_chain_of_mergers_ends_in_its_last_step():
    full = procedure(*(step(name, time=hours(int(name))) for name in "123"))
    to_be = applied(full, verdict("1", MERGE, into="2"), verdict("2", MERGE, into="3"))
    assert to_be.merged == {"1": "3", "2": "3"}
    assert [one.id for one in to_be.full.steps] == ["3"]
    assert to_be.full.step("3").time.hours == Range(3, 3, 3)


def test_a_chain_whose_end_cannot_be_stays_at_the_step_before():
    full = procedure(step("1"), step("2"), step("3", condition="if"))
    to_be = applied(full, verdict("1", MERGE, into="2"), verdict("2", MERGE, into="3"))
    assert to_be.merged == {"1": "2"}


def test_steps_merged_into_one_another_meet_in_the_first():
    full = procedure(step("1", time=hours(2)), step("2", time=hours(3)), step("3", time=hours(9)))
    to_be = applied(full, verdict("1", MERGE, into="2"), verdict("2", MERGE, into="1"))
    assert to_be.merged == {"2": "1"}
    assert "Step 1 stays: it takes in the steps" in said(to_be)
    three = applied(
        full, verdict("1", MERGE, into="2"), verdict("2", MERGE, into="3"), verdict("3", MERGE, into="2")
    )
    assert three.merged == {"1": "2", "3": "2"}


def test_merging_may_make_others_wait_and_says_so():
    """What comes after either now waits for what either waited for."""
    full = procedure(
        step("1", time=hours(10)),
        step("2", "1", time=hours(1)),
        step("3", time=hours(1)),
        step("4", "3", time=hours(10)),
    )
    found = effect_of(full, verdict("2", MERGE, into="3"))
    assert found.as_is.elapsed == Range(11, 11, 11)
    assert found.to_be.elapsed == Range(21, 21, 21)
    assert found.saved.elapsed == Range(-10, -10, -10)
    assert any("10.0 h more" in str(one) for one in found.sentences)
    assert any("wait" in str(one) for one in found.sentences)


def test_no_step_waits_for_one_that_waits_for_it():
    full = procedure(
        step("1", time=hours(1)), step("2", "1", time=hours(5)), step("3", "2", time=hours(2)), step("4", "3")
    )
    first = applied(full, verdict("1", MERGE, into="3"))
    assert set(waits(first.full)["3"]) == {"2"}
    assert waits(first.full)["2"] == ()
    last = applied(full, verdict("3", MERGE, into="1"))
    assert set(waits(last.full)["4"]) == {"2", "1"}
    assert waits(last.full)["2"] == ("1",)


def test_the_cost_of_an_aggregate_stays_whole():
    full = procedure(
        step("1"),
        step("2", "1", cost=fee(60, kind=CostKind.AGGREGATE, covers=["2", "3"])),
        step("3", "2", cost=fee(9)),
    )
    found = effect_of(full, verdict("2", MERGE, into="1"))
    assert found.to_be.cost == found.as_is.cost == (Money(60, "USD"),)


def test_an_online_step_takes_the_visit_of_the_other_unless_it_is_moved_online_too():
    full = procedure(step("1", channel=Channel.ONLINE), step("2", channel=Channel.IN_PERSON))
    found = effect_of(full, verdict("2", MERGE, into="1"))
    assert found.saved.visits == 0
    assert found.procedure.full.step("1").channel is Channel.IN_PERSON
    paper = procedure(step("1", channel=Channel.PAPER, visits=1), step("2", channel=Channel.IN_PERSON))
    both = effect_of(paper, verdict("2", MERGE, into="1"), verdict("1", ONLINE))
    assert both.saved.visits == 2
