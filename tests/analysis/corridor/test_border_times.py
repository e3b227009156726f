"""Measured crossings beside what the procedures of a chain record."""

import dataclasses
import json

from customs_app.analysis.corridor.border_times import Nearness, at_borders, border_times_json
from customs_app.analysis.counting import Counting
from customs_app.analysis.neighbours import Way
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import Evidence
from customs_app.domain.corridor import Block, Leg, LegKind
from customs_app.domain.indicators import BorderTime
from customs_app.domain.procedure import Step
from customs_app.domain.text import Text
from tests.analysis.corridor.chained import COR_01, block, chain_of, made
from tests.analysis.made import LEAD, hours, reference, step

EXIT = Leg(1, "CN", Text("Khorgos (Horgos)"), kind=LegKind.BORDER_EXIT)
ENTRY = Leg(2, "KZ", Text("Nur Zholy"), kind=LegKind.BORDER_ENTRY)


def row(id_: str, said: str, direction: str | None, typ: float) -> BorderTime:
    """A row by `place country neighbour`; `-` for no neighbour."""
    place, country, neighbour = said.rsplit(" ", 2)
    other = None if neighbour == "-" else neighbour
    return BorderTime(id_, place, country, other, "road", direction, "TOTAL", typ, None, "2022", "S")


def measured(one: Step) -> Step:
    return dataclasses.replace(one, evidence=Evidence.MEASURED)


def chain() -> list[Block]:
    china = made(
        "CN-export",
        measured(step("inland", activity="BRD-01", time=hours(99))),
        step("drive", activity="TRN-05"),
        step("papers", activity="CRT-01", time=hours(5)),
        step("queue", activity="BRD-01", time=hours(1, kind=LEAD)),
        measured(step("out", activity="BRD-03", time=hours(51.4))),
    )
    kazakhstan = made(
        "KZ-import",
        measured(step("in", activity="BRD-03", time=hours(4.6))),
        step("told", activity="INS-02", time=hours(51.4)),
        step("on", activity="TRN-05"),
        step("inland2", activity="INS-02", time=hours(7)),
    )
    return [
        dataclasses.replace(china, places=(EXIT,)),
        dataclasses.replace(kazakhstan, places=(ENTRY,)),
    ]


ROWS = [
    row("place", "Horgos CN KZ", "outbound", 51.4),
    row("unsaid", "Khorgos CN KZ", None, 30),
    row("border", "Alashankou CN KZ", "outbound", 61.7),
    row("back", "Horgos CN KZ", "inbound", 3),
    row("country", "ALL KZ -", "inbound", 4.6),
    row("both", "ALL KZ -", "both", 4.6),
    row("elsewhere", "Irkeshtam CN KG", "outbound", 1),
    dataclasses.replace(row("rail", "Horgos CN KZ", "outbound", 58.7), mode="rail"),
    dataclasses.replace(row("region", "ALL CAREC KZ -", "both", 9.9), country=None),
]


def test_the_nearest_crossing_of_the_right_mode_and_direction_comes_first() -> None:
    (border,) = at_borders(chain(), reference(), ROWS)
    assert border.places == ("Khorgos (Horgos)", "Nur Zholy")
    assert [(one.row.id, one.way, one.nearness) for one in border.measured] == [
        ("place", Way.OUT, Nearness.PLACE),
        ("unsaid", Way.OUT, Nearness.PLACE),
        ("border", Way.OUT, Nearness.BORDER),
        ("country", Way.IN, Nearness.COUNTRY),
    ]


def test_the_catalogues_own_times_are_those_at_the_border_and_say_what_they_rest_on() -> None:
    (border,) = at_borders(chain(), reference(), ROWS)
    assert [(one.step_id, one.way, [row.id for row in one.measured]) for one in border.own] == [
        ("out", Way.OUT, ["place"]),
        ("in", Way.IN, ["country"]),
        ("told", Way.IN, []),  # the same number, but no measurement says it
    ]
    assert border.own[0].state is Counting.OWN


def test_without_a_named_place_every_crossing_of_the_border_is_only_near() -> None:
    bare = [dataclasses.replace(one, places=()) for one in chain()]
    (border,) = at_borders(bare, reference(), ROWS)
    assert border.places == ()
    assert {one.nearness for one in border.measured} == {Nearness.BORDER, Nearness.COUNTRY}


def test_a_border_between_gaps_has_what_was_measured_and_nothing_of_its_own() -> None:
    gaps = [block("CN-export", None), block("KZ-import", None)]
    (border,) = at_borders(gaps, reference(), ROWS)
    assert border.own == ()
    # No mode is known, so that both count; the mode of the rest of the chain is that of the border too.
    assert {one.row.mode for one in border.measured} == {"road", "rail"}
    first, _ = at_borders([*gaps, made("RU-import", step("r"))], reference(), ROWS)
    assert {one.row.mode for one in first.measured} == {"road"}


def test_from_china_to_russia_by_road(catalogue: Catalogue) -> None:
    first, second = at_borders(chain_of(catalogue, COR_01), catalogue.reference(), catalogue.border_times())
    at_place = [one.row for one in first.measured if one.nearness is Nearness.PLACE]
    assert [(one.place, one.hours, one.year) for one in at_place] == [
        ("Horgos", 23.5, "2022"),
        ("Horgos", 77.5, "2021"),
        ("Horgos", 16.4, "2020"),
        ("Khorgos", 51.4, "2023"),
    ]
    own = {one.step_id: [(row.place, row.year) for row in one.measured] for one in first.own}
    assert own["CN-P-export-road-22"] == [("Horgos", "2021"), ("Horgos", "2020"), ("Khorgos", "2023")]
    assert own["KZ-P-bcp-khorgos-road-04"] == [("Khorgos", "2023")]
    assert own["KZ-P-bcp-khorgos-road-08"] == [("ALL", "2022")]
    assert second.places == ()
    assert [one.step_id for one in second.own if one.way is Way.IN] == [
        "RU-P-import-road-08",
        "RU-P-import-road-09",
    ]
    told = border_times_json((first, second))
    assert json.loads(json.dumps(told)) == told
