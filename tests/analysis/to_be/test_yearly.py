"""What is saved in a year, where consignments are counted."""

from dataclasses import replace

import pytest

from customs_app.analysis.case import BASE, WORST
from customs_app.analysis.to_be.volume_units import Counts, what_is_counted
from customs_app.analysis.to_be.yearly import yearly
from customs_app.domain.codes import Verdict
from customs_app.domain.figures import Money, Range
from tests.analysis.made import fee, hours, procedure, step
from tests.analysis.to_be.applied import effect_of, verdict


def by_year(volume, unit, *verdicts, case=BASE):
    full = procedure(
        step("1", time=hours(2, least=1, most=4), cost=fee(10)), step("2", "1", time=hours(3)), step("3", "2")
    )
    counted = replace(full.procedure, volume_per_year=volume, volume_unit=unit)
    return yearly(effect_of(full, *(verdicts or (verdict("1", Verdict.REMOVE),)), case=case), counted)


def said(found):
    return [str(one) for one in found.sentences]


def test_what_one_saves_times_how_many_there_are():
    found = by_year(1000.0, "lorries")
    assert (found.hours, found.cost, found.why_unknown) == (
        Range(1000, 2000, 4000),
        (Money(10_000, "USD"),),
        None,
    )
    assert said(found) == [
        "In a year, as if each were an ordinary consignment: 1000.0 (lorries).",
        "Time saved in a year: 1000.0 – 4000.0 h, typically 2000.0 h.",
        "Fees saved in a year: 10000.0 USD.",
    ]


def test_both_ways_are_never_halved_and_the_unit_is_repeated():
    found = by_year(210_000.0, "trucks, both ways, January to October 2023")
    assert found.hours == Range(210_000, 420_000, 840_000)
    assert "(trucks, both ways, January to October 2023)" in said(found)[0]


def test_never_where_the_number_is_not_known():
    found = by_year(None, None)
    assert (found.hours, found.cost) == (None, None)
    assert str(found.why_unknown) == "How many consignments there are in a year is not recorded."


@pytest.mark.parametrize("unit", ["tonnes of transit per year", "TEU", "тонн в год", "标箱"])
def test_goods_are_no_consignments(unit):
    found = by_year(5000.0, unit)
    assert (found.hours, found.cost) == (None, None)
    assert f"counts goods and not consignments ({unit})" in str(found.why_unknown)


def test_a_unit_that_nobody_knows_counts_nothing():
    assert "(no unit)" in str(by_year(5.0, None).why_unknown)
    assert by_year(5.0, "wishes").hours is None


def test_what_risk_spares_some_is_left_out():
    found = by_year(1000.0, "lorries", verdict("1", Verdict.RISK_BASED), verdict("2", Verdict.REMOVE))
    assert found.hours == Range(3000, 3000, 3000)
    assert "What is spared where risk does not call for a step is left out" in said(found)[-1]


def test_how_many_meet_all_conditions_is_not_known():
    assert "meet all conditions" in str(by_year(1000.0, "lorries", case=WORST).why_unknown)


def test_an_unknown_saving_stays_unknown_by_the_year():
    found = by_year(1000.0, "lorries", verdict("3", Verdict.REMOVE))
    assert (found.hours, found.cost) == (None, None)
    assert "Nothing that is saved for each consignment is known" in str(found.why_unknown)
    part = by_year(1000.0, "lorries", verdict("1", Verdict.REMOVE), verdict("3", Verdict.REMOVE))
    assert said(part)[1] == "Time saved in a year: at least 1000.0 – 4000.0 h, typically 2000.0 h."
    online = by_year(1000.0, "lorries", verdict("2", Verdict.ONLINE))
    assert (online.hours, online.cost) == (None, ())
    assert said(online)[1:] == ["Time saved in a year: not known.", "Fees saved in a year: none."]


UNITS = {
    "TEU": Counts.GOODS,
    "trains, both ways, 2024": Counts.CONSIGNMENTS,
    "vehicles both ways, 2023 to 16 December": Counts.CONSIGNMENTS,
    "trucks, both ways, January to October 2023": Counts.CONSIGNMENTS,
    "TEU loaded and unloaded at Shahid Rajaee, Iranian year 1400": Counts.GOODS,
    "export declarations per year, all modes (derived)": Counts.CONSIGNMENTS,
    "trucks and trailers in road transit, March 2023 to March 2024": Counts.CONSIGNMENTS,
    "TIR carnets issued (year before the report)": Counts.CONSIGNMENTS,
    "tonnes of transit cargo by rail (21 March 2022 to 19 February 2023)": Counts.GOODS,
    "import lorry trips per year, all land borders (derived)": Counts.CONSIGNMENTS,
    "lorries entering from China at Nur Zholy (derived)": Counts.CONSIGNMENTS,
    "tonnes per year, both crossings and both ways (2024, lower bound)": Counts.GOODS,
    "phytosanitary certificates": Counts.CONSIGNMENTS,
    "parcels": Counts.CONSIGNMENTS,
    "грузовиков в год": Counts.CONSIGNMENTS,
    "деклараций": Counts.CONSIGNMENTS,
    "т": Counts.GOODS,
    "辆货车": Counts.CONSIGNMENTS,
    "万吨": Counts.GOODS,
    "": Counts.UNKNOWN,
    "people": Counts.UNKNOWN,
}


@pytest.mark.parametrize(("unit", "counts"), UNITS.items())
def test_units_of_the_starting_catalogue_and_of_other_offices(unit, counts):
    assert what_is_counted(unit) is counts
