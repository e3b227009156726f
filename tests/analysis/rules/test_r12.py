from customs_app.domain.codes import Confidence
from tests.analysis.rules.planted import found, only, procedure, step


def test_mandatory_steps_without_a_law_are_one_finding():
    full = procedure(step("DCL-05"), step("DCL-06", law=None), step("REL-01"), step("INS-02", law=None))
    one = only("R12", full)
    assert one.steps == ("AA2", "AA4")
    assert one.confidence is Confidence.MEDIUM
    assert [row.step for row in one.evidence] == ["AA2", "AA4"]


def test_a_law_or_a_condition_makes_it_no_finding():
    assert not found("R12", procedure(step("DCL-05")))
    assert not found("R12", procedure(step("DCL-05", law=None, condition="meat")))
    assert not found("R12", procedure(step("DCL-05", law=None, choice="x:1")))


def test_where_hardly_any_law_is_recorded_the_gap_tells_little():
    full = procedure(step("DCL-05"), step("DCL-06", law=None), step("REL-01", law=None))
    assert only("R12", full).confidence is Confidence.LOW


def test_acts_of_private_parties_stand_apart():
    full = procedure(
        step("PRE-02", "trader", law=None), step("DCL-05", law=None), step("DCL-06"), step("REL-01")
    )
    authority, private = found("R12", full)
    assert (authority.steps, authority.confidence) == (("AA2",), Confidence.MEDIUM)
    assert (private.steps, private.confidence) == (("AA1",), Confidence.LOW)


def test_steps_of_bodies_that_are_not_recorded_stand_with_those_of_private_parties():
    full = procedure(step("CRT-02", None, law=None), step("DCL-05"), step("DCL-06"))
    one = only("R12", full)
    assert (one.steps, one.confidence) == (("AA1",), Confidence.LOW)
