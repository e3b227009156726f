"""Which procedure is proposed for which block of a corridor, and that an official's word wins."""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from customs_app.analysis.corridor.bind import blocks
from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.file import open_catalogue
from customs_app.domain.codes import LocationKind, Mode, Regime, View
from customs_app.domain.corridor import Block, Corridor, GapKind, Leg, LegKind, Role
from customs_app.domain.procedure import FullProcedure, Location, Procedure, Step
from customs_app.domain.reference import Country, Reference
from customs_app.domain.text import Text
from tests.analysis.made import plain, reference, step

UNION = "EAEU"
STATUS = {"KZ": "member", "UZ": "member", "CN": "member", "RU": "member", "KG": "member", "AF": "partner"}


def _reference(*places: Location) -> Reference:
    countries = {
        iso2: Country(
            iso2,
            Text({"KZ": "Kazakhstan", "RU": "Russian Federation"}.get(iso2, iso2)),
            status=status,
            customs_union=UNION if iso2 in ("KZ", "RU", "KG") else None,
        )
        for iso2, status in STATUS.items()
    }
    return dataclasses.replace(
        reference(), countries=countries, locations={place.id: place for place in places}
    )


HORGOS = Location("horgos", "CN", Text("Horgos road port"), LocationKind.BORDER_ROAD, neighbour="KZ")
NUR_ZHOLY = Location(
    "nurzholy", "KZ", Text("Nur Zholy (Horgos) road crossing"), LocationKind.BORDER_ROAD, neighbour="CN"
)
DOSTYK = Location("dostyk", "KZ", Text("Bakhty"), LocationKind.BORDER_ROAD, neighbour="CN")
MASHTAKOVO = Location("mashtakovo", "RU", Text("Mashtakovo"), LocationKind.BORDER_ROAD, neighbour="KZ")


def _full(head: Procedure, *activities: str) -> FullProcedure:
    steps: tuple[Step, ...] = tuple(
        step(f"{head.id}-{n}", activity=code) for n, code in enumerate(activities or ("DCL-05",))
    )
    return FullProcedure(head, steps, {})


def _corridor(*legs: tuple[str, str | None, LegKind | None], mode: str = "road", note: str = "") -> Corridor:
    made = tuple(
        Leg(n, country, Text(name) if name else None, kind=kind, note=note or None)
        for n, (country, name, kind) in enumerate(legs, 1)
    )
    return Corridor("C", Text("Corridor"), mode, legs=made)


def _bound(
    corridor: Corridor,
    procedures: Sequence[FullProcedure],
    known: Reference | None = None,
    bindings: Mapping[str, str | None] | None = None,
) -> dict[str, Block]:
    found = blocks(corridor, procedures, known or _reference(), bindings or {})
    assert len({block.key for block in found}) == len(found)
    return {block.key: block for block in found}


def _ids(found: Mapping[str, Block]) -> dict[str, str | None]:
    return {key: block.procedure.procedure.id if block.procedure else None for key, block in found.items()}


THROUGH = _corridor(
    ("CN", "Xian", LegKind.ORIGIN),
    ("CN", "Horgos", LegKind.BORDER_EXIT),
    ("KZ", "Nur Zholy (Horgos)", LegKind.BORDER_ENTRY),
    ("KZ", "Almaty", LegKind.TRANSIT),
    ("UZ", "Tashkent", LegKind.DESTINATION),
)


def test_each_country_has_its_part_and_each_border_two_sides() -> None:
    found = _bound(THROUGH, [])
    assert list(found) == [
        "CN-export",
        "CN-cross_out",
        "KZ-cross_in",
        "KZ-transit",
        "KZ-cross_out",
        "UZ-cross_in",
        "UZ-import",
    ]
    assert [block.role for block in found.values()] == [
        Role.EXPORT,
        Role.CROSS_OUT,
        Role.CROSS_IN,
        Role.TRANSIT,
        Role.CROSS_OUT,
        Role.CROSS_IN,
        Role.IMPORT,
    ]
    places = {key: [leg.name.en for leg in block.places if leg.name] for key, block in found.items()}
    assert places["CN-export"] == ["Xian"]
    assert places["CN-cross_out"] == ["Horgos"]
    assert places["KZ-cross_in"] == ["Nur Zholy (Horgos)"]
    assert places["KZ-transit"] == ["Almaty"]
    assert places["KZ-cross_out"] == []
    assert all(block.gap is GapKind.NO_PROCEDURE and block.proposed for block in found.values())
    assert blocks(_corridor(), [], _reference(), {}) == ()


