"""Painting with Qt: what is in sight is painted, and the same as without a window."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from customs_app.domain.text import Language
from customs_app.figures.picture import Picture, PictureTable
from customs_app.figures.qt_picture import PaintedPicture, image
from customs_app.figures.shapes import Circle, Drawing, Glyph, Line, Pen, rectangle
from customs_app.ui import fonts

BLACK, WHITE, RED = "#000000", "#FFFFFF", "#FF0000"


@pytest.fixture(autouse=True)
def _fonts(qapp) -> None:
    fonts.load_first(Language.EN)


def _picture(*shapes) -> Picture:
    return Picture("T", Drawing(100, 60, shapes), (), PictureTable((), ()), WHITE)


def _colour(painted: QImage, x: float, y: float, ratio: float = 1.0) -> str:
    return painted.pixelColor(int(x * ratio), int(y * ratio)).name().upper()


def _inked(painted: QImage, left: int, top: int, right: int, bottom: int) -> bool:
    return any(
        painted.pixelColor(x, y).lightness() < 128 for x in range(left, right) for y in range(top, bottom)
    )


def test_shapes_stand_where_they_are_drawn():
    shapes = (
        rectangle(10, 10, 20, 20, fill=RED),
        Circle(70, 20, 8, BLACK),
        Line(((0, 50), (100, 50)), Pen(BLACK, 4)),
    )
    painted = image(_picture(*shapes), 2.0)
    assert (painted.width(), painted.height()) == (200, 120)
    assert _colour(painted, 20, 20, 2) == RED
    assert _colour(painted, 70, 20, 2) == BLACK
    assert _colour(painted, 50, 50, 2) == BLACK
    assert _colour(painted, 50, 35, 2) == WHITE


@pytest.mark.parametrize(
    ("anchor", "left", "right"), [("start", 50, 90), ("end", 10, 50), ("middle", 30, 70)]
)
def test_letters_stand_at_their_anchor(anchor: str, left: int, right: int):
    painted = image(_picture(Glyph("HHH", 50, 30, 16, BLACK, anchor=anchor)), 1.0)
    assert _inked(painted, left, 20, right, 40)
    assert not _inked(painted, 0, 0, left - 2, 60)
    assert not _inked(painted, right + 2, 0, 100, 60)


def test_a_text_that_is_repeated_stands_at_each_of_its_places():
    first, second = (
        Glyph("HHH", 50, 15, 14, BLACK, anchor="end"),
        Glyph("HHH", 50, 45, 14, "#000040", anchor="start"),
    )
    painted = image(_picture(first, second), 1.0)
    assert _inked(painted, 14, 8, 50, 22)
    assert not _inked(painted, 52, 0, 100, 30)
    assert _inked(painted, 50, 38, 86, 52)
    assert not _inked(painted, 0, 30, 48, 60)


def test_turned_letters_run_upwards():
    painted = image(_picture(Glyph("HHH", 50, 50, 14, BLACK, anchor="start", turned=True)), 1.0)
    assert _inked(painted, 44, 20, 57, 45)
    assert not _inked(painted, 60, 0, 100, 60)


def test_what_is_not_exposed_is_not_painted():
    picture = PaintedPicture(
        Drawing(100, 60, (rectangle(10, 10, 10, 10, fill=RED), rectangle(80, 10, 10, 10, fill=RED)))
    )
    painted = QImage(100, 60, QImage.Format.Format_RGB32)
    painted.fill(QColor(WHITE))
    painter = QPainter(painted)
    picture.paint(painter, QRectF(0, 0, 50, 60))
    painter.end()
    assert _colour(painted, 15, 15) == RED
    assert _colour(painted, 85, 15) == WHITE


def test_letters_too_small_to_read_are_a_stroke():
    drawing = Drawing(1000, 600, (Glyph("HHHHHHHH", 500, 300, 11, BLACK),))
    painted = image(Picture("T", drawing, (), PictureTable((), ()), WHITE), 0.2)
    assert any(painted.pixelColor(x, y).lightness() < 250 for x in range(90, 110) for y in range(55, 65))
