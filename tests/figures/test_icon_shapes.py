"""Icons read from SVG keep their lines."""

from math import hypot

import pytest

from customs_app.domain.codes import Channel
from customs_app.figures.icon_shapes import BOX, CHANNEL_ICONS, icon_drawing
from customs_app.figures.shapes import Line
from customs_app.figures.svg_path import strokes
from customs_app.paths import ICONS


@pytest.mark.parametrize("path", sorted(ICONS.glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_is_lines_within_its_box(path: object) -> None:
    drawing = icon_drawing(path.stem, "#465264")
    assert drawing.shapes
    for shape in drawing.shapes:
        assert isinstance(shape, Line)
        assert all(-0.5 <= x <= BOX + 0.5 and -0.5 <= y <= BOX + 0.5 for x, y in shape.points)


def test_every_channel_has_an_icon_of_its_own() -> None:
    drawings = [icon_drawing(CHANNEL_ICONS[channel], "#000000").shapes for channel in Channel]
    assert len(set(drawings)) == len(Channel)


def test_relative_and_absolute_commands_draw_the_same() -> None:
    absolute = strokes("M2 3L5 3H9V8L2 8Z")
    relative = strokes("m2 3 3 0h4v5l-7 0z")
    assert absolute == relative
    assert absolute == [((2, 3), (5, 3), (9, 3), (9, 8), (2, 8), (2, 3))]


def test_pairs_after_a_move_are_lines_and_a_second_move_begins_a_stroke() -> None:
    assert strokes("M1 1 2 2 3 1M5 5v2") == [((1, 1), (2, 2), (3, 1)), ((5, 5), (5, 7))]


def test_an_arc_keeps_its_distance_from_its_centre_and_its_side() -> None:
    (points,) = strokes("M0 0A5 5 0 0 1 10 0")
    assert points[-1] == pytest.approx((10, 0))
    assert all(hypot(x - 5, y) == pytest.approx(5) for x, y in points)
    assert min(y for _, y in points) == pytest.approx(-5, abs=0.1)
    (other,) = strokes("M0 0A5 5 0 0 0 10 0")
    assert max(y for _, y in other) == pytest.approx(5, abs=0.1)


def test_flags_of_an_arc_may_stand_without_spaces() -> None:
    assert strokes("M0 0a5 5 0 0110 0") == strokes("M0 0a5 5 0 0 1 10 0")


def test_a_smooth_curve_goes_on_in_the_direction_of_the_one_before() -> None:
    (points,) = strokes("M0 0C0 4 4 4 4 0S8 -4 8 0")
    assert points[-1] == (8, 0)
    before, at, after = points[11], points[12], points[13]
    assert at == (4, 0)
    assert (at[1] - before[1]) * (after[1] - at[1]) > 0
