"""Where pages stand, and how large."""

import pytest
from PySide6.QtCore import QSize

from customs_app.ui.preview.layout import MARGIN, lay_out
from customs_app.ui.preview.zoom import STEPS, Fit, next_step, zoom_of

A4, ACROSS = (595.28, 841.89), (841.89, 595.28)
ROOM = QSize(800, 600)


def test_pages_fit_the_width_or_whole() -> None:
    wide = lay_out([A4, ACROSS], ROOM, Fit.WIDTH, facing=False)
    assert [box.width() for box in wide.boxes] == [780, 780]
    assert wide.width <= ROOM.width()
    whole = lay_out([A4] * 3, ROOM, Fit.PAGE, facing=False)
    assert all(box.height() <= ROOM.height() for box in whole.boxes)
    assert whole.boxes[0].center().x() == pytest.approx(400, abs=1)
    real = lay_out([A4], ROOM, 100, facing=False)
    assert real.boxes[0].width() == 794
    assert lay_out([], ROOM, 100, facing=True).boxes == ()


@pytest.mark.parametrize("zoom", [Fit.WIDTH, Fit.PAGE, 50, 200])
@pytest.mark.parametrize("sizes", [[A4] * 5, [A4, A4, ACROSS, ACROSS], [A4]])
def test_facing_pages_stand_as_in_a_book(sizes: list[tuple[float, float]], *, zoom: Fit | int) -> None:
    found = lay_out(sizes, ROOM, zoom, facing=True)
    first = found.boxes[0]
    assert first.left() >= max(MARGIN, min(ROOM.width(), found.width) // 2)
    for left, right in zip(found.boxes[1::2], found.boxes[2::2], strict=False):
        assert left.top() == right.top()
        assert 0 < right.left() - left.right() <= 4
    for above, below in zip(found.boxes[1::2], found.boxes[3::2], strict=False):
        assert below.top() > above.bottom()
    assert found.height > max(box.bottom() for box in found.boxes)
    if isinstance(zoom, Fit):
        for room in (ROOM, QSize(801, 2000), QSize(1127, 711)):
            assert lay_out(sizes, room, zoom, facing=True).width <= room.width()


def test_steps_of_size_lead_on_from_any_size() -> None:
    assert next_step(100.0, 1) == 110
    assert next_step(100.0, -1) == 90
    assert next_step(53.2, 1) == 67
    assert next_step(53.2, -1) == 50
    assert next_step(400.0, 1) == STEPS[-1]
    assert next_step(10.0, -1) == STEPS[0]
    assert zoom_of("page", Fit.WIDTH) is Fit.PAGE
    assert zoom_of("150", Fit.WIDTH) == 150
    assert {zoom_of(bad, Fit.WIDTH) for bad in (None, "151", "", "-5", {})} == {Fit.WIDTH}
