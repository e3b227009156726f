"""A dossier for programs: unknown is null, and figures are those that a comparison prints."""

from typing import Any

from customs_app.analysis.dossier.as_json import dossier_json
from customs_app.domain.codes import Verdict
from customs_app.domain.procedure import Step
from customs_app.domain.text import Language
from customs_app.language.words import words
from tests.analysis.dossier.made_up import dossier_of, mark
from tests.analysis.made import fee, hours, procedure, step


def as_is(*steps: Step) -> dict[str, Any]:
    found = dossier_of(procedure(*steps), mark(steps[0].id, Verdict.REMOVE))
    told: Any = dossier_json(found, words(Language.EN))
    totals: dict[str, Any] = told["together"][0]["as_is"]
    return totals


def test_a_cost_that_nobody_knows_is_null_and_not_free() -> None:
    assert as_is(step("a"), step("b"))["cost"] is None
    assert as_is(step("a", cost=fee(5)), step("b"))["cost"] == [{"amount": 5, "currency": "USD"}]


def test_hours_have_no_binary_digits_that_adding_leaves() -> None:
    found = as_is(step("a", time=hours(0.1)), step("b", "a", time=hours(0.2)))
    assert found["elapsed_h"] == {"min": 0.3, "typ": 0.3, "max": 0.3}
