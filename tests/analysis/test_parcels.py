"""Parcels of the member states in one view."""

import dataclasses
import json

from customs_app.analysis.parcels import ParcelRow, Threshold, parcel_imports, parcels_json
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import Channel, Regime, Role
from customs_app.domain.figures import Coverage, Money, Range
from customs_app.domain.indicators import Indicator
from customs_app.domain.procedure import FullProcedure
from customs_app.domain.reference import Country, Reference
from customs_app.domain.text import Text
from tests.analysis.made import fee, hours, procedure, reference, step


def parcel(*, country: str = "KZ", note: str | None = None, title: str = "Parcel") -> FullProcedure:
    full = procedure(
        step("1", channel=Channel.ONLINE, time=hours(2)),
        step("2", "1", cost=fee(5, "EUR")),
        step("3", "2", condition="When dear", channel=Channel.PAPER),
        country=country,
        uses={
            "1": [("A", Role.INPUT), ("B", Role.SHOWN)],
            "2": [("C", Role.OUTPUT)],
            "3": [("D", Role.INPUT)],
        },
    )
    head = dataclasses.replace(
        full.procedure, regime=Regime.PARCEL_IMPORT, note=note, id=f"{country}-{title}", title=Text(title)
    )
    return FullProcedure(head, full.steps, full.uses)


def members(*countries: str) -> Reference:
    made = {iso2: Country(iso2, Text(iso2), status="member") for iso2 in countries}
    return dataclasses.replace(
        reference(), countries={**made, "TR": Country("TR", Text("T"), status="partner")}
    )


def de_minimis(iso2: str, value: float, year: str, code: str = "DE_MINIMIS_PARCEL") -> Indicator:
    return Indicator(f"{iso2}{year}{code}", iso2, code, year, value, "EUR", "S1", "when")


def test_the_row_of_one_country_tells_the_case() -> None:
    (row,) = parcel_imports([parcel(note="Limits")], members("KZ"), [])
    assert row.totals is not None
    assert (row.totals.elapsed, row.totals.time_covered) == (Range(2, 2, 2), Coverage(1, 2))
    assert (row.totals.cost, row.totals.cost_covered) == ((Money(5, "EUR"),), Coverage(1, 2))
    assert (row.documents, row.recorded) == (("A", "B"), Coverage(2, 2))
    assert (row.channels, row.unsaid, row.said) == (((Channel.ONLINE, 1),), 1, "Limits")


def test_thresholds_stand_newest_first_and_are_the_countrys_own() -> None:
    (row,) = parcel_imports(
        [parcel()],
        members("KZ"),
        [
            de_minimis("KZ", 1000, "2022"),
            de_minimis("KZ", 200, "2026"),
            de_minimis("KZ", 100, "2026", "DE_MINIMIS_COMMERCIAL"),
            de_minimis("BY", 22, "2018"),
            Indicator("x", "KZ", "LPI_OVERALL", "2026", 2, "score", None, None),
        ],
    )
    assert row.thresholds == (
        Threshold(Money(200, "EUR"), False, "2026", ("S1",), "when"),
        Threshold(Money(100, "EUR"), True, "2026", ("S1",), "when"),
        Threshold(Money(1000, "EUR"), False, "2022", ("S1",), "when"),
    )


def test_a_member_without_a_procedure_has_a_row_and_a_partner_has_none() -> None:
    rows = parcel_imports([parcel(country="KZ")], members("KZ", "BY"), [de_minimis("BY", 22, "2018")])
    assert [(row.country, row.procedure is None) for row in rows] == [("BY", True), ("KZ", False)]
    assert rows[0] == ParcelRow("BY", None, (Threshold(Money(22, "EUR"), False, "2018", ("S1",), "when"),))


def test_the_ordinary_parcel_stands_before_the_other_one() -> None:
    special = parcel(title="Parcel under SPOT")
    rows = parcel_imports([special, parcel(title="Ordinary parcel")], members("KZ"), [])
    assert [row.procedure and row.procedure.procedure.title.en for row in rows] == [
        "Ordinary parcel",
        "Parcel under SPOT",
    ]


def test_a_procedure_without_documents_does_not_say_that_none_is_needed() -> None:
    full = parcel()
    (row,) = parcel_imports([FullProcedure(full.procedure, full.steps, {})], members("KZ"), [])
    assert (row.documents, row.recorded) == (None, Coverage(0, 2))


def test_the_ten_members_of_the_starting_catalogue(catalogue: Catalogue) -> None:
    rows = parcel_imports(catalogue.full_procedures(), catalogue.reference(), catalogue.indicators())
    assert sorted({row.country for row in rows}) == [
        "BY",
        "CN",
        "IN",
        "IR",
        "KG",
        "KZ",
        "PK",
        "RU",
        "TJ",
        "UZ",
    ]
    assert all(row.procedure for row in rows)
    assert len(rows) == 12
    newest = {row.country: row.thresholds[0] for row in rows if row.thresholds}
    assert {iso2: (one.amount, one.year) for iso2, one in newest.items()} == dict.fromkeys(
        ("BY", "KZ", "KG", "RU"), (Money(200, "EUR"), "2026")
    )
    tajik = next(row for row in rows if row.country == "TJ")
    assert tajik.documents is None
    told = parcels_json(rows)
    assert json.loads(json.dumps(told)) == told
    post = next(one for one in told if one["procedure"] == "IN-P-parcel-post")
    assert post["totals"]["elapsed_h"] == {"min": 48.0, "typ": 84.0, "max": 120.0}
    assert post["totals"]["cost"] is None
