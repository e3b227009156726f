import pytest

from customs_app.domain.codes import Confidence, TimeKind
from customs_app.domain.figures import Range, TimeFigure
from tests.analysis.rules.planted import found, only, procedure, step


def pair(**changes):
    given = {
        "first": {"activity": "PRE-04", "agency": "ministry", "gives": "permit"},
        "second": {"activity": "CRT-02", "agency": "plant", "takes": "invoice", "after": "1"},
    }
    for name, values in changes.items():
        given[name] |= values
    return procedure(step(**given["first"]), step(**given["second"]))


def test_a_step_waits_for_another_and_takes_nothing_from_it():
    one = only("R07", pair())
    assert one.steps == ("AA1", "AA2")
    assert one.confidence is Confidence.MEDIUM


@pytest.mark.parametrize(
    "changes",
    [
        {"second": {"takes": "permit"}},
        {"second": {"takes": "invoice", "shows": "permit"}},
        {"second": {"agency": "ministry"}},
        {"second": {"agency": None}},
        {"second": {"after": ""}},
        {"second": {"takes": ""}},
        {"first": {"gives": ""}},
        {"first": {"choice": "x:1"}, "second": {"choice": "x:2"}},
    ],
)
def test_decoys(changes):
    assert not found("R07", pair(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"first": {"gives": "", "takes": "invoice"}},
        {"first": {"condition": "meat"}, "second": {"condition": "fruit"}},
        {"second": {"activity": "INS-04"}},
        {"first": {"agency": "trader"}},
        {"first": {"activity": "PRE-01"}},
    ],
)
def test_doubtful(changes):
    assert only("R07", pair(**changes)).confidence is Confidence.LOW


def test_saving_is_the_shorter_of_the_two():
    def lasting(hours):
        return TimeFigure(Range(typ=hours), TimeKind.DURATION)

    full = pair(first={"time": lasting(3)}, second={"time": lasting(8)})
    assert only("R07", full).saving.hours == Range(3, 3, 3)
    assert only("R07", pair(first={"time": lasting(3)})).saving.hours is None
