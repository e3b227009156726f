import pytest

from customs_app.domain.codes import Channel, Confidence, TimeKind
from customs_app.domain.figures import Range, TimeFigure
from tests.analysis.rules.planted import found, only, procedure, step

HERE = Channel.IN_PERSON


def test_two_visits_with_other_work_between():
    full = procedure(step("DCL-05", channel=HERE), step("CRT-02", "plant"), step("REL-01", channel=HERE))
    one = only("R09", full)
    assert one.steps == ("AA1", "AA3")
    assert one.confidence is Confidence.MEDIUM
    assert one.saving.visits == 1


def test_adjacent_steps_are_one_visit():
    assert not found("R09", procedure(step("DCL-05", channel=HERE), step("REL-01", channel=HERE)))


def test_another_body_or_another_channel_is_no_second_visit():
    gap = step("CRT-02", "plant")
    assert not found("R09", procedure(step("DCL-05", channel=HERE), gap, step("REL-01", "vet", channel=HERE)))
    assert not found(
        "R09", procedure(step("DCL-05", channel=HERE), gap, step("REL-01", channel=Channel.ONLINE))
    )
    assert not found(
        "R09", procedure(step("DCL-05", None, channel=HERE), gap, step("REL-01", None, channel=HERE))
    )


def test_exclusive_visits_are_none():
    full = procedure(
        step("DCL-05", channel=HERE, choice="x:1"),
        step("CRT-02", "plant"),
        step("REL-01", channel=HERE, choice="x:2"),
    )
    assert not found("R09", full)


def test_different_conditions_leave_confidence_low():
    full = procedure(
        step("DCL-05", channel=HERE, condition="meat"),
        step("CRT-02", "plant"),
        step("REL-01", channel=HERE, condition="fruit"),
    )
    assert only("R09", full).confidence is Confidence.LOW


@pytest.mark.parametrize("second", ["INS-02", "BRD-03", "REL-03", "DCL-02"])
def test_visits_that_follow_the_way_of_the_goods_are_doubtful(second):
    full = procedure(step("DCL-05", channel=HERE), step("CRT-02", "plant"), step(second, channel=HERE))
    assert only("R09", full).confidence is Confidence.LOW


def test_visits_to_a_private_party_or_of_some_consignments_are_doubtful():
    gap = step("CRT-02", "plant")
    private = procedure(step("DCL-05", "broker", channel=HERE), gap, step("REL-01", "broker", channel=HERE))
    assert only("R09", private).confidence is Confidence.LOW
    some = procedure(step("DCL-05", channel=HERE, condition="meat"), gap, step("REL-01", channel=HERE))
    assert only("R09", some).confidence is Confidence.LOW


def test_an_aggregate_saves_an_unknown_time():
    def lasting(kind):
        return TimeFigure(Range(typ=2.0), kind)

    def visits(second):
        return procedure(
            step("DCL-05", channel=HERE, time=lasting(TimeKind.DURATION)),
            step("CRT-02", "plant"),
            step("REL-01", channel=HERE, time=lasting(second)),
        )

    assert only("R09", visits(TimeKind.DURATION)).saving.hours == Range(2, 2, 2)
    assert only("R09", visits(TimeKind.AGGREGATE)).saving.hours is None


def test_a_trader_does_not_visit_himself():
    here = {"agency": "trader", "channel": Channel.IN_PERSON}
    assert not found("R09", procedure(step("PRE-03", **here), step("DCL-05"), step("PRE-04", **here)))
