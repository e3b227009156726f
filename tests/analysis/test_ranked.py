"""Differences ranked by effect: made cases with known answers, and against brute force."""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from customs_app.analysis.case import BASE, WORST, Case
from customs_app.analysis.compare import compare
from customs_app.analysis.differences import Kind
from customs_app.analysis.ranked import NO_TIMES, NOT_OWN, OUTSIDE, RankedDifference, ranked
from customs_app.domain.codes import Channel, Regime
from customs_app.domain.figures import Money, Range
from tests.analysis.made import AGG, L, fee, hours, procedure, reference, step

KNOWN = reference("A", "B", "C", "PRE-02", rates={"KZT": 500.0, "UZS": 10000.0})


def _ranked(case: Case = BASE, **steps) -> tuple[RankedDifference, ...]:
    """Each country by its code, with its steps."""
    every = {iso2: procedure(*own, country=iso2) for iso2, own in steps.items()}
    return ranked(compare(every, KNOWN, case, regime=Regime.IMPORT), KNOWN)


def _one(kind: Kind, case: Case = BASE, **steps) -> RankedDifference:
    (found,) = [one for one in _ranked(case, **steps) if one.difference.kind is kind]
    return found


def s(name: str, activity: str = "A", **values):
    return step(name, activity=activity, **values)


B = s("9", "B")


def test_what_lies_between_two_times_is_told_with_its_bounds() -> None:
    found = _one(
        Kind.TIME, KZ=[s("1", time=hours(10, least=8, most=12))], UZ=[s("2", time=hours(3, least=1, most=9))]
    )
    assert (found.hours, found.cost, found.why) == (Range(0.0, 7, 11), (), None)


def test_a_country_without_the_step_takes_no_time_and_no_fee() -> None:
    found = _one(Kind.ONLY_ONE_HAS, KZ=[s("1", time=hours(4), cost=fee(7, "KZT")), B], UZ=[B])
    assert (found.hours, found.cost, found.rates) == (Range(4, 4, 4), (Money(7, "KZT"),), ())


def test_what_a_trader_does_anyway_is_not_compared_with_a_country_that_does_not_list_it() -> None:
    found = _one(Kind.ONLY_ONE_HAS, KZ=[s("1", "PRE-02", time=hours(4)), B], UZ=[B])
    assert (found.hours, found.cost) == (None, ())


def test_a_limit_or_an_aggregate_is_no_effect() -> None:
    for time in (hours(most=5, kind=L), hours(20, kind=AGG, covers=("1", "9"))):
        found = _one(Kind.ONLY_ONE_HAS, KZ=[s("1", time=time), B], UZ=[B])
        assert (found.hours, found.why) == (None, NOT_OWN)
    assert _one(Kind.ONLY_ONE_HAS, KZ=[s("1"), B], UZ=[B]).why is NO_TIMES


def test_a_step_outside_the_case_has_no_effect_in_it() -> None:
    steps = {"KZ": [s("1", time=hours(40), condition="x"), B], "UZ": [B]}
    found = _one(Kind.ONLY_ONE_HAS, **steps)
    assert (found.hours, found.cost, found.why) == (Range(0.0, 0.0, 0.0), (), OUTSIDE)
    assert _one(Kind.ONLY_ONE_HAS, WORST, **steps).hours == Range(40, 40, 40)


def test_nothing_between_known_ones_says_nothing_of_the_unknown() -> None:
    found = _one(
        Kind.SOME_LACK,
        KZ=[s("1", time=hours(40), condition="x"), B], UZ=[s("2"), B], CN=[B], TJ=[B],
    )  # fmt: skip
    assert found.hours is None


def test_channels_are_compared_between_countries_of_different_channels() -> None:
    found = _one(
        Kind.CHANNEL,
        KZ=[s("1", channel=Channel.MIXED, time=hours(5))],
        UZ=[s("2", channel=Channel.ONLINE, time=hours(2))],
        CN=[s("3", channel=Channel.ONLINE, time=hours(90))],
    )
    assert found.hours == Range(85, 85, 85)
    alone = _one(
        Kind.CHANNEL,
        KZ=[s("1", channel=Channel.MIXED)],
        UZ=[s("2", channel=Channel.ONLINE, time=hours(2))],
        CN=[s("3", channel=Channel.ONLINE, time=hours(90))],
    )
    assert alone.hours is None


def test_fees_of_two_currencies_are_set_side_by_side_through_dated_rates_only() -> None:
    found = _one(Kind.FEE, KZ=[s("1", cost=fee(5000, "KZT"))], UZ=[s("2", cost=fee(20000, "UZS"))])
    assert found.cost == (Money(8.0, "USD"),)
    assert {(rate.currency, rate.date) for rate in found.rates} == {
        ("KZT", "2026-11-20"),
        ("UZS", "2026-11-20"),
    }
    assert _one(Kind.FEE, KZ=[s("1", cost=fee(5000, "KZT"))], UZ=[s("2", cost=fee(2, "TJS"))]).cost == ()
    same = _one(Kind.FEE, KZ=[s("1", cost=fee(50, "TJS"))], UZ=[s("2", cost=fee(20, "TJS"))])
    assert (same.cost, same.rates) == ((Money(30, "TJS"),), ())


def test_time_goes_before_cost_and_unknown_comes_last() -> None:
    found = _ranked(
        KZ=[s("1", "A", time=hours(1)), s("2", "B", cost=fee(900)), s("3", "C")],
        UZ=[step("9", activity="PRE-02")],
    )
    assert [one.difference.activity for one in found] == ["A", "B", "C", "PRE-02"]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.floats(0.5, 50), st.floats(0, 5)), min_size=2, max_size=3))
def test_what_lies_between_is_the_most_of_every_two(times: list[tuple[float, float]]) -> None:
    own = {
        iso2: [s(iso2, time=hours(typ, least=typ * 0.5, most=typ + more))]
        for iso2, (typ, more) in zip(("KZ", "UZ", "CN"), times, strict=False)
    }
    found = [one for one in _ranked(**own) if one.difference.kind is Kind.TIME]
    most = max(one[0] - other[0] for one, other in permutations(times, 2))
    if found:
        assert found[0].hours is not None
        assert found[0].hours.typ == most
        assert 0 <= (found[0].hours.min or 0) <= most <= (found[0].hours.max or 0)


def test_the_starting_catalogue_ranks_every_sentence_once(catalogue) -> None:
    ids = [f"{iso2}-P-import-road" for iso2 in ("RU", "BY", "KZ", "UZ")]
    every = {full.procedure.country: full for full in catalogue.full_procedures(ids=ids)}
    known = catalogue.reference()
    comparison = compare(every, known, BASE, regime=Regime.IMPORT)
    found = ranked(comparison, known)
    assert sorted(map(str, comparison.differences)) == sorted(str(one.difference) for one in found)
    times = [one.hours.typ if one.hours else 0.0 for one in found]
    assert times == sorted(times, reverse=True)
    assert times[0] > 1
