"""What each verdict changes."""

import pytest

from customs_app.analysis.case import BASE, WORST, Case
from customs_app.analysis.to_be.change import Kind, Outcome
from customs_app.analysis.to_be.effect import effect
from customs_app.analysis.to_be.step_verdicts import WHERE_RISK
from customs_app.analysis.totals import totals
from customs_app.domain.codes import CaseKind, Channel, Role, Verdict
from customs_app.domain.figures import Money, Range
from customs_app.domain.review import Saving
from tests.analysis.made import L, fee, hours, procedure, step
from tests.analysis.to_be.applied import applied, effect_of, known, said, verdict, waits

KEEP, REMOVE, MERGE, ONCE = Verdict.KEEP, Verdict.REMOVE, Verdict.MERGE, Verdict.SUBMIT_ONCE
PARALLEL, ONLINE, RISK, LAW = Verdict.PARALLEL, Verdict.ONLINE, Verdict.RISK_BASED, Verdict.LAW_FIRST
INPUT, OUTPUT = Role.INPUT, Role.OUTPUT


def chain():
    return procedure(
        step("1", time=hours(2)),
        step("2", "1", time=hours(3), cost=fee(10), channel=Channel.IN_PERSON),
        step("3", "2", time=hours(4)),
        step("4", "1", time=hours(1), cost=fee(5)),
        uses={"1": [("permit", OUTPUT)], "2": [("invoice", INPUT)], "3": [("permit", INPUT)]},
    )


def test_nothing_applied_changes_nothing():
    full = chain()
    to_be = applied(full)
    assert to_be.full == to_be.counted == full
    assert to_be.changes == ()


def test_verdicts_on_steps_of_other_procedures_are_passed_over():
    assert applied(chain(), verdict("9", REMOVE)).full == chain()


def test_two_verdicts_about_one_target_are_refused():
    with pytest.raises(ValueError, match="one target"):
        applied(chain(), verdict("1", REMOVE), verdict("1", KEEP))


def test_keep_and_law_first_change_nothing():
    to_be = applied(chain(), verdict("2", KEEP), verdict("3", LAW), verdict("2", LAW, "invoice"))
    assert to_be.full == chain()
    assert [one.outcome for one in to_be.changes] == [Outcome.KEPT, Outcome.WAITING, Outcome.WAITING]
    assert all(one.saves == Saving() for one in to_be.changes)
    assert "Step 2: It stays as it is. Step 2, Invoice: The law has to be changed first" in said(to_be)


def test_a_removed_step_hands_its_predecessors_on_and_saves_what_it_takes():
    to_be = applied(chain(), verdict("2", REMOVE))
    assert waits(to_be.full) == {"1": (), "3": ("1",), "4": ("1",)}
    assert "2" not in to_be.full.uses
    (change,) = to_be.changes
    assert change.saves == Saving(Range(3, 3, 3), (Money(10, "USD"),), 1, 1)
    assert (change.outcome, change.off_path) == (Outcome.CHANGED, False)
    found = effect_of(chain(), verdict("2", REMOVE))
    assert (found.saved.elapsed, found.saved.effort) == (Range(3, 3, 3), Range(3, 3, 3))
    assert (found.saved.cost, found.saved.handovers, found.saved.visits) == ((Money(10, "USD"),), 1, 1)
    assert found.saved.more == frozenset()


def test_a_removal_beside_the_longest_path_saves_cost_and_not_time():
    found = effect_of(chain(), verdict("4", REMOVE))
    (change,) = found.changes
    assert change.off_path
    assert "This saves cost, not time" in str(change.message)
    assert found.saved.elapsed == Range(0, 0, 0)
    assert found.saved.effort == Range(1, 1, 1)
    assert found.saved.cost == (Money(5, "USD"),)


def test_a_removal_of_what_is_not_known_saves_an_unknown_amount_never_zero():
    full = procedure(step("1", time=hours(2)), step("2", "1"))
    found = effect_of(full, verdict("2", REMOVE))
    saved = found.saved
    assert (saved.elapsed, saved.effort, saved.cost, saved.documents) == (None, None, None, None)
    assert saved.visits is None
    assert found.as_is.elapsed == found.to_be.elapsed == Range(2, 2, 2)
    assert found.changes[0].unknown == frozenset(Kind)
    assert "How long it takes is not known" in said(found)


