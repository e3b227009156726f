from dataclasses import replace

from customs_app.analysis.board import Gap, board, gap_label
from customs_app.domain.codes import CostKind, Verdict
from customs_app.domain.procedure import FullProcedure, Source
from customs_app.domain.review import Mark, Reviewer
from customs_app.domain.text import Language
from customs_app.language.words import words
from tests.analysis.made import AGG, LEAD, L, fee, hours, procedure, reference, step

ANNA = Reviewer("Anna", "RU")


def mark(step_id: str, verdict: Verdict = Verdict.KEEP, document: str | None = None, **more) -> Mark:
    return Mark(f"{step_id}{document}", step_id, verdict, "", ANNA, "2026", document, **more)


def gaps(full: FullProcedure, *marks: Mark, sources: tuple[str, ...] = ()) -> dict[Gap, tuple[str, ...]]:
    known = replace(reference(), sources={id_: Source(id_, id_) for id_ in sources})
    (row,) = board([full], marks, known)
    return dict(row.gaps)


def test_a_bare_step_lacks_everything():
    (row,) = board([procedure(step("1"))], [], reference())
    assert (row.country, row.procedure, row.steps) == ("KZ", "KZ-P", 1)
    assert row.gaps == dict.fromkeys(Gap, ("1",))


def test_any_verdict_on_the_step_itself_is_one_also_keep_and_also_stale():
    full = procedure(step("1"), step("2"), step("3"), step("4"))
    marks = (mark("1"), mark("2", Verdict.REMOVE, stale=("channel",)), mark("3", document="invoice"))
    assert gaps(full, *marks)[Gap.VERDICT] == ("3", "4")


def test_only_the_marks_handed_over_count():
    full = procedure(step("1"))
    assert gaps(full, mark("1"))[Gap.VERDICT] == ()
    assert gaps(full)[Gap.VERDICT] == ("1",)


def test_time_counts_as_in_totals():
    full = procedure(
        step("own", time=hours(2.0)),
        step("limit", time=hours(most=4.0, kind=L)),
        step("lead", time=hours(2.0, kind=LEAD)),
        step("all", time=hours(9.0, kind=AGG, covers=("all", "inside"))),
        step("inside"),
        step("loose", time=hours(9.0, kind=AGG)),
        step("least", time=hours(least=1.0)),
        step("between", time=hours(least=1.0, most=3.0)),
        step("none"),
    )
    assert gaps(full)[Gap.TIME] == ("limit", "lead", "loose", "least", "none")


def test_cost_counts_as_in_totals():
    full = procedure(
        step("own", cost=fee(5)),
        step("free", cost=fee(0)),
        step("rate", cost=fee(12, None, CostKind.RATE)),
        step("all", cost=fee(9, kind=CostKind.AGGREGATE, covers=("all", "inside"))),
        step("inside"),
        step("loose", cost=fee(9, kind=CostKind.AGGREGATE)),
        step("none"),
    )
    assert gaps(full)[Gap.COST] == ("rate", "loose", "none")


def test_steps_that_only_a_condition_brings_count_too():
    full = procedure(
        step("1", condition="where chosen"), step("2", choice="way:a"), step("3", choice="way:b")
    )
    assert gaps(full)[Gap.LAW] == ("1", "2", "3")


def test_law_and_source_are_named_or_not():
    full = procedure(step("1", law="Art. 1"), step("2"), step("3"))
    sourced = {"1": ("S1",), "2": ("gone",), "3": ("gone", "S1")}
    steps = tuple(replace(one, source_ids=sourced[one.id]) for one in full.steps)
    found = gaps(replace(full, steps=steps), sources=("S1",))
    assert found[Gap.LAW] == ("2", "3")
    assert found[Gap.SOURCE] == ("2",)


def test_rows_stand_in_the_order_given():
    rows = board([procedure(step("u"), country="UZ"), procedure(step("k"), country="KZ")], [], reference())
    assert [row.country for row in rows] == ["UZ", "KZ"]


def test_every_gap_has_a_name():
    names = {gap_label(gap, words(Language.EN)) for gap in Gap}
    assert len(names) == len(Gap)


def test_road_import_of_uzbekistan(catalogue):
    full = catalogue.full_procedure("UZ-P-import-road")
    (row,) = board([full], catalogue.marks(), catalogue.reference())
    missing = {gap: len(steps) for gap, steps in row.gaps.items()}
    assert row.steps == 24
    assert missing == {Gap.VERDICT: 24, Gap.LAW: 8, Gap.TIME: 9, Gap.COST: 16, Gap.SOURCE: 0}
