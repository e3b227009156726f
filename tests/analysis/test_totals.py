"""Totals of one procedure in one case."""

from dataclasses import replace

from customs_app.analysis.case import BASE, WORST
from customs_app.analysis.totals import totals
from customs_app.domain.codes import Channel, CostKind, Role
from customs_app.domain.figures import Coverage, Money, Range
from customs_app.domain.reference import ExchangeRate

from .made import AGG, L, fee, hours, procedure, step


def test_totals_say_what_they_cover_and_rest_on() -> None:
    full = procedure(
        step("1", time=hours(least=1, most=3), law="Art. 1"),
        step("2", "1", time=hours(10, kind=AGG, covers=["2", "3"])),
        step("3", "2"),
        step("4", "3", time=hours(most=5, kind=L), law="Art. 2"),
        step("5", "4"),
        step("6", "5", condition="x", time=hours(100)),
    )
    total = totals(full, BASE)
    assert (total.steps, total.all_steps) == (5, 6)
    assert total.elapsed == Range(11, 12, 18)
    assert total.time_covered == Coverage(3, 5)
    assert total.law_covered == Coverage(2, 5)
    assert (total.aggregates, total.limits, total.derived) == (1, 1, 1)
    assert total.path == ("1", "2")
    worst = totals(full, WORST)
    assert worst.elapsed == Range(111, 112, 118)
    assert worst.time_covered == Coverage(4, 6)
    assert (total.case, worst.case) == (BASE, WORST)


def test_currencies_are_never_added_together_and_rates_stand_apart() -> None:
    full = procedure(
        step("1", cost=fee(5)),
        step("2", cost=fee(100, "KZT")),
        step("3", cost=fee(7)),
        step("4", cost=fee(20, None, CostKind.RATE)),
        step("5"),
    )
    total = totals(full, BASE)
    assert total.cost == (Money(12, "USD"), Money(100, "KZT"))
    assert total.rates == ("4",)
    assert total.cost_covered == Coverage(3, 5)


def test_unknown_cost_is_empty_and_not_free() -> None:
    total = totals(procedure(step("1")), BASE)
    assert total.cost == ()
    assert total.cost_covered == Coverage(0, 1)
    assert totals(procedure(step("1", cost=fee(0))), BASE).cost == (Money(0, "USD"),)


def test_cost_of_the_worst_case_is_that_of_the_dearest_option() -> None:
    full = procedure(
        step("1", choice="c:slow", time=hours(9), cost=fee(1)),
        step("2", choice="c:dear", condition="x", time=hours(1), cost=fee(50)),
    )
    total = totals(full, WORST)
    assert total.elapsed.typ == 9
    assert total.cost == (Money(50, "USD"),)


def test_documents_are_distinct_inputs_and_handovers_all_of_them() -> None:
    full = procedure(
        step("1"),
        step("2"),
        step("3", condition="x"),
        uses={
            "1": [("invoice", Role.INPUT), ("permit", Role.OUTPUT)],
            "2": [("invoice", Role.INPUT), ("cmr", Role.INPUT), ("passport", Role.SHOWN)],
            "3": [("certificate", Role.INPUT)],
        },
    )
    base = totals(full, BASE)
    assert (base.documents, base.handovers) == (2, 3)
    worst = totals(full, WORST)
    assert (worst.documents, worst.handovers) == (3, 4)


def test_documents_are_unknown_where_none_is_recorded() -> None:
    full = procedure(step("1"), uses={"1": [("permit", Role.OUTPUT)]})
    assert totals(full, BASE).documents is None
    assert totals(full, BASE).handovers is None


def test_visits_are_added_where_known_and_in_person_steps_counted_apart() -> None:
    full = procedure(
        step("1", channel=Channel.IN_PERSON),
        step("2", channel=Channel.IN_PERSON, visits=2),
        step("3", channel=Channel.ONLINE, visits=0),
        step("4", channel=Channel.PAPER),
    )
    total = totals(full, BASE)
    assert (total.visits, total.in_person) == (2, 1)
    assert total.visits_covered == Coverage(2, 4)
    assert totals(procedure(step("1", channel=Channel.IN_PERSON)), BASE).visits is None


def test_empty_procedure_has_no_total() -> None:
    total = totals(procedure(), BASE)
    assert (total.steps, total.elapsed, total.cost) == (0, Range(), ())


def test_what_was_asked_last_is_answered_again_only_for_the_same_question() -> None:
    full = procedure(
        step("1", choice="c:own", cost=fee(500, "KZT")),
        step("2", choice="c:other", condition="x", cost=fee(3)),
    )
    told = totals(full, WORST)
    assert totals(full, WORST) is told
    assert totals(full, BASE) == replace(totals(procedure(*full.steps[:1]), BASE), all_steps=2)
    assert totals(full, WORST) is not told
    assert totals(full, WORST) == told
    for units, dearest in ((600.0, "USD"), (100.0, "KZT"), (600.0, "USD")):
        rates = {"KZT": ExchangeRate("KZT", units, "2026-01-01", "s")}
        assert [money.currency for money in totals(full, WORST, rates).cost] == [dearest]