def test_where_all_known_times_go_what_was_known_is_saved_and_the_rest_is_unknown():
    found = effect_of(procedure(step("1", time=hours(2)), step("2", "1")), verdict("1", REMOVE))
    assert found.to_be.elapsed == Range()
    assert found.saved.elapsed == Range(2, 2, 2)


def test_what_a_removed_step_issues_and_others_ask_for_is_said():
    assert "Other steps still ask for what it issues (3): Permit." in said(
        applied(chain(), verdict("1", REMOVE))
    )
    to_be = applied(chain(), verdict("1", REMOVE), verdict("3", REMOVE))
    assert "still ask" not in said(to_be)


def test_a_step_that_the_case_does_not_take_saves_nothing_in_it():
    full = procedure(step("1", time=hours(2)), step("2", "1", condition="if", time=hours(5)))
    found = effect_of(full, verdict("2", REMOVE))
    assert found.saved.elapsed == Range(0, 0, 0)
    assert "does not meet it" in said(found)
    assert effect_of(full, verdict("2", REMOVE), case=WORST).saved.elapsed == Range(5, 5, 5)


def test_online_keeps_the_recorded_time_and_saves_the_visit():
    found = effect_of(chain(), verdict("2", ONLINE))
    now = found.procedure.full.step("2")
    assert (now.channel, now.visits, now.time) == (Channel.ONLINE, 0, hours(3))
    assert found.saved.elapsed is None
    assert found.saved.visits == 1
    assert found.as_is.elapsed == found.to_be.elapsed
    assert "How long it takes online is not known: its recorded time stays as an upper end" in said(found)
    again = applied(found.procedure.full, verdict("2", ONLINE))
    assert again.changes[0].outcome is Outcome.NOTHING
    assert again.changes[0].saves.visits == 0


def test_peers_that_have_it_online_are_named_and_enter_no_figure():
    peer = procedure(
        step("9", time=hours(0.5), channel=Channel.ONLINE), step("8", time=hours(7)), country="UZ"
    )
    found = effect(chain(), [verdict("2", ONLINE)], BASE, known(), peers=[peer, chain()])
    assert "Step 2, where it is online, for information only: Uzbekistan 0.5 h." in [
        str(one) for one in found.sentences
    ]
    assert found.to_be.elapsed == found.as_is.elapsed


def test_risk_based_leaves_the_ordinary_consignment_and_no_other():
    full = chain()
    found = effect_of(full, verdict("3", RISK))
    assert found.procedure.full.step("3").condition == WHERE_RISK
    assert found.saved.steps == 1
    assert found.saved.elapsed == Range(4, 4, 4)
    assert found.changes[0].saves == Saving()
    assert found.every.elapsed == Range(0, 0, 0)
    assert found.every.steps == 0
    ticked = Case(CaseKind.BASE, frozenset({"3"}))
    for case in (WORST, ticked):
        same = effect_of(full, verdict("3", RISK), case=case)
        assert same.as_is.elapsed == same.to_be.elapsed
        assert same.saved.steps == 0


def test_a_step_on_a_condition_is_risk_based_already():
    full = procedure(step("1", condition="animals"))
    to_be = applied(full, verdict("1", RISK))
    assert to_be.full == full
    assert to_be.changes[0].outcome is Outcome.NOTHING


def sequence(uses):
    return procedure(
        step("1", time=hours(1)),
        step("2", "1", time=hours(5)),
        step("3", "2", time=hours(3)),
        step("4", "3", time=hours(1)),
        uses=uses,
    )


BESIDE = {"2": [("phyto", OUTPUT)], "3": [("invoice", INPUT)]}


def test_parallel_drops_the_wait_for_what_is_not_used():
    to_be = applied(sequence(BESIDE), verdict("3", PARALLEL))
    assert waits(to_be.full) == {"1": (), "2": ("1",), "3": ("1",), "4": ("3", "2")}
    found = effect_of(sequence(BESIDE), verdict("3", PARALLEL))
    assert found.saved.elapsed == Range(3, 3, 3)
    assert found.saved.effort == Range(0, 0, 0)
    assert "(2): they are done side by side" in said(found)


def test_parallel_keeps_the_wait_for_a_document_that_is_used():
    uses = {"2": [("invoice", OUTPUT)], "3": [("proforma", INPUT)]}
    to_be = applied(sequence(uses), verdict("3", PARALLEL))
    assert to_be.full == sequence(uses)
    assert "it takes documents of steps for which it waits (2)" in said(to_be)


