import pytest

from customs_app.domain.codes import Confidence, Evidence, Mode, Regime, TimeKind
from customs_app.domain.figures import Range, TimeFigure
from tests.analysis.rules.planted import found, only, procedure, step


def lasting(typ, kind=TimeKind.DURATION, covers=()):
    return TimeFigure(Range(typ=typ), kind, covers)


def peer(country, time, activity="INS-04"):
    return procedure(step(activity, time=time, evidence=Evidence.MEASURED), country=country)


THREE = tuple(peer(country, lasting(hours)) for country, hours in (("BB", 1.0), ("CC", 2.0), ("DD", 3.0)))


def slow(time):
    return procedure(step("INS-04", time=time, evidence=Evidence.MEASURED))


def test_more_than_three_times_the_median_of_three_others():
    one = only("R13", slow(lasting(6.5)), *THREE)
    assert one.saving.hours == Range(4.5, 4.5, 4.5)
    assert one.confidence is Confidence.HIGH
    assert [row.step for row in one.evidence] == ["AA1", "BB1", "CC1", "DD1"]


def test_three_times_exactly_is_not_more():
    assert not found("R13", slow(lasting(6.0)), *THREE)


def test_two_others_are_too_few():
    assert not found("R13", slow(lasting(60.0)), *THREE[:2])


@pytest.mark.parametrize("kind", [TimeKind.AGGREGATE, TimeKind.LIMIT, TimeKind.LEAD])
def test_only_durations_are_compared(kind):
    assert not found("R13", slow(lasting(60.0, kind)), *THREE)
    assert not found("R13", slow(lasting(60.0)), *THREE[:2], peer("DD", lasting(3.0, kind)))


def test_a_time_inside_an_aggregate_takes_no_part():
    full = procedure(
        step("INS-04", time=lasting(60.0)),
        step("BRD-03", time=lasting(80.0, TimeKind.AGGREGATE, ("AA1", "AA2"))),
    )
    assert not found("R13", full, *THREE)


def test_another_activity_is_no_measure():
    assert not found("R13", slow(lasting(60.0)), *THREE[:2], peer("DD", lasting(3.0), "INS-05"))


def test_the_mean_of_both_bounds_stands_for_the_typical_time():
    wide = TimeFigure(Range(min=2.0, max=12.0), TimeKind.DURATION)
    assert only("R13", slow(wide), *THREE).saving.hours == Range(0.0, 5.0, 10.0)


def test_weaker_evidence_lowers_the_confidence():
    full = procedure(step("INS-04", time=lasting(60.0), evidence=Evidence.GUIDE))
    assert only("R13", full, *THREE).confidence is Confidence.MEDIUM


def test_a_country_without_a_time_counts_for_none_and_not_for_zero():
    unknown = peer("EE", TimeFigure())
    assert not found("R13", slow(lasting(60.0)), *THREE[:2], unknown)
    assert only("R13", slow(lasting(6.5)), *THREE, unknown).saving.hours == Range(4.5, 4.5, 4.5)
    assert not found("R13", slow(TimeFigure()), *THREE)


def test_only_procedures_of_this_regime_and_mode_are_compared():
    for kinds in ({"regime": Regime.EXPORT}, {"mode": Mode.SEA}):
        other = procedure(
            step("INS-04", time=lasting(3.0), evidence=Evidence.MEASURED), country="DD", **kinds
        )
        assert not found("R13", slow(lasting(60.0)), *THREE[:2], other)


def test_the_saving_is_the_range_above_the_median():
    wide = TimeFigure(Range(1.0, 9.0, 20.0), TimeKind.DURATION)
    assert only("R13", slow(wide), *THREE).saving.hours == Range(0.0, 7.0, 18.0)
