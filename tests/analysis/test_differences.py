"""What sets countries apart, as sentences."""

from customs_app.analysis.case import BASE
from customs_app.analysis.compare import Comparison, compare
from customs_app.analysis.differences import Difference, Kind
from customs_app.domain.codes import Channel, Regime
from customs_app.domain.text import Language
from customs_app.language.words import words

from .made import L, fee, hours, procedure, reference, step

WORDS = words(Language.EN)


def _compare(**steps) -> Comparison:
    """Each country by its code, with its steps; all of activity DCL-01 unless they say otherwise."""
    procedures = {iso2: procedure(*own, country=iso2) for iso2, own in steps.items()}
    return compare(procedures, reference("DCL-01", "DCL-02"), BASE, regime=Regime.IMPORT)


def _said(kind: Kind, **steps) -> list[str]:
    return [WORDS.say(one.message) for one in _compare(**steps).differences if one.kind is kind]


def _found(**steps) -> list[Difference]:
    return list(_compare(**steps).differences)


SAME = step("9", activity="DCL-02")


def test_alike_countries_have_no_differences() -> None:
    assert _found(KZ=[step("1", time=hours(5))], UZ=[step("2", time=hours(5.5))]) == []


def test_only_one_has_it() -> None:
    assert _said(Kind.ONLY_ONE_HAS, KZ=[step("1"), SAME], UZ=[SAME]) == ["Do DCL-01 – only here: Kazakhstan."]
    conditional = step("1", condition="x")
    assert _said(Kind.ONLY_ONE_HAS, KZ=[conditional, SAME], UZ=[SAME]) == [
        "Do DCL-01 – only here, and only under a condition: Kazakhstan."
    ]


def test_only_one_lacks_it() -> None:
    found = _found(KZ=[step("1")], UZ=[SAME, step("2")], CN=[SAME])
    assert [(one.kind, one.countries) for one in found if one.activity == "DCL-01"] == [
        (Kind.ONLY_ONE_LACKS, ("CN",))
    ]
    assert _said(Kind.ONLY_ONE_LACKS, KZ=[step("1")], UZ=[step("2")], CN=[SAME])[0] == (
        "Do DCL-01 – the only country without such a step: China."
    )


def test_in_person_against_online_is_told_from_the_heaviest() -> None:
    said = _said(
        Kind.IN_PERSON,
        KZ=[step("1", channel=Channel.ONLINE)],
        UZ=[step("2", channel=Channel.IN_PERSON)],
        CN=[step("3", channel=Channel.ONLINE)],
    )
    assert said == ["Do DCL-01 – in person (Uzbekistan); online (Kazakhstan, China)."]


def test_other_channels_weigh_less_and_unknown_ones_nothing() -> None:
    found = _found(KZ=[step("1", channel=Channel.MIXED)], UZ=[step("2", channel=Channel.ONLINE)])
    assert [one.kind for one in found] == [Kind.CHANNEL]
    assert _found(KZ=[step("1", channel=Channel.MIXED)], UZ=[step("2")]) == []


def test_number_of_steps() -> None:
    said = _said(Kind.STEPS, KZ=[step("1"), step("2")], UZ=[step("3")], CN=[step("4")])
    assert said == ["Do DCL-01 – 2 steps (Kazakhstan); 1 step (Uzbekistan, China)."]


def test_times_are_compared_by_own_durations() -> None:
    said = _said(Kind.TIME, KZ=[step("1", time=hours(2))], UZ=[step("2", time=hours(3, most=4.5))])
    assert said == ["Do DCL-01 – time: 3 – 4.5 h (Uzbekistan); 2 h (Kazakhstan)."]
    assert _said(Kind.TIME, KZ=[step("1", time=hours(5))], UZ=[step("2", time=hours(6))]) == []
    assert _said(Kind.TIME, KZ=[step("1", time=hours(5))], UZ=[step("2", time=hours(6.1))])


def test_a_limit_is_told_as_a_limit_and_never_compared_as_a_duration() -> None:
    limit = hours(most=120, kind=L)
    said = _said(Kind.TIME, KZ=[step("1", time=limit)], UZ=[step("2", time=hours(168))])
    assert said == ["Do DCL-01 – time: 168 h (Uzbekistan); limit 120 h (Kazakhstan)."]
    assert _said(Kind.TIME, KZ=[step("1", time=limit)], UZ=[step("2", time=hours(2))]) == []
    assert _said(Kind.TIME, KZ=[step("1", time=limit)], UZ=[step("2", time=hours(most=1, kind=L))]) == []


def test_like_for_like_names_the_activities_it_rests_on() -> None:
    found = _found(KZ=[step("1", time=hours(2))], UZ=[step("2", time=hours(10))])
    assert found[0].kind is Kind.LIKE_FOR_LIKE
    assert WORDS.say(found[0].message) == (
        "Like for like, over what every country has a time for (Do DCL-01): "
        "10 h (Uzbekistan); 2 h (Kazakhstan)."
    )


def test_fees_in_their_own_currencies() -> None:
    assert _said(Kind.FEE, KZ=[step("1", cost=fee(100, "KZT"))], UZ=[step("2", cost=fee(5))]) == [
        "Do DCL-01 – fees: 100 KZT (Kazakhstan); 5 USD (Uzbekistan)."
    ]
    assert _said(Kind.FEE, KZ=[step("1", cost=fee(5))], UZ=[step("2", cost=fee(5.5))]) == []
    assert _said(Kind.FEE, KZ=[step("1", cost=fee(5))], UZ=[step("2")]) == []


def test_conditions() -> None:
    said = _said(Kind.CONDITION, KZ=[step("1", condition="x")], UZ=[step("2")])
    assert said == ["Do DCL-01 – for every consignment: Uzbekistan; only under a condition: Kazakhstan."]


def test_the_most_telling_come_first() -> None:
    kinds = [
        one.kind
        for one in _found(
            KZ=[step("1", channel=Channel.ONLINE, condition="x"), SAME],
            UZ=[step("2", channel=Channel.PAPER), step("3")],
        )
    ]
    assert kinds == [Kind.ONLY_ONE_HAS, Kind.IN_PERSON, Kind.STEPS, Kind.CONDITION]
    assert kinds == sorted(kinds)
