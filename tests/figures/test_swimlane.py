"""The swimlane diagram: on the whole starting catalogue, on planted cases, and on a large one."""

import random
from itertools import combinations, pairwise

import pytest

from customs_app.analysis.case import BASE, WORST
from customs_app.catalogue.catalogue import Catalogue
from customs_app.domain.codes import AgencyKind, Mode, Regime, Role, TimeKind, Verdict
from customs_app.domain.figures import Range, TimeFigure
from customs_app.domain.procedure import Agency, Document, DocumentUse, FullProcedure, Procedure, Step
from customs_app.domain.reference import Reference
from customs_app.domain.review import Mark, Reviewer
from customs_app.domain.text import Language, Text
from customs_app.figures.measure import shipped_fonts
from customs_app.figures.picture import About, Picture
from customs_app.figures.shapes import Glyph, Line, Polygon
from customs_app.figures.style import Style
from customs_app.figures.swimlane import swimlane
from customs_app.figures.swimlane.diagram import Plan, on_one_scale
from customs_app.figures.swimlane.lanes import lanes_of
from customs_app.figures.swimlane.look import WIDE
from customs_app.figures.swimlane.place import Grid, Spot, columns, grid, waits
from customs_app.figures.swimlane.route import Way, routes
from customs_app.figures.swimlane.tell import told_of
from customs_app.figures.tokens import LIGHT
from customs_app.language.words import words
from tests.figures.letters import outside, overlaps, places

EN = words(Language.EN)
NOTHING = Reference({}, {}, {}, {}, {}, {}, {}, {}, {}, {})


def _step(n: int, after: tuple[int, ...] = (), **more: object) -> Step:
    depends = tuple(f"s{other}" for other in after)
    return Step(f"s{n}", "p", n, Text(f"Step {n}"), "DCL-01", agency_id="a", depends_on=depends, **more)


def _full(*steps: Step, uses: dict[str, tuple[DocumentUse, ...]] | None = None) -> FullProcedure:
    own = Procedure("p", "UZ", Regime.IMPORT, Text("Import"), Mode.ROAD)
    return FullProcedure(own, steps, uses or {})


def _plan(full: FullProcedure, reference: Reference = NOTHING) -> tuple[Plan, Style]:
    style = Style(LIGHT, EN, shipped_fonts(), reference)
    before = waits(full, [step.id for step in full.steps])
    at = columns(full.steps, before)
    lanes = lanes_of(full.steps, at, reference, EN)
    number = {lane.agency_id: i for i, lane in enumerate(lanes)}
    placed = grid(full.steps, at, {step.id: number[step.agency_id] for step in full.steps})
    told = told_of(full, BASE, (), reference, EN)
    return Plan(told, lanes, placed, before), style


def _drawn(full: FullProcedure, **more: object) -> Picture:
    return swimlane(full, NOTHING, LIGHT, EN, **more)


def made(count: int, seed: int = 5) -> tuple[FullProcedure, Reference]:
    """A procedure of many steps in eight lanes."""
    draws = random.Random(seed)
    kinds = list(AgencyKind)[:8]
    agencies = {
        f"a{i}": Agency(f"a{i}", "UZ", Text(f"Agency {i}"), kind=kind) for i, kind in enumerate(kinds)
    }
    steps = []
    for n in range(1, count + 1):
        after = (
            {draws.randint(max(1, n - 9), n - 1) for _ in range(draws.choice((1, 1, 1, 2, 3)))}
            if n > 1
            else ()
        )
        steps.append(
            Step(
                f"s{n}", "p", n, Text("Lodge the papers of the goods with the office in charge"), "DCL-01",
                agency_id=f"a{draws.randrange(8)}", depends_on=tuple(f"s{one}" for one in sorted(after)),
                condition=Text("goods of some kind") if draws.random() < 0.2 else None,
            )
        )  # fmt: skip
    return _full(*steps), Reference({}, {}, {}, {}, agencies, {}, {}, {}, {}, {})


