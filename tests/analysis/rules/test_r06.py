from customs_app.domain.codes import Confidence, Mode, Regime, View
from tests.analysis.rules.planted import found, only, procedure, step


def peer(country, *activities, **kinds):
    return procedure(*(step(activity) for activity in ("DCL-05", *activities)), country=country, **kinds)


ODD = procedure(step("DCL-05"), step("PRE-03"))


def test_an_activity_that_two_others_live_without():
    one = only("R06", ODD, peer("BB"), peer("CC"))
    assert one.steps == ("AA2",)
    assert one.confidence is Confidence.LOW
    assert {row.locator for row in one.evidence if row.step is None} == {"BB-P", "CC-P"}


def test_three_others_raise_the_confidence():
    assert only("R06", ODD, peer("BB"), peer("CC"), peer("DD")).confidence is Confidence.MEDIUM


def test_two_countries_are_too_few():
    assert not found("R06", ODD, peer("BB"))


def test_another_country_has_it_too():
    assert not found("R06", ODD, peer("BB"), peer("CC", "PRE-03"))


def test_a_conditional_step_is_not_mandatory():
    for odd in (step("PRE-03", condition="large contracts"), step("PRE-03", choice="pay:bank")):
        assert not found("R06", procedure(step("DCL-05"), odd), peer("BB"), peer("CC"))


def test_only_procedures_of_this_regime_mode_and_view_are_compared():
    assert not found("R06", ODD, peer("BB"), peer("CC", regime=Regime.EXPORT))
    assert not found("R06", ODD, peer("BB"), peer("CC", mode=Mode.SEA))
    assert not found("R06", ODD, peer("BB"), peer("CC", view=View.STAGES))


def test_what_trade_itself_needs_is_doubtful():
    full = procedure(step("DCL-05"), step("PRE-07", "trader"))
    assert only("R06", full, peer("BB"), peer("CC"), peer("DD")).confidence is Confidence.LOW
