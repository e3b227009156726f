import pytest

from customs_app.analysis.rules import RULES
from customs_app.domain.codes import Confidence, Regime
from tests.analysis.rules.planted import found, only, procedure, step


def peer(country, *activities, regime=Regime.IMPORT):
    return procedure(
        *(step(activity) for activity in ("DCL-05", *activities)), country=country, regime=regime
    )


@pytest.mark.parametrize("regime", [Regime.IMPORT, Regime.TRANSIT])
def test_two_others_take_advance_information(regime):
    full = procedure(step("DCL-05"), step("REL-01"), regime=regime)
    one = only("R15", full, peer("BB", "DCL-01", regime=regime), peer("CC", "DCL-01", regime=regime))
    assert one.steps == ("AA1",)
    assert {row.step for row in one.evidence} == {"AA1", "BB2", "CC2"}
    assert RULES["R15"].apart


def test_three_others_raise_the_confidence_unless_nothing_is_declared():
    others = [peer(country, "DCL-01") for country in ("BB", "CC", "DD")]
    assert only("R15", procedure(step("DCL-05")), *others).confidence is Confidence.MEDIUM
    bare = only("R15", procedure(step("CRT-05")), *others)
    assert (bare.steps, bare.confidence) == ((), Confidence.LOW)


def test_decoys():
    both = (peer("BB", "DCL-01"), peer("CC", "DCL-01"))
    assert not found("R15", procedure(step("DCL-05"), step("DCL-01")), *both)
    assert not found("R15", procedure(step("DCL-05")), peer("BB", "DCL-01"), peer("CC"))
    exports = tuple(peer(country, "DCL-01", regime=Regime.EXPORT) for country in ("BB", "CC"))
    assert not found("R15", procedure(step("DCL-05"), regime=Regime.EXPORT), *exports)