def test_parallel_keeps_the_wait_where_documents_are_not_recorded():
    for uses in ({"2": [("phyto", OUTPUT)]}, {"3": [("invoice", INPUT)]}):
        to_be = applied(sequence(uses), verdict("3", PARALLEL))
        assert to_be.full == sequence(uses)
        assert "cannot be told" in said(to_be)


def test_parallel_of_the_first_step_has_nothing_to_change():
    assert "waits for no other step" in said(applied(sequence(BESIDE), verdict("1", PARALLEL)))


def test_two_parallel_steps_in_a_row_keep_the_order_of_what_is_around_them():
    uses = {
        "1": [("permit", OUTPUT)],
        "2": [("phyto", INPUT)],
        "3": [("invoice", INPUT)],
        "4": [("cmr", INPUT)],
    }
    to_be = applied(sequence(uses), verdict("2", PARALLEL), verdict("3", PARALLEL))
    after = waits(to_be.full)
    assert "1" not in after["2"]
    assert "2" not in after["3"]
    assert set(after["3"]) == {"1"}
    assert set(after["4"]) == {"3", "2"}


def test_three_parallel_steps_in_a_row_lose_no_other_wait():
    """The last no longer waits for the third alone: it still comes after the first."""
    names = ("1", "2", "3", "4")
    steps = [step(name, before, time=hours(1)) for name, before in zip(names, ("", *names), strict=False)]
    full = procedure(*steps, uses={name: [("invoice", INPUT)] for name in names})
    to_be = applied(full, *(verdict(name, PARALLEL) for name in names[1:]))
    after = waits(to_be.full)
    assert (set(after["2"]), set(after["3"]), set(after["4"])) == (set(), {"1"}, {"2", "1"})


def test_a_wait_that_another_way_demands_stays():
    full = procedure(
        step("1", time=hours(1)),
        step("2", "1", time=hours(2)),
        step("3", "1 2", time=hours(3)),
        uses={"1": [("permit", OUTPUT)], "2": [("permit", INPUT)], "3": [("cmr", INPUT)]},
    )
    to_be = applied(full, verdict("3", PARALLEL))
    assert set(waits(to_be.full)["3"]) == {"1"}


def test_limits_are_a_most_alone_and_their_removal_saves_no_typical_time():
    full = procedure(step("1", time=hours(2)), step("2", "1", time=hours(most=24, kind=L)))
    found = effect_of(full, verdict("2", REMOVE))
    assert found.as_is.elapsed == Range(2, 2, 26)
    assert found.saved.elapsed == Range(0, 0, 24)
    assert "elapsed" in found.saved.more


def test_the_base_case_takes_the_same_way_as_today():
    """Where all of an option goes, the consignment does not take the other option instead."""
    full = procedure(
        step("1", time=hours(1)),
        step("2", "1", choice="c:green", time=hours(1)),
        step("3", "1", choice="c:red", time=hours(50)),
    )
    found = effect_of(full, verdict("2", REMOVE))
    assert found.to_be.steps == 1
    assert found.to_be.elapsed == Range(1, 1, 1)
    spared = effect_of(full, verdict("2", RISK))
    assert spared.to_be.elapsed == Range(1, 1, 1)


def test_the_worst_case_is_found_anew():
    full = procedure(step("1", choice="c:green", time=hours(8)), step("2", choice="c:red", time=hours(10)))
    found = effect_of(full, verdict("2", REMOVE), case=WORST)
    assert found.as_is.elapsed == Range(10, 10, 10)
    assert found.to_be.elapsed == Range(8, 8, 8)
    assert found.saved.elapsed == Range(2, 2, 2)


def test_as_is_is_what_the_totals_say():
    full = chain()
    assert effect_of(full, verdict("2", REMOVE)).as_is == totals(full, BASE)


def test_what_is_refused_for_the_sake_of_risk_is_saved_by_nobody():
    """A step that is not merged, because the other comes only where risk calls for it, stays for all."""
    full = procedure(step("1", time=hours(5)), step("2", "1", time=hours(3)))
    found = effect_of(full, verdict("2", MERGE, into="1"), verdict("1", RISK))
    assert (found.saved.steps, found.every.steps) == (1, 0)
    assert found.every.effort == Range(0, 0, 0)
