"""A picture in a view: zoomed, moved, walked through, and what is told of it."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from customs_app.figures.picture import About, Hotspot
from customs_app.figures.qt_picture import PaintedPicture
from customs_app.ui.pictures.canvas import Canvas
from customs_app.ui.pictures.sight import STEP, Sight
from customs_app.ui.pictures.view import PictureView
from tests.ui.pictures.conftest import COLUMNS, HEAD, HIGH, TOP, WIDE, Show, grid

if TYPE_CHECKING:
    import numpy as np

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
SIZE = QSize(500, 400)


def _wheel(view: PictureView, at: QPoint, notches: int, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    event = QWheelEvent(
        QPointF(at), QPointF(view.viewport().mapToGlobal(at)), QPoint(), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def _spot(view: PictureView, key: str) -> Hotspot:
    assert view.picture is not None
    return next(iter(view.picture.of(key)))


def _click(view: PictureView, key: str) -> None:
    place = view.place_of(_spot(view, key)).center().toPoint()
    QTest.mouseClick(view.viewport(), LEFT, NONE, place)


def test_what_cannot_be_read_whole_is_shown_from_its_beginning_with_bars(view: PictureView) -> None:
    assert view.sight.zoom == 1
    assert (view.sight.x, view.sight.y) == (0, 0)
    assert view.horizontalScrollBar().isVisible()
    assert view.verticalScrollBar().maximum() == round(view.sight.height - view.sight.high)


def test_the_wheel_with_ctrl_zooms_about_the_mouse(view: PictureView) -> None:
    at = QPoint(300, 200)
    before = view.sight.inside(300, 200)
    _wheel(view, at, 1)
    assert view.sight.zoom == pytest.approx(STEP)
    assert view.sight.inside(300, 200) == pytest.approx(before)
    _wheel(view, at, -2)
    assert view.sight.zoom == pytest.approx(1 / STEP)


def test_the_wheel_alone_moves_down_and_a_broad_picture_across(view: PictureView, show: Show) -> None:
    _wheel(view, QPoint(200, 200), -1, NONE)
    assert view.sight.y > 0
    assert view.sight.x == 0
    broad = show(grid(40, 2))
    _wheel(broad, QPoint(200, 80), -1, NONE)
    assert broad.sight.x > 0


def test_all_of_it_and_as_large_as_it_was_made(view: PictureView, qtbot: QtBot) -> None:
    view.fit()
    assert view.sight.zoom == pytest.approx(view.sight.fitting)
    assert view.sight.zoom < 1
    qtbot.waitUntil(lambda: not view.verticalScrollBar().isVisible())
    view.resize(700, 600)
    qtbot.waitUntil(lambda: view.sight.wide > 600)
    assert view.sight.zoom == pytest.approx(view.sight.fitting), "it goes on being shown whole"
    view.fit()
    assert view.sight.zoom == 1


def test_it_is_dragged_and_that_chooses_nothing(view: PictureView, qtbot: QtBot) -> None:
    chosen: list[object] = []
    view.chosen.connect(chosen.append)
    target = view.viewport()
    QTest.mousePress(target, LEFT, NONE, QPoint(300, 300))
    QTest.mouseMove(target, QPoint(250, 280))
    QTest.mouseMove(target, QPoint(200, 260))
    QTest.mouseRelease(target, LEFT, NONE, QPoint(200, 260))
    assert (view.sight.x, view.sight.y) == pytest.approx((100, 40))
    assert chosen == []


def test_ctrl_and_arrows_move_it(view: PictureView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Right, CTRL)
    QTest.keyClick(view, Qt.Key.Key_Down, CTRL)
    assert (view.sight.x, view.sight.y) == (60, 60)
    assert view.horizontalScrollBar().value() == 60
    assert view.current is None


def test_a_click_chooses_and_a_double_click_opens(view: PictureView) -> None:
    chosen: list[Hotspot] = []
    opened: list[Hotspot] = []
    view.chosen.connect(chosen.append)
    view.opened.connect(opened.append)
    _click(view, "2-1")
    assert [spot.target for spot in chosen] == ["2-1"]
    assert view.current == _spot(view, "2-1")
    place = view.place_of(_spot(view, "1-0")).center().toPoint()
    QTest.mouseDClick(view.viewport(), LEFT, NONE, place)
    assert [spot.target for spot in opened] == ["1-0"]


def test_arrows_walk_in_order_and_up_and_down_in_the_picture(view: PictureView) -> None:
    chosen: list[Hotspot] = []
    clicked: list[Hotspot] = []
    view.chosen.connect(chosen.append)
    view.clicked.connect(clicked.append)
    view.select("2-1")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_End):
        QTest.keyClick(view, key)
    assert [spot.target for spot in chosen] == ["2-2", "3-2", "3-1", "2-1", f"19-{COLUMNS - 1}"]
    assert clicked == []
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert len(chosen) == 5, "the last one stays"
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert chosen[-1].about is About.COUNTRY


def test_what_is_walked_to_comes_into_sight_beside_the_names_and_below_the_heads(view: PictureView) -> None:
    for key in ("19-11", "0-0", "10-6"):
        view.select(key)
        place = view.place_of(_spot(view, key))
        assert place.left() >= HEAD
        assert place.top() >= TOP
        assert place.right() <= view.sight.wide
        assert place.bottom() <= view.sight.high


def test_enter_opens_where_one_stands(view: PictureView) -> None:
    opened: list[Hotspot] = []
    view.opened.connect(opened.append)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened == []
    view.select("2-1")
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert [spot.target for spot in opened] == ["2-1"]


def test_where_one_stands_is_said(view: PictureView) -> None:
    assert view.accessibleName() == "Grid"
    view.select("2-1")
    assert view.accessibleName() == "Step 2-1"
    assert view.accessibleDescription() == "unknown, not zero\nGrid"


def test_what_is_not_in_the_picture_is_not_framed(view: PictureView) -> None:
    view.select("2-1")
    view.select("nowhere")
    assert view.current is None
    assert view.accessibleName() == "Grid"
    assert view.accessibleDescription() == ""


def test_what_is_under_the_mouse_is_told(view: PictureView) -> None:
    at = view.place_of(_spot(view, "2-1")).center().toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    assert "unknown, not zero" in QToolTip.text()
    QToolTip.hideText()


def test_names_and_heads_stay_and_lead_where_they_are_seen(view: PictureView) -> None:
    view.sight.move(300, 200)
    view.fit()
    view.fit()
    view.sight.move(300, 200)
    view._moved()
    assert view._at(QPointF(HEAD + 30, 10)) == next(
        iter(view.picture.of("C3", About.COUNTRY) if view.picture else ())
    ), "300 to the right the head of the fourth column stands there"
    spot = view._at(QPointF(HEAD + WIDE / 2, TOP + HIGH / 2))
    assert spot is not None
    assert spot.target == "4-3"
    assert view.place_of(spot).contains(QPointF(HEAD + WIDE / 2, TOP + HIGH / 2))


def test_another_picture_of_the_same_stays_where_it_was(view: PictureView, qtbot: QtBot) -> None:
    view.select("10-6")
    where = (view.sight.x, view.sight.y, view.sight.zoom)
    with qtbot.waitSignal(view.ready):
        view.show_picture(grid(), anew=False)
    assert (view.sight.x, view.sight.y, view.sight.zoom) == where
    assert view.current is not None
    assert view.current.target == "10-6"
    with qtbot.waitSignal(view.ready):
        view.show_picture(grid(4, 3), anew=True)
    assert (view.sight.x, view.sight.y) == (0, 0)
    assert view.current is None, "it is not in this picture"


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("zoom", [0.37, 1.0, 1.7])
def test_what_is_moved_looks_as_if_painted_anew(dressed: QApplication, ratio: float, zoom: float) -> None:
    picture = grid()
    moving, anew = (Canvas(picture, PaintedPicture(picture.drawing), "#404040") for _ in range(2))
    sight = Sight(picture.drawing.width, picture.drawing.height, 500, 400, zoom)
    for x, y in ((0, 0), (37, 0), (37, 21), (120, 60), (90, 20), (400, 300), (400, 3), (0, 0)):
        sight.move(x, y)
        shown = moving.shown(sight, SIZE, ratio).toImage()
        anew._of = None
        assert _alike(shown, anew.shown(sight, SIZE, ratio).toImage()), (x, y)


@pytest.mark.parametrize("grown", [0.5, 0.8, 1.25, 2.0])
def test_while_it_is_zoomed_it_is_stretched_and_nothing_stays_bare(
    dressed: QApplication, grown: float
) -> None:
    import numpy as np

    picture = grid()
    quick, sharp = (Canvas(picture, PaintedPicture(picture.drawing), "#404040") for _ in range(2))
    sight = Sight(picture.drawing.width, picture.drawing.height, 500, 400)
    sight.move(300, 200)
    quick.shown(sight, SIZE, 1.0)
    sight.scale(grown, (200, 150))
    left, right = (
        _bytes(canvas.shown(sight, SIZE, 1.0, quick=canvas is quick).toImage()) for canvas in (quick, sharp)
    )
    assert np.abs(left - right).mean() < 12, "it is nearly that which comes when it rests"
    assert not np.array_equal(left, right)
    assert np.array_equal(_bytes(quick.shown(sight, SIZE, 1.0).toImage()), right)


def test_when_it_rests_it_is_sharp(view: PictureView, qtbot: QtBot) -> None:
    view.zoom_by(STEP)
    view.repaint()
    assert view._canvas is not None
    assert view._canvas._of is not None
    assert view._canvas._of[2] == 1
    qtbot.waitUntil(
        lambda: view._canvas is not None and (view._canvas._of or (0, 0, 0))[2] == view.sight.zoom
    )


def _alike(one: QImage, other: QImage) -> bool:
    """Equal but for the smoothing of a few edges."""
    import numpy as np

    return bool((np.abs(_bytes(one) - _bytes(other)) > 90).mean() < 1 / 20_000)


def _bytes(image: QImage) -> "np.ndarray":
    import numpy as np

    kind = QImage.Format.Format_RGB32
    return np.frombuffer(image.convertToFormat(kind).constBits(), np.uint8).astype(int)
