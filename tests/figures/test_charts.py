"""Charts of time and the heat map: labels on the real catalogue, values on planted ones."""

from dataclasses import replace
from itertools import pairwise

import pytest

from customs_app.analysis.case import BASE, WORST, steps_of_case
from customs_app.analysis.corridor.bind import blocks
from customs_app.analysis.corridor.chain import chain
from customs_app.analysis.corridor.result import Chain
from customs_app.analysis.counting import counted_times
from customs_app.analysis.heat import Measure
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import Mode, Regime
from customs_app.domain.text import Language
from customs_app.figures.corridor_chart import corridor_chart
from customs_app.figures.figure_text import explain_time
from customs_app.figures.heat import heat
from customs_app.figures.picture import About, Picture
from customs_app.figures.shapes import Glyph, Line
from customs_app.figures.time_by_stage import time_by_stage
from customs_app.figures.time_procedure import time_procedure
from customs_app.figures.tokens import DARK, HIGH_CONTRAST, LIGHT
from customs_app.language.numbers import number
from customs_app.language.words import words
from customs_app.reports.subject import Subject, compared
from tests.figures.letters import outside, overlaps, places

EN = words(Language.EN)


def _assert_readable(picture: Picture, what: str) -> None:
    found = places(picture.drawing)
    assert not outside(picture.drawing, found), what
    assert not list(overlaps(found, 1.0)), what


def _chain(catalogue: Catalogue, corridor_id: str, case=BASE) -> Chain:
    reference = catalogue.reference()
    corridor = reference.corridors[corridor_id]
    found = blocks(corridor, catalogue.full_procedures(), reference, catalogue.bindings(corridor_id))
    return chain(found, case, reference)


@pytest.mark.parametrize("language", list(Language))
def test_labels_of_all_corridors_lie_neither_on_each_other_nor_outside(
    catalogue: Catalogue, language: Language
):
    reference, said = catalogue.reference(), words(language)
    for corridor in reference.corridors.values():
        found = _chain(catalogue, corridor.id, WORST)
        for width, height in ((960, 440), (700, 320)):
            picture = corridor_chart(
                found, reference, LIGHT, said, name=corridor.name[language], width=width, height=height
            )
            _assert_readable(picture, corridor.id)


@pytest.mark.parametrize("language", list(Language))
def test_labels_of_the_time_of_all_procedures(catalogue: Catalogue, language: Language):
    reference, said = catalogue.reference(), words(language)
    for full in catalogue.full_procedures():
        _assert_readable(time_procedure(full, reference, LIGHT, said, case=WORST), full.procedure.id)


@pytest.mark.parametrize("language", list(Language))
def test_labels_of_all_comparisons(catalogue: Catalogue, language: Language):
    reference, said = catalogue.reference(), words(language)
    for regime in Regime:
        comparison, _ = compared(catalogue, Subject(regime))
        _assert_readable(time_by_stage(comparison, reference, LIGHT, said), regime)
        for by in Measure:
            _assert_readable(heat(comparison, reference, LIGHT, said, by=by), f"{regime} {by}")


def test_the_typical_line_ends_at_the_total_of_the_chain(catalogue: Catalogue):
    found = _chain(catalogue, "COR-01")
    picture = corridor_chart(found, catalogue.reference(), LIGHT, EN)
    ticks = {
        float(shape.text.removesuffix(" h")): shape.y
        for shape in picture.drawing.shapes
        if isinstance(shape, Glyph)
        and shape.anchor == "end"
        and shape.text.removesuffix(" h").replace(".", "").isdigit()
    }
    bottom, unit = ticks[0.0], (ticks[0.0] - ticks[max(ticks)]) / max(ticks)
    thick = next(
        s for s in picture.drawing.shapes if isinstance(s, Line) and s.pen.width == 2.6 and len(s.points) > 2
    )
    assert (bottom - thick.points[-1][1]) / unit == pytest.approx(found.totals.elapsed.typ)


def test_each_step_block_and_gap_of_a_corridor_has_its_place(catalogue: Catalogue):
    found = _chain(catalogue, "COR-01")
    picture = corridor_chart(found, catalogue.reference(), LIGHT, EN)
    for point in found.points:
        assert picture.of(point.step_id)
    assert [s.target for s in picture.hotspots if s.about is About.BLOCK] == [
        b.block.key for b in found.blocks
    ]
    assert len([s for s in picture.hotspots if s.about is About.GAP]) == len(found.gaps)
    assert len(picture.table.rows) == len(found.points) + len(found.gaps)


