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
        {"second": {"activity": "DCL-05"}},  # a declaration rests on licences
        {"second": {"activity": "PAY-03"}},
        {"first": {"activity": "CRT-07"}},  # a certificate rests on a test
        {"second": {"activity": "DCL-02"}},  # arrival is the way of the goods
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


def test_the_same_code_under_another_name_is_taken():
    full = pair(first={"gives": "phyto"}, second={"takes": "phyto-2"})
    assert not found("R07", full)


def test_an_aggregate_saves_an_unknown_time():
    whole = TimeFigure(Range(typ=3.0), TimeKind.AGGREGATE)
    own = TimeFigure(Range(typ=8.0), TimeKind.DURATION)
    assert only("R07", pair(first={"time": whole}, second={"time": own})).saving.hours is None
