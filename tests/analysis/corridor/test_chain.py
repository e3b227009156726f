"""The chained journey: cumulative times, spans, gaps, and a crossing that both sides report."""

import dataclasses
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from customs_app.analysis.case import BASE, WORST, Case
from customs_app.analysis.corridor.bind import blocks
from customs_app.analysis.corridor.chain import chain
from customs_app.analysis.corridor.kinds import WorkKind
from customs_app.analysis.corridor.result import Chain
from customs_app.analysis.counting import Counting
from customs_app.analysis.totals import totals
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import Evidence, Stage
from customs_app.domain.codes import Role as Use
from customs_app.domain.corridor import Block, GapKind, Leg
from customs_app.domain.figures import Coverage, Money, Range
from customs_app.domain.procedure import Source, Step
from customs_app.domain.reference import Reference
from customs_app.domain.text import Text
from tests.analysis.made import AGG, LEAD, L, fee, hours, reference, step

from .by_hand import ENDS, base_steps, chain_cost, chain_elapsed
from .chained import block, made

ACTIVITIES = reference("DCL-01", "TRN-05@Transport", "BRD-01@Border", "BRD-03@Border", "REL-01@Release")


def _chain(*parts: Block, case: Case = BASE, known: Reference = ACTIVITIES) -> Chain:
    return chain(parts, case, known)


def _of_catalogue(catalogue: Catalogue, corridor_id: str) -> tuple[Block, ...]:
    known = catalogue.reference()
    corridor = known.corridors[corridor_id]
    fulls = catalogue.full_procedures(countries={leg.country for leg in corridor.legs})
    return blocks(corridor, fulls, known, catalogue.bindings(corridor_id))


def _read(starting_file: Path) -> Catalogue:
    return open_catalogue(starting_file, read_only=True)


def test_blocks_follow_one_another_and_steps_wait_inside_a_block() -> None:
    done = _chain(
        made("CN-export", step("a", time=hours(2)), step("b", time=hours(5)), step("c", "a", time=hours(1))),
        made("KZ-import", step("d", time=hours(1, least=1, most=4)), step("e", "d")),
    )
    assert [(point.step_id, point.index, point.number) for point in done.points] == [
        ("a", 0, 1),
        ("b", 1, 2),
        ("c", 2, 3),
        ("d", 3, 1),
        ("e", 4, 2),
    ]
    # b runs beside a; c ends at 3, but by then 5 hours have gone by.
    assert [point.cumulative.typ for point in done.points] == [2, 5, 5, 6, 6]
    assert done.points[-1].cumulative == done.totals.elapsed == Range(6, 6, 9)
    assert done.totals.effort == Range(9, 9, 12)
    first, second = done.blocks
    assert (first.start, first.elapsed, first.end) == (Range(0, 0, 0), Range(5, 5, 5), Range(5, 5, 5))
    assert (second.start, second.first, second.steps) == (Range(5, 5, 5), 3, 2)
    assert (first.covered, second.covered) == (Coverage(3, 3), Coverage(1, 2))


def test_limits_reach_the_most_alone_and_lead_times_nothing() -> None:
    done = _chain(
        made("CN-export", step("a", time=hours(most=8, kind=L)), step("b", "a", time=hours(3, kind=LEAD))),
        made("KZ-import", step("c", time=hours(2))),
    )
    assert done.totals.elapsed == Range(2, 2, 10)
    assert [point.cumulative for point in done.points] == [Range(0, 0, 8), Range(0, 0, 8), Range(2, 2, 10)]
    assert [(point.state, point.limit) for point in done.points] == [
        (Counting.LIMIT, True),
        (Counting.LEAD, False),
        (Counting.OWN, False),
    ]
    assert done.points[1].recorded == Range(3, 3, 3)
    assert (done.totals.limits, done.totals.time_covered) == (1, Coverage(1, 3))


def test_what_no_step_knows_is_unknown_and_not_zero() -> None:
    done = _chain(made("CN-export", step("a")), made("KZ-import", step("b", time=hours(most=4, kind=L))))
    assert done.totals.elapsed == Range(None, None, 4)
    assert done.points[0].cumulative == Range(None, None, 0)
    nothing = _chain(made("CN-export", step("a")))
    assert nothing.totals.elapsed == nothing.totals.effort == nothing.points[0].cumulative == Range()
    assert nothing.totals.cost == ()
    assert _chain().totals.elapsed == Range()


