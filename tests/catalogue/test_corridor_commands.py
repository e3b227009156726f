"""Corridors, their places, and which procedure stands in which block."""

import pytest

from customs_app.catalogue.catalogue import Catalogue
from customs_app.catalogue.check import check
from customs_app.catalogue.commands import (
    AddCorridor,
    BindBlock,
    EditCorridor,
    ImportRows,
    RemoveCorridor,
    SetLegs,
    UnbindBlock,
)
from customs_app.catalogue.tables import COUNTRY_TABLES
from customs_app.domain.corridor import Leg, LegKind
from customs_app.domain.errors import InputError
from customs_app.domain.review import Reviewer
from customs_app.domain.text import Text

OTHER = Reviewer("Li Wei", "CN")
LEGS = (
    Leg(9, "CN", Text("Kashgar", "Кашгар", "喀什"), "CNKSS", LegKind.ORIGIN),
    Leg(4, "KG", Text("Torugart"), kind=LegKind.BORDER_ENTRY, note="pass", source_ids=("KG-S01", "KG-S02")),
    Leg(7, "TM", kind=LegKind.DESTINATION),
)


def _added(catalogue: Catalogue, who: Reviewer) -> str:
    new_id = catalogue.run(
        AddCorridor({"name_en": " Kashgar - Osh ", "name_ru": "Кашгар – Ош", "mode": "road"}, LEGS), who
    ).new_id
    assert new_id is not None
    return new_id


def test_a_corridor_is_made_with_its_places(catalogue: Catalogue, who: Reviewer) -> None:
    before = catalogue.reference()
    new_id = _added(catalogue, who)
    corridor = catalogue.reference().corridors[new_id]
    assert new_id not in before.corridors
    assert (corridor.name, corridor.mode) == (Text("Kashgar - Osh", "Кашгар – Ош"), "road")
    assert [leg.seq for leg in corridor.legs] == [1, 2, 3]
    first, second, third = corridor.legs
    assert (first.country, first.name, first.unlocode, first.kind) == (
        "CN",
        Text("Kashgar", "Кашгар", "喀什"),
        "CNKSS",
        LegKind.ORIGIN,
    )
    assert (second.note, second.source_ids) == ("pass", ("KG-S01", "KG-S02"))
    assert (third.country, third.name) == ("TM", None)
    assert [hit.row_id for hit in catalogue.search("Kashgar Osh") if hit.kind == "corridor"] == [new_id]
    catalogue.undo(who)
    assert new_id not in catalogue.reference().corridors
    catalogue.redo(who)
    assert catalogue.reference().corridors[new_id] == corridor
    assert check(catalogue.path) == ()


def test_a_corridor_is_edited(catalogue: Catalogue, who: Reviewer) -> None:
    done = catalogue.run(EditCorridor("COR-01", {"name_en": "The long road", "mode": "multimodal"}), who)
    assert done.tables == {"corridor"}
    corridor = catalogue.reference().corridors["COR-01"]
    assert (corridor.name.en, corridor.mode) == ("The long road", "multimodal")
    assert corridor.name.ru is not None
    assert len(corridor.legs) == 18
    for values, column in (({"mode": "donkey"}, "mode"), ({"name_en": " "}, "name_en"), ({"id": "X"}, "id")):
        with pytest.raises(InputError) as raised:
            catalogue.run(EditCorridor("COR-01", values), who)
        assert [problem.column for problem in raised.value.problems] == [column]


def test_places_are_set_and_only_what_differs_is_written(catalogue: Catalogue, who: Reviewer) -> None:
    legs = catalogue.reference().corridors["COR-01"].legs
    shorter = (*legs[:6], *legs[7:])
    catalogue.run(SetLegs("COR-01", shorter), who)
    now = catalogue.reference().corridors["COR-01"].legs
    assert [leg.name for leg in now] == [leg.name for leg in shorter]
    assert [leg.seq for leg in now] == list(range(1, 18))
    changes = catalogue.history()[0].changes
    assert changes == 12  # eleven places move up, the last row goes; the first six stay untouched
    catalogue.undo(who)
    assert catalogue.reference().corridors["COR-01"].legs == legs


@pytest.mark.parametrize(
    ("leg", "column"),
    [
        (Leg(1, "Kazakhstan", kind=LegKind.ORIGIN), "country"),
        (Leg(1, "KZ", unlocode="Almaty", kind=LegKind.ORIGIN), "unlocode"),
        (Leg(1, "KZ"), "kind"),
        (Leg(1, "KZ", kind=LegKind.ORIGIN, source_ids=("none",)), "source_ids"),
    ],
)
def test_places_that_are_refused(catalogue: Catalogue, who: Reviewer, leg: Leg, column: str) -> None:
    before = catalogue.fingerprint()
    with pytest.raises(InputError) as raised:
        catalogue.run(SetLegs("COR-01", (LEGS[0], leg)), who)
    assert [problem.column for problem in raised.value.problems] == [column]
    assert catalogue.fingerprint() == before