def test_columns_of_a_corridor_lie_side_by_side(catalogue: Catalogue):
    picture = corridor_chart(_chain(catalogue, "COR-01"), catalogue.reference(), LIGHT, EN)
    columns = sorted(
        (spot.x, spot.x + spot.width) for spot in picture.hotspots if spot.about in (About.STEP, About.GAP)
    )
    for (_, right), (left, _) in pairwise(columns):
        assert right <= left + 0.001


def test_steps_left_out_are_crossed_and_the_line_of_today_stays(catalogue: Catalogue):
    today = _chain(catalogue, "COR-01")
    less = chain(tuple(block.block for block in today.blocks[:1]), BASE, catalogue.reference())
    struck = [point.step_id for point in today.points if point.block_key != today.blocks[0].block.key]
    picture = corridor_chart(less, catalogue.reference(), LIGHT, EN, before=today, struck=struck)
    red = [s for s in picture.drawing.shapes if isinstance(s, Line) and s.pen.colour == LIGHT.bad]
    assert len(red) == 2 * len(struck)
    assert "typical today" in {s.text for s in picture.drawing.shapes if isinstance(s, Glyph)}


@pytest.mark.parametrize("language", list(Language))
def test_no_label_lies_on_the_leader_of_a_figure_counted_once(catalogue: Catalogue, language: Language):
    found, reference = _chain(catalogue, "COR-01"), catalogue.reference()
    picture = corridor_chart(found, reference, LIGHT, words(language))
    leaders = [s for s in picture.drawing.shapes if isinstance(s, Line) and s.pen.dash == (1.5, 2.0)]
    assert leaders
    letters = places(picture.drawing)
    for leader in leaders:
        (x, low), (_, high) = leader.points
        strip = (x - 1, high + 1, x + 1, low - 1)
        crossed = [one for one in letters if one.left < strip[2] and strip[0] < one.right]
        assert not [one for one in crossed if one.top < strip[3] and strip[1] < one.bottom]


def test_the_tooltip_of_a_bar_begins_with_its_country(catalogue: Catalogue):
    comparison, _ = compared(catalogue, Subject(Regime.IMPORT, Mode.ROAD))
    reference = catalogue.reference()
    spots = time_by_stage(comparison, reference, LIGHT, EN).hotspots
    assert spots
    for spot in spots:
        assert spot.tooltip.startswith(f"{reference.countries[spot.country].name.en}: ")


def test_a_tooltip_of_the_chart_explains_a_time_as_everywhere(catalogue: Catalogue):
    reference, derived = catalogue.reference(), 0
    for full in catalogue.full_procedures():
        picture = time_procedure(full, reference, LIGHT, EN)
        times = counted_times(full, steps_of_case(full, BASE))
        for step_id, time in times.items():
            said = explain_time(time, full, EN)
            derived += "derived" in said
            assert said in picture.of(step_id)[0].tooltip, step_id
    assert derived


def test_a_tooltip_says_which_figure_is_counted_elsewhere(catalogue: Catalogue):
    found = _chain(catalogue, "COR-01")
    picture = corridor_chart(found, catalogue.reference(), LIGHT, EN)
    assert found.counted_once
    for once in found.counted_once:
        assert EN.say(once.message) in picture.of(once.not_again)[0].tooltip
        assert EN.say(once.message) not in picture.of(once.counted)[0].tooltip


def test_a_fee_that_is_counted_once_is_no_matter_of_the_time(catalogue: Catalogue):
    found = _chain(catalogue, "COR-01")
    fees = tuple(replace(once, hours=None) for once in found.counted_once)
    picture = corridor_chart(replace(found, counted_once=fees), catalogue.reference(), LIGHT, EN)
    texts = {s.text for s in picture.drawing.shapes if isinstance(s, Glyph)}
    assert "same figure, counted once" not in texts


def test_without_a_heading_the_chart_has_no_title(catalogue: Catalogue):
    found = _chain(catalogue, "COR-01")
    picture = corridor_chart(found, catalogue.reference(), LIGHT, EN, name="Name", titled=False)
    assert "Name" not in {s.text for s in picture.drawing.shapes if isinstance(s, Glyph)}
    assert picture.title == "Name"


