import pytest

from customs_app.analysis.rules import RULES
from customs_app.domain.codes import Confidence, Mode, Regime, TimeKind
from customs_app.domain.figures import Range, TimeFigure
from tests.analysis.rules.planted import found, only, procedure, step


def peer(country, *activities, **kinds):
    return procedure(*(step(activity) for activity in ("DCL-05", *activities)), country=country, **kinds)


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


OTHERS = tuple(peer(country, "DCL-01") for country in ("BB", "CC", "DD"))


@pytest.mark.parametrize(
    "early",
    [
        step("DCL-02", title="Send the manifest before arrival"),
        step("DCL-05", title="Lodge an advance declaration"),
        step("DCL-05", condition="Before the ship arrives"),
        step("DCL-05", time=TimeFigure(Range(typ=2.0), TimeKind.LEAD)),
    ],
)
def test_what_is_done_ahead_under_another_name_is_doubtful(early):
    assert only("R15", procedure(early), *OTHERS).confidence is Confidence.LOW


def test_what_another_procedure_of_the_country_has_is_doubtful():
    full = procedure(step("DCL-05"))
    border = procedure(step("DCL-01"), regime=Regime.BORDER_CROSSING, name="AA-border")
    assert only("R15", full, border, *OTHERS).confidence is Confidence.LOW
    by_sea = procedure(step("DCL-01"), mode=Mode.SEA, name="AA-sea")
    assert only("R15", full, by_sea, *OTHERS).confidence is Confidence.MEDIUM


def test_a_procedure_for_special_goods_is_doubtful():
    meat = procedure(step("DCL-05"), goods="frozen meat", name="AA-meat")
    plain = peer("AA", goods="ordinary goods")
    assert only("R15", meat, plain, *OTHERS).confidence is Confidence.LOW
