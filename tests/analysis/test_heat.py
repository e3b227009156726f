"""How the cells of a row stand to each other, by each measure."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from customs_app.analysis.compare import Comparison, compare
from customs_app.analysis.heat import (
    Counted,
    Measure,
    Standing,
    amount,
    channels,
    documents,
    evidences,
    grade,
    median,
    standings,
    visits,
)
from customs_app.analysis.rows import Cell
from customs_app.analysis.tolerance import USUAL, Tolerance
from customs_app.domain.codes import Channel, Evidence, Regime, Role
from customs_app.domain.figures import Coverage
from customs_app.domain.procedure import FullProcedure, Step

from .made import AGG, L, fee, hours, procedure, reference, step

REFERENCE = reference("DCL-01", "DCL-02", rates={"KZT": 500.0})
MORE, EQUAL, LESS = Standing.MORE, Standing.EQUAL, Standing.LESS


def _compare(*procedures: FullProcedure) -> Comparison:
    by_country = {full.procedure.country: full for full in procedures}
    return compare(by_country, REFERENCE, regime=Regime.IMPORT)


def _cell(*steps: Step, uses: dict[str, list[tuple[str, Role]]] | None = None) -> tuple[Cell, FullProcedure]:
    full = procedure(*steps, uses=uses)
    cell = _compare(full).rows[0].cells["KZ"]
    assert cell is not None
    return cell, full


def _standings(
    measure: Measure, *procedures: FullProcedure, tolerance: Tolerance = USUAL
) -> dict[str, Standing]:
    comparison = _compare(*procedures)
    row = comparison.rows[0]
    return dict(standings(row, comparison.procedures, measure, REFERENCE.rates, tolerance))


def _of(country: str, *steps: Step) -> FullProcedure:
    return procedure(*steps, country=country)


# -- what is counted


def test_steps_outside_the_case_do_not_count_unless_there_is_no_other() -> None:
    cell, full = _cell(step("1"), step("2", condition="x"))
    assert amount(cell, full, Measure.STEPS, {}) == 1
    cell, full = _cell(step("1", condition="y"), step("2", condition="x"))
    assert amount(cell, full, Measure.STEPS, {}) == 2


def test_documents_are_counted_once_and_only_what_is_handed_in() -> None:
    uses = {"1": [("a", Role.INPUT), ("b", Role.INPUT), ("c", Role.OUTPUT)], "2": [("a", Role.INPUT)]}
    cell, full = _cell(step("1"), step("2"), uses=uses)
    assert documents(cell, full) == Counted(2, Coverage(2, 2))
    assert amount(cell, full, Measure.DOCUMENTS, {}) == 2


def test_a_step_without_a_recorded_document_makes_the_number_a_least() -> None:
    cell, full = _cell(step("1"), step("2"), uses={"1": [("a", Role.INPUT)]})
    assert documents(cell, full) == Counted(1, Coverage(1, 2))
    assert not documents(cell, full).whole
    assert amount(cell, full, Measure.DOCUMENTS, {}) is None
    cell, full = _cell(step("1"))
    assert documents(cell, full) == Counted(None, Coverage(0, 1))
    cell, full = _cell(step("1"), uses={"1": [("c", Role.OUTPUT)]})
    assert documents(cell, full).n == 0


def test_visits_are_added_up_where_known() -> None:
    cell, full = _cell(step("1", visits=2), step("2", visits=0))
    assert visits(cell) == Counted(2, Coverage(2, 2))
    cell, full = _cell(step("1", visits=2), step("2"))
    assert visits(cell) == Counted(2, Coverage(1, 2))
    assert amount(cell, full, Measure.VISITS, {}) is None
    assert visits(_cell(step("1"))[0]) == Counted(None, Coverage(0, 1))


def test_times_and_fees_count_only_where_they_are_the_cells_own_and_whole() -> None:
    cell, full = _cell(
        step("1", time=hours(2), cost=fee(10)), step("2", "1", time=hours(3), cost=fee(1000, "KZT"))
    )
    assert amount(cell, full, Measure.TIME, {}) == 5
    assert amount(cell, full, Measure.COST, REFERENCE.rates) == 12
    assert amount(cell, full, Measure.COST, {}) is None
    cell, full = _cell(step("1", time=hours(2), cost=fee(10)), step("2"))
    assert amount(cell, full, Measure.TIME, {}) is None
    assert amount(cell, full, Measure.COST, REFERENCE.rates) is None
    cell, full = _cell(step("1", time=hours(most=9, kind=L)))
    assert amount(cell, full, Measure.TIME, {}) is None
    cell, full = _cell(step("1", time=hours(9, kind=AGG, covers=["1", "2"])), step("2", activity="DCL-02"))
    assert amount(cell, full, Measure.TIME, {}) is None


def test_ways_stand_from_the_heaviest_and_evidence_from_the_weakest() -> None:
    strong = replace(step("1", channel=Channel.ONLINE), evidence=Evidence.OFFICIAL)
    weak = replace(step("2", channel=Channel.PAPER), evidence=Evidence.GUIDE)
    cell, full = _cell(strong, weak)
    assert channels(cell) == (Channel.PAPER, Channel.ONLINE)
    assert evidences(cell) == (Evidence.GUIDE, Evidence.OFFICIAL)
    assert (grade(cell, Measure.CHANNEL), grade(cell, Measure.EVIDENCE)) == (3, 3)
    assert grade(cell, Measure.TIME) is None
    assert amount(cell, full, Measure.CHANNEL, {}) is None


def test_unknown_ways_and_evidence_are_said() -> None:
    cell, _ = _cell(replace(step("1", channel=Channel.ONLINE), evidence=Evidence.OFFICIAL), step("2"))
    assert channels(cell) == (Channel.ONLINE, None)
    assert evidences(cell) == (None, Evidence.OFFICIAL)
    assert grade(cell, Measure.CHANNEL) == 1
    assert grade(cell, Measure.EVIDENCE) is None
    assert grade(_cell(step("1"))[0], Measure.CHANNEL) is None


# -- standing


def test_times_within_the_tolerance_of_the_median_are_equal() -> None:
    made = [_of(iso2, step("1", time=hours(long))) for iso2, long in (("KZ", 1), ("UZ", 10), ("CN", 12.1))]
    assert _standings(Measure.TIME, *made) == {"KZ": LESS, "UZ": EQUAL, "CN": MORE}
    wide = Tolerance(time=1.5)
    assert _standings(Measure.TIME, *made, tolerance=wide) == {"KZ": LESS, "UZ": EQUAL, "CN": EQUAL}
    assert _standings(Measure.TIME, *made, tolerance=Tolerance(cost=9.0))["CN"] is MORE


def test_fees_are_held_against_each_other_by_rates() -> None:
    made = [
        _of("KZ", step("1", cost=fee(5000, "KZT"))),
        _of("UZ", step("1", cost=fee(11))),
        _of("CN", step("1", cost=fee(30))),
        _of("IR", step("1", cost=fee(1, "IRR"))),
    ]
    assert _standings(Measure.COST, *made) == {"KZ": EQUAL, "UZ": EQUAL, "CN": MORE}
    exact = Tolerance(cost=1.0)
    assert _standings(Measure.COST, *made, tolerance=exact) == {"KZ": LESS, "UZ": EQUAL, "CN": MORE}


def test_counts_are_equal_only_where_they_are_equal() -> None:
    made = [
        _of("KZ", step("1", visits=0)),
        _of("UZ", step("1", visits=0)),
        _of("CN", step("1", visits=1), step("2", visits=1)),
    ]
    assert _standings(Measure.VISITS, *made) == {"KZ": EQUAL, "UZ": EQUAL, "CN": MORE}
    assert _standings(Measure.STEPS, *made) == {"KZ": EQUAL, "UZ": EQUAL, "CN": MORE}
    assert _standings(Measure.CHANNEL, *made) == {}


def test_a_country_alone_with_a_figure_stands_to_nobody() -> None:
    made = [
        _of("KZ", step("1", time=hours(1))),
        _of("UZ", step("1")),
        _of("CN", step("1", activity="DCL-02")),
    ]
    assert _standings(Measure.TIME, *made) == {}


@given(st.lists(st.floats(0, 1e6), min_size=1))
def test_half_stand_on_either_side_of_the_median(values: list[float]) -> None:
    middle = median(values)
    assert sum(value < middle for value in values) <= len(values) / 2
    assert sum(value > middle for value in values) <= len(values) / 2
