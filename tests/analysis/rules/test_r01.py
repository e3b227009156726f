import pytest

from customs_app.domain.codes import Confidence
from customs_app.domain.text import Language
from customs_app.language.words import words
from tests.analysis.rules.planted import found, only, procedure, step


def test_one_document_taken_by_two_bodies():
    full = procedure(step("DCL-05", takes="invoice"), step("CRT-02", "plant", takes="invoice"))
    one = only("R01", full)
    assert one.steps == ("AA1", "AA2")
    assert one.documents == ("invoice",)
    assert one.confidence is Confidence.HIGH
    assert one.saving.documents == 1
    assert {(row.step, row.document, row.source, row.locator) for row in one.evidence} == {
        ("AA1", "invoice", "S1", "p. 1"),
        ("AA2", "invoice", "S1", "p. 1"),
    }
    assert one.standard == ("TFA-10.4", "UNCEFACT-33")
    assert words(Language.EN).say(one.summary) == "invoice: 2 parties, steps 1, 2"


def test_same_code_under_two_names_is_one_document_of_less_confidence():
    full = procedure(step("DCL-05", takes="invoice"), step("CRT-02", "plant", takes="proforma"))
    one = only("R01", full)
    assert one.documents == ("invoice", "proforma")
    assert one.confidence is Confidence.MEDIUM


def test_without_a_code_the_id_makes_it_the_same():
    full = procedure(step("DCL-05", takes="permit"), step("CRT-02", "plant", takes="permit"))
    assert only("R01", full).documents == ("permit",)
    decoy = procedure(step("DCL-05", takes="permit"), step("CRT-02", "plant", takes="paper"))
    assert not found("R01", decoy)


@pytest.mark.parametrize(
    ("first", "second", "confidence"),
    [
        ({"takes": "cmr"}, {"shows": "cmr"}, Confidence.MEDIUM),
        ({"shows": "cmr"}, {"shows": "cmr"}, Confidence.LOW),
    ],
)
def test_shown_in_place_of_input_lowers_the_confidence(first, second, confidence):
    full = procedure(step("BRD-03", **first), step("INS-08", "vet", **second))
    assert only("R01", full).confidence is confidence


def test_one_body_that_asks_twice_is_no_finding():
    assert not found("R01", procedure(step("DCL-02", takes="cmr"), step("DCL-05", takes="cmr")))


def test_issuing_is_not_asking():
    assert not found("R01", procedure(step("CRT-02", "plant", gives="phyto"), step("DCL-05", takes="phyto")))


def test_a_body_that_is_not_known_counts_for_none():
    assert not found("R01", procedure(step("DCL-02", None, takes="cmr"), step("DCL-05", takes="cmr")))


def test_exclusive_steps_form_no_finding():
    full = procedure(
        step("DCL-05", takes="cmr", choice="corridor:green"),
        step("CRT-02", "plant", takes="cmr", choice="corridor:red"),
    )
    assert not found("R01", full)


def test_different_conditions_without_a_choice_leave_confidence_low():
    full = procedure(
        step("DCL-05", takes="cmr", condition="meat"),
        step("CRT-02", "plant", takes="cmr", condition="fruit"),
    )
    assert only("R01", full).confidence is Confidence.LOW


def test_one_pair_that_surely_meets_keeps_the_confidence():
    full = procedure(
        step("DCL-05", takes="cmr"),
        step("CRT-02", "plant", takes="cmr"),
        step("CRT-03", "vet", takes="cmr", condition="meat"),
    )
    assert only("R01", full).confidence is Confidence.HIGH


def test_a_private_party_is_no_second_authority():
    full = procedure(step("DCL-04", "broker", takes="invoice"), step("DCL-05", takes="invoice"))
    assert only("R01", full).confidence is Confidence.MEDIUM
