import pytest

from customs_app.domain.codes import Confidence, Regime
from tests.analysis.rules.planted import found, only, procedure, step


def test_a_result_that_no_later_step_asks_for():
    full = procedure(
        step("TRN-02", gives="permit"), step("DCL-05", takes="invoice"), step("REL-01", gives="receipt")
    )
    one = only("R05", full)
    assert (one.steps, one.documents) == (("AA1",), ("permit",))
    assert one.confidence is Confidence.HIGH


@pytest.mark.parametrize("use", [{"takes": "permit"}, {"shows": "permit"}])
def test_taken_or_shown_later_is_used(use):
    assert not found("R05", procedure(step("PRE-03", gives="permit"), step("DCL-05", **use)))


def test_the_same_code_under_another_name_is_used():
    assert not found("R05", procedure(step("PRE-02", gives="invoice"), step("DCL-05", takes="proforma")))


def test_used_only_before_it_is_issued_is_not_used():
    full = procedure(step("DCL-05", takes="permit"), step("PRE-03", gives="permit"))
    assert only("R05", full).steps == ("AA2",)


@pytest.mark.parametrize("activity", ["REL-01", "CRT-02"])
def test_result_of_a_release_or_certificate_at_the_end_is_what_the_trader_wants(activity):
    full = procedure(step("DCL-05", takes="invoice"), step(activity, gives="permit"), step("AFT-01"))
    assert not found("R05", full)


def test_a_certificate_in_the_middle_is_looked_at():
    full = procedure(step("CRT-02", gives="phyto"), step("DCL-05", takes="invoice"))
    assert only("R05", full).documents == ("phyto",)


def test_use_in_an_exclusive_step_is_no_use():
    full = procedure(
        step("PRE-03", gives="permit", choice="x:1"),
        step("DCL-05", takes="permit", choice="x:2"),
    )
    assert only("R05", full).documents == ("permit",)


def test_what_may_travel_to_the_next_country_is_doubtful():
    full = procedure(step("PRE-03", gives="permit"), step("DCL-05", takes="invoice"), regime=Regime.EXPORT)
    assert only("R05", full).confidence is Confidence.LOW


def test_later_steps_without_recorded_documents_make_it_doubtful():
    full = procedure(step("PRE-03", gives="permit"), step("DCL-05"), step("DCL-06"), step("REL-01"))
    assert only("R05", full).confidence is Confidence.LOW


@pytest.mark.parametrize(
    ("activity", "agency"),
    [
        ("PRE-01", "customs"),  # a registration
        ("PRE-03", "bank"),
        ("CRT-05", "vet"),  # a certificate
        ("DCL-05", "customs"),  # a declaration
        ("PRE-08", "broker"),  # between private parties
    ],
)
def test_what_is_kept_in_a_file_or_between_private_parties_is_doubtful(activity, agency):
    full = procedure(
        step(activity, agency, gives="permit"), step("PAY-02", takes="invoice"), step("REL-01", shows="cmr")
    )
    assert only("R05", full).confidence is Confidence.LOW


def test_what_the_procedure_across_the_border_asks_for_is_used():
    out = procedure(
        step("CRT-02", "plant", gives="phyto"),
        step("DCL-05", takes="invoice"),
        regime=Regime.EXPORT,
        place="aa-gate",
    )
    for use in ({"takes": "phyto-2"}, {"shows": "phyto"}):
        into = procedure(step("INS-04", **use), country="BB", place="bb-gate")
        assert not found("R05", out, into)
    elsewhere = procedure(step("INS-04", takes="phyto"), country="BB", place="bb-to-cc")
    assert only("R05", out, elsewhere).documents == ("phyto",)
    other = procedure(step("INS-04", takes="cmr"), country="BB", place="bb-gate")
    assert only("R05", out, other).documents == ("phyto",)
