"""Figures that several steps share: nothing is told apart, revived or dropped."""

from customs_app.analysis.case import BASE, WORST
from customs_app.analysis.to_be.case_totals import to_be_totals
from customs_app.domain.codes import CostKind, Verdict
from customs_app.domain.figures import Coverage, Money, Range
from customs_app.domain.review import Saving
from tests.analysis.made import AGG, fee, hours, procedure, step
from tests.analysis.to_be.applied import applied, effect_of, said, verdict

REMOVE, MERGE, RISK = Verdict.REMOVE, Verdict.MERGE, Verdict.RISK_BASED
SPAN = ["2", "3", "4"]


def shared(condition=None):
    """Steps 2 to 4 take ten hours and 60 dollars together, recorded at 3; 2 and 4 have times of their own."""
    return procedure(
        step("1", time=hours(1)),
        step("2", "1", time=hours(4)),
        step(
            "3",
            "2",
            time=hours(10, kind=AGG, covers=SPAN),
            cost=fee(60, kind=CostKind.AGGREGATE, covers=SPAN),
        ),
        step("4", "3", time=hours(7), cost=fee(9), condition=condition),
        step("5", "4", time=hours(1)),
    )


def test_a_member_that_goes_saves_no_separable_time():
    found = effect_of(shared(), verdict("2", REMOVE))
    assert found.to_be.elapsed == found.as_is.elapsed == Range(12, 12, 12)
    assert found.saved.elapsed is None
    assert found.saved.cost is None
    assert found.to_be.cost == (Money(60, "USD"),)
    assert found.changes[0].saves == Saving()
    assert "Its time is recorded together with that of others (3, 4)" in said(found)
    assert "Its cost is recorded together with that of other steps and stays whole" in said(found)


def test_where_the_carrier_goes_its_figure_stays_and_the_others_are_not_revived():
    found = effect_of(shared(), verdict("3", REMOVE))
    assert found.to_be.elapsed == found.as_is.elapsed
    assert found.to_be.effort == found.as_is.effort
    assert found.to_be.cost == found.as_is.cost
    assert found.saved.elapsed is None
    assert found.saved.cost is None
    assert (found.to_be.steps, found.to_be.all_steps) == (4, 4)
    assert found.to_be.time_covered == Coverage(4, 4)
    assert "3" not in found.to_be.path
    assert found.to_be.aggregates == 1


def test_the_carrier_and_a_member_that_go_leave_the_figure_to_the_last():
    found = effect_of(shared(), verdict("2", REMOVE), verdict("3", REMOVE))
    assert found.to_be.elapsed == Range(12, 12, 12)


def test_where_all_go_the_figure_goes():
    found = effect_of(shared(), *(verdict(name, REMOVE) for name in SPAN))
    assert found.to_be.elapsed == Range(2, 2, 2)
    assert found.saved.elapsed == Range(10, 10, 10)
    assert found.saved.cost == (Money(60, "USD"),)
    assert found.saved.more == {"documents", "handovers", "shown", "visits"} - {
        name for name in ("documents", "handovers", "shown", "visits") if getattr(found.saved, name) is None
    }
    assert "so are all others for which one time is recorded together: it falls away" in said(found)


def test_where_the_case_has_no_work_of_those_that_stay_the_figure_goes_in_it():
    """Only step 4 stays, and the ordinary consignment does not meet it."""
    full = shared(condition="if")
    to_be = applied(full, verdict("2", REMOVE), verdict("3", REMOVE))
    assert to_be_totals(to_be, BASE).elapsed == Range(2, 2, 2)
    assert to_be_totals(to_be, WORST).elapsed == Range(12, 12, 12)


def test_a_carrier_that_risk_calls_for_leaves_its_figure_to_the_others():
    found = effect_of(shared(), verdict("3", RISK))
    assert found.to_be.elapsed == found.as_is.elapsed
    assert found.to_be.cost == found.as_is.cost
    assert found.saved.elapsed is None
    assert found.to_be.steps == 4
    assert found.procedure.full.step("3").time == shared().step("3").time
    worst = effect_of(shared(), verdict("3", RISK), case=WORST)
    assert worst.to_be.elapsed == worst.as_is.elapsed
    assert worst.to_be.effort == worst.as_is.effort
    assert worst.to_be.cost == worst.as_is.cost
    assert worst.to_be.steps == worst.as_is.steps
    assert worst.to_be.time_covered == worst.as_is.time_covered


def test_all_that_risk_calls_for_leave_no_figure():
    found = effect_of(shared(), *(verdict(name, RISK) for name in SPAN))
    assert found.to_be.elapsed == Range(2, 2, 2)


def test_a_carrier_that_is_merged_keeps_its_figure_counted():
    full = procedure(
        step("1", time=hours(2)),
        step("2", "1", time=hours(10, kind=AGG, covers=["2", "3"])),
        step("3", "2", time=hours(4)),
    )
    found = effect_of(full, verdict("2", MERGE, into="1"), verdict("3", MERGE, into="1"))
    assert found.to_be.steps == 1
    assert found.to_be.elapsed == found.as_is.elapsed == Range(12, 12, 12)
    assert found.saved.elapsed is None


def test_a_step_merged_into_a_member_keeps_its_own_time():
    full = procedure(
        step("1", time=hours(2)),
        step("2", "1", time=hours(10, kind=AGG, covers=["2", "3"])),
        step("3", "2"),
    )
    found = effect_of(full, verdict("1", MERGE, into="3"))
    assert found.to_be.elapsed == found.as_is.elapsed
    assert found.saved.elapsed is None
    assert "Its own time still counts" in said(found)


def test_an_aggregate_of_one_step_goes_with_it():
    full = procedure(step("1", time=hours(5, kind=AGG, covers=["1"])), step("2", time=hours(1)))
    found = effect_of(full, verdict("1", REMOVE))
    assert found.to_be.elapsed == Range(1, 1, 1)
    assert found.saved.elapsed == Range(4, 4, 4)
