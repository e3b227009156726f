"""What would leave the border if clearance moved inland."""

import dataclasses
import json

from customs_app.analysis.case import BASE, WORST
from customs_app.analysis.cleared_inland import (
    CLEARANCE,
    Clearance,
    Cleared,
    clearance,
    clearances,
    clearances_json,
)
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import LocationKind, Regime, View
from customs_app.domain.figures import Coverage, Range
from customs_app.domain.procedure import FullProcedure, Location, Step
from customs_app.domain.text import Text
from tests.analysis.made import AGG, hours, procedure, reference, step

LISTS = dataclasses.replace(
    reference(),
    locations={
        "gate": Location("gate", "KZ", Text("Gate"), LocationKind.BORDER_ROAD),
        "hub": Location("hub", "KZ", Text("Hub"), LocationKind.LOGISTICS_CENTRE),
    },
)


def of(*steps: Step, regime: Regime = Regime.IMPORT, place: str | None = "gate") -> FullProcedure:
    full = procedure(*steps)
    head = dataclasses.replace(full.procedure, regime=regime, location_id=place)
    return FullProcedure(head, full.steps, full.uses)


def told(full: FullProcedure) -> Clearance:
    found = clearance(full, LISTS)
    assert found is not None
    return found


def test_what_clears_an_import_at_the_border_would_leave_it() -> None:
    found = told(
        of(
            step("contract", activity="PRE-02", time=hours(99)),
            step("arrive", activity="DCL-02", time=hours(1)),
            step("guard", activity="BRD-02"),
            step("declare", activity="DCL-05", time=hours(2)),
            step("examine", activity="INS-02", time=hours(3, least=1)),
            step("pests", activity="INS-04", time=hours(9)),
            step("release", activity="REL-01"),
            step("on", activity="TRN-05"),
            step("pay", activity="PAY-01", time=hours(50)),
        )
    )
    assert found.cleared is Cleared.BORDER
    assert [one.id for one in found.moves] == ["declare", "examine", "release"]
    assert [one.id for one in found.stays] == ["arrive", "guard", "pests"]
    assert (found.hours, found.known, found.inside) == (Range(3, 5, 5), Coverage(2, 3), 0)
    assert (found.needed, found.by_choice) == (("DCL-08", "DCL-09", "BRD-06"), False)


def test_an_hour_inside_the_figure_of_a_whole_crossing_is_not_told() -> None:
    whole = hours(6, kind=AGG, covers=("declare", "cross"))
    found = told(of(step("declare", activity="DCL-05"), step("cross", activity="BRD-03", time=whole)))
    assert (found.hours, found.known, found.inside) == (None, Coverage(0, 1), 1)


def test_an_import_carried_on_before_it_is_declared_is_cleared_inland() -> None:
    for carried in ("TRN-05", "DCL-08"):
        found = told(of(step("1", activity=carried), step("2", activity="DCL-05")))
        assert (found.cleared, found.moves, found.stays, found.needed) == (Cleared.INLAND, (), (), ())
    assert told(of(step("1", activity="DCL-05"), place="hub")).cleared is Cleared.INLAND


def test_what_the_trader_may_choose_follows_the_case() -> None:
    full = of(
        step("1", activity="DCL-08", condition="Cleared inland"),
        step("2", activity="DCL-05"),
    )
    base, worst = clearance(full, LISTS, BASE), clearance(full, LISTS, WORST)
    assert base is not None
    assert worst is not None
    assert (base.cleared, base.by_choice) == (Cleared.BORDER, True)
    assert (worst.cleared, worst.by_choice) == (Cleared.INLAND, True)


def test_an_export_is_told_by_its_carriage_alone() -> None:
    declared, carried = step("1", activity="DCL-05"), step("2", activity="TRN-05")
    assert told(of(declared, carried, regime=Regime.EXPORT)).cleared is Cleared.INLAND
    assert told(of(declared, regime=Regime.EXPORT)).cleared is Cleared.NOT_SAID
    at_gate = told(of(carried, declared, step("3", activity="BRD-02"), regime=Regime.EXPORT))
    assert at_gate.cleared is Cleared.BORDER
    assert [one.id for one in at_gate.moves] == ["1"]
    assert at_gate.needed == ("BRD-06", "REL-03")


def test_where_nothing_is_said_nothing_is_told() -> None:
    assert told(of(step("1", activity="DCL-05"), place=None)).cleared is Cleared.NOT_SAID
    assert clearance(of(step("1", activity="BRD-02")), LISTS) is None
    assert clearance(of(step("1", activity="DCL-05"), regime=Regime.TRANSIT), LISTS) is None
    stages = of(step("1", activity="DCL-05"))
    seen = dataclasses.replace(stages.procedure, view=View.STAGES)
    assert clearance(dataclasses.replace(stages, procedure=seen), LISTS) is None


def test_ordinary_imports_by_road_of_the_starting_catalogue(catalogue: Catalogue) -> None:
    found = clearances(catalogue.full_procedures(), catalogue.reference())
    by_id = {one.procedure: one for one in found}
    ordinary = {
        "BY-P-import-road": Cleared.INLAND,
        "CN-P-import-road": Cleared.BORDER,
        "IN-P-import-road": Cleared.BORDER,
        "IR-P-import-road": Cleared.BORDER,
        "KG-P-import-road-china": Cleared.INLAND,
        "KZ-P-import-road": Cleared.INLAND,
        "RU-P-import-road": Cleared.INLAND,
        "TJ-P-import-road": Cleared.INLAND,
        "UZ-P-import-road": Cleared.INLAND,
    }
    assert {id_: by_id[id_].cleared for id_ in ordinary} == ordinary
    assert {id_ for id_ in ordinary if by_id[id_].by_choice} == {
        "CN-P-import-road",
        "IR-P-import-road",
        "RU-P-import-road",
    }
    petrapole = by_id["IN-P-import-road"]
    assert [one.seq for one in petrapole.moves] == [6, 7, 8, 14, 19, 20, 21, 22]
    assert (petrapole.hours, petrapole.inside) == (None, 3)
    for one in found:
        assert all(step.activity in CLEARANCE for step in one.moves)
        assert bool(one.moves) == (one.cleared is Cleared.BORDER)
    printed = clearances_json(found)
    assert json.loads(json.dumps(printed)) == printed
