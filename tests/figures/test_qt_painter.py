"""The painter puts shapes where they belong, scaled, in their colours."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from customs_app.figures.qt_painter import paint, pixmap
from customs_app.figures.shapes import Circle, Drawing, Glyph, Line, Pen, Polygon, rectangle


def _painted(drawing: Drawing, width: int = 64, height: int = 64) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, width, height), drawing)
    painter.end()
    return image


def test_fill_and_scale(qapp: QApplication) -> None:
    image = _painted(Drawing(16, 16, (rectangle(0, 0, 8, 16, fill="#B3261E"),)))
    assert image.pixelColor(10, 30).name() == "#b3261e"
    assert image.pixelColor(50, 30).name() == "#ffffff"


def test_keeps_proportions_in_the_middle(qapp: QApplication) -> None:
    image = _painted(Drawing(10, 10, (rectangle(0, 0, 10, 10, fill="#000000"),)), 100, 50)
    assert image.pixelColor(10, 25).name() == "#ffffff"
    assert image.pixelColor(50, 25).name() == "#000000"
    assert image.pixelColor(90, 25).name() == "#ffffff"


def test_dashes_leave_gaps(qapp: QApplication) -> None:
    def dark(dash: tuple[float, ...]) -> int:
        image = _painted(Drawing(16, 16, (Line(((0, 8), (16, 8)), Pen("#000000", 2, dash)),)))
        return sum(image.pixelColor(x, 32).lightness() < 128 for x in range(64))

    assert dark(()) == 64
    assert 24 <= dark((2, 2)) <= 40


@pytest.mark.parametrize(
    "shape", [Circle(8, 8, 6, "#1B7A4B"), Polygon(((8, 0), (16, 16), (0, 16)), "#1B7A4B")]
)
def test_round_and_pointed(qapp: QApplication, shape: Circle | Polygon) -> None:
    image = _painted(Drawing(16, 16, (shape,)))
    assert image.pixelColor(32, 40).name() == "#1b7a4b"
    assert image.pixelColor(1, 1).name() == "#ffffff"


def test_letter_stands_in_the_middle(qapp: QApplication) -> None:
    image = _painted(Drawing(16, 16, (Glyph("H", 8, 8, 12, "#000000"),)))
    ink = [(x, y) for x in range(64) for y in range(64) if image.pixelColor(x, y).lightness() < 128]
    assert ink
    xs, ys = [x for x, _ in ink], [y for _, y in ink]
    assert (min(xs) + max(xs)) / 2 == pytest.approx(32, abs=3)
    assert (min(ys) + max(ys)) / 2 == pytest.approx(32, abs=3)


def test_picture_for_a_fine_screen(qapp: QApplication) -> None:
    picture = pixmap(Drawing(16, 16, ()), ratio=2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (32, 2.0)
