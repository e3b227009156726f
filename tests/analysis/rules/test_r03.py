import pytest

from customs_app.analysis.rules import RULES, along
from customs_app.analysis.rules.common import CONTROLS
from customs_app.domain.codes import Channel, Confidence, Regime, TimeKind
from customs_app.domain.figures import Range, TimeFigure
from customs_app.domain.text import Language
from customs_app.language.words import words
from tests.analysis.rules.planted import found, only, procedure, reference, step

HERE = Channel.IN_PERSON


def way_out(*steps, country="AA", place="aa-gate", **kinds):
    kinds = {"regime": Regime.EXPORT, **kinds}
    return procedure(*steps, country=country, place=place, **kinds)


def way_in(*steps, country="BB", place="bb-gate", **kinds):
    return procedure(*steps, country=country, place=place, **kinds)


def test_one_control_on_both_sides_of_one_crossing():
    out = way_out(step("DCL-05"), step("TRN-07", channel=HERE))
    into = way_in(step("TRN-07", channel=HERE), step("DCL-05"))
    one = only("R03", into, out)
    assert (one.country, one.procedure, one.steps) == ("BB", "BB-P", ("BB1",))
    assert [(row.step, row.source, row.locator) for row in one.evidence] == [
        ("AA2", "S1", "p. 1"),
        ("BB1", "S1", "p. 1"),
    ]
    assert one.confidence is Confidence.HIGH
    assert one.standard == ("TFA-8.2", "HC-7")
    assert one.saving.visits == 1
    assert words(Language.EN).say(one.summary) == (
        "“Do TRN-07” is done on both sides of the border: Land AA 2, here 1"
    )
    assert words(Language.EN).say(one.doubt)
    assert not RULES["R03"].apart


@pytest.mark.parametrize("activity", CONTROLS)
def test_each_control(activity):
    assert only("R03", way_in(step(activity)), way_out(step(activity))).steps == ("BB1",)


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ("INS-04", "INS-05"),  # two controls
        ("BRD-02", "BRD-02"),  # no control of goods, papers or vehicle
        ("DCL-05", "DCL-05"),
        ("INS-01", "INS-01"),
    ],
)
def test_what_is_no_control_or_another_one_is_no_finding(there, here):
    assert not found("R03", way_in(step(here)), way_out(step(there)))


def test_the_finding_belongs_to_the_side_of_entry_alone():
    assert not found("R03", way_out(step("INS-02")), way_in(step("INS-02")))


@pytest.mark.parametrize(
    "out",
    [
        way_out(step("INS-02"), country="CC", place="cc-gate"),  # faces another country
        way_out(step("INS-02"), country="BB", place=None, name="BB-out"),  # the same country
        way_out(step("INS-02"), regime=Regime.IMPORT),  # no way out
        way_out(step("INS-02"), regime=Regime.BORDER_CROSSING, title="Enter from Land BB"),
        way_out(step("INS-02"), country="EE", place=None),  # no border is known
    ],
)
def test_procedures_that_do_not_meet_are_no_finding(out):
    assert not found("R03", way_in(step("INS-02")), out)


def test_places_that_are_not_known_to_be_one_crossing_are_less_sure():
    out = way_out(step("INS-02"))
    assert only("R03", way_in(step("INS-02"), place="bb-other"), out).confidence is Confidence.MEDIUM
    assert only("R03", way_in(step("INS-02"), place=None), out).confidence is Confidence.MEDIUM
    bare = way_out(step("INS-02"), place=None)
    assert only("R03", way_in(step("INS-02"), place=None), bare).confidence is Confidence.LOW


