import pytest

from customs_app.domain.codes import Confidence, CostKind
from customs_app.domain.figures import CostFigure
from tests.analysis.rules.planted import found, only, procedure, step


def fee(kind, basis, amount=2.0):
    return CostFigure(amount, None if kind is CostKind.RATE else "USD", basis, kind)


@pytest.mark.parametrize("activity", ["PAY-02", "PAY-03"])
def test_a_processing_fee_ad_valorem(activity):
    full = procedure(step(activity, cost=fee(CostKind.RATE, "ad valorem %")))
    assert only("R11", full).confidence is Confidence.HIGH


def test_a_processing_fee_by_value_band():
    full = procedure(step("PAY-02", cost=fee(CostKind.BAND, "per declaration, value USD 40-60 thousand")))
    assert only("R11", full).confidence is Confidence.MEDIUM


@pytest.mark.parametrize(
    "note",
    [
        "Ceiling of USD 500.",
        "At most 100 USD.",
        "Not more than 30,000 RUB.",
        "To 5.5 million 21344; above 30000.",
        "Slabs from PKR 500 to 2,000 by goods value.",
        "PKR 1,500 (to 25 million), 2,000 (above).",
    ],
)
def test_a_ceiling_makes_it_no_finding(note):
    full = procedure(step("PAY-02", cost=fee(CostKind.BAND, "goods value"), note=note))
    assert not found("R11", full)


def test_a_floor_is_no_ceiling():
    full = procedure(step("PAY-02", cost=fee(CostKind.RATE, "ad valorem %, at least 2 EUR")))
    assert only("R11", full).steps == ("AA1",)


@pytest.mark.parametrize(
    ("activity", "cost"),
    [
        ("PAY-01", fee(CostKind.RATE, "ad valorem %")),  # a duty, no processing fee
        ("PAY-05", fee(CostKind.RATE, "% of freight")),
        ("PAY-02", fee(CostKind.FEE, "per declaration")),
        ("PAY-02", fee(CostKind.BAND, "per day, under 0.5 kg")),
        ("PAY-02", CostFigure()),
    ],
)
def test_decoys(activity, cost):
    assert not found("R11", procedure(step(activity, cost=cost)))


def test_a_fee_that_is_said_to_be_ad_valorem():
    full = procedure(step("PAY-02", cost=fee(CostKind.FEE, "ad valorem")))
    assert only("R11", full).confidence is Confidence.MEDIUM


def test_a_ceiling_in_another_procedure_of_the_country_makes_it_doubtful():
    band = fee(CostKind.BAND, "goods value")
    full = procedure(step("PAY-02", cost=band))

    def other(country="AA", currency="USD"):
        capped = CostFigure(2.0, currency, "goods value", CostKind.BAND)
        return procedure(
            step("PAY-02", cost=capped, note="Not more than 30,000."), country=country, name="other"
        )

    assert only("R11", full, other()).confidence is Confidence.LOW
    assert only("R11", full, other("BB")).confidence is Confidence.MEDIUM
    assert only("R11", full, other(currency="KZT")).confidence is Confidence.MEDIUM
