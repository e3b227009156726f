"""Which steps a total takes."""

import pytest

from customs_app.analysis.case import BASE, WORST, Case, steps_of_case, tick
from customs_app.domain.codes import CaseKind
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import ExchangeRate

from .made import fee, hours, procedure, step


def _taken(full: FullProcedure, case: Case, measure="time", rates=None) -> str:
    return " ".join(one.id for one in steps_of_case(full, case, measure, rates))


def test_base_case_takes_no_conditional_step() -> None:
    full = procedure(step("1"), step("2", condition="red"), step("3"))
    assert _taken(full, BASE) == "1 3"
    assert _taken(full, WORST) == "1 2 3"


def test_base_case_takes_the_first_option_of_a_choice() -> None:
    full = procedure(
        step("1", choice="lane:a", condition="rare"),
        step("2", choice="lane:b"),
        step("3", choice="lane:c"),
        step("4", choice="lane:b"),
        step("5", choice="other:c"),
    )
    assert _taken(full, BASE) == "2 4 5"


def test_ticked_conditions_come_besides() -> None:
    full = procedure(step("1"), step("2", condition="x"), step("3", condition="y"))
    assert _taken(full, Case(ticked=frozenset({"3"}))) == "1 3"


def test_ticked_option_takes_the_place_of_the_first() -> None:
    full = procedure(
        step("1", choice="lane:green"),
        step("2", choice="lane:red", condition="red"),
        step("3", choice="lane:red"),
        step("4"),
    )
    assert _taken(full, BASE) == "1 4"
    assert _taken(full, Case(ticked=frozenset({"2"}))) == "2 3 4"
    assert _taken(full, Case(ticked=frozenset({"3"}))) == "3 4"


def test_of_two_ticked_options_the_first_is_taken() -> None:
    full = procedure(
        step("1", choice="c:yellow", condition="y"), step("2", choice="c:red", condition="r"), step("3")
    )
    assert _taken(full, Case(ticked=frozenset({"1", "2"}))) == "1 3"


def test_tick_and_untick_keep_options_apart() -> None:
    full = procedure(
        step("1", choice="c:yellow", condition="y"),
        step("2", choice="c:red", condition="r"),
        step("3", condition="z"),
    )
    case = tick(full, tick(full, BASE, "3"), "1")
    assert case.ticked == {"1", "3"}
    case = tick(full, case, "2")
    assert case.ticked == {"2", "3"}
    assert tick(full, case, "2").ticked == {"3"}


def test_worst_case_takes_the_option_that_lasts_longest() -> None:
    full = procedure(
        step("1", choice="c:a", time=hours(1)),
        step("2", choice="c:b", condition="b", time=hours(5)),
        step("3", choice="c:d", condition="d", time=hours(3)),
        step("4", condition="e"),
    )
    assert _taken(full, WORST) == "2 4"
    assert Case(CaseKind.WORST) == WORST


def test_longest_is_measured_along_the_path_and_not_added_up() -> None:
    full = procedure(
        step("1", choice="c:wide", time=hours(4)),
        step("2", choice="c:wide", time=hours(4)),
        step("3", choice="c:deep", condition="x", time=hours(3)),
        step("4", "3", choice="c:deep", condition="x", time=hours(3)),
    )
    assert _taken(full, WORST) == "3 4"


def test_worst_case_by_cost_takes_the_dearest_option() -> None:
    full = procedure(
        step("1", choice="c:slow", time=hours(9), cost=fee(1)),
        step("2", choice="c:dear", condition="x", time=hours(1), cost=fee(50)),
    )
    assert _taken(full, WORST) == "1"
    assert _taken(full, WORST, "cost") == "2"


def test_costs_of_two_currencies_are_weighed_only_through_rates() -> None:
    full = procedure(
        step("1", choice="c:a", cost=fee(1000, "KZT")),
        step("2", choice="c:b", condition="x", cost=fee(50, "USD")),
    )
    rates = {"KZT": ExchangeRate("KZT", 500, "2026-11-20")}
    assert _taken(full, WORST, "cost") == "1"
    assert _taken(full, WORST, "cost", rates) == "2"


def test_unknown_options_go_by_their_number_of_steps_then_by_order() -> None:
    full = procedure(
        step("1", choice="c:a", condition="a"),
        step("2", choice="c:b", condition="b"),
        step("3", choice="c:b", condition="b"),
        step("4", choice="d:a", condition="a"),
        step("5", choice="d:b", condition="b"),
    )
    assert _taken(full, WORST) == "2 3 4"


@pytest.mark.parametrize("choice", [None, "lane:a"])
def test_a_lone_option_is_always_taken(choice: str | None) -> None:
    full = procedure(step("1", choice=choice))
    assert _taken(full, BASE) == _taken(full, WORST) == "1"