def test_a_block_is_bound_left_empty_and_set_free(catalogue: Catalogue, who: Reviewer) -> None:
    assert catalogue.bindings("COR-01") == {}
    done = catalogue.run(BindBlock("COR-01", "KZ-transit", "KZ-P-transit-road"), who)
    assert str(done.label) == (
        "Attach “Road transit through Kazakhstan” to corridor “Western Europe - Western China road"
        " corridor (Lianyungang - Saint Petersburg)”"
    )
    catalogue.run(BindBlock("COR-01", "KZ-transit", None), OTHER)
    catalogue.run(BindBlock("COR-01", "RU-cross_in", "KZ-P-bcp-kordai-road"), who)
    assert catalogue.bindings("COR-01") == {"KZ-transit": None, "RU-cross_in": "KZ-P-bcp-kordai-road"}
    assert catalogue.bindings("COR-02") == {}
    catalogue.run(UnbindBlock("COR-01", "KZ-transit"), who)
    assert catalogue.bindings("COR-01") == {"RU-cross_in": "KZ-P-bcp-kordai-road"}
    assert catalogue.run(UnbindBlock("COR-01", "KZ-transit"), who).entry_id is None
    for _ in range(2):
        catalogue.undo(who)
    assert catalogue.bindings("COR-01") == {"KZ-transit": None}
    assert check(catalogue.path) == ()


def test_blocks_of_a_country_passed_often_are_bound_too(catalogue: Catalogue, who: Reviewer) -> None:
    bound = dict.fromkeys((f"KZ-transit-{number}" for number in (2, 9, 10, 19, 20)), "KZ-P-transit-road")
    for block, procedure in bound.items():
        catalogue.run(BindBlock("COR-01", block, procedure), who)
    assert catalogue.bindings("COR-01") == bound


@pytest.mark.parametrize(
    ("block", "procedure", "column"),
    [
        ("KZ-lunch", None, "block"),
        ("KZ-transit-1", None, "block"),
        ("KZ-transit-01", None, "block"),
        ("UZ-transit", None, "block"),
        ("KZ-transit", "UZ-P-transit-road", "procedure_id"),
    ],
)
def test_bindings_that_are_refused(
    catalogue: Catalogue, who: Reviewer, block: str, procedure: str | None, column: str
) -> None:
    with pytest.raises(InputError) as raised:
        catalogue.run(BindBlock("COR-01", block, procedure), who)
    assert [problem.column for problem in raised.value.problems] == [column]
    for command in (
        BindBlock("COR-99", "KZ-transit", None),
        BindBlock("COR-01", "KZ-transit", "none"),
        UnbindBlock("COR-99", "KZ-transit"),
        RemoveCorridor("COR-99"),
    ):
        with pytest.raises(InputError, match="no longer in the catalogue"):
            catalogue.run(command, who)
    assert catalogue.history() == ()


def test_a_corridor_goes_with_all_that_hangs_on_it(catalogue: Catalogue, who: Reviewer) -> None:
    catalogue.run(BindBlock("COR-01", "KZ-transit", "KZ-P-transit-road"), who)
    before = catalogue.fingerprint()
    done = catalogue.run(RemoveCorridor("COR-01"), who)
    assert done.tables == {"corridor", "corridor_leg", "binding"}
    assert "COR-01" not in catalogue.reference().corridors
    assert check(catalogue.path) == ()
    catalogue.undo(who)
    assert catalogue.fingerprint() == before


def test_a_procedure_that_goes_takes_its_bindings_along(catalogue: Catalogue, who: Reviewer) -> None:
    catalogue.run(BindBlock("COR-01", "KZ-transit", "KZ-P-transit-road"), who)
    catalogue.run(BindBlock("COR-01", "KZ-cross_in", None), who)
    before = catalogue.fingerprint()
    rows = {
        table.name: [
            {column.name: row[column.name] for column in table.columns}
            for row in catalogue.rows(table.name, "KZ")
        ]
        for table in COUNTRY_TABLES
    }
    gone = "KZ-P-transit-road"
    rows["procedure"] = [row for row in rows["procedure"] if row["id"] != gone]
    rows["step_document"] = [row for row in rows["step_document"] if not str(row["step_id"]).startswith(gone)]
    rows["step"] = [row for row in rows["step"] if row["procedure_id"] != gone]
    catalogue.run(ImportRows({"KZ": rows}), who)
    assert catalogue.bindings("COR-01") == {"KZ-cross_in": None}
    assert check(catalogue.path) == ()
    catalogue.undo(who)
    assert catalogue.fingerprint() == before