def test_regime_mode_and_ordinary_goods_decide() -> None:
    fruit = _full(plain("KZ-fruit", title="Transit of fresh fruit", regime=Regime.TRANSIT), *["DCL-05"] * 9)
    rail = _full(plain("KZ-rail", goods="ordinary goods", regime=Regime.TRANSIT, mode=Mode.RAIL))
    road = _full(plain("KZ-road", goods="ordinary goods", regime=Regime.TRANSIT))
    stages = _full(
        plain("KZ-stages", goods="ordinary goods", regime=Regime.TRANSIT, view=View.STAGES), "DCL-05"
    )
    found = _bound(THROUGH, [fruit, rail, road, stages])["KZ-transit"]
    assert found.procedure == road
    assert [other.id for other in found.others] == ["KZ-fruit"]
    assert str(found.why) == "It names no place: it holds for the whole country."
    only = _bound(THROUGH, [stages])["KZ-transit"]
    assert only.procedure is None
    assert "by stages only" in str(only.why)
    away = _full(plain("KZ-in", regime=Regime.BORDER_CROSSING, view=View.STAGES, location="nurzholy"))
    out = _bound(THROUGH, [away], _reference(NUR_ZHOLY))
    assert "by stages only" in str(out["KZ-cross_in"].why)
    assert str(out["KZ-cross_out"].why) == "Kazakhstan has no procedure recorded for this."


def test_goods_under_special_controls_are_never_proposed_for_ordinary_ones() -> None:
    meat = _full(plain("CN-meat", "CN", title="Export frozen meat", regime=Regime.EXPORT))
    any_mode = _full(
        plain("CN-two-step", "CN", title="Export under the two-step way", regime=Regime.EXPORT, mode=Mode.ANY)
    )
    found = _bound(THROUGH, [meat, any_mode])["CN-export"]
    assert found.procedure is None
    assert found.gap is GapKind.NO_PROCEDURE
    assert {other.id for other in found.others} == {"CN-meat", "CN-two-step"}
    assert "attach it where it holds here too" in str(found.why)


def test_the_place_that_the_corridor_passes_goes_first() -> None:
    here = _full(
        plain("KZ-here", title="Crossing from China", regime=Regime.BORDER_CROSSING, location="nurzholy")
    )
    there = _full(
        plain("KZ-there", title="Crossing from China", regime=Regime.BORDER_CROSSING, location="dostyk"),
        *["BRD-01"] * 5,
    )
    known = _reference(NUR_ZHOLY, DOSTYK)
    found = _bound(THROUGH, [there, here], known)["KZ-cross_in"]
    assert (found.procedure, found.elsewhere) == (here, False)
    assert [other.id for other in found.others] == ["KZ-there"]
    away = _bound(THROUGH, [there], known)["KZ-cross_in"]
    assert (away.procedure, away.elsewhere) == (there, True)
    assert "its figures are those of another place" in str(away.why)
    unnamed = _corridor(("CN", None, None), ("KZ", None, None))
    near = _bound(unnamed, [there], known)["KZ-cross_in"]
    assert (near.procedure, near.elsewhere) == (there, False)
    assert "names no crossing there" in str(near.why)


def test_a_procedure_that_faces_another_country_or_runs_the_other_way_is_not_proposed() -> None:
    out = _full(plain("KZ-out", title="Leave for China", regime=Regime.BORDER_CROSSING, location="nurzholy"))
    other = dataclasses.replace(NUR_ZHOLY, neighbour="KG")
    into = _full(plain("KZ-in", title="Enter", regime=Regime.BORDER_CROSSING, location="nurzholy"))
    assert _bound(THROUGH, [out], _reference(NUR_ZHOLY))["KZ-cross_in"].procedure is None
    assert _bound(THROUGH, [into], _reference(other))["KZ-cross_in"].procedure is None
    assert _bound(THROUGH, [into], _reference(NUR_ZHOLY))["KZ-cross_in"].procedure == into
    back = _corridor(("KZ", "Almaty", LegKind.ORIGIN), ("CN", "Horgos", LegKind.BORDER_ENTRY))
    assert _bound(back, [out, into], _reference(NUR_ZHOLY))["KZ-cross_out"].procedure == out


