import pytest

from customs_app.analysis.neighbours import Fit, Way, at_border, crossing, crossings, ways
from customs_app.domain.codes import Mode, Regime, View
from customs_app.domain.corridor import Corridor, Leg, LegKind
from customs_app.domain.text import Text
from tests.analysis.rules.planted import procedure, reference, step


def way_out(country="AA", regime=Regime.EXPORT, **kinds):
    return procedure(step("DCL-05"), country=country, regime=regime, **kinds)


def way_in(country="BB", regime=Regime.IMPORT, **kinds):
    return procedure(step("DCL-05"), country=country, regime=regime, **kinds)


def met(*procedures, ref=None):
    return [
        (one.leaving.procedure.id, one.entering.procedure.id, one.fit)
        for one in crossings(procedures, ref or reference())
    ]


@pytest.mark.parametrize(
    ("regime", "title", "expected"),
    [
        (Regime.EXPORT, "P", {Way.OUT}),
        (Regime.IMPORT, "P", {Way.IN}),
        (Regime.TRANSIT, "P", {Way.OUT, Way.IN}),
        (Regime.PARCEL_IMPORT, "P", set()),
        (Regime.TEMPORARY_ADMISSION, "P", set()),
        (Regime.BORDER_CROSSING, "Leave China by truck at Horgos toward Kazakhstan", {Way.OUT}),
        (Regime.BORDER_CROSSING, "Send a freight train out of China at Horgos", {Way.OUT}),
        (Regime.BORDER_CROSSING, "Truck crossing to Kyrgyzstan at Kordai", {Way.OUT}),
        (Regime.BORDER_CROSSING, "Enter by lorry at Panji Poyon from Afghanistan", {Way.IN}),
        (Regime.BORDER_CROSSING, "Cross the border at Zabaikalsk by truck, from China to Russia", {Way.IN}),
        (Regime.BORDER_CROSSING, "Truck crossing at Torugart", {Way.OUT, Way.IN}),
    ],
)
def test_the_direction_is_that_of_the_regime_or_said_in_the_title(regime, title, expected):
    assert ways(procedure(step("DCL-05"), regime=regime, title=title).procedure) == expected


def test_two_sides_of_one_crossing_share_a_name():
    assert met(way_out(place="aa-gate"), way_in(place="bb-gate")) == [("AA-P", "BB-P", Fit.PLACE)]
    assert met(way_out(place="aa-gate"), way_in(place="bb-other")) == [("AA-P", "BB-P", Fit.BORDER)]


def corridor(*legs, mode="road"):
    return Corridor("C", Text("C"), mode, legs=tuple(Leg(n, *leg) for n, leg in enumerate(legs)))


def test_two_places_that_a_corridor_joins_are_one_crossing():
    joined = corridor(("BB", Text("Carrow")), ("AA", Text("Anfield")))
    ref = reference(corridors=(joined,))
    assert met(way_out(place="aa-gate"), way_in(place="bb-other"), ref=ref) == [("AA-P", "BB-P", Fit.PLACE)]


def test_one_place_is_enough_where_it_faces_the_other_country():
    assert met(way_out(place="aa-gate"), way_in()) == [("AA-P", "BB-P", Fit.BORDER)]
    assert met(way_out(), way_in(place="bb-gate")) == [("AA-P", "BB-P", Fit.BORDER)]


def test_without_a_place_the_countries_must_share_a_border_of_that_mode():
    assert met(way_out(), way_in()) == [("AA-P", "BB-P", Fit.COUNTRIES)]
    assert met(way_out("AA"), way_in("EE")) == []
    assert met(way_out("CC"), way_in("EE")) == []  # by rail alone
    assert met(way_out("CC", mode=Mode.RAIL), way_in("EE", mode=Mode.RAIL)) == [
        ("CC-P", "EE-P", Fit.COUNTRIES)
    ]


def test_a_corridor_tells_of_a_border_where_it_passes_one():
    legs = ("AA", Text("X"), None, LegKind.BORDER_EXIT), ("EE", Text("Y"), None, LegKind.BORDER_ENTRY)
    passed = reference(corridors=(corridor(*legs),))
    assert met(way_out("AA"), way_in("EE"), ref=passed) == [("AA-P", "EE-P", Fit.COUNTRIES)]
    other_mode = reference(corridors=(corridor(*legs, mode="multimodal"),))
    assert met(way_out("AA"), way_in("EE"), ref=other_mode) == []
    far = reference(corridors=(corridor(("AA",), ("EE",)),))
    assert met(way_out("AA"), way_in("EE"), ref=far) == []


