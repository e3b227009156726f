"""What is in sight of a picture stays in it, and zooming keeps the place under the mouse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from customs_app.ui.pictures.sight import LEAST, MOST, Sight

SIZES = st.floats(10, 30_000)
ROOMS = st.floats(50, 3_000)


SIGHTS = st.builds(Sight, SIZES, SIZES, ROOMS, ROOMS)


@given(sight=SIGHTS, x=st.floats(-1e5, 1e5), y=st.floats(-1e5, 1e5), zoom=st.floats(0.01, 10))
def test_nothing_beyond_the_picture_is_shown(sight: Sight, x: float, y: float, zoom: float) -> None:
    width, height, wide, high = sight.width, sight.height, sight.wide, sight.high
    sight.begin()
    sight.move(x, y)
    sight.scale(zoom, (wide / 2, high / 2))
    assert LEAST <= sight.zoom <= MOST
    for start, room, length in ((sight.x, wide, width), (sight.y, high, height)):
        assert start >= 0
        assert start == 0 or start + room / sight.zoom <= length * (1 + 1e-9)


def test_zooming_keeps_the_place_under_the_mouse() -> None:
    sight = Sight(4000, 3000, 800, 600)
    sight.begin()
    sight.move(1000, 900)
    before = sight.inside(300, 200)
    sight.scale(1.7, (300, 200))
    assert sight.inside(300, 200) == pytest.approx(before)


def test_what_can_be_read_is_shown_whole_and_a_long_diagram_from_its_beginning() -> None:
    small, long = Sight(1000, 500, 900, 600), Sight(7000, 1200, 900, 600)
    small.begin()
    long.begin()
    assert small.zoom == pytest.approx(0.9)
    assert small.fits
    assert long.zoom == 1
    assert not long.fits


def test_a_small_picture_is_not_blown_up() -> None:
    assert Sight(300, 200, 900, 600).fitting == 1


@given(x=st.floats(0, 3900), y=st.floats(0, 2900), head=st.floats(0, 300))
def test_a_box_is_brought_into_sight_beside_the_head(x: float, y: float, head: float) -> None:
    sight = Sight(4000, 3000, 800, 600)
    sight.begin()
    sight.reveal((x, y, 100, 100), head)
    assert sight.x + head <= x + 1e-6 or sight.x == 0
    assert x + 100 <= sight.x + 800 + 1e-6
    assert sight.y <= y + 1e-6
    assert y + 100 <= sight.y + 600 + 1e-6


def test_a_box_in_sight_moves_nothing() -> None:
    sight = Sight(4000, 3000, 800, 600)
    sight.begin()
    sight.move(1000, 1000)
    sight.reveal((1300, 1200, 100, 100), 150)
    assert (sight.x, sight.y) == (1000, 1000)
