import pytest

from customs_app.analysis.guard import RISKS, Risk, guard, risk_label
from customs_app.domain.text import Language
from customs_app.language.words import words
from tests.analysis.rules.planted import procedure, step


def rows(full, step_id):
    return {row.risk: row for row in guard(full, step_id)}


def test_what_a_step_controls_and_what_still_covers_it():
    full = procedure(step("DCL-06"), step("PAY-01"), step("INS-10"), step("INS-01"))
    got = rows(full, "AA1")
    assert set(got) == {Risk.REVENUE, Risk.PRODUCT_SAFETY, Risk.STATISTICS}
    assert got[Risk.REVENUE].covered_by == ("AA2", "AA4")
    assert got[Risk.PRODUCT_SAFETY].covered_by == ("AA3",)
    assert not got[Risk.REVENUE].sole


def test_a_sole_safeguard_is_told():
    row = rows(procedure(step("INS-04"), step("INS-02")), "AA1")[Risk.PLANT_ANIMAL]
    assert row.covered_by == ()
    assert row.sole


def test_a_step_without_a_control_purpose_has_no_rows():
    assert guard(procedure(step("TRN-05"), step("INS-02")), "AA1") == ()


def test_exclusive_steps_do_not_cover_one_another():
    full = procedure(step("INS-04", choice="corridor:red"), step("CRT-02", choice="corridor:green"))
    assert rows(full, "AA1")[Risk.PLANT_ANIMAL].sole


def test_a_conditional_step_covers_only_sometimes():
    full = procedure(step("INS-04"), step("CRT-02", condition="fruit"))
    row = rows(full, "AA1")[Risk.PLANT_ANIMAL]
    assert (row.covered_by, row.sometimes_by) == ((), ("AA2",))
    assert row.sole


@pytest.mark.parametrize("how", [{"condition": "fruit"}, {"choice": "corridor:red"}])
def test_a_step_under_the_same_condition_covers(how):
    full = procedure(step("INS-04", **how), step("CRT-02", **how))
    assert rows(full, "AA1")[Risk.PLANT_ANIMAL].covered_by == ("AA2",)


def test_lodging_checks_nothing_but_gives_statistics():
    full = procedure(step("DCL-06"), step("DCL-05"), step("REL-01"))
    got = rows(full, "AA1")
    assert got[Risk.REVENUE].sole
    assert got[Risk.STATISTICS].covered_by == ("AA2",)


def test_an_unknown_step_is_an_error():
    with pytest.raises(KeyError):
        guard(procedure(step("INS-04")), "AA9")


def test_every_activity_of_the_table_exists_and_every_control_has_a_purpose(catalogue):
    activities = catalogue.reference().activities
    assert RISKS.keys() <= activities.keys()
    assert {code for code in activities if code.startswith("INS-")} <= RISKS.keys()


def test_every_risk_has_a_name_of_its_own():
    english = words(Language.EN)
    assert len({risk_label(risk, english) for risk in Risk}) == len(Risk)