def test_a_procedure_that_does_the_work_at_the_border_takes_its_block_in() -> None:
    export = _full(
        plain("CN-export", "CN", goods="ordinary goods", regime=Regime.EXPORT, location="horgos"),
        "DCL-05",
        "TRN-05",
        "BRD-02",
    )
    own = _full(plain("CN-cross", "CN", title="Leave", regime=Regime.BORDER_CROSSING, location="horgos"))
    known = _reference(HORGOS)
    found = _bound(THROUGH, [export, own], known)
    assert "CN-cross_out" not in found
    assert found["CN-export"].takes_in == ("CN-cross_out",)
    assert [leg.name.en for leg in found["CN-export"].places if leg.name] == ["Xian", "Horgos"]
    bound = _bound(THROUGH, [export, own], known, {"CN-cross_out": "CN-cross"})
    assert bound["CN-cross_out"].procedure == own
    assert "times and fees of both are added" in str(bound["CN-cross_out"].why)
    assert bound["CN-export"].takes_in == ()
    inland = dataclasses.replace(export, steps=export.steps[:2])
    assert _bound(THROUGH, [inland, own], known)["CN-cross_out"].procedure == own


def test_transit_takes_in_the_side_at_which_it_does_the_work() -> None:
    head = plain("KZ-transit", regime=Regime.TRANSIT)
    into = _bound(THROUGH, [_full(head, "BRD-01", "TRN-05", "REL-03")])
    assert "KZ-cross_in" not in into
    assert "KZ-cross_out" in into
    out = _bound(THROUGH, [_full(head, "DCL-08", "TRN-05", "BRD-03")])
    assert "KZ-cross_in" in out
    assert "KZ-cross_out" not in out


def test_inside_a_union_a_border_is_one_block() -> None:
    inside = _corridor(("CN", None, None), ("KZ", None, None), ("RU", None, None))
    transit = _full(plain("KZ-transit", regime=Regime.TRANSIT), "TRN-05", "BRD-03")
    found = _bound(inside, [transit])
    assert list(found) == [
        "CN-export",
        "CN-cross_out",
        "KZ-cross_in",
        "KZ-transit",
        "RU-cross_in",
        "RU-import",
    ]
    assert found["RU-cross_in"].gap is GapKind.INSIDE_UNION
    out = _full(plain("KZ-out", title="Leave", regime=Regime.BORDER_CROSSING, location="syrym"))
    syrym = Location("syrym", "KZ", Text("Syrym"), LocationKind.BORDER_ROAD, neighbour="RU")
    assert _bound(inside, [out], _reference(syrym))["RU-cross_in"].procedure == out
    bound = _bound(inside, [transit, out], None, {"KZ-cross_out": "KZ-out"})
    assert list(bound)[-3:] == ["KZ-cross_out", "RU-cross_in", "RU-import"]


def test_a_note_says_where_the_border_lies() -> None:
    legs = (
        Leg(1, "KZ", Text("Aktobe"), kind=LegKind.ORIGIN),
        Leg(2, "RU", Text("Sagarchin"), kind=LegKind.TRANSIT, note="Kazakhstan-Russian border, inside"),
        Leg(3, "RU", Text("Kazan"), kind=LegKind.DESTINATION, note="border points not named"),
    )
    found = _bound(Corridor("C", Text("C"), "road", legs=legs), [])
    assert [leg.name.en for leg in found["RU-cross_in"].places if leg.name] == ["Sagarchin"]
    assert [leg.name.en for leg in found["RU-import"].places if leg.name] == ["Kazan"]


def test_procedures_for_goods_of_the_union_serve_journeys_inside_it_alone() -> None:
    own = _full(
        plain("RU-spot", "RU", title="Import from the EAEU under SPOT", location="mashtakovo"), "BRD-03"
    )
    plain_one = _full(plain("RU-plain", "RU", goods="ordinary goods"))
    known = _reference(MASHTAKOVO)
    inside = _corridor(("KZ", None, None), ("RU", None, None))
    found = _bound(inside, [own, plain_one], known)
    assert found["RU-import"].procedure == own
    assert found["RU-import"].takes_in == ("RU-cross_in",)
    outside = _corridor(("CN", None, None), ("KZ", None, None), ("RU", None, None))
    assert _bound(outside, [own, plain_one], known)["RU-import"].procedure == plain_one


