"""Measures of countries side by side."""

from collections.abc import Mapping

from customs_app.analysis.indicators_beside import (
    GROUP_NAMES,
    IndicatorGroup,
    IndicatorRow,
    indicators_beside,
    indicators_json,
)
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.indicators import BorderTime, Commitment, Indicator, Membership
from customs_app.domain.text import Language
from customs_app.language.words import words
from tests.analysis.made import reference

EN = words(Language.EN)


def by_key(rows: tuple[IndicatorRow, ...]) -> Mapping[str, IndicatorRow]:
    return {row.key: row for row in rows}


def db(iso2: str, year: str, value: float | None) -> Indicator:
    return Indicator(f"{iso2}{year}", iso2, "DB_EXP_TIME_DOC", year, value, "hours", "S", None)


def test_the_newest_year_comes_first_and_who_has_none_is_unknown() -> None:
    (row,) = indicators_beside(
        ["KZ", "UZ", "CN"],
        reference(),
        indicators=[db("KZ", "2016", 9), db("KZ", "2020", 7), db("CN", "2020", 3), db("RU", "2020", 1)],
    )
    assert {iso2: [one.value for one in own] for iso2, own in row.cells.items()} == {
        "KZ": [7, 9],
        "UZ": [],
        "CN": [3],
    }
    assert (row.group, row.known, row.common_year) == (IndicatorGroup.DOING_BUSINESS, 2, "2020")
    assert not row.years_differ


def test_years_that_do_not_meet_are_said() -> None:
    (row,) = indicators_beside(
        ["KZ", "CN"], reference(), indicators=[db("KZ", "2016", 9), db("KZ", "2019", 8), db("CN", "2020", 3)]
    )
    assert (row.common_year, row.years_differ) == (None, True)
    (row,) = indicators_beside(
        ["KZ", "CN"], reference(), indicators=[db("KZ", "2016", 9), db("KZ", "2019", 8), db("CN", "2016", 3)]
    )
    assert (row.common_year, row.years_differ) == ("2016", True)


def test_a_measure_of_no_country_compared_has_no_row() -> None:
    assert indicators_beside(["KZ"], reference(), indicators=[db("CN", "2020", 3)]) == ()


def test_crossings_are_taken_as_averages_of_the_country_alone() -> None:
    own = BorderTime("1", "ALL", "KZ", None, "road", "inbound", "TOTAL", 4.6, None, "2022", "S", None, None)
    place = BorderTime("2", "Aul", "KZ", "RU", "road", "inbound", "TOTAL", 2.4, 26, "2020", "S", None, None)
    region = BorderTime("3", "ALL CAREC", None, None, "road", "inbound", "TOTAL", 9, 9, "2021", "S", None)
    part = BorderTime("4", "ALL", "KZ", None, "road", "inbound", "Customs", 1, 1, "2021", "S", None, None)
    rail = BorderTime("5", "ALL", "KZ", None, "rail", "inbound", "TOTAL", 78, 313, "2022", "S", None, None)
    rows = indicators_beside(["KZ"], reference(), border_times=[own, place, region, part, rail], mode="road")
    (row,) = rows
    assert (row.key, [one.value for one in row.cells["KZ"]]) == ("CPMM-road-inbound-hours", [4.6])
    assert EN.say(row.name) == "Time to cross the border by road, into the country"
    both = indicators_beside(["KZ"], reference(), border_times=[own, rail])
    assert [one.key for one in both] == [
        "CPMM-road-inbound-hours",
        "CPMM-rail-inbound-hours",
        "CPMM-rail-inbound-usd",
    ]


def test_who_is_no_member_has_no_category_and_who_is_not_told_of_is_unknown() -> None:
    rows = by_key(
        indicators_beside(
            ["CN", "UZ", "KZ"],
            reference(),
            commitments=[Commitment("CN", "TFA-7.6"), Commitment("CN", "TFA-9", "A", "2017-02-22", "S")],
            memberships={
                "CN": Membership("CN", "member", "2001-12-11", True),
                "UZ": Membership("UZ", "observer (acceding)", None, True),
            },
        )
    )
    said = {
        key: {iso2: [one.said and EN.say(one.said) for one in own] for iso2, own in row.cells.items()}
        for key, row in rows.items()
    }
    assert said == {
        "WTO": {"CN": ["yes"], "UZ": ["no, an observer"], "KZ": []},
        "TFA-7.6": {"CN": [None], "UZ": ["not a member"], "KZ": []},
        "TFA-9": {"CN": ["category A"], "UZ": ["not a member"], "KZ": []},
        "TIR": {"CN": ["yes"], "UZ": ["yes"], "KZ": []},
    }


def test_the_starting_catalogue_beside_two_countries(catalogue: Catalogue) -> None:
    rows = indicators_beside(
        ["KZ", "UZ"],
        catalogue.reference(),
        indicators=catalogue.indicators(),
        border_times=catalogue.border_times(),
        commitments=catalogue.commitments(),
        memberships=catalogue.memberships(),
    )
    keyed = by_key(rows)
    assert [row.group for row in rows] == sorted((row.group for row in rows), key=list(IndicatorGroup).index)
    newest = {iso2: own[0] for iso2, own in keyed["LPI_OVERALL"].cells.items()}
    assert {iso2: (one.value, one.year, one.source_ids) for iso2, one in newest.items()} == {
        "KZ": (2.7, "2023", ("REF-S47",)),
        "UZ": (2.6, "2023", ("REF-S47",)),
    }
    assert [one.year for one in keyed["DB_IMP_TIME_BORDER"].cells["KZ"]] == [
        str(year) for year in range(2020, 2015, -1)
    ]
    crossing = keyed["CPMM-road-outbound-hours"].cells
    assert [(one.year, one.value) for one in crossing["KZ"]][:2] == [("2023", 3.9), ("2022", 4.0)]
    assert keyed["CPMM-road-outbound-hours"].common_year == "2022"
    sources = catalogue.reference().sources
    assert all(
        id_ in sources for row in rows for own in row.cells.values() for one in own for id_ in one.source_ids
    )
    assert all(EN.say(row.name) and "_" not in EN.say(row.name) for row in rows)
    assert {row.group for row in rows} <= GROUP_NAMES.keys()


def test_for_programs_unknown_is_an_empty_list() -> None:
    rows = indicators_beside(["KZ", "UZ"], reference(), indicators=[db("KZ", "2020", 7)])
    assert indicators_json(rows, EN) == [
        {
            "group": "doing_business",
            "key": "DB_EXP_TIME_DOC",
            "name": "Export: time for documents",
            "common_year": "2020",
            "countries": {
                "KZ": [
                    {
                        "value": 7,
                        "unit": "hours",
                        "said": None,
                        "year": "2020",
                        "sources": ["S"],
                        "note": None,
                    }
                ],
                "UZ": [],
            },
        }
    ]
