import pytest

from customs_app.domain.codes import Channel, Confidence
from tests.analysis.rules.planted import found, only, procedure, step


@pytest.mark.parametrize("form", ["original", "copy"])
def test_paper_of_an_electronic_document(form):
    full = procedure(
        step("PRE-04", "ministry", gives="permit:electronic"), step("DCL-05", takes=f"permit:{form}")
    )
    one = only("R04", full)
    assert one.steps == ("AA1", "AA2")
    assert one.confidence is Confidence.HIGH
    assert one.saving.documents == 1
    assert {(row.step, row.document) for row in one.evidence} == {("AA1", "permit"), ("AA2", "permit")}


def test_output_of_an_online_step_is_electronic():
    full = procedure(
        step("PRE-04", "ministry", gives="permit", channel=Channel.ONLINE),
        step("DCL-05", takes="permit:copy"),
    )
    assert only("R04", full).confidence is Confidence.MEDIUM


def test_online_step_that_is_said_to_issue_paper_is_doubtful():
    full = procedure(
        step("PRE-04", "ministry", gives="permit:original", channel=Channel.ONLINE),
        step("DCL-05", takes="permit:original"),
    )
    assert only("R04", full).confidence is Confidence.LOW


@pytest.mark.parametrize(
    ("gives", "channel", "takes"),
    [
        ("permit:original", Channel.PAPER, "permit:original"),  # issued on paper
        ("permit", Channel.IN_PERSON, "permit:original"),
        ("permit:electronic", None, "permit:electronic"),  # taken electronically
        ("permit:electronic", None, "permit"),  # form of the demand not known
        ("permit:electronic", None, "paper:original"),  # another document
    ],
)
def test_decoys(gives, channel, takes):
    full = procedure(step("PRE-04", "ministry", gives=gives, channel=channel), step("DCL-05", takes=takes))
    assert not found("R04", full)


def test_only_shown_on_paper_is_no_finding():
    full = procedure(step("PRE-04", gives="permit:electronic"), step("DCL-05", shows="permit:original"))
    assert not found("R04", full)


def test_paper_taken_before_the_issue_is_no_finding():
    full = procedure(step("DCL-05", takes="permit:copy"), step("PRE-04", gives="permit:electronic"))
    assert not found("R04", full)


def test_exclusive_steps_form_no_finding():
    full = procedure(
        step("PRE-04", gives="permit:electronic", choice="declare:online"),
        step("DCL-05", takes="permit:copy", choice="declare:paper"),
    )
    assert not found("R04", full)


def test_different_conditions_leave_confidence_low():
    full = procedure(
        step("PRE-04", gives="permit:electronic", condition="meat"),
        step("DCL-05", takes="permit:copy", condition="fruit"),
    )
    assert only("R04", full).confidence is Confidence.LOW


def test_a_paper_for_a_private_party_or_for_a_body_abroad_is_less_sure():
    for agency in ("broker", None):
        full = procedure(
            step("PRE-04", "ministry", gives="permit:electronic"),
            step("CRT-02", agency, takes="permit:copy"),
        )
        assert only("R04", full).confidence is Confidence.MEDIUM
    both = procedure(
        step("PRE-04", "ministry", gives="permit:electronic"),
        step("CRT-02", None, takes="permit:copy"),
        step("DCL-05", takes="permit:copy"),
    )
    assert only("R04", both).confidence is Confidence.HIGH


def test_every_later_demand_on_paper_is_saved():
    full = procedure(
        step("PRE-04", "ministry", gives="permit:electronic"),
        step("CRT-02", "plant", takes="permit:copy"),
        step("DCL-05", takes="permit:original"),
    )
    one = only("R04", full)
    assert (one.steps, one.saving.documents) == (("AA1", "AA2", "AA3"), 2)
