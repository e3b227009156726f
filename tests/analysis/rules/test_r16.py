import pytest

from customs_app.domain.codes import Confidence
from tests.analysis.rules.planted import found, only, procedure, step


@pytest.mark.parametrize("activity", ["CRT-02", "CRT-03", "CRT-04", "CRT-05"])
def test_two_certificates_of_one_kind_from_one_body(activity):
    full = procedure(step(activity, "plant", gives="phyto"), step(activity, "plant", gives="phyto-2"))
    one = only("R16", full)
    assert one.steps == ("AA1", "AA2")
    assert one.documents == ("phyto", "phyto-2")
    assert one.confidence is Confidence.HIGH


def test_papers_of_different_codes_are_less_sure():
    full = procedure(step("CRT-05", "vet", gives="paper"), step("CRT-05", "vet", gives="cmr"))
    assert only("R16", full).confidence is Confidence.MEDIUM


def test_certificates_that_are_not_recorded_are_doubtful():
    assert (
        only("R16", procedure(step("CRT-02", "plant"), step("CRT-02", "plant"))).confidence is Confidence.LOW
    )


def test_the_issuer_of_the_paper_goes_before_the_agency_of_the_step():
    full = procedure(step("CRT-02", "plant", gives="phyto"), step("CRT-02", "broker", gives="phyto-2"))
    assert only("R16", full).steps == ("AA1", "AA2")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (step("CRT-01", "plant", gives="phyto"), step("CRT-01", "plant", gives="phyto-2")),  # another kind
        (step("CRT-02", "plant", gives="phyto"), step("CRT-03", "plant", gives="phyto-2")),  # two kinds
        (step("CRT-05", "plant", gives="paper"), step("CRT-05", "vet", gives="cmr")),  # two bodies
        (step("CRT-02", "plant", gives="phyto"), step("CRT-02", "plant", gives="phyto")),  # one paper
        (step("CRT-02", "plant", takes="invoice"), step("CRT-02", "plant", gives="phyto")),  # a request
        (
            step("CRT-02", "plant", gives="phyto", choice="x:1"),
            step("CRT-02", "plant", gives="phyto-2", choice="x:2"),
        ),
    ],
)
def test_decoys(first, second):
    assert not found("R16", procedure(first, second))


def test_other_goods_leave_confidence_low():
    full = procedure(
        step("CRT-02", "plant", gives="phyto", condition="fruit"),
        step("CRT-02", "plant", gives="phyto-2", condition="seed"),
    )
    assert only("R16", full).confidence is Confidence.LOW


def test_a_certificate_that_is_given_once_is_less_sure():
    full = procedure(
        step("CRT-05", "vet", gives="paper", condition="Once per packer"), step("CRT-05", "vet", gives="cmr")
    )
    assert only("R16", full).confidence is Confidence.LOW


def test_two_papers_that_one_asks_for_are_counted_once_saved():
    full = procedure(
        step("CRT-02", "plant", takes="invoice", gives="phyto"),
        step("CRT-02", "plant", takes="invoice", gives="phyto-2"),
    )
    assert only("R16", full).saving.documents == 1