@pytest.mark.parametrize("language", list(Language))
def test_labels_of_all_procedures_are_whole_and_lie_neither_on_each_other_nor_outside(
    catalogue: Catalogue, language: Language
):
    reference, said = catalogue.reference(), words(language)
    for full in catalogue.full_procedures():
        picture = swimlane(full, reference, LIGHT, said)
        found = places(picture.drawing)
        assert not outside(picture.drawing, found), full.procedure.id
        assert not list(overlaps(found)), full.procedure.id
        assert not _shortened(picture), full.procedure.id


def _shortened(picture: Picture) -> list[str]:
    """Texts in boxes and heads of lanes that end in an ellipsis."""
    boxes = [spot for spot in picture.hotspots if spot.about in (About.STEP, About.AGENCY)]
    cut = [s for s in picture.drawing.shapes if isinstance(s, Glyph) and s.text.endswith("…")]
    return [shape.text for shape in cut if any(spot.holds(shape.x, shape.y) for spot in boxes)]


def _segments(plan: Plan, style: Style):
    laid = on_one_scale([plan], style)[0]
    for edge, points in laid.lines.items():
        for start, end in pairwise(points):
            yield edge, start, end


@pytest.mark.parametrize("count", [60, 200])
def test_lines_of_a_large_procedure_pass_no_box_and_run_on_no_other_step_s_line(count: int):
    full, reference = made(count)
    plan, style = _plan(full, reference)
    laid = on_one_scale([plan], style)[0]
    boxes = [
        (x, y, x + WIDE.box, y + laid.heights[plan.grid.spots[step_id].row])
        for step_id, (x, y) in laid.boxes.items()
    ]
    _assert_clear(list(_segments(plan, style)), boxes)


def test_lines_of_the_catalogue_pass_no_box_and_run_on_no_other_step_s_line(catalogue: Catalogue):
    reference = catalogue.reference()
    for full in catalogue.full_procedures():
        plan, style = _plan(full, reference)
        laid = on_one_scale([plan], style)[0]
        boxes = [
            (x, y, x + WIDE.box, y + laid.heights[plan.grid.spots[step_id].row])
            for step_id, (x, y) in laid.boxes.items()
        ]
        _assert_clear(list(_segments(plan, style)), boxes)


def _assert_clear(segments, boxes) -> None:
    upright: dict[float, list] = {}
    level: dict[float, list] = {}
    for edge, (x1, y1), (x2, y2) in segments:
        assert x1 == x2 or y1 == y2
        for left, top, right, bottom in boxes:
            inside = min(x1, x2) < right - 0.1 and max(x1, x2) > left + 0.1
            assert not (inside and min(y1, y2) < bottom and max(y1, y2) > top), edge
        if x1 == x2:
            upright.setdefault(round(x1, 3), []).append((edge[0], min(y1, y2), max(y1, y2)))
        else:
            level.setdefault(round(y1, 3), []).append((edge[0], min(x1, x2), max(x1, x2)))
    for group in (*upright.values(), *level.values()):
        for (one, low, high), (other, begin, end) in combinations(group, 2):
            assert one == other or min(high, end) - max(low, begin) <= 0.1, (one, other)


def test_steps_stand_right_of_all_they_wait_for():
    full, _ = made(60)
    before = waits(full, [step.id for step in full.steps])
    at = columns(full.steps, before)
    for step in full.steps:
        assert all(at[other] < at[step.id] for other in step.depends_on)


def test_boxes_never_share_a_cell():
    full, reference = made(200)
    plan, _ = _plan(full, reference)
    assert len(set(plan.grid.spots.values())) == 200


def test_a_wait_that_another_implies_is_not_drawn():
    full = _full(_step(1), _step(2, (1,)), _step(3, (1, 2)))
    assert waits(full, ["s1", "s2", "s3"]) == {"s1": (), "s2": ("s1",), "s3": ("s2",)}


def test_steps_that_wait_for_each_other_in_a_circle_are_drawn():
    picture = _drawn(_full(_step(1, (2,)), _step(2, (1,))))
    assert len(picture.of("s1")) == len(picture.of("s2")) == 1


def test_a_late_beginning_stands_beside_what_waits_for_it():
    full = _full(_step(1), _step(2, (1,)), _step(3, (2,)), _step(4), _step(5, (3, 4)))
    at = columns(full.steps, waits(full, [step.id for step in full.steps]))
    assert at == {"s1": 0, "s2": 1, "s3": 2, "s4": 2, "s5": 3}


