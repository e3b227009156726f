from customs_app.analysis.rules import RULES
from tests.analysis.rules.planted import found, only, procedure, step


def test_examination_without_a_condition_and_without_risk_selection():
    assert only("R14", procedure(step("DCL-05"), step("INS-02"))).steps == ("AA2",)
    assert RULES["R14"].apart


def test_risk_selection_a_condition_or_a_corridor_make_it_no_finding():
    assert not found("R14", procedure(step("INS-01"), step("INS-02")))
    assert not found("R14", procedure(step("INS-02", condition="by risk")))
    assert not found("R14", procedure(step("INS-02", choice="corridor:red")))
    assert not found("R14", procedure(step("INS-03")))


def test_risk_selection_under_a_condition_still_selects():
    assert not found("R14", procedure(step("INS-01", condition="lorries"), step("INS-02")))