def test_spans_of_figures_for_several_steps() -> None:
    done = _chain(
        made("CN-export", step("a")),
        made(
            "KZ-import",
            step("b"),
            step("c", "b", condition="if asked"),
            step("d", "c", time=hours(7, kind=AGG, covers=("b", "c", "d"))),
            step("e", "d", time=hours(3, kind=AGG)),
        ),
    )
    (span,) = done.spans
    assert (span.block_key, span.step_id, span.first, span.last) == ("KZ-import", "d", 1, 2)
    assert (span.steps, span.hours) == (("b", "d"), Range(7, 7, 7))
    assert done.totals.elapsed.typ == 7
    assert done.totals.aggregates == 1


def test_gaps_are_blocks_without_a_procedure_and_drives_without_a_time() -> None:
    places = (Leg(1, "KZ", Text("Almaty")), Leg(2, "KZ", Text("Aktobe")))
    empty = dataclasses.replace(block("KZ-cross_in", None), gap=GapKind.INSIDE_UNION)
    through = made("KZ-transit", step("c", activity="BRD-03"))
    done = _chain(
        made(
            "CN-export", step("a"), step("b", activity="TRN-05"), step("b2", activity="TRN-05", time=hours(9))
        ),
        empty,
        dataclasses.replace(through, places=places),
        block("UZ-import", None),
    )
    assert [(gap.kind, gap.block_key, gap.index, gap.step_id) for gap in done.gaps] == [
        (GapKind.DRIVING, "CN-export", 1, "b"),
        (GapKind.INSIDE_UNION, "KZ-cross_in", 3, None),
        (GapKind.DRIVING, "KZ-transit", 4, None),
        (GapKind.NO_PROCEDURE, "UZ-import", 4, None),
    ]
    assert (done.totals.gaps, done.totals.driving, done.totals.procedures) == (2, 2, 2)
    assert [part.totals is None for part in done.blocks] == [False, True, False, True]


def _measured(one: Step, *sources: str) -> Step:
    return dataclasses.replace(one, evidence=Evidence.MEASURED, source_ids=sources)


def _sources(**urls: str) -> Reference:
    return dataclasses.replace(
        ACTIVITIES, sources={id_: Source(id_, f"Report {id_}", url=url) for id_, url in urls.items()}
    )


_REPORTS = _sources(
    here="https://x.example/2023", there="https://x.example/2023", other="https://x.example/1"
)
_WHOLE = hours(50, least=10, most=80, kind=AGG, covers=("b",))


def _crossing(there: Step, *, known: Reference = _REPORTS, between: tuple[Block, ...] = ()) -> Chain:
    leaving = _measured(step("b", "a", time=_WHOLE, cost=fee(7)), "here")
    return chain(
        (made("CN-export", step("a"), leaving), *between, made("KZ-cross_in", there, step("d"))), BASE, known
    )


def test_a_crossing_that_both_sides_report_counts_once() -> None:
    done = _crossing(_measured(step("c", time=hours(50), cost=fee(9)), "other", "there"))
    assert done.totals.elapsed == Range(10, 50, 80)
    (once,) = done.counted_once
    assert (once.counted, once.not_again, once.hours, once.money) == ("b", "c", Range(50, 50, 50), None)
    point = next(point for point in done.points if point.step_id == "c")
    assert (point.same_as, point.own, point.recorded) == ("b", None, Range(50, 50, 50))
    assert done.totals.time_covered == Coverage(2, 4)  # the step is covered: by the other side's figure
    assert [part.covered for part in done.blocks] == [Coverage(1, 2), Coverage(1, 2)]
    assert done.totals.cost == (Money(16, "USD"),)
    # By itself the procedure still has its own figure.
    assert done.blocks[1].totals is not None
    assert done.blocks[1].totals.elapsed == Range(50, 50, 50)


def test_the_figure_that_says_for_which_steps_it_is_counts() -> None:
    done = chain(
        (
            made("KZ-transit", _measured(step("a", time=hours(50)), "here")),
            made("CN-import", _measured(step("b", time=_WHOLE), "there")),
        ),
        BASE,
        _REPORTS,
    )
    assert [(once.counted, once.not_again) for once in done.counted_once] == [("b", "a")]
    assert done.totals.elapsed == Range(10, 50, 80)