def test_conditions_choices_path_and_letters_show():
    own = TimeFigure(Range(typ=3), TimeKind.DURATION)
    documents = {"d": Document("d", "UZ", Text("Invoice"))}
    uses = {
        "s1": (DocumentUse("s1", "d", Role.INPUT),),
        "s3": (DocumentUse("s3", "d", Role.INPUT),),
    }
    full = _full(
        _step(1, time=own),
        _step(2, (1,), condition=Text("red corridor"), choice="corridor:red"),
        _step(3, (1,), choice="corridor:green", time=own),
        uses=uses,
    )
    reference = Reference({}, {}, {}, {}, {}, documents, {}, {}, {}, {})
    picture = swimlane(full, reference, LIGHT, EN)
    texts = [shape.text for shape in picture.drawing.shapes if isinstance(shape, Glyph)]
    assert texts.count("if") == 1
    assert {"1a", "1b"} <= set(texts)
    assert texts.count("I") == 3  # in both boxes, and in the legend
    assert "Invoice ×2" in texts
    assert "longest path, 6 h" in texts
    assert "2 if: red corridor" in texts
    thick = [s for s in picture.drawing.shapes if isinstance(s, Line) and s.pen.width == 2.4]
    assert len(thick) == 1
    dashed = [s for s in picture.drawing.shapes if isinstance(s, Polygon) and s.pen and s.pen.dash]
    assert len(dashed) >= 1


def test_the_table_says_what_the_picture_shows():
    full = _full(_step(1), _step(2, (1,), condition=Text("red corridor"), choice="c:red"))
    table = _drawn(full).table
    assert {len(row) for row in table.rows} == {len(table.head)}
    assert table.rows[1][:5] == ("2", "Step 2", "?", "1", "red corridor")


def test_verdicts_stand_on_the_box_and_in_the_tooltip():
    mark = Mark("m", "s1", Verdict.REMOVE, "asked twice", Reviewer("A", "UZ"), "2026-01-01")
    picture = _drawn(_full(_step(1)), marks=[mark])
    texts = [shape.text for shape in picture.drawing.shapes if isinstance(shape, Glyph)]
    assert "R" in texts
    assert "Remove: asked twice" in picture.of("s1")[0].tooltip


def test_the_case_decides_what_is_in_it():
    own = TimeFigure(Range(typ=3), TimeKind.DURATION)
    full = _full(_step(1), _step(2, (1,), condition=Text("c"), time=own))
    base, worst = _drawn(full, case=BASE), _drawn(full, case=WORST)
    assert base.table.rows[1][8] == "–"
    assert worst.table.rows[1][8] == "●"


def test_a_place_leads_to_its_step():
    picture = _drawn(_full(_step(1), _step(2, (1,))))
    spot = picture.of("s2")[0]
    assert picture.at(spot.x + 5, spot.y + 5) == spot
    assert picture.at(-5, -5) is None


def test_a_procedure_without_steps_is_drawn():
    picture = _drawn(_full())
    assert not picture.table.rows
    assert picture.drawing.height > 0


def test_two_lines_do_not_share_the_free_cells_of_a_row():
    spots = {
        "one": Spot(0, 0),
        "far": Spot(3, 2),
        "two": Spot(1, 1),
        "end": Spot(4, 0),
    }
    found = routes([("one", "far"), ("two", "end")], Grid(spots, (0, 1, 2)))
    along_the_row = [
        route
        for route in found
        if (route.edge[0], route.way) in {("one", Way.SOURCE_ROW), ("two", Way.TARGET_ROW)}
    ]
    assert len(along_the_row) == 1


def test_a_line_goes_straight_where_nothing_stands_between():
    found = routes([("a", "b")], Grid({"a": Spot(0, 0), "b": Spot(5, 0)}, (0,)))
    assert found[0].way is Way.TARGET_ROW


def test_a_line_goes_round_a_box():
    spots = {"a": Spot(0, 0), "x": Spot(1, 0), "b": Spot(2, 0)}
    assert routes([("a", "b")], Grid(spots, (0,)))[0].way is Way.STREET
