"""The matrix of a comparison."""

from customs_app.analysis.case import BASE, WORST
from customs_app.analysis.compare import Comparison, compare
from customs_app.analysis.counting import Counting
from customs_app.analysis.rows import Row
from customs_app.domain.codes import Channel, Mode, Regime, Verdict, View
from customs_app.domain.figures import Money, Range
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.review import Mark, Reviewer

from .made import AGG, L, fee, hours, procedure, reference, step

REFERENCE = reference("REL-01@Release", "PRE-01@Prepare", "DCL-02", "DCL-01", "AFT-01@After")


def _compare(*procedures: FullProcedure, case=BASE, **how) -> Comparison:
    by_country = {full.procedure.country: full for full in procedures}
    return compare(by_country, REFERENCE, case, regime=Regime.IMPORT, mode=Mode.ROAD, **how)


def _row(comparison: Comparison, code: str) -> Row:
    return next(row for row in comparison.rows if row.activity.code == code)


def _cell(*steps, case=BASE):
    cell = _row(_compare(procedure(*steps), case=case), "DCL-01").cells["KZ"]
    assert cell is not None
    return cell


def test_rows_go_by_stage_then_by_the_reference_list() -> None:
    comparison = _compare(
        procedure(*(step(code, activity=code) for code in ("DCL-01", "REL-01", "DCL-02", "PRE-01")))
    )
    assert [row.activity.code for row in comparison.rows] == ["PRE-01", "DCL-02", "DCL-01", "REL-01"]


def test_who_has_an_activity_and_where_it_differs() -> None:
    comparison = _compare(
        procedure(
            step("1", activity="PRE-01", channel=Channel.ONLINE),
            step("2", activity="DCL-01", channel=Channel.ONLINE),
            step("3", activity="DCL-02"),
            step("4", activity="REL-01"),
            country="KZ",
        ),
        procedure(
            step("5", activity="DCL-01", channel=Channel.PAPER),
            step("6", activity="DCL-02", channel=Channel.PAPER),
            step("7", activity="REL-01"),
            step("8", activity="REL-01"),
            country="UZ",
        ),
    )
    found = {row.activity.code: (row.have, row.differs) for row in comparison.rows}
    assert found == {
        "PRE-01": (1, True),
        "DCL-01": (2, True),  # the channel
        "DCL-02": (2, False),  # an unknown channel is no difference
        "REL-01": (2, True),  # the number of steps
    }
    assert _row(comparison, "PRE-01").cells["UZ"] is None


def test_a_cell_has_the_longest_path_of_its_steps_and_the_heaviest_channel() -> None:
    cell = _cell(
        step("1", time=hours(1), channel=Channel.AUTOMATIC, cost=fee(2)),
        step("2", "1", time=hours(5), activity="DCL-02"),
        step("3", "2", time=hours(2, most=4), channel=Channel.IN_PERSON, cost=fee(3)),
        step("4", time=hours(1)),
    )
    assert [one.id for one in cell.steps] == ["1", "3", "4"]
    assert cell.hours == Range(3, 3, 5)
    assert cell.cost == (Money(5, "USD"),)
    assert cell.channel is Channel.IN_PERSON
    assert cell.own
    assert not cell.aggregate


def test_conditional_steps_are_shown_and_counted_only_where_no_other_is() -> None:
    mixed = _cell(step("1", time=hours(1)), step("2", time=hours(9), condition="x"))
    assert (mixed.conditional, mixed.hours, mixed.in_case) == (False, Range(1, 1, 1), ("1",))
    alone = _cell(step("2", time=hours(9), condition="x"))
    assert (alone.conditional, alone.hours, alone.in_case) == (True, Range(9, 9, 9), ())
    worst = _cell(step("1", time=hours(1)), step("2", time=hours(9), condition="x"), case=WORST)
    assert worst.hours == Range(9, 9, 9)


def test_unknown_cells_are_none_and_never_zero() -> None:
    cell = _cell(step("1"))
    assert (cell.hours, cell.cost, cell.channel) == (None, (), None)


def test_a_conditional_step_shows_the_aggregate_that_holds_it() -> None:
    cell = _cell(
        step("1", condition="x"), step("2", time=hours(5, kind=AGG, covers=["1", "2"]), activity="DCL-02")
    )
    assert cell.times[0].state is Counting.INSIDE
    assert cell.times[0].aggregate_id == "2"
    assert cell.hours is None
    assert not cell.own


def test_aggregates_and_limits_are_told_apart_from_own_times() -> None:
    spans = _cell(step("1", time=hours(5, kind=AGG, covers=["1", "2"])), step("2", activity="DCL-02"))
    assert (spans.aggregate, spans.own, spans.limit) == (True, False, False)
    limit = _cell(step("1", time=hours(most=5, kind=L)))
    assert (limit.aggregate, limit.own, limit.limit) == (False, False, True)


def test_marks_stand_in_the_cells_of_their_steps() -> None:
    mark = Mark("m", "2", Verdict.REMOVE, "twice", Reviewer("A", "KZ"), "2026-01-01")
    comparison = _compare(procedure(step("1"), step("2"), step("3", activity="DCL-02")), marks=[mark])
    cells = [_row(comparison, code).cells["KZ"] for code in ("DCL-01", "DCL-02")]
    assert [cell.marks for cell in cells if cell] == [(mark,), ()]


def test_stages_are_left_out_beside_detailed_views_and_named() -> None:
    stages = procedure(step("1"), country="UZ", view=View.STAGES)
    mixed = _compare(procedure(step("1")), stages, left_out=["CN"])
    assert mixed.countries == ("KZ",)
    assert (mixed.left_out, mixed.stages_only) == (("CN", "UZ"), ("UZ",))
    assert set(mixed.totals) == {"KZ"}
    alone = _compare(stages)
    assert (alone.countries, alone.left_out) == (("UZ",), ())


def test_the_case_reaches_every_total() -> None:
    full = procedure(step("1"), step("2", condition="x"))
    assert _compare(full).totals["KZ"].steps == 1
    assert _compare(full, case=WORST).totals["KZ"].steps == 2
