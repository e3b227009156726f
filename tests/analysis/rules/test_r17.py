import pytest

from customs_app.analysis.rules import rekeyed
from customs_app.domain.codes import Confidence
from customs_app.domain.text import Language
from customs_app.language.words import words
from tests.analysis.rules.planted import found, only, procedure, reference, step

FORMS = {"380": "3336 3132 X-OWN-DATE", "271": "3336 X-OWN-DATE", "730": "3336 3132 X-OWN-DATE"}


def test_one_element_in_three_documents():
    full = procedure(
        step("DCL-05", takes="invoice packing"), step("BRD-03", "vet", shows="cmr"), step("REL-01")
    )
    one = only("R17", full, ref=reference(FORMS))
    assert one.steps == ("AA1", "AA2")
    assert one.documents == ("invoice", "packing", "cmr")
    assert [(row.step, row.document, row.locator) for row in one.evidence] == [
        ("AA1", "invoice", "3336"),
        ("AA1", "packing", "3336"),
        ("AA2", "cmr", "3336"),
    ]
    assert all(row.source == "S1" for row in one.evidence)
    assert words(Language.EN).say(one.summary) == (
        "The forms ask 5 times for 2 data elements: 3 times again (60 %)"
    )


def test_two_documents_are_too_few():
    assert not found("R17", procedure(step("DCL-05", takes="invoice packing")), ref=reference(FORMS))


def test_own_elements_of_a_form_do_not_count():
    own = {"380": "3132 X-OWN-DATE", "271": "3336 X-OWN-DATE", "730": "1000 X-OWN-DATE"}
    full = procedure(step("DCL-05", takes="invoice packing cmr"))
    assert not found("R17", full, ref=reference(own))
    assert rekeyed(full, reference(own)).asked == 3


def test_two_papers_on_one_form_count_once():
    data = rekeyed(procedure(step("DCL-05", takes="invoice proforma")), reference(FORMS))
    assert (data.asked, data.distinct, data.repeated) == (2, 2, 0)
    assert data.forms == {"380": ("invoice", "proforma")}


def test_a_document_without_a_known_form_is_named_and_not_counted():
    data = rekeyed(procedure(step("DCL-05", takes="invoice phyto paper", gives="cmr")), reference(FORMS))
    assert data.not_counted == ("phyto", "paper")
    assert data.matrix == {"3132": ("380", "730"), "3336": ("380", "730")}


def test_nothing_asked_has_no_share():
    data = rekeyed(procedure(step("DCL-05")), reference(FORMS))
    assert (data.asked, data.share) == (0, None)


def test_a_form_told_by_the_name_lowers_the_confidence():
    ref = reference(FORMS | {"315": "3336"}, names={"paper": "Sales contract"})
    full = procedure(step("DCL-05", takes="invoice packing paper"))
    assert rekeyed(full, ref).by_name == ("paper",)
    assert only("R17", full, ref=ref).confidence is Confidence.MEDIUM


def test_the_real_figure_of_road_import_of_uzbekistan(catalogue):
    data = rekeyed(catalogue.full_procedure("UZ-P-import-road"), catalogue.reference())
    assert (data.distinct, data.asked, data.repeated) == (126, 318, 192)
    assert data.share == pytest.approx(0.60, abs=0.005)
    assert data.not_counted == ("UZ-D-label",)


def test_documents_of_exclusive_steps_never_meet():
    full = procedure(
        step("DCL-05", takes="invoice packing"),
        step("INS-02", shows="cmr", choice="corridor:red"),
        step("INS-03", choice="corridor:yellow"),
    )
    assert only("R17", full, ref=reference(FORMS)).documents == ("invoice", "packing", "cmr")
    apart = procedure(
        step("DCL-05", takes="invoice"),
        step("INS-02", shows="cmr", choice="corridor:red"),
        step("INS-03", shows="packing", choice="corridor:yellow"),
    )
    assert not found("R17", apart, ref=reference(FORMS))


def test_different_conditions_leave_confidence_low():
    full = procedure(
        step("DCL-05", takes="invoice"),
        step("INS-04", shows="cmr", condition="fruit"),
        step("INS-05", shows="packing", condition="meat"),
    )
    assert only("R17", full, ref=reference(FORMS)).confidence is Confidence.LOW
    alike = procedure(
        step("DCL-05", takes="invoice"),
        step("INS-04", shows="cmr", condition="fruit"),
        step("INS-05", shows="packing", condition="fruit"),
    )
    assert only("R17", alike, ref=reference(FORMS)).confidence is Confidence.HIGH