@pytest.mark.parametrize(
    ("there", "here", "confidence"),
    [
        ({"condition": "red"}, {"condition": "chosen"}, Confidence.LOW),  # may never meet
        ({"condition": "red"}, {}, Confidence.MEDIUM),
        ({}, {"choice": "corridor:red"}, Confidence.MEDIUM),
        ({"channel": Channel.AUTOMATIC}, {}, Confidence.LOW),
        ({"activity": "DCL-06"}, {"activity": "DCL-06"}, Confidence.LOW),  # papers alone
        ({"activity": "INS-05"}, {"activity": "INS-05"}, Confidence.MEDIUM),  # each guards its own health
    ],
)
def test_doubtful(there, here, confidence):
    sides = [{"activity": "INS-02"} | kinds for kinds in (there, here)]
    out, into = way_out(step(**sides[0])), way_in(step(**sides[1]))
    assert only("R03", into, out).confidence is confidence


def test_a_control_inland_is_no_second_look_at_the_border():
    out = way_out(step("INS-02"), step("TRN-05"), step("BRD-03"))
    assert only("R03", way_in(step("INS-02")), out).confidence is Confidence.LOW
    into = way_in(step("BRD-03"), step("TRN-05"), step("INS-02"))
    assert only("R03", into, way_out(step("INS-02"))).confidence is Confidence.LOW


def test_other_goods_or_an_unknown_direction_are_less_sure():
    out = way_out(step("INS-02"), goods="fresh fruit")
    assert only("R03", way_in(step("INS-02"), goods="frozen meat"), out).confidence is Confidence.MEDIUM
    assert only("R03", way_in(step("INS-02"), goods="fruit"), out).confidence is Confidence.HIGH
    either = way_in(step("INS-02"), regime=Regime.BORDER_CROSSING, title="Truck crossing at Benford")
    assert only("R03", either, way_out(step("INS-02"))).confidence is Confidence.MEDIUM


def test_exclusive_steps_of_one_side_form_no_finding_together():
    into = way_in(step("INS-02", choice="corridor:red"), step("INS-02", choice="corridor:yellow"))
    assert [one.steps for one in found("R03", into, way_out(step("INS-02")))] == [("BB1",), ("BB2",)]


def test_two_neighbours_make_two_findings():
    into = way_in(step("INS-02"), place=None)
    others = way_out(step("INS-02")), way_out(step("INS-02"), country="CC", place=None)
    both = found("R03", into, *others)
    assert {one.evidence[0].step for one in both} == {"AA1", "CC1"}
    assert len({one.key for one in both}) == 2


def test_saving_is_the_shorter_control_and_unknown_where_one_is():
    def lasting(hours, kind=TimeKind.DURATION):
        return TimeFigure(Range(typ=hours), kind)

    out = way_out(step("INS-02", time=lasting(2)))
    assert only("R03", way_in(step("INS-02", time=lasting(5))), out).saving.hours == Range(2, 2, 2)
    assert only("R03", way_in(step("INS-02")), out).saving.hours is None
    whole = way_in(step("INS-02", time=lasting(5, TimeKind.AGGREGATE)))
    assert only("R03", whole, out).saving.hours is None
    assert only("R03", way_in(step("INS-02", channel=HERE)), out).saving.visits is None


def test_along_a_chain_of_procedures_each_border_is_looked_at():
    origin = way_out(step("INS-02"), place=None)
    through = procedure(step("INS-02"), step("INS-03"), country="BB", regime=Regime.TRANSIT)
    end = procedure(step("INS-03"), step("INS-02"), country="CC")
    findings = along((origin, through, end), reference())
    assert [(one.procedure, one.steps) for one in findings] == [
        ("BB-P", ("BB1",)),
        ("CC-P", ("CC2",)),
        ("CC-P", ("CC1",)),
    ]
    assert {one.rule for one in findings} == {"R03"}
    assert {one.confidence for one in findings} == {Confidence.LOW}


def test_along_a_chain_no_border_lies_within_a_country():
    first = procedure(step("INS-02"), regime=Regime.EXPORT, name="AA-first")
    second = procedure(step("INS-02"), regime=Regime.BORDER_CROSSING, name="AA-second")
    assert along((first, second), reference()) == ()