@pytest.mark.parametrize(
    ("out", "into"),
    [
        (way_out(place="aa-gate"), way_in("CC")),  # the place faces another country
        (way_out(place="aa-port"), way_in(place="bb-gate")),  # over the sea
        (way_out(mode=Mode.RAIL), way_in(place="bb-gate")),
        (way_out(mode=Mode.ANY), way_in(mode=Mode.ANY, place="bb-gate")),
        (way_out(place="aa-gate"), way_in(view=View.STAGES)),
        (way_out(place="aa-gate"), way_in(regime=Regime.TRANSIT)),
        (way_out(place="aa-gate"), way_in("AA", name="AA-in")),
    ],
)
def test_what_does_not_meet(out, into):
    assert met(out, into) == []


def test_within_a_customs_union_both_sides_must_name_their_place():
    ref = reference(union="AA BB")
    assert met(way_out(), way_in(place="bb-gate"), ref=ref) == []
    assert met(way_out(place="aa-gate"), way_in(place="bb-gate"), ref=ref) == [("AA-P", "BB-P", Fit.PLACE)]
    assert met(way_out(), way_in(place="bb-gate"), ref=reference(union="AA")) != []


def test_of_several_ways_out_the_one_that_fits_best_is_taken():
    crossing_out = way_out(
        regime=Regime.BORDER_CROSSING, title="Leave Land AA", name="AA-border", place="aa-gate"
    )
    fruit = way_out(name="AA-fruit", goods="fresh fruit", place="aa-gate")
    plain = way_out(name="AA-plain", goods="general cargo", place="aa-gate")
    nowhere = way_out(name="AA-nowhere", goods="general cargo")
    every = (crossing_out, fruit, plain, nowhere)
    assert met(*every, way_in(place="bb-gate", goods="ordinary goods"))[0][0] == "AA-plain-P"
    assert met(*every, way_in(place="bb-gate", goods="Fruit"))[0][0] == "AA-fruit-P"
    entry = way_in(regime=Regime.BORDER_CROSSING, title="Enter Land BB", place="bb-gate")
    assert ("AA-border-P", "BB-P", Fit.PLACE) in met(*every, entry)
    assert len(met(*every, way_in(place="bb-gate"))) == 1


def test_what_somebody_says_to_follow_is_a_crossing_in_any_case():
    one = crossing(way_out("AA"), way_in("EE", mode=Mode.RAIL), reference())
    assert (one.fit, one.one_way) == (Fit.COUNTRIES, True)
    assert not crossing(way_out("AA"), way_in(regime=Regime.TRANSIT), reference()).one_way


def test_steps_at_the_border_lie_outside_the_carriage_inland():
    full = procedure(step("INS-02"), step("TRN-05"), step("BRD-03"), step("TRN-05"), step("REL-03"))
    assert [one.seq for one in at_border(full.steps, Way.IN)] == [1]
    assert [one.seq for one in at_border(full.steps, Way.OUT)] == [5]
    near = procedure(step("INS-02"), step("BRD-03"))
    assert at_border(near.steps, Way.IN) == at_border(near.steps, Way.OUT) == near.steps


def test_the_starting_catalogue_has_the_two_sides_of_khorgos(catalogue):
    found = {
        (one.leaving.procedure.id, one.entering.procedure.id): one.fit
        for one in crossings(catalogue.full_procedures(), catalogue.reference())
    }
    assert found["CN-P-bcp-horgos-road", "KZ-P-bcp-khorgos-road"] is Fit.PLACE
    assert found["CN-P-export-road", "KZ-P-import-road"] is Fit.PLACE
    assert found["KZ-P-bcp-kordai-road", "KG-P-import-eaeu-road"] is Fit.BORDER
    assert not any({"RU", "KZ"} == {out[:2], into[:2]} for out, into in found)


def test_corridors_of_the_starting_catalogue_have_their_legs(catalogue):
    first = catalogue.reference().corridors["COR-01"]
    assert (first.mode, first.legs[0].country, first.legs[0].kind) == ("road", "CN", LegKind.ORIGIN)
    assert [leg.seq for leg in first.legs] == sorted(leg.seq for leg in first.legs)
    assert first.legs[0].name is not None
    assert first.legs[0].name.en == "Lianyungang"
