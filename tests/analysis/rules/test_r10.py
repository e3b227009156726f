import pytest

from customs_app.domain.codes import Channel, Confidence, CostKind, Evidence
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


@pytest.mark.parametrize("activity", [f"PAY-{n:02}" for n in range(1, 6)])
def test_each_kind_of_payment(activity):
    assert only("R10", procedure(step(activity), step("CRT-02", cost=costing(5)))).steps == ("AA1", "AA2")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (step("PAY-01"), step("PAY-02", condition="meat")),  # only some pay twice
        (step("PRE-01", cost=costing(5)), step("PAY-02")),  # once for all consignments
        (step("CRT-02", cost=costing(5), evidence=Evidence.MEASURED), step("PAY-02")),  # an average
        (step("CRT-02", cost=costing(5), evidence=Evidence.SURVEY), step("PAY-02")),
    ],
)
def test_doubtful(first, second):
    assert only("R10", procedure(first, second)).confidence is Confidence.LOW


def test_parts_of_one_payment_are_doubtful():
    def parts(activity="PAY-01", **second):
        kinds = {"after": "1", "channel": Channel.ONLINE}
        return procedure(step("DCL-05", "vet"), step("PAY-01", **kinds), step(activity, **(kinds | second)))

    assert only("R10", parts()).confidence is Confidence.LOW
    assert only("R10", parts("PAY-02")).confidence is Confidence.MEDIUM
    assert only("R10", parts(after="2")).confidence is Confidence.MEDIUM
    assert only("R10", parts(channel=None)).confidence is Confidence.MEDIUM


def test_the_saving_is_in_visits_and_unknown_where_they_are():
    by_hand = procedure(step("PAY-01", channel=Channel.IN_PERSON), step("PAY-02", channel=Channel.IN_PERSON))
    assert only("R10", by_hand).saving.visits == 1
    unknown = procedure(step("PAY-01", channel=Channel.IN_PERSON), step("PAY-02"))
    assert only("R10", unknown).saving.visits is None
    assert only("R10", unknown).saving.cost is None


def test_a_trader_is_paid_nothing_by_himself():
    assert not found("R10", procedure(step("PAY-01", "trader"), step("PAY-02", "trader")))
