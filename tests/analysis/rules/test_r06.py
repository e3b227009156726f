from customs_app.domain.codes import Confidence, CostKind, Mode, Regime, TimeKind, View
from customs_app.domain.figures import CostFigure, Range, TimeFigure
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


def test_what_another_country_asks_of_some_is_not_only_here():
    sometimes = procedure(step("DCL-05"), step("PRE-03", condition="large contracts"), country="CC")
    assert not found("R06", ODD, peer("BB"), sometimes)


def test_what_another_procedure_of_that_country_asks_is_not_only_here():
    other = peer("CC", "PRE-03", name="CC-other")
    assert not found("R06", ODD, peer("BB"), peer("CC", "DCL-06"), other)


THREE = tuple(peer(country) for country in ("BB", "CC", "DD"))


def test_what_stands_in_another_procedure_of_the_same_journey_is_doubtful():
    crossing = peer("CC", "PRE-03", regime=Regime.BORDER_CROSSING, name="CC-border")
    assert only("R06", ODD, *THREE, crossing).confidence is Confidence.LOW


def test_a_procedure_for_special_goods_is_no_measure_for_ordinary_ones():
    special = procedure(step("DCL-05"), step("PRE-03"), goods="frozen meat", name="AA-meat")
    plain = peer("AA", goods="ordinary goods")
    assert only("R06", special, plain, *THREE).confidence is Confidence.LOW
    assert only("R06", special, *THREE).confidence is Confidence.MEDIUM


def test_what_is_done_once_for_all_consignments_is_doubtful():
    once = procedure(step("DCL-05"), step("PRE-01"))
    assert only("R06", once, *THREE).confidence is Confidence.LOW


def test_an_unknown_saving_is_not_zero():
    one = only("R06", ODD, *THREE)
    assert (one.saving.hours, one.saving.cost, one.saving.documents) == (None, None, None)
    part = procedure(
        step("DCL-05"),
        step(
            "PRE-03",
            time=TimeFigure(Range(typ=9.0), TimeKind.AGGREGATE),
            cost=CostFigure(9.0, "USD", None, CostKind.AGGREGATE),
        ),
    )
    one = only("R06", part, *THREE)
    assert (one.saving.hours, one.saving.cost) == (None, None)
