"""What is done at which place."""

import dataclasses
import json

from customs_app.analysis.logistics_places import PlaceGroup, needs_presence, places, places_json
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import Channel, LocationKind, Regime
from customs_app.domain.procedure import FullProcedure, Location, Step
from customs_app.domain.reference import Reference
from customs_app.domain.text import Text
from tests.analysis.made import procedure, reference, step


def lists(**kinds: LocationKind) -> Reference:
    made = {id_: Location(id_, "KZ", Text(f"{id_.title()} crossing"), kind) for id_, kind in kinds.items()}
    codes = ("INS-02@Inspect", "BRD-01@Border", "TRN-05@Transport")
    return dataclasses.replace(reference(*codes), locations=made)


def at(location: str | None, regime: Regime, *steps: Step) -> FullProcedure:
    full = procedure(*steps)
    head = dataclasses.replace(full.procedure, id=f"{location}-{regime}", regime=regime, location_id=location)
    return FullProcedure(head, full.steps, full.uses)


def test_at_a_border_stands_what_is_done_there_and_not_what_is_done_inland() -> None:
    imported = at(
        "dostyk",
        Regime.IMPORT,
        step("1", activity="BRD-01"),
        step("2", activity="INS-02"),
        step("3", activity="TRN-05"),
        step("4", activity="INS-02"),
    )
    exported = at(
        "dostyk",
        Regime.EXPORT,
        step("5", activity="INS-02"),
        step("6", activity="TRN-05"),
        step("7", activity="BRD-01"),
    )
    (row,) = places([imported, exported], lists(dostyk=LocationKind.BORDER_ROAD))
    assert row.group is PlaceGroup.BORDER
    assert row.doing == (("INS-02", ("2",)), ("BRD-01", ("1", "7")))
    assert row.procedures == ("dostyk-import", "dostyk-export")


def test_without_a_carriage_what_is_not_said_to_be_at_the_border_is_not_put_there() -> None:
    controls = (step("1", activity="INS-02"), step("2", activity="BRD-01"), step("3", activity="INS-02"))
    out = at("dostyk", Regime.EXPORT, *controls)
    crossing = lists(dostyk=LocationKind.BORDER_ROAD)
    assert places([out], crossing)[0].doing == (("INS-02", ("3",)), ("BRD-01", ("2",)))
    into = at("dostyk", Regime.IMPORT, controls[1], step("t", activity="DCL-08"), controls[2])
    assert places([into], crossing)[0].doing == (("BRD-01", ("2",)),)
    onto = at("dostyk", Regime.IMPORT, controls[1], controls[2])
    assert places([onto], crossing)[0].doing == (("INS-02", ("3",)), ("BRD-01", ("2",)))


def test_a_crossing_that_ends_with_the_drive_across_is_at_the_border_before_it() -> None:
    crossing = at(
        "dostyk", Regime.BORDER_CROSSING, step("1", activity="INS-02"), step("2", activity="TRN-05")
    )
    named = dataclasses.replace(crossing.procedure, title=Text("Leave at Dostyk"))
    (row,) = places([dataclasses.replace(crossing, procedure=named)], lists(dostyk=LocationKind.BORDER_ROAD))
    assert row.doing == (("INS-02", ("1",)),)


def test_at_a_port_all_its_steps_that_need_presence_stand() -> None:
    full = at(
        "aktau",
        Regime.IMPORT,
        step("1", activity="TRN-05"),
        step("2", activity="DCL-05", channel=Channel.ONLINE),
        step("3", activity="INS-02"),
    )
    (row,) = places([full], lists(aktau=LocationKind.SEAPORT))
    assert (row.group, row.doing) == (PlaceGroup.PORT, (("INS-02", ("3",)),))


def test_a_channel_says_whether_presence_is_needed() -> None:
    assert needs_presence(step("1", activity="INS-02"))
    assert not needs_presence(step("1", activity="INS-02", channel=Channel.AUTOMATIC))
    assert needs_presence(step("1", activity="PAY-01", channel=Channel.PAPER))
    assert not needs_presence(step("1", activity="PAY-01"))
    assert not needs_presence(step("1", activity="PRE-04", channel=Channel.PAPER))


def test_a_place_may_be_named_by_steps_of_other_procedures_or_not_be_known_at_all() -> None:
    named = dataclasses.replace(step("1"), title=Text("Book a slot at Dostyk"))
    noted = dataclasses.replace(step("2"), note="As at Dostyk.")
    other = dataclasses.replace(step("3"), title=Text("dostyk written small, and Dostykov"))
    full = at(None, Regime.TRANSIT, named, noted, other)
    foreign = dataclasses.replace(full, procedure=dataclasses.replace(full.procedure, country="KG"))
    (row,) = places([full, foreign], lists(dostyk=LocationKind.BORDER_RAIL))
    assert (row.named_in, row.procedures, row.known) == (("1", "2"), (), True)
    (unknown,) = places([], lists(dostyk=LocationKind.BORDER_RAIL))
    assert not unknown.known


def test_from_the_border_inland(catalogue: Catalogue) -> None:
    rows = places(catalogue.full_procedures(), catalogue.reference())
    groups = [row.group for row in rows]
    assert len(rows) == len(catalogue.reference().locations)
    assert groups == sorted(groups, key=lambda group: list(PlaceGroup).index(group or PlaceGroup.BORDER))
    by_id = {row.location.id: row for row in rows}
    assert [row.location.id for row in rows if row.group is PlaceGroup.LOGISTICS] == [
        "BY-L-tlc-brest",
        "KG-L-karabulak",
        "KZ-L-khorgosdry",
        "PK-L-sost",
        "RU-L-mamonovo",
    ]
    assert not by_id["BY-L-tlc-brest"].known
    assert by_id["KG-L-karabulak"].named_in == ("KG-P-bcp-torugart-02",)
    assert dict(by_id["PK-L-sost"].doing).keys() == {
        "TRN-06",
        "DCL-02",
        "INS-02",
        "INS-03",
        "BRD-03",
        "REL-02",
    }
    # The export through Nur Zholy tells no carriage: what comes before the border is not put at it.
    assert dict(by_id["KZ-L-nurzholy"].doing).keys() >= {"BRD-02", "INS-08", "REL-03"}
    assert "INS-02" not in dict(by_id["KZ-L-nurzholy"].doing)
    told = places_json(rows)
    assert json.loads(json.dumps(told)) == told
