import pytest

from customs_app.analysis.rules.r02 import CONTROLS
from customs_app.domain.codes import Channel, Confidence, TimeKind
from customs_app.domain.figures import Range, TimeFigure
from tests.analysis.rules.planted import found, only, procedure, step


@pytest.mark.parametrize("activity", CONTROLS)
def test_each_control_that_stands_twice(activity):
    assert only("R02", procedure(step(activity), step(activity, "plant"))).steps == ("AA1", "AA2")


def test_the_controls_are_those_of_the_rules():
    assert set(CONTROLS) == {f"INS-{n:02}" for n in range(2, 11)} | {"DCL-06", "DCL-07", "TRN-07"}


@pytest.mark.parametrize("activity", ["INS-01", "DCL-05", "BRD-03", "PAY-01"])
def test_what_is_no_control_may_stand_twice(activity):
    assert not found("R02", procedure(step(activity), step(activity, "plant")))


def test_two_different_controls_are_none():
    assert not found("R02", procedure(step("INS-04"), step("INS-05")))


def test_exclusive_steps_form_no_finding():
    full = procedure(step("INS-02", choice="corridor:red"), step("INS-02", choice="corridor:yellow"))
    assert not found("R02", full)


def test_different_conditions_leave_confidence_low():
    full = procedure(step("INS-04", condition="fruit"), step("INS-04", condition="seed"))
    assert only("R02", full).confidence is Confidence.LOW


def test_alike_and_always_is_high_and_one_condition_medium():
    alike = procedure(step("INS-04", channel=Channel.IN_PERSON), step("INS-04", channel=Channel.IN_PERSON))
    assert only("R02", alike).confidence is Confidence.HIGH
    sometimes = procedure(step("INS-04", condition="fruit"), step("INS-04"))
    assert only("R02", sometimes).confidence is Confidence.MEDIUM


def test_saving_is_the_shorter_step_and_unknown_where_one_is():
    def lasting(hours):
        return TimeFigure(Range(typ=hours), TimeKind.DURATION)

    both = procedure(step("INS-04", time=lasting(5)), step("INS-04", time=lasting(2)))
    assert only("R02", both).saving.hours == Range(2, 2, 2)
    one = procedure(step("INS-04", time=lasting(5)), step("INS-04"))
    assert only("R02", one).saving.hours is None


def test_time_inside_an_aggregate_saves_an_unknown_time():
    inside = TimeFigure(Range(typ=1), TimeKind.DURATION)
    whole = TimeFigure(Range(typ=9), TimeKind.AGGREGATE, ("AA1", "AA2", "AA3"))
    full = procedure(step("INS-04", time=inside), step("INS-04", time=inside), step("BRD-03", time=whole))
    assert only("R02", full).saving.hours is None


def test_a_second_body_is_less_sure_unless_it_takes_the_same_papers():
    one, other = (
        step("INS-08", channel=Channel.IN_PERSON),
        step("INS-08", "police", channel=Channel.IN_PERSON),
    )
    assert only("R02", procedure(one, other)).confidence is Confidence.MEDIUM
    papers = step("INS-08", takes="cmr"), step("INS-08", "police", takes="cmr")
    assert only("R02", procedure(*papers)).confidence is Confidence.HIGH


@pytest.mark.parametrize(
    "second",
    [
        step("INS-04", channel=Channel.AUTOMATIC),  # a system does it
        step("INS-04", "broker", channel=Channel.IN_PERSON),  # the trader acts
        step("INS-04", channel=Channel.ONLINE),  # data, and the goods
    ],
)
def test_what_is_no_second_control_of_the_goods_is_doubtful(second):
    full = procedure(step("INS-04", channel=Channel.IN_PERSON), second)
    assert only("R02", full).confidence is Confidence.LOW


def test_the_vehicle_and_the_goods_are_two_things_to_look_at():
    goods = step("INS-04", channel=Channel.IN_PERSON, title="Inspect the cargo")
    lorry = step("INS-04", channel=Channel.IN_PERSON, title="Inspect the lorry for pests")
    assert only("R02", procedure(goods, lorry)).confidence is Confidence.MEDIUM
    assert only("R02", procedure(lorry, lorry)).confidence is Confidence.HIGH
