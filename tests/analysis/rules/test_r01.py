import pytest

from customs_app.domain.codes import Channel, Confidence
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
    assert words(Language.EN).say(one.summary) == "2 bodies ask for invoice: steps 1, 2"


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
    full = procedure(step("DCL-02", "carrier", takes="invoice"), step("DCL-05", takes="invoice"))
    assert only("R01", full).confidence is Confidence.MEDIUM


@pytest.mark.parametrize(
    "nobody",
    [
        step("DCL-04", "broker", takes="invoice"),  # readies what is lodged
        step("PRE-02", "trader", takes="invoice"),
        step("CRT-04", "trader", takes="invoice"),  # collects papers
        step("DCL-06", "vet", takes="invoice", channel=Channel.AUTOMATIC),  # a system reads it
    ],
)
def test_where_nobody_asks_the_trader_the_finding_is_doubtful_and_stands_aside(nobody):
    assert only("R01", procedure(nobody, step("DCL-05", takes="invoice"))).confidence is Confidence.LOW
    full = procedure(nobody, step("DCL-05", takes="invoice"), step("CRT-02", "plant", takes="invoice"))
    one = only("R01", full)
    assert (one.steps, one.confidence) == (("AA2", "AA3"), Confidence.HIGH)
    assert one.saving.documents == 1


def test_what_is_readied_stands_for_a_declaration_without_recorded_documents():
    full = procedure(step("DCL-04", "broker", takes="invoice"), step("CRT-02", "plant", takes="invoice"))
    assert only("R01", full).confidence is Confidence.MEDIUM


@pytest.mark.parametrize(
    ("first", "second", "confidence"),
    [
        (("customs", "invoice:copy"), ("post", "invoice:copy"), Confidence.MEDIUM),  # one service
        (("window", "invoice:electronic"), ("customs", "invoice:copy"), Confidence.MEDIUM),
        (("window", "invoice:electronic"), ("vet", "invoice:electronic"), Confidence.MEDIUM),
        (("window", "invoice:electronic"), ("vet", "invoice:copy"), Confidence.HIGH),
        (("customs", "entry:copy"), ("vet", "entry:copy"), Confidence.MEDIUM),  # about the declaration
    ],
)
def test_what_may_be_passed_on_is_less_sure(first, second, confidence):
    full = procedure(*(step("DCL-05", agency, takes=paper) for agency, paper in (first, second)))
    assert only("R01", full).confidence is confidence


def test_what_is_asked_once_for_all_consignments_is_less_sure():
    full = procedure(step("PRE-01", takes="permit"), step("CRT-02", "plant", takes="permit"))
    assert only("R01", full).confidence is Confidence.MEDIUM
    said = procedure(
        step("CRT-05", takes="permit", condition="First shipment only"),
        step("CRT-02", "plant", takes="permit"),
    )
    assert only("R01", said).confidence is Confidence.MEDIUM
