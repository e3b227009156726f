from dataclasses import replace

import pytest

from customs_app.analysis.case import WORST
from customs_app.analysis.lives_without import How, how_label, lives_without
from customs_app.domain.codes import Channel, Mode, Regime, Verdict, View
from customs_app.domain.figures import Money, Range
from customs_app.domain.meeting import Decision
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark, Reviewer
from customs_app.domain.text import Language
from customs_app.language.words import words
from tests.analysis.made import AGG, fee, hours, procedure, reference, step

ANNA = Reviewer("Anna", "RU")
ONLINE, PERSON = Channel.ONLINE, Channel.IN_PERSON


def members() -> Reference:
    base = reference("DCL-01", "INS-02@Inspect")
    known = {iso2: replace(one, status="member") for iso2, one in base.countries.items()}
    return replace(base, countries=known)


def one(*steps, country: str = "KZ", **more) -> FullProcedure:
    return procedure(*steps, country=country, **more)


def ways(*procedures: FullProcedure, **more) -> dict[str, How]:
    found = lives_without("INS-02", procedures, members(), **more)
    return {lives.country: lives.how for lives in found}


def merged(step_id: str, verdict: Verdict = Verdict.MERGE, **more) -> Mark:
    return Mark(step_id, step_id, verdict, "one visit", ANNA, "2026", merge_into="k0", **more)


def test_without_online_and_in_person_are_told_apart_the_lightest_first():
    found = lives_without(
        "INS-02",
        [
            one(step("k1", activity="INS-02", channel=PERSON, time=hours(3.0), cost=fee(20)), country="KZ"),
            one(step("u1", activity="INS-02", channel=Channel.AUTOMATIC), country="UZ"),
            one(step("c1"), country="CN"),
        ],
        members(),
    )
    assert [(lives.country, lives.how) for lives in found] == [
        ("CN", How.WITHOUT),
        ("UZ", How.ONLINE),
        ("KZ", How.HAS),
    ]
    without, online, has = found
    assert (without.procedure, without.steps, without.hours, without.cost) == ("CN-P", (), None, ())
    assert (online.hours, online.cost, online.channel) == (None, (), Channel.AUTOMATIC)
    assert (has.steps, has.hours, has.cost) == (("k1",), Range(3, 3, 3), (Money(20, "USD"),))
    assert has.channel is PERSON


def test_a_member_without_such_a_procedure_is_unknown_and_a_partner_is_not_named():
    base = members()
    partner = replace(base.countries["CN"], status="partner")
    base = replace(base, countries={**base.countries, "CN": partner})
    found = lives_without("INS-02", [one(step("1"))], base)
    assert [(lives.country, lives.how, lives.procedure) for lives in found] == [
        ("KZ", How.WITHOUT, "KZ-P"),
        ("UZ", How.UNKNOWN, None),
    ]


def test_a_view_by_stages_does_not_tell_who_lives_without():
    assert ways(one(step("1"), view=View.STAGES))["KZ"] is How.UNKNOWN


@pytest.mark.parametrize("channel", [None, PERSON, Channel.MIXED, Channel.PAPER])
def test_online_needs_every_step_to_be(channel):
    full = one(step("1", activity="INS-02", channel=ONLINE), step("2", activity="INS-02", channel=channel))
    lives = lives_without("INS-02", [full], members())[0]
    assert (lives.country, lives.how, lives.channel) == ("KZ", How.HAS, channel)


def test_a_step_that_only_some_meet_is_still_a_step():
    (lives, *_) = lives_without(
        "INS-02", [one(step("1", activity="INS-02", channel=PERSON, condition="where chosen"))], members()
    )
    assert (lives.how, lives.conditional) == (How.HAS, True)


def test_merged_is_what_verdicts_say_of_every_step():
    full = one(
        step("k0"),
        step("k1", activity="INS-02", channel=PERSON),
        step("k2", activity="INS-02", channel=PERSON),
    )
    assert ways(full, verdicts=[merged("k1")])["KZ"] is How.HAS
    both = lives_without("INS-02", [full], members(), verdicts=[merged("k1"), merged("k2")])[0]
    assert (both.how, both.steps) == (How.MERGED, ("k1", "k2"))


def test_a_decision_of_a_meeting_merges_as_well():
    full = one(step("k0"), step("k1", activity="INS-02", channel=PERSON))
    decided = Decision("D", "M", "k1", Verdict.MERGE, "one visit", ANNA, "2026", "2026", merge_into="k0")
    assert ways(full, verdicts=[decided])["KZ"] is How.MERGED


def test_what_is_stale_or_about_a_document_or_another_verdict_merges_nothing():
    full = one(step("k0"), step("k1", activity="INS-02", channel=PERSON))
    for verdict in (
        merged("k1", stale=("channel",)),
        merged("k1", document_id="invoice"),
        merged("k1", verdict=Verdict.REMOVE),
    ):
        assert ways(full, verdicts=[verdict])["KZ"] is How.HAS


def test_one_figure_for_several_steps_merges_nothing_and_is_marked():
    full = one(
        step("k0", time=hours(9.0, kind=AGG, covers=("k0", "k1"))),
        step("k1", activity="INS-02", channel=PERSON),
    )
    lives = lives_without("INS-02", [full], members())[0]
    assert (lives.how, lives.hours) == (How.HAS, None)
    carrier = lives_without("DCL-01", [full], members())[0]
    assert carrier.cell is not None
    assert carrier.cell.aggregate


def test_the_case_decides_which_figures_count():
    steps = (
        step("1", activity="INS-02", time=hours(1.0)),
        step("2", activity="INS-02", time=hours(5.0), condition="where chosen"),
    )
    assert lives_without("INS-02", [one(*steps)], members())[0].hours == Range(1, 1, 1)
    assert lives_without("INS-02", [one(*steps)], members(), case=WORST)[0].hours == Range(5, 5, 5)


def test_of_several_procedures_the_one_counts_that_a_comparison_takes():
    special = one(step("1", activity="INS-02"))
    special = replace(special, procedure=replace(special.procedure, id="KZ-P-SPOT", location_id="post"))
    assert ways(special, one(step("2")))["KZ"] is How.WITHOUT


def test_regimes_are_not_mixed():
    other = one(step("1"), country="UZ")
    other = replace(other, procedure=replace(other.procedure, regime=Regime.EXPORT))
    with pytest.raises(ValueError, match="more than one regime"):
        lives_without("INS-02", [one(step("2")), other], members())


def test_an_activity_that_nobody_has_and_no_procedures_at_all():
    assert ways(one(step("1"))) == {"KZ": How.WITHOUT, "UZ": How.UNKNOWN, "CN": How.UNKNOWN}
    assert set(ways().values()) == {How.UNKNOWN}


def test_every_way_has_a_name():
    assert len({how_label(how, words(Language.EN)) for how in How}) == len(How)


def test_document_checks_of_the_ten_road_imports(catalogue):
    procedures = catalogue.full_procedures(regime=Regime.IMPORT, mode=Mode.ROAD)
    found = lives_without("DCL-06", procedures, catalogue.reference())
    assert len(found) == 10
    by_how = {how: [one.country for one in found if one.how is how] for how in How}
    assert by_how[How.WITHOUT] == ["IN", "PK"]
    assert by_how[How.ONLINE] == ["BY", "CN", "KZ", "RU"]
    assert by_how[How.HAS] == ["IR", "KG", "TJ", "UZ"]