@pytest.mark.parametrize(
    "there",
    [
        _measured(step("c", time=hours(50)), "other"),  # another report
        _measured(step("c", time=hours(51)), "there"),  # another figure
        step("c", time=hours(50)),  # not measured
    ],
)
def test_other_figures_count_both(there: Step) -> None:
    done = _crossing(there)
    assert done.counted_once == ()
    assert done.totals.elapsed.typ == 50 + (there.time.hours.typ or 0)


def test_equal_figures_of_single_steps_count_both_and_so_do_those_of_two_borders() -> None:
    both = (_measured(step("a", time=hours(1)), "here"), _measured(step("b", time=hours(1)), "there"))
    done = chain((made("UZ-cross_out", both[0]), made("TJ-cross_in", both[1])), BASE, _REPORTS)
    assert (done.counted_once, done.totals.elapsed.typ) == ((), 2)
    far = _crossing(
        _measured(step("c", time=hours(50)), "there"),
        between=(block("UZ-transit", None),),
    )
    assert far.counted_once == ()
    assert far.totals.elapsed.typ == 100


def test_a_document_that_two_blocks_ask_for_is_one_document() -> None:
    parts = [
        made("KZ-export", step("a"), uses={"a": [("invoice", Use.INPUT), ("list", Use.INPUT)]}),
        made("KZ-cross_out", step("b"), uses={"b": [("invoice", Use.INPUT)]}),
        made("RU-import", step("c")),
    ]
    found = _chain(*parts).totals
    assert (found.documents, found.handovers) == (2, 3)
    assert _chain(parts[-1]).totals.documents is None


def test_where_the_hours_go() -> None:
    done = _chain(
        made(
            "CN-export",
            step("a", time=hours(1)),
            step("b", activity="BRD-01", time=hours(2, least=1, most=6)),
            step("c", activity="BRD-03"),
            step("d", activity="BRD-03", time=hours(4, kind=AGG, covers=("c", "d"))),
            step("e", activity="REL-01"),
            step("f", activity="BRD-03", time=hours(8, kind=AGG, covers=("e", "f"))),
        )
    )
    by_stage = {one.kind: (one.hours, one.covered) for one in done.by_stage}
    assert by_stage == {
        Stage.DECLARE: (Range(1, 1, 1), Coverage(1, 1)),
        Stage.BORDER: (Range(5, 6, 10), Coverage(3, 3)),
        None: (Range(8, 8, 8), Coverage(2, 2)),
    }
    by_kind = {one.kind: one.hours for one in done.by_kind}
    assert by_kind == {
        WorkKind.DECLARING: Range(1, 1, 1),
        WorkKind.WAITING: Range(1, 2, 6),
        WorkKind.BORDER: Range(4, 4, 4),
        WorkKind.CROSSING: Range(8, 8, 8),
    }


def test_the_worst_case_takes_what_is_conditional() -> None:
    parts = (
        made("CN-export", step("a", time=hours(1)), step("b", "a", time=hours(2), condition="if chosen")),
        made("KZ-import", step("c", time=hours(3), condition="if red"), step("d", time=hours(1))),
    )
    assert _chain(*parts).totals.elapsed.typ == 2
    assert _chain(*parts, case=WORST).totals.elapsed.typ == 6
    assert _chain(*parts, case=Case(BASE.kind, frozenset({"c"}))).totals.elapsed.typ == 4


def test_the_road_from_china_to_russia(starting_file: Path) -> None:
    with _read(starting_file) as catalogue:
        done = chain(_of_catalogue(catalogue, "COR-01"), BASE, catalogue.reference())
    total = done.totals
    assert _rounded(total.elapsed) == [25.09, 60.09, 105.1]
    assert (total.procedures, total.steps, total.all_steps) == (4, 46, 68)
    assert (total.time_covered, total.aggregates, total.limits) == (Coverage(10, 46), 3, 5)
    assert total.cost == (Money(2384, "USD"), Money(31456, "KZT"), Money(26144, "RUB"))
    assert (total.gaps, total.driving) == (1, 3)
    assert [(once.counted, once.not_again) for once in done.counted_once] == [
        ("CN-P-export-road-22", "KZ-P-bcp-khorgos-road-04")
    ]
    assert [(part.covered.n, part.covered.of) for part in done.blocks] == [
        (4, 14),
        (2, 5),
        (2, 10),
        (0, 0),
        (2, 17),
    ]


CORRIDORS = [f"COR-{number:02}" for number in range(1, 15)]