def test_unlike_bars_are_said_to_be_unlike(catalogue: Catalogue):
    comparison, _ = compared(catalogue, Subject(Regime.IMPORT, Mode.ROAD))
    picture = time_by_stage(comparison, catalogue.reference(), LIGHT, EN)
    texts = " ".join(s.text for s in picture.drawing.shapes if isinstance(s, Glyph))
    assert "Countries are not ranked by time" in texts
    assert "say nothing about who is faster" in texts


def test_hours_by_stage_add_up_to_the_effort(catalogue: Catalogue):
    comparison, _ = compared(catalogue, Subject(Regime.IMPORT, Mode.ROAD))
    table = time_by_stage(comparison, catalogue.reference(), LIGHT, EN).table
    for iso2, row in zip(comparison.countries, table.rows, strict=True):
        typical = comparison.totals[iso2].effort.typ
        assert float(row[-3].replace(",", "")) == pytest.approx(typical, abs=0.01)


@pytest.mark.parametrize("language", list(Language))
def test_a_sum_that_is_more_than_the_elapsed_time_is_called_effort(catalogue: Catalogue, language: Language):
    comparison, _ = compared(catalogue, Subject(Regime.BORDER_CROSSING, Mode.ROAD, ("KG", "TJ")))
    said = words(language)
    picture = time_by_stage(comparison, catalogue.reference(), LIGHT, said)
    _assert_readable(picture, language)
    assert comparison.like_for_like.elapsed["TJ"].typ == 7  # two steps lie beside each other
    hours = said.text("{hours} h", hours=number(7.4, language))
    texts = [s.text for s in picture.drawing.shapes if isinstance(s, Glyph)]
    assert texts.count(said.named(said.text("Effort"), hours)) == 1
    assert said.text("Effort") in picture.table.head[-1]


def test_like_for_like_stands_apart_where_there_is_some(catalogue: Catalogue):
    comparison, _ = compared(catalogue, Subject(Regime.BORDER_CROSSING, Mode.ROAD, ("KZ", "TJ")))
    alike = comparison.like_for_like
    picture = time_by_stage(comparison, catalogue.reference(), LIGHT, EN)
    texts = [s.text for s in picture.drawing.shapes if isinstance(s, Glyph)]
    assert any(text.startswith("Like for like") for text in texts) == (alike.no_time is None)


def test_tint_of_a_heat_map_never_stands_without_a_sign(catalogue: Catalogue):
    comparison, _ = compared(catalogue, Subject(Regime.IMPORT, Mode.ROAD))
    for by in (Measure.TIME, Measure.STEPS, Measure.COST):
        picture = heat(comparison, catalogue.reference(), LIGHT, EN, by=by)
        tinted = [
            s for s in picture.drawing.shapes if getattr(s, "fill", None) in (LIGHT.slower, LIGHT.faster)
        ]
        signs = [s for s in picture.drawing.shapes if isinstance(s, Glyph) and s.text in "▲▼"]
        assert len(signs) == len(tinted)  # the legend has one of each too


def test_in_high_contrast_nothing_is_tinted(catalogue: Catalogue):
    comparison, _ = compared(catalogue, Subject(Regime.IMPORT, Mode.ROAD))
    picture = heat(comparison, catalogue.reference(), HIGH_CONTRAST, EN, by=Measure.CHANNEL)
    tints = {*LIGHT.heat.values(), *DARK.heat.values()}
    assert not [s for s in picture.drawing.shapes if getattr(s, "fill", None) in tints]


def test_each_cell_of_a_heat_map_names_country_and_activity(catalogue: Catalogue):
    comparison, _ = compared(catalogue, Subject(Regime.IMPORT, Mode.ROAD))
    picture = heat(comparison, catalogue.reference(), LIGHT, EN)
    cells = [(s.target, s.country) for s in picture.hotspots if s.about is About.ACTIVITY]
    assert cells == [(row.activity.code, iso2) for row in comparison.rows for iso2 in comparison.countries]


def test_amounts_compared_over_currencies_name_the_day_of_their_rates(catalogue: Catalogue):
    comparison, _ = compared(catalogue, Subject(Regime.IMPORT, Mode.ROAD))

    def said(by: Measure) -> str:
        picture = heat(comparison, catalogue.reference(), LIGHT, EN, by=by)
        return " ".join(shape.text for shape in picture.drawing.shapes if isinstance(shape, Glyph))

    assert "Compared in USD by rates of" in said(Measure.COST)
    assert "Compared in USD" not in said(Measure.STEPS)
