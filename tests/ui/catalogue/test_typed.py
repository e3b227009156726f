"""Figures typed into a cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_app.domain.codes import CostKind, TimeKind
from customs_app.domain.errors import InputError
from customs_app.domain.figures import CostFigure, Range, TimeFigure
from customs_app.domain.text import Language
from customs_app.language.numbers import read_number
from customs_app.ui.catalogue.typed import read_cost, read_time, typed_cost, typed_time

EN, RU, ZH = Language.EN, Language.RU, Language.ZH


def _time(values):
    return Range(values["time_min_h"], values["time_typ_h"], values["time_max_h"]), values["time_kind"]


@pytest.mark.parametrize(
    ("text", "language", "hours", "kind"),
    [
        ("168", EN, Range(typ=168), "duration"),
        ("5.5", EN, Range(typ=5.5), "duration"),
        ("5,5", RU, Range(typ=5.5), "duration"),
        ("1,500", EN, Range(typ=1500), "duration"),
        ("1 500", RU, Range(typ=1500), "duration"),
        ("2 – 4", EN, Range(min=2, max=4), "duration"),
        ("2-4", EN, Range(min=2, max=4), "duration"),
        ("2 – 3 – 4", ZH, Range(2, 3, 4), "duration"),
        ("≤ 24", EN, Range(max=24), "limit"),
        ("<=24", EN, Range(max=24), "limit"),
        ("[150]", EN, Range(typ=150), "aggregate"),
        ("2 lead", EN, Range(min=2), "lead"),
        ("2 заранее", RU, Range(min=2), "lead"),
        ("提前 2", ZH, Range(min=2), "lead"),
        ("0", EN, Range(typ=0), "duration"),
        ("", EN, Range(), None),
        (" ? ", EN, Range(), None),
    ],
)
def test_a_time_is_read_as_the_table_shows_it(text, language, hours, kind):
    assert _time(read_time(text, TimeFigure(), language)) == (hours, kind)


@pytest.mark.parametrize("text", ["soon", "4 – 2", "-5", "1 – 2 – 3 – 4", "≤ 2 – 3", "2,,3", "h"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(InputError):
        read_time(text, TimeFigure(), EN)


def test_an_aggregate_keeps_what_it_covers_and_a_duration_does_not():
    was = TimeFigure(Range(typ=150), TimeKind.AGGREGATE, ("a", "b"))
    assert "time_covers" not in read_time("[160]", was, EN)
    assert read_time("160", was, EN)["time_covers"] is None


_hours = st.floats(0, 9000).map(lambda value: round(value, 2))


@st.composite
def _times(draw):
    ends = sorted(draw(st.lists(_hours, min_size=3, max_size=3)))
    kept = draw(st.lists(st.booleans(), min_size=3, max_size=3))
    hours = Range(*(end if keep else None for end, keep in zip(ends, kept, strict=True)))
    kind = draw(st.sampled_from([TimeKind.DURATION, TimeKind.AGGREGATE]))
    if not hours.known:
        return TimeFigure()
    return TimeFigure(hours, kind)


@given(_times(), st.sampled_from(Language))
def test_what_is_offered_for_editing_reads_back_as_it_was(time, language):
    values = read_time(typed_time(time, language), time, language)
    assert _time(values) == (time.hours, time.kind)


@given(_hours, st.sampled_from(Language))
def test_limits_and_lead_times_read_back(hours, language):
    for time in (
        TimeFigure(Range(max=hours), TimeKind.LIMIT),
        TimeFigure(Range(min=hours), TimeKind.LEAD),
        TimeFigure(Range(min=hours, max=round(hours + 1, 2)), TimeKind.LEAD),
    ):
        assert _time(read_time(typed_time(time, language), time, language)) == (time.hours, time.kind)


@pytest.mark.parametrize(
    ("text", "amount", "currency", "kind"),
    [
        ("63 USD", 63, "USD", "fee"),
        ("usd 63.50", 63.5, "USD", "fee"),
        ("1,500,000 UZS", 1_500_000, "UZS", "fee"),
        ("[242 USD]", 242, "USD", "aggregate"),
        ("7 %", 7, None, "rate"),
        ("", None, None, None),
    ],
)
def test_a_cost_is_read_as_the_table_shows_it(text, amount, currency, kind):
    values = read_cost(text, CostFigure(), EN)
    assert (values["cost_amount"], values["cost_currency"], values["cost_kind"]) == (amount, currency, kind)


@pytest.mark.parametrize("text", ["63", "USD", "many USD", "6..3 USD"])
def test_what_is_no_cost_is_refused(text):
    with pytest.raises(InputError):
        read_cost(text, CostFigure(), EN)


def test_a_band_stays_a_band_and_keeps_its_basis():
    was = CostFigure(1_500_000, "UZS", "per declaration", CostKind.BAND)
    values = read_cost("1,600,000 UZS", was, EN)
    assert values["cost_kind"] == "band"
    assert "cost_basis" not in values


@given(st.floats(0.01, 1e9).map(lambda value: round(value, 2)), st.sampled_from(Language))
def test_costs_read_back(amount, language):
    for kind, currency in ((CostKind.FEE, "UZS"), (CostKind.AGGREGATE, "USD"), (CostKind.RATE, None)):
        cost = CostFigure(amount, currency, None, kind)
        values = read_cost(typed_cost(cost, language), cost, language)
        assert (values["cost_amount"], values["cost_currency"], values["cost_kind"]) == (
            amount,
            currency,
            kind,
        )


def test_a_number_in_russian_takes_a_comma_and_a_point():
    assert read_number("1 234,5", RU) == read_number("1234.5", RU) == 1234.5
