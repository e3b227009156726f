import pytest

from customs_app.domain.codes import Channel, Confidence, CostKind
from customs_app.domain.figures import CostFigure
from tests.analysis.rules.planted import found, only, procedure, step


def costing(amount, kind=CostKind.FEE):
    return CostFigure(amount, "USD", None, kind)


def test_two_payments_to_one_body():
    one = only("R10", procedure(step("PAY-01"), step("PAY-02")))
    assert one.steps == ("AA1", "AA2")
    assert one.confidence is Confidence.MEDIUM


def test_a_cost_is_a_payment_too():
    assert only("R10", procedure(step("CRT-02", cost=costing(5)), step("PAY-02"))).steps == ("AA1", "AA2")


@pytest.mark.parametrize("cost", [CostFigure(), costing(0), costing(300, CostKind.AGGREGATE)])
def test_unknown_nothing_and_an_aggregate_are_no_payment(cost):
    assert not found("R10", procedure(step("CRT-02", cost=cost), step("PAY-02")))


def test_other_bodies_are_paid_apart():
    assert not found("R10", procedure(step("PAY-01"), step("PAY-03", "plant")))
    assert not found("R10", procedure(step("PAY-01", None), step("PAY-02", None)))


def test_exclusive_payments_are_none():
    assert not found("R10", procedure(step("PAY-01", choice="pay:now"), step("PAY-02", choice="pay:later")))


def test_different_conditions_leave_confidence_low():
    full = procedure(step("PAY-01", condition="meat"), step("PAY-02", condition="fruit"))
    assert only("R10", full).confidence is Confidence.LOW


def test_by_hand_is_high_and_to_a_private_body_low():
    by_hand = procedure(step("PAY-01", channel=Channel.IN_PERSON), step("PAY-02", channel=Channel.PAPER))
    assert only("R10", by_hand).confidence is Confidence.HIGH
    assert (
        only("R10", procedure(step("PAY-01", "carrier"), step("PAY-02", "carrier"))).confidence
        is Confidence.LOW
    )
