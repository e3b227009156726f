import pytest

from customs_app.domain.codes import Channel, Confidence, Mode, Regime
from tests.analysis.rules.planted import found, only, procedure, step


def peer(country, channel, activity="DCL-05"):
    return procedure(step(activity, channel=channel), country=country)


@pytest.mark.parametrize("channel", [Channel.IN_PERSON, Channel.PAPER])
def test_two_others_do_it_online_or_automatically(channel):
    full = procedure(step("DCL-05", channel=channel))
    one = only("R08", full, peer("BB", Channel.ONLINE), peer("CC", Channel.AUTOMATIC))
    assert one.steps == ("AA1",)
    assert one.confidence is Confidence.MEDIUM
    assert [row.step for row in one.evidence] == ["AA1", "BB1", "CC1"]


def test_three_others_raise_the_confidence():
    full = procedure(step("DCL-05", channel=Channel.PAPER))
    others = [peer(country, Channel.ONLINE) for country in ("BB", "CC", "DD")]
    assert only("R08", full, *others).confidence is Confidence.HIGH


@pytest.mark.parametrize("channel", [None, Channel.MIXED, Channel.ONLINE, Channel.AUTOMATIC])
def test_other_channels_are_no_finding(channel):
    full = procedure(step("DCL-05", channel=channel))
    assert not found("R08", full, peer("BB", Channel.ONLINE), peer("CC", Channel.ONLINE))


def test_one_other_or_mixed_or_another_activity_is_not_enough():
    full = procedure(step("DCL-05", channel=Channel.PAPER))
    assert not found("R08", full, peer("BB", Channel.ONLINE))
    assert not found("R08", full, peer("BB", Channel.ONLINE), peer("CC", Channel.MIXED))
    assert not found("R08", full, peer("BB", Channel.ONLINE), peer("CC", Channel.ONLINE, "DCL-06"))


def test_handling_of_goods_is_doubtful():
    full = procedure(step("INS-02", channel=Channel.IN_PERSON))
    others = [peer(country, Channel.ONLINE, "INS-02") for country in ("BB", "CC", "DD")]
    assert only("R08", full, *others).confidence is Confidence.LOW


def test_an_electronic_way_here_lowers_the_confidence():
    full = procedure(step("DCL-05", channel=Channel.PAPER), step("DCL-05", channel=Channel.ONLINE))
    others = [peer(country, Channel.ONLINE) for country in ("BB", "CC", "DD")]
    assert only("R08", full, *others).confidence is Confidence.MEDIUM


def test_a_visit_is_saved_where_presence_is_asked_and_unknown_for_paper():
    others = (peer("BB", Channel.ONLINE), peer("CC", Channel.ONLINE))
    assert only("R08", procedure(step("DCL-05", channel=Channel.IN_PERSON)), *others).saving.visits == 1
    assert only("R08", procedure(step("DCL-05", channel=Channel.PAPER)), *others).saving.visits is None


def test_a_carnet_or_the_own_work_of_a_trader_is_doubtful():
    others = [peer(country, Channel.ONLINE, "DCL-08") for country in ("BB", "CC", "DD")]
    carnet = procedure(step("DCL-08", takes="carnet:original", channel=Channel.IN_PERSON))
    assert only("R08", carnet, *others).confidence is Confidence.LOW
    others = [peer(country, Channel.ONLINE, "CRT-01") for country in ("BB", "CC", "DD")]
    own = procedure(step("CRT-01", "trader", channel=Channel.PAPER))
    assert only("R08", own, *others).confidence is Confidence.LOW


def test_a_procedure_for_special_goods_or_a_private_party_is_less_sure():
    others = [peer(country, Channel.ONLINE) for country in ("BB", "CC", "DD")]
    special = procedure(step("DCL-05", channel=Channel.PAPER), goods="frozen meat", name="AA-meat")
    plain = procedure(step("DCL-06"), goods="ordinary goods")
    assert only("R08", special, plain, *others).confidence is Confidence.MEDIUM
    private = procedure(step("DCL-05", "carrier", channel=Channel.PAPER))
    assert only("R08", private, *others).confidence is Confidence.MEDIUM


def test_only_procedures_of_this_regime_and_mode_are_compared():
    full = procedure(step("DCL-05", channel=Channel.PAPER))
    exports = procedure(step("DCL-05", channel=Channel.ONLINE), country="CC", regime=Regime.EXPORT)
    by_sea = procedure(step("DCL-05", channel=Channel.ONLINE), country="CC", mode=Mode.SEA)
    for other in (exports, by_sea):
        assert not found("R08", full, peer("BB", Channel.ONLINE), other)
