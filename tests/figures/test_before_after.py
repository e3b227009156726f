"""A procedure as it is and as it would be: same places, outlines of what goes, green for what changes."""

import pytest

from customs_app.analysis.case import WORST
from customs_app.analysis.to_be.apply import apply
from customs_app.analysis.to_be.basis import Applied
from customs_app.analysis.to_be.case_totals import to_be_totals
from customs_app.analysis.to_be.change import ToBe
from customs_app.analysis.totals import totals
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import Verdict
from customs_app.domain.text import Language
from customs_app.figures.before_after import before_after
from customs_app.figures.picture import About, Picture
from customs_app.figures.shapes import Glyph, Line, Polygon
from customs_app.figures.tokens import LIGHT
from customs_app.language.words import words
from tests.figures.letters import outside, overlaps, places

EN = words(Language.EN)
ROAD = "UZ-P-import-road"


def _id(n: int) -> str:
    return f"{ROAD}-{n:02d}"


def _to_be(catalogue: Catalogue) -> ToBe:
    verdicts = [
        Applied(_id(3), None, Verdict.REMOVE),
        Applied(_id(15), None, Verdict.MERGE, _id(14)),
        Applied(_id(13), None, Verdict.SUBMIT_ONCE),
        Applied(_id(18), None, Verdict.RISK_BASED),
    ]
    return apply(catalogue.full_procedure(ROAD), verdicts, catalogue.reference())


def _picture(catalogue: Catalogue, **more: object) -> Picture:
    return before_after(_to_be(catalogue), catalogue.reference(), LIGHT, EN, **more)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("narrow", [False, True])
def test_labels_lie_neither_on_each_other_nor_outside(catalogue: Catalogue, language: Language, narrow: bool):
    reference = catalogue.reference()
    for full in catalogue.full_procedures(countries=["UZ", "KZ", "RU"]):
        verdicts = [Applied(step.id, None, Verdict.REMOVE) for step in full.steps[2:9:3]]
        to_be = apply(full, verdicts, reference)
        picture = before_after(to_be, reference, LIGHT, words(language), narrow=narrow)
        found = places(picture.drawing)
        assert not outside(picture.drawing, found), full.procedure.id
        assert not list(overlaps(found)), full.procedure.id


def test_each_step_stands_in_the_same_column_twice(catalogue: Catalogue):
    picture = _picture(catalogue)
    for step in catalogue.full_procedure(ROAD).steps:
        now, then = picture.of(step.id)
        assert now.x == then.x
        assert now.y < then.y
        assert now.height == then.height


def test_what_goes_is_struck_out_and_what_changes_is_green(catalogue: Catalogue):
    picture = _picture(catalogue)
    _, gone = picture.of(_id(3))
    struck = [
        s for s in picture.drawing.shapes
        if isinstance(s, Line) and s.pen.colour == LIGHT.bad and gone.holds(*s.points[0])
    ]  # fmt: skip
    assert struck
    green = {
        spot.target
        for spot in picture.hotspots
        for shape in picture.drawing.shapes
        if isinstance(shape, Polygon)
        and shape.fill == LIGHT.goodbg
        and spot.about is About.STEP
        and shape.points[0] == pytest.approx((spot.x, spot.y))
    }
    assert green == {_id(13), _id(14), _id(18)}


def test_only_the_steps_asked_for_are_shown(catalogue: Catalogue):
    shown = {_id(n) for n in (1, 2, 3, 13, 22)}
    picture = _picture(catalogue, only=shown)
    assert {spot.target for spot in picture.hotspots if spot.about is About.STEP} == shown
    assert len(picture.table.rows) == 5


def test_the_table_says_what_becomes_of_each_step(catalogue: Catalogue):
    table = _picture(catalogue).table
    becomes = {row[0]: row[11] for row in table.rows}
    assert (becomes["3"], becomes["13"], becomes["1"]) == ("no longer done", "changed", "as it is")
    assert {len(row) for row in table.rows} == {len(table.head)}


def test_both_captions_count_their_own_steps(catalogue: Catalogue):
    texts = [s.text for s in _picture(catalogue).drawing.shapes if isinstance(s, Glyph)]
    captions = [text for text in texts if "handovers" in text]
    assert captions == [
        "longest path, 153 h, 15 steps, 10 handovers of documents",
        "longest path, 153 h, 13 steps, 8 handovers of documents",
    ]


@pytest.mark.parametrize(
    ("procedure", "verdict", "into"),
    [
        ("CN-P-import-road", Verdict.MERGE, -1),  # the documents of the step that goes are handed in with it
        ("BY-P-transit-road", Verdict.REMOVE, None),  # nothing is handed in any more: none, not unknown
    ],
)
def test_captions_say_what_the_totals_say(
    catalogue: Catalogue, procedure: str, verdict: Verdict, into: int | None
):
    full, reference = catalogue.full_procedure(procedure), catalogue.reference()
    for place, step in enumerate(full.steps[1:], 1):
        other = None if into is None else full.steps[place + into].id
        to_be = apply(full, [Applied(step.id, None, verdict, other)], reference, case=WORST)
        picture = before_after(to_be, reference, LIGHT, EN, case=WORST)
        texts = [s.text for s in picture.drawing.shapes if isinstance(s, Glyph) and "handover" in s.text]
        said = [int(text.split(" handover")[0].rsplit(" ", 1)[1]) for text in texts]
        after = to_be_totals(to_be, WORST, reference.rates)
        assert said == [totals(full, WORST, reference.rates).handovers, after.handovers], step.id


def test_data_that_is_not_asked_for_again_comes_by_a_line_of_its_own(catalogue: Catalogue):
    full = catalogue.full_procedure(ROAD)
    to_be = apply(full, [Applied(_id(11), None, Verdict.SUBMIT_ONCE)], catalogue.reference())
    picture = before_after(to_be, catalogue.reference(), LIGHT, EN)
    texts = [s.text for s in picture.drawing.shapes if isinstance(s, Glyph)]
    assert "data from the system, without the trader" in texts
    lines = [s for s in picture.drawing.shapes if isinstance(s, Line) and s.pen.colour == LIGHT.good]
    assert len(lines) == 2  # in the second diagram, and in the legend