def test_several_modes_are_told_apart_where_the_places_say_so() -> None:
    rail = _full(plain("KZ-rail", regime=Regime.TRANSIT, mode=Mode.RAIL))
    road = _full(plain("KZ-road", goods="ordinary goods", regime=Regime.TRANSIT))
    legs = [Leg(1, "CN"), Leg(2, "KZ", note="by train to Aktau"), Leg(3, "UZ")]
    said = _bound(Corridor("C", Text("C"), "multimodal", legs=tuple(legs)), [rail, road])["KZ-transit"]
    assert said.procedure == rail
    legs[1] = Leg(2, "KZ")
    unsaid = _bound(Corridor("C", Text("C"), "multimodal", legs=tuple(legs)), [rail, road])["KZ-transit"]
    assert unsaid.procedure == road
    assert str(unsaid.why).endswith(
        "It is for one mode: Road. This corridor does not say how the goods travel here."
    )


def test_a_country_outside_the_catalogue_is_one_block() -> None:
    corridor = _corridor(("UZ", None, None), ("AF", "Kabul", None), ("TM", None, None))
    found = _bound(corridor, [])
    assert list(found) == ["UZ-export", "UZ-cross_out", "AF-transit", "TM-import"]
    assert found["AF-transit"].gap is found["TM-import"].gap is GapKind.NOT_IN_CATALOGUE
    office = _full(plain("AF-transit-road", "AF", regime=Regime.TRANSIT))
    assert _bound(corridor, [office])["AF-transit"].procedure == office


def test_a_country_that_is_passed_twice_has_two_keys() -> None:
    found = _bound(_corridor(("KG", None, None), ("UZ", None, None), ("KG", None, None)), [])
    assert [key for key in found if key.startswith("KG")] == [
        "KG-export",
        "KG-cross_out",
        "KG-cross_in-2",
        "KG-import-2",
    ]


def test_what_an_official_says_wins() -> None:
    road = _full(plain("KZ-road", goods="ordinary goods", regime=Regime.TRANSIT))
    other = _full(plain("KZ-fruit", title="Transit of fresh fruit", regime=Regime.TRANSIT))
    chosen = _bound(THROUGH, [road, other], None, {"KZ-transit": "KZ-fruit"})["KZ-transit"]
    assert (chosen.procedure, chosen.proposed, chosen.gap) == (other, False, None)
    assert [one.id for one in chosen.others] == ["KZ-road"]
    none = _bound(THROUGH, [road, other], None, {"KZ-transit": None})["KZ-transit"]
    assert (none.procedure, none.proposed, none.gap) == (None, False, GapKind.ON_PURPOSE)
    assert [one.id for one in none.others] == ["KZ-road", "KZ-fruit"]
    gone = _bound(THROUGH, [road], None, {"KZ-transit": "KZ-gone"})["KZ-transit"]
    assert (gone.procedure, gone.gap) == (None, GapKind.NO_PROCEDURE)


@pytest.fixture
def read(starting_file: Path) -> Iterator[Catalogue]:
    with open_catalogue(starting_file, read_only=True) as opened:
        yield opened


@pytest.mark.parametrize(
    ("corridor_id", "expected"),
    [
        (
            "COR-01",
            {
                "CN-export": "CN-P-export-road",
                "KZ-cross_in": "KZ-P-bcp-khorgos-road",
                "KZ-transit": "KZ-P-transit-road",
                "RU-cross_in": None,
                "RU-import": "RU-P-import-road",
            },
        ),
        (
            "COR-03",
            {
                "UZ-export": "UZ-P-export-road",
                "KG-transit": "KG-P-transit-road",
                "CN-cross_in": None,
                "CN-import": None,
            },
        ),
        (
            "COR-08",
            {
                "KG-export": "KG-P-export-road",
                "UZ-transit": "UZ-P-transit-road",
                "UZ-cross_out": None,
                "AF-transit": None,
                "PK-cross_in": None,
                "PK-import": None,
            },
        ),
    ],
)
def test_corridors_of_the_starting_catalogue(
    read: Catalogue, corridor_id: str, expected: dict[str, str | None]
) -> None:
    known = read.reference()
    assert _ids(_bound(known.corridors[corridor_id], read.full_procedures(), known)) == expected