@pytest.mark.parametrize("corridor_id", CORRIDORS)
def test_totals_of_every_corridor_recomputed(starting_file: Path, corridor_id: str) -> None:
    with _read(starting_file) as catalogue:
        known = catalogue.reference()
        parts = _of_catalogue(catalogue, corridor_id)
    done = chain(parts, BASE, known)
    elsewhere = {once.not_again for once in done.counted_once if once.hours is not None}
    expected = chain_elapsed(parts, elsewhere)
    found = [getattr(done.totals.elapsed, end) for end in ENDS]
    for value, end in zip(found, expected, strict=True):
        assert (value or 0.0) == pytest.approx(end)
    assert {one.currency: one.amount for one in done.totals.cost} == pytest.approx(chain_cost(parts))
    steps = [one.id for part in parts if part.procedure for one in base_steps(part.procedure)]
    assert [point.step_id for point in done.points] == steps
    _holds_together(done)
    _holds_together(chain(parts, WORST, known))


def _holds_together(done: Chain) -> None:
    """What must be true of every chain."""
    for end in ENDS:
        line = [getattr(point.cumulative, end) for point in done.points]
        assert line == sorted(line, key=lambda value: value or 0.0)
        for parts in (done.by_stage, done.by_kind):
            known = [getattr(one.hours, end) for one in parts]
            if end != "max":
                assert (
                    sum(value or 0.0 for value in known) <= (getattr(done.totals.effort, end) or 0.0) + 1e-9
                )
    for group in (done.by_stage, done.by_kind):
        assert sum(one.covered.n for one in group) == done.totals.time_covered.n
        assert sum(one.covered.of for one in group) == done.totals.time_covered.of == done.totals.steps
    for point in done.points:
        low, typical, high = (getattr(point.cumulative, end) or 0.0 for end in ENDS)
        assert low <= typical <= high + 1e-9 or point.cumulative.max is None
    if done.points:
        assert _rounded(done.points[-1].cumulative) == _rounded(done.totals.elapsed)
    single: Mapping[str, Range] = {
        part.block.key: totals(part.block.procedure, done.case).elapsed
        for part in done.blocks
        if part.block.procedure is not None
    }
    left = {point.block_key for point in done.points if point.same_as is not None}
    for part in done.blocks:
        if part.block.key in single and part.block.key not in left:
            assert part.elapsed == single[part.block.key]


def _rounded(hours_: Range) -> list[float]:
    return [round(getattr(hours_, end) or 0.0, 6) for end in ENDS]


@st.composite
def _blocks(draw: st.DrawFn) -> tuple[Block, ...]:
    """Up to three blocks of up to five steps, each waiting for some of those before it."""
    found = []
    for key in ("CN-export", "KZ-transit", "UZ-import")[: draw(st.integers(1, 3))]:
        steps: list[Step] = []
        for number in range(draw(st.integers(1, 5))):
            before = [one.id for one in steps if draw(st.booleans())]
            least, typical, most = sorted(draw(st.lists(st.integers(0, 20), min_size=3, max_size=3)))
            kind = draw(st.sampled_from([None, "duration", "limit", "lead", "aggregate"]))
            name = f"{key}-{number}"
            free = [one.id for one in steps if not any(one.id in other.time.covers for other in steps)]
            covers = (*(one for one in free if draw(st.booleans())), name) if kind == "aggregate" else ()
            time = {
                None: hours(),
                "duration": hours(typical, least=least, most=most),
                "limit": hours(most=most, kind=L),
                "lead": hours(typical, kind=LEAD),
                "aggregate": hours(typical, least=least, kind=AGG, covers=covers),
            }[kind]
            condition = "if" if draw(st.integers(0, 4)) == 0 else None
            steps.append(step(name, " ".join(before), time=time, condition=condition))
        found.append(made(key, *steps))
    return tuple(found)


@settings(max_examples=150, deadline=None)
@given(_blocks())
def test_totals_of_small_chains_recomputed(parts: tuple[Block, ...]) -> None:
    done = _chain(*parts)
    expected = chain_elapsed(parts, ())
    found = [getattr(done.totals.elapsed, end) for end in ENDS]
    for value, end in zip(found, expected, strict=True):
        # An end that no step knows is unknown; it is then no longer than a smaller one.
        assert value == pytest.approx(end) if value is not None else end in (0.0, expected[0], expected[1])
    _holds_together(done)
